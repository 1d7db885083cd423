#include "pairing/goal.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace pairing {
namespace {

bool stands(std::vector<Goal> const& goals, Side side, std::int32_t position) {
    return std::ranges::any_of(goals, [&](Goal const& goal) { return goal.side == side && goal.position == position; });
}

base::Result<bool> check_begun(Pairing const& pairing) {
    if (!pairing.started_at) return not_started();
    return true;
}

}  // namespace

std::vector<Goal> goals_with_outcomes(std::vector<Goal> written, Agreement const& agreement) {
    for (auto side : {Side::mentor, Side::mentee}) {
        std::int32_t position = 0;
        for (auto const& outcome : agreement.outcomes(side)) {
            ++position;
            if (!stands(written, side, position)) written.push_back({side, position, 0, outcome, {}, false});
        }
    }
    std::ranges::sort(written, {}, [](Goal const& goal) { return std::pair(goal.side, goal.position); });
    return written;
}

base::Result<Goal> change_goal(Pairing const& pairing, std::int32_t standing, Goal wanted) {
    if (!is_live(pairing)) return pairing_over();
    TRY_VOID(check_begun(pairing));
    if (wanted.version != standing) return base::stale("goal");
    wanted.text = base::trim(wanted.text);
    if (wanted.text.empty()) return goal_without_words();
    for (auto& step : wanted.steps) step.text = base::trim(step.text);
    std::erase_if(wanted.steps, [](GoalStep const& step) { return step.text.empty(); });
    ++wanted.version;
    return wanted;
}

std::optional<base::Day> reached_since(Goal const& saved, Goal const* before, base::Day today) {
    if (!saved.is_reached) return std::nullopt;
    return before != nullptr && before->is_reached ? before->reached_on : today;
}

base::Result<bool> check_ladder(std::vector<LadderMark> const& marks, std::vector<std::string> const& topics) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        auto const pointer = "/marks/" + std::to_string(i) + "/topic";
        if (std::ranges::find(topics, marks[i].topic) == topics.end()) return base::invalid(pointer, "unknown");
        if (!seen.insert(marks[i].topic).second) return base::invalid(pointer, "twice");
    }
    return true;
}

std::optional<base::Day> echo_on(Pairing const& pairing) {
    if (stage_of(pairing) != Stage::finished) return std::nullopt;
    return *pairing.closed_on + kEchoDays;
}

std::optional<base::Day> kept_until(Pairing const& pairing) {
    if (!pairing.closed_on) return std::nullopt;
    return *pairing.closed_on + kKeptDays;
}

base::Result<bool> check_kept(Pairing const& pairing, base::Day today) {
    auto const until = kept_until(pairing);
    if (until && today >= *until) return no_longer_kept();
    return true;
}

base::Result<bool> may_set_targets(Pairing const& pairing, base::Day today) {
    TRY_VOID(check_begun(pairing));
    return check_kept(pairing, today);
}

base::Result<bool> may_echo(Pairing const& pairing, base::Day today) {
    auto const from = echo_on(pairing);
    if (!from || today < *from) return echo_too_early();
    return check_kept(pairing, today);
}

base::Refusal goal_without_words() {
    return base::invalid("/text", "too_short", {{"least", "1"}});
}
base::Refusal no_longer_kept() {
    return base::conflict("no_longer_kept", "what the two wrote is deleted, and nothing more is written down");
}
base::Refusal echo_too_early() {
    return base::conflict("echo_too_early", "targets are looked at again ninety days after the end");
}

}  // namespace pairing
