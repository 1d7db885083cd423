#pragma once
// What may be noticed about a pair from its events alone (evidence.md 2.11). Which of them stands, and since when, is
// the room `care`'s to say; what a coordinator is shown of it is told downwards, so that the mirror shows the two the
// same.

#include <cstdint>

#include <boost/describe.hpp>

namespace pairing {

enum class SignKind {
    not_booked,    // no first date; amount: whole weeks
    not_met,       // no first conversation; weeks
    gap,           // none for much longer than agreed; weeks
    changed,       // dates that were set and did not stand, of one side; how many
    no_next_date,  // parted without a next date; how many times running
    unanswered,    // times or a message wait for an answer; weeks
};
BOOST_DESCRIBE_ENUM(SignKind, not_booked, not_met, gap, changed, no_next_date, unanswered)

// A pair that may need a word: the sign, never whose side it is (rules D2).
struct Word {
    SignKind sign = SignKind::not_booked;
    std::int32_t amount = 0;

    auto operator<=>(Word const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Word, (), (sign, amount))

}  // namespace pairing
