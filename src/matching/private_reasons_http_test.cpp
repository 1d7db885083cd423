// Rules 7 and engineering.md 8 through the doors: a coordinator who may search, keep together, keep apart, change the
// rules and ask about anybody, as often as they like, learns of two people that they are not available to each other,
// and never that it is for something private, nor whose.
#include <functional>

#include <boost/regex.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_shapes.hpp"
#include "matching/suggestion_shapes.hpp"
#include "person/conflict_store.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::HasSubstr;
using testing::Not;

// What is planted to see that the attacker would find it.
enum class Planted { nothing, private_line };

class PrivateReasons : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast;

    // Nobody is worth the same as anybody else, so that no draw decides: ids differ from world to world.
    void make_world() {
        cast = support::make_cast(door.database());
        run("UPDATE offers SET strength = 3 WHERE organisation_id = $1 AND enrolment_id = $2", cast.ana_enrolled);
        run("UPDATE offers SET strength = 1, topic = 'C2' WHERE organisation_id = $1 AND enrolment_id = $2",
            cast.bruno_enrolled);
        run("UPDATE offers SET strength = 3 WHERE organisation_id = $1 AND enrolment_id = $2", cast.sofia_enrolled);
        run("UPDATE wants SET topic = 'C2' WHERE organisation_id = $1 AND enrolment_id = $2", cast.sofia_enrolled);
    }
    template <class... Args>
    void run(std::string const& sql, Args const&... args) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, args...); });
    }

    void exclude(PersonId by, PersonId whom) {
        EXPECT_LT(door.as(by).put("/api/exclusions/" + whom.text()).status, 300);
    }
    void enter_conflict() {
        door.database().write([&](db::Tx& tx) {
            person::store::insert_conflict(tx, access::house(cast.organisation), {cast.sofia, cast.ana},
                                           base::utc_day(support::cast_time()));
        });
    }
    void leave_out_what_ana_brings() {
        EXPECT_EQ(
            door.as(cast.sofia)
                .put("/api/enrolments/" + cast.sofia_enrolled.text() + "/will-not-discuss", R"({"subjects":["C1"]})")
                .status,
            200);
    }
    void make_partners_of_before() {
        door.database().write([&](db::Tx& tx) { support::make_partners_of_before(tx, cast, cast.ana, cast.sofia); });
    }

    // Everything the coordinator learns in one world.
    std::string attack(std::function<void()> const& story, Planted planted = Planted::nothing) {
        make_world();
        story();
        learned_.clear();
        for (auto const* settings : {"department_rule = 'any', level_gap_least = 1",
                                     "department_rule = 'different', level_gap_least = 2", "level_gap_least = 4"}) {
            run("UPDATE programmes SET " + std::string(settings) + " WHERE organisation_id = $1 AND id = $2",
                cast.programme);
            for (auto const* wish : {"", "locks", "bans"})
                for (auto const& mentee : {cast.sofia, cast.david}) search_with(wish, cast.ana, mentee);
        }
        if (planted == Planted::private_line)
            learned_ += "kept out in private: " +
                        std::to_string(door.database()
                                           .read([&](db::Tx& tx) {
                                               return tx.value<std::int64_t>(
                                                   "SELECT COUNT(*) FROM exclusions WHERE organisation_id = $1",
                                                   cast.organisation);
                                           })
                                           .value());
        return learned_;
    }

  private:
    void search_with(std::string const& wish, PersonId mentor, PersonId mentee) {
        if (wish.empty()) return search_for_each();
        auto const path =
            "/api/programmes/" + cast.programme.text() + "/" + wish + "/" + mentor.text() + "/" + mentee.text();
        EXPECT_EQ(door.as(cast.jo).put(path).status, 204);
        search_for_each();
        EXPECT_EQ(door.as(cast.jo).remove(path).status, 204);
    }
    void search_for_each() {
        learn("/api/programmes/" + cast.programme.text() + "/match-plan");
        for (auto const* objective : {"best", "stable"}) search(objective);
    }

    void search(std::string const& objective) {
        auto const started =
            door.as(cast.jo).post("/api/match-runs", R"({"seed":1,"objective":")" + objective +
                                                         R"(","programme_id":")" + cast.programme.text() + "\"}");
        door.house().drain();
        auto const found = "/api/match-runs/" + started.text("/id");
        auto const programme = "/api/programmes/" + cast.programme.text();
        learn(programme + "/match-outlook");
        learn(found + "/audit");
        try_out(programme, objective);
        learn(found);
        learn(found + "/pairs?sort=mentor");
        learn(found + "/leftovers?sort=name");
        learn(found + "/prices");
        for (auto const& person : {cast.ana, cast.bruno, cast.sofia, cast.david})
            learn(found + "/remedies?person_id=" + person.text());
        for (auto const& mentor : {cast.ana, cast.bruno})
            for (auto const& mentee : {cast.sofia, cast.david})
                learn(programme + "/why-not?mentor_id=" + mentor.text() + "&mentee_id=" + mentee.text() +
                      "&match_run_id=" + started.text("/id"));
    }

    void learn(std::string const& target) {
        auto const reply = door.as(cast.jo).get(target);
        EXPECT_EQ(reply.status, 200) << target << reply.body;
        learned_ += named(target + " " + reply.body) + "\n";
    }

    void try_out(std::string const& programme, std::string const& objective) {
        auto const reply = door.as(cast.jo).post(
            programme + "/match-trials",
            R"({"weights":{"topics":10,"style":0,"distance":90,"times":0},"objective":")" + objective + "\"}");
        EXPECT_EQ(reply.status, 200) << reply.body;
        learned_ += named(reply.body) + "\n";
    }

    // People by their names, and no other ids; fingerprints are over ids.
    [[nodiscard]] std::string named(std::string text) const {
        static boost::regex const id("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        static boost::regex const digest("\"[0-9a-f]{64}\"");
        static boost::regex const position(R"("position":[0-9]+)");
        std::vector<std::pair<PersonId, char const*>> const people{
            {cast.ana, "ana"}, {cast.bruno, "bruno"}, {cast.sofia, "sofia"}, {cast.david, "david"}};
        for (auto const& [person, name] : people)
            for (auto at = text.find(person.text()); at != std::string::npos; at = text.find(person.text()))
                text.replace(at, person.text().size(), name);
        text = boost::regex_replace(text, id, "id");
        // Rows stand in the order of ids.
        text = boost::regex_replace(text, position, "position");
        return boost::regex_replace(text, digest, "digest");
    }

    std::string learned_;
};

