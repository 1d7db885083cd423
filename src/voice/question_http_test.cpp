// Asking before deciding, through the doors.

#include "voice/question_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "programme/enrolment_store.hpp"
#include "support/pair.hpp"
#include "voice/loop_board_http.hpp"
#include "voice/question_store.hpp"

namespace voice {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Ana and Bruno bring something and Sofia and David learn; Marta stands for the programme. It is 22 November 2026.
struct Voices : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string programme = "/api/programmes/" + cast.programme.text();

    void joins_panel(PersonId person) { ASSERT_EQ(door.as(person).put(programme + "/panel-membership").status, 200); }
    std::string new_id() {
        return door.database().write([&](db::Tx& tx) { return tx.make_id<QuestionId>().text(); });
    }
    static std::string to_panel(std::string const& standing, std::string const& answer_by = "2026-12-01") {
        return R"({"standing":")" + standing +
               R"(","audience":"panel","question":"Shall we open at seven?","undecided":"Which sites begin",)"
               R"("fixed":"Pay for early hours","answer_by":")" +
               answer_by + R"(","decide_by":"2026-12-10"})";
    }
    static std::string to_partner(pairing::PairingId pair) {
        return R"({"standing":"mentee","audience":"partner","pairing_id":")" + pair.text() +
               R"(","question":"Shall I speak first?","undecided":"The order","fixed":"The day",)"
               R"("answer_by":"2026-12-01","decide_by":"2026-12-10"})";
    }
    support::Reply ask(PersonId who, std::string const& body, std::string const& id) {
        auto reply = door.as(who).put(programme + "/questions/" + id, body);
        follow_up();
        return reply;
    }
    // The path of it.
    std::string asked(PersonId who, std::string const& body) {
        auto const id = new_id();
        auto const reply = ask(who, body, id);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return "/api/questions/" + id;
    }
    support::Reply decide(PersonId who, std::string const& question, std::string const& outcome,
                          std::string const& until_on = "", int version = 1) {
        auto const until = until_on.empty() ? "" : R"(,"until_on":")" + until_on + "\"";
        auto reply = door.as(who).put(question + "/decision",
                                      R"({"version":)" + std::to_string(version) + R"(,"outcome":")" + outcome +
                                          R"(","reason":"Mornings are full","heard":"Two sites would rather wait")" +
                                          until + "}");
        follow_up();
        return reply;
    }
    void follow_up() {
        door.house().round();
        door.house().drain();
    }
    void let_days_pass(int days) {
        door.clock().advance(std::chrono::hours(24) * days);
        follow_up();
    }
    BoardQuestion seen(PersonId who, std::string const& question) {
        return door.as(who).get(question).as<BoardQuestion>();
    }
    std::int64_t told(PersonId who, std::string const& kind, std::string const& table = "notices") {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM " + table + " WHERE organisation_id = $1 AND person_id = $2 AND kind = $3",
                    cast.organisation, who, kind)
                .value();
        });
    }
};

