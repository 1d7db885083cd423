// What is sealed of a programme is gone on the day that was told (rules D14; docs/api/closings.md). Every sealed column
// of the schema stands in the table below with what it goes with: a new one that nobody has thought of fails here.

#include <fstream>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/charter.hpp"
#include "platform/crypto/seal.hpp"
#include "support/pair.hpp"

namespace app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum class GoesWith {
    its_pair,       // 180 days after the pair's end
    its_programme,  // 180 days after the last pairs of it ended
    its_round,      // of anonymous first: 30 days after its last day
    its_line,       // 180 days after the last word on it
    its_ballots,    // 180 days after their box was opened
    its_secret,     // 24 months after its programme has closed, with what tied them to people
    its_concern,    // as long as the confidential contact has set, at most 24 months, whatever becomes of the programme
};

std::map<std::string, GoesWith> const kSealed = {
    {"acquaintance_messages.sealed_text", GoesWith::its_round},
    {"acquaintance_people.sealed_card", GoesWith::its_round},
    {"acquaintance_people.sealed_person_id", GoesWith::its_round},
    {"agenda_items.sealed_text", GoesWith::its_pair},
    {"agreement_outcomes.sealed_text", GoesWith::its_pair},
    {"anonymous_authors.sealed_person_id", GoesWith::its_line},
    {"attachments.sealed_content", GoesWith::its_pair},
    {"attachments.sealed_name", GoesWith::its_pair},
    {"ballots.sealed_answers", GoesWith::its_ballots},
    {"can_do_marks.sealed_content", GoesWith::its_pair},
    {"concern_messages.sealed_text", GoesWith::its_concern},
    {"concerns.sealed_acquaintance", GoesWith::its_concern},
    {"concerns.sealed_excerpt", GoesWith::its_concern},
    {"concerns.sealed_note", GoesWith::its_concern},
    {"decision_drafts.sealed_words", GoesWith::its_programme},
    {"decisions.sealed_words", GoesWith::its_programme},
    {"enrolments.sealed_need_check", GoesWith::its_programme},
    {"feedback.sealed_author_look", GoesWith::its_pair},
    {"feedback.sealed_content", GoesWith::its_pair},
    {"feedback.sealed_receiver_look", GoesWith::its_pair},
    {"front_line_notes.sealed_note", GoesWith::its_programme},
    {"front_line_themes.sealed_answer", GoesWith::its_programme},
    {"front_line_themes.sealed_words", GoesWith::its_programme},
    {"goals.sealed_content", GoesWith::its_pair},
    {"introductions.sealed_why", GoesWith::its_pair},
    {"line_messages.sealed_text", GoesWith::its_line},
    {"messages.sealed_text", GoesWith::its_pair},
    {"name_openings.sealed_danger", GoesWith::its_concern},
    {"note_drafts.sealed_draft", GoesWith::its_programme},
    {"panel_answers.sealed_text", GoesWith::its_programme},
    {"partner_notes.sealed_text", GoesWith::its_programme},
    {"preparation_ratings.sealed_rating", GoesWith::its_programme},
    {"private_notes.sealed_text", GoesWith::its_pair},
    {"private_topics.sealed_topic", GoesWith::its_programme},
    {"promises.sealed_text", GoesWith::its_pair},
    {"questions.sealed_words", GoesWith::its_programme},
    {"ready_sentences.sealed_ticks", GoesWith::its_programme},
    {"questionnaire_answers.sealed_answers", GoesWith::its_secret},
    {"released_words.sealed_shown", GoesWith::its_programme},
    {"rematches.sealed_note", GoesWith::its_pair},
    {"shared_notes.sealed_text", GoesWith::its_pair},
    {"skipped_prompts.sealed_prompts", GoesWith::its_pair},
    {"survey_answers.sealed_answers", GoesWith::its_pair},
    {"targets.sealed_content", GoesWith::its_pair},
    {"targets.sealed_echo", GoesWith::its_pair},
    {"teach_backs.sealed_ticks", GoesWith::its_pair},
    {"words.sealed_words", GoesWith::its_programme},
    {"your_turns.sealed_text", GoesWith::its_programme},
};

