#pragma once
// What follows from a sign (evidence.md 2.11, rules D2): first whoever can mend it is helped, then both, then the
// coordinator sees that a word may help. A week lies between the steps, so that nobody is told twice within one.

#include <optional>
#include <vector>

#include "care/sign.hpp"

namespace care {

inline constexpr auto kBetweenSteps = std::chrono::hours(24 * 7);

enum class Step {
    one,   // who can mend it, with three times that fit
    both,  // the two, in the same words, with two times
    word,  // the coordinator: the sign, never the side
};
BOOST_DESCRIBE_ENUM(Step, one, both, word)

struct Ladder {
    Step step = Step::one;
    SignKind sign = SignKind::not_booked;
    std::int32_t amount = 0;
    Side side = Side::mentor;  // of whoever is helped in the first step
    base::Instant stepped_at;

    auto operator<=>(Ladder const&) const = default;
};

// A pair's ladder after tonight. It is put away when nothing stands, and when a date is set; but dates that did not
// stand time and again keep it where it was. Only what is red ever leads to the coordinator.
std::optional<Ladder> climb(std::optional<Ladder> const& before, std::vector<Sign> const& signs, bool has_date_ahead,
                            base::Instant now);
// What a coordinator is shown.
std::optional<pairing::Word> word_of(std::optional<Ladder> const& ladder);

}  // namespace care
