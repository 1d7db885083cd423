#pragma once
// The sounding board (R29): somebody asks before they decide, and says what is undecided, what is fixed and by when
// they decide. Whoever learns asks their own partner or the panel of their programme; its sponsor asks the panel. Only
// a published decision closes a question:
//   open -> (deferred -> open)* -> closed, as adopted, adapted or declined; a third deferral counts as declined.
// A question is never deleted: it is withdrawn as declined, with a reason.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "ballot/question_set.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/pairing.hpp"
#include "platform/meta.hpp"

namespace voice {

using access::PersonId;
using access::ProgrammeId;
using QuestionId = base::Id<struct BoardQuestionTag>;
using DecisionId = base::Id<struct DecisionTag>;
using PanelAnswerId = base::Id<struct PanelAnswerTag>;

inline constexpr int kFarthestDecisionDays = 180;
inline constexpr int kUsualDecisionDays = 30;  // evidence.md 2.10: a judgement, no number was found
inline constexpr int kGraceDays = 3;           // rules D20
inline constexpr int kMarkDays = 14;           // for how long those who were asked say whether it is closed for them
inline constexpr std::int32_t kMostDeferrals = 3;
inline constexpr std::int64_t kMostOpenQuestions = 10;  // of one person in one programme
// No count and no text of fewer than these (rules B, engineering.md 15.17).
inline constexpr std::int64_t kFewestMarks = 5;
inline constexpr std::size_t kFewestAnonymous = 5;
// Of the one text of a ballot.
inline constexpr std::string_view kAnonymousKey = "answer";

enum class AskedAs { mentee, sponsor };
BOOST_DESCRIBE_ENUM(AskedAs, mentee, sponsor)
enum class Audience { partner, panel };
BOOST_DESCRIBE_ENUM(Audience, partner, panel)
enum class Outcome { adopted, adapted, declined, deferred };
BOOST_DESCRIBE_ENUM(Outcome, adopted, adapted, declined, deferred)
enum class Mark { closed, not_yet };
BOOST_DESCRIBE_ENUM(Mark, closed, not_yet)
// Of answers without a name: the box is not open yet; there are fewer than may be shown, or none; they can be read.
enum class AnonymousState { waiting, too_few, shown };
BOOST_DESCRIBE_ENUM(AnonymousState, waiting, too_few, shown)
// overdue: open, and its day and the grace after it are over.
enum class LoopState { overdue, open, closed };
BOOST_DESCRIBE_ENUM(LoopState, overdue, open, closed)

struct QuestionWords {
    std::string question;  // one line
    std::string undecided;
    std::string fixed;
};
BOOST_DESCRIBE_STRUCT(QuestionWords, (), (question, undecided, fixed))

struct Question {
    QuestionId id;
    ProgrammeId programme_id;
    PersonId person_id;
    AskedAs standing = AskedAs::mentee;
    Audience audience = Audience::partner;
    base::Day asked_on;
    base::Day answer_by;    // the last day of answers
    base::Day promised_on;  // by when a decision was promised first
    base::Day decide_by;    // by when it is promised now
    std::int32_t deferrals = 0;
    std::optional<base::Day> closed_on;
    // The ballots under which it can be answered without a name; none where fewer than eight are asked (rules 9).
    std::optional<ballot::QuestionSetId> question_set_id;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Question, (),
                      (id, programme_id, person_id, standing, audience, asked_on, answer_by, promised_on, decide_by,
                       deferrals, closed_on, question_set_id, version))

// Refuses at /decide_by and /answer_by: in_the_past, too_far; at /answer_by after_the_decision.
base::Result<Question> ask(Question wanted, base::Day today);

struct DecisionWords {
    std::string reason;
    std::string heard;
};
BOOST_DESCRIBE_STRUCT(DecisionWords, (), (reason, heard))

struct DecisionWanted {
    std::int64_t version = 0;
    Outcome outcome = Outcome::adopted;
    std::string reason;
    std::string heard;
    std::optional<base::Day> until_on;
};
BOOST_DESCRIBE_STRUCT(DecisionWanted, (), (version, outcome, reason, heard, until_on))

// A decision on its way, as it is written and as it is read: nothing of it need be complete.
struct DecisionDraft {
    std::int64_t version = 0;
    Outcome outcome = Outcome::adopted;
    std::string reason;
    std::string heard;
    std::optional<base::Day> until_on;
};
BOOST_DESCRIBE_STRUCT(DecisionDraft, (), (version, outcome, reason, heard, until_on))

struct Decided {
    Question question;
    Outcome outcome = Outcome::adopted;  // declined when it was the third deferral
    bool is_third_deferral = false;
    DecisionWords words;
    std::optional<base::Day> until_on;
};
// Refuses: stale, question_closed; answers_still_open (adopted or adapted by the panel's asker while answers come in);
// at /reason and /heard too_short; at /until_on required (adopted, deferred), in_the_past, too_far.
base::Result<Decided> decide(Question question, DecisionWanted const& wanted, base::Day today);

LoopState state_of(Question const& question, base::Day today);
// Those who were asked may still answer.
bool takes_answers(Question const& question, base::Day today);
// Those who were asked may still say whether it is closed for them.
bool takes_marks(Question const& question, base::Day today);

// The days before a promised day on which whoever asked is reminded: 7 and 2. Empty when none is due, and on the day of
// asking itself.
std::optional<std::int32_t> reminder_due(Question const& question, base::Day today);

// As somebody stands to a question. former: asked it as the sponsor and stands for the programme no more: reads what
// they were told and decides nothing. successor: stands for the programme after the sponsor who asked, and decides
// without reading named answers that were given to somebody else. drafter: writes a decision for the sponsor, who alone
// publishes it, and reads no answer. runner: coordinates its programme. readers: whoever stands for it or analyses it,
// and whoever takes part in it.
enum class QuestionSeat { asker, former, successor, drafter, asked, runner, reader };
BOOST_DESCRIBE_ENUM(QuestionSeat, asker, former, successor, drafter, asked, runner, reader)
enum class QuestionAction { decide, draft, answer, mark };
BOOST_DESCRIBE_ENUM(QuestionAction, decide, draft, answer, mark)
bool writes_drafts(QuestionSeat seat);
std::vector<QuestionAction> allowed_actions(Question const& question, QuestionSeat seat, base::Day today);

// Whoever decides reads answers without a name once the box is open; everybody else who reads the question reads them
// with the decision that closed it, but for whoever coordinates and whoever drafts (rules B).
bool may_read_anonymous(Question const& question, QuestionSeat seat);
AnonymousState state_of_anonymous(bool is_box_open, std::size_t answers);

// The words without blanks around them. Refuses at /question, /undecided and /fixed too_short.
base::Result<QuestionWords> question_words(QuestionWords const& written);
base::Result<std::string> answer_text(std::string const& written);

base::Refusal question_not_found();
base::Refusal question_closed();
base::Refusal answers_over();
base::Refusal marks_over();
base::Refusal nobody_on_panel();
base::Refusal drafter_not_found();

}  // namespace voice

template <>
inline constexpr auto meta::limits<voice::DecisionWanted> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "Of the question, as it was read"},
               meta::Limit{"reason", 1, 2000, "Why; everybody who was asked reads it"},
               meta::Limit{"heard", 1, 2000, "What was heard, without saying who said it"},
               meta::doc("until_on", "adopted: by when it happens; deferred: the new day; adapted: by when, if known")};
template <>
inline constexpr auto meta::limits<voice::DecisionDraft> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "Of the draft, as it was read; 0 when there is none"},
               meta::Limit{"reason", 0, 2000}, meta::Limit{"heard", 0, 2000}};
