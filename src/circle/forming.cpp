#include "circle/forming.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace circle {
namespace {

// Among so many of the emptiest circles the best is looked for: enough to mix departments, in the largest programme
// too.
constexpr std::size_t kLookedAt = 16;

using Neighbours = std::vector<std::set<std::size_t>>;

// Each by a number, because they are compared often.
std::vector<std::size_t> departments_of(std::vector<Peer> const& peers) {
    std::map<std::string, std::size_t> numbers;
    std::vector<std::size_t> departments;
    for (auto const& peer : peers)
        departments.push_back(numbers.emplace(peer.department, numbers.size()).first->second);
    return departments;
}

Neighbours neighbours_of(std::size_t count, std::vector<Couple> const& couples) {
    Neighbours neighbours(count);
    for (auto [one, other] : couples) {
        neighbours[one].insert(other);
        neighbours[other].insert(one);
    }
    return neighbours;
}

struct Ties {
    std::vector<std::size_t> departments;
    Neighbours apart;
    Neighbours rather_apart;
};

class Seating {
  public:
    Seating(Forming const& forming, Ties const& ties, std::size_t fresh)
        : forming_(forming),
          ties_(ties),
          most_(forming.layout == Layout::one_for_all ? std::numeric_limits<std::size_t>::max() : kMostMembers),
          members_(forming.circles + fresh),
          placed_(forming.peers.size()) {
        for (std::size_t circle = 0; circle < members_.size(); ++circle) with_room_.emplace(0, circle);
        for (std::size_t at = 0; at < forming.peers.size(); ++at)
            if (auto const circle = forming.peers[at].circle) seat(at, *circle);
    }

    void seat_everybody() {
        for (auto peer : in_order())
            if (auto const circle = best_for(peer)) seat(peer, *circle);
    }
    // New circles with too few are none; whoever sat there may still fit elsewhere.
    void dissolve_tiny() {
        for (auto circle = forming_.circles; circle < members_.size(); ++circle) {
            if (members_[circle].size() >= kLeastToBegin) continue;
            with_room_.erase({members_[circle].size(), circle});
            for (auto peer : std::exchange(members_[circle], {})) {
                placed_[peer].reset();
                if (auto const other = best_for(peer)) seat(peer, *other);
            }
        }
    }
    [[nodiscard]] std::size_t unplaced() const {
        return static_cast<std::size_t>(std::ranges::count_if(placed_, [](auto const& circle) { return !circle; }));
    }
    // Without the gaps that dissolved circles left.
    [[nodiscard]] Formed formed() const {
        Formed formed{placed_, forming_.circles};
        for (auto circle = forming_.circles; circle < members_.size(); ++circle) {
            if (members_[circle].empty()) continue;
            for (auto peer : members_[circle]) formed.circle[peer] = formed.circles;
            ++formed.circles;
        }
        return formed;
    }

  private:
    // Whoever has most to keep apart from sits first; then department by department, so that each is dealt out.
    [[nodiscard]] std::vector<std::size_t> in_order() const {
        std::vector<std::size_t> order;
        for (std::size_t at = 0; at < placed_.size(); ++at)
            if (!placed_[at]) order.push_back(at);
        std::ranges::stable_sort(order, [&](std::size_t one, std::size_t other) {
            return std::tuple(ties_.apart[other].size(), ties_.departments[one]) <
                   std::tuple(ties_.apart[one].size(), ties_.departments[other]);
        });
        return order;
    }
    [[nodiscard]] std::optional<std::size_t> best_for(std::size_t peer) const {
        std::optional<std::size_t> best;
        std::tuple<std::size_t, std::size_t, std::size_t> least{};
        std::size_t looked_at = 0;
        for (auto [size, circle] : with_room_) {
            if (!may_sit(peer, circle)) continue;
            std::tuple const cost{count_in(circle, ties_.rather_apart[peer]), of_department(peer, circle), size};
            if (!best || cost < least) std::tie(best, least) = std::tuple(circle, cost);
            if (++looked_at == kLookedAt) break;
        }
        return best;
    }
    [[nodiscard]] std::size_t count_in(std::size_t circle, std::set<std::size_t> const& people) const {
        if (people.empty()) return 0;
        return static_cast<std::size_t>(
            std::ranges::count_if(members_[circle], [&](std::size_t one) { return people.contains(one); }));
    }
    [[nodiscard]] bool may_sit(std::size_t peer, std::size_t circle) const {
        return count_in(circle, ties_.apart[peer]) == 0;
    }
    [[nodiscard]] std::size_t of_department(std::size_t peer, std::size_t circle) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            members_[circle], [&](std::size_t other) { return ties_.departments[other] == ties_.departments[peer]; }));
    }
    void seat(std::size_t peer, std::size_t circle) {
        auto& members = members_[circle];
        with_room_.erase({members.size(), circle});
        members.push_back(peer);
        if (members.size() < most_) with_room_.emplace(members.size(), circle);
        placed_[peer] = circle;
    }

    Forming const& forming_;
    Ties const& ties_;
    std::size_t most_;
    std::vector<std::vector<std::size_t>> members_;
    std::vector<std::optional<std::size_t>> placed_;
    std::set<std::pair<std::size_t, std::size_t>> with_room_;  // size and circle, the emptiest first
};

