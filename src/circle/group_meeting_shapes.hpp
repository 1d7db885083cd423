#pragma once
// What goes in and out about group meetings.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "circle/group_meeting.hpp"
#include "programme/called.hpp"

namespace circle {

struct GroupMeetingInput {
    std::int32_t version = 0;
    GroupMeetingKind kind = GroupMeetingKind::kick_off;
    std::string title;
    GroupAsked asked = GroupAsked::everyone;
    bool by_sponsor = false;
    std::string starts_local;
    std::string time_zone;
    std::int32_t minutes = kUsualGroupMinutes;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingInput, (),
                      (version, kind, title, asked, by_sponsor, starts_local, time_zone, minutes, place))

struct GroupMeetingRead {
    std::int32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingRead, (), (version))

enum class GroupMeetingAction { change, call_off };
BOOST_DESCRIBE_ENUM(GroupMeetingAction, change, call_off)

struct GroupMeetingAnswer {
    GroupMeetingId id;
    ProgrammeId programme_id;
    programme::Called programme;
    GroupMeetingKind kind = GroupMeetingKind::kick_off;
    std::string title;
    GroupAsked asked = GroupAsked::everyone;
    bool by_sponsor = false;
    std::optional<std::string> sponsor_name;  // in whose name it is convened
    std::int32_t version = 0;
    std::string starts_local;
    std::string time_zone;
    base::Instant starts_at;
    std::int32_t minutes = kUsualGroupMinutes;
    std::string place;
    bool is_called_off = false;
    std::vector<GroupMeetingAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingAnswer, (),
                      (id, programme_id, programme, kind, title, asked, by_sponsor, sponsor_name, version, starts_local,
                       time_zone, starts_at, minutes, place, is_called_off, allowed_actions))

// For whoever coordinates.
struct GroupMeetings {
    std::vector<GroupMeetingAnswer> items;  // the latest to begin first
    std::int64_t everyone = 0;              // how many people would be told
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::string time_zone;                    // of the organisation
    std::optional<std::string> sponsor_name;  // who has accepted, and may convene
    bool may_set = false;
};
BOOST_DESCRIBE_STRUCT(GroupMeetings, (), (items, everyone, mentors, mentees, time_zone, sponsor_name, may_set))

// For whoever is asked: those ahead, the next first.
struct OwnGroupMeetings {
    std::vector<GroupMeetingAnswer> items;
};
BOOST_DESCRIBE_STRUCT(OwnGroupMeetings, (), (items))

}  // namespace circle

template <>
inline constexpr auto meta::limits<circle::GroupMeetingInput> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "The one it was read with; 0 for a new one"},
               meta::Limit{"title", 1, 120, "As it stands on the page; a calendar is told that there is a date"},
               meta::doc("asked", "Everybody who takes part, or one side"),
               meta::doc("by_sponsor", "Convened in the name of the sponsor, who has accepted; they are told as well"),
               meta::Limit{"starts_local", 16, 16, "What the clock on the wall will say: 2026-11-24T15:00"},
               meta::Limit{"time_zone", 1, 64, "IANA name of the zone of that clock"},
               meta::Limit{"minutes", 15, circle::kMostGroupMinutes, "How long it is meant to take"},
               meta::Limit{"place", 0, 500, "A room, an address or a link; mails and calendars name it"}};
template <>
inline constexpr auto meta::limits<circle::GroupMeetingRead> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "The one it was read with"}};
template <>
inline constexpr auto meta::limits<circle::GroupMeetings> = std::array{
    meta::doc("everyone", "How many people take part, and would be told"),
    meta::doc("time_zone", "Of the organisation"), meta::doc("sponsor_name", "Who has accepted, and may convene")};
