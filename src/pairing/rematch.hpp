#pragma once
// What one of a finished pair wants next (R37, R39): a new partner now, later, or none. Private (rules 4): nobody is
// shown it; from the end of the cooling time somebody who wants a partner is looking for one like any newcomer, and
// somebody who does not is left out of runs. Whoever says nothing wants one.

#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/pairing.hpp"

namespace pairing {

enum class Wish { now, later, stop };
BOOST_DESCRIBE_ENUM(Wish, now, later, stop)

struct Rematch {
    Wish wish = Wish::now;
    std::string note;  // what would make the next one work; for their own eyes, sealed

    auto operator<=>(Rematch const&) const = default;
};

// The first day on which a run may look for a partner for them; empty until they say that they want one.
std::optional<base::Day> looks_from(Wish wish, base::Day closed_on, std::int32_t cooling_days);

// Of a pair that had begun and is over. A getting to know that does not go ahead has no cooling time.
base::Result<bool> may_wish(Pairing const& pairing);

base::Refusal not_finished();

}  // namespace pairing
