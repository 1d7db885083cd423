// Rules 3, 4 and 9: that a partner would rather not look like silence to whoever asked and to everybody else, and whose
// words without a name are is told by nothing that anybody is shown.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notice/notice_actions.hpp"
#include "support/databases.hpp"
#include "support/front_line.hpp"
#include "support/pair.hpp"
#include "support/two_worlds.hpp"
#include "support/whole_dump.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::told_apart;
using support::World;
using testing::IsEmpty;
using testing::Not;

enum class WordsLeak { none, notice_of_a_no, notice_after_some_words };

std::string words_path(World const& world, std::string const& last) {
    return "/api/programmes/" + world.cast.programme.text() + "/released-words/6c1c0f52-9d1b-4f0e-8a53-00000000000" +
           last;
}

void tell_of_it(World& world, access::PersonId person) {
    world.door.database().write([&](db::Tx& tx) {
        notice::tell(tx, world.cast.organisation, person, notice::round_result, std::nullopt, world.door.clock().now());
    });
}

void put_words(World& world, access::PersonId who, std::string const& path, std::string const& body) {
    auto const reply = world.door.as(who).put(path, body);
    ASSERT_EQ(reply.status, 200) << reply.body;
}

// Ana asks Sofia; weeks go by.
support::Story asked_of_a_partner(char const* answer, WordsLeak leak = WordsLeak::none) {
    return [=](World& world) {
        auto const pair = support::start_pair(world.door, world.cast);
        world.ids.push_back(base::any(pair));
        support::let_mornings_pass(world.door, 1);
        auto const words = words_path(world, "1");
        world.ids.push_back(base::AnyId::parse(words.substr(words.rfind('/') + 1)).value());
        put_words(world, world.cast.ana, words,
                  R"({"version":0,"about":"pair","pairing_id":")" + pair.text() +
                      R"(","is_named":true,"text":"We decide in a week"})");
        put_words(world, world.cast.ana, words + "/consent", R"({"version":1})");
        if (answer != nullptr)
            put_words(world, world.cast.sofia, words + "/partner-consent",
                      R"({"version":1,"answer":")" + std::string(answer) + "\"}");
        if (leak == WordsLeak::notice_of_a_no && answer != nullptr) tell_of_it(world, world.cast.ana);
        support::let_a_week_pass(world.door);
    };
}

TEST(ReleasingWordsOfAPair, would_be_found_out_by_word_of_a_no) {
    EXPECT_THAT(told_apart(asked_of_a_partner("rather_not", WordsLeak::notice_of_a_no), asked_of_a_partner(nullptr),
                           everybody_but({"sofia"})),
                Not(IsEmpty()));
}

TEST(ReleasingWordsOfAPair, looks_the_same_to_everybody_whether_the_partner_said_no_or_nothing) {
    EXPECT_THAT(told_apart(asked_of_a_partner("rather_not"), asked_of_a_partner(nullptr), everybody_but({"sofia"})),
                IsEmpty());
}

struct Sentence {
    std::string name;
    std::string text;
};

// By the words and not by who wrote them: an id is chance, and nobody knows whose it is.
support::Story without_names(std::vector<Sentence> const& sentences, int minutes, WordsLeak leak = WordsLeak::none) {
    return [=](World& world) {
        support::let_mornings_pass(world.door, 2);
        for (auto const& [name, text] : sentences) {
            world.door.clock().advance(std::chrono::minutes(minutes));
            auto const who = support::person_named(world.cast, name);
            auto const words = words_path(world, text == "I ask first now" ? "1" : "2");
            put_words(world, who, words, R"({"version":0,"about":"oneself","is_named":false,"text":")" + text + "\"}");
            put_words(world, who, words + "/consent", R"({"version":1})");
            if (leak == WordsLeak::notice_after_some_words && text == "I ask first now") tell_of_it(world, who);
        }
        world.door.clock().advance(std::chrono::minutes(90 - minutes * 2));
        support::let_a_week_pass(world.door);
    };
}

std::vector<Sentence> const kAsWritten = {{"ana", "I ask first now"}, {"bruno", "Nobody had asked me before"}};
std::vector<Sentence> const kExchanged = {{"bruno", "I ask first now"}, {"ana", "Nobody had asked me before"}};
std::vector<Sentence> const kTurnedRound = {{"ana", "Nobody had asked me before"}, {"bruno", "I ask first now"}};

TEST(ReleasingWordsWithoutAName, would_be_found_out_by_what_follows_some_words) {
    EXPECT_THAT(
        told_apart(without_names(kAsWritten, 5, WordsLeak::notice_after_some_words),
                   without_names(kExchanged, 5, WordsLeak::notice_after_some_words), everybody_but({"ana", "bruno"})),
        Not(IsEmpty()));
}

TEST(ReleasingWordsWithoutAName, looks_the_same_whoever_wrote_what_in_which_order_and_when) {
    auto const one = support::tell(without_names(kAsWritten, 5));
    for (auto const& other : {kExchanged, kTurnedRound})
        EXPECT_THAT(told_apart(one, support::tell(without_names(other, 40)), everybody_but({"ana", "bruno"})),
                    IsEmpty());
}

TEST(ReleasingWordsWithoutAName, stands_in_no_row_of_the_database_with_whoever_wrote_it) {
    auto const dump_of = [](std::vector<Sentence> const& sentences, WordsLeak leak) {
        support::OwnDatabase database;
        support::Door door(*database);
        World world{door, support::make_cast(door.database())};
        without_names(sentences, 5, leak)(world);
        return support::whole_dump(world);
    };
    EXPECT_NE(dump_of(kAsWritten, WordsLeak::notice_after_some_words),
              dump_of(kExchanged, WordsLeak::notice_after_some_words));
    EXPECT_EQ(dump_of(kAsWritten, WordsLeak::none), dump_of(kExchanged, WordsLeak::none));
}

}  // namespace
}  // namespace app
