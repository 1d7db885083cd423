#pragma once
// Several conversations in one go: as often as the two agreed, at the same hour of the same clock. Each is a meeting of
// its own with an entry of its own in calendars, so that moving one moves no other (decision 0167); what joins them is
// that the other of the two may take them all with one word.

#include <vector>

#include "meeting/meeting.hpp"
#include "meeting/slots.hpp"

namespace meeting {

inline constexpr int kFewestInSeries = 2;
inline constexpr int kMostInSeries = kMostOpen;

struct Occurrence {
    Time time;
    bool fits = true;       // both are usually free then and have nothing else
    bool is_moved = false;  // it is not the hour of the first, because that one does not fit

    auto operator<=>(Occurrence const&) const = default;
};

// The first as it was wanted and `count - 1` more, each `every_days` after the one before on the same clock. Where that
// hour does not fit both, the nearest that does within three days; where none does, the hour as it is.
std::vector<Occurrence> occurrences(SlotSearch const& search, Time const& first, int every_days, int count);

// Each with one time. Ascending, ahead, different, within a year; together with what is open no more than `kMostOpen`.
base::Result<std::vector<Meeting>> propose_series(std::vector<Meeting> meetings, pairing::Stage stage, int open,
                                                  std::vector<Time> const& times, Act const& act);
// Those of a series that still stand as they were proposed and are ahead, all set.
base::Result<std::vector<Meeting>> accept_series(std::vector<Meeting> const& meetings, pairing::Stage stage, Side by,
                                                 base::Instant now);
// What the other may take with one word; empty when nothing of it waits.
std::vector<Meeting> waiting_of(std::vector<Meeting> const& meetings, SeriesId series, base::Instant now);

base::Refusal series_not_found();

}  // namespace meeting