// Not sealed, and private all the same: rows that must be gone with the rest.
constexpr std::array kPrivateRows{"continuations",    "introduction_answers", "anonymous_lines",
                                  "will_not_discuss", "panel_members",        "question_people",
                                  "modules_done",     "waiting_consents",     "theme_notes"};

// By what word the charter names what goes with a pair; the page of the closing says the same sentence.
std::map<std::string, std::string> const kNamedInTheCharter = {
    {"agenda_items", "agendas"},
    {"agreement_outcomes", "the words of the agreement"},
    {"attachments", "their files"},
    {"can_do_marks", "how far each can do what"},
    {"continuations", "how each wanted to go on"},
    {"feedback", "feedback"},
    {"goals", "goals"},
    {"introduction_answers", "introductions with their answers"},
    {"introductions", "introductions with their answers"},
    {"messages", "messages"},
    {"private_notes", "notes"},
    {"promises", "promises"},
    {"rematches", "words on stopping"},
    {"shared_notes", "notes"},
    {"skipped_prompts", "skipped questions"},
    {"survey_answers", "answers to questions"},
    {"targets", "targets and what became of them"},
    {"teach_backs", "what was shown"},
};

std::vector<std::string> sealed_columns_of_the_schema() {
    std::vector<std::string> columns;
    std::ifstream schema(std::string(OBVERSE_SOURCE_DIR) + "/db/schema.sqlite.sql");
    std::string table;
    for (std::string line; std::getline(schema, line);) {
        if (line.starts_with("CREATE TABLE ")) table = line.substr(13, line.find(' ', 13) - 13);
        auto const word = line.substr(std::min(line.size(), line.find_first_not_of(' ')));
        if (word.starts_with("sealed")) columns.push_back(table + "." + word.substr(0, word.find(' ')));
    }
    return columns;
}