TEST_F(Voices, ask_a_panel_of_those_who_said_they_may_be_asked) {
    EXPECT_EQ(ask(cast.sofia, to_panel("mentee"), new_id()).code(), "nobody_on_panel");
    joins_panel(cast.ana);
    joins_panel(cast.bruno);
    auto const question = asked(cast.sofia, to_panel("mentee"));
    EXPECT_EQ(told(cast.ana, "question_waits"), 1);
    EXPECT_EQ(told(cast.ana, "question_waits", "mails"), 1);
    EXPECT_EQ(told(cast.david, "question_waits"), 0);

    ASSERT_EQ(door.as(cast.ana).put(question + "/answer", R"({"text":" Not before eight "})").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(question + "/answer", R"({"text":"At eight"})").status, 200);
    ASSERT_EQ(door.as(cast.bruno).put(question + "/answer", R"({"text":"Yes"})").status, 200);
    ASSERT_EQ(door.as(cast.bruno).remove(question + "/answer").status, 200);
    auto const as_asker = seen(cast.sofia, question);
    ASSERT_THAT(as_asker.answers, SizeIs(1));
    EXPECT_EQ(as_asker.answers[0].name, "Ana Moreira");
    EXPECT_EQ(as_asker.answers[0].text, "At eight");
    EXPECT_EQ(seen(cast.ana, question).own_answer, "At eight");
    for (auto other : {cast.ana, cast.bruno, cast.jo, cast.marta, cast.david})
        EXPECT_THAT(seen(other, question).answers, IsEmpty());
    // Whoever takes part reads the line and no more until it is decided, and no name of whoever learns.
    EXPECT_EQ(seen(cast.david, question).undecided, std::nullopt);
    EXPECT_EQ(seen(cast.david, question).asker, std::nullopt);
    EXPECT_EQ(seen(cast.marta, question).asker, std::nullopt);
    EXPECT_EQ(seen(cast.marta, question).fixed, "Pay for early hours");
    EXPECT_EQ(seen(cast.jo, question).asker, "Sofia Lind");
    support::expect_closed_to_others(door, cast, {http::Method::get, question}, {cast.lena, cast.amir, cast.rosa});
    support::expect_closed_to_others(door, cast, {http::Method::put, question + "/answer", R"({"text":"No"})"},
                                     {cast.sofia, cast.david, cast.jo, cast.marta});

    let_days_pass(10);  // 2 December
    EXPECT_EQ(door.as(cast.bruno).put(question + "/answer", R"({"text":"Late"})").code(), "answers_over");
    EXPECT_EQ(door.as(cast.ana).remove(question + "/answer").code(), "answers_over");
}

TEST_F(Voices, are_told_what_became_of_it_and_say_whether_it_is_closed_for_them) {
    joins_panel(cast.ana);
    joins_panel(cast.bruno);
    auto const question = asked(cast.marta, to_panel("sponsor"));
    EXPECT_EQ(decide(cast.marta, question, "adapted").code(), "answers_still_open");
    EXPECT_EQ(door.as(cast.ana).put(question + "/mark", R"({"mark":"closed"})").code(), "marks_over");
    let_days_pass(10);
    EXPECT_EQ(decide(cast.marta, question, "adopted").text("/errors/0/pointer"), "/until_on");
    support::expect_closed_to_others(door, cast,
                                     {http::Method::put, question + "/decision",
                                      R"({"version":1,"outcome":"declined","reason":"No","heard":"Nothing"})"},
                                     {cast.ana, cast.jo, cast.sofia});
    ASSERT_EQ(decide(cast.marta, question, "adapted").status, 200);
    EXPECT_EQ(told(cast.ana, "decision_published"), 1);
    EXPECT_EQ(told(cast.bruno, "decision_published", "mails"), 1);
    auto const read = seen(cast.david, question);
    EXPECT_EQ(read.state, LoopState::closed);
    EXPECT_EQ(read.asker, "Marta Kowalska");
    EXPECT_EQ(read.undecided, "Which sites begin");
    ASSERT_THAT(read.decisions, SizeIs(1));
    EXPECT_EQ(read.decisions[0].heard, "Two sites would rather wait");
    EXPECT_EQ(door.as(cast.marta).remove(question).status, 405) << "nothing deletes a question";
    EXPECT_EQ(decide(cast.marta, question, "declined", "", 2).code(), "question_closed");

    ASSERT_EQ(door.as(cast.ana).put(question + "/mark", R"({"mark":"not_yet"})").status, 200);
    EXPECT_EQ(seen(cast.ana, question).own_mark, Mark::not_yet);
    let_days_pass(15);
    EXPECT_EQ(seen(cast.marta, question).marks, std::nullopt) << "one mark of a panel would point at somebody";
    EXPECT_EQ(door.as(cast.ana).put(question + "/mark", R"({"mark":"closed"})").code(), "marks_over");
}

