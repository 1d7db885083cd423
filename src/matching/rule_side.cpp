#include "matching/rule_side.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace matching {

namespace {

using engine::Index;
using engine::kWordBits;

constexpr std::size_t kApart = 1024;
// A set is a row of bits once it holds one in so many people, so that all rows together stay a small multiple of the
// cells read.
constexpr std::size_t kOneIn = 128;
constexpr std::size_t kFewReadings = 64;

void set_bit(Word* row, std::size_t number) {
    row[number / kWordBits] |= Word{1} << number % kWordBits;
}
void flip_bit(Word* row, std::size_t number) {
    row[number / kWordBits] ^= Word{1} << number % kWordBits;
}

void add_figure(std::vector<engine::Addend>& addends, std::vector<Word const*> sets, std::int64_t points,
                std::int64_t& least) {
    if (points == 0 || sets.empty()) return;
    auto const is_loss = points < 0;
    if (is_loss) least += points * std::ssize(sets);
    addends.push_back({std::move(sets), static_cast<std::uint32_t>(is_loss ? -points : points), is_loss});
}

}  // namespace

Word* SideView::spare_row() {
    if (rows_used_ == rows_.size()) rows_.emplace_back();
    auto& row = rows_[rows_used_++];
    row.assign(left_.size(), 0);
    return row.data();
}

RuleSide::RuleSide(std::vector<ReadRule> const& rules, ListSide side, std::vector<Index> const& order,
                   engine::SumKernel const& kernel)
    : rules_(rules),
      side_(side),
      other_(side == ListSide::mentor ? ListSide::mentee : ListSide::mentor),
      kernel_(kernel),
      sets_(engine::fastest_kernel()),
      size_(order.size()),
      everybody_(engine::words_for(size_)),
      ruled_(rules.size()),
      answers_(rules.size()) {
    for (std::size_t number = 0; number < size_; ++number) set_bit(everybody_.data(), number);
    for (std::size_t r = 0; r < rules.size(); ++r) {
        enter(rules[r], order, ruled_[r]);
        answer_all(r, answers_[r]);
    }
}

void RuleSide::answer_all(std::size_t rule, Answers& answers) const {
    std::map<Reading, std::uint32_t> number_of;
    std::vector<std::uint32_t> of_row;
    for (auto const& reading : rules_[rule].of(other_)) {
        of_row.push_back(number_of.emplace(reading, static_cast<std::uint32_t>(number_of.size())).first->second);
        if (number_of.size() > kFewReadings) return;
    }
    answers.of_row = std::move(of_row);
    answers.all.resize(number_of.size());
    for (auto const& [reading, number] : number_of) answers.all[number] = answer(rule, reading);
}

RuleSide::Answer RuleSide::answer(std::size_t rule, Reading const& from) const {
    SideView view;
    view.left_ = everybody_;
    view.holds_.assign(rules_.size(), nullptr);
    Answer answer;
    auto const* holds = holding(rule, from, view);
    answer.holds.assign(holds, holds + words());
    answer.count = count_in(holds);
    if (!rules_[rule].rule.forbidden.value_or(false)) add_rule(rule, from, view);
    answer.least = view.least_;
    answer.addends = std::move(view.addends_);
    for (auto& addend : answer.addends)
        for (auto& set : addend.sets) {
            answer.rows.push_back(std::make_unique<Row>(set, set + words()));
            set = answer.rows.back()->data();
        }
    return answer;
}

void RuleSide::enter(ReadRule const& rule, std::vector<Index> const& order, Ruled& ruled) const {
    if (rule.rule.kind == RuleKind::difference) return enter_steps(rule, order, ruled.steps);
    ruled.known.resize(words());
    auto const& readings = rule.of(side_);
    for (std::size_t number = 0; number < size_; ++number) {
        auto const& reading = readings[order[number]];
        if (reading.is_known) set_bit(ruled.known.data(), number);
        for (auto const word : reading.words) ruled.by_word[word].few.push_back(static_cast<Index>(number));
    }
    for (auto& [word, set] : ruled.by_word) {
        if (set.few.size() * kOneIn < size_) continue;
        set.row.resize(words());
        for (auto const number : set.few) set_bit(set.row.data(), number);
        set.few = {};
    }
}

