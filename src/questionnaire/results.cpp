#include "questionnaire/results.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/score.hpp"

namespace questionnaire {
namespace {

constexpr std::string_view kLadderPrefix = "know.";
constexpr std::string_view kLookedBackPrefix = "know_then.";
constexpr std::string_view kLookedBack = "know_then";

// Of ladders the middle of somebody's topics, to the nearest rung.
std::optional<std::int32_t> rung_of(std::vector<QuestionnaireAnswer> const& answers, std::string_view ladder) {
    std::int32_t sum = 0;
    std::int32_t many = 0;
    for (auto const& answer : answers)
        if (answer.value && answer.question.starts_with(ladder)) sum += *answer.value, ++many;
    if (many == 0) return std::nullopt;
    return static_cast<std::int32_t>(std::lround(static_cast<double>(sum) / many));
}

std::optional<std::int32_t> value_of(AskedQuestion const& question, Sheet const& sheet) {
    if (question.key == kLadderItem) return rung_of(sheet.answers, kLadderPrefix);
    auto const* answer = answer_to(sheet.answers, question.key);
    return answer == nullptr ? std::nullopt : answer->value;
}

// How many there are to choose from.
std::size_t answers_of(instrument::Range const& range) {
    return static_cast<std::size_t>(range.most) - static_cast<std::size_t>(range.least) + 1;
}

std::string part_of(std::optional<Side> side) {
    return side ? std::string(meta::name_of(*side)) : std::string();
}

statistics::Group group_of(AskedQuestion const& question, std::vector<Sheet> const& sheets, std::optional<Side> side,
                           std::int64_t invited) {
    auto const range = range_of(question).value();
    statistics::Group group;
    if (side) group.parts = {part_of(side)};
    group.invited = invited;
    group.answers.resize(answers_of(range));
    for (auto const& sheet : sheets) {
        auto const value = value_of(question, sheet);
        if (value && sheet.side == side) ++group.answers[static_cast<std::size_t>(*value - range.least)];
    }
    return group;
}

statistics::Question counted(AskedQuestion const& question, std::vector<Sheet> const& sheets, Invited const& invited,
                             Ties ties) {
    auto const range = range_of(question).value();
    statistics::Question counts;
    counts.answers = answers_of(range);
    if (question.kind != QuestionKind::choice)
        for (auto value = range.least; value <= range.most; ++value) counts.values.push_back(value);
    if (ties == Ties::none) {
        counts.groups = {group_of(question, sheets, std::nullopt, invited.mentors + invited.mentees)};
        return counts;
    }
    counts.dimensions = {{"side", statistics::kLeastAnswered}};
    counts.tables = {{0}};
    for (auto const side : {Side::mentor, Side::mentee}) {
        auto const many = side == Side::mentor ? invited.mentors : invited.mentees;
        if (many > 0 && is_asked_of(question.key, side))
            counts.groups.push_back(group_of(question, sheets, side, many));
    }
    return counts;
}

QuestionResult result_of(AskedQuestion const& question, statistics::Release const& release) {
    QuestionResult result{question.key, question.kind, question.text, question.choices, {}};
    for (auto const& slice : release.slices) {
        std::optional<Side> side;
        if (!slice.parts.empty())
            side = slice.parts.front().part == part_of(Side::mentor) ? Side::mentor : Side::mentee;
        result.slices.push_back({side, slice.figures, slice.hidden});
    }
    return result;
}

// How many answered anything at all; the same people as the figures below, so under the same rules.
std::optional<statistics::Answered> answered_of(std::vector<Sheet> const& sheets, Invited const& invited) {
    statistics::Question counts;
    counts.answers = 1;
    statistics::Group everybody;
    everybody.invited = invited.mentors + invited.mentees;
    everybody.answers = {std::ssize(sheets)};
    counts.groups = {everybody};
    auto const release = statistics::release(counts);
    if (!release.is_shown()) return std::nullopt;
    return release.slices.front().figures->answered;
}

std::optional<double> as_score(std::optional<std::int32_t> rung) {
    return rung ? std::optional<double>(*rung) : std::nullopt;
}

// Of one person, for an instrument, of what was asked of it (evidence 2.4).
std::optional<double> score_of(std::string_view instrument, std::vector<AskedQuestion> const& questions,
                               std::vector<QuestionnaireAnswer> const& answers) {
    if (instrument == kLadderItem) return as_score(rung_of(answers, kLadderPrefix));
    std::vector<statistics::Item> items;
    std::vector<std::optional<double>> given;
    for (auto const* item : instrument::items().of(instrument)) {
        if (item->is_apart || std::ranges::find(questions, item->key, &AskedQuestion::key) == questions.end()) continue;
        auto const range = instrument::range_of(item->scale, item->choices.size());
        auto const* answer = answer_to(answers, item->key);
        items.push_back({static_cast<double>(range.least), static_cast<double>(range.most), item->is_reversed});
        given.push_back(answer == nullptr ? std::nullopt : as_score(answer->value));
    }
    return statistics::scale_score(items, given);
}

double to_one_decimal(double value) {
    return std::round(value * 10) / 10;
}

struct BothTimes {
    std::vector<double> earlier;
    std::vector<double> later;

