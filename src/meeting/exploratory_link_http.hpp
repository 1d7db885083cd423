#pragma once
// The date of a first conversation by the link from its mail: whoever reads it moves it, an assistant too, without
// signing in (rules 12). A GET changes nothing. It says nothing of an answer, and opens until the date begins.

#include "access/call.hpp"
#include "meeting/exploratory_news.hpp"
#include "meeting/meeting_shapes.hpp"
#include "pairing/exploratory_meeting_shapes.hpp"

namespace meeting {

struct LinkedExploratory : LinkedPair {
    std::int32_t version = 0;
    Time time;
    pairing::MeetingMode mode = pairing::MeetingMode::in_person;
    std::string place;
    std::vector<Slot> slots;  // up to three that fit both, to move it to
};
BOOST_DESCRIBE_STRUCT(LinkedExploratory, (LinkedPair), (version, time, mode, place, slots))

base::Result<LinkedExploratory> show_linked_exploratory(access::Call& call);
base::Result<LinkedExploratory> put_linked_exploratory(access::Call& call, pairing::MeetingChange const& change);

}  // namespace meeting

template <>
inline constexpr auto meta::limits<meeting::LinkedExploratory> =
    std::array{meta::doc("person", "Whose mail it was"), meta::doc("time_zone", "Of that person"),
               meta::doc("slots", "Up to three times that fit both")};