// Ana and Sofia as a pair whose programme closes after 13 December 2026, with something in every sealed column.
class WhatWasWritten : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());
    pairing::PairingId pair_ = support::start_pair(door_, cast_);

    void SetUp() override {
        auto const told = door_.as(cast_.jo).put("/api/programmes/" + cast_.programme.text() + "/closing",
                                                 R"({"version":0,"closes_on":"2026-12-13"})");
        ASSERT_EQ(told.status, 200) << told.body;
        days_pass(21);
        auto const note = door_.as(cast_.ana).put(
            "/api/programmes/" + cast_.programme.text() + "/front-line-notes/4a1c0f52-9d1b-4f0e-8a53-000000000001",
            R"({"version":0,"audience":"sponsor","text":"The rota comes late"})");
        ASSERT_EQ(note.status, 200) << note.body;
        auto const words = door_.as(cast_.ana).put(
            "/api/programmes/" + cast_.programme.text() + "/released-words/6c1c0f52-9d1b-4f0e-8a53-000000000001",
            R"({"version":0,"about":"oneself","is_named":false,"text":"I ask first now"})");
        ASSERT_EQ(words.status, 200) << words.body;
        door_.database().write([&](db::Tx& tx) {
            write_for_meeting(tx);
            write_of_pair(tx);
            write_of_programme(tx);
            write_in_confidence(tx);
        });
    }
    void days_pass(int days) {
        door_.clock().advance(std::chrono::hours(24) * days);
        door_.house().round();
        door_.house().drain();
    }
    std::int64_t count(std::string const& from) {
        return door_.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM " + from, cast_.organisation).value();
        });
    }
    std::vector<std::string> left(std::vector<GoesWith> const& with) {
        std::vector<std::string> columns;
        for (auto const& [column, goes] : kSealed) {
            auto const dot = column.find('.');
            if (std::ranges::find(with, goes) != with.end() &&
                count(column.substr(0, dot) + " WHERE organisation_id = $1 AND " + column.substr(dot + 1) +
                      " IS NOT NULL") > 0)
                columns.push_back(column);
        }
        return columns;
    }

  private:
    template <class... Values>
    void put(db::Tx& tx, std::string const& table, std::string const& columns, Values const&... values) {
        std::string places;
        for (std::size_t at = 1; at <= sizeof...(values); ++at) places += ", $" + std::to_string(at + 1);
        tx.run("INSERT INTO " + table + " (organisation_id, " + columns + ") VALUES ($1" + places + ")",
               cast_.organisation, values...);
    }
    auto sealed(std::string_view table, std::string_view column, base::AnyId row) {
        return crypto::seal(door_.tools().keys, {table, column, base::any(cast_.organisation), row}, "{}");
    }
    // A row that has nothing but an id, a sealed column and a few others.
    template <class... Values>
    base::AnyId seal_in(db::Tx& tx, std::string const& table, std::string const& column, std::string const& others,
                        Values const&... values) {
        auto const id = tx.make_id<base::AnyId>();
        put(tx, table, "id, " + column + ", " + others, id, sealed(table, column, id), values...);
        return id;
    }

    void write_for_meeting(db::Tx& tx) {
        auto const now = door_.clock().now();
        auto const meeting = tx.make_id<base::AnyId>();
        put(tx, "meetings",
            "id, pairing_id, version, sequence, minutes, channel, place, opened_at, proposed_by, activity", meeting,
            pair_, 1, 0, 45, "call", "", now, "mentor", "conversation");
        seal_in(tx, "agenda_items", "sealed_text", "meeting_id, version, position, lane", meeting, 1, 1, "mentor");
        seal_in(tx, "private_notes", "sealed_text", "meeting_id, version, side", meeting, 1, "mentor");
        seal_in(tx, "shared_notes", "sealed_text", "meeting_id, version", meeting, 1);
        seal_in(tx, "promises", "sealed_text", "meeting_id, version, position, side, is_done", meeting, 1, 1, "mentor",
                false);
        seal_in(tx, "teach_backs", "sealed_ticks", "pairing_id, version", pair_, 1);
    }
    void write_of_pair(db::Tx& tx) {
        auto const now = door_.clock().now();
        auto const today = base::utc_day(now);
        auto const message = seal_in(tx, "messages", "sealed_text", "pairing_id, position, person_id, written_at",
                                     pair_, 1, cast_.ana, now);
        auto const file = tx.make_id<base::AnyId>();
        put(tx, "attachments",
            "id, pairing_id, person_id, message_id, kind, octets, sealed_name, sealed_content, uploaded_at", file,
            pair_, cast_.ana, message, "plain_text", 2, sealed("attachments", "sealed_name", file),
            sealed("attachments", "sealed_content", file), now);
        seal_in(tx, "can_do_marks", "sealed_content", "pairing_id, person_id", pair_, cast_.ana);
        seal_in(tx, "goals", "sealed_content", "pairing_id, side, position, version", pair_, "mentor", 1, 1);
        auto const targets = seal_in(tx, "targets", "sealed_content", "pairing_id, person_id", pair_, cast_.ana);
        tx.run("UPDATE targets SET sealed_echo = $3 WHERE organisation_id = $1 AND id = $2", cast_.organisation,
               targets, sealed("targets", "sealed_echo", targets));
        auto const feedback =
            seal_in(tx, "feedback", "sealed_content", "pairing_id, author_id, written_on", pair_, cast_.ana, today);
        tx.run(
            "UPDATE feedback SET sealed_author_look = $3, sealed_receiver_look = $4 "
            "WHERE organisation_id = $1 AND id = $2",
            cast_.organisation, feedback, sealed("feedback", "sealed_author_look", feedback),
            sealed("feedback", "sealed_receiver_look", feedback));
        auto const made = seal_in(tx, "introductions", "sealed_why",
                                  "pairing_id, introducer_id, colleague_id, asked_on, closes_on, made_on", pair_,
                                  cast_.sofia, cast_.david, today, today + 14, today);
        put(tx, "introduction_answers", "introduction_id, person_id, answer", made, cast_.ana, "yes");
        seal_in(tx, "introductions", "sealed_why", "pairing_id, introducer_id, colleague_id, asked_on, closes_on",
                pair_, cast_.sofia, cast_.lena, today, today + 14);
        seal_in(tx, "skipped_prompts", "sealed_prompts", "pairing_id, person_id", pair_, cast_.ana);
        seal_in(tx, "rematches", "sealed_note", "pairing_id, person_id, wish", pair_, cast_.ana, "later");
        put(tx, "continuations", "pairing_id, person_id, onward", pair_, cast_.ana, "stop");
        auto const survey = tx.make_id<base::AnyId>();
        put(tx, "surveys", "id, pairing_id, kind, number, opened_on", survey, pair_, "pulse", 1, today);
        seal_in(tx, "survey_answers", "sealed_answers", "survey_id, pairing_id, person_id, state, is_told", survey,
                pair_, cast_.ana, "sent", true);
    }
    void write_of_programme(db::Tx& tx) {
        auto const now = door_.clock().now();
        auto const today = base::utc_day(now);
        seal_in(tx, "private_topics", "sealed_topic", "enrolment_id, consented_on", cast_.ana_enrolled, today);
        put(tx, "will_not_discuss", "enrolment_id, subject", cast_.ana_enrolled, "pay");
        put(tx, "modules_done", "enrolment_id, module, done_on", cast_.ana_enrolled, "mj2", today);
        put(tx, "waiting_consents", "programme_id, person_id", cast_.programme, cast_.ana);
        seal_in(tx, "your_turns", "sealed_text", "enrolment_id, module", cast_.ana_enrolled, "mj1");
        seal_in(tx, "ready_sentences", "sealed_ticks", "enrolment_id", cast_.ana_enrolled);
        seal_in(tx, "preparation_ratings", "sealed_rating", "enrolment_id", cast_.ana_enrolled);
        tx.run("UPDATE enrolments SET sealed_need_check = $3 WHERE organisation_id = $1 AND id = $2",
               cast_.organisation, cast_.ana_enrolled,
               sealed("enrolments", "sealed_need_check", base::any(cast_.ana_enrolled)));
        write_of_board(tx);
        write_of_front_line(tx);
        auto const round = tx.make_id<base::AnyId>();
        put(tx, "anonymous_rounds",
            "id, programme_id, number, suggestions, opened_on, closes_on, closes_at, last_on, state", round,
            cast_.programme, 1, 1, today, today, now, today, "over");
        auto const two = tx.make_id<base::AnyId>();
        put(tx, "acquaintances", "id, anonymous_round_id, state", two, round, "over");
        put(tx, "acquaintance_people", "acquaintance_id, side, person_hash, sealed_person_id, sealed_card, opens_name",
            two, "mentor", meta::Bytes{}, sealed("acquaintance_people", "sealed_person_id", two),
            sealed("acquaintance_people", "sealed_card", two), false);
        seal_in(tx, "acquaintance_messages", "sealed_text", "acquaintance_id, position, side, shown_at", two, 1,
                "mentor", now);
        auto const line = tx.make_id<base::AnyId>();
        put(tx, "anonymous_lines", "id, programme_id", line, cast_.programme);
        put(tx, "anonymous_authors", "line_id, sealed_person_id", line,
            sealed("anonymous_authors", "sealed_person_id", line));
        seal_in(tx, "line_messages", "sealed_text", "line_id, position, shown_at", line, 1, now);
        auto const set = tx.make_id<base::AnyId>();
        put(tx, "question_sets", "id, questions, closes_at, is_closed", set, R"({"questions":[]})", now, true);
        seal_in(tx, "ballots", "sealed_answers", "question_set_id", set);
        auto const asked = tx.make_id<base::AnyId>();
        put(tx, "questionnaires",
            "id, programme_id, moment, number, state, is_anonymous, audience, title, content, version", asked,
            cast_.programme, "own", 1, "closed", false, "everybody", "", R"({"items":[],"own":[]})", 1);
        seal_in(tx, "questionnaire_answers", "sealed_answers", "questionnaire_id, respondent", asked, meta::Bytes{});
    }
    void write_of_board(db::Tx& tx) {
        auto const today = base::utc_day(door_.clock().now());
        put(tx, "panel_members", "programme_id, person_id", cast_.programme, cast_.ana);
        auto const question =
            seal_in(tx, "questions", "sealed_words",
                    "programme_id, person_id, standing, audience, asked_on, answer_by, promised_on, decide_by, "
                    "deferrals, version",
                    cast_.programme, cast_.sofia, "mentee", "panel", today, today, today, today, 0, 1);
        put(tx, "question_people", "question_id, person_id", question, cast_.ana);
        seal_in(tx, "panel_answers", "sealed_text", "question_id, person_id", question, cast_.ana);
        put(tx, "decision_drafts", "question_id, version, sealed_words", question, 1,
            sealed("decision_drafts", "sealed_words", question));
        seal_in(tx, "decisions", "sealed_words", "question_id, position, outcome, decided_on", question, 1, "deferred",
                today);
    }
    void write_of_front_line(db::Tx& tx) {
        auto const today = base::utc_day(door_.clock().now());
        auto const note = seal_in(tx, "front_line_notes", "sealed_note", "programme_id, week_on, audience",
                                  cast_.programme, today, "sponsor");
        seal_in(tx, "partner_notes", "sealed_text", "programme_id, author_id, reader_id, sent_on", cast_.programme,
                cast_.ana, cast_.sofia, today);
        seal_in(tx, "released_words", "sealed_shown", "programme_id, week_on", cast_.programme, today);
        auto const theme = tx.make_id<base::AnyId>();
        put(tx, "front_line_themes", "id, programme_id, sealed_words, sealed_answer, is_looked_at, version, shown_on",
            theme, cast_.programme, sealed("front_line_themes", "sealed_words", theme),
            sealed("front_line_themes", "sealed_answer", theme), true, 1, today);
        put(tx, "theme_notes", "note_id, theme_id, is_fixed", note, theme, true);
    }
    void write_in_confidence(db::Tx& tx) {
        auto const today = base::utc_day(door_.clock().now());
        auto const concern = tx.make_id<base::AnyId>();
        put(tx, "concerns",
            "id, programme_id, person_id, contact_id, wish, raised_on, last_on, kept_months, sealed_note, "
            "sealed_excerpt, "
            "sealed_acquaintance",
            concern, cast_.programme, cast_.ana, cast_.rosa, "act", today, today, 24,
            sealed("concerns", "sealed_note", concern), sealed("concerns", "sealed_excerpt", concern),
            sealed("concerns", "sealed_acquaintance", concern));
        seal_in(tx, "concern_messages", "sealed_text", "concern_id, position, is_contacts, written_on", concern, 1,
                false, today);
        seal_in(tx, "name_openings", "sealed_danger", "concern_id, programme_id, asked_by, asked_on", concern,
                cast_.programme, cast_.rosa, today);
    }
};

