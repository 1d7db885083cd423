#include "matching/match_run_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_actions.hpp"
#include "matching/suggestion_actions.hpp"
#include "matching/why_not_shapes.hpp"
#include "person/conflict_store.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/programme_store.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr char const* kHappy = R"({"answer":"happy_to_meet","decides_nothing_confirmed":true})";
constexpr char const* kRatherNot = R"({"answer":"rather_not"})";

class Matching : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    std::string programme(std::string const& rest = "") const {
        return "/api/programmes/" + cast.programme.text() + rest;
    }
    static std::string run_path(MatchRunId id, std::string const& rest = "") {
        return "/api/match-runs/" + id.text() + rest;
    }
    std::string couple(PersonId mentor, PersonId mentee) const { return mentor.text() + "/" + mentee.text(); }

    support::Reply start(PersonId by, std::string const& more = "") {
        return door.as(by).post("/api/match-runs", R"({"programme_id":")" + cast.programme.text() + "\"" + more + "}");
    }
    MatchRunAnswer finished_run(std::string const& more = "") {
        auto const reply = start(cast.jo, more);
        EXPECT_EQ(reply.status, 202) << reply.body;
        door.house().drain();
        return seen(reply.as<MatchRunAnswer>().id);
    }
    MatchRunAnswer seen(MatchRunId id) { return door.as(cast.jo).get(run_path(id)).as<MatchRunAnswer>(); }
    RunPairs pairs(MatchRunId id, std::string const& query = "") {
        return door.as(cast.jo).get(run_path(id, "/pairs" + query)).as<RunPairs>();
    }
    MatchRunAnswer published_run() {
        auto const run = finished_run();
        EXPECT_EQ(door.as(cast.jo).put(run_path(run.id, "/publication")).status, 200);
        door.house().drain();
        return run;
    }
    std::vector<SuggestionAnswer> suggestions(PersonId by) {
        return door.as(by).get("/api/suggestions").as<MySuggestions>().items;
    }
    support::Reply answer(PersonId by, char const* body) {
        return door.as(by).put("/api/suggestions/" + suggestions(by).at(0).id.text() + "/answer", body);
    }
    void closing_day_passes() {
        door.clock().advance(std::chrono::hours(24 * 9));
        door.house().round();
        door.house().drain();
    }
    std::int64_t pairings() {
        return door.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM pairings WHERE organisation_id = $1", cast.organisation)
                .value();
        });
    }
    void run_sql(std::string const& sql, PersonId person) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, person); });
    }
};

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

using KeepingTogetherAndApart = Matching;

TEST_F(KeepingTogetherAndApart, survives_every_run) {
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, cast.david))).status, 204);
    for (int n = 0; n < 3; ++n) {
        auto const found = pairs(finished_run().id).items;
        EXPECT_THAT(found, Contains(testing::Truly([&](RunPair const& pair) {
                        return pair.mentor.id == cast.ana && pair.mentee.id == cast.david && pair.is_locked;
                    })));
    }
    EXPECT_EQ(door.as(cast.jo).put(programme("/bans/" + couple(cast.ana, cast.david))).status, 204);
    auto const wishes = door.as(cast.jo).get(programme("/wishes")).as<Wishes>();
    ASSERT_EQ(wishes.items.size(), 1U);
    EXPECT_EQ(wishes.items[0].wish, Wish::apart);
    for (auto const& pair : pairs(finished_run().id).items)
        EXPECT_FALSE(pair.mentor.id == cast.ana && pair.mentee.id == cast.david);
    EXPECT_EQ(door.as(cast.jo).remove(programme("/bans/" + couple(cast.ana, cast.david))).status, 204);
    EXPECT_THAT(door.as(cast.jo).get(programme("/wishes")).as<Wishes>().items, IsEmpty());
}

TEST_F(KeepingTogetherAndApart, reports_a_lock_that_cannot_be_kept) {
    for (auto const& mentee : {cast.sofia, cast.david})
        EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, mentee))).status, 204);
    auto const locks = finished_run().report->unplaced_locks;
    ASSERT_EQ(locks.size(), 1U);
    EXPECT_EQ(locks[0].reason, "no_place");
    EXPECT_THAT(locks[0].against, SizeIs(1));
}