void RuleSide::enter_steps(ReadRule const& rule, std::vector<Index> const& order, Steps& steps) const {
    auto const& readings = rule.of(side_);
    for (std::size_t number = 0; number < size_; ++number)
        if (auto const& step = readings[order[number]].step)
            steps.in_order.emplace_back(*step, static_cast<Index>(number));
    std::sort(steps.in_order.begin(), steps.in_order.end());
    Row first(words());
    for (std::size_t i = 0; i < steps.in_order.size(); ++i) {
        if (i % kApart == 0) steps.first.push_back(first);
        set_bit(first.data(), steps.in_order[i].second);
    }
    steps.first.push_back(first);
}

void RuleSide::look(std::size_t from, SideView& view) const {
    view.left_.assign(everybody_.begin(), everybody_.end());
    view.rows_used_ = 0;
    view.holds_.assign(rules_.size(), nullptr);
    view.forbidden_by_.assign(rules_.size(), 0);
    for (std::size_t r = 0; r < rules_.size(); ++r) {
        auto const& rule = rules_[r].rule;
        auto const forbids = rule.forbidden.value_or(false);
        auto const requires_it = rule.required.value_or(false);
        if (!forbids && !requires_it) continue;
        auto const* const answered = answer_to(r, from);
        auto const* holds = answered != nullptr ? answered->holds.data() : holding(r, rules_[r].of(other_)[from], view);
        view.holds_[r] = holds;
        auto const count = answered != nullptr ? answered->count : count_in(holds);
        view.forbidden_by_[r] = forbids ? count : static_cast<std::int64_t>(size_) - count;
        if (forbids)
            for (std::size_t w = 0; w < words(); ++w) view.left_[w] &= ~holds[w];
        else
            kernel_.stay(view.left_.data(), holds, words());
    }
    view.count_left_ = count_in(view.left_.data());
}

void RuleSide::add_points(std::size_t from, SideView& view) const {
    view.addends_.clear();
    view.least_ = 0;
    for (std::size_t r = 0; r < rules_.size(); ++r) {
        if (auto const* const answered = answer_to(r, from)) {
            view.least_ += answered->least;
            view.addends_.insert(view.addends_.end(), answered->addends.begin(), answered->addends.end());
        } else if (!rules_[r].rule.forbidden.value_or(false)) {
            add_rule(r, rules_[r].of(other_)[from], view);
        }
    }
    view.step_ = 0;
    for (auto const& addend : view.addends_) view.step_ = std::gcd(view.step_, addend.figure);
    view.step_ = std::max(1U, view.step_);
    for (auto& addend : view.addends_) addend.figure /= view.step_;
    // The smallest first: as long as the sums are small, so is the work.
    std::stable_sort(view.addends_.begin(), view.addends_.end(), [](auto const& a, auto const& b) {
        return a.figure * std::uint64_t{a.sets.size()} < b.figure * std::uint64_t{b.sets.size()};
    });
    auto const slices = engine::slices_for(view.addends_);
    view.slices_.resize(slices * words());
    kernel_.add_up(view.addends_, words(), slices, view.slices_.data());
}

void RuleSide::add_rule(std::size_t r, Reading const& from, SideView& view) const {
    auto const& rule = rules_[r].rule;
    if (rule.points_by_difference) return add_differences(r, from, view);
    if (rule.points_each) return add_figure(view.addends_, sets_of(r, from, view), *rule.points_each, view.least_);
    if (rule.points.value_or(0) == 0) return;
    if (rule.required.value_or(false)) {
        view.least_ += *rule.points;  // of whoever is left
        return;
    }
    add_figure(view.addends_, {holding(r, from, view)}, *rule.points, view.least_);
}

