// AN1: two people answer without their names, and in the other world each answers what the other did, in another order
// and at other minutes. Nobody is shown, sent or could find a difference, while it is open and after the closing; and
// what the database holds is the same but for ids.

#include <algorithm>
#include <iterator>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/event.hpp"
#include "ballot/question_set_store.hpp"
#include "notice/notice_actions.hpp"
#include "support/databases.hpp"
#include "support/two_worlds.hpp"
#include "support/voter.hpp"
#include "support/whole_dump.hpp"

namespace app {
namespace {

using support::everybody;
using support::told_apart;
using support::World;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Said {
    std::string name;
    int value;
};
enum class BallotLeak { none, event_with_the_person, notice_after_a_low_answer };
enum class BallotsSeen { open, closed };

std::vector<access::PersonId> eight_of(support::Cast const& cast) {
    return {cast.ana, cast.bruno, cast.sofia, cast.david, cast.lena, cast.marta, cast.nina, cast.rosa};
}

void plant_in_ballots(World& world, BallotLeak leak, access::PersonId person, int value) {
    auto const now = world.door.clock().now();
    world.door.database().write([&](db::Tx& tx) {
        if (leak == BallotLeak::event_with_the_person)
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, person), audit::Kind{"ballot.planted"},
                          std::nullopt, audit::Facts().number("value", value), now);
        if (leak == BallotLeak::notice_after_a_low_answer && value < 3)
            notice::tell(tx, world.cast.organisation, person, notice::round_result, std::nullopt, now);
    });
}

// Everybody has their ballot issued; those who say something send it, one after the other.
support::Story ballots_of(std::vector<Said> const& said, int minutes, BallotsSeen seen,
                          BallotLeak leak = BallotLeak::none) {
    return [=](World& world) {
        auto const people = eight_of(world.cast);
        auto const set = support::ask_without_names(world.door, world.cast.organisation, people);
        world.ids.push_back(base::any(set));
        world.door.house().drain();
        std::map<access::PersonId, support::Voter> voters;
        for (auto const& person : people) voters.emplace(person, support::voter(world.door, person, set));
        for (auto const& [name, value] : said) {
            world.door.clock().advance(std::chrono::minutes(minutes));
            auto const person = support::person_named(world.cast, name);
            auto const kept = world.door.nobody().post(
                "/api/ballots",
                voters.at(person).ballot(set, R"([{"question":"safe","value":)" + std::to_string(value) + "}]"));
            EXPECT_EQ(kept.status, 200) << kept.body;
            plant_in_ballots(world, leak, person, value);
        }
        world.door.clock().advance(std::chrono::minutes(90 - minutes * static_cast<int>(said.size())));
        if (seen == BallotsSeen::closed) support::close_ballots(world.door, world.cast.organisation);
        world.door.house().round();
        world.door.house().drain();
    };
}

