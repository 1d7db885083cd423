#pragma once
// The doors of several conversations in one go (series.hpp).

#include "access/call.hpp"
#include "meeting/meeting_shapes.hpp"

namespace meeting {

base::Result<Occurrences> list_occurrences(access::Call& call, OccurrenceQuery const& query);
base::Result<SeriesAnswer> post_series(access::Call& call, SeriesProposal const& proposal);
base::Result<SeriesAnswer> put_series_acceptance(access::Call& call);

}  // namespace meeting
