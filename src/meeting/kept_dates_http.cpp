#include "meeting/kept_dates_http.hpp"

#include "base/text.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_answer.hpp"
#include "meeting/meeting_store.hpp"
#include "meeting/meeting_wish.hpp"
#include "pairing/pairing_store.hpp"
#include "person/delegation_store.hpp"

namespace meeting {
namespace {

// Whom the assistant acts for; as that person, nothing but dates is read below.
base::Result<access::Viewer> principal_of(access::Call& call) {
    TRY(id, call.id<person::DelegationId>("id"));
    auto const principal = person::store::find_principal(call.tx, call.viewer, id);
    if (!principal) return person::delegation_not_found();
    auto viewer = access::house(call.viewer.organisation);
    viewer.person = principal;
    return viewer;
}

bool may_meet(Party const& party) {
    return check_may_meet(pairing::stage_of(party.pairing)).has_value();
}

base::Result<Party> kept_party(access::Call& call) {
    TRY(principal, principal_of(call));
    TRY(id, call.id<PairingId>("pairing_id"));
    auto const party = find_party(call.tx, principal, id);
    if (!party || !may_meet(*party)) return pairing::pairing_not_found();
    return *party;
}

base::Result<Place> kept_place(access::Call& call) {
    TRY(principal, principal_of(call));
    TRY(id, call.id<MeetingId>("meeting_id"));
    auto const place = find_place(call.tx, principal, id);
    if (!place || !is_open(place->meeting) || !may_meet(place->party)) return meeting_not_found();
    return *place;
}

KeptMeeting kept(access::Call& call, Party const& party, Meeting const& meeting) {
    return {linked_answer(call.tx, party, meeting, call.now), meeting.id, party.pairing.id};
}

template <class Wish>
base::Result<KeptMeeting> grant_to_assistant(access::Call& call, Wish const& wish) {
    TRY(place, kept_place(call));
    TRY(meeting, fulfil(call.tx, place, wish, call.now));
    return kept(call, place.party, meeting);
}

void add_dates(access::Call& call, KeptDates& dates, Party const& party) {
    dates.partners.push_back({party.pairing.id, name_on(call.tx, party, pairing::other(party.side))});
    for (auto const& meeting : store::list_of_pairing(call.tx, party.organisation, party.pairing.id))
        if (is_open(meeting)) dates.items.push_back(kept(call, party, meeting));
}

}  // namespace

base::Result<KeptDates> list_kept_dates(access::Call& call) {
    TRY(principal, principal_of(call));
    auto const person = pairing::store::find_partner(call.tx, principal.organisation, *principal.person).value();
    KeptDates dates;
    dates.person = called(person);
    dates.time_zone = person.time_zone;
    for (auto const& pairing : pairing::store::list_mine(call.tx, principal)) {
        Party const party{principal.organisation, pairing, pairing.side_of(*principal.person).value()};
        if (may_meet(party)) add_dates(call, dates, party);
    }
    return dates;
}

base::Result<KeptMeeting> post_kept_meeting(access::Call& call, Proposal const& proposal) {
    TRY(party, kept_party(call));
    TRY(times, times_in(proposal.times));
    TRY(meeting, propose_meeting(call.tx, party, {proposal.minutes, proposal.channel, base::trim(proposal.place)},
                                 std::move(times), call.now));
    return kept(call, party, meeting);
}

base::Result<Slots> list_kept_slots(access::Call& call, SlotQuery const& query) {
    TRY(party, kept_party(call));
    return slots_for(call.tx, call.tools.busy_elsewhere, party, query, call.now);
}

base::Result<KeptMeeting> put_kept_time(access::Call& call, Choice const& choice) {
    return grant_to_assistant(call, choice);
}
base::Result<KeptMeeting> put_kept_times(access::Call& call, Moving const& moving) {
    return grant_to_assistant(call, moving);
}
base::Result<KeptMeeting> put_kept_where(access::Call& call, WhereChange const& change) {
    return grant_to_assistant(call, change);
}
base::Result<KeptMeeting> put_kept_holding(access::Call& call, Holding const& holding) {
    return grant_to_assistant(call, holding);
}

}  // namespace meeting
