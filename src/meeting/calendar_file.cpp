#include "meeting/calendar_file.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include <libical/ical.h>
#include <unicode/timezone.h>

#include "base/text.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

using ReadCalendar = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;
using Recurrence = std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)>;

constexpr std::size_t kMostSteps = 500'000;
constexpr int kLongestEvent = 400;  // days

base::Refusal no_calendar() {
    return base::invalid("", "no_calendar");
}
base::Refusal too_many_events() {
    return base::invalid("", "too_many_events");
}

// A time as the file has it: on a clock of a zone, or a whole day.
struct FileTime {
    icaltimetype local;
    std::string zone;  // "" for a whole day, and for a clock without a zone

    [[nodiscard]] bool is_day() const { return local.is_date != 0; }
};

std::optional<base::Day> day_of_file(icaltimetype const& time) {
    if (time.month < 1 || time.day < 1) return std::nullopt;
    return base::make_day(time.year, static_cast<unsigned>(time.month), static_cast<unsigned>(time.day));
}

// "W. Europe Standard Time" by ICU's table; "/freeassociation.sourceforge.net/Europe/Prague" by its end.
std::optional<std::string> known_zone(std::string const& name) {
    if (zone::is_known(name)) return name;
    for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
        if (auto end = name.substr(slash + 1); zone::is_known(end)) return end;
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString found;
    icu::TimeZone::getIDForWindowsID(icu::UnicodeString::fromUTF8(name), nullptr, found, error);
    std::string id;
    found.toUTF8String(id);
    if (U_FAILURE(error) != 0 || !zone::is_known(id)) return std::nullopt;
    return id;
}

// Reads the events of one file, and knows the zones it has met.
class Reading {
  public:
    explicit Reading(Window window) : window_(std::move(window)) {}

    [[nodiscard]] Window const& window() const { return window_; }
    std::vector<Busy> busy;

    base::Result<bool> add_free_busy(icalcomponent* component) {
        for (auto* one = icalcomponent_get_first_property(component, ICAL_FREEBUSY_PROPERTY); one != nullptr;
             one = icalcomponent_get_next_property(component, ICAL_FREEBUSY_PROPERTY)) {
            auto* kind = icalproperty_get_first_parameter(one, ICAL_FBTYPE_PARAMETER);
            if (kind != nullptr && icalparameter_get_fbtype(kind) == ICAL_FBTYPE_FREE) continue;
            auto const period = icalproperty_get_freebusy(one);
            TRY(from, instant_of({period.start, "UTC"}));
            auto until = from + seconds_of(period.duration);
            if (icaltime_is_null_time(period.end) == 0) {
                TRY(end, instant_of({period.end, "UTC"}));
                until = end;
            }
            add(from, until);
        }
        return true;
    }

    // The time of a property, in the zone it names.
    base::Result<FileTime> time_of(icalproperty* property, icaltimetype const& time) {
        if (time.is_date != 0) return FileTime{time, ""};
        if (icaltime_is_utc(time)) return FileTime{time, "UTC"};
        auto* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
        if (parameter == nullptr) return FileTime{time, window_.time_zone};
        TRY(zone, zone_named(icalparameter_get_tzid(parameter)));
        return FileTime{time, zone};
    }

    base::Result<base::Instant> instant_of(FileTime const& time) const {
        auto const day = day_of_file(time.local);
        if (!day || time.local.hour > 24 || time.local.minute > 59) return no_calendar();
        if (time.is_day()) return zone::start_of(*day, window_.time_zone);
        auto const minute = std::min(time.local.hour * 60 + time.local.minute, 24 * 60 - 1);
        return zone::to_instant({*day, minute}, time.zone).instant;
    }

    // Rules are walked from where they begin; a file of many that began long ago must not hold anybody up.
    bool may_step() { return ++steps_ <= kMostSteps; }
    [[nodiscard]] bool is_long_before(FileTime const& time) const {
        auto const day = day_of_file(time.local);
        return day && *day + kLongestEvent < base::utc_day(window_.from);
    }

