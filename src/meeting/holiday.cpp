#include "meeting/holiday.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

base::Refusal at_day(std::size_t position, char const* code) {
    return base::invalid("/items/" + std::to_string(position) + "/day", code);
}

bool is_inside_a_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string cut(std::string name) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < name.size(); ++at)
        if (!is_inside_a_letter(name[at]) && ++letters > kLongestHolidayName) return base::trim(name.substr(0, at));
    return name;
}

}  // namespace

base::Result<std::vector<NamedDay>> checked_holidays(std::vector<NamedDay> days, base::Day today) {
    std::map<std::int32_t, std::string> kept;
    for (std::size_t position = 0; position < days.size(); ++position) {
        auto const& [day, name] = days[position];
        if (day < today) return at_day(position, "in_the_past");
        if (day - today > kFarthestHolidayDays) return at_day(position, "too_far");
        if (!kept.emplace(day.days, base::squeeze(name)).second) return at_day(position, "twice");
    }
    std::vector<NamedDay> checked;
    for (auto& [day, name] : kept) checked.push_back({base::Day{day}, std::move(name)});
    return checked;
}

base::Result<std::vector<NamedDay>> read_holidays(std::string_view file, base::Day today) {
    if (!base::is_valid_utf8(file)) return base::invalid("", "no_calendar");
    TRY(days, days_in(file, today, today + kFarthestHolidayDays));
    if (days.empty()) return base::invalid("", "no_days_ahead");
    if (days.size() > kMostHolidays) return base::invalid("", "too_many_days");
    for (auto& day : days) day.name = cut(std::move(day.name));
    return days;
}

bool ClosedSites::is_written_to(std::string const& site, std::string const& time_zone, base::Instant at) const {
    return !is_closed(site, zone::day_of(at, time_zone));
}

bool ClosedSites::is_asked(std::string const& site, std::string const& time_zone, base::Instant at) const {
    constexpr int kFirstMinute = 8 * 60;
    constexpr int kLastMinute = 18 * 60;
    constexpr int kFriday = 5;
    auto const local = zone::to_local(at, time_zone);
    return local.day.weekday() <= kFriday && local.minute >= kFirstMinute && local.minute < kLastMinute &&
           is_written_to(site, time_zone, at);
}

std::vector<ClosedDay> closed_days(Week const& yours, std::vector<NamedDay> const& your_days, Week const& partners,
                                   std::vector<NamedDay> const& partners_days) {
    std::map<std::int32_t, ClosedDay> closed;
    for (auto const& [day, name] : your_days)
        if (works_on(yours, day)) closed[day.days] = {day, name, true, false};
    for (auto const& [day, name] : partners_days)
        if (works_on(partners, day))
            closed.try_emplace(day.days, ClosedDay{day, name}).first->second.is_partners = true;
    std::vector<ClosedDay> in_order;
    for (auto& [_, one] : closed) in_order.push_back(std::move(one));
    return in_order;
}

}  // namespace meeting
