#pragma once
// One side of the tables as the rules see it from the other: for each rule, who says what, as sets of people. From it,
// whom somebody of the other side may meet and with how many points, for 64 people at a time, and the same as
// judge_couple says of each.
//
// People of the side are numbered by their place in an order that the caller chooses, so that a set is in that order.

#include <memory>
#include <unordered_map>
#include <vector>

#include "matching/engine/sums.hpp"
#include "matching/rule_reading.hpp"

namespace matching {

using engine::Word;

// What somebody of the other side sees. Used for one after the other.
class SideView {
  public:
    // Those whom no rule forbids.
    [[nodiscard]] std::vector<Word> const& left() const { return left_; }
    [[nodiscard]] std::int64_t count_left() const { return count_left_; }
    // By rule: how many it forbids, alone or with others.
    [[nodiscard]] std::vector<std::int64_t> const& forbidden_by() const { return forbidden_by_; }

    // After RuleSide::add_points, of those who are left.
    [[nodiscard]] std::int32_t points_of(std::size_t number) const {
        auto const sum = engine::sum_of(slices_, left_.size(), number);
        return static_cast<std::int32_t>(least_ + std::int64_t{step_} * sum);
    }
    [[nodiscard]] std::vector<Word> const& slices() const { return slices_; }
    // Points are `least` and so many steps as the sum says.
    [[nodiscard]] std::int64_t least() const { return least_; }
    [[nodiscard]] std::uint32_t step() const { return step_; }

  private:
    friend class RuleSide;

    Word* spare_row();

    std::vector<Word> left_;
    std::int64_t count_left_ = 0;
    std::vector<std::int64_t> forbidden_by_;
    std::vector<Word const*> holds_;  // by rule, where it has an effect
    std::vector<engine::Addend> addends_;
    std::vector<Word> slices_;
    std::int64_t least_ = 0;
    std::uint32_t step_ = 1;
    std::vector<std::vector<Word>> rows_;
    std::size_t rows_used_ = 0;
};

class RuleSide {
  public:
    // `order`: the row of each number. `rules` must outlive it.
    RuleSide(std::vector<ReadRule> const& rules, ListSide side, std::vector<engine::Index> const& order,
             engine::SumKernel const& kernel = engine::fastest_sum_kernel());

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t words() const { return everybody_.size(); }
    // From the row of the other side. Themselves, if they stand on this side too, are somebody like all others.
    void look(std::size_t from, SideView& view) const;
    void add_points(std::size_t from, SideView& view) const;

  private:
    // A set of people: as a row where they are many, else one by one.
    struct Set {
        std::vector<Word> row;
        std::vector<engine::Index> few;
    };
    struct Steps {
        std::vector<std::pair<std::int32_t, engine::Index>> in_order;  // step and number
        std::vector<std::vector<Word>> first;                          // the first kApart, 2 * kApart ..
    };
    struct Ruled {
        std::vector<Word> known;
        std::unordered_map<std::uint32_t, Set> by_word;
        Steps steps;
    };
    using Row = std::vector<Word>;

    // What a rule answers to everybody who reads the same.
    struct Answer {
        Row holds;
        std::int64_t count = 0;  // of those for whom it holds
        std::vector<std::unique_ptr<Row>> rows;
        std::vector<engine::Addend> addends;
        std::int64_t least = 0;
    };
    // Where few different readings are all there are, each is answered once.
    struct Answers {
        std::vector<Answer> all;
        std::vector<std::uint32_t> of_row;  // of the other side
    };

    void answer_all(std::size_t rule, Answers& answers) const;
    [[nodiscard]] Answer answer(std::size_t rule, Reading const& from) const;
    [[nodiscard]] Answer const* answer_to(std::size_t rule, std::size_t from) const {
        auto const& answers = answers_[rule];
        return answers.all.empty() ? nullptr : &answers.all[answers.of_row[from]];
    }
    void enter(ReadRule const& rule, std::vector<engine::Index> const& order, Ruled& ruled) const;
    void enter_steps(ReadRule const& rule, std::vector<engine::Index> const& order, Steps& steps) const;
    [[nodiscard]] std::int64_t count_in(Word const* row) const {
        return static_cast<std::int64_t>(kernel_.count_in_both(row, row, words()));
    }
    [[nodiscard]] Word const* row_of(Set const& set, SideView& view) const;
    [[nodiscard]] std::vector<Word const*> sets_of(std::size_t rule, Reading const& from, SideView& view) const;
    [[nodiscard]] Word const* holding(std::size_t rule, Reading const& from, SideView& view) const;
    [[nodiscard]] Word const* united(std::vector<Word const*> const& sets, SideView& view) const;
    // Those whose step lies within, and is the mentor's less the mentee's.
    [[nodiscard]] Word const* within(std::size_t rule, std::int64_t step, std::int64_t least, std::int64_t most,
                                     SideView& view) const;
    [[nodiscard]] Word const* steps_between(Steps const& steps, std::int64_t first, std::int64_t last,
                                            SideView& view) const;
    void add_first(Steps const& steps, std::size_t count, Word* into) const;
    void add_rule(std::size_t rule, Reading const& from, SideView& view) const;
    void add_differences(std::size_t rule, Reading const& from, SideView& view) const;

    std::vector<ReadRule> const& rules_;
    ListSide side_;
    ListSide other_;
    engine::SumKernel const& kernel_;
    engine::Kernel const& sets_;
    std::size_t size_;
    Row everybody_;
    std::vector<Ruled> ruled_;
    std::vector<Answers> answers_;  // by rule
};

}  // namespace matching
