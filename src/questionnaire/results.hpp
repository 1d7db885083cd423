#pragma once
// What was answered, released so that it points at nobody (src/statistics, evidence 2.6). Made once, when a
// questionnaire closes, and never again. Pure.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/meta.hpp"
#include "questionnaire/question.hpp"
#include "statistics/release.hpp"
#include "statistics/verdict.hpp"

namespace questionnaire {

// One person's answers, on their side; the side of an anonymous one is nobody's to know.
struct Sheet {
    std::optional<Side> side;
    std::vector<QuestionnaireAnswer> answers;
    std::optional<std::vector<QuestionnaireAnswer>> at_the_start;  // the same person's, where they are tied together
};

struct Invited {
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
};

struct SliceResult {
    std::optional<Side> side;  // none: everybody who was asked
    std::optional<statistics::Figures> figures;
    std::optional<statistics::Hidden> hidden;
};
BOOST_DESCRIBE_STRUCT(SliceResult, (), (side, figures, hidden))

struct QuestionResult {
    std::string key;  // of a ladder: "know", for all topics together
    QuestionKind kind = QuestionKind::agreement;
    std::string text;  // of an own question; else the reader's language has it
    std::vector<std::string> choices;
    std::vector<SliceResult> slices;
};
BOOST_DESCRIBE_STRUCT(QuestionResult, (), (key, kind, text, choices, slices))

// How an instrument moved from the start to now, of the same people (evidence 2.5): what may be said of one group
// without a comparison. Figures from ten who answered both times; in points of its scale, one decimal.
struct ChangeResult {
    std::string instrument;
    statistics::Verdict verdict = statistics::Verdict::not_enough_answers;
    std::optional<std::int64_t> people;
    std::optional<double> change;
    std::optional<double> low;  // of the interval of 95 %
    std::optional<double> high;
};
BOOST_DESCRIBE_STRUCT(ChangeResult, (), (instrument, verdict, people, change, low, high))

struct Results {
    std::int64_t could_answer = 0;
    std::optional<statistics::Answered> answered;  // none: fewer than five
    std::vector<QuestionResult> questions;
    std::vector<ChangeResult> changes;
};
BOOST_DESCRIBE_STRUCT(Results, (), (could_answer, answered, questions, changes))

// none: anonymous; then nobody's side is known.
enum class Ties { none, by_respondent };
// `questions`: all that were asked of anybody, each once, ladders as one of the key `kLadderItem`; texts are left out.
Results results_of(std::vector<AskedQuestion> const& questions, std::vector<Sheet> const& sheets,
                   Invited const& invited, Ties ties);

}  // namespace questionnaire
