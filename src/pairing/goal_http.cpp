#include "pairing/goal_http.hpp"

#include "pairing/goal_actions.hpp"

namespace pairing {
namespace {

struct GoalPlace {
    PairingId pairing;
    Side side = Side::mentor;
    std::int32_t position = 1;
};

// /pairings/{id}/goals/{side}/{position}
base::Result<GoalPlace> place_in(access::Call& call) {
    GoalPlace place;
    TRY(id, call.id<PairingId>("id"));
    place.pairing = id;
    auto const side = call.parameter("side");
    auto const position = call.parameter("position");
    if (side != "mentor" && side != "mentee") return base::not_found("goal");
    place.side = side == "mentor" ? Side::mentor : Side::mentee;
    if (position.size() != 1 || position[0] < '1' || position[0] > '0' + static_cast<char>(kMostGoals))
        return base::not_found("goal");
    place.position = position[0] - '0';
    return place;
}

}  // namespace

base::Result<PairGoals> show_goals(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    return read_goals(call.tx, call.tools.keys, call.viewer, id);
}

base::Result<PairGoals> put_goal(access::Call& call, GoalChange const& change) {
    TRY(place, place_in(call));
    return write_goal(call.tx, call.tools.keys, call.viewer, place.pairing,
                      {place.side, place.position, change.version, change.text, change.steps, change.is_reached},
                      call.now);
}

base::Result<PairGoals> delete_goal(access::Call& call) {
    TRY(place, place_in(call));
    return remove_goal(call.tx, call.tools.keys, call.viewer, place.pairing, place.side, place.position, call.now);
}

base::Result<PairGoals> put_ladder(access::Call& call, LadderChange const& change) {
    TRY(id, call.id<PairingId>("id"));
    return mark_ladder(call.tx, call.tools.keys, call.viewer, id, change.marks, call.now);
}

base::Result<PairGoals> put_targets(access::Call& call, TargetsChange const& change) {
    TRY(id, call.id<PairingId>("id"));
    return set_targets(call.tx, call.tools.keys, call.viewer, id, change.targets, call.now);
}

base::Result<PairGoals> put_echo(access::Call& call, Echo const& echo) {
    TRY(id, call.id<PairingId>("id"));
    return give_echo(call.tx, call.tools.keys, call.viewer, id, echo, call.now);
}

}  // namespace pairing
