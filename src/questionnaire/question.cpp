#include "questionnaire/question.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "instrument/instrument.hpp"
#include "instrument/order.hpp"
#include "topic/topic.hpp"

namespace questionnaire {
namespace {

constexpr std::string_view kLookedAtAgain = "lead";
constexpr std::size_t kFewItems = 3;
constexpr std::size_t kAllItems = 99;
constexpr std::string_view kLadder = "know.";
constexpr std::string_view kLadderThen = "know_then.";

// Being heard first; fear, leaving and daring last (rules E).
constexpr std::array<std::string_view, 13> kOrder{"voice", "valued", "belong", "engage", "org",   "know", "open",
                                                  "face",  "stereo", "stay",   "lead",   "intim", "se_m"};

QuestionKind kind_of(instrument::Scale scale) {
    switch (scale) {
        case instrument::Scale::confidence:
            return QuestionKind::confidence;
        case instrument::Scale::ladder:
            return QuestionKind::ladder;
        case instrument::Scale::choice:
            return QuestionKind::choice;
        case instrument::Scale::agreement:
            break;
    }
    return QuestionKind::agreement;
}

std::optional<std::string> fault_of(OwnQuestion const& question) {
    if (question.kind == QuestionKind::confidence || question.kind == QuestionKind::ladder) return "not_asked_here";
    if (question.kind != QuestionKind::choice)
        return question.choices.empty() ? std::nullopt : std::optional<std::string>("not_with_this_kind");
    if (question.choices.size() < 2) return "too_short";
    if (std::ranges::any_of(question.choices, [](auto const& choice) { return choice.empty() || choice.size() > 200; }))
        return "format";
    std::set<std::string> const different(question.choices.begin(), question.choices.end());
    return different.size() == question.choices.size() ? std::nullopt : std::optional<std::string>("twice");
}

std::optional<std::string> fault_of(QuestionnaireAnswer const& answer, AskedQuestion const& question) {
    auto const range = range_of(question);
    if (!range) return answer.value ? std::optional<std::string>("wrong_kind") : std::nullopt;
    if (answer.text) return "wrong_kind";
    if (answer.value && (*answer.value < range->least || *answer.value > range->most)) return "out_of_range";
    return std::nullopt;
}

bool is_instrument_of(std::string_view instrument, Side side) {
    auto const asked = side == Side::mentor ? instrument::Side::mentor : instrument::Side::mentee;
    auto const* known = instrument::catalogue().find(instrument);
    return known != nullptr && known->side.value_or(asked) == asked;
}

void add_items(std::vector<std::string>& items, std::string_view instrument, std::size_t most) {
    if (instrument == kLadderItem) items.emplace_back(kLadderItem);
    for (auto const* item : instrument::items().of(instrument))
        if (most > 0) --most, items.push_back(item->key);
}

void add_ladder(std::vector<AskedQuestion>& questions, std::vector<std::string> const& topics, std::string_view prefix,
                std::string_view language) {
    for (auto const& key : topics)
        if (auto const* topic = topic::catalogue(language).find(key))
            questions.push_back({std::string(prefix) + key, QuestionKind::ladder, topic->name, {}});
}

std::string_view group_of(std::string_view key) {
    return key.substr(0, key.find_last_of("_."));
}

bool stays_in_place(AskedQuestion const& question) {
    return question.kind == QuestionKind::choice || question.key.starts_with("own_");
}

}  // namespace

std::optional<instrument::Range> range_of(AskedQuestion const& question) {
    switch (question.kind) {
        case QuestionKind::text:
            return std::nullopt;
        case QuestionKind::confidence:
            return instrument::range_of(instrument::Scale::confidence);
        case QuestionKind::ladder:
            return instrument::range_of(instrument::Scale::ladder);
        case QuestionKind::choice:
            return instrument::range_of(instrument::Scale::choice, question.choices.size());
        case QuestionKind::agreement:
            break;
    }
    return instrument::range_of(instrument::Scale::agreement);
}

base::Result<std::vector<AskedQuestion>> own_questions(std::vector<OwnQuestion> const& wanted, bool is_small) {
    if (wanted.size() > (is_small ? kMostOwnInSmall : kMostOwn))
        return base::invalid("/questions", "too_many_questions");
    std::vector<AskedQuestion> questions;
    for (auto const& one : wanted) {
        auto const at = fmt::format("/questions/{}", questions.size());
        if (auto const fault = fault_of(one)) return base::invalid(at, *fault);
        questions.push_back({fmt::format("own_{}", questions.size() + 1), one.kind, one.text, one.choices});
    }
    return questions;
}

base::Result<bool> check_answers(std::vector<QuestionnaireAnswer> const& answers,
                                 std::vector<AskedQuestion> const& asked) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        auto const at = fmt::format("/answers/{}", i);
        auto const question = std::ranges::find(asked, answers[i].question, &AskedQuestion::key);
        if (question == asked.end()) return base::invalid(at, "unknown");
        if (!seen.insert(answers[i].question).second) return base::invalid(at, "twice");
        if (auto const fault = fault_of(answers[i], *question)) return base::invalid(at, *fault);
    }
    return true;
}

