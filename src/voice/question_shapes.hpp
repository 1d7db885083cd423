#pragma once
// What goes in and out about the sounding board.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/page.hpp"
#include "programme/called.hpp"
#include "voice/question.hpp"

namespace voice {

// Nobody is shown who is on a panel, nor how many, beyond what an asker must know.
enum class PanelSize { nobody, few, enough };
BOOST_DESCRIBE_ENUM(PanelSize, nobody, few, enough)

struct PartnerToAsk {
    pairing::PairingId pairing_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PartnerToAsk, (), (pairing_id, name))

// Where one may ask, and as what.
struct QuestionOpening {
    ProgrammeId programme_id;
    programme::Called programme;
    AskedAs standing = AskedAs::mentee;
    std::vector<PartnerToAsk> partners;
    PanelSize panel = PanelSize::nobody;
    std::int32_t usual_days = kUsualDecisionDays;
    std::optional<std::string> drafter;  // who drafts for you, as the sponsor
};
BOOST_DESCRIBE_STRUCT(QuestionOpening, (), (programme_id, programme, standing, partners, panel, usual_days, drafter))

struct PanelBrief {
    ProgrammeId programme_id;
    programme::Called programme;
    bool is_member = false;
};
BOOST_DESCRIBE_STRUCT(PanelBrief, (), (programme_id, programme, is_member))

struct QuestionOpenings {
    std::vector<QuestionOpening> items;
    std::vector<PanelBrief> panels;  // one may be on
};
BOOST_DESCRIBE_STRUCT(QuestionOpenings, (), (items, panels))

struct QuestionAsked {
    AskedAs standing = AskedAs::mentee;
    Audience audience = Audience::partner;
    std::optional<pairing::PairingId> pairing_id;
    std::string question;
    std::string undecided;
    std::string fixed;
    base::Day answer_by;
    base::Day decide_by;
};
BOOST_DESCRIBE_STRUCT(QuestionAsked, (),
                      (standing, audience, pairing_id, question, undecided, fixed, answer_by, decide_by))

struct PanelAnswerWanted {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PanelAnswerWanted, (), (text))

struct DrafterWanted {
    std::string colleague;
};
BOOST_DESCRIBE_STRUCT(DrafterWanted, (), (colleague))

struct MarkWanted {
    Mark mark = Mark::closed;
};
BOOST_DESCRIBE_STRUCT(MarkWanted, (), (mark))

struct PanelAnswer {
    std::string name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PanelAnswer, (), (name, text))

// Of a panel: all of them in an order of chance, or none.
struct AnonymousAnswers {
    AnonymousState state = AnonymousState::waiting;
    std::vector<std::string> texts;
};
BOOST_DESCRIBE_STRUCT(AnonymousAnswers, (), (state, texts))

struct PublishedDecision {
    Outcome outcome = Outcome::adopted;
    std::string reason;
    std::string heard;
    base::Day decided_on;
    std::optional<base::Day> until_on;
};
BOOST_DESCRIBE_STRUCT(PublishedDecision, (), (outcome, reason, heard, decided_on, until_on))

struct Marks {
    std::int64_t closed = 0;
    std::int64_t not_yet = 0;
};
BOOST_DESCRIBE_STRUCT(Marks, (), (closed, not_yet))

struct BoardQuestion {
    QuestionId id;
    ProgrammeId programme_id;
    programme::Called programme;
    QuestionSeat seat = QuestionSeat::reader;
    Audience audience = Audience::partner;
    AskedAs standing = AskedAs::mentee;
    std::optional<std::string> asker;
    std::string question;
    std::optional<std::string> undecided;
    std::optional<std::string> fixed;
    base::Day asked_on;
    base::Day answer_by;
    base::Day promised_on;
    base::Day decide_by;
    std::int32_t deferrals = 0;
    LoopState state = LoopState::open;
    std::int64_t version = 1;
    std::vector<PublishedDecision> decisions;  // in their order; the last one closed it, unless it was a deferral
    std::vector<PanelAnswer> answers;          // the asker's
    std::optional<AnonymousAnswers> anonymous_answers;
    std::optional<ballot::QuestionSetId> question_set_id;  // whoever is asked may answer without a name under it
    std::optional<DecisionDraft> draft;                    // the asker's and the drafter's
    std::optional<std::string> own_answer;
    std::optional<Mark> own_mark;
    std::optional<Marks> marks;
    std::vector<QuestionAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(BoardQuestion, (),
                      (id, programme_id, programme, seat, audience, standing, asker, question, undecided, fixed,
                       asked_on, answer_by, promised_on, decide_by, deferrals, state, version, decisions, answers,
                       anonymous_answers, question_set_id, draft, own_answer, own_mark, marks, allowed_actions))

struct BoardQuestionBrief {
    QuestionId id;
    programme::Called programme;
    QuestionSeat seat = QuestionSeat::asked;
    Audience audience = Audience::partner;
    std::string asker;
    std::string question;
    base::Day answer_by;
    base::Day decide_by;
    std::int32_t deferrals = 0;
    LoopState state = LoopState::open;
    bool has_draft = false;
    std::vector<QuestionAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(BoardQuestionBrief, (),
                      (id, programme, seat, audience, asker, question, answer_by, decide_by, deferrals, state,
                       has_draft, allowed_actions))

struct MyQuestions {
    std::vector<BoardQuestionBrief> items;
};
BOOST_DESCRIBE_STRUCT(MyQuestions, (), (items))

}  // namespace voice

template <>
inline constexpr auto meta::limits<voice::QuestionAsked> =
    std::array{meta::doc("standing", "As whoever learns, or as the sponsor, who asks the panel alone"),
               meta::doc("pairing_id", "Whose partner is asked; left out for the panel"),
               meta::Limit{"question", 1, 200, "In one line"},
               meta::Limit{"undecided", 1, 2000, "What is not decided yet"},
               meta::Limit{"fixed", 1, 2000, "What is decided already and will not change"},
               meta::doc("answer_by", "The last day of answers, before the decision"),
               meta::doc("decide_by", "By when the decision is published: at most 180 days ahead")};
template <>
inline constexpr auto meta::limits<voice::DrafterWanted> =
    std::array{meta::Limit{"colleague", 1, 300, "Who: name, number, sign-in name or address"}};
template <>
inline constexpr auto meta::limits<voice::PanelAnswerWanted> =
    std::array{meta::Limit{"text", 1, 2000, "Read by whoever asked, with your name"}};
template <>
inline constexpr auto meta::limits<voice::BoardQuestion> = std::array{
    meta::doc("asker", "Left out where a reader may not know who takes part"),
    meta::doc("anonymous_answers",
              "Left out where nobody could answer without a name, and for whoever may not read them (yet)"),
    meta::doc("question_set_id", "For those who are asked, eight at least, while answers come in"),
    meta::doc("undecided", "Of the panel's open questions, for the asker, those who were asked and those who run it"),
    meta::doc("marks",
              "For the asker: of a partner at once; of a panel fourteen days after the decision, from five on")};
