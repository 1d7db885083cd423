#pragma once
// Who waits for a place, in which order, and what is honestly said to them (R17). A status is never older than
// fourteen days; what it says follows from facts and never from a hope.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/time.hpp"
#include "programme/enrolment.hpp"

namespace programme {

enum class WaitingStatus { next_round, no_place_yet, nobody_fits_yet, next_programme };
BOOST_DESCRIBE_ENUM(WaitingStatus, next_round, no_place_yet, nobody_fits_yet, next_programme)

inline constexpr int kStatusLastsDays = 14;

// What is true today for somebody who waits.
struct WaitingFacts {
    State state = State::enrolling;
    bool has_more_rounds = false;
    bool has_free_place = false;  // of their side
    bool is_enrolment_closed = false;
};
WaitingStatus honest_status(WaitingFacts const& facts);
bool needs_renewal(std::optional<base::Day> said_on, base::Day today);

struct Waiting {
    EnrolmentId enrolment;
    base::Instant since;
    std::int32_t urgency = 0;
    std::optional<std::int32_t> lottery_place;
};

// The order in which places are given: by date, by need and then date, or as drawn (who came after the draw is last,
// by date). Equal ones by their ids, which say nothing about anybody.
std::vector<EnrolmentId> in_order(std::vector<Waiting> waiting, WaitingOrder order);

// One draw that anybody can check: each ticket's number is the SHA-256, in hex, of "<seed> <ticket>", and places go by
// number, lowest first, whatever order the tickets come in.
//   printf '%s' '8675309 1f0c...' | sha256sum
std::string draw_number(std::int64_t seed, EnrolmentId ticket);
std::vector<EnrolmentId> draw(std::vector<EnrolmentId> tickets, std::int64_t seed);

}  // namespace programme
