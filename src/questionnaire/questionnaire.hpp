#pragma once
// Questions that are put to the people of a programme at one moment (evidence 2.2, rules 9 and C): at the start, before
// anybody knows a partner; at the end; ninety days after; and whatever a coordinator wants to know in between.
//   draft -> open -> closed. From the opening on nothing about it changes but what is answered (AN7), and there are no
//   results before the closing.
// Confidential: what somebody answers stands under a key of chance that is kept apart from who they are, so that their
// end can be compared with their start. Anonymous: it goes into the box of the room `ballot`, and is nobody's.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "ballot/question_set.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "questionnaire/question.hpp"

namespace questionnaire {

using QuestionnaireId = base::Id<struct QuestionnaireTag>;
using access::PersonId;
using access::ProgrammeId;

enum class Moment { start, end, echo, own };
BOOST_DESCRIBE_ENUM(Moment, start, end, echo, own)

enum class State { draft, open, closed };
BOOST_DESCRIBE_ENUM(State, draft, open, closed)

enum class Audience { everybody, mentors, mentees };
BOOST_DESCRIBE_ENUM(Audience, everybody, mentors, mentees)

// Whoever waits for a place is asked with their consent, and stands apart: a participant's answers are no theirs.
enum class Arm { takes_part, waits };
BOOST_DESCRIBE_ENUM(Arm, takes_part, waits)

struct Questionnaire {
    QuestionnaireId id;
    ProgrammeId programme_id;
    Moment moment = Moment::own;
    std::int32_t number = 1;  // of a coordinator's own, in the programme; else 1
    State state = State::draft;
    bool is_anonymous = false;
    Audience audience = Audience::everybody;
    std::string title;                  // of an own one
    std::optional<PersonId> reader_id;  // who reads what is written in words, named before anybody writes (rules B)
    std::optional<base::Day> opened_on;
    std::optional<base::Day> closes_on;  // the last day on which it can be answered
    std::optional<ballot::QuestionSetId> question_set_id;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Questionnaire, (),
                      (id, programme_id, moment, number, state, is_anonymous, audience, title, reader_id, opened_on,
                       closes_on, question_set_id, version))

// When the house asks, of the days of a programme. Empty: not yet known, or not any more.
struct Days {
    std::optional<base::Day> opens_on;
    std::optional<base::Day> closes_on;
};
struct ProgrammeDays {
    std::optional<base::Day> enrolling_on;
    std::optional<base::Day> enrolment_closes_on;
    std::optional<base::Day> ends_on;
    std::int32_t rounds = 2;
    std::int32_t round_days = 14;
};
inline constexpr int kEndOpensDaysBefore = 14;
inline constexpr int kEndOpenDays = 21;
inline constexpr int kEchoAfterDays = 90;
inline constexpr int kEchoOpenDays = 21;
inline constexpr int kStartOpenDays = 60;  // where nothing says when the last round is over
Days days_of(Moment moment, ProgrammeDays const& programme);

// A reminder goes to all, whoever has answered (AN8).
inline constexpr int kReminderDaysBefore = 5;
bool is_time_to_remind(Questionnaire const& questionnaire, base::Day today);

// An own one is open for three days at least and sixty at most. Refused at /closes_on: `in_the_past`, `too_early`,
// `too_far`.
inline constexpr int kLeastOpenDays = 3;
inline constexpr int kMostOpenDays = 60;
base::Result<base::Day> check_closing(base::Day closes_on, base::Day today);

base::Result<bool> check_draft(Questionnaire const& questionnaire);
base::Result<bool> check_open(Questionnaire const& questionnaire, base::Day today);
bool asks(Audience audience, Side side);

// Anonymous answers are agreement, choices and words.
std::vector<ballot::Question> for_ballots(std::vector<AskedQuestion> const& questions);

base::Refusal questionnaire_not_found();
base::Refusal questionnaire_closed();
base::Refusal partner_known();
base::Refusal reader_needed();

}  // namespace questionnaire