TEST_F(WhatWasWritten, is_known_column_by_column_with_what_it_goes_with) {
    std::vector<std::string> known;
    for (auto const& [column, goes] : kSealed) known.push_back(column);
    auto columns = sealed_columns_of_the_schema();
    std::ranges::sort(columns);
    EXPECT_EQ(columns, known) << "say in the table above what the new column goes with, and let it go";
}

TEST_F(WhatWasWritten, is_named_in_the_charter_whatever_of_it_goes_with_the_pair) {
    std::string clauses;
    for (auto const& clause : door_.as(cast_.ana).get("/api/charter").as<pairing::Charter>().clauses)
        clauses += clause.text + "\n";
    EXPECT_THAT(clauses, testing::Not(testing::HasSubstr("{"))) << "no room is left open";
    EXPECT_THAT(clauses, testing::HasSubstr("180 days after our end"));
    std::set<std::string> tables{"continuations", "introduction_answers"};
    for (auto const& [column, goes] : kSealed)
        if (goes == GoesWith::its_pair) tables.insert(column.substr(0, column.find('.')));
    for (auto const& table : tables) {
        ASSERT_TRUE(kNamedInTheCharter.contains(table)) << table << ": name it in closing.kept_of_a_pair";
        EXPECT_THAT(clauses, testing::HasSubstr(kNamedInTheCharter.at(table)));
    }
}

