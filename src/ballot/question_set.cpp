#include "ballot/question_set.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ballot {
namespace {

constexpr std::int32_t kMostAgreement = 5;

std::int32_t most_value(Question const& question) {
    return question.kind == QuestionKind::choice ? static_cast<std::int32_t>(question.choices.size()) : kMostAgreement;
}

std::optional<std::string> fault_of(QuestionAnswer const& answer, Question const& question) {
    if (question.kind == QuestionKind::text) {
        if (answer.value || !answer.text) return "wrong_kind";
        return base::trim(*answer.text).empty() ? std::optional<std::string>("empty") : std::nullopt;
    }
    if (answer.text) return "wrong_kind";
    if (question.kind == QuestionKind::choice && !answer.value) return "wrong_kind";
    if (answer.value && (*answer.value < 1 || *answer.value > most_value(question))) return "out_of_range";
    return std::nullopt;
}

}  // namespace

Stage stage_of(QuestionSet const& set, base::Instant now) {
    if (set.is_closed) return Stage::closed;
    if (now >= set.closes_at) return Stage::over;
    return set.public_key ? Stage::open : Stage::preparing;
}

base::Result<bool> check_audience(std::vector<PersonId> const& people) {
    if (std::set<PersonId>(people.begin(), people.end()).size() < kFewestPeople)
        return base::conflict("too_few_for_anonymity",
                              fmt::format("fewer than {} people could answer, so no answer would be anonymous; ask by "
                                          "name instead",
                                          kFewestPeople));
    return true;
}

base::Result<bool> check_answers(std::vector<QuestionAnswer> const& answers, std::vector<Question> const& questions) {
    if (answers.empty()) return base::invalid("/answers", "nothing_answered");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        auto const at = fmt::format("/answers/{}", i);
        auto const question = std::ranges::find(questions, answers[i].question, &Question::key);
        if (question == questions.end()) return base::invalid(at, "unknown");
        if (!seen.insert(answers[i].question).second) return base::invalid(at, "twice");
        if (auto const fault = fault_of(answers[i], *question)) return base::invalid(at, *fault);
    }
    return true;
}

std::vector<std::vector<QuestionAnswer>> apart(std::vector<QuestionAnswer> const& answers) {
    std::vector<std::vector<QuestionAnswer>> parts;
    std::vector<QuestionAnswer> figures;
    for (auto const& answer : answers) {
        if (answer.text)
            parts.push_back({answer});
        else
            figures.push_back(answer);
    }
    if (!figures.empty()) parts.push_back(figures);
    return parts;
}

base::Refusal question_set_not_found() {
    return base::not_found("question_set");
}
base::Refusal ballots_not_ready() {
    return base::conflict("ballots_not_ready",
                          "the keys of these questions are still being made; try again in a moment");
}
base::Refusal ballots_over() {
    return base::conflict("ballots_over", "the last moment to answer has passed");
}
base::Refusal ballot_issued() {
    return base::conflict("ballot_issued", "your ballot has been issued to another browser of yours, and only once");
}
base::Refusal not_a_blinded_message() {
    return base::invalid("/blinded_message", "not_a_blinded_message");
}
base::Refusal not_a_ballot() {
    return base::invalid("/signature", "not_a_ballot");
}
base::Refusal ballot_cast() {
    return base::conflict("ballot_cast", "other answers have been sent with this ballot, and they count");
}

}  // namespace ballot
