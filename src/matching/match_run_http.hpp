#pragma once
// Endpoints of match runs, of keeping two people together or apart, and of looking ahead.

#include "access/call.hpp"
#include "matching/match_run_shapes.hpp"
#include "matching/suggestion_shapes.hpp"

namespace matching {

base::Result<MatchRunAnswer> post_match_run(access::Call& call, NewMatchRun const& wanted);
base::Result<MatchRunList> list_match_runs(access::Call& call, MatchRunsQuery const& query);
base::Result<MatchRunAnswer> show_match_run(access::Call& call);
base::Result<RunPairs> list_match_run_pairs(access::Call& call, RunPairsQuery const& query);
base::Result<RunLeftovers> list_match_run_leftovers(access::Call& call, RunLeftoversQuery const& query);
base::Result<MatchRunAnswer> post_cancellation(access::Call& call);
base::Result<MatchRunAnswer> put_publication(access::Call& call);
base::Result<MatchRunAnswer> put_sending(access::Call& call);
base::Result<MatchRunAnswer> remove_publication(access::Call& call);

base::Result<Wishes> list_wishes(access::Call& call, WishesQuery const& query);
base::Result<access::Nothing> put_lock(access::Call& call);
base::Result<access::Nothing> remove_lock(access::Call& call);
base::Result<access::Nothing> put_ban(access::Call& call);
base::Result<access::Nothing> remove_ban(access::Call& call);

base::Result<Outlook> show_outlook(access::Visit& visit);
base::Result<RoundList> list_rounds(access::Call& call);

}  // namespace matching