TEST_F(WhatWasWritten, is_gone_on_the_day_that_was_told_and_what_was_said_in_confidence_when_its_own_time_is_over) {
    std::vector const by_the_day{GoesWith::its_pair, GoesWith::its_programme, GoesWith::its_round, GoesWith::its_line,
                                 GoesWith::its_ballots};
    auto everything = by_the_day;
    everything.push_back(GoesWith::its_secret);
    everything.push_back(GoesWith::its_concern);
    ASSERT_EQ(left(everything).size(), kSealed.size()) << "there is something in each to be forgotten";
    days_pass(1);  // it closes
    days_pass(1);
    auto const told = door_.as(cast_.ana).get("/api/my-closings").text("/items/0/kept_until");
    EXPECT_EQ(told, "2027-06-12");
    days_pass(base::parse_day("2027-06-11").value() - base::utc_day(door_.clock().now()));
    EXPECT_THAT(left({GoesWith::its_pair}), testing::SizeIs(20)) << "the day before, each may still take it along";
    EXPECT_THAT(left({GoesWith::its_programme}), testing::SizeIs(16));
    days_pass(1);
    EXPECT_THAT(left(by_the_day), IsEmpty());
    for (auto const* rows : kPrivateRows)
        EXPECT_EQ(count(std::string(rows) + " WHERE organisation_id = $1"), 0) << rows;
    EXPECT_EQ(count("introductions WHERE organisation_id = $1 AND made_on IS NOT NULL"), 1) << "a count, without words";
    EXPECT_EQ(left({GoesWith::its_concern}).size(), 5U);
    EXPECT_EQ(door_.as(cast_.ana).get("/api/introductions").status, 200);
    EXPECT_THAT(door_.as(cast_.ana).get("/api/surveys").text("/items"), "[]");
    EXPECT_EQ(left({GoesWith::its_secret}).size(), 1U);
    days_pass(620);  // 24 months after the last word
    EXPECT_THAT(left(everything), IsEmpty());
}

