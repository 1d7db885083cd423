#pragma once
// How a programme closes (R41): its last day is told to everybody who takes part at least 14 days before, with what
// becomes of their conversations and data; coordinator and sponsor set one to three targets, and thank everybody. On
// the day after, the house closes the programme and completes its pairs. Pure; days are those of the house.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace programme {

inline constexpr int kToldDaysBefore = 14;
inline constexpr int kLatestDaysAhead = 730;
inline constexpr std::size_t kMostClosingTargets = 3;
// Rules D14: the targets of a pair are looked at again 90 days after its end; what the two wrote is kept 90 more.
inline constexpr int kDaysToEcho = 90;
inline constexpr int kDaysKeptAfterEcho = 90;

// What the organisation will do next because of the programme.
struct ClosingTarget {
    std::string text;
    base::Day due_on;
    std::string who;

    auto operator<=>(ClosingTarget const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClosingTarget, (), (text, due_on, who))

struct Closing {
    ProgrammeId programme_id;
    base::AnyId announcement_id;  // new with every day that is told
    base::Day closes_on;          // the last day
    base::Instant announced_at;
    std::string thanks;
    std::optional<base::AnyId> review_id;  // new with every change of the targets; none without targets
    std::optional<base::Instant> agreed_at;
    std::int64_t version = 1;
    std::vector<ClosingTarget> targets;
};
BOOST_DESCRIBE_STRUCT(Closing, (),
                      (programme_id, announcement_id, closes_on, announced_at, thanks, review_id, agreed_at, version))

// What a pair that ends with the programme may count on.
base::Day pairs_end_on(Closing const& closing);
base::Day echo_from(Closing const& closing);
base::Day kept_until(Closing const& closing);
// The house closes the programme now.
bool is_due(Closing const& closing, base::Day today);

base::Day earliest_closing(base::Day today);
// Announces, or changes the day, which is told again; the day that stands already is no change. `id`: for the news.
// Refuses `programme_state` in draft, `programme_closed`, `stale`, and /closes_on: `too_soon`, `too_far`.
base::Result<Closing> announce(Programme const& programme, std::optional<Closing> const& standing, std::int64_t version,
                               base::Day closes_on, base::AnyId id, base::Day today, base::Instant now);

// Other targets take back the sponsor's agreement; other thanks do not. Also after the last day, until the sponsor has
// agreed: the review alone may be finished then. Refuses `stale`, `programme_closed`, and what is blank (`required`).
base::Result<Closing> write_review(State state, Closing closing, std::int64_t version,
                                   std::vector<ClosingTarget> targets, std::string const& thanks, base::AnyId id);
// By the sponsor, to the targets they were shown; again it changes nothing. Refuses `stale`, `nothing_to_agree`.
base::Result<Closing> agree(Closing closing, std::int64_t version, base::Instant now);

// What remains to be done, in this order.
enum class ClosingStep { announce, sponsor, targets, agreement, thanks };
BOOST_DESCRIBE_ENUM(ClosingStep, announce, sponsor, targets, agreement, thanks)
std::vector<ClosingStep> remaining_steps(std::optional<Closing> const& closing, bool has_sponsor);

// Everything but the review of a closed programme is to be read only.
base::Result<bool> check_not_closed(State state);

base::Refusal programme_closed();
base::Refusal closing_not_announced();
base::Refusal nothing_to_agree();

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::ClosingTarget> = std::array{
    meta::Limit{"text", 1, 300, "What the organisation will have done"}, meta::Limit{"who", 1, 120, "Who sees to it"}};