// Keys are new in every world, and everybody who may answer is shown the same one.
support::Tale told_by(support::Story const& story) {
    static std::regex const key(R"re("public_key":"[^"]+")re");
    auto tale = support::tell(story);
    for (auto& [observer, lines] : tale.seen)
        for (auto& line : lines) line = std::regex_replace(line, key, R"("public_key":"one")");
    return tale;
}

std::vector<Said> const kOneWay = {{"ana", 5}, {"bruno", 1}};
std::vector<Said> const kTheOther = {{"bruno", 5}, {"ana", 1}};
std::vector<Said> const kTheOtherTurnedRound = {{"ana", 1}, {"bruno", 5}};

TEST(AnsweringWithoutAName, would_be_found_out_by_an_event_or_by_what_follows_an_answer) {
    for (auto const leak : {BallotLeak::event_with_the_person, BallotLeak::notice_after_a_low_answer})
        EXPECT_THAT(told_apart(told_by(ballots_of(kOneWay, 5, BallotsSeen::open, leak)),
                               told_by(ballots_of(kTheOther, 5, BallotsSeen::open, leak)), everybody()),
                    Not(IsEmpty()));
}

TEST(AnsweringWithoutAName, looks_the_same_whoever_said_what_in_which_order_and_when) {
    for (auto const seen : {BallotsSeen::open, BallotsSeen::closed}) {
        auto const one = told_by(ballots_of(kOneWay, 5, seen));
        for (auto const& other : {kTheOther, kTheOtherTurnedRound})
            EXPECT_THAT(told_apart(one, told_by(ballots_of(other, 40, seen)), everybody()), IsEmpty());
    }
}

// Not even that they have answered at all: while it is open it looks as if nobody had.
TEST(AnsweringWithoutAName, cannot_be_told_from_not_answering) {
    EXPECT_THAT(told_apart(told_by(ballots_of(kOneWay, 5, BallotsSeen::open)),
                           told_by(ballots_of({}, 5, BallotsSeen::open)), everybody()),
                IsEmpty());
}

// Eight are asked by whoever stands for the programme; two say it the other way round. The asker reads all of it, and
// everybody with the decision.
struct Dumps {
    std::vector<std::string> while_open;  // as a backup of that day has it
    std::vector<std::string> closed;
};
struct Panel {
    std::string ana;
    std::string bruno;
    std::string planted = {};  // whose words an event gives away, with the person
    bool ana_comes_first = true;
    Dumps* dumps = nullptr;
};
support::Story panel_answers_of(Panel const& of) {
    return [=](World& world) {
        auto const programme = "/api/programmes/" + world.cast.programme.text();
        auto const as = [&](access::PersonId who) { return world.door.as(who); };
        std::vector<access::PersonId> panel{world.cast.ana, world.cast.bruno};
        world.door.database().write([&](db::Tx& tx) {
            while (panel.size() < 8)
                panel.push_back(support::enrol_another(tx, world.cast, world.cast.ana_enrolled,
                                                       "Member " + std::to_string(panel.size())));
        });
        for (auto const& member : panel) EXPECT_EQ(as(member).put(programme + "/panel-membership").status, 200);
        std::string const id = "11111111-1111-4111-8111-111111111112";
        world.ids.push_back(base::AnyId::parse(id).value());
        auto const asked = as(world.cast.marta)
                               .put(programme + "/questions/" + id,
                                    R"({"standing":"sponsor","audience":"panel","question":"Shall we open at seven?",)"
                                    R"("undecided":"Where","fixed":"Pay","answer_by":"2026-11-30",)"
                                    R"("decide_by":"2026-12-10"})");
        EXPECT_EQ(asked.status, 200) << asked.body;
        world.door.house().drain();
        auto const set =
            ballot::QuestionSetId::parse(as(world.cast.ana).get("/api/questions/" + id).text("/question_set_id"))
                .value();
        world.ids.push_back(base::any(set));
        for (std::size_t i = 0; i < panel.size(); ++i) {
            auto const place = i < 2 && !of.ana_comes_first ? 1 - i : i;
            auto const text = place == 0 ? of.ana : place == 1 ? of.bruno : "The same as ever";
            auto const kept = world.door.nobody().post(
                "/api/ballots", support::voter(world.door, panel[place], set)
                                    .ballot(set, R"([{"question":"answer","text":")" + text + "\"}]"));
            EXPECT_EQ(kept.status, 200) << kept.body;
            if (text == of.planted) plant_in_ballots(world, BallotLeak::event_with_the_person, panel[place], 1);
        }
        if (of.dumps != nullptr) of.dumps->while_open = support::whole_dump(world);
        for (int day = 0; day < 10; ++day) {
            world.door.clock().advance(std::chrono::hours(24));
            world.door.house().round();
            world.door.house().drain();
        }
        auto const decided =
            as(world.cast.marta)
                .put("/api/questions/" + id + "/decision",
                     R"({"version":1,"outcome":"declined","reason":"Too early","heard":"Some would like eight"})");
        EXPECT_EQ(decided.status, 200) << decided.body;
        world.door.house().round();
        world.door.house().drain();
        if (of.dumps != nullptr) of.dumps->closed = support::whole_dump(world);
    };
}

