#include "statistics/attacker.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <set>
#include <utility>

#include "statistics/other_counts.hpp"
#include "statistics/row_space.hpp"

namespace statistics {

namespace {

std::int64_t total(std::vector<std::int64_t> const& answers) {
    return std::accumulate(answers.begin(), answers.end(), std::int64_t{0});
}

// Which groups stand alone in a shown part: there is nothing to find out about them.
std::vector<bool> known_groups(Published const& published) {
    std::vector<bool> known(published.groups.size(), false);
    for (auto const& set : published.shown)
        if (set.size() == 1) known[set.front()] = true;
    return known;
}

bool is_within(Mask part, Mask whole) {
    return (part & ~whole) == 0;
}

// A claim to know something, until somebody shows other counts that would look the same.
struct Claim {
    Learnt learnt = Learnt::nothing;
    Mask groups = 0;
    std::optional<std::size_t> answer;
    bool is_settled = false;  // other counts have been looked for already
};

class Attacker {
  public:
    explicit Attacker(Published const& published)
        : published_{published},
          answers_{published.groups.empty() ? 0 : published.groups.front().size()},
          known_{known_groups(published)} {
        for (std::size_t group = 0; group < known_.size(); ++group)
            if (!known_[group]) unknown_.push_back(group);
    }

    Attack run() {
        if (auto const open = what_lies_open()) return *open;
        if (unknown_.size() > kMostUnknowns) return {Learnt::too_many, {}, {}};
        prepare();
        for (;;) {
            look_at_what_is_fixed();
            auto const claim = next_claim();
            if (claim.learnt == Learnt::nothing) return {};
            if (claim.learnt == Learnt::too_many) return {Learnt::too_many, {}, {}};
            if (!is_refuted(claim)) return {claim.learnt, groups_of(claim.groups), claim.answer};
        }
    }

  private:
    struct Answer {
        CountedAnswer counted;
        RowSpace known;  // sums that follow from the published ones
        RowSpace moves;  // differences between two solutions
        RowSpace fixed;  // at right angles to the moves: nobody has shown yet that it could be otherwise
        Mask moved = 0;  // groups that some move changes
        bool is_new = true;
    };

    // A shown part of too few people, and a hidden one that is put together from shown ones.
    [[nodiscard]] std::optional<Attack> what_lies_open() const {
        for (auto const& set : published_.shown)
            if (size_of(set) < published_.least) return Attack{Learnt::size, set, {}};
        for (auto const& set : published_.hidden)
            if (std::all_of(set.begin(), set.end(), [&](std::size_t group) { return known_[group]; }))
                return Attack{Learnt::size, set, {}};
        return std::nullopt;
    }

    void prepare() {
        for (std::size_t column = 0; column < unknown_.size(); ++column) {
            sizes_.push_back(total(published_.groups[unknown_[column]]));
            if (sizes_.back() >= published_.least) large_ |= Mask{1} << column;
        }
        std::set<Mask> sums;
        for (auto const& set : published_.shown)
            if (auto const mask = mask_of(set); mask != 0) {
                sums.insert(mask);
                if (std::none_of(set.begin(), set.end(), [&](std::size_t group) { return known_[group]; }))
                    shown_whole_.insert(mask);
            }
        sums_.assign(sums.begin(), sums.end());
        for (std::size_t answer = 0; answer < answers_; ++answer) prepare(answer);
    }

    void prepare(std::size_t answer) {
        auto const columns = unknown_.size();
        auto& made =
            by_answer_.emplace_back(Answer{{{}, sums_}, RowSpace{columns}, RowSpace{columns}, RowSpace{columns}});
        if (answer == 0) size_moves_ = RowSpace{columns};
        for (auto const group : unknown_) made.counted.truth.push_back(published_.groups[group][answer]);
        for (auto const mask : sums_) made.known.add(mask);
        auto const fixed = fixed_by_bounds(made.counted);
        for (std::size_t column = 0; column < columns; ++column)
            if (((fixed >> column) & 1U) != 0) made.known.add(Mask{1} << column);
        for (std::size_t column = 0; column < columns; ++column)
            if (auto const group = Mask{1} << column; (made.moved & group) == 0) could_be_otherwise(answer, group);
    }

