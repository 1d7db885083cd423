#include "pairing/goal_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace pairing::store {
namespace {

struct GoalContent {
    std::string text;
    std::vector<GoalStep> steps;
    bool is_reached = false;
    std::optional<base::Day> reached_on;
};
BOOST_DESCRIBE_STRUCT(GoalContent, (), (text, steps, is_reached, reached_on))
struct LadderContent {
    std::vector<LadderMark> marks;
};
BOOST_DESCRIBE_STRUCT(LadderContent, (), (marks))
struct TargetsContent {
    std::vector<std::string> targets;
};
BOOST_DESCRIBE_STRUCT(TargetsContent, (), (targets))

struct GoalRow {
    base::AnyId id;
    Side side;
    std::int32_t position;
    std::int32_t version;
    meta::Bytes sealed_content;
};
BOOST_DESCRIBE_STRUCT(GoalRow, (), (id, side, position, version, sealed_content))

struct LadderRow {
    base::AnyId id;
    meta::Bytes sealed_content;
};
BOOST_DESCRIBE_STRUCT(LadderRow, (), (id, sealed_content))

struct TargetsRow {
    base::AnyId id;
    meta::Bytes sealed_content;
    std::optional<meta::Bytes> sealed_echo;
};
BOOST_DESCRIBE_STRUCT(TargetsRow, (), (id, sealed_content, sealed_echo))

std::optional<TargetsRow> find_targets(db::Tx& tx, OrganisationId organisation, PairingId pairing, PersonId person) {
    return tx.one<TargetsRow>(R"(
        SELECT id, sealed_content, sealed_echo FROM targets
        WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3)",
                              organisation, pairing, person);
}

crypto::SealedPlace place_of(std::string_view table, std::string_view column, OrganisationId organisation,
                             base::AnyId row) {
    return {table, column, base::any(organisation), row};
}

}  // namespace

std::vector<Goal> goals_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing) {
    std::vector<Goal> goals;
    for (auto const& row : tx.all<GoalRow>(R"(
             SELECT id, side, position, version, sealed_content FROM goals
             WHERE organisation_id = $1 AND pairing_id = $2 ORDER BY side, position)",
                                           organisation, pairing)) {
        auto const text =
            crypto::open(keys, place_of("goals", "sealed_content", organisation, row.id), row.sealed_content);
        auto content = json::read<GoalContent>(text).value();
        goals.push_back({row.side, row.position, row.version, std::move(content.text), std::move(content.steps),
                         content.is_reached, content.reached_on});
    }
    return goals;
}

void save_goal(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, Goal const& goal) {
    remove_goal(tx, organisation, pairing, goal.side, goal.position);
    auto const id = tx.make_id<base::AnyId>();
    tx.run(R"(
        INSERT INTO goals (organisation_id, id, pairing_id, side, position, version, sealed_content)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, id, pairing, goal.side, goal.position, goal.version,
           crypto::seal(keys, place_of("goals", "sealed_content", organisation, id),
                        json::write(GoalContent{goal.text, goal.steps, goal.is_reached, goal.reached_on})));
}

void remove_goal(db::Tx& tx, OrganisationId organisation, PairingId pairing, Side side, std::int32_t position) {
    tx.run("DELETE FROM goals WHERE organisation_id = $1 AND pairing_id = $2 AND side = $3 AND position = $4",
           organisation, pairing, side, position);
}

std::vector<LadderMark> ladder_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing,
                                  PersonId person) {
    auto const row = tx.one<LadderRow>(R"(
        SELECT id, sealed_content FROM can_do_marks WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3)",
                                       organisation, pairing, person);
    if (!row) return {};
    auto const text =
        crypto::open(keys, place_of("can_do_marks", "sealed_content", organisation, row->id), row->sealed_content);
    return json::read<LadderContent>(text).value().marks;
}

void save_ladder(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, PersonId person,
                 std::vector<LadderMark> const& marks) {
    auto const id = tx.make_id<base::AnyId>();
    tx.run("DELETE FROM can_do_marks WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3", organisation,
           pairing, person);
    tx.run(
        R"(
        INSERT INTO can_do_marks (organisation_id, id, pairing_id, person_id, sealed_content) VALUES ($1, $2, $3, $4, $5))",
        organisation, id, pairing, person,
        crypto::seal(keys, place_of("can_do_marks", "sealed_content", organisation, id),
                     json::write(LadderContent{marks})));
}

std::vector<std::string> targets_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    PairingId pairing, PersonId person) {
    auto const row = find_targets(tx, organisation, pairing, person);
    if (!row) return {};
    auto const text =
        crypto::open(keys, place_of("targets", "sealed_content", organisation, row->id), row->sealed_content);
    return json::read<TargetsContent>(text).value().targets;
}

void save_targets(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, PersonId person,
                  std::vector<std::string> const& targets) {
    auto const id = tx.make_id<base::AnyId>();
    tx.run("DELETE FROM targets WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3", organisation,
           pairing, person);
    tx.run(R"(
        INSERT INTO targets (organisation_id, id, pairing_id, person_id, sealed_content) VALUES ($1, $2, $3, $4, $5))",
           organisation, id, pairing, person,
           crypto::seal(keys, place_of("targets", "sealed_content", organisation, id),
                        json::write(TargetsContent{targets})));
}

std::optional<Echo> echo_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing,
                            PersonId person) {
    auto const row = find_targets(tx, organisation, pairing, person);
    if (!row || !row->sealed_echo) return std::nullopt;
    return json::read<Echo>(
               crypto::open(keys, place_of("targets", "sealed_echo", organisation, row->id), *row->sealed_echo))
        .value();
}

void save_echo(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, PairingId pairing, PersonId person,
               Echo const& echo) {
    if (!find_targets(tx, organisation, pairing, person)) save_targets(tx, keys, organisation, pairing, person, {});
    auto const row = find_targets(tx, organisation, pairing, person).value();
    tx.run("UPDATE targets SET sealed_echo = $3 WHERE organisation_id = $1 AND id = $2", organisation, row.id,
           crypto::seal(keys, place_of("targets", "sealed_echo", organisation, row.id), json::write(echo)));
}

void forget_goals(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    for (auto const* table : {"goals", "can_do_marks", "targets"})
        tx.run("DELETE FROM " + std::string(table) + " WHERE organisation_id = $1 AND pairing_id = $2", organisation,
               pairing);
}

std::vector<PairingId> list_to_echo(db::Tx& tx, OrganisationId organisation, base::Day closed_on) {
    return tx.values<PairingId>(R"(
        SELECT p.id FROM pairings p
        JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
        WHERE p.organisation_id = $1 AND p.started_at IS NOT NULL AND closure.closed_on <= $2
          AND closure.closed_on > $3 ORDER BY p.id)",
                                organisation, closed_on, closed_on - 7);
}

}  // namespace pairing::store
