#pragma once
// Signs that a pair may be stuck (R33, evidence.md 2.11), from what happened alone: when they started, met, moved,
// cancelled, proposed and answered. Never from a word that anybody wrote, and never about how somebody feels.
//
// Time stops while a pair pauses and on days on which one of the two is away. A date that the house called off, because
// the pair was over or paused, is nobody's change and no sign (rules D8).

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <boost/describe.hpp>

#include "base/time.hpp"
#include "care/thresholds.hpp"
#include "meeting/meeting.hpp"
#include "pairing/sign_kind.hpp"

namespace care {

using pairing::PairingId;
using pairing::Side;
using pairing::SignKind;

enum class Level { amber, red };
BOOST_DESCRIBE_ENUM(Level, amber, red)

// What was or is to be a conversation. Without `starts_at` it is proposed.
struct Occasion {
    meeting::MeetingId id;
    base::Instant opened_at;
    base::Instant proposed_at;  // the times that wait now
    Side proposed_by = Side::mentor;
    std::optional<base::Instant> starts_at;
    std::optional<base::Instant> held_at;
    std::optional<base::Instant> cancelled_at;
};

// A date that had been set and did not stand, and whose that was.
struct Changed {
    meeting::MeetingId meeting_id;
    meeting::ChangeKind kind = meeting::ChangeKind::moved;
    Side side = Side::mentor;
    base::Instant starts_at;
    base::Instant happened_at;
};

// The last message of the thread: by whom and when, and nothing else of it.
struct Written {
    Side side = Side::mentor;
    base::Instant written_at;
};

// Days that do not count; the last is not among them.
struct Stopped {
    base::Day from_on;
    base::Day until_on;

    auto operator<=>(Stopped const&) const = default;
};

struct History {
    base::Instant started_at;
    bool has_met_before = false;  // a pair that was brought
    std::int32_t cadence_days = 30;
    Side booking_side = Side::mentee;
    std::vector<Occasion> occasions;
    std::vector<Changed> changes;  // the oldest first
    std::optional<Written> last_message;
    std::vector<Stopped> stopped;
};

struct Sign {
    SignKind kind = SignKind::not_booked;
    Level level = Level::amber;
    std::int32_t amount = 0;  // pairing/sign_kind.hpp
    // Who can mend it: who moved or cancelled; who is asked something; else who agreed to book.
    Side side = Side::mentor;

    auto operator<=>(Sign const&) const = default;
};

// At most one of a kind, in the order of SignKind.
std::vector<Sign> signs_of(History const& history, Thresholds const& thresholds, base::Instant now);
// A conversation is set and still to come.
bool has_date_ahead(History const& history, base::Instant now);
// The one that is told: dates that did not stand before all, for they say who can mend it; then red before amber.
std::optional<Sign> foremost(std::vector<Sign> const& signs);

// Whole days from one to the other, without those on which time stopped.
int days_between(base::Day from, base::Day until, std::vector<Stopped> stopped);

}  // namespace care
