#include "record/timeline_http.hpp"

#include "meeting/notebook_store.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/goal_store.hpp"
#include "pairing/pairing_store.hpp"
#include "record/timeline_store.hpp"
#include "topic/topic.hpp"

namespace record {
namespace {

std::vector<Shown> shown_of(access::Call& call, pairing::PairingId pairing) {
    std::vector<Shown> shown;
    auto const& topics = topic::catalogue(call.viewer.language);
    for (auto const& one :
         meeting::store::list_teach_backs(call.tx, {call.tools.keys, call.viewer.organisation, pairing, {}})) {
        auto const* topic = topics.find(one.topic);
        if (one.shown_on) shown.push_back({topic == nullptr ? one.topic : topic->name, *one.shown_on});
    }
    return shown;
}

Life life_of(access::Call& call, pairing::Pairing const& pairing) {
    auto& tx = call.tx;
    auto const organisation = call.viewer.organisation;
    auto const agreement = pairing::store::find_agreement_without_outcomes(tx, organisation, pairing.id);
    Life life;
    life.pairing = pairing;
    life.suggested_at = store::find_suggested_at(tx, organisation, pairing.id);
    life.first_meeting = pairing::store::find_meeting(tx, organisation, pairing.id);
    life.signed_versions = pairing::store::signed_versions_of(tx, organisation, pairing.id);
    if (agreement) life.ends_on = agreement->ends_on;
    life.meetings = meeting::store::list_of_pairing(tx, organisation, pairing.id);
    life.changes = meeting::store::changes_of(tx, organisation, pairing.id);
    life.goals = pairing::store::goals_of(tx, call.tools.keys, organisation, pairing.id);
    life.shown = shown_of(call, pairing.id);
    life.pauses = store::list_pauses(tx, organisation, pairing.id);
    life.asked = store::list_asked(tx, organisation, pairing.id);
    return life;
}

}  // namespace

base::Result<Timeline> show_timeline(access::Call& call) {
    TRY(id, call.id<pairing::PairingId>("id"));
    auto const pairing = pairing::store::find_mine(call.tx, call.viewer, id);
    if (!pairing) return pairing::pairing_not_found();
    return timeline_of(life_of(call, *pairing), *pairing->side_of(*call.viewer.person), call.now,
                       call.viewer.time_zone);
}

}  // namespace record
