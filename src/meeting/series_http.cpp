#include "meeting/series_http.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_store.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

SeriesAnswer series_answer(access::Call& call, Party const& party, SeriesId id, std::vector<Meeting> const& meetings) {
    SeriesAnswer answer;
    answer.id = id;
    for (auto& one : answers_for(call.tx, party, call.now))
        if (std::any_of(meetings.begin(), meetings.end(), [&](Meeting const& each) { return each.id == one.id; }))
            answer.items.push_back(std::move(one));
    return answer;
}

}  // namespace

base::Result<Occurrences> list_occurrences(access::Call& call, OccurrenceQuery const& query) {
    TRY(party, party_of(call));
    TRY_VOID(check_may_meet(pairing::stage_of(party.pairing)));
    TRY(starts_at, pairing::to_instant(query.starts_local, query.time_zone));
    if (starts_at <= call.now) return base::invalid("/starts_local", "in_the_past");
    if (starts_at - call.now > std::chrono::hours(24) * kFarthestDays) return base::invalid("/starts_local", "too_far");
    auto const partner =
        pairing::store::find_partner(call.tx, party.organisation, party.pairing.person(pairing::other(party.side)));
    Occurrences answer;
    answer.time_zone = query.time_zone;
    answer.partners_time_zone = partner.value().time_zone;
    for (auto const& one : find_occurrences_of(call.tx, call.tools.busy_elsewhere, party,
                                               {query.starts_local, query.time_zone, starts_at},
                                               query.minutes.value_or(kUsualMinutes), query.count, call.now))
        answer.items.push_back({one.time.starts_local, one.time.starts_at,
                                local_text(one.time.starts_at, answer.partners_time_zone), one.fits, one.is_moved});
    return answer;
}

base::Result<SeriesAnswer> post_series(access::Call& call, SeriesProposal const& proposal) {
    TRY(party, party_of(call));
    TRY(times, times_in(proposal.times));
    TRY(proposed, propose_series_of(call.tx, party, {proposal.minutes, proposal.channel, base::trim(proposal.place)},
                                    times, call.now));
    return series_answer(call, party, proposed.front().series_id.value(), proposed);
}

base::Result<SeriesAnswer> put_series_acceptance(access::Call& call) {
    TRY(id, call.id<SeriesId>("id"));
    auto const pairing = store::find_pairing_of(call.tx, call.viewer.organisation, id);
    auto const party = pairing ? find_party(call.tx, call.viewer, *pairing) : std::nullopt;
    if (!party) return series_not_found();
    TRY(set, accept_series_of(call.tx, *party, id, call.now));
    return series_answer(call, *party, id, set);
}

}  // namespace meeting
