#pragma once
// When a reorganisation puts the two of a started pair in one line (R13; engineering.md 9), three are asked: both
// people and a coordinator. Each may say to go on knowingly; once all three have, it is settled. Each may end it
// instead. Until the pair has started there is no such choice: rules 1 stands, and nothing is signed.

#include <optional>

#include <boost/describe.hpp>

#include "pairing/pairing.hpp"

namespace pairing {

enum class Voice { mentor, mentee, coordinator };
Voice voice_of(Side side);

// As a coordinator sees it, and the mirror: never which of the two has said something.
enum class LinesMet { coordinator_is_asked, the_two_are_asked, settled };
BOOST_DESCRIBE_ENUM(LinesMet, coordinator_is_asked, the_two_are_asked, settled)
std::optional<LinesMet> lines_met(Pairing const& pairing);

bool goes_on(Pairing const& pairing, Voice voice);
bool is_settled(Pairing const& pairing);

// Said again, it changes nothing. Refuses `lines_not_met`, and `pairing_over`.
base::Result<Pairing> go_on_knowingly(Pairing pairing, Voice voice);
// A coordinator ends a pair only while it is asked about.
base::Result<Pairing> end_for_line(Pairing const& pairing, base::Day today);

base::Refusal lines_not_met();

}  // namespace pairing
