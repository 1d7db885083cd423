#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/comparison_http.hpp"
#include "matching/match_run_http.hpp"
#include "matching/partner_store.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

// Two who bring and two who want: Ana and Bruno, Sofia and David; anybody may meet anybody.
class Again : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    static std::string path(MatchRunId id, std::string const& rest = "") {
        return "/api/match-runs/" + id.text() + rest;
    }
    std::string programme(std::string const& rest) const { return "/api/programmes/" + cast.programme.text() + rest; }
    support::Reply start(std::string const& more) {
        return door.as(cast.jo).post("/api/match-runs",
                                     R"({"programme_id":")" + cast.programme.text() + "\"" + more + "}");
    }
    MatchRunAnswer run(std::string const& more = "") {
        auto const reply = start(more);
        EXPECT_EQ(reply.status, 202) << reply.body;
        door.house().drain();
        return seen(reply.as<MatchRunAnswer>().id);
    }
    MatchRunAnswer seen(MatchRunId id) { return door.as(cast.jo).get(path(id)).as<MatchRunAnswer>(); }
    std::vector<RunPair> pairs(MatchRunId id) { return door.as(cast.jo).get(path(id, "/pairs")).as<RunPairs>().items; }
    std::vector<RunLeftover> leftovers(MatchRunId id) {
        return door.as(cast.jo).get(path(id, "/leftovers")).as<RunLeftovers>().items;
    }
    bool has(MatchRunId id, PersonId mentor, PersonId mentee) {
        for (auto const& pair : pairs(id))
            if (pair.mentor.id == mentor && pair.mentee.id == mentee) return true;
        return false;
    }
    void keep_together(PersonId mentor, PersonId mentee) {
        EXPECT_EQ(door.as(cast.jo).put(programme("/locks/" + mentor.text() + "/" + mentee.text())).status, 204);
    }
    void no_longer(PersonId mentor, PersonId mentee) {
        EXPECT_EQ(door.as(cast.jo).remove(programme("/locks/" + mentor.text() + "/" + mentee.text())).status, 204);
    }
    void become_partners(PersonId mentor, PersonId mentee) {
        door.database().write([&](db::Tx& tx) {
            store::begin_partners(tx, cast.organisation, cast.programme, mentor, mentee,
                                  base::utc_day(door.clock().now()));
        });
    }
    void allow_places(int how_many) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE enrolments SET capacity = $2 WHERE organisation_id = $1", cast.organisation, how_many);
            tx.run("UPDATE programmes SET total_capacity = 9 WHERE organisation_id = $1", cast.organisation);
        });
    }
    // Ana with David: what a fresh search of the cast does not find by itself.
    MatchRunAnswer unlikely_draft() {
        auto const usual = pairs(run().id);
        other_ = usual.at(0).mentor.id == cast.ana ? usual.at(0).mentee.id : usual.at(1).mentee.id;
        auto const unlikely = other_ == cast.sofia ? cast.david : cast.sofia;
        keep_together(cast.ana, unlikely);
        auto const draft = run();
        no_longer(cast.ana, unlikely);
        EXPECT_TRUE(has(draft.id, cast.ana, unlikely));
        unlikely_ = unlikely;
        return draft;
    }
    PersonId other_;
    PersonId unlikely_;
};

using TheRest = Again;

TEST_F(TheRest, are_those_without_a_partner_even_where_others_have_places_left) {
    allow_places(2);
    become_partners(cast.ana, cast.sofia);
    auto const everybody = run();
    EXPECT_GT(pairs(everybody.id).size(), 1U) << "whoever has places left may have a second partner";
    auto const rest = run(R"(,"scope":"rest")");
    EXPECT_EQ(rest.scope, Scope::rest);
    EXPECT_EQ(rest.report->mentors, 1);
    EXPECT_EQ(rest.report->mentees, 1);
    ASSERT_THAT(pairs(rest.id), SizeIs(1));
    EXPECT_TRUE(has(rest.id, cast.bruno, cast.david));
    EXPECT_THAT(leftovers(rest.id), IsEmpty()) << "nothing is said about those who keep what they have";
}

TEST_F(TheRest, leave_those_alone_whose_suggestions_are_open) {
    auto const first = run();
    auto const kept = pairs(first.id).at(0);
    door.database().write([&](db::Tx& tx) {
        tx.run("DELETE FROM match_run_pairs WHERE organisation_id = $1 AND match_run_id = $2 AND position <> 0",
               cast.organisation, first.id);
    });
    EXPECT_EQ(door.as(cast.jo).put(path(first.id, "/publication")).status, 200);
    auto const rest = run(R"(,"scope":"rest")");
    ASSERT_THAT(pairs(rest.id), SizeIs(1));
    EXPECT_NE(pairs(rest.id)[0].mentor.id, kept.mentor.id);
    EXPECT_NE(pairs(rest.id)[0].mentee.id, kept.mentee.id);
    EXPECT_THAT(leftovers(rest.id), IsEmpty());
    EXPECT_EQ(door.as(cast.jo).put(path(rest.id, "/publication")).code(), "round_is_open");
}