    // Looks for other counts of one answer in which `groups` together have another; remembers them.
    bool could_be_otherwise(std::size_t answer, Mask groups) {
        auto& of = by_answer_[answer];
        if (of.known.contains(groups) || settled_.contains({answer, groups})) return false;
        auto const other = other_counts(of.counted, groups);
        if (!other) {
            settled_.insert({answer, groups});
            return false;
        }
        std::vector<Rational> move(unknown_.size());
        for (std::size_t column = 0; column < move.size(); ++column)
            if (auto const by = (*other)[column] - of.counted.truth[column]; by != 0) {
                move[column] = by;
                of.moved |= Mask{1} << column;
            }
        of.moves.add(move);
        of.is_new = true;
        size_moves_.add(std::move(move));
        return true;
    }

    void look_at_what_is_fixed() {
        for (auto& of : by_answer_)
            if (std::exchange(of.is_new, false)) of.fixed = of.moves.complement();
        size_fixed_ = size_moves_.complement();
    }

    bool is_refuted(Claim const& claim) {
        if (claim.is_settled) return false;
        if (claim.answer) return could_be_otherwise(*claim.answer, claim.groups);
        for (std::size_t answer = 0; answer < answers_; ++answer)
            if (could_be_otherwise(answer, claim.groups)) return true;
        return false;
    }

    [[nodiscard]] Claim next_claim() const {
        if (auto const claim = hidden_part(); claim.learnt != Learnt::nothing) return claim;
        if (auto const claim = few_people(); claim.learnt != Learnt::nothing) return claim;
        if (answers_ < 2) return {};
        if (auto const claim = one_answer_left(); claim.learnt != Learnt::nothing) return claim;
        return nearly_all_of_the_rest();
    }

    [[nodiscard]] Claim hidden_part() const {
        for (auto const& set : published_.hidden) {
            auto const mask = mask_of(set);
            if (size_fixed_.contains(mask)) return {Learnt::size, mask, {}};
            for (std::size_t answer = 0; answer < answers_; ++answer)
                if (by_answer_[answer].fixed.contains(mask) &&
                    (count_of(set, answer) > 0 || !is_said_of_enough(set, answer)))
                    return {Learnt::answer, mask, answer};
        }
        return {};
    }

    // Nobody of these gave that answer, and nobody of at least k people among whom they are: no more than a figure of a
    // shown part says.
    [[nodiscard]] bool is_said_of_enough(GroupSet const& set, std::size_t answer) const {
        auto const mask = mask_of(set);
        for (auto const sum : sums_)
            if (is_within(mask, sum) && by_answer_[answer].counted.in(sum) == 0 && size_of(sum) >= published_.least)
                return true;
        return false;
    }

    [[nodiscard]] Claim few_people() const {
        Claim found;
        auto const looked_through = size_fixed_.each_set(large_, [&](Mask mask) {
            if (size_of(mask) >= published_.least) return false;
            found = {Learnt::size, mask, {}};
            return true;
        });
        if (!looked_through) return {Learnt::too_many, 0, {}};
        for (std::size_t answer = 0; found.learnt == Learnt::nothing && answer < answers_; ++answer) {
            auto const& of = by_answer_[answer];
            auto const all = of.fixed.each_set(large_, [&](Mask mask) {
                if (of.counted.in(mask) == 0 || size_of(mask) >= published_.least) return false;
                found = {Learnt::answer, mask, answer};
                return true;
            });
            if (!all) return {Learnt::too_many, 0, {}};
        }
        return found;
    }