TEST_F(KeepingTogetherAndApart, knows_only_people_who_take_part_each_on_their_side) {
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.sofia, cast.ana))).status, 404);
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, cast.otto))).status, 404);
    EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + couple(cast.ana, cast.lena))).status, 404);
}

TEST_F(KeepingTogetherAndApart, refuses_somebody_with_themselves) {
    for (auto const* wish : {"/locks/", "/bans/"}) {
        auto const refused = door.as(cast.jo).put(programme(wish + couple(cast.ana, cast.ana)));
        EXPECT_EQ(refused.status, 422);
        EXPECT_EQ(refused.text("/errors/0/code"), "same_person");
        EXPECT_EQ(refused.text("/errors/0/pointer"), "/mentee_id");
    }
    EXPECT_THAT(door.as(cast.jo).get(programme("/wishes")).as<Wishes>().items, IsEmpty());
}

using LookingAhead = Matching;

TEST_F(LookingAhead, counts_what_each_rule_removes_before_launch) {
    run_sql("UPDATE people SET manager_id = $2 WHERE organisation_id = $1 AND name = 'Ana Moreira'", cast.sofia);
    auto const outlook = door.as(cast.jo).get(programme("/match-outlook")).as<Outlook>();
    EXPECT_EQ(outlook.possible_pairs, 4);
    EXPECT_EQ(outlook.allowed_pairs, 3);
    EXPECT_THAT(outlook.rules, Contains(testing::Truly([](RuleCount const& count) {
                    return count.rule == "above" && count.pairs == 1 && count.pairs_alone == 1;
                })));
}

TEST_F(LookingAhead, answers_why_not_in_public_reasons) {
    auto const ask = [&] {
        return door.as(cast.jo)
            .get(programme("/why-not?mentor_id=" + cast.ana.text() + "&mentee_id=" + cast.sofia.text()))
            .as<WhyNot>();
    };
    EXPECT_THAT(ask().rules, IsEmpty());
    EXPECT_TRUE(ask().reasons);
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.sofia);
    ASSERT_THAT(ask().rules, SizeIs(1));
    EXPECT_EQ(ask().rules[0].rule, "unknown_line");
    EXPECT_EQ(ask().rules[0].lift, Lift::complete_line);
    EXPECT_THAT(ask().rules[0].people, ElementsAre(cast.sofia));
    EXPECT_FALSE(ask().reasons);
}

// Rules 7: whatever private cause stands between two people, everything a coordinator can fetch is the same, and the
// same as for a public cause of the same name.
TEST_F(LookingAhead, betrays_no_private_reason) {
    auto const everything = [&](auto make_cause) {
        support::Cast const world = support::make_cast(door.database());
        door.database().write([&](db::Tx& tx) { make_cause(tx, world); });
        cast = world;
        auto const run = finished_run(R"(,"seed":1)");
        auto text = door.as(cast.jo).get(programme("/match-outlook")).body;
        text += door.as(cast.jo)
                    .get(programme("/why-not?mentor_id=" + cast.ana.text() + "&mentee_id=" + cast.sofia.text()))
                    .body;
        auto report = *run.report;
        report.snapshot_hash = report.result_hash = "";
        text += json::write(report);
        for (auto const& left : door.as(cast.jo).get(run_path(run.id, "/leftovers")).as<RunLeftovers>().items)
            text += json::write(left.reason);
        return text;
    };
    auto const exclude = [](db::Tx& tx, access::OrganisationId organisation, PersonId by, PersonId whom) {
        tx.run(
            "INSERT INTO exclusions (organisation_id, person_id, excluded_id, excluded_name, excluded_name_folded) "
            "VALUES ($1, $2, $3, '', '')",
            organisation, by, whom);
    };
    auto const by_ana =
        everything([&](db::Tx& tx, support::Cast const& w) { exclude(tx, w.organisation, w.ana, w.sofia); });
    auto const by_sofia =
        everything([&](db::Tx& tx, support::Cast const& w) { exclude(tx, w.organisation, w.sofia, w.ana); });
    auto const held_by_hr = everything([&](db::Tx& tx, support::Cast const& w) {
        person::store::insert_conflict(tx, access::house(w.organisation), {w.sofia, w.ana},
                                       base::utc_day(support::cast_time()));
    });
    auto const earlier = everything(
        [&](db::Tx& tx, support::Cast const& w) { support::make_partners_of_before(tx, w, w.ana, w.sofia); });
    auto const nothing = everything([](db::Tx&, support::Cast const&) {});
    EXPECT_EQ(by_ana, by_sofia);
    EXPECT_EQ(by_ana, held_by_hr);
    EXPECT_EQ(by_ana, earlier);
    EXPECT_NE(by_ana, nothing) << "the attacker must see that something stands between them";
    EXPECT_THAT(by_ana, HasSubstr(R"("rules":[{"rule":"not_available")"));
}

