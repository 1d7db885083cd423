#pragma once
// What becomes of the agreement's outcomes: goals with their steps, moved on by either of the two; how far each can do
// a topic (evidence 2.3, KNOW); and at the end one to three targets a side, looked at again after ninety days (R32,
// R41).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "pairing/agreement.hpp"
#include "platform/meta.hpp"
#include "programme/closing.hpp"

namespace pairing {

inline constexpr std::size_t kMostGoals = 3;  // a side; the first two places are those of its outcomes

struct GoalStep {
    std::string text;
    bool is_done = false;

    auto operator<=>(GoalStep const&) const = default;
};
BOOST_DESCRIBE_STRUCT(GoalStep, (), (text, is_done))

struct Goal {
    Side side = Side::mentor;   // whose
    std::int32_t position = 1;  // 1..3 of that side
    std::int32_t version = 0;   // 0: an outcome of the agreement, not written down as a goal yet
    std::string text;
    std::vector<GoalStep> steps;
    bool is_reached = false;
    std::optional<base::Day> reached_on = {};  // since when; unknown for what was reached before days were kept

    auto operator<=>(Goal const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Goal, (), (side, position, version, text, steps, is_reached, reached_on))

// The goals as written, and for each outcome without one a goal of version 0 with its words.
std::vector<Goal> goals_with_outcomes(std::vector<Goal> written, Agreement const& agreement);
// Since when a goal that is saved today is reached: as long as it stays so, since the day on which it first was.
std::optional<base::Day> reached_since(Goal const& saved, Goal const* before, base::Day today);
// Trimmed, without empty steps. Refuses the wrong version (`stale`), nothing written, and a pair that is over or has
// not begun. `standing`: the version that stands, 0 for none.
base::Result<Goal> change_goal(Pairing const& pairing, std::int32_t standing, Goal wanted);

// 0 have hardly heard of it, 1 could follow a conversation, 2 with somebody beside me, 3 on my own, 4 could show it to
// somebody. `looking_back`: where they now think they stood at the start, asked at the end (evidence 2.3, then-test).
struct LadderMark {
    std::string topic;
    std::optional<std::int32_t> start;
    std::optional<std::int32_t> now;
    std::optional<std::int32_t> looking_back;

    auto operator<=>(LadderMark const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LadderMark, (), (topic, start, now, looking_back))
// Each topic once and among those that the other brings and they want (`unknown`, `twice` at /marks/<position>/topic).
base::Result<bool> check_ladder(std::vector<LadderMark> const& marks, std::vector<std::string> const& topics);

enum class Kept { kept, partly, not_yet };
BOOST_DESCRIBE_ENUM(Kept, kept, partly, not_yet)

struct Echo {
    std::vector<std::optional<Kept>> kept;  // of each target, in their order
    std::string stuck;                      // what stayed

    auto operator<=>(Echo const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Echo, (), (kept, stuck))

inline constexpr int kEchoDays = programme::kDaysToEcho;
// What the two wrote is kept for 90 days after the echo (rules D14), and nothing is written down any more that would
// stay behind (`no_longer_kept`).
inline constexpr int kKeptDays = kEchoDays + programme::kDaysKeptAfterEcho;
base::Result<bool> check_kept(Pairing const& pairing, base::Day today);
// The day on which what the two wrote is deleted; empty while the pair is not over.
std::optional<base::Day> kept_until(Pairing const& pairing);
// From this day on; empty while the pair is not over.
std::optional<base::Day> echo_on(Pairing const& pairing);
base::Result<bool> may_set_targets(Pairing const& pairing, base::Day today);
base::Result<bool> may_echo(Pairing const& pairing, base::Day today);

base::Refusal goal_without_words();
base::Refusal echo_too_early();
base::Refusal no_longer_kept();

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::GoalStep> = std::array{meta::Limit{"text", 0, 200}};
template <>
inline constexpr auto meta::limits<pairing::LadderMark> = std::array{
    meta::Limit{"topic", 1, 8, "The key of a topic that your partner brings and you want"},
    meta::Limit{"start", 0, 4, "From 0, have hardly heard of it, to 4, could show another person"},
    meta::Limit{"now", 0, 4}, meta::Limit{"looking_back", 0, 4, "Looking back: where you stood at the start"}};
template <>
inline constexpr auto meta::limits<pairing::Echo> =
    std::array{meta::Limit{"kept", 0, 3, "Of each target, in their order"}, meta::Limit{"stuck", 0, 1000}};