TEST_F(WhatWasWritten, to_everybody_goes_with_the_programme) {
    support::make_ready_to_invite(door_, cast_);
    auto const programme = "/api/programmes/" + cast_.programme.text();
    auto const jo = door_.as(cast_.jo);
    ASSERT_EQ(jo.put(programme + "/opening-letter", R"({"version":0,"texts":[{"language":"en","text":"Why"}]})").status,
              200);
    ASSERT_EQ(jo.post(programme + "/announcements",
                      R"({"audience":"everyone","texts":[{"language":"en","title":"On","text":"Monday"}]})")
                  .status,
              201);
    ASSERT_EQ(jo.post(programme + "/group-meetings",
                      R"({"version":0,"kind":"other","title":"An hour","asked":"everyone","by_sponsor":false,
                          "starts_local":"2026-12-13T18:00","time_zone":"UTC","minutes":60,"place":""})")
                  .status,
              201);
    days_pass(1);
    constexpr std::array kSaid{"opening_letters",    "opening_letter_texts", "announcements",
                               "announcement_texts", "group_meetings",       "group_meeting_tellings"};
    for (auto const* table : kSaid) EXPECT_GT(count(std::string(table) + " WHERE organisation_id = $1"), 0) << table;
    days_pass(base::parse_day("2027-06-11").value() - base::utc_day(door_.clock().now()));
    for (auto const* table : kSaid) EXPECT_GT(count(std::string(table) + " WHERE organisation_id = $1"), 0) << table;
    days_pass(1);
    for (auto const* table : kSaid) EXPECT_EQ(count(std::string(table) + " WHERE organisation_id = $1"), 0) << table;
}

}  // namespace
}  // namespace app
