#pragma once
// A conversation of a pair: proposed with one to three times -> set, when the other of the two has chosen one -> held
// or cancelled. Moving a set date takes it off and puts new times on the table (decision 0170).
//
// Who moved or cancelled is seen by the two alone (rules B). A date may be set before both are ready; until then it is
// *pencilled in* and confirms itself (rules D7).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/agreement.hpp"
#include "pairing/pairing.hpp"

namespace meeting {

using MeetingId = base::Id<struct MeetingTag>;
using SeriesId = base::Id<struct SeriesTag>;
using access::PersonId;
using pairing::Channel;
using pairing::PairingId;
using pairing::Side;

inline constexpr std::size_t kMostTimes = 3;
inline constexpr int kMostOpen = 12;  // proposed or ahead, of one pair
inline constexpr int kFarthestDays = 366;
inline constexpr std::int32_t kUsualMinutes = 45;  // R26: 45-60

// What the clock on a wall will say, and the instant that is.
struct Time {
    std::string starts_local;  // "2026-11-24T15:00"
    std::string time_zone;     // IANA name
    base::Instant starts_at;

    auto operator<=>(Time const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Time, (), (starts_local, time_zone, starts_at))

enum class State { proposed, set, held, cancelled };
BOOST_DESCRIBE_ENUM(State, proposed, set, held, cancelled)

// What the two do: talk, or something beyond talk, planned and held alike. Mails and calendars do not say which.
enum class Activity { conversation, shadowing, visit, floor_walk, trying_out };
BOOST_DESCRIBE_ENUM(Activity, conversation, shadowing, visit, floor_walk, trying_out)

struct Meeting {
    MeetingId id;
    PairingId pairing_id;
    std::int32_t version = 0;
    std::int32_t sequence = 0;  // of its calendar entry (RFC 5545, 3.8.7.4)
    std::int32_t minutes = kUsualMinutes;
    Channel channel = Channel::in_person;
    std::string place;  // a room, an address or a link
    Activity activity = Activity::conversation;
    base::Instant opened_at;
    Side proposed_by = Side::mentee;
    std::optional<SeriesId> series_id;  // while it stands as it was proposed with others (series.hpp)
    std::vector<Time> times;            // on the table until one is chosen
    std::optional<Time> time;           // once one was
    std::optional<base::Instant> held_at;
    std::optional<base::Instant> cancelled_at;

    auto operator<=>(Meeting const&) const = default;
};
State state_of(Meeting const& meeting);
// Neither held nor cancelled.
bool is_open(Meeting const& meeting);
base::Instant ends_at(Meeting const& meeting, Time const& time);

enum class ChangeKind { moved, cancelled };
BOOST_DESCRIBE_ENUM(ChangeKind, moved, cancelled)

// A date that had been set and did not stand.
struct Change {
    ChangeKind kind = ChangeKind::moved;
    Side side = Side::mentor;  // whose it was
    base::Instant starts_at;   // the date it had been
    base::Instant happened_at;

    auto operator<=>(Change const&) const = default;
};

struct Changed {
    Meeting meeting;
    std::optional<Change> change;  // empty when nothing had been set
};

struct Where {
    std::int32_t minutes = kUsualMinutes;
    Channel channel = Channel::in_person;
    std::string place;
};

// Who acts, when, and on which version as it was read.
struct Act {
    Side by = Side::mentor;
    std::int32_t version = 0;
    base::Instant now;
};

// `open`: how many of the pair are open already. Times must be ahead, different, and within a year.
base::Result<Meeting> propose(Meeting meeting, pairing::Stage stage, int open, std::vector<Time> times, Act act);
// By the one who did not propose; the time must be one of those on the table, and still ahead.
base::Result<Meeting> choose(Meeting meeting, pairing::Stage stage, base::Instant starts_at, Act act);
// Other times instead: of a set date, which no longer stands, or of what is on the table. `whose`: as for `cancel`.
base::Result<Changed> move(Meeting meeting, pairing::Stage stage, std::vector<Time> times, Side whose, Act act);
base::Result<Meeting> change_where(Meeting meeting, pairing::Stage stage, Where where, Act act);
// Either may say so, from the start on.
base::Result<Meeting> hold(Meeting meeting, pairing::Stage stage, Act act);
// Before the start one's own side cancels; from the start on either says whose side it was that did not come.
base::Result<Changed> cancel(Meeting meeting, pairing::Stage stage, Side whose, Act act);
// By the house, when the pair has finished or pauses: nobody's change.
Meeting call_off(Meeting meeting, base::Instant now);

enum class Action { choose, move, change_where, hold, cancel };
BOOST_DESCRIBE_ENUM(Action, choose, move, change_where, hold, cancel)
std::vector<Action> allowed_actions(Meeting const& meeting, pairing::Stage stage, Side side, base::Instant now);
// From both said *go on* until the pair is over, unless it pauses.
base::Result<bool> check_may_meet(pairing::Stage stage);

// What a pairing tells of its meetings.
struct Tally {
    std::int32_t held = 0;
    std::int32_t minutes_held = 0;
    std::optional<base::Instant> last_date_at;  // the farthest date that is set

    auto operator<=>(Tally const&) const = default;
};
Tally tally_of(std::vector<Meeting> const& meetings);

// How many conversations the agreement means, from the start to its last day, and how many minutes those are.
struct Agreed {
    std::int32_t meetings = 0;
    std::int32_t minutes = 0;

    auto operator<=>(Agreed const&) const = default;
};
Agreed agreed_of(pairing::Agreement const& agreement, base::Day started_on);
int days_of(pairing::Cadence cadence);

base::Refusal meeting_not_found();
base::Refusal meeting_over();
base::Refusal pairing_paused();
base::Refusal too_many_open();
base::Refusal own_proposal();
base::Refusal nothing_to_choose();
base::Refusal not_begun();
base::Refusal not_set();
base::Refusal not_yours_to_say();

}  // namespace meeting
