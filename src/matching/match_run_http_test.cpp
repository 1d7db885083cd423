#include "matching/match_run_http.hpp"

#include "support/matching.hpp"

namespace matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using AMatchRun = Matching;

TEST_F(AMatchRun, finds_the_pairs_proves_them_and_says_why) {
    auto const run = finished_run();
    EXPECT_EQ(run.state, RunState::draft);
    ASSERT_TRUE(run.report);
    EXPECT_EQ(run.report->certificate, "verified");
    EXPECT_EQ(run.report->pairs, 2);
    EXPECT_EQ(run.report->mentors_reached, 2);
    EXPECT_EQ(run.report->allowed_pairs, 4);
    EXPECT_THAT(run.allowed_actions, ElementsAre(RunAction::publish));
    auto const found = pairs(run.id).items;
    ASSERT_EQ(found.size(), 2U);
    ASSERT_FALSE(found[0].reasons.for_mentee.empty());
    EXPECT_EQ(found[0].reasons.for_mentee[0].code, "topic_equal");
    EXPECT_EQ(found[0].reasons.for_mentee[0].topic, "C1");
    EXPECT_EQ(found[0].reasons.for_mentor[0].topic, "I1");
    EXPECT_THAT(door.as(cast.jo).get(run_path(run.id, "/leftovers")).as<RunLeftovers>().items, IsEmpty());
}

TEST_F(AMatchRun, is_audited_when_it_is_made) {
    EXPECT_EQ(door.as(cast.jo).get(run_path(start(cast.jo).as<MatchRunAnswer>().id, "/audit")).status, 404);
    door.house().drain();
    // Four people are too few to compare anything.
    auto const audit = door.as(cast.jo).get(run_path(finished_run().id, "/audit")).as<FairnessAudit>();
    EXPECT_EQ(audit.least_group, 5);
    EXPECT_EQ(audit.people, 0);
    EXPECT_THAT(audit.divisions, IsEmpty());
    door.database().write([&](db::Tx& tx) {
        for (int n = 0; n < 6; ++n) support::enrol_another(tx, cast, cast.ana_enrolled, "Extra " + std::to_string(n));
    });
    auto const larger = door.as(cast.jo).get(run_path(finished_run().id, "/audit")).as<FairnessAudit>();
    EXPECT_EQ(larger.people, 10);
    EXPECT_EQ(larger.reached, 4);
    ASSERT_THAT(larger.divisions, SizeIs(3));
    support::expect_closed_to_others(door, cast, {http::Method::get, run_path(finished_run().id, "/audit")},
                                     {cast.ana, cast.sofia, cast.marta, cast.nina});
}

TEST_F(AMatchRun, gives_the_same_hash_for_the_same_seed) {
    auto const first = finished_run(R"(,"seed":7)");
    auto const again = finished_run(R"(,"seed":7)");
    EXPECT_EQ(first.report->result_hash, again.report->result_hash);
    EXPECT_EQ(again.number, 2);
    EXPECT_THAT(seen(first.id).allowed_actions, IsEmpty()) << "only the newest draft is published";
}

TEST_F(AMatchRun, says_what_may_come_of_its_suggestions) {
    auto const outlook = finished_run().report->outlook;
    ASSERT_TRUE(outlook);
    EXPECT_LE(outlook->expected_at_60, outlook->expected_at_80);
    EXPECT_LE(outlook->expected_at_80, 2) << "no more than there are pairs";
    EXPECT_GE(outlook->costly, 0);
}

TEST_F(AMatchRun, can_be_fair_or_balanced) {
    auto const fair = finished_run(R"(,"objective":"fair")");
    EXPECT_EQ(fair.objective, Objective::fair);
    ASSERT_TRUE(fair.report->floors);
    std::int64_t pairs = 0;
    for (auto const& floor : fair.report->floors->raised) pairs += floor.pairs;
    EXPECT_EQ(pairs, fair.report->pairs);
    EXPECT_EQ(fair.report->floors->end, engine::FloorsEnd::nothing_above);
    auto const run = finished_run(R"(,"objective":"balanced")");
    EXPECT_EQ(run.report->certificate, "verified");
    EXPECT_EQ(run.report->pairs, 2);
    EXPECT_FALSE(run.report->floors) << "only a fair run raises floors";
}

