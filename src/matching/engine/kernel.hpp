#pragma once
// The few things the candidate search does with sets of people, in three forms that give the same result bit for bit:
// portable, AVX2 (256 bits at a time) and AVX-512 with its own count of bits. Which one runs is decided once, by what
// the processor can do.
//
// A set is a row of words; person i is bit i % 64 of word i / 64. Bits behind the last person are 0.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace matching::engine {

using Word = std::uint64_t;
inline constexpr std::size_t kWordBits = 64;

// For one rule: how many people it takes, and how many that no other rule takes.
struct RuleSums {
    std::int64_t taken = 0;
    std::int64_t alone = 0;
};

struct Kernel {
    char const* name;
    // into |= other
    void (*unite)(Word* into, Word const* other, std::size_t words);
    // twice: who stood in at least two of the sets that were added; once: in at least one.
    void (*unite_twice)(Word* once, Word* twice, Word const* other, std::size_t words);
    // left = everybody without all of `sets`; sums[k] for sets[k].
    void (*take_away)(std::span<Word const* const> sets, Word const* everybody, std::size_t words, Word* left,
                      RuleSums* sums);
};

// Those this processor can run, the portable one first and the fastest last.
std::vector<Kernel const*> const& kernels();
Kernel const& fastest_kernel();

}  // namespace matching::engine
