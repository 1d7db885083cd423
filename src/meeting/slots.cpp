#include "meeting/slots.hpp"

#include <algorithm>
#include <array>

#include "platform/zone.hpp"

namespace meeting {
namespace {

// Zones differ by quarters of an hour, so whether somebody is free is asked for every quarter.
constexpr auto kQuarter = std::chrono::minutes(15);
constexpr int kNoon = 12 * 60;

bool is_usual(Week const& week, base::Instant at) {
    auto const local = zone::to_local(at, week.time_zone);
    return week.slots.is_free((local.day.weekday() - 1) * programme::kSlotsADay +
                              local.minute / programme::kSlotMinutes);
}

bool is_usual(Week const& week, base::Instant from, base::Instant until) {
    for (auto at = from; at < until; at = at + kQuarter)
        if (!is_usual(week, at)) return false;
    return true;
}

bool is_busy(std::vector<Busy> const& busy, base::Instant from, base::Instant until) {
    return std::any_of(busy.begin(), busy.end(), [&](Busy const& one) { return one.from < until && from < one.until; });
}

Week with_hours(Week week) {
    if (week.slots.count() == 0) week.slots = programme::WeeklySlots::working_hours();
    return week;
}

}  // namespace

bool works_at(Week const& week, base::Instant at) {
    return is_usual(with_hours(week), at);
}

bool works_on(Week const& week, base::Day day) {
    auto const usual = with_hours(week);
    auto const first = (day.weekday() - 1) * programme::kSlotsADay;
    for (int slot = 0; slot < programme::kSlotsADay; ++slot)
        if (usual.slots.is_free(first + slot)) return true;
    return false;
}

bool fits(SlotSearch const& search, base::Instant at) {
    auto const until = at + std::chrono::minutes(search.minutes);
    return !is_busy(search.busy, at, until) && is_usual(with_hours(search.mentor), at, until) &&
           is_usual(with_hours(search.mentee), at, until);
}

std::vector<base::Instant> find_slots(SlotSearch const& search) {
    auto const mentor = with_hours(search.mentor);
    auto const mentee = with_hours(search.mentee);
    auto const first = zone::day_of(search.from, mentor.time_zone);
    std::vector<base::Instant> slots;
    for (int day = 0; day < search.days && slots.size() < search.most; ++day) {
        std::array<bool, 2> is_taken{};
        for (int minute = 0; minute < 24 * 60 && slots.size() < search.most; minute += programme::kSlotMinutes) {
            auto& taken = is_taken[minute < kNoon ? 0 : 1];
            auto const landed = zone::to_instant({first + day, minute}, mentor.time_zone);
            if (taken || landed.landing == zone::Landing::gap || landed.instant < search.from) continue;
            auto const until = landed.instant + std::chrono::minutes(search.minutes);
            if (is_busy(search.busy, landed.instant, until)) continue;
            if (!is_usual(mentor, landed.instant, until) || !is_usual(mentee, landed.instant, until)) continue;
            slots.push_back(landed.instant);
            taken = true;
        }
    }
    return slots;
}

std::string local_text(base::Instant at, std::string const& time_zone) {
    auto const local = zone::to_local(at, time_zone);
    auto const start = base::start_of_utc(local.day) + std::chrono::minutes(local.minute);
    return base::to_text(start).substr(0, std::string_view("2026-11-24T15:00").size());
}

Busy busy_on(base::Day from_on, base::Day until_on, std::string const& time_zone) {
    return {zone::start_of(from_on, time_zone), zone::start_of(until_on + 1, time_zone)};
}

}  // namespace meeting