using Suggestions = Matching;

TEST_F(Suggestions, are_symmetrical_and_speak_both_ways) {
    published_run();
    for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david}) {
        auto const mine = suggestions(person);
        ASSERT_EQ(mine.size(), 1U);
        auto const theirs = suggestions(mine[0].partner.id);
        ASSERT_EQ(theirs.size(), 1U);
        EXPECT_EQ(theirs[0].partner.id, person);
        EXPECT_EQ(theirs[0].id, mine[0].id);
        ASSERT_FALSE(mine[0].you_want.empty());
        EXPECT_EQ(mine[0].you_want[0].topic, theirs[0].they_want[0].topic);
    }
    EXPECT_EQ(to_text(suggestions(cast.ana)[0].closes_on), "2026-11-27");
    EXPECT_THAT(suggestions(cast.lena), IsEmpty());
}

TEST_F(Suggestions, may_be_up_to_three_each) {
    run_sql("UPDATE programmes SET suggestions_each = 3 WHERE organisation_id = $1 AND id <> $2", cast.ana);
    published_run();
    for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david})
        EXPECT_THAT(suggestions(person), SizeIs(2)) << "there are two people whom everybody could meet";
}

TEST_F(Suggestions, join_those_who_are_both_happy_to_meet) {
    published_run();
    EXPECT_EQ(answer(cast.ana, kHappy).status, 200);
    EXPECT_EQ(door.as(cast.ana).get("/api/suggestions").text("/items/0/answer"), "happy_to_meet");
    EXPECT_EQ(answer(suggestions(cast.ana)[0].partner.id, kHappy).status, 200);
    EXPECT_EQ(answer(cast.bruno, kHappy).status, 200);
    EXPECT_EQ(pairings(), 0);
    closing_day_passes();
    EXPECT_EQ(pairings(), 1);
    EXPECT_THAT(suggestions(cast.ana), IsEmpty());
    EXPECT_THAT(suggestions(cast.bruno), IsEmpty());
    auto const next = finished_run();
    EXPECT_EQ(next.report->pairs, 1) << "whoever has no partner enters the next round";
}

TEST_F(Suggestions, close_at_once_when_all_have_answered) {
    published_run();
    for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david}) answer(person, kHappy);
    door.clock().advance(std::chrono::minutes(20));
    door.house().round();
    door.house().drain();
    EXPECT_EQ(pairings(), 2);
}

TEST_F(Suggestions, may_be_answered_again_until_the_round_closes) {
    published_run();
    EXPECT_EQ(answer(cast.ana, kRatherNot).status, 200);
    EXPECT_EQ(answer(cast.ana, kHappy).status, 200);
    auto const id = suggestions(cast.ana)[0].id.text();
    door.clock().advance(std::chrono::hours(24 * 9));
    EXPECT_EQ(door.as(cast.ana).put("/api/suggestions/" + id + "/answer", kHappy).code(), "round_has_closed");
}

TEST_F(Suggestions, ask_for_the_confirmation_with_a_happy_answer) {
    published_run();
    EXPECT_EQ(answer(cast.ana, R"({"answer":"happy_to_meet"})").status, 422);
    EXPECT_EQ(answer(cast.ana, R"({"answer":"rather_not","rank":1})").status, 422);
    EXPECT_EQ(answer(cast.ana, R"({"answer":"happy_to_meet","decides_nothing_confirmed":true,"rank":4})").status, 422);
    EXPECT_EQ(answer(cast.ana, R"({"answer":"perhaps"})").status, 422);
}

