// Answers without a name to a question that is asked of a panel, through the doors.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cast.hpp"
#include "support/door.hpp"
#include "support/voter.hpp"
#include "voice/question_http.hpp"
#include "voice/question_store.hpp"

namespace voice {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAreArray;

constexpr char const* kTakesTwo = "It takes two. ";

// Marta stands for the programme and asks its panel. It is 22 November 2026; answers come in until 1 December.
struct AnonymousPanel : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string programme = "/api/programmes/" + cast.programme.text();
    std::vector<PersonId> panel;

    void sit(std::size_t many) {
        panel = {cast.ana, cast.bruno};
        door.database().write([&](db::Tx& tx) {
            while (panel.size() < many)
                panel.push_back(
                    support::enrol_another(tx, cast, cast.ana_enrolled, "Member " + std::to_string(panel.size())));
        });
        for (auto const& member : panel) ASSERT_EQ(door.as(member).put(programme + "/panel-membership").status, 200);
    }
    void follow_up() {
        door.house().round();
        door.house().drain();
    }
    void days_pass(int days) {
        door.clock().advance(std::chrono::hours(24) * days);
        // What one round has queued the next one's answers to.
        for (int round = 0; round < 2; ++round) follow_up();
    }
    std::string asked_by_marta() {
        auto const id = door.database().write([&](db::Tx& tx) { return tx.make_id<QuestionId>().text(); });
        auto const reply = door.as(cast.marta)
                               .put(programme + "/questions/" + id,
                                    R"({"standing":"sponsor","audience":"panel","question":"Shall we open at seven?",)"
                                    R"("undecided":"Which sites begin","fixed":"Pay for early hours",)"
                                    R"("answer_by":"2026-12-01","decide_by":"2026-12-10"})");
        EXPECT_EQ(reply.status, 200) << reply.body;
        follow_up();
        return "/api/questions/" + id;
    }
    support::Reply decide(std::string const& question, std::string const& outcome = "declined") {
        auto reply =
            door.as(cast.marta)
                .put(question + "/decision", R"({"version":1,"outcome":")" + outcome +
                                                 R"(","reason":"Mornings are full","heard":"Two sites would wait"})");
        follow_up();
        return reply;
    }
    BoardQuestion seen(PersonId who, std::string const& question) {
        auto const reply = door.as(who).get(question);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<BoardQuestion>();
    }
    ballot::QuestionSetId set_of(std::string const& question) {
        return seen(cast.ana, question).question_set_id.value();
    }
    support::Reply cast_as(PersonId who, ballot::QuestionSetId set, std::string const& text) {
        return door.nobody().post(
            "/api/ballots",
            support::voter(door, who, set).ballot(set, R"([{"question":"answer","text":")" + text + "\"}]"));
    }
    // The first `many` of the panel.
    std::vector<std::string> said_by(std::size_t many, std::string const& question) {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < many; ++i) {
            texts.push_back(kTakesTwo + std::to_string(i));
            auto const kept = cast_as(panel[i], set_of(question), texts.back());
            EXPECT_EQ(kept.status, 200) << kept.body;
        }
        return texts;
    }
    std::int64_t told(PersonId who, std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND person_id = $2 AND kind = $3",
                    cast.organisation, who, kind)
                .value();
        });
    }
};

TEST_F(AnonymousPanel, is_read_by_whoever_asked_once_the_box_is_open_and_by_others_with_the_decision) {
    sit(8);
    auto const question = asked_by_marta();
    EXPECT_EQ(seen(cast.marta, question).anonymous_answers->state, AnonymousState::waiting);
    EXPECT_EQ(seen(cast.marta, question).question_set_id, std::nullopt) << "for those who are asked";
    auto const texts = said_by(6, question);
    ASSERT_EQ(door.as(panel[6]).put(question + "/answer", R"({"text":"With my name"})").status, 200);
    EXPECT_THAT(seen(cast.marta, question).anonymous_answers->texts, IsEmpty()) << "not before the last day is over";

    days_pass(10);  // 2 December
    EXPECT_EQ(told(cast.marta, "answers_opened"), 1);
    EXPECT_EQ(told(cast.ana, "answers_opened"), 0);
    auto const read = seen(cast.marta, question);
    EXPECT_EQ(read.anonymous_answers->state, AnonymousState::shown);
    EXPECT_THAT(read.anonymous_answers->texts, UnorderedElementsAreArray(texts));
    EXPECT_THAT(read.answers, SizeIs(1)) << "a named answer stays with its name";
    for (auto other : {cast.ana, cast.david, cast.jo, cast.nina})
        EXPECT_EQ(seen(other, question).anonymous_answers, std::nullopt);
    EXPECT_EQ(seen(cast.ana, question).question_set_id, std::nullopt);

    ASSERT_EQ(decide(question).status, 200);
    for (auto other : {cast.marta, cast.ana, cast.david, cast.nina})
        EXPECT_THAT(seen(other, question).anonymous_answers->texts, UnorderedElementsAreArray(texts));
    EXPECT_EQ(seen(cast.jo, question).anonymous_answers, std::nullopt) << "whoever coordinates reads the decision";
    for (auto const& member : panel) EXPECT_EQ(told(member, "decision_published"), 1);
    EXPECT_THAT(door.as(cast.ana).get(programme + "/loop-board").body, Not(HasSubstr(kTakesTwo)));
}

