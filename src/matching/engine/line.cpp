#include "matching/engine/line.hpp"

#include <algorithm>
#include <array>

namespace matching::engine {

namespace {

constexpr int kOpenedFrom = 3;  // steps below the top, where the house has as many

std::vector<std::vector<Index>> reports_of(std::vector<TreePlace> const& places) {
    std::vector<std::vector<Index>> reports(places.size());
    for (Index i = 0; i < places.size(); ++i)
        if (places[i].manager) reports[*places[i].manager].push_back(i);
    return reports;
}

// Walks up from everybody, each place once, and forgets the manager where the walk meets itself.
void cut_cycles(std::vector<TreePlace>& places) {
    enum class Mark : std::uint8_t { fresh, on_this_walk, done };
    std::vector<Mark> marks(places.size(), Mark::fresh);
    std::vector<Index> walk;
    for (Index start = 0; start < places.size(); ++start) {
        walk.clear();
        for (auto at = start; marks[at] == Mark::fresh; at = *places[at].manager) {
            marks[at] = Mark::on_this_walk;
            walk.push_back(at);
            if (!places[at].manager) break;
            if (marks[*places[at].manager] == Mark::on_this_walk) {
                places[at].manager.reset();
                break;
            }
        }
        for (auto const at : walk) marks[at] = Mark::done;
    }
}

}  // namespace

ReportingTree::ReportingTree(std::vector<TreePlace> places)
    : places_(std::move(places)),
      first_(places_.size()),
      last_(places_.size()),
      depth_(places_.size(), 0),
      deepest_under_(places_.size(), 0) {
    cut_cycles(places_);
    number_in_pre_order();
}

void ReportingTree::number_in_pre_order() {
    auto const reports = reports_of(places_);
    std::vector<Index> order;
    order.reserve(places_.size());
    std::vector<Index> open;
    for (Index root = 0; root < places_.size(); ++root) {
        if (places_[root].manager) continue;
        open.push_back(root);
        while (!open.empty()) {
            auto const at = open.back();
            open.pop_back();
            first_[at] = last_[at] = static_cast<Index>(order.size());
            if (places_[at].manager) depth_[at] = depth_[*places_[at].manager] + 1;
            deepest_under_[at] = depth_[at];
            order.push_back(at);
            open.insert(open.end(), reports[at].begin(), reports[at].end());
        }
    }
    for (auto at = order.rbegin(); at != order.rend(); ++at)
        if (auto const manager = places_[*at].manager) {
            last_[*manager] = std::max(last_[*manager], last_[*at]);
            deepest_under_[*manager] = std::max(deepest_under_[*manager], deepest_under_[*at]);
        }
}

LineFlaw ReportingTree::flaw_between(Index a, Index b) const {
    if (!places_[a].is_known || !places_[b].is_known) return LineFlaw::unknown_line;
    if ((stands_above(a, b) && !is_opened_to(a, b)) || (stands_above(b, a) && !is_opened_to(b, a)))
        return LineFlaw::above;
    return have_common_manager(a, b) ? LineFlaw::common_manager : LineFlaw::none;
}

std::optional<int> ReportingTree::steps_up(Index below, Index above) const {
    if (!stands_above(above, below)) return std::nullopt;
    return depth_[below] - depth_[above];
}

bool ReportingTree::stands_above(Index above, Index below) const {
    return above != below && first_[above] <= first_[below] && first_[below] <= last_[above];
}

int ReportingTree::opens_from(Index top) const {
    auto const steps_in_house = deepest_under_[top] - depth_[top];
    return std::min(kOpenedFrom, std::max(2, steps_in_house));
}

bool ReportingTree::is_opened_to(Index top, Index below) const {
    if (!places_[top].is_opened || !places_[top].is_above_more_than_half) return false;
    return depth_[below] - depth_[top] >= opens_from(top);
}

bool ReportingTree::have_common_manager(Index a, Index b) const {
    auto const managers_of = [&](Index person) {
        std::array<std::optional<Index>, 2> managers;
        managers[0] = places_[person].manager;
        if (managers[0]) managers[1] = places_[*managers[0]].manager;
        return managers;
    };
    auto const of_b = managers_of(b);
    for (auto const manager : managers_of(a))
        if (manager && !places_[*manager].is_above_more_than_half &&
            std::find(of_b.begin(), of_b.end(), manager) != of_b.end())
            return true;
    return false;
}

}  // namespace matching::engine