TEST_F(PrivateReasons, look_to_an_attacker_with_every_preview_like_a_public_one) {
    auto const before = attack([&] { make_partners_of_before(); });
    EXPECT_THAT(before, HasSubstr(R"("rules":[{"rule":"not_available","lift":"nothing")"));
    EXPECT_THAT(before, HasSubstr(R"("kind":"place_with_any")"));
    EXPECT_THAT(before, HasSubstr(R"("kind":"looser_rule")"));
    EXPECT_THAT(before, Not(HasSubstr(R"("rule":"not_available","pairs")"))) << "no line of its own";
    EXPECT_EQ(attack([&] { exclude(cast.ana, cast.sofia); }), before);
    EXPECT_EQ(attack([&] { exclude(cast.sofia, cast.ana); }), before);
    EXPECT_EQ(attack([&] { enter_conflict(); }), before);
    EXPECT_EQ(attack([&] { leave_out_what_ana_brings(); }), before);
    EXPECT_NE(attack([] {}), before) << "that something stands between them is told";
}

TEST_F(PrivateReasons, would_be_found_in_a_line_of_their_own) {
    auto const before = attack([&] { make_partners_of_before(); }, Planted::private_line);
    EXPECT_NE(attack([&] { exclude(cast.ana, cast.sofia); }, Planted::private_line), before);
}

// Who answered what in an open round changes nothing that is searched meanwhile.
TEST_F(PrivateReasons, of_an_open_round_are_in_no_preview) {
    auto const answered = [&](std::function<void()> const& answer) {
        return attack([&] {
            auto const started = door.as(cast.jo).post("/api/match-runs",
                                                       R"({"seed":1,"programme_id":")" + cast.programme.text() + "\"}");
            door.house().drain();
            EXPECT_EQ(door.as(cast.jo).put("/api/match-runs/" + started.text("/id") + "/publication").status, 200);
            door.house().drain();
            answer();
        });
    };
    auto const says = [&](PersonId who, char const* body) {
        auto const mine = door.as(who).get("/api/suggestions").as<MySuggestions>();
        EXPECT_EQ(door.as(who).put("/api/suggestions/" + mine.items.at(0).id.text() + "/answer", body).status, 200);
    };
    auto const silent = answered([] {});
    EXPECT_EQ(answered([&] { says(cast.ana, R"({"answer":"rather_not"})"); }), silent);
    EXPECT_EQ(answered([&] { says(cast.sofia, R"({"answer":"rather_not"})"); }), silent);
    EXPECT_EQ(
        answered([&] { says(cast.ana, R"({"answer":"happy_to_meet","decides_nothing_confirmed":true,"rank":1})"); }),
        silent);
}

}  // namespace
}  // namespace matching