TEST_F(AnonymousPanel, shows_nothing_of_four_not_even_that_there_were_any) {
    sit(8);
    auto const four = asked_by_marta();
    said_by(4, four);
    auto const none = asked_by_marta();
    days_pass(10);
    for (auto const& question : {four, none}) {
        EXPECT_EQ(seen(cast.marta, question).anonymous_answers->state, AnonymousState::too_few);
        EXPECT_THAT(seen(cast.marta, question).anonymous_answers->texts, IsEmpty());
    }
    EXPECT_EQ(told(cast.marta, "answers_opened"), 2) << "whatever lay in it";
}

TEST_F(AnonymousPanel, is_not_offered_to_seven) {
    sit(7);
    auto const question = asked_by_marta();
    EXPECT_EQ(seen(cast.ana, question).question_set_id, std::nullopt);
    EXPECT_EQ(seen(cast.marta, question).anonymous_answers, std::nullopt);
    ASSERT_EQ(door.as(cast.ana).put(question + "/answer", R"({"text":"With my name"})").status, 200);
    auto const sets = door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT COUNT(*) FROM question_sets WHERE organisation_id = $1",
                                      cast.organisation);
    });
    EXPECT_EQ(sets, 0);
}

TEST_F(AnonymousPanel, takes_one_ballot_of_each_who_was_asked) {
    sit(8);
    auto const question = asked_by_marta();
    auto const set = set_of(question);
    auto const first = support::voter(door, cast.ana, set);
    auto const another = support::blind_asker_for(door, cast.ana, set);
    EXPECT_EQ(support::issue_ballot(door, cast.ana, set, another.blinded()).code(), "ballot_issued");
    for (auto other : {cast.marta, cast.david, cast.jo, cast.otto})
        EXPECT_EQ(door.as(other).get("/api/question-sets/" + set.text()).status, 404);
    auto const kept = door.nobody().post("/api/ballots", first.ballot(set, R"([{"question":"answer","text":"Yes"}])"));
    EXPECT_EQ(kept.status, 200) << kept.body;
    EXPECT_EQ(door.nobody().post("/api/ballots", first.ballot(set, R"([{"question":"answer","text":"No"}])")).code(),
              "ballot_cast");
    EXPECT_EQ(door.nobody().post("/api/ballots", first.ballot(set, R"([{"question":"safe","value":1}])")).status, 422);
}

// The question's words stand sealed with whoever asked; the set of ballots holds none of them.
TEST_F(AnonymousPanel, writes_no_word_of_the_question_beside_the_box) {
    sit(8);
    asked_by_marta();
    auto const asked = door.database().read([&](db::Tx& tx) {
        return tx.value<std::string>("SELECT questions FROM question_sets WHERE organisation_id = $1",
                                     cast.organisation);
    });
    EXPECT_THAT(asked.value(), Not(HasSubstr("seven")));
}

TEST_F(AnonymousPanel, opens_its_box_on_its_day_also_when_the_question_was_withdrawn_before) {
    sit(8);
    auto const question = asked_by_marta();
    auto const texts = said_by(5, question);
    ASSERT_EQ(decide(question).status, 200);
    EXPECT_EQ(seen(cast.ana, question).question_set_id, std::nullopt);
    EXPECT_EQ(seen(cast.ana, question).anonymous_answers->state, AnonymousState::waiting);
    days_pass(10);
    EXPECT_EQ(told(cast.marta, "answers_opened"), 0) << "nothing waits for a decision";
    EXPECT_THAT(seen(cast.ana, question).anonymous_answers->texts, UnorderedElementsAreArray(texts));
}

// Who asked as the sponsor and stands for the programme no more decides nothing; who came after reads what was said
// without names, and no named answer.
TEST_F(AnonymousPanel, goes_to_whoever_stands_for_the_programme_after_the_asker) {
    sit(8);
    auto const question = asked_by_marta();
    auto const texts = said_by(5, question);
    ASSERT_EQ(door.as(panel[6]).put(question + "/answer", R"({"text":"With my name"})").status, 200);
    days_pass(10);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE sponsors SET person_id = $2 WHERE organisation_id = $1 AND person_id = $3", cast.organisation,
               cast.lena, cast.marta);
        tx.run("UPDATE roles SET person_id = $2 WHERE organisation_id = $1 AND person_id = $3 AND role = 'sponsor'",
               cast.organisation, cast.lena, cast.marta);
    });
    EXPECT_EQ(decide(question).status, 404);
    auto const before = seen(cast.marta, question);
    EXPECT_EQ(before.seat, QuestionSeat::former);
    EXPECT_THAT(before.allowed_actions, IsEmpty());
    EXPECT_THAT(before.answers, SizeIs(1)) << "what they were told they may read";
    auto const after = seen(cast.lena, question);
    EXPECT_EQ(after.seat, QuestionSeat::successor);
    EXPECT_THAT(after.allowed_actions, Contains(QuestionAction::decide));
    EXPECT_THAT(after.answers, IsEmpty());
    EXPECT_THAT(after.anonymous_answers->texts, UnorderedElementsAreArray(texts));
}

}  // namespace
}  // namespace voice