    void add(std::optional<double> then, std::optional<double> now) {
        if (!then || !now) return;
        earlier.push_back(*then);
        later.push_back(*now);
    }
};

ChangeResult change_of(std::string instrument, BothTimes const& both) {
    auto const change = statistics::paired_change(both.earlier, both.later);
    ChangeResult result{std::move(instrument), statistics::verdict(change), {}, {}, {}, {}};
    auto const shown = statistics::presentable(change);
    if (!shown) return result;
    result.people = static_cast<std::int64_t>(shown->count);
    result.change = to_one_decimal(shown->change);
    if (shown->interval) {
        result.low = to_one_decimal(shown->interval->low);
        result.high = to_one_decimal(shown->interval->high);
    }
    return result;
}

std::vector<std::string> instruments_in(std::vector<AskedQuestion> const& questions) {
    std::vector<std::string> instruments;
    for (auto const& question : questions) {
        auto const* item = instrument::items().find(question.key);
        auto const name = question.key == kLadderItem ? std::string(kLadderItem) : item ? item->instrument : "";
        if (!name.empty() && std::ranges::find(instruments, name) == instruments.end()) instruments.push_back(name);
    }
    return instruments;
}

std::vector<ChangeResult> changes_of(std::vector<AskedQuestion> const& questions, std::vector<Sheet> const& sheets) {
    std::vector<ChangeResult> changes;
    for (auto const& instrument : instruments_in(questions)) {
        BothTimes both;
        BothTimes looked_back;
        for (auto const& sheet : sheets) {
            auto const now = score_of(instrument, questions, sheet.answers);
            if (sheet.at_the_start) both.add(score_of(instrument, questions, *sheet.at_the_start), now);
            if (instrument == kLadderItem) looked_back.add(as_score(rung_of(sheet.answers, kLookedBackPrefix)), now);
        }
        changes.push_back(change_of(instrument, both));
        if (!looked_back.later.empty()) changes.push_back(change_of(std::string(kLookedBack), looked_back));
    }
    return changes;
}

}  // namespace

Results results_of(std::vector<AskedQuestion> const& questions, std::vector<Sheet> const& sheets,
                   Invited const& invited, Ties ties) {
    Results results{invited.mentors + invited.mentees, answered_of(sheets, invited), {}, {}};
    for (auto const& question : questions)
        if (question.kind != QuestionKind::text)
            results.questions.push_back(
                result_of(question, statistics::release(counted(question, sheets, invited, ties))));
    bool const has_start =
        std::ranges::any_of(sheets, [](auto const& sheet) { return sheet.at_the_start.has_value(); });
    if (has_start) results.changes = changes_of(questions, sheets);
    return results;
}

}  // namespace questionnaire
