#pragma once
// Who comes first among equals, when somebody lists only some of them. Were it the same for everybody, all who look for
// the same would list the same few people, and most of the others would stand on no list at all. So each begins at a
// place of their own in the draw: those of one kind evenly, one after the other, round and round.

#include <cstdint>

namespace matching {

// One of `kind_size` people who look for exactly the same, number `rank` of them in the draw; the first of them is
// number `first_drawn` of the `side_size` people of the side.
struct Spread {
    std::uint64_t rank = 0;
    std::uint64_t kind_size = 1;
    std::uint64_t first_drawn = 0;
    std::uint64_t side_size = 1;

    // Which of so many equals, as the draw has them, is the first for this one; `equals` above 0. Everything up to a
    // million people.
    [[nodiscard]] std::uint64_t first_of(std::uint64_t equals) const {
        return (rank * side_size + first_drawn) * equals / (kind_size * side_size);
    }
};

}  // namespace matching
