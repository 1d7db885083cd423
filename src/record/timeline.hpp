#pragma once
// The pair as a timeline, for its two alone: what has been, and the dates ahead. Worked out from what the other rooms
// keep, when it is read; nothing of it is kept here. It holds what both may see and no more: no answer and no signature
// before both have given theirs, no tick or goal without its day, nobody's reason. Who moved or cancelled is the two's
// (rules B).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe.hpp>

#include "meeting/meeting_store.hpp"
#include "meeting/teach_back.hpp"
#include "pairing/agreement.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/goal.hpp"
#include "survey/survey.hpp"

namespace record {

inline constexpr std::size_t kMostMoments = 100;  // that lie behind

// In the order in which they follow each other where they fall together.
enum class MomentKind {
    suggested,
    brought,  // a pair that met before the programme
    both_happy,
    first_meeting,
    went_on,
    agreement_signed,
    started,
    meeting_set,
    meeting_moved,
    meeting_cancelled,
    meeting_held,
    shown,
    goal_reached,
    paused,
    resumed,
    half_way,
    looked_back,
    planned_end,
    set_aside,
    finished,
    targets_again,
};
BOOST_DESCRIBE_ENUM(MomentKind, suggested, brought, both_happy, first_meeting, went_on, agreement_signed, started,
                    meeting_set, meeting_moved, meeting_cancelled, meeting_held, shown, goal_reached, paused, resumed,
                    half_way, looked_back, planned_end, set_aside, finished, targets_again)

struct Moment {
    MomentKind kind = MomentKind::suggested;
    base::Day on;
    std::optional<base::Instant> at = {};      // of a date
    std::optional<base::Instant> was_at = {};  // of a date that did not stand: what it had been
    std::optional<meeting::MeetingId> meeting_id = {};
    std::optional<pairing::Side> side = {};   // whose change or goal
    std::optional<std::int32_t> number = {};  // of the conversation, or the version of the agreement
    std::optional<meeting::Activity> activity = {};
    std::string text = {};  // of a goal; the name of a topic

    auto operator<=>(Moment const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Moment, (), (kind, on, at, was_at, meeting_id, side, number, activity, text))

struct Timeline {
    pairing::Side side = pairing::Side::mentor;  // yours
    std::vector<Moment> ahead;                   // the next first
    std::vector<Moment> behind;                  // the latest first
};
BOOST_DESCRIBE_STRUCT(Timeline, (), (side, ahead, behind))

struct Pause {
    base::Day paused_on;
    std::optional<base::Day> resumed_on;
};
BOOST_DESCRIBE_STRUCT(Pause, (), (paused_on, resumed_on))

// What was put to both, half way and at the end.
struct AskedBoth {
    survey::Kind kind = survey::Kind::midpoint;
    base::Day opened_on;
};
BOOST_DESCRIBE_STRUCT(AskedBoth, (), (kind, opened_on))

struct Shown {
    std::string topic;  // by its name
    base::Day on;
};

// Everything of a pair that its timeline is made of.
struct Life {
    pairing::Pairing pairing;
    std::optional<base::Instant> suggested_at;
    std::optional<pairing::ExploratoryMeeting> first_meeting;
    std::vector<pairing::SignedVersion> signed_versions;
    std::optional<base::Day> ends_on;  // by the agreement
    std::vector<meeting::Meeting> meetings;
    std::vector<meeting::store::MeetingChange> changes;
    std::vector<pairing::Goal> goals;
    std::vector<Shown> shown;
    std::vector<Pause> pauses;
    std::vector<AskedBoth> asked;
};

// As one of the two sees it, on their clock.
Timeline timeline_of(Life const& life, pairing::Side side, base::Instant now, std::string const& time_zone);

}  // namespace record

template <>
inline constexpr auto meta::limits<record::Moment> =
    std::array{meta::doc("on", "On your clock"),
               meta::doc("at", "Of a date"),
               meta::doc("was_at", "Of a date that did not stand: what it had been"),
               meta::doc("side", "Whose change, or whose goal; null for a date called off with the pair"),
               meta::doc("number", "Of the conversation, or the version of the agreement"),
               meta::doc("text", "The words of a goal, or the name of a topic; else empty")};
template <>
inline constexpr auto meta::limits<record::Timeline> =
    std::array{meta::doc("ahead", "The next first"), meta::doc("behind", "The latest first; a hundred at most")};
