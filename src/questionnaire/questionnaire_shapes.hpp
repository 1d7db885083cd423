#pragma once
// What goes in and out about questionnaires.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/meta.hpp"
#include "programme/called.hpp"
#include "questionnaire/questionnaire.hpp"
#include "questionnaire/results.hpp"

namespace questionnaire {

// --- for whoever coordinates ---

// One of a coordinator's own. `version`: of the draft that is changed; 0 for a new one.
struct QuestionnaireDraft {
    std::int64_t version = 0;
    std::string title;
    bool is_anonymous = false;
    Audience audience = Audience::everybody;
    std::vector<OwnQuestion> questions;
    std::optional<PersonId> reader_id;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireDraft, (), (version, title, is_anonymous, audience, questions, reader_id))

struct QuestionnaireOpening {
    std::int64_t version = 0;
    base::Day closes_on;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireOpening, (), (version, closes_on))

enum class Action { change, open, remove };
BOOST_DESCRIBE_ENUM(Action, change, open, remove)

struct QuestionnaireOutline {
    QuestionnaireId id;
    Moment moment = Moment::own;
    State state = State::draft;
    std::string title;
    bool is_anonymous = false;
    Audience audience = Audience::everybody;
    std::optional<base::Day> opened_on;
    std::optional<base::Day> closes_on;
    std::int32_t asked = 0;  // people; of a draft, who would be asked today
    std::int64_t version = 0;
    std::vector<Action> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireOutline, (),
                      (id, moment, state, title, is_anonymous, audience, opened_on, closes_on, asked, version,
                       allowed_actions))

// When the house asks by itself, and has not yet.
struct PlannedQuestionnaire {
    Moment moment = Moment::start;
    std::optional<base::Day> opens_on;
    std::optional<base::Day> closes_on;
};
BOOST_DESCRIBE_STRUCT(PlannedQuestionnaire, (), (moment, opens_on, closes_on))

struct QuestionnaireOutlines {
    std::vector<QuestionnaireOutline> items;
    std::vector<PlannedQuestionnaire> planned;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireOutlines, (), (items, planned))

// As the people see it: what each side is asked, in order; on the ladder one topic stands for those of each person.
struct QuestionnaireForm : QuestionnaireOutline {
    std::vector<AskedQuestion> of_mentors;
    std::vector<AskedQuestion> of_mentees;
    std::optional<PersonId> reader_id;
    std::optional<std::string> reader;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireForm, (QuestionnaireOutline), (of_mentors, of_mentees, reader_id, reader))

// --- once it has closed ---

// Each of a question in words, in an order of chance; for the reader alone.
struct WordsOfQuestion {
    AskedQuestion question;
    std::vector<std::string> words;
};
BOOST_DESCRIBE_STRUCT(WordsOfQuestion, (), (question, words))

struct Comments {
    bool are_enough = false;  // from ten who answered
    std::vector<WordsOfQuestion> items;
};
BOOST_DESCRIBE_STRUCT(Comments, (), (are_enough, items))

struct ResultsAnswer {
    QuestionnaireId id;
    ProgrammeId programme_id;
    programme::Called programme;
    Moment moment = Moment::own;
    std::string title;
    bool is_anonymous = false;
    Audience audience = Audience::everybody;
    base::Day opened_on;
    base::Day closes_on;
    bool is_reader = false;  // you read what was written in words
    Results results;
};
BOOST_DESCRIBE_STRUCT(ResultsAnswer, (),
                      (id, programme_id, programme, moment, title, is_anonymous, audience, opened_on, closes_on,
                       is_reader, results))

struct ResultsBrief {
    QuestionnaireId id;
    Moment moment = Moment::own;
    std::string title;
    base::Day closed_on;
};
BOOST_DESCRIBE_STRUCT(ResultsBrief, (), (id, moment, title, closed_on))
ResultsBrief brief_of(Questionnaire const& closed);
struct ResultsList {
    std::vector<ResultsBrief> items;
};
BOOST_DESCRIBE_STRUCT(ResultsList, (), (items))

// --- for whoever is asked ---

// open: nothing is kept of you. saved: begun, and kept for you alone; sent: counts, and can be changed until the last
// day. Of an anonymous one nobody knows.
enum class Standing { open, saved, sent };
BOOST_DESCRIBE_ENUM(Standing, open, saved, sent)

struct AskedBrief {
    QuestionnaireId id;
    Moment moment = Moment::own;
    std::string title;
    programme::Called programme;
    bool is_anonymous = false;
    bool is_open = false;      // it can be answered
    bool has_results = false;  // it has closed
    base::Day closes_on;
    std::optional<Standing> standing;
};
BOOST_DESCRIBE_STRUCT(AskedBrief, (),
                      (id, moment, title, programme, is_anonymous, is_open, has_results, closes_on, standing))

// Where you wait for a place, and whether you consent to be asked meanwhile.
struct WaitingConsent {
    ProgrammeId programme_id;
    programme::Called programme;
    bool has_consented = false;
};
BOOST_DESCRIBE_STRUCT(WaitingConsent, (), (programme_id, programme, has_consented))

struct MyQuestionnaires {
    std::vector<AskedBrief> items;
    std::vector<ResultsBrief> to_read;  // whose words you read
    std::vector<WaitingConsent> waiting;
};
BOOST_DESCRIBE_STRUCT(MyQuestionnaires, (), (items, to_read, waiting))

struct AskedQuestionnaire : AskedBrief {
    std::int32_t could_answer = 0;
    std::vector<AskedQuestion> questions;
    std::vector<QuestionnaireAnswer> answers;  // your own
    std::optional<std::string> reader;         // of what is written in words
    std::optional<ballot::QuestionSetId> question_set_id;
};
BOOST_DESCRIBE_STRUCT(AskedQuestionnaire, (AskedBrief), (could_answer, questions, answers, reader, question_set_id))

enum class Given { saved, sent, skipped };
BOOST_DESCRIBE_ENUM(Given, saved, sent, skipped)

struct QuestionnaireReply {
    Given state = Given::sent;
    std::vector<QuestionnaireAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireReply, (), (state, answers))

}  // namespace questionnaire

template <>
inline constexpr auto meta::limits<questionnaire::QuestionnaireDraft> = std::array{
    meta::Limit{"version", 0, meta::kNoMost, "The one it was read with; 0 for a new one"},
    meta::Limit{"title", 3, 120, "What it is about"},
    meta::Limit{"questions", 1, questionnaire::kMostOwn, "In this order; ten at most in a small programme"},
    meta::doc("reader_id", "Who reads what is written in words; named to whoever writes, before they write")};
template <>
inline constexpr auto meta::limits<questionnaire::QuestionnaireOpening> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "The one it was read with"},
               meta::doc("closes_on", "The last day: three days from now at least, sixty at most")};
template <>
inline constexpr auto meta::limits<questionnaire::QuestionnaireReply> =
    std::array{meta::Limit{"answers", 0, 60, "Any of the questions that are asked"}};
template <>
inline constexpr auto meta::limits<questionnaire::AskedBrief> =
    std::array{meta::doc("standing", "Of a confidential one; of an anonymous one nobody knows")};