std::size_t without_circle(Forming const& forming) {
    return static_cast<std::size_t>(
        std::ranges::count_if(forming.peers, [](Peer const& peer) { return !peer.circle; }));
}

// So many places as are left in circles that there are.
std::size_t room_left(Forming const& forming) {
    std::vector<std::size_t> sizes(forming.circles);
    for (auto const& peer : forming.peers)
        if (peer.circle) ++sizes[*peer.circle];
    return std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}, [](std::size_t sum, std::size_t size) {
        return sum + (size < kMostMembers ? kMostMembers - size : 0);
    });
}

// As few as hold everybody who has none and finds no room, with at most eight each.
std::size_t fewest_new(Forming const& forming) {
    if (forming.layout == Layout::one_for_all) return forming.circles == 0 ? 1 : 0;
    auto const newcomers = without_circle(forming);
    auto const room = room_left(forming);
    if (newcomers <= room) return 0;
    return (newcomers - room + kMostMembers - 1) / kMostMembers;
}

}  // namespace

Formed form(Forming const& forming) {
    auto const count = forming.peers.size();
    Ties const ties{departments_of(forming.peers), neighbours_of(count, forming.kept_apart),
                    neighbours_of(count, forming.rather_apart)};
    std::optional<Formed> best;
    std::size_t fewest_unplaced = count + 1;
    // Each further circle may keep apart whom the ones before could not, until one no longer helps; those it would
    // begin too small are dissolved.
    for (auto fresh = fewest_new(forming); fewest_unplaced > 0; ++fresh) {
        Seating seating(forming, ties, fresh);
        seating.seat_everybody();
        seating.dissolve_tiny();
        if (seating.unplaced() >= fewest_unplaced) break;
        best = seating.formed();
        fewest_unplaced = seating.unplaced();
    }
    return *best;
}

std::optional<NoSeat> why_no_seat(Forming const& forming, std::size_t peer, std::size_t circle) {
    auto const sits_there = [&](std::size_t one) { return one != peer && forming.peers[one].circle == circle; };
    for (auto const& [one, other] : forming.kept_apart)
        if ((one == peer && sits_there(other)) || (other == peer && sits_there(one))) return NoSeat::kept_apart;
    std::size_t members = 0;
    for (std::size_t at = 0; at < forming.peers.size(); ++at)
        if (sits_there(at)) ++members;
    if (forming.layout == Layout::small_groups && members >= kMostMembers) return NoSeat::full;
    return std::nullopt;
}

std::vector<Couple> lines_among(std::vector<std::optional<std::size_t>> const& managers,
                                std::vector<std::size_t> const& people) {
    std::map<std::size_t, std::size_t> place;
    for (std::size_t at = 0; at < people.size(); ++at) place.emplace(people[at], at);
    std::vector<Couple> lines;
    for (std::size_t at = 0; at < people.size(); ++at) {
        std::set<std::size_t> passed{people[at]};
        for (auto above = managers[people[at]]; above && passed.insert(*above).second; above = managers[*above])
            if (auto const found = place.find(*above); found != place.end()) lines.emplace_back(at, found->second);
    }
    return lines;
}

}  // namespace circle
