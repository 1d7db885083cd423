#include "meeting/series.hpp"

#include <algorithm>

#include "platform/zone.hpp"

namespace meeting {
namespace {

constexpr int kDaysAround = 3;

Time on_the_clock(base::Instant at, std::string const& time_zone) {
    return {local_text(at, time_zone), time_zone, at};
}

Time later(Time const& first, int days) {
    auto const local = zone::to_local(first.starts_at, first.time_zone);
    return on_the_clock(zone::to_instant({local.day + days, local.minute}, first.time_zone).instant, first.time_zone);
}

// Outwards by half hours, the later of two alike.
std::optional<base::Instant> nearest(SlotSearch const& search, base::Instant wanted, int days_around) {
    constexpr auto kStep = std::chrono::minutes(programme::kSlotMinutes);
    for (auto away = kStep; away <= std::chrono::hours(24 * days_around); away += kStep)
        for (auto at : {wanted + away, wanted - away})
            if (at > search.from && fits(search, at)) return at;
    return std::nullopt;
}

}  // namespace

std::vector<Occurrence> occurrences(SlotSearch const& search, Time const& first, int every_days, int count) {
    std::vector<Occurrence> series;
    auto const days_around = std::min(kDaysAround, (every_days - 1) / 2);
    for (int position = 0; position < count; ++position) {
        auto const wanted = later(first, position * every_days);
        if (position == 0 || fits(search, wanted.starts_at)) {
            series.push_back({wanted, fits(search, wanted.starts_at), false});
            continue;
        }
        auto const instead = nearest(search, wanted.starts_at, days_around);
        series.push_back(instead ? Occurrence{on_the_clock(*instead, first.time_zone), true, true}
                                 : Occurrence{wanted, false, false});
    }
    return series;
}

base::Result<std::vector<Meeting>> propose_series(std::vector<Meeting> meetings, pairing::Stage stage, int open,
                                                  std::vector<Time> const& times, Act const& act) {
    if (times.size() < kFewestInSeries)
        return base::invalid("/times", "too_few", {{"fewest", std::to_string(kFewestInSeries)}});
    if (open + static_cast<int>(times.size()) > kMostOpen) return too_many_open();
    for (std::size_t position = 0; position < times.size(); ++position) {
        auto const pointer = "/times/" + std::to_string(position) + "/starts_local";
        if (position > 0 && times[position].starts_at <= times[position - 1].starts_at)
            return base::invalid(pointer, "order");
        auto proposed = propose(std::move(meetings[position]), stage, open, {times[position]}, act);
        if (!proposed && proposed.refusal().errors.empty()) return proposed.refusal();
        if (!proposed) return base::invalid(pointer, proposed.refusal().errors.front().code);
        meetings[position] = *std::move(proposed);
    }
    return meetings;
}

base::Result<std::vector<Meeting>> accept_series(std::vector<Meeting> const& meetings, pairing::Stage stage, Side by,
                                                 base::Instant now) {
    if (meetings.empty()) return nothing_to_choose();
    std::vector<Meeting> set;
    for (auto const& meeting : meetings) {
        TRY(chosen, choose(meeting, stage, meeting.times.front().starts_at, {by, meeting.version, now}));
        set.push_back(chosen);
    }
    return set;
}

std::vector<Meeting> waiting_of(std::vector<Meeting> const& meetings, SeriesId series, base::Instant now) {
    std::vector<Meeting> waiting;
    for (auto const& meeting : meetings)
        if (meeting.series_id == series && state_of(meeting) == State::proposed &&
            meeting.times.front().starts_at > now)
            waiting.push_back(meeting);
    return waiting;
}

base::Refusal series_not_found() {
    return base::not_found("series");
}

}  // namespace meeting