TEST_F(Voices, defer_to_a_new_day_and_the_third_time_counts_as_declined) {
    joins_panel(cast.ana);
    auto const question = asked(cast.marta, to_panel("sponsor"));
    let_days_pass(22);  // 14 December
    EXPECT_EQ(seen(cast.ana, question).state, LoopState::overdue);
    ASSERT_EQ(decide(cast.marta, question, "deferred", "2027-01-10").status, 200);
    EXPECT_EQ(seen(cast.ana, question).state, LoopState::open);
    EXPECT_EQ(base::to_text(seen(cast.ana, question).decide_by), "2027-01-10");
    EXPECT_EQ(told(cast.ana, "decision_published"), 1);
    ASSERT_EQ(decide(cast.marta, question, "deferred", "2027-01-20", 2).status, 200);
    ASSERT_EQ(decide(cast.marta, question, "deferred", "2027-01-30", 3).status, 200);
    auto const closed = seen(cast.ana, question);
    EXPECT_EQ(closed.state, LoopState::closed);
    ASSERT_THAT(closed.decisions, SizeIs(3));
    EXPECT_EQ(closed.decisions[2].outcome, Outcome::declined);
}

TEST_F(Voices, remind_whoever_promised_seven_and_two_days_before) {
    joins_panel(cast.ana);
    asked(cast.marta, to_panel("sponsor"));  // by 10 December
    let_days_pass(10);
    EXPECT_EQ(told(cast.marta, "decision_due"), 0);
    let_days_pass(1);
    let_days_pass(1);
    EXPECT_EQ(told(cast.marta, "decision_due"), 1);
    let_days_pass(4);
    EXPECT_EQ(told(cast.marta, "decision_due"), 2);
    let_days_pass(1);
    EXPECT_EQ(told(cast.marta, "decision_due"), 2);
    EXPECT_EQ(told(cast.ana, "decision_due"), 0);
}

TEST_F(Voices, let_one_person_draft_who_reads_no_answer_and_publishes_nothing) {
    joins_panel(cast.ana);
    auto const drafter = programme + "/drafter";
    auto const named = [&](std::string const& name) {
        return door.as(cast.marta).put(drafter, R"({"colleague":")" + name + "\"}");
    };
    EXPECT_EQ(named("Nobody Here").text("/errors/0/code"), "nobody_of_this_name");
    EXPECT_EQ(named("Bruno Castelli").text("/errors/0/code"), "takes_part");
    EXPECT_EQ(named("Marta Kowalska").text("/errors/0/code"), "nobody_of_this_name");
    EXPECT_EQ(named("Lena Vogel").text("/items/0/drafter"), "Lena Vogel");
    support::expect_closed_to_others(door, cast, {http::Method::put, drafter, R"({"colleague":"Lena Vogel"})"},
                                     {cast.ana, cast.jo, cast.lena});
    auto const question = asked(cast.marta, to_panel("sponsor"));
    ASSERT_EQ(door.as(cast.ana).put(question + "/answer", R"({"text":"At eight"})").status, 200);
    EXPECT_EQ(seen(cast.lena, question).seat, QuestionSeat::drafter);
    EXPECT_THAT(door.as(cast.lena).get(question).body, Not(HasSubstr("At eight")));
    auto const draft = [&](PersonId who, int version) {
        return door.as(who).put(question + "/draft", R"({"version":)" + std::to_string(version) +
                                                         R"(,"outcome":"declined","reason":"Too early","heard":""})");
    };
    EXPECT_EQ(draft(cast.ana, 0).status, 404);
    ASSERT_EQ(draft(cast.lena, 0).status, 200);
    EXPECT_EQ(draft(cast.marta, 0).code(), "stale");
    EXPECT_EQ(told(cast.marta, "draft_waits"), 1);
    EXPECT_EQ(seen(cast.marta, question).draft->reason, "Too early");
    EXPECT_EQ(seen(cast.ana, question).draft.has_value(), false);
    EXPECT_EQ(seen(cast.jo, question).draft.has_value(), false);
    EXPECT_TRUE(door.as(cast.marta).get("/api/questions").as<MyQuestions>().items.at(0).has_draft);
    EXPECT_EQ(decide(cast.lena, question, "declined").status, 404) << "only the sponsor publishes";
    ASSERT_EQ(decide(cast.marta, question, "declined").status, 200);
    EXPECT_EQ(seen(cast.marta, question).draft.has_value(), false);
    EXPECT_EQ(door.as(cast.lena).get(question).status, 404);
    EXPECT_EQ(door.as(cast.marta).remove(drafter).text("/items/0/drafter"), "null");
}

