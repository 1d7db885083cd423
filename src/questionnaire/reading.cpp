#include "questionnaire/reading.hpp"

#include <algorithm>

#include "ballot/question_set_store.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/json.hpp"
#include "programme/called_store.hpp"
#include "questionnaire/answer_store.hpp"
#include "questionnaire/questionnaire_store.hpp"

namespace questionnaire {
namespace {

// In an order that says nothing about whose they are, nor which of two questions came from one hand.
std::vector<std::string> shuffled(std::vector<std::string> words) {
    std::ranges::sort(words, {}, [](auto const& text) { return crypto::sha256(text); });
    return words;
}

// By question; and how many people answered.
struct InWords {
    std::vector<QuestionnaireAnswer> words;
    std::int64_t people = 0;
};
InWords written_in(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                   Questionnaire const& one) {
    InWords written;
    if (!one.is_anonymous) {
        for (auto const& sent : store::list_sent(tx, keys, organisation, one.id)) {
            ++written.people;
            std::ranges::copy(sent.answers.answers, std::back_inserter(written.words));
        }
        return written;
    }
    for (auto const& part : ballot::store::list_ballots(tx, keys, organisation, one.question_set_id.value())) {
        bool const has_figures = std::ranges::any_of(part, [](auto const& answer) { return answer.value.has_value(); });
        if (has_figures) ++written.people;
        for (auto const& answer : part) written.words.push_back({answer.question, answer.value, answer.text});
    }
    return written;
}

// Of the one question that most have written to, where figures tell no number.
std::int64_t most_written(InWords const& written, std::vector<AskedQuestion> const& questions) {
    std::int64_t most = written.people;
    for (auto const& question : questions)
        most = std::max(most, std::ranges::count_if(written.words, [&](auto const& answer) {
                            return answer.question == question.key && answer.text;
                        }));
    return most;
}

// An item in the reader's language; an own question as it was asked.
void translate(std::vector<QuestionResult>& results, std::string_view language) {
    auto const& items = instrument::items(language);
    for (auto& result : results)
        if (auto const* item = items.find(result.key)) result.text = item->text, result.choices = item->choices;
}

}  // namespace

ResultsBrief brief_of(Questionnaire const& closed) {
    return {closed.id, closed.moment, closed.title, closed.closes_on.value()};
}

base::Result<ResultsAnswer> read_results(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id) {
    auto const one = store::find_with_results(tx, viewer, id);
    auto const kept = one ? store::results_of(tx, viewer.organisation, id) : std::nullopt;
    if (!kept) return questionnaire_not_found();
    auto results = json::read<Results>(*kept).value();
    translate(results.questions, viewer.language);
    return ResultsAnswer{id,
                         one->programme_id,
                         programme::store::find_called(tx, viewer.organisation, one->programme_id, viewer.language),
                         one->moment,
                         one->title,
                         one->is_anonymous,
                         one->audience,
                         one->opened_on.value(),
                         one->closes_on.value(),
                         one->reader_id && viewer.is(*one->reader_id),
                         std::move(results)};
}

base::Result<Comments> read_comments(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                     QuestionnaireId id) {
    auto const one = store::find(tx, viewer.organisation, id);
    if (!one || one->state != State::closed || !one->reader_id || !viewer.is(*one->reader_id))
        return questionnaire_not_found();
    auto const questions = store::content_of(tx, viewer.organisation, id).own;
    auto const written = written_in(tx, keys, viewer.organisation, *one);
    Comments comments;
    comments.are_enough = most_written(written, questions) >= statistics::kLeastSensitive;
    if (!comments.are_enough) return comments;
    for (auto const& question : questions) {
        if (question.kind != QuestionKind::text) continue;
        std::vector<std::string> words;
        for (auto const& answer : written.words)
            if (answer.question == question.key && answer.text) words.push_back(*answer.text);
        comments.items.push_back({question, shuffled(std::move(words))});
    }
    return comments;
}

}  // namespace questionnaire
