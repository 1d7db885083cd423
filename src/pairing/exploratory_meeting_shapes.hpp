#pragma once
// What comes in about the exploratory meeting; what goes out stands in the pairing.

#include <array>
#include <cstdint>
#include <string>

#include <boost/describe.hpp>

#include "pairing/exploratory_meeting.hpp"
#include "platform/meta.hpp"

namespace pairing {

struct MeetingChange {
    std::int32_t version = 0;  // the one it was read with
    std::string starts_local;
    std::string time_zone;
    MeetingMode mode = MeetingMode::in_person;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(MeetingChange, (), (version, starts_local, time_zone, mode, place))

struct AnswerGiven {
    Answer answer = Answer::go_on;
};
BOOST_DESCRIBE_STRUCT(AnswerGiven, (), (answer))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::MeetingChange> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "The one it was read with; 0 when no date was set"},
               meta::Limit{"starts_local", 16, 16, "What the clock on the wall will say: 2026-11-24T15:00"},
               meta::Limit{"time_zone", 1, 64, "IANA name of the zone of that clock"},
               meta::Limit{"place", 0, 500, "A room, an address or a link; seen by the two alone"}};