    void add(base::Instant from, base::Instant until) {
        if (from < until && from < window_.until && window_.from < until) busy.push_back({from, until});
    }

    static base::Duration seconds_of(icaldurationtype const& duration) {
        return std::chrono::seconds(icaldurationtype_as_int(duration));
    }

  private:
    base::Result<std::string> zone_named(char const* name) {
        std::string const text = name == nullptr ? "" : name;
        auto found = zones_.find(text);
        if (found == zones_.end()) found = zones_.emplace(text, known_zone(text)).first;
        if (!found->second) return base::invalid("", "unknown_calendar_zone", {{"name", text.substr(0, 100)}});
        return *found->second;
    }

    Window window_;
    std::map<std::string, std::optional<std::string>> zones_;
    std::size_t steps_ = 0;
};

bool is_of_no_weight(icalcomponent* event) {
    auto* transparency = icalcomponent_get_first_property(event, ICAL_TRANSP_PROPERTY);
    if (transparency != nullptr && icalproperty_get_transp(transparency) == ICAL_TRANSP_TRANSPARENT) return true;
    return icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
}

std::string uid_of(icalcomponent* event) {
    auto const* uid = icalcomponent_get_uid(event);
    return uid == nullptr ? "" : uid;
}

// One event with all of its times: the first, those of its rules, those named one by one, less those taken out.
class EventTimes {
  public:
    EventTimes(Reading& reading, icalcomponent* event) : reading_(reading), event_(event) {}

    // `moved`: the instants that stand as events of their own. `each` is called with where an occurrence begins, until
    // the window is over.
    template <class Each>
    base::Result<bool> walk(std::set<base::Instant> const& moved, Each const& each) {
        auto* property = icalcomponent_get_first_property(event_, ICAL_DTSTART_PROPERTY);
        if (property == nullptr) return true;
        TRY(first, reading_.time_of(property, icalproperty_get_dtstart(property)));
        TRY_VOID(read_exceptions());
        TRY(begins, reading_.instant_of(first));
        std::set<base::Instant> seen;
        auto const offer = [&](FileTime const& time) -> base::Result<bool> {
            TRY(at, reading_.instant_of(time));
            if (is_taken_out(time, at) || moved.contains(at) || !seen.insert(at).second) return true;
            each(time, at);
            return true;
        };
        TRY_VOID(offer(first));
        TRY_VOID(walk_rules(first, begins, offer));
        return walk_dates(offer);
    }

    // How long each lasts: in days for whole days, else in time.
    base::Result<base::Duration> length() {
        auto* start = icalcomponent_get_first_property(event_, ICAL_DTSTART_PROPERTY);
        if (start == nullptr) return no_calendar();
        TRY(first, reading_.time_of(start, icalproperty_get_dtstart(start)));
        if (auto* end = icalcomponent_get_first_property(event_, ICAL_DTEND_PROPERTY)) {
            TRY(last, reading_.time_of(end, icalproperty_get_dtend(end)));
            if (first.is_day() && last.is_day()) return days_between(first, last);
            TRY(from, reading_.instant_of(first));
            TRY(until, reading_.instant_of(last));
            return until - from;
        }
        if (auto* duration = icalcomponent_get_first_property(event_, ICAL_DURATION_PROPERTY))
            return Reading::seconds_of(icalproperty_get_duration(duration));
        return first.is_day() ? base::Duration(std::chrono::hours(24)) : base::Duration(0);
    }

  private:
    static base::Result<base::Duration> days_between(FileTime const& first, FileTime const& last) {
        auto const from = day_of_file(first.local);
        auto const until = day_of_file(last.local);
        if (!from || !until) return no_calendar();
        return base::Duration(std::chrono::hours(24) * std::max(1, *until - *from));
    }