TEST_F(AMatchRun, can_be_stable) {
    auto const run = finished_run(R"(,"objective":"stable")");
    EXPECT_EQ(run.report->blocking_pairs, 0);
    EXPECT_EQ(run.report->pairs, 2);
}

TEST_F(AMatchRun, pages_through_its_pairs) {
    auto const run = finished_run();
    auto const first = pairs(run.id, "?limit=1");
    ASSERT_EQ(first.items.size(), 1U);
    ASSERT_TRUE(first.next_cursor);
    auto const second = pairs(run.id, "?limit=1&cursor=" + *first.next_cursor);
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_FALSE(second.next_cursor);
    EXPECT_NE(first.items[0].mentor.id, second.items[0].mentor.id);
}

// Page by page, one row each.
template <class List, class NameOf>
std::vector<std::string> names_in_order(support::Visitor const& reader, std::string const& list, NameOf name_of) {
    std::vector<std::string> names;
    for (std::optional<std::string> cursor = ""; cursor;) {
        auto const page = reader.get(list + "&limit=1" + (cursor->empty() ? "" : "&cursor=" + *cursor));
        EXPECT_EQ(page.status, 200) << page.body;
        auto const read = page.as<List>();
        for (auto const& row : read.items) names.push_back(name_of(row));
        cursor = read.next_cursor;
    }
    return names;
}

TEST_F(AMatchRun, sorts_its_pairs_by_either_side) {
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, cast.sofia))).status, 204);
    auto const list = run_path(finished_run().id, "/pairs?sort=");
    auto const jo = door.as(cast.jo);
    auto const mentor = [](RunPair const& pair) { return pair.mentor.name; };
    auto const mentee = [](RunPair const& pair) { return pair.mentee.name; };
    EXPECT_THAT(names_in_order<RunPairs>(jo, list + "mentor", mentor), ElementsAre("Ana Moreira", "Bruno Castelli"));
    EXPECT_THAT(names_in_order<RunPairs>(jo, list + "mentee", mentee), ElementsAre("David Okafor", "Sofia Lind"));
    EXPECT_THAT(names_in_order<RunPairs>(jo, list + "position", mentor), SizeIs(2));
    EXPECT_EQ(jo.get(list + "points").text("/errors/0/code"), "enum");
}

TEST_F(AMatchRun, sorts_who_has_no_partner_yet) {
    run_sql("UPDATE people SET level = 1 WHERE organisation_id = $1 AND id = $2", cast.sofia);
    auto const list = run_path(finished_run().id, "/leftovers?sort=");
    auto const jo = door.as(cast.jo);
    auto const name = [](RunLeftover const& one) { return one.person.name; };
    auto const by_name = names_in_order<RunLeftovers>(jo, list + "name", name);
    EXPECT_THAT(by_name, SizeIs(2));
    EXPECT_TRUE(std::ranges::is_sorted(by_name));
    auto const department = [](RunLeftover const& one) { return one.person.department.value_or(""); };
    EXPECT_TRUE(std::ranges::is_sorted(names_in_order<RunLeftovers>(jo, list + "department", department)));
}

TEST_F(AMatchRun, says_who_started_it_also_in_the_list) {
    EXPECT_EQ(start(cast.jo).as<MatchRunAnswer>().started_by, "Jo Byrne");
    EXPECT_EQ(start(cast.kim).as<MatchRunAnswer>().started_by, "Kim Park");
    auto const runs = door.as(cast.jo).get("/api/match-runs?programme_id=" + cast.programme.text()).as<MatchRunList>();
    ASSERT_EQ(runs.items.size(), 2U);
    EXPECT_EQ(runs.items[0].started_by, "Kim Park");
    EXPECT_EQ(runs.items[1].started_by, "Jo Byrne");
}

