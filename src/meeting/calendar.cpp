#include "meeting/calendar.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <regex>

#include <libical/ical.h>
#include <unicode/vtzone.h>

#include "base/text.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component owned(icalcomponent* component) {
    return {component, &icalcomponent_free};
}

// Nothing of a name or a place may begin a line of its own.
std::string clean(std::string const& text) {
    auto spaced = text;
    std::replace_if(
        spaced.begin(), spaced.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return base::squeeze(spaced);
}

icalproperty_method method_of(Method method) {
    switch (method) {
        case Method::request:
            return ICAL_METHOD_REQUEST;
        case Method::cancel:
            return ICAL_METHOD_CANCEL;
        case Method::publish:
            break;
    }
    return ICAL_METHOD_PUBLISH;
}

icaltimetype local_time(base::Instant at, std::string const& time_zone) {
    auto const local = zone::to_local(at, time_zone);
    auto const day = base::to_calendar(local.day);
    auto time = icaltime_null_time();
    time.year = static_cast<int>(day.year());
    time.month = static_cast<int>(static_cast<unsigned>(day.month()));
    time.day = static_cast<int>(static_cast<unsigned>(day.day()));
    time.hour = local.minute / 60;
    time.minute = local.minute % 60;
    return time;
}

icalproperty* on_the_clock(icalproperty* property, std::string const& time_zone) {
    icalproperty_add_parameter(property, icalparameter_new_tzid(time_zone.c_str()));
    return property;
}

icaltimetype utc_time(base::Instant at) {
    return icaltime_from_timet_with_zone(at.microseconds / 1'000'000, 0, icaltimezone_get_utc_timezone());
}

// A quotation mark is written as RFC 6868 has it, which not every calendar reads.
icalproperty* person_property(icalproperty* property, CalendarPerson const& person) {
    auto name = clean(person.name);
    std::replace(name.begin(), name.end(), '"', '\'');
    icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
    return property;
}

void add_attendee(icalcomponent* event, CalendarPerson const& attendee, bool asks_for_answer) {
    auto* property = icalproperty_new_attendee(("mailto:" + clean(attendee.address)).c_str());
    icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
    icalproperty_add_parameter(property, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
    icalproperty_add_parameter(property, icalparameter_new_rsvp(asks_for_answer ? ICAL_RSVP_TRUE : ICAL_RSVP_FALSE));
    icalcomponent_add_property(event, person_property(property, attendee));
}

icalproperty_status status_of(CalendarEntry const& entry) {
    if (entry.is_cancelled) return ICAL_STATUS_CANCELLED;
    return entry.is_pencilled_in ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

icalcomponent* event_of(CalendarEntry const& entry) {
    auto* event = icalcomponent_new_vevent();
    auto const add = [event](icalproperty* property) { icalcomponent_add_property(event, property); };
    add(icalproperty_new_uid(entry.uid.c_str()));
    add(icalproperty_new_dtstamp(utc_time(entry.stamped_at)));
    add(icalproperty_new_sequence(entry.sequence));
    add(on_the_clock(icalproperty_new_dtstart(local_time(entry.starts_at, entry.time_zone)), entry.time_zone));
    add(icalproperty_new_duration(icaldurationtype_from_int(entry.minutes * 60)));
    add(icalproperty_new_summary(clean(entry.title).c_str()));
    if (!entry.place.empty()) add(icalproperty_new_location(clean(entry.place).c_str()));
    add(icalproperty_new_class(ICAL_CLASS_PRIVATE));
    add(icalproperty_new_status(status_of(entry)));
    if (entry.organiser)
        add(person_property(icalproperty_new_organizer(("mailto:" + clean(entry.organiser->address)).c_str()),
                            *entry.organiser));
    for (auto const& attendee : entry.attendees) add_attendee(event, attendee, entry.asks_for_answer);
    return event;
}

// ICU writes offsets with seconds, which not every calendar reads, and a line of its own.
std::string plain(std::string const& time_zone) {
    static std::regex const seconds("(TZOFFSET(?:TO|FROM):[+-][0-9]{4})00\r?\n");
    static std::regex const own("X-TZINFO:[^\n]*\n(?: [^\n]*\n)*");
    return std::regex_replace(std::regex_replace(time_zone, seconds, "$1\r\n"), own, "");
}

// What the clocks of the zone do from there on.
icalcomponent* zone_of(std::string const& name, base::Instant from) {
    std::unique_ptr<icu::VTimeZone> const zone(icu::VTimeZone::createVTimeZoneByID(icu::UnicodeString::fromUTF8(name)));
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString text;
    zone->write(static_cast<UDate>(from.microseconds) / 1000.0, text, error);
    std::string written;
    text.toUTF8String(written);
    return icalparser_parse_string(plain(written).c_str());
}

}  // namespace

std::string_view name_of(Method method) {
    return icalproperty_method_to_string(method_of(method));
}

std::string host_of(std::string const& public_url) {
    auto const from = public_url.find("://") + 3;
    return public_url.substr(from, public_url.find_first_of(":/", from) - from);
}

std::string write_calendar(Method method, std::vector<CalendarEntry> const& entries) {
    auto const calendar = owned(icalcomponent_new_vcalendar());
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Obverse//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(method_of(method)));
    std::map<std::string, base::Instant> earliest;
    for (auto const& entry : entries) {
        auto const known = earliest.emplace(entry.time_zone, entry.starts_at).first;
        known->second = std::min(known->second, entry.starts_at);
    }
    for (auto const& [name, from] : earliest)
        icalcomponent_add_component(calendar.get(), zone_of(name, from - std::chrono::hours(24 * 366)));
    for (auto const& entry : entries) icalcomponent_add_component(calendar.get(), event_of(entry));
    std::unique_ptr<char, decltype(&free)> const text(icalcomponent_as_ical_string_r(calendar.get()), &free);
    return text.get();
}

}  // namespace meeting
