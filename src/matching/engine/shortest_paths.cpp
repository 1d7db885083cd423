#include "matching/engine/shortest_paths.hpp"

#include <algorithm>
#include <limits>
#include <queue>

namespace matching::engine {

namespace {

constexpr auto kNone = std::numeric_limits<std::size_t>::max();
constexpr Worth kFar{std::numeric_limits<std::int64_t>::max(), 0};

// Invariant between two seatings, for mentor i, mentee j and their option of worth w:
//   open:  profit[i] + price[j] >= w        taken: profit[i] + price[j] <= w
//   profit[i] >= 0, and 0 while i has an empty place whose turn has passed; price[j] >= 0, and 0 while j has one.
// These are the conditions of optimality, so the answer is best at every step for the places seated so far.
class Seating {
  public:
    Seating(Market const& market, std::vector<Worth> worth)
        : market_(market),
          mentor_count_(market.mentors.size()),
          worth_(std::move(worth)),
          mentor_of_(market.options.size()),
          taken_(market.options.size(), false),
          holds_(market.mentees.size()),
          profit_(mentor_count_),
          price_(market.mentees.size()),
          distance_(mentor_count_ + market.mentees.size(), kFar),
          via_(distance_.size(), kNone) {
        for (std::size_t i = 0; i < mentor_count_; ++i)
            for (auto e = market.first_option[i]; e < market.first_option[i + 1]; ++e) mentor_of_[e] = i;
    }

    void seat_all_places_of(std::size_t mentor) {
        profit_[mentor] = best_offer_to(mentor);
        for (auto place = market_.mentor_places[mentor]; place > 0; --place)
            if (!seat(mentor)) return;
    }

    BestAnswer answer() && { return {std::move(taken_), std::move(profit_), std::move(price_)}; }

  private:
    struct Step {
        Worth distance;
        std::size_t node;  // a mentor, or mentor_count_ + a mentee
        bool operator>(Step const& other) const {
            return distance != other.distance ? distance > other.distance : node > other.node;
        }
    };

    [[nodiscard]] Worth best_offer_to(std::size_t mentor) const {
        Worth best;
        for (auto e = market_.first_option[mentor]; e < market_.first_option[mentor + 1]; ++e)
            best = std::max(best, worth_[e] - price_[market_.options[e].mentee]);
        return best;
    }

    // Finds the cheapest way to fill one more place of `source`: a chain of swaps that ends with a mentee who has a
    // place free, or with a mentor who gives one up. False if leaving the place empty is as good.
    bool seat(std::size_t source) {
        goal_ = kNone;
        goal_distance_ = kFar;
        reach(source, Worth{}, kNone);
        while (!queue_.empty() && queue_.top().distance < goal_distance_) {
            auto const step = queue_.top();
            queue_.pop();
            if (step.distance != distance_[step.node]) continue;
            if (step.node < mentor_count_)
                leave_mentor(step.node, step.distance);
            else
                leave_mentee(step.node - mentor_count_, step.distance);
        }
        move_prices();
        auto const seated = goal_ != source;
        if (seated) swap_along_path(source);
        forget_search();
        return seated;
    }

    void reach(std::size_t node, Worth distance, std::size_t via) {
        if (!(distance < distance_[node]) || !(distance < goal_distance_)) return;
        if (distance_[node] == kFar) reached_.push_back(node);
        distance_[node] = distance;
        via_[node] = via;
        queue_.push({distance, node});
    }

    void end_at(std::size_t node, Worth distance) {
        if (!(distance < goal_distance_)) return;
        goal_ = node;
        goal_distance_ = distance;
    }

    void leave_mentor(std::size_t mentor, Worth distance) {
        end_at(mentor, distance + profit_[mentor]);
        for (auto e = market_.first_option[mentor]; e < market_.first_option[mentor + 1]; ++e) {
            if (taken_[e]) continue;
            auto const mentee = market_.options[e].mentee;
            reach(mentor_count_ + mentee, distance + (profit_[mentor] + price_[mentee] - worth_[e]), e);
        }
    }

    void leave_mentee(std::size_t mentee, Worth distance) {
        if (std::ssize(holds_[mentee]) < market_.mentee_places[mentee])
            return end_at(mentor_count_ + mentee, distance + price_[mentee]);
        for (auto const e : holds_[mentee]) {
            auto const mentor = mentor_of_[e];
            reach(mentor, distance + (worth_[e] - profit_[mentor] - price_[mentee]), e);
        }
    }

    void move_prices() {
        for (auto const node : reached_) {
            if (!(distance_[node] < goal_distance_)) continue;
            auto const gain = goal_distance_ - distance_[node];
            if (node < mentor_count_)
                profit_[node] = profit_[node] - gain;
            else
                price_[node - mentor_count_] += gain;
        }
    }

    void swap_along_path(std::size_t source) {
        auto node = goal_;
        if (node < mentor_count_) node = give_up(via_[node]);
        for (;;) {
            auto const e = via_[node];
            taken_[e] = true;
            holds_[node - mentor_count_].push_back(e);
            auto const mentor = mentor_of_[e];
            if (mentor == source) return;
            node = give_up(via_[mentor]);
        }
    }

    // Takes the option from its mentee, whose node it returns.
    std::size_t give_up(std::size_t option) {
        auto const mentee = market_.options[option].mentee;
        taken_[option] = false;
        std::erase(holds_[mentee], option);
        return mentor_count_ + mentee;
    }

    void forget_search() {
        for (auto const node : reached_) {
            distance_[node] = kFar;
            via_[node] = kNone;
        }
        reached_.clear();
        queue_ = {};
    }

    Market const& market_;
    std::size_t mentor_count_;
    std::vector<Worth> worth_;            // per option
    std::vector<std::size_t> mentor_of_;  // per option
    std::vector<bool> taken_;             // per option
    std::vector<std::vector<std::size_t>> holds_;
    std::vector<Worth> profit_;
    std::vector<Worth> price_;

    std::vector<Worth> distance_;   // per node
    std::vector<std::size_t> via_;  // per node: the option it was reached by
    std::vector<std::size_t> reached_;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> queue_;
    std::size_t goal_ = kNone;
    Worth goal_distance_ = kFar;
};

}  // namespace

base::Result<BestAnswer> find_best_by_paths(Market const& market, Priority priority, Progress const& progress) {
    std::vector<Worth> worth;
    worth.reserve(market.options.size());
    for (auto const& option : market.options) worth.push_back(worth_of_couple(option.benefit, priority));
    return find_best_by_paths(market, std::move(worth), progress);
}

base::Result<BestAnswer> find_best_by_paths(Market const& market, std::vector<Worth> worth, Progress const& progress) {
    static constexpr std::size_t kBetweenReports = 256;
    Seating seating(market, std::move(worth));
    for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor) {
        if (progress && mentor % kBetweenReports == 0 && !progress(mentor, market.mentors.size())) return cancelled();
        seating.seat_all_places_of(mentor);
    }
    return std::move(seating).answer();
}

}  // namespace matching::engine
