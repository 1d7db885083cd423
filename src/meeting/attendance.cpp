#include "meeting/attendance.hpp"

#include <memory>

#include <libical/ical.h>

#include "base/text.hpp"

namespace meeting {
namespace {

constexpr std::string_view kUid = "meeting-";
constexpr std::string_view kMailto = "mailto:";

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

base::Refusal no_reply() {
    return base::invalid("", "no_reply");
}

std::optional<Coming> coming_of(icalproperty* attendee) {
    auto* parameter = icalproperty_get_first_parameter(attendee, ICAL_PARTSTAT_PARAMETER);
    if (parameter == nullptr) return std::nullopt;
    switch (icalparameter_get_partstat(parameter)) {
        case ICAL_PARTSTAT_ACCEPTED:
            return Coming::accepted;
        case ICAL_PARTSTAT_TENTATIVE:
            return Coming::tentative;
        case ICAL_PARTSTAT_DECLINED:
            return Coming::declined;
        default:
            return std::nullopt;
    }
}

// "meeting-<id>@host", as the invitation had it.
std::optional<MeetingId> meeting_of(icalcomponent* event) {
    auto const* text = icalcomponent_get_uid(event);
    std::string_view uid = text == nullptr ? "" : text;
    if (!uid.starts_with(kUid)) return std::nullopt;
    uid.remove_prefix(kUid.size());
    return MeetingId::parse(uid.substr(0, uid.find('@')));
}

std::string address_of(icalproperty* attendee) {
    auto const* text = icalproperty_get_attendee(attendee);
    auto address = base::fold(text == nullptr ? "" : text);
    if (address.starts_with(kMailto)) address.erase(0, kMailto.size());
    return address;
}

}  // namespace

base::Result<Attendance> attend(Meeting const& meeting, pairing::Stage stage, Attendance wanted) {
    TRY_VOID(check_may_meet(stage));
    if (!is_open(meeting)) return meeting_over();
    if (!meeting.time) return not_set();
    if (wanted.sequence != meeting.sequence) return overtaken();
    return wanted;
}

base::Result<CalendarReply> read_reply(std::string_view file) {
    Component const calendar(icalparser_parse_string(std::string(file).c_str()), &icalcomponent_free);
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT) return no_reply();
    if (icalcomponent_get_method(calendar.get()) != ICAL_METHOD_REPLY) return no_reply();
    if (icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT) != 1) return no_reply();
    auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    if (icalcomponent_count_properties(event, ICAL_ATTENDEE_PROPERTY) != 1) return no_reply();
    auto* attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
    auto const meeting = meeting_of(event);
    auto const answer = coming_of(attendee);
    if (!meeting || !answer) return no_reply();
    return CalendarReply{*meeting, address_of(attendee), icalcomponent_get_sequence(event), *answer};
}

base::Refusal overtaken() {
    return base::conflict("overtaken", "the date has changed since this answer was given");
}
base::Refusal reply_of_somebody_else() {
    return base::invalid("", "reply_of_somebody_else");
}

}  // namespace meeting
