#include "meeting/meeting_answer.hpp"

#include <algorithm>
#include <map>

#include "meeting/attendance_store.hpp"
#include "meeting/meeting_store.hpp"
#include "pairing/agreement_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/pairing_store.hpp"
#include "pairing/readiness.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

MeetingAnswer answer_of(Meeting const& meeting) {
    MeetingAnswer answer;
    answer.id = meeting.id;
    answer.pairing_id = meeting.pairing_id;
    answer.version = meeting.version;
    answer.sequence = meeting.sequence;
    answer.state = state_of(meeting);
    answer.minutes = meeting.minutes;
    answer.channel = meeting.channel;
    answer.place = meeting.place;
    answer.activity = meeting.activity;
    answer.proposed_by = meeting.proposed_by;
    answer.series_id = meeting.series_id;
    answer.times = meeting.times;
    answer.time = meeting.time;
    return answer;
}

pairing::PartnerBrief person_on(db::Tx& tx, Party const& party, Side side) {
    return pairing::store::find_partner(tx, party.organisation, party.pairing.person(side)).value();
}

}  // namespace

std::vector<MeetingAnswer> answers_for(db::Tx& tx, Party const& party, base::Instant now) {
    std::map<MeetingId, std::vector<ChangeBrief>> changes;
    for (auto const& [id, change] : store::changes_of(tx, party.organisation, party.pairing.id))
        changes[id].push_back({change.kind, change.side, change.starts_at, change.happened_at});
    auto attendances = store::attendances_of(tx, party.organisation, party.pairing.id);
    auto const pencilled = is_pencilled_in(tx, party);
    auto const stage = pairing::stage_of(party.pairing);
    auto number = party.pairing.meetings_before;
    std::vector<MeetingAnswer> answers;
    for (auto const& meeting : store::list_of_pairing(tx, party.organisation, party.pairing.id)) {
        auto answer = answer_of(meeting);
        if (meeting.time && !meeting.cancelled_at && meeting.activity == Activity::conversation)
            answer.number = ++number;
        answer.is_pencilled_in = pencilled && answer.state == State::set;
        if (is_open(meeting)) answer.attendances = attendances[meeting.id];
        answer.changes = changes[meeting.id];
        answer.allowed_actions = allowed_actions(meeting, stage, party.side, now);
        answers.push_back(std::move(answer));
    }
    return answers;
}

MeetingAnswer answer_for(db::Tx& tx, Party const& party, MeetingId id, base::Instant now) {
    auto const all = answers_for(tx, party, now);
    return *std::ranges::find(all, id, &MeetingAnswer::id);
}

base::Result<Party> party_of(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    auto party = find_party(call.tx, call.viewer, id);
    if (!party) return pairing::pairing_not_found();
    return *party;
}

base::Result<std::vector<Time>> times_in(std::vector<WantedTime> const& wanted) {
    std::vector<Time> times;
    for (auto const& one : wanted) {
        auto const at = pairing::to_instant(one.starts_local, one.time_zone);
        if (!at) {
            auto const& error = at.refusal().errors.front();
            return base::invalid("/times/" + std::to_string(times.size()) + error.pointer, error.code);
        }
        times.push_back({one.starts_local, one.time_zone, *at});
    }
    return times;
}

Slots slots_for(db::Tx& tx, access::BusySource elsewhere, Party const& party, SlotQuery const& query, base::Instant now,
                std::vector<Busy> const& also_busy) {
    auto const zone_of = [&](Side side) { return person_on(tx, party, side).time_zone; };
    Slots slots;
    slots.time_zone = zone_of(party.side);
    slots.partners_time_zone = zone_of(pairing::other(party.side));
    auto search = slot_search_of(tx, elsewhere, party, query.minutes.value_or(kUsualMinutes), query.from_on, now);
    slots.closed_days = closed_days_of(tx, party, search);
    search.busy.insert(search.busy.end(), also_busy.begin(), also_busy.end());
    for (auto at : find_slots(search))
        slots.items.push_back({at, local_text(at, slots.time_zone), local_text(at, slots.partners_time_zone)});
    // Where there are times enough, days beyond the last of them left no gap.
    if (slots.items.size() == search.most)
        std::erase_if(slots.closed_days, [&](ClosedDay const& closed) {
            return zone::day_of(slots.items.back().starts_at, slots.time_zone) < closed.day;
        });
    return slots;
}

std::string called(pairing::PartnerBrief const& person) {
    return person.called_name.value_or(person.name);
}

std::string name_on(db::Tx& tx, Party const& party, Side side) {
    return called(person_on(tx, party, side));
}

LinkedPair linked_pair(db::Tx& tx, Party const& party) {
    auto const person = person_on(tx, party, party.side);
    return {called(person), name_on(tx, party, pairing::other(party.side)), person.time_zone};
}

bool is_pencilled_in(db::Tx& tx, Party const& party) {
    return !pairing::are_both_ready(tx, party.organisation, party.pairing);
}

}  // namespace meeting
