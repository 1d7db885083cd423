#pragma once
// Couples that may meet but did not go in, because all of them are too many, held against an answer about those that
// did: is any of them worth more than the answer's prices of its two (best, balanced), or would both rather have each
// other than somebody they got (stable)? Where none is, the answer, and its proof, is about all couples that may meet:
// nobody more could have a partner (the prices of the first kind are a cover, and its Hall set), and no sum is greater.
//
// All couples are looked at, 64 at a time, with the rules inside the look (rule_side.hpp) and no table of them: figures
// of the others stand upright beside everybody's points and are compared digit by digit.

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "matching/engine/assignment.hpp"

namespace matching {

// What the answer asks of a couple, by row. A couple is asked for if its group is looked at and its points are more
// than the own and the other figure together, and more than `least`.
struct Asked {
    enum class Group : std::uint8_t { one, other, nobody };

    struct Other {
        Group group = Group::nobody;
        std::int64_t figure = 0;
    };
    enum class Look : std::uint8_t { none, above, all };
    struct Own {
        Look one = Look::none;  // at the first group
        Look other = Look::none;
        std::int64_t figure = 0;
        std::int64_t least = std::numeric_limits<std::int64_t>::min();
    };
    std::vector<Own> own;
    std::vector<Other> others;
    // The last word about each that is found so.
    std::function<bool(engine::Couple, std::int32_t)> is_asked;
};

// What mentors would have to ask of mentees. `assignment` is an answer to `snapshot` with prices, or stable.
Asked asked_by_mentors(engine::Snapshot const& snapshot, engine::Assignment const& assignment);

}  // namespace matching