TEST_F(Voices, pass_what_a_sponsor_owes_to_the_next_one_without_the_answers) {
    joins_panel(cast.ana);
    auto const question = asked(cast.marta, to_panel("sponsor"));
    ASSERT_EQ(door.as(cast.ana).put(question + "/answer", R"({"text":"At eight"})").status, 200);
    EXPECT_EQ(door.as(cast.lena).get(question).status, 404);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE roles SET person_id = $3 WHERE organisation_id = $1 AND person_id = $2 AND role = 'sponsor'",
               cast.organisation, cast.marta, cast.lena);
    });
    EXPECT_EQ(seen(cast.lena, question).seat, QuestionSeat::successor);
    EXPECT_THAT(door.as(cast.lena).get(question).body, Not(HasSubstr("At eight"))) << "it was given to Marta";
    EXPECT_THAT(door.as(cast.lena).get("/api/questions").as<MyQuestions>().items, SizeIs(1));
    let_days_pass(12);
    EXPECT_EQ(told(cast.lena, "decision_due"), 1);
    EXPECT_EQ(told(cast.marta, "decision_due"), 0);
    ASSERT_EQ(decide(cast.lena, question, "declined").status, 200);
    EXPECT_EQ(seen(cast.ana, question).state, LoopState::closed);
}

TEST_F(Voices, stand_on_a_loop_board_whatever_becomes_of_them) {
    joins_panel(cast.ana);
    auto const board = [&](PersonId who) { return door.as(who).get(programme + "/loop-board").as<LoopBoard>(); };
    asked(cast.marta, to_panel("sponsor"));
    auto const of_sofia = asked(cast.sofia, to_panel("mentee"));
    let_days_pass(12);
    auto const of_david = asked(cast.david, to_panel("mentee", "2026-12-08"));
    ASSERT_EQ(decide(cast.sofia, of_sofia, "declined").status, 200);
    let_days_pass(10);  // 14 December: two are overdue
    ASSERT_EQ(decide(cast.david, of_david, "deferred", "2027-01-10").status, 200);
    auto const read = board(cast.bruno);
    ASSERT_THAT(read.items, SizeIs(3));
    EXPECT_EQ(read.items[0].state, LoopState::overdue);
    EXPECT_EQ(read.items[0].asker, "Marta Kowalska");
    EXPECT_EQ(read.items[1].state, LoopState::open);
    EXPECT_EQ(read.items[1].asker, std::nullopt);
    EXPECT_EQ(base::to_text(read.items[1].decide_by), "2027-01-10");
    EXPECT_EQ(read.items[2].decision->heard, "Two sites would rather wait");
    EXPECT_EQ(read.totals.overdue, 1);
    EXPECT_EQ(read.totals.closed, 1);
    EXPECT_EQ(read.totals.closed_in_time, 1);
    EXPECT_TRUE(board(cast.marta).items[0].is_own);
    EXPECT_EQ(board(cast.jo).items[1].asker, "David Okafor");

    // Rosa takes no part: she reads it once the sponsor shows it to the house.
    auto const publication = programme + "/loop-board/publication";
    EXPECT_EQ(door.as(cast.rosa).get(programme + "/loop-board").status, 404);
    EXPECT_EQ(door.as(cast.jo).put(publication).status, 404);
    ASSERT_EQ(door.as(cast.marta).put(publication).status, 200);
    EXPECT_THAT(board(cast.rosa).items, SizeIs(3));
    EXPECT_EQ(door.as(cast.otto).get(programme + "/loop-board").status, 404);
    ASSERT_EQ(door.as(cast.marta).remove(publication).status, 200);
    EXPECT_EQ(door.as(cast.rosa).get(programme + "/loop-board").status, 404);
}