TEST_F(TheRest, are_told_about_when_nobody_is_left_for_them) {
    become_partners(cast.ana, cast.sofia);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET level = 1 WHERE organisation_id = $1 AND id = $2", cast.organisation, cast.david);
    });
    auto const rest = run(R"(,"scope":"rest")");
    EXPECT_THAT(pairs(rest.id), IsEmpty());
    EXPECT_THAT(leftovers(rest.id), SizeIs(2));
}

// A lock between two who are partners already is kept as it is.
TEST_F(TheRest, make_no_word_about_locks_of_the_others) {
    keep_together(cast.ana, cast.sofia);
    become_partners(cast.ana, cast.sofia);
    EXPECT_THAT(run(R"(,"scope":"rest")").report->unplaced_locks, IsEmpty());
}

using KeepingPairs = Again;

TEST_F(KeepingPairs, moves_nobody_where_that_costs_little) {
    auto const draft = unlikely_draft();
    auto const fresh = run();
    EXPECT_EQ(fresh.report->keeping, std::nullopt);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE match_runs SET state = 'cancelled' WHERE organisation_id = $1 AND number > $2",
               cast.organisation, draft.number);
    });
    auto const again = run(R"(,"keep":{"bonus":1000})");
    ASSERT_TRUE(again.report->keeping);
    EXPECT_EQ(again.report->keeping->match_run_id, draft.id);
    EXPECT_EQ(again.report->keeping->number, draft.number);
    EXPECT_EQ(again.report->keeping->pairs, 2);
    EXPECT_EQ(again.report->keeping->moves, 0);
    EXPECT_TRUE(has(again.id, cast.ana, unlikely_));
    EXPECT_EQ(again.report->certificate, "verified");
    EXPECT_EQ(again.report->total_benefit, draft.report->total_benefit) << "the bonus is no benefit";
}

TEST_F(KeepingPairs, is_worth_a_tenth_unless_said_otherwise) {
    unlikely_draft();
    EXPECT_EQ(run(R"(,"keep":{})").report->keeping->bonus, 100);
}

TEST_F(KeepingPairs, can_be_held_to_so_many_moves) {
    auto const draft = unlikely_draft();
    auto const again = run(R"(,"keep":{"bonus":0,"most_moves":0})");
    EXPECT_EQ(again.report->keeping->moves, 0);
    EXPECT_EQ(again.report->keeping->most_moves, 0);
    EXPECT_EQ(again.report->keeping->match_run_id, draft.id);
}

TEST_F(KeepingPairs, says_how_many_moves_it_takes_at_least) {
    auto const draft = run();
    auto const pair = pairs(draft.id).at(0);
    auto const ban = programme("/bans/" + pair.mentor.id.text() + "/" + pair.mentee.id.text());
    EXPECT_EQ(door.as(cast.jo).put(ban).status, 204);
    auto const failed = run(R"(,"keep":{"most_moves":0})");
    EXPECT_EQ(failed.state, RunState::failed);
    ASSERT_TRUE(failed.trouble);
    EXPECT_EQ(failed.trouble->code, "too_few_moves");
    EXPECT_EQ(failed.trouble->least, 2);
    EXPECT_THAT(pairs(failed.id), IsEmpty());
}

TEST_F(KeepingPairs, needs_a_draft_and_a_bound_that_can_be_kept) {
    EXPECT_EQ(start(R"(,"keep":{})").code(), "nothing_to_keep");
    auto const draft = run();
    EXPECT_EQ(start(R"(,"objective":"stable","keep":{"most_moves":1})").status, 422);
    EXPECT_EQ(start(R"(,"keep":{"bonus":1001})").status, 422);
    EXPECT_EQ(start(R"(,"keep":{"bonus":-1})").status, 422);
    EXPECT_EQ(start(R"(,"keep":{"most_moves":-1})").status, 422);
    EXPECT_EQ(start(R"(,"keep":{"colour":1})").status, 422);
    EXPECT_EQ(start(R"(,"scope":"some")").status, 422);
    EXPECT_EQ(door.as(cast.jo).put(path(draft.id, "/publication")).status, 200);
    EXPECT_EQ(start(R"(,"keep":{})").code(), "nothing_to_keep") << "what is out is answered by those whom it reached";
}

using Comparing = Again;