QuestionnaireAnswer const* answer_to(std::vector<QuestionnaireAnswer> const& answers, std::string_view question) {
    auto const found = std::ranges::find(answers, question, &QuestionnaireAnswer::question);
    return found == answers.end() ? nullptr : &*found;
}

std::vector<std::string> items_of(std::vector<std::string> const& instruments, std::size_t people, Length length) {
    std::set<std::string_view> const named(instruments.begin(), instruments.end());
    std::vector<std::string> items;
    for (auto const key : kOrder) {
        bool const is_voice_unnamed = key == instrument::kAlwaysAsked && !named.contains(key);
        if (length == Length::short_look && key != kLadderItem && key != kLookedAtAgain) continue;
        if (!is_voice_unnamed && !named.contains(key)) continue;
        if (instrument::catalogue().find(key)->people_needed.value_or(0) > static_cast<std::int64_t>(people)) continue;
        add_items(items, key, is_voice_unnamed || length == Length::short_look ? kFewItems : kAllItems);
    }
    return items;
}

std::vector<AskedQuestion> questions_of(std::vector<std::string> const& items, Side side,
                                        std::vector<std::string> const& topics, Ladders ladders,
                                        std::string_view language) {
    auto const& known = instrument::items(language);
    std::vector<AskedQuestion> questions;
    for (auto const& key : items) {
        auto const* item = known.find(key);
        if (key == kLadderItem) {
            add_ladder(questions, topics, kLadder, language);
            if (ladders == Ladders::now_and_then) add_ladder(questions, topics, kLadderThen, language);
        } else if (item != nullptr && is_instrument_of(item->instrument, side)) {
            questions.push_back({item->key, kind_of(item->scale), item->text, item->choices});
        }
    }
    return questions;
}

bool is_asked_of(std::string_view question, Side side) {
    auto const* item = instrument::items().find(question);
    return item == nullptr || is_instrument_of(item->instrument, side);
}

std::vector<std::string> topics_in(std::vector<QuestionnaireAnswer> const& answers) {
    std::vector<std::string> topics;
    for (auto const& answer : answers)
        if (answer.question.starts_with(kLadder)) topics.push_back(answer.question.substr(kLadder.size()));
    return topics;
}

std::vector<AskedQuestion> mixed(std::vector<AskedQuestion> questions, std::uint64_t seed) {
    for (auto from = questions.begin(); from != questions.end();) {
        auto until = std::find_if(from, questions.end(),
                                  [&](auto const& one) { return group_of(one.key) != group_of(from->key); });
        auto const first = std::stable_partition(from, until, stays_in_place);
        std::ranges::sort(first, until, {}, [&](auto const& one) { return instrument::rank_of(one.key, seed); });
        from = until;
    }
    return questions;
}

}  // namespace questionnaire
