#pragma once

#include "access/call.hpp"
#include "care/care_shapes.hpp"

namespace care {

base::Result<PairCare> show_pair_care(access::Call& call);
base::Result<PairCare> remove_nudge(access::Call& call);
base::Result<PairCare> put_help_wish(access::Call& call);
base::Result<PairCare> remove_help_wish(access::Call& call);
base::Result<NudgeStop> show_nudge_stop(access::Call& call);
base::Result<NudgeStop> put_nudge_stop(access::Call& call, NudgeStop const& wanted);

base::Result<ThresholdsAnswer> show_thresholds(access::Call& call);
base::Result<ThresholdsAnswer> put_thresholds(access::Call& call, Thresholds const& wanted);
base::Result<Asking> put_asking(access::Call& call);
// By whoever coordinates, once they have spoken with the person.
base::Result<access::Nothing> remove_help_wish_of(access::Call& call);

}  // namespace care
