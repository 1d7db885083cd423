// AN1: two people answer without their names, and in the other world each answers what the other did, in another order
// and at other minutes. Nobody is shown, sent or could find a difference, while it is open and after the closing; and
// what the database holds is the same but for ids.

#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/event.hpp"
#include "ballot/question_set_store.hpp"
#include "notice/notice_actions.hpp"
#include "support/two_worlds.hpp"
#include "support/voter.hpp"

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

}  // namespace
}  // namespace app