// In an order of chance, and so in another one in each world.
support::Tale in_no_order(support::Story const& story) {
    static std::regex const texts(R"re("state":"shown","texts":\[[^\]]*\])re");
    auto tale = told_by(story);
    for (auto& [observer, lines] : tale.seen)
        for (auto& line : lines)
            for (auto const* said : {"At eight", "Nevermore"}) {
                std::smatch found;
                if (std::regex_search(line, found, texts))
                    EXPECT_THAT(found.str(), HasSubstr(said)) << "read by " << observer;
                else
                    EXPECT_THAT(line, Not(HasSubstr(said))) << "AN12: no file and no log holds it";
            }
    for (auto& [observer, lines] : tale.seen)
        for (auto& line : lines) line = std::regex_replace(line, texts, R"("state":"shown","texts":"all eight")");
    return tale;
}

TEST(AnsweringAPanelWithoutAName, looks_the_same_to_everybody_whoever_said_what) {
    EXPECT_THAT(told_apart(in_no_order(panel_answers_of({"At eight", "Nevermore", "Nevermore"})),
                           in_no_order(panel_answers_of({"Nevermore", "At eight", "Nevermore"})), everybody()),
                Not(IsEmpty()))
        << "an event with the person would be found out";
    auto const one = in_no_order(panel_answers_of({"At eight", "Nevermore"}));
    EXPECT_THAT(one.seen.at("marta"), Contains(HasSubstr("all eight"))) << "whoever asked reads it";
    EXPECT_THAT(told_apart(one, in_no_order(panel_answers_of({"Nevermore", "At eight"})), everybody()), IsEmpty());
}

// Only the database is looked at: nobody of the house asks anything.
Dumps dumped(Panel of, bool ties_the_shortest_to_its_author = false) {
    Dumps dumps;
    of.dumps = &dumps;
    support::OwnDatabase database;
    support::Door door(*database);
    World world{door, support::make_cast(door.database())};
    panel_answers_of(of)(world);
    if (ties_the_shortest_to_its_author) {
        door.database().write([&](db::Tx& tx) {
            auto const shortest =
                tx.value<base::AnyId>("SELECT id FROM ballots ORDER BY LENGTH(sealed_answers) LIMIT 1");
            auto const author = of.ana.size() < of.bruno.size() ? world.cast.ana : world.cast.bruno;
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, author), audit::Kind{"ballot.planted"},
                          shortest, {}, door.clock().now());
        });
        dumps.closed = support::whole_dump(world);
    }
    return dumps;
}

std::vector<std::string> apart(std::vector<std::string> const& one, std::vector<std::string> const& other) {
    std::vector<std::string> difference;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(difference));
    return difference;
}

// AN1, for whoever holds the database and a backup of a day on which the box was full.
TEST(TheDatabaseAndItsBackup, tell_nobody_who_said_what_in_which_order) {
    EXPECT_THAT(apart(dumped({"At eight", "Nevermore"}, true).closed, dumped({"Nevermore", "At eight"}, true).closed),
                Not(IsEmpty()))
        << "a row that ties an answer to a person would be found out";
    auto const one = dumped({"At eight", "Nevermore"});
    EXPECT_THAT(one.while_open, Contains(HasSubstr("ballot_box")));
    EXPECT_THAT(one.closed, Contains(HasSubstr("ballots")));
    EXPECT_THAT(one.closed, Not(Contains(HasSubstr("ballot_box"))));
    for (bool const ana_comes_first : {true, false}) {
        auto const other = dumped({"Nevermore", "At eight", "", ana_comes_first});
        EXPECT_THAT(apart(one.while_open, other.while_open), IsEmpty());
        EXPECT_THAT(apart(one.closed, other.closed), IsEmpty());
    }
}

}  // namespace
}  // namespace app