    base::Result<bool> read_exceptions() {
        for (auto* one = icalcomponent_get_first_property(event_, ICAL_EXDATE_PROPERTY); one != nullptr;
             one = icalcomponent_get_next_property(event_, ICAL_EXDATE_PROPERTY)) {
            TRY(time, reading_.time_of(one, icalproperty_get_exdate(one)));
            if (time.is_day()) {
                if (auto const day = day_of_file(time.local)) days_out_.insert(day->days);
                continue;
            }
            TRY(at, reading_.instant_of(time));
            out_.insert(at);
        }
        return true;
    }

    [[nodiscard]] bool is_taken_out(FileTime const& time, base::Instant at) const {
        auto const day = day_of_file(time.local);
        return out_.contains(at) || (day && days_out_.contains(day->days));
    }

    template <class Offer>
    base::Result<bool> walk_rules(FileTime const& first, base::Instant begins, Offer const& offer) {
        for (auto* one = icalcomponent_get_first_property(event_, ICAL_RRULE_PROPERTY); one != nullptr;
             one = icalcomponent_get_next_property(event_, ICAL_RRULE_PROPERTY))
            TRY_VOID(walk_rule(icalproperty_get_rrule(one), first, begins, offer));
        return true;
    }

    // The rule runs on the clock of the event's own zone, and what it says until when is judged here: libical would
    // compare a clock with UTC.
    template <class Offer>
    base::Result<bool> walk_rule(icalrecurrencetype rule, FileTime const& first, base::Instant begins,
                                 Offer const& offer) {
        if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE) return too_many_events();
        auto until = reading_.window().until;
        if (icaltime_is_null_time(rule.until) == 0) {
            auto end = rule.until;
            FileTime last{end, icaltime_is_utc(end) ? "UTC" : first.zone};
            if (last.is_day() && !first.is_day()) last.local.is_date = 0, last.local.hour = 24;
            TRY(named, reading_.instant_of(last));
            until = std::min(until, named + std::chrono::seconds(1));
        }
        rule.until = icaltime_null_time();
        auto from = first.local;
        from.zone = nullptr;
        Recurrence const iterator(icalrecur_iterator_new(rule, from), &icalrecur_iterator_free);
        if (!iterator) return no_calendar();
        for (auto next = icalrecur_iterator_next(iterator.get()); icaltime_is_null_time(next) == 0;
             next = icalrecur_iterator_next(iterator.get())) {
            if (!reading_.may_step()) return too_many_events();
            next.is_date = first.local.is_date;
            FileTime const time{next, first.zone};
            if (reading_.is_long_before(time)) continue;
            TRY(at, reading_.instant_of(time));
            if (at >= until) break;
            if (at >= begins) TRY_VOID(offer(time));
        }
        return true;
    }

    template <class Offer>
    base::Result<bool> walk_dates(Offer const& offer) {
        for (auto* one = icalcomponent_get_first_property(event_, ICAL_RDATE_PROPERTY); one != nullptr;
             one = icalcomponent_get_next_property(event_, ICAL_RDATE_PROPERTY)) {
            auto const named = icalproperty_get_rdate(one);
            auto const start = icaltime_is_null_time(named.time) != 0 ? named.period.start : named.time;
            TRY(time, reading_.time_of(one, start));
            TRY_VOID(offer(time));
        }
        return true;
    }

    Reading& reading_;
    icalcomponent* event_;
    std::set<base::Instant> out_;
    std::set<std::int32_t> days_out_;
};

using Moved = std::map<std::string, std::set<base::Instant>>;

base::Result<std::optional<base::Instant>> moved_from(Reading& reading, icalcomponent* event) {
    auto* property = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
    if (property == nullptr) return std::optional<base::Instant>();
    TRY(time, reading.time_of(property, icalproperty_get_recurrenceid(property)));
    TRY(at, reading.instant_of(time));
    return std::optional(at);
}

