#include "pairing/goal_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/agreement_store.hpp"
#include "pairing/goal_store.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "topic/topic.hpp"

namespace pairing {
namespace {

// Of the agreement alone while nothing was signed: before the start there are no goals.
std::vector<Goal> goals_of_pair(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                Pairing const& pairing) {
    auto written = store::goals_of(tx, keys, organisation, pairing.id);
    auto const agreement = store::find_agreement(tx, keys, organisation, pairing.id);
    if (!pairing.started_at || !agreement) return written;
    return goals_with_outcomes(std::move(written), *agreement);
}

std::vector<LadderTopic> named(std::vector<std::string> const& keys, std::string const& language) {
    std::vector<LadderTopic> topics;
    for (auto const& key : keys)
        if (auto const* topic = topic::catalogue(language).find(key)) topics.push_back({topic->key, topic->name});
    return topics;
}

PairGoals goals_for(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, Pairing const& pairing) {
    auto const organisation = viewer.organisation;
    auto const own = *viewer.person;
    auto const side = *pairing.side_of(own);
    auto const partner = pairing.person(other(side));
    PairGoals answer;
    answer.side = side;
    answer.goals = goals_of_pair(tx, keys, organisation, pairing);
    answer.ladder = {named(store::topics_given(tx, organisation, pairing, other(side)), viewer.language),
                     store::ladder_of(tx, keys, organisation, pairing.id, own),
                     named(store::topics_given(tx, organisation, pairing, side), viewer.language),
                     store::ladder_of(tx, keys, organisation, pairing.id, partner)};
    answer.targets = {store::targets_of(tx, keys, organisation, pairing.id, own),
                      store::targets_of(tx, keys, organisation, pairing.id, partner), echo_on(pairing),
                      store::echo_of(tx, keys, organisation, pairing.id, own), kept_until(pairing)};
    answer.may_change = is_live(pairing) && pairing.started_at.has_value();
    return answer;
}

base::Result<Pairing> pairing_of(db::Tx& tx, access::Viewer const& viewer, PairingId id) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    return *std::move(pairing);
}

Goal const* find_goal(std::vector<Goal> const& goals, Side side, std::int32_t position) {
    for (auto const& goal : goals)
        if (goal.side == side && goal.position == position) return &goal;
    return nullptr;
}

}  // namespace

base::Result<PairGoals> read_goals(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id) {
    TRY(pairing, pairing_of(tx, viewer, id));
    return goals_for(tx, keys, viewer, pairing);
}

base::Result<PairGoals> write_goal(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                   Goal const& wanted, base::Instant now) {
    TRY(pairing, pairing_of(tx, viewer, id));
    auto const standing = store::goals_of(tx, keys, viewer.organisation, id);
    auto const* before = find_goal(standing, wanted.side, wanted.position);
    TRY(changed, change_goal(pairing, before ? before->version : 0, wanted));
    changed.reached_on = reached_since(changed, before, base::utc_day(now));
    store::save_goal(tx, keys, viewer.organisation, id, changed);
    record_of_pair(tx, viewer.organisation, kGoalChanged, pairing, {}, now);
    return goals_for(tx, keys, viewer, pairing);
}

base::Result<PairGoals> remove_goal(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                    Side side, std::int32_t position, base::Instant now) {
    TRY(pairing, pairing_of(tx, viewer, id));
    if (!is_live(pairing)) return pairing_over();
    if (find_goal(store::goals_of(tx, keys, viewer.organisation, id), side, position) != nullptr) {
        store::remove_goal(tx, viewer.organisation, id, side, position);
        record_of_pair(tx, viewer.organisation, kGoalChanged, pairing, {}, now);
    }
    return goals_for(tx, keys, viewer, pairing);
}

base::Result<PairGoals> mark_ladder(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                    std::vector<LadderMark> const& marks, base::Instant now) {
    TRY(pairing, pairing_of(tx, viewer, id));
    if (!is_live(pairing)) return pairing_over();
    if (!pairing.started_at) return not_started();
    auto const giver = other(*pairing.side_of(*viewer.person));
    TRY_VOID(check_ladder(marks, store::topics_given(tx, viewer.organisation, pairing, giver)));
    store::save_ladder(tx, keys, viewer.organisation, id, *viewer.person, marks);
    audit::record_private(tx, viewer.organisation, kLadderMarked, now);
    return goals_for(tx, keys, viewer, pairing);
}

base::Result<PairGoals> set_targets(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                    std::vector<std::string> const& targets, base::Instant now) {
    TRY(pairing, pairing_of(tx, viewer, id));
    TRY_VOID(may_set_targets(pairing, base::utc_day(now)));
    std::vector<std::string> kept;
    for (auto const& target : targets)
        if (auto trimmed = base::trim(target); !trimmed.empty()) kept.push_back(std::move(trimmed));
    store::save_targets(tx, keys, viewer.organisation, id, *viewer.person, kept);
    audit::record_private(tx, viewer.organisation, kTargetsSet, now);
    return goals_for(tx, keys, viewer, pairing);
}

base::Result<PairGoals> give_echo(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                  Echo const& echo, base::Instant now) {
    TRY(pairing, pairing_of(tx, viewer, id));
    TRY_VOID(may_echo(pairing, base::utc_day(now)));
    auto const targets = store::targets_of(tx, keys, viewer.organisation, id, *viewer.person);
    if (echo.kept.size() != targets.size()) return base::invalid("/kept", "other_count");
    store::save_echo(tx, keys, viewer.organisation, id, *viewer.person, {echo.kept, base::trim(echo.stuck)});
    audit::record_private(tx, viewer.organisation, kEchoGiven, now);
    return goals_for(tx, keys, viewer, pairing);
}

void tell_echo(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& id : store::list_to_echo(tx, organisation, base::utc_day(now) - kEchoDays)) {
        auto const pairing = store::find(tx, organisation, id).value();
        for (auto side : {Side::mentor, Side::mentee})
            notice::tell(tx, organisation, pairing.person(side), notice::echo_waits, base::any(id), now);
    }
}

}  // namespace pairing
