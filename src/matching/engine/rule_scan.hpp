#pragma once
// All public rules at once, from one person after the other.

#include <bit>
#include <map>
#include <memory>
#include <vector>

#include "matching/engine/sieve.hpp"

namespace matching::engine {

// What one person sees of the other side.
class Sighting {
  public:
    explicit Sighting(std::size_t words) : sketch_(words), everybody_(words), left_(words) {}

    // Those no public rule takes, in order.
    template <class Visit>
    void for_each_left(Visit visit) const {
        for (std::size_t w = 0; w < left_.size(); ++w)
            for (auto bits = left_[w]; bits != 0; bits &= bits - 1)
                visit(static_cast<Index>(w * kWordBits + static_cast<std::size_t>(std::countr_zero(bits))));
    }
    [[nodiscard]] std::int64_t count_left() const {
        std::int64_t left = 0;
        for (auto const word : left_) left += std::popcount(word);
        return left;
    }
    // Whether the person stands on the other side too.
    [[nodiscard]] bool is_on_both_sides() const { return is_on_both_sides_; }
    [[nodiscard]] RuleSums const& sums_of(Rule rule) const { return sums_[static_cast<std::size_t>(rule)]; }

  private:
    friend class RuleScan;

    Sketch sketch_;
    std::vector<Word> everybody_;  // but the person
    std::vector<Word> left_;
    std::array<RuleSums, kRules> sums_{};
    bool is_on_both_sides_ = false;
};

class RuleScan {
  public:
    explicit RuleScan(Crowd const& crowd);

    [[nodiscard]] Sighting make_sighting() const { return Sighting(crowd_.words()); }
    // Whoever stands on both sides is not among their own possible partners, and no rule takes them.
    void look(Profile const& from, Sighting& sighting) const;

  private:
    Crowd crowd_;
    std::vector<std::unique_ptr<Sieve>> sieves_;
    BitRows everybody_;
    std::map<base::IdBytes, Index> position_of_;
};

}  // namespace matching::engine