TEST_F(Voices, ask_their_own_partner_and_nobody_else_learns_of_it) {
    auto const pair = support::start_pair(door, cast);
    auto const openings = door.as(cast.sofia).get("/api/question-openings").as<QuestionOpenings>();
    ASSERT_THAT(openings.items, SizeIs(1));
    ASSERT_THAT(openings.items[0].partners, SizeIs(1));
    EXPECT_EQ(openings.items[0].partners[0].name, "Ana Moreira");
    EXPECT_EQ(openings.items[0].panel, PanelSize::nobody);
    EXPECT_THAT(openings.panels, IsEmpty());
    EXPECT_EQ(ask(cast.david, to_partner(pair), new_id()).text("/errors/0/code"), "not_there");
    EXPECT_EQ(ask(cast.ana, to_partner(pair), new_id()).status, 404);
    auto const question = asked(cast.sofia, to_partner(pair));
    EXPECT_EQ(told(cast.ana, "question_waits"), 1);
    EXPECT_EQ(told(cast.bruno, "question_waits"), 0);
    ASSERT_EQ(door.as(cast.ana).put(question + "/answer", R"({"text":"Yes, do"})").status, 200);
    support::expect_closed_to_others(door, cast, {http::Method::get, question},
                                     {cast.david, cast.bruno, cast.jo, cast.marta, cast.nina, cast.amir});
    ASSERT_EQ(decide(cast.sofia, question, "adopted", "2026-12-20").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(question + "/mark", R"({"mark":"closed"})").status, 200);
    EXPECT_EQ(seen(cast.sofia, question).marks->closed, 1) << "a partner says it to the partner";
}

TEST_F(Voices, ask_only_as_what_they_are_and_an_id_once) {
    joins_panel(cast.ana);
    EXPECT_EQ(ask(cast.sofia, to_panel("sponsor"), new_id()).text("/errors/0/pointer"), "/standing");
    EXPECT_EQ(ask(cast.marta, to_panel("mentee"), new_id()).text("/errors/0/pointer"), "/standing");
    EXPECT_EQ(ask(cast.jo, to_panel("sponsor"), new_id()).status, 404);
    auto const id = new_id();
    EXPECT_EQ(ask(cast.sofia, to_panel("mentee"), id).status, 200);
    EXPECT_EQ(ask(cast.sofia, to_panel("mentee"), id).status, 200) << "sent again, it is the same question";
    EXPECT_EQ(ask(cast.david, to_panel("mentee"), id).status, 404);
    EXPECT_THAT(door.as(cast.ana).get("/api/questions").as<MyQuestions>().items, SizeIs(1));
    EXPECT_EQ(ask(cast.sofia, to_panel("mentee", "2026-12-11"), new_id()).text("/errors/0/code"), "after_the_decision");
    EXPECT_EQ(door.as(cast.david).put(programme + "/panel-membership").status, 404) << "who learns is on no panel";
    ASSERT_EQ(door.as(cast.ana).remove(programme + "/panel-membership").status, 200);
    EXPECT_EQ(ask(cast.sofia, to_panel("mentee"), new_id()).code(), "nobody_on_panel");
    EXPECT_EQ(seen(cast.ana, "/api/questions/" + id).seat, QuestionSeat::asked) << "asked is asked";
}

TEST_F(Voices, keep_their_words_out_of_every_table) {
    joins_panel(cast.ana);
    auto const question = asked(cast.marta, to_panel("sponsor"));
    ASSERT_EQ(door.as(cast.ana).put(question + "/answer", R"({"text":"At eight"})").status, 200);
    auto const log = door.as(cast.amir).get("/api/audit-log?limit=100").body;
    EXPECT_THAT(log, Not(HasSubstr("seven")));
    EXPECT_THAT(log, Not(HasSubstr("eight")));
    EXPECT_THAT(log, HasSubstr("question.asked"));
    EXPECT_THAT(log, Not(HasSubstr("question.answered")));
}

}  // namespace
}  // namespace voice
