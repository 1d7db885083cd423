#pragma once
// Whom each mentor would rather have, best first; people valued alike stand in the order of the draw. Most mentors ask
// few of those they could meet (of fifty about seven), so a list is put in order from its head only, and whole once
// somebody asks for more than that: selecting eight of fifty costs a third of sorting fifty.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matching/engine/market.hpp"

namespace matching::engine {

struct MentorLine {
    std::uint32_t option = 0;  // of the market
    Index mentee = 0;
    std::int32_t mentee_benefit = 0;
    std::uint32_t tie_begin = 0;  // lines [tie_begin, tie_end) of the list are valued alike by the mentor
    std::uint32_t tie_end = 0;
};

class MentorLists {
  public:
    // `market` has own benefits, and outlives the lists.
    explicit MentorLists(Market const& market);

    [[nodiscard]] std::size_t length_of(std::size_t mentor) const {
        return market_.first_option[mentor + 1] - market_.first_option[mentor];
    }
    // Line `at` of the mentor's list, below its length. Good until the next call.
    MentorLine const& line(std::size_t mentor, std::size_t at) {
        if (at >= heads_[mentor].length) order_all(mentor);
        return lines_[heads_[mentor].first + at];
    }

  private:
    static constexpr std::size_t kHead = 8;

    // What of a list is in order: lines_[first, first + length), which ends where a tie ends.
    struct Head {
        std::size_t first = 0;
        std::size_t length = 0;
    };
    struct Rank {
        std::uint64_t number = 0;  // value, then draw: the greater the better
        std::uint32_t option = 0;
    };

    [[nodiscard]] Rank rank_of(std::uint32_t option) const;
    void order_head(std::size_t mentor);
    void order_all(std::size_t mentor);
    void write_lines(std::size_t mentor, Rank const* ranks, std::size_t count);

    Market const& market_;
    std::vector<Head> heads_;        // per mentor
    std::vector<MentorLine> lines_;  // the heads of all, then whole lists in the order in which they were asked for
    std::vector<Rank> ranks_;        // of one mentor
};

}  // namespace matching::engine