TEST_F(Comparing, says_who_has_somebody_else) {
    auto const first = run();
    auto const pair = pairs(first.id).at(0);
    EXPECT_EQ(door.as(cast.jo).put(programme("/bans/" + pair.mentor.id.text() + "/" + pair.mentee.id.text())).status,
              204);
    auto const second = run();
    auto const compared = door.as(cast.jo).get(path(second.id, "/comparison?with=" + first.id.text()));
    ASSERT_EQ(compared.status, 200) << compared.body;
    auto const answer = compared.as<RunComparison>();
    EXPECT_EQ(answer.before.number, 1);
    EXPECT_EQ(answer.now.number, 2);
    EXPECT_EQ(answer.mentors.moved, 2);
    EXPECT_EQ(answer.mentees.moved, 2);
    EXPECT_EQ(answer.mentors.kept + answer.mentors.gained + answer.mentors.lost, 0);
    ASSERT_THAT(answer.items, SizeIs(4));
    EXPECT_EQ(answer.items[0].person.name, "Ana Moreira");
    ASSERT_THAT(answer.items[0].before, SizeIs(1));
    ASSERT_THAT(answer.items[0].now, SizeIs(1));
    EXPECT_NE(answer.items[0].before[0].person.id, answer.items[0].now[0].person.id);
    EXPECT_EQ(answer.items[0].now[0].fit, "both_ways");
}

TEST_F(Comparing, pages_searches_and_narrows) {
    auto const first = run(R"(,"seed":7)");
    auto const second = run(R"(,"seed":7)");
    auto const list = path(second.id, "/comparison?with=" + first.id.text());
    auto const jo = door.as(cast.jo);
    std::vector<std::string> names;
    for (std::optional<std::string> cursor = ""; cursor;) {
        auto const page =
            jo.get(list + "&limit=1&sort=change" + (cursor->empty() ? "" : "&cursor=" + *cursor)).as<RunComparison>();
        for (auto const& row : page.items) names.push_back(row.person.name);
        cursor = page.next_cursor;
    }
    EXPECT_THAT(names, UnorderedElementsAre("Ana Moreira", "Bruno Castelli", "David Okafor", "Sofia Lind"));
    EXPECT_THAT(jo.get(list + "&search=ana%20m").as<RunComparison>().items, SizeIs(1));
    EXPECT_THAT(jo.get(list + "&side=mentee").as<RunComparison>().items, SizeIs(2));
    EXPECT_THAT(jo.get(list + "&change=kept").as<RunComparison>().items, SizeIs(4));
    EXPECT_THAT(jo.get(list + "&change=moved").as<RunComparison>().items, IsEmpty());
    EXPECT_EQ(jo.get(list + "&sort=points").status, 422);
    EXPECT_EQ(jo.get(list + "&cursor=nonsense").status, 422);
    EXPECT_EQ(jo.get(path(second.id, "/comparison")).status, 422);
    EXPECT_EQ(jo.get(path(second.id, "/comparison?with=nonsense")).status, 422);
}

// Rules 13.
TEST_F(Comparing, shows_a_coordinator_who_takes_part_neither_a_row_nor_a_figure_about_themselves) {
    auto const first = run(R"(,"seed":7)");
    auto const second = run(R"(,"seed":7)");
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                  VALUES ($1, $2, $3, 'coordinator', $4, 0))",
               cast.organisation, tx.make_id<base::AnyId>(), cast.ana, cast.programme);
    });
    auto const answer =
        door.as(cast.ana).get(path(second.id, "/comparison?with=" + first.id.text())).as<RunComparison>();
    EXPECT_THAT(answer.items, SizeIs(2));
    EXPECT_EQ(answer.mentors.kept, 1);
    EXPECT_EQ(answer.mentees.kept, 1);
    for (auto const& row : answer.items) EXPECT_NE(row.person.id, cast.ana);
}

TEST_F(Comparing, needs_two_runs_of_one_programme_with_pairs) {
    auto const first = run(R"(,"seed":7)");
    auto const second = run(R"(,"seed":7)");
    auto const list = path(second.id, "/comparison?with=");
    support::expect_closed_to_others(door, cast, {http::Method::get, list + first.id.text()},
                                     {cast.ana, cast.amir, cast.nina, cast.marta, cast.otto});
    EXPECT_EQ(door.as(cast.jo).get(list + MatchRunId{}.text()).status, 404);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE match_runs SET state = 'failed' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               first.id);
    });
    EXPECT_EQ(door.as(cast.jo).get(list + first.id.text()).code(), "run_has_no_pairs");
    auto const here = cast;
    cast = support::make_cast(door.database());
    auto const theirs = run();
    cast = here;
    EXPECT_EQ(door.as(cast.jo).get(list + theirs.id.text()).status, 404);
}

}  // namespace
}  // namespace matching
