#include "care/ladder.hpp"

#include <algorithm>

namespace care {
namespace {

std::vector<Sign> only_red(std::vector<Sign> const& signs) {
    std::vector<Sign> red;
    std::ranges::copy_if(signs, std::back_inserter(red), [](Sign const& sign) { return sign.level == Level::red; });
    return red;
}

Ladder at(Step step, Sign const& sign, base::Instant stepped_at) {
    return {step, sign.kind, sign.amount, sign.side, stepped_at};
}

// What stands now, said on the step that was reached.
Ladder stay(Ladder const& before, Sign const& sign) {
    return at(before.step, sign, before.stepped_at);
}

}  // namespace

std::optional<Ladder> climb(std::optional<Ladder> const& before, std::vector<Sign> const& signs, bool has_date_ahead,
                            base::Instant now) {
    auto const sign = foremost(signs);
    if (!sign) return std::nullopt;
    if (has_date_ahead) {
        bool const goes_on = sign->kind == SignKind::changed && sign->level == Level::red;
        return goes_on ? before : std::nullopt;
    }
    if (!before) return at(Step::one, *sign, now);
    bool const is_due = now - before->stepped_at >= kBetweenSteps;
    if (before->step == Step::one) return is_due ? at(Step::both, *sign, now) : stay(*before, *sign);
    auto const red = foremost(only_red(signs));
    if (before->step == Step::word) return red ? std::optional(stay(*before, *red)) : before;
    return is_due && red ? at(Step::word, *red, now) : stay(*before, *sign);
}

std::optional<pairing::Word> word_of(std::optional<Ladder> const& ladder) {
    if (!ladder || ladder->step != Step::word) return std::nullopt;
    return pairing::Word{ladder->sign, ladder->amount};
}

}  // namespace care