    // All other answers are ruled out for a group, by whatever parts it lies in.
    [[nodiscard]] Claim one_answer_left() const {
        for (std::size_t column = 0; column < unknown_.size(); ++column) {
            if (sizes_[column] == 0) continue;
            auto const mask = Mask{1} << column;
            std::size_t possible = 0;
            for (auto const& of : by_answer_)
                if (of.counted.truth[column] > 0 || !of.fixed.contains(mask)) ++possible;
            if (possible < 2 && !is_said_in_words(unknown_[column])) return {Learnt::same_answer, mask, {}, true};
        }
        return {};
    }

    [[nodiscard]] bool is_said_in_words(std::size_t group) const {
        return std::any_of(published_.shown.begin(), published_.shown.end(), [&](GroupSet const& set) {
            return std::find(set.begin(), set.end(), group) != set.end() && are_nearly_all_the_same(counts_of(set));
        });
    }

    // What is left of a shown part after taking others away is shown as well, to whoever can subtract.
    [[nodiscard]] Claim nearly_all_of_the_rest() const {
        Claim found;
        auto const looked_through = size_fixed_.each_set(0, [&](Mask mask) {
            if (shown_whole_.contains(mask) || !are_nearly_all_the_same(counts_of(groups_of(mask)))) return false;
            found = {Learnt::same_answer, mask, {}};
            return true;
        });
        return looked_through ? found : Claim{Learnt::too_many, 0, {}};
    }

    [[nodiscard]] Mask mask_of(GroupSet const& set) const {
        Mask mask = 0;
        for (auto const group : set) {
            auto const at = std::lower_bound(unknown_.begin(), unknown_.end(), group);
            if (at != unknown_.end() && *at == group)
                mask |= Mask{1} << static_cast<std::size_t>(at - unknown_.begin());
        }
        return mask;
    }

    [[nodiscard]] GroupSet groups_of(Mask mask) const {
        GroupSet set;
        for (auto rest = mask; rest != 0; rest &= rest - 1)
            set.push_back(unknown_[static_cast<std::size_t>(std::countr_zero(rest))]);
        return set;
    }

    [[nodiscard]] std::int64_t size_of(GroupSet const& set) const { return total(counts_of(set)); }
    [[nodiscard]] std::int64_t size_of(Mask mask) const {
        std::int64_t size = 0;
        for (auto rest = mask; rest != 0; rest &= rest - 1)
            size += sizes_[static_cast<std::size_t>(std::countr_zero(rest))];
        return size;
    }

    [[nodiscard]] std::int64_t count_of(GroupSet const& set, std::size_t answer) const {
        std::int64_t count = 0;
        for (auto const group : set) count += published_.groups[group][answer];
        return count;
    }

    [[nodiscard]] std::vector<std::int64_t> counts_of(GroupSet const& set) const {
        std::vector<std::int64_t> counts(answers_, 0);
        for (std::size_t answer = 0; answer < answers_; ++answer) counts[answer] = count_of(set, answer);
        return counts;
    }

    Published const& published_;
    std::size_t answers_;
    std::vector<bool> known_;
    std::vector<std::size_t> unknown_;
    std::vector<std::int64_t> sizes_;  // of the unknown groups
    Mask large_ = 0;                   // those of k people or more
    std::vector<Mask> sums_;
    std::set<Mask> shown_whole_;
    std::vector<Answer> by_answer_;
    RowSpace size_moves_{0};
    RowSpace size_fixed_{0};
    std::set<std::pair<std::size_t, Mask>> settled_;
};

}  // namespace

Attack attack(Published const& published) {
    return Attacker{published}.run();
}

bool are_nearly_all_the_same(std::vector<std::int64_t> const& answers) {
    if (answers.size() < 2) return false;
    auto const everybody = total(answers);
    return everybody > 0 && *std::max_element(answers.begin(), answers.end()) * 20 >= everybody * 19;
}

}  // namespace statistics
