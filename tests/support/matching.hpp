#pragma once
// What the door tests of runs share: a run as a coordinator makes it, and the answers of those it suggests.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_actions.hpp"
#include "matching/match_run_http.hpp"
#include "matching/suggestion_actions.hpp"
#include "matching/why_not_shapes.hpp"
#include "person/conflict_store.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/programme_store.hpp"
#include "support/door.hpp"

namespace matching {

inline constexpr char const* kHappy = R"({"answer":"happy_to_meet","decides_nothing_confirmed":true})";
inline constexpr char const* kRatherNot = R"({"answer":"rather_not"})";

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

}  // namespace matching