// Every VEVENT with the instants of its occurrences that have become events of their own.
template <class Each>
base::Result<bool> each_event(icalcomponent* calendar, Reading& reading, Each const& each) {
    Moved moved;
    std::size_t events = 0;
    std::size_t rules = 0;
    std::set<base::Instant> const none;
    for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != nullptr;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        events += 1 + std::size_t(icalcomponent_count_properties(event, ICAL_RDATE_PROPERTY)) +
                  std::size_t(icalcomponent_count_properties(event, ICAL_EXDATE_PROPERTY));
        rules += std::size_t(icalcomponent_count_properties(event, ICAL_RRULE_PROPERTY));
        if (events > kMostEvents || rules > kMostRules) return too_many_events();
        TRY(at, moved_from(reading, event));
        if (at) moved[uid_of(event)].insert(*at);
    }
    for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != nullptr;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        TRY(at, moved_from(reading, event));
        auto const found = moved.find(uid_of(event));
        TRY_VOID(each(event, at || found == moved.end() ? none : found->second));
    }
    return true;
}

ReadCalendar parsed(std::string_view file) {
    return {icalparser_parse_string(std::string(file).c_str()), &icalcomponent_free};
}

bool is_calendar(ReadCalendar const& calendar) {
    return calendar && icalcomponent_isa(calendar.get()) == ICAL_VCALENDAR_COMPONENT;
}

std::vector<Busy> in_order_and_joined(std::vector<Busy> busy) {
    std::ranges::sort(busy);
    std::vector<Busy> joined;
    for (auto const& one : busy) {
        if (!joined.empty() && one.from <= joined.back().until)
            joined.back().until = std::max(joined.back().until, one.until);
        else
            joined.push_back(one);
    }
    return joined;
}

}  // namespace

base::Result<std::vector<Busy>> busy_in(std::string_view file, Window const& window) {
    auto const calendar = parsed(file);
    if (!is_calendar(calendar)) return no_calendar();
    Reading reading(window);
    for (auto* one = icalcomponent_get_first_component(calendar.get(), ICAL_VFREEBUSY_COMPONENT); one != nullptr;
         one = icalcomponent_get_next_component(calendar.get(), ICAL_VFREEBUSY_COMPONENT))
        TRY_VOID(reading.add_free_busy(one));
    TRY_VOID(each_event(
        calendar.get(), reading, [&](icalcomponent* event, std::set<base::Instant> const& moved) -> base::Result<bool> {
            if (is_of_no_weight(event)) return true;
            EventTimes times(reading, event);
            if (icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY) == nullptr) return true;
            TRY(length, times.length());
            return times.walk(moved, [&](FileTime const& time, base::Instant at) {
                auto const until = time.is_day()
                                       ? zone::start_of(*day_of_file(time.local) + int(length / std::chrono::hours(24)),
                                                        window.time_zone)
                                       : at + length;
                reading.add(at, until);
            });
        }));
    return in_order_and_joined(std::move(reading.busy));
}

base::Result<std::vector<NamedDay>> days_in(std::string_view file, base::Day from, base::Day until) {
    auto const calendar = parsed(file);
    if (!is_calendar(calendar)) return no_calendar();
    Reading reading({base::start_of_utc(from), base::start_of_utc(until + 1), "UTC"});
    std::map<std::int32_t, std::string> days;
    TRY_VOID(each_event(calendar.get(), reading,
                        [&](icalcomponent* event, std::set<base::Instant> const& moved) -> base::Result<bool> {
                            auto* start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
                            if (start == nullptr || icalproperty_get_dtstart(start).is_date == 0 ||
                                icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
                                return true;
                            EventTimes times(reading, event);
                            TRY(length, times.length());
                            auto const count = std::min<int>(int(length / std::chrono::hours(24)), 400);
                            auto const* summary = icalcomponent_get_summary(event);
                            auto const name = base::squeeze(summary == nullptr ? "" : summary);
                            return times.walk(moved, [&](FileTime const& time, base::Instant) {
                                for (int more = 0; more < count; ++more) {
                                    auto const day = *day_of_file(time.local) + more;
                                    if (from <= day && day <= until) days.emplace(day.days, name);
                                }
                            });
                        }));
    std::vector<NamedDay> named;
    for (auto& [day, name] : days) named.push_back({base::Day{day}, std::move(name)});
    return named;
}

}  // namespace meeting