TEST_F(Suggestions, are_answered_only_by_the_two) {
    published_run();
    auto const target = "/api/suggestions/" + suggestions(cast.ana)[0].id.text() + "/answer";
    auto const third = suggestions(cast.ana)[0].partner.id == cast.sofia ? cast.david : cast.sofia;
    support::expect_closed_to_others(door, cast, {http::Method::put, target, kHappy},
                                     {third, cast.jo, cast.amir, cast.marta, cast.otto});
}

TEST_F(Suggestions, are_gone_when_the_coordinator_takes_them_back) {
    auto const run = published_run();
    answer(cast.ana, kHappy);
    EXPECT_EQ(door.as(cast.jo).put(run_path(run.id, "/publication")).code(), "not_a_draft");
    EXPECT_EQ(door.as(cast.jo).remove(run_path(run.id, "/publication")).status, 200);
    EXPECT_EQ(seen(run.id).state, RunState::withdrawn);
    EXPECT_THAT(suggestions(cast.ana), IsEmpty());
    auto const next = published_run();
    EXPECT_EQ(suggestions(cast.ana)[0].answer, std::nullopt);
    closing_day_passes();
    EXPECT_EQ(door.as(cast.jo).remove(run_path(next.id, "/publication")).code(), "round_has_closed");
}

TEST_F(Suggestions, are_not_published_on_an_old_tree) {
    auto const run = finished_run();
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.sofia);
    EXPECT_EQ(door.as(cast.jo).put(run_path(run.id, "/publication")).code(), "run_outdated");
}

TEST_F(Suggestions, wait_for_the_round_before_them) {
    published_run();
    auto const second = finished_run();
    EXPECT_EQ(door.as(cast.jo).put(run_path(second.id, "/publication")).code(), "round_is_open");
}

// Rules 4: two worlds, one in which Ana said rather not and one in which Bruno did; and one in which neither answered.
// Everything anybody else can fetch, and everything the house wrote down besides the answers, is the same.
TEST_F(Suggestions, keep_an_answer_between_the_house_and_its_owner) {
    auto const everything = [&](auto act) {
        cast = support::make_cast(door.database());
        auto const run = published_run();
        act();
        std::string text;
        for (auto const& person : cast.colleagues()) {
            if (person == cast.ana || person == cast.bruno) continue;
            for (auto const& mine : suggestions(person)) text += mine.answer ? "answered " : "open ";
            for (auto const& target :
                 {run_path(run.id), run_path(run.id, "/pairs"), programme("/rounds"), programme("/match-outlook")})
                text += std::to_string(door.as(person).get(target).status);
        }
        auto shown = seen(run.id);
        text += json::write(shown.progress) + json::write(shown.allowed_actions.size() == 1);
        door.database().read([&](db::Tx& tx) {
            for (auto const& kind : tx.values<std::string>(
                     "SELECT kind FROM events WHERE organisation_id = $1 ORDER BY kind", cast.organisation))
                text += kind + " ";
            for (auto const* table : {"jobs", "mails", "notices", "idempotency_keys"})
                text += std::to_string(tx.value<std::int64_t>(std::string("SELECT COUNT(*) FROM ") + table +
                                                                  " WHERE organisation_id = $1",
                                                              cast.organisation)
                                           .value()) +
                        " ";
        });
        return text;
    };
    auto const ana_said_no = everything([&] { answer(cast.ana, kRatherNot); });
    auto const bruno_said_no = everything([&] { answer(cast.bruno, kRatherNot); });
    auto const nobody_answered = everything([] {});
    EXPECT_EQ(ana_said_no, bruno_said_no);
    EXPECT_EQ(ana_said_no, nobody_answered);
}

// Rules 13.
TEST_F(Suggestions, are_neither_sought_nor_published_by_a_coordinator_who_takes_part_alone) {
    auto const run = finished_run();
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE enrolments SET person_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.ana_enrolled, cast.jo);
        tx.run("DELETE FROM roles WHERE organisation_id = $1 AND person_id = $2", cast.organisation, cast.kim);
    });
    EXPECT_EQ(start(cast.jo).code(), "needs_second_coordinator");
    EXPECT_EQ(door.as(cast.jo).put(run_path(run.id, "/publication")).code(), "needs_second_coordinator");
}

