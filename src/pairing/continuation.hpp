#pragma once
// How a pair goes on after its end (R41): each chooses privately, and both are opened together (rules 2 step 4): at
// once when both want to go on informally, or both to swap sides; otherwise nothing is opened, and a week after the
// last day of the agreement the pair is completed. Nothing is ever renewed by itself, and silence is like any other
// choice.

#include <optional>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/agreement.hpp"
#include "pairing/pairing.hpp"
#include "pairing/rematch.hpp"

namespace pairing {

enum class Onward { informally, swap, new_partner, stop };
BOOST_DESCRIBE_ENUM(Onward, informally, swap, new_partner, stop)

struct Onwards {
    std::optional<Onward> mentor;
    std::optional<Onward> mentee;
};

// What both chose alike and needs both; else empty.
std::optional<Onward> agreed_onward(Onwards const& onwards);
// From this day on the house completes the pair.
base::Day completes_on(Agreement const& agreement);
// The other way round begins on the day after both have said so, and lasts no longer than its programme.
bool leaves_time_to_swap(std::optional<base::Day> programme_closes_on, base::Day today);
// While the pair runs. `swap` only where the programme goes both ways, each has joined it on the other side too, and
// there is time left.
base::Result<bool> may_choose(Pairing const& pairing, Onward onward, bool may_swap);
// Whoever goes on with the same partner, informally or the other way round, looks for no other until they say so.
Wish wish_after(std::optional<Onward> onward);

base::Refusal cannot_swap();

}  // namespace pairing
