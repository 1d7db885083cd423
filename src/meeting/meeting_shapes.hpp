#pragma once
// What goes in and out about meetings.

#include <array>

#include "meeting/attendance.hpp"
#include "meeting/holiday.hpp"
#include "meeting/meeting.hpp"
#include "platform/meta.hpp"

namespace meeting {

struct ChangeBrief {
    ChangeKind kind = ChangeKind::moved;
    Side side = Side::mentor;  // whose it was
    base::Instant starts_at;   // the date it had been
    base::Instant happened_at;
};
BOOST_DESCRIBE_STRUCT(ChangeBrief, (), (kind, side, starts_at, happened_at))

struct MeetingAnswer {
    MeetingId id;
    PairingId pairing_id;
    std::int32_t version = 0;
    std::int32_t sequence = 0;  // of its calendar entry, for the answers to it
    State state = State::proposed;
    std::optional<std::int32_t> number;  // among the conversations of the pair, once it has a date
    std::int32_t minutes = kUsualMinutes;
    Channel channel = Channel::in_person;
    std::string place;
    Activity activity = Activity::conversation;
    Side proposed_by = Side::mentor;
    std::optional<SeriesId> series_id;  // proposed with others, of which it is still one
    std::vector<Time> times;            // on the table
    std::optional<Time> time;           // the date
    bool is_pencilled_in = false;
    std::vector<AttendanceBrief> attendances;  // answers to the date as it stands
    std::vector<ChangeBrief> changes;
    std::vector<Action> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(MeetingAnswer, (),
                      (id, pairing_id, version, sequence, state, number, minutes, channel, place, activity, proposed_by,
                       series_id, times, time, is_pencilled_in, attendances, changes, allowed_actions))

struct PairMeetings {
    std::vector<MeetingAnswer> items;
    // Seen by the two alone.
    std::int32_t minutes_held = 0;
    std::optional<std::int32_t> minutes_agreed;  // once the pair has started
    std::optional<std::int32_t> meetings_agreed;
    Side side = Side::mentor;                    // yours
    Channel usual_channel = Channel::in_person;  // of the agreement
    bool may_propose = false;
};
BOOST_DESCRIBE_STRUCT(PairMeetings, (),
                      (items, minutes_held, minutes_agreed, meetings_agreed, side, usual_channel, may_propose))

// A time as somebody wants it: what the clock on a wall will say, and where that clock hangs.
struct WantedTime {
    std::string starts_local;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(WantedTime, (), (starts_local, time_zone))

struct Proposal {
    std::int32_t minutes = kUsualMinutes;
    Channel channel = Channel::in_person;
    std::string place;
    std::optional<Activity> activity;
    std::vector<WantedTime> times;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (minutes, channel, place, activity, times))

struct SeriesProposal {
    std::int32_t minutes = kUsualMinutes;
    Channel channel = Channel::in_person;
    std::string place;
    std::vector<WantedTime> times;
};
BOOST_DESCRIBE_STRUCT(SeriesProposal, (), (minutes, channel, place, times))

// What was proposed together, or taken together.
struct SeriesAnswer {
    SeriesId id;
    std::vector<MeetingAnswer> items;
};
BOOST_DESCRIBE_STRUCT(SeriesAnswer, (), (id, items))

struct OccurrenceQuery {
    std::string starts_local;
    std::string time_zone;
    std::int32_t count = 0;
    std::optional<std::int32_t> minutes;
};
BOOST_DESCRIBE_STRUCT(OccurrenceQuery, (), (starts_local, time_zone, count, minutes))

struct OccurrenceBrief {
    std::string starts_local;  // on the clock that was asked for
    base::Instant starts_at;
    std::string partners_local;
    bool fits = true;
    bool is_moved = false;
};
BOOST_DESCRIBE_STRUCT(OccurrenceBrief, (), (starts_local, starts_at, partners_local, fits, is_moved))

struct Occurrences {
    std::vector<OccurrenceBrief> items;
    std::string time_zone;
    std::string partners_time_zone;
};
BOOST_DESCRIBE_STRUCT(Occurrences, (), (items, time_zone, partners_time_zone))

struct Choice {
    std::int32_t version = 0;
    base::Instant starts_at;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (version, starts_at))

struct Moving {
    std::int32_t version = 0;
    std::vector<WantedTime> times;
    std::optional<Side> whose;
};
BOOST_DESCRIBE_STRUCT(Moving, (), (version, times, whose))

struct WhereChange {
    std::int32_t version = 0;
    std::int32_t minutes = kUsualMinutes;
    Channel channel = Channel::in_person;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(WhereChange, (), (version, minutes, channel, place))

struct Holding {
    std::int32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Holding, (), (version))

struct Cancelling {
    std::int32_t version = 0;
    std::optional<Side> whose;
};
BOOST_DESCRIBE_STRUCT(Cancelling, (), (version, whose))

// The two, as the link in a mail names them.
struct LinkedPair {
    std::string person;  // whose mail it was
    std::string partner;
    std::string time_zone;  // of that person
};
BOOST_DESCRIBE_STRUCT(LinkedPair, (), (person, partner, time_zone))

struct SlotQuery {
    std::optional<std::int32_t> minutes;
    std::optional<base::Day> from_on;
};
BOOST_DESCRIBE_STRUCT(SlotQuery, (), (minutes, from_on))

// The same instant on both clocks.
struct Slot {
    base::Instant starts_at;
    std::string starts_local;  // yours
    std::string partners_local;
};
BOOST_DESCRIBE_STRUCT(Slot, (), (starts_at, starts_local, partners_local))

struct Slots {
    std::vector<Slot> items;
    std::vector<ClosedDay> closed_days;  // left out, up to the last of these times
    std::string time_zone;               // yours
    std::string partners_time_zone;
    bool takes_free_busy = false;  // this house reads the address of a free/busy calendar for the search
};
BOOST_DESCRIBE_STRUCT(Slots, (), (items, closed_days, time_zone, partners_time_zone, takes_free_busy))

// The address is read for this search and kept nowhere.
struct FreeBusySearch {
    std::string free_busy_address;
    std::optional<std::int32_t> minutes;
    std::optional<base::Day> from_on;
};
BOOST_DESCRIBE_STRUCT(FreeBusySearch, (), (free_busy_address, minutes, from_on))

}  // namespace meeting

namespace meta {
inline constexpr Limit kVersionRead{"version", 1, kNoMost, "The one it was read with"};
inline constexpr Limit kMinutes{"minutes", 15, 180, "How long it is meant to take"};
inline constexpr Limit kPlace{"place", 0, 500, "A room, an address or a link; mails and calendars name it"};
}  // namespace meta

template <>
inline constexpr auto meta::limits<meeting::WantedTime> =
    std::array{meta::Limit{"starts_local", 16, 16, "What the clock on the wall will say: 2026-11-24T15:00"},
               meta::Limit{"time_zone", 1, 64, "IANA name of the zone of that clock"}};
template <>
inline constexpr auto meta::limits<meeting::Proposal> =
    std::array{meta::kMinutes, meta::kPlace, meta::doc("activity", "What you will do; a conversation when left out"),
               meta::Limit{"times", 1, 3, "The other chooses among them"}};
template <>
inline constexpr auto meta::limits<meeting::SeriesProposal> =
    std::array{meta::kMinutes, meta::kPlace, meta::Limit{"times", 2, 12, "One for each, in their order"}};
template <>
inline constexpr auto meta::limits<meeting::OccurrenceQuery> =
    std::array{meta::Limit{"starts_local", 16, 16, "Of the first: 2026-11-24T15:00"},
               meta::Limit{"time_zone", 1, 64, "IANA name of the zone of that clock"},
               meta::Limit{"count", 2, 12, "How many, with the first"},
               meta::Limit{"minutes", 15, 180, "How long each is meant to take; 45 when left out"}};
template <>
inline constexpr auto meta::limits<meeting::Choice> =
    std::array{meta::kVersionRead, meta::doc("starts_at", "One of those on the table")};
template <>
inline constexpr auto meta::limits<meeting::Moving> =
    std::array{meta::kVersionRead, meta::Limit{"times", 1, 3, "The other chooses among them"},
               meta::doc("whose", "Whose side could not; yours when left out, the other's only after it has begun")};
template <>
inline constexpr auto meta::limits<meeting::WhereChange> = std::array{meta::kVersionRead, meta::kMinutes, meta::kPlace};
template <>
inline constexpr auto meta::limits<meeting::Holding> = std::array{meta::kVersionRead};
template <>
inline constexpr auto meta::limits<meeting::Cancelling> =
    std::array{meta::kVersionRead,
               meta::doc("whose", "Whose side could not; yours when left out, the other's only after it has begun")};
template <>
inline constexpr auto meta::limits<meeting::FreeBusySearch> = std::array{
    meta::Limit{"free_busy_address", 1, 2000, "Of your own calendar, https; read once, kept and logged nowhere"},
    meta::Limit{"minutes", 15, 180, "How long it is meant to take; 45 when left out"},
    meta::doc("from_on", "The first day looked at; when left out, by how often the two agreed to meet")};
template <>
inline constexpr auto meta::limits<meeting::SlotQuery> =
    std::array{meta::Limit{"minutes", 15, 180, "How long it is meant to take; 45 when left out"},
               meta::doc("from_on", "The first day looked at; when left out, by how often the two agreed to meet")};