TEST_F(AMatchRun, can_be_cancelled_before_it_has_ended) {
    auto const id = start(cast.jo).as<MatchRunAnswer>().id;
    EXPECT_EQ(door.as(cast.jo).post(run_path(id, "/cancellation")).status, 200);
    door.house().drain();
    EXPECT_EQ(seen(id).state, RunState::cancelled);
    EXPECT_EQ(door.as(cast.jo).post(run_path(id, "/cancellation")).code(), "run_has_ended");
}

TEST_F(AMatchRun, says_who_has_no_partner_yet_and_why) {
    run_sql("UPDATE people SET level = 1 WHERE organisation_id = $1 AND id = $2", cast.sofia);
    auto const run = finished_run();
    auto const left = door.as(cast.jo).get(run_path(run.id, "/leftovers")).as<RunLeftovers>().items;
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].reason.code, "all_taken");
    EXPECT_EQ(left[0].reason.could_meet, 1);
    EXPECT_EQ(left[0].reason.department, "Finance");
    EXPECT_EQ(left[1].person.id, cast.sofia);
    EXPECT_EQ(left[1].reason.code, "nobody");
    EXPECT_EQ(left[1].reason.rule, "level_gap");
}

TEST_F(AMatchRun, shows_a_coordinator_who_takes_part_nothing_about_themselves) {
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                  VALUES ($1, $2, $3, 'coordinator', $4, 0))",
               cast.organisation, tx.make_id<base::AnyId>(), cast.ana, cast.programme);
    });
    auto const run = finished_run(R"(,"objective":"fair")");
    EXPECT_TRUE(run.report->floors);
    EXPECT_FALSE(door.as(cast.ana).get(run_path(run.id)).as<MatchRunAnswer>().report->floors)
        << "what pairs gain may be what their own gains";
    auto const found = door.as(cast.ana).get(run_path(run.id, "/pairs")).as<RunPairs>().items;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].mentor.id, cast.bruno);
    EXPECT_EQ(door.as(cast.ana)
                  .get(programme("/why-not?mentor_id=" + cast.ana.text() + "&mentee_id=" + cast.sofia.text()))
                  .status,
              404);
}

TEST_F(AMatchRun, is_closed_to_everybody_else) {
    auto const run = finished_run();
    std::vector<PersonId> const wrong{cast.ana, cast.amir, cast.nina, cast.marta, cast.otto};
    auto const body = R"({"programme_id":")" + cast.programme.text() + "\"}";
    support::expect_closed_to_others(door, cast, {http::Method::post, "/api/match-runs", body}, wrong);
    for (auto const* rest : {"", "/pairs", "/leftovers"})
        support::expect_closed_to_others(door, cast, {http::Method::get, run_path(run.id, rest)}, wrong);
    support::expect_closed_to_others(door, cast, {http::Method::put, run_path(run.id, "/publication")}, wrong);
    support::expect_closed_to_others(door, cast, {http::Method::remove, run_path(run.id, "/publication")}, wrong);
    support::expect_closed_to_others(door, cast, {http::Method::post, run_path(run.id, "/cancellation")}, wrong);
    for (auto const* rest : {"/match-outlook", "/rounds", "/wishes"})
        support::expect_closed_to_others(door, cast, {http::Method::get, programme(rest)}, wrong);
    support::expect_closed_to_others(door, cast,
                                     {http::Method::put, programme("/locks/" + couple(cast.ana, cast.sofia))}, wrong);
    support::expect_closed_to_others(door, cast,
                                     {http::Method::put, programme("/bans/" + couple(cast.ana, cast.sofia))}, wrong);
}

TEST_F(AMatchRun, refuses_nonsense) {
    EXPECT_EQ(start(cast.jo, R"(,"objective":"nicest")").status, 422);
    EXPECT_EQ(start(cast.jo, R"(,"seed":-1)").status, 422);
    EXPECT_EQ(start(cast.jo, R"(,"colour":1)").status, 422);
    EXPECT_EQ(door.as(cast.jo).get("/api/match-runs/nonsense").status, 404);
    EXPECT_EQ(door.as(cast.jo).get(run_path(MatchRunId{})).status, 404);
}

}  // namespace
}  // namespace matching