TEST_F(Suggestions, respect_how_many_partners_somebody_has_in_all) {
    door.database().write([&](db::Tx& tx) {
        tx.run(
            "UPDATE programmes SET total_capacity = 1, level_gap_least = -9, level_gap_most = 9 "
            "WHERE organisation_id = $1 AND id = $2",
            cast.organisation, cast.programme);
        // Sofia also brings something, and David wants it.
        auto const found = programme::store::find_programme(tx, cast.organisation, cast.programme).value();
        auto const second =
            programme::join(tx, access::house(cast.organisation), found, cast.sofia, Side::mentor, door.clock().now())
                .value();
        tx.run("INSERT INTO offers (organisation_id, id, enrolment_id, topic, strength) VALUES ($1, $2, $3, 'C1', 2)",
               cast.organisation, tx.make_id<base::AnyId>(), second.id);
        tx.run("INSERT INTO wants (organisation_id, id, enrolment_id, topic, priority) VALUES ($1, $2, $3, 'I1', 1)",
               cast.organisation, tx.make_id<base::AnyId>(), second.id);
    });
    auto const run = finished_run();
    ASSERT_EQ(run.state, RunState::draft) << run.report->certificate;
    int with_sofia = 0;
    for (auto const& pair : pairs(run.id).items)
        if (pair.mentor.id == cast.sofia || pair.mentee.id == cast.sofia) ++with_sofia;
    EXPECT_LE(with_sofia, 1);
    EXPECT_EQ(run.report->pairs, 2);
}

using APreview = Matching;

TEST_F(APreview, shows_a_programme_from_pasted_rows_and_stores_nothing) {
    auto const count_events = [&] {
        return door.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM events WHERE organisation_id = $1", cast.organisation);
        });
    };
    auto const before = count_events();
    auto const reply = door.as(cast.jo).post("/api/match-previews", R"({"rows":[
        {"name":"Ana","level":1,"department":"Stores","brings":["C1"],"wants":["leading"],"manager":"Lena"},
        {"name":"Bo","level":1,"department":"Stores","brings":["C1"],"wants":["sailing"],"manager":"Lena"},
        {"name":"Sofia","level":4,"department":"Logistics","brings":["Leading"],"wants":["C2"],"manager":"Marta"},
        {"name":"David","level":4,"department":"Finance","brings":["leading"],"wants":["C1"],"manager":"Marta"}]})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_THAT(reply.body, HasSubstr("Lena"));
    EXPECT_EQ(reply.text("/pairs/0/reasons/for_mentor/0/topic"), "leading");
    EXPECT_THAT(reply.body, HasSubstr(R"({"topic":"C2","wanted_by":1})"));
    EXPECT_EQ(reply.text("/leaves_topics_out"), "false");
    EXPECT_EQ(reply.text("/certificate"), "verified");
    EXPECT_EQ(count_events(), before);
}

TEST_F(APreview, leaves_the_topics_out_where_there_are_none) {
    auto const reply =
        door.as(cast.jo).post("/api/match-previews", R"({"rows":[{"name":"Ana","level":1,"brings":[],"wants":[]},
                                           {"name":"Sofia","level":4,"brings":[],"wants":[]}]})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.text("/leaves_topics_out"), "true");
    EXPECT_EQ(reply.text("/pairs/0/mentor"), "0");
    EXPECT_EQ(reply.text("/pairs/0/mentee"), "1");
}

TEST_F(APreview, refuses_nonsense_and_strangers) {
    auto const rows = R"({"rows":[{"name":"Ana","brings":[],"wants":[]},{"name":"ana ","brings":[],"wants":[]}]})";
    EXPECT_EQ(door.as(cast.jo).post("/api/match-previews", rows).status, 422);
    EXPECT_EQ(door.as(cast.jo).post("/api/match-previews", R"({"rows":[]})").status, 422);
    EXPECT_EQ(door.nobody().post("/api/match-previews", rows).status, 401);
    EXPECT_EQ(door.as(cast.ana).post("/api/match-previews", rows).status, 403);
}

}  // namespace
}  // namespace matching