// Nobody has two differences, so the points of all of them together are written in binary: a set for each digit.
void RuleSide::add_differences(std::size_t r, Reading const& from, SideView& view) const {
    if (!from.step) return;
    auto const& rule = rules_[r].rule;
    std::int64_t least = 0;
    for (auto const& [difference, points] : rules_[r].points_by_difference)
        least = std::min<std::int64_t>(least, points);
    std::vector<std::pair<Word const*, std::uint32_t>> figures;
    auto* const others = view.spare_row();
    std::copy(everybody_.begin(), everybody_.end(), others);
    for (auto const& [difference, points] : rules_[r].points_by_difference) {
        if (difference < rule.minimum.value_or(std::numeric_limits<std::int32_t>::min()) ||
            difference > rule.maximum.value_or(std::numeric_limits<std::int32_t>::max()))
            continue;
        auto const* set = within(r, *from.step, difference, difference, view);
        if (count_in(set) == 0) continue;
        for (std::size_t w = 0; w < words(); ++w) others[w] &= ~set[w];
        figures.emplace_back(set, static_cast<std::uint32_t>(points - least));
    }
    if (figures.empty()) return;
    figures.emplace_back(others, static_cast<std::uint32_t>(-least));
    view.least_ += least;
    std::uint32_t step = 0;
    for (auto const& [set, figure] : figures) step = std::gcd(step, figure);
    if (step == 0) return;
    for (unsigned digit = 0; digit < engine::kMostSlices; ++digit) {
        std::vector<Word const*> sets;
        for (auto const& [set, figure] : figures)
            if ((figure / step >> digit & 1U) != 0) sets.push_back(set);
        if (!sets.empty()) view.addends_.push_back({{united(sets, view)}, step << digit, false});
    }
}

Word const* RuleSide::row_of(Set const& set, SideView& view) const {
    if (!set.row.empty()) return set.row.data();
    auto* const row = view.spare_row();
    for (auto const number : set.few) set_bit(row, number);
    return row;
}

std::vector<Word const*> RuleSide::sets_of(std::size_t rule, Reading const& from, SideView& view) const {
    std::vector<Word const*> sets;
    for (auto const word : from.words) {
        auto const found = ruled_[rule].by_word.find(word);
        if (found != ruled_[rule].by_word.end()) sets.push_back(row_of(found->second, view));
    }
    return sets;
}

Word const* RuleSide::united(std::vector<Word const*> const& sets, SideView& view) const {
    if (sets.size() == 1) return sets.front();
    auto* const row = view.spare_row();
    for (auto const* set : sets) sets_.unite(row, set, words());
    return row;
}

Word const* RuleSide::holding(std::size_t r, Reading const& from, SideView& view) const {
    auto const& rule = rules_[r].rule;
    if (view.holds_[r] != nullptr) return view.holds_[r];
    if (!from.is_known) return view.spare_row();
    if (rule.kind == RuleKind::difference)
        return within(r, *from.step, rule.minimum.value_or(std::numeric_limits<std::int32_t>::min()),
                      rule.maximum.value_or(std::numeric_limits<std::int32_t>::max()), view);
    auto const* same = united(sets_of(r, from, view), view);
    if (rule.kind != RuleKind::different) return same;
    auto* const row = view.spare_row();
    for (std::size_t w = 0; w < words(); ++w) row[w] = ruled_[r].known[w] & ~same[w];
    return row;
}

Word const* RuleSide::within(std::size_t rule, std::int64_t step, std::int64_t least, std::int64_t most,
                             SideView& view) const {
    auto const& steps = ruled_[rule].steps;
    if (side_ == ListSide::mentee) return steps_between(steps, step - most, step - least, view);
    return steps_between(steps, step + least, step + most, view);
}

Word const* RuleSide::steps_between(Steps const& steps, std::int64_t first, std::int64_t last, SideView& view) const {
    auto const& all = steps.in_order;
    auto const below = [&](std::int64_t step) {
        return static_cast<std::size_t>(
            std::partition_point(all.begin(), all.end(), [&](auto const& each) { return each.first < step; }) -
            all.begin());
    };
    auto* const row = view.spare_row();
    auto const begin = below(first);
    auto const end = std::max(begin, below(last + 1));
    if (end - begin < kApart) {
        for (auto i = begin; i < end; ++i) set_bit(row, all[i].second);
        return row;
    }
    add_first(steps, begin, row);
    add_first(steps, end, row);
    return row;
}

// Twice is not at all, so the first ones of one number less those of another need no second row.
void RuleSide::add_first(Steps const& steps, std::size_t count, Word* into) const {
    auto const& first = steps.first[count / kApart];
    for (std::size_t w = 0; w < words(); ++w) into[w] ^= first[w];
    for (auto i = count - count % kApart; i < count; ++i) flip_bit(into, steps.in_order[i].second);
}

}  // namespace matching
