#pragma once
// The doors of a nudge's mail: no session, the link alone (rules 12). A GET changes nothing, so that a scanner of mails
// presses no button.

#include "access/call.hpp"
#include "meeting/meeting_shapes.hpp"

namespace care {

struct LinkedNudge : meeting::LinkedPair {
    bool has_dates = false;
    std::vector<meeting::Slot> slots;
};
BOOST_DESCRIBE_STRUCT(LinkedNudge, (meeting::LinkedPair), (has_dates, slots))

struct NudgeProposal {
    std::vector<meeting::WantedTime> times;
};
BOOST_DESCRIBE_STRUCT(NudgeProposal, (), (times))

base::Result<LinkedNudge> show_linked_nudge(access::Call& call);
base::Result<LinkedNudge> put_linked_proposal(access::Call& call, NudgeProposal const& proposal);

}  // namespace care

template <>
inline constexpr auto meta::limits<care::LinkedNudge> =
    std::array{meta::doc("person", "Whose mail it was"), meta::doc("time_zone", "Of that person"),
               meta::doc("has_dates", "Times are proposed or a date is set: nothing more is needed"),
               meta::doc("slots", "Up to three times that fit both")};
template <>
inline constexpr auto meta::limits<care::NudgeProposal> =
    std::array{meta::Limit{"times", 1, 3, "The other of the two chooses one of them"}};
