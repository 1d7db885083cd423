#pragma once
// The draw as everybody of the programme may check it: the seed, and each ticket with its place. A ticket is the id of
// an enrolment; whose it is, nobody learns here but its owner.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "programme/enrolment.hpp"

namespace programme {

struct DrawnTicket {
    std::int32_t place = 1;
    EnrolmentId ticket;
};
BOOST_DESCRIBE_STRUCT(DrawnTicket, (), (place, ticket))

struct ShownTicket {
    std::int32_t place = 1;
    EnrolmentId ticket;
    std::string number;
    bool is_yours = false;
};
BOOST_DESCRIBE_STRUCT(ShownTicket, (), (place, ticket, number, is_yours))

struct DrawShown {
    std::optional<std::int64_t> seed;  // empty: not drawn yet
    std::vector<ShownTicket> mentor;
    std::vector<ShownTicket> mentee;
};
BOOST_DESCRIBE_STRUCT(DrawShown, (), (seed, mentor, mentee))

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::ShownTicket> =
    std::array{meta::doc("place", "1 is first"),
               meta::doc("number", "SHA-256, in hex, of the seed, a space and the ticket; lowest first")};
