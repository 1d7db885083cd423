#include "matching/engine/floors.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "matching/engine/floor_chains.hpp"

namespace matching::engine {

namespace {

class Raising {
  public:
    Raising(FloorMarket& market, FloorBounds const& bounds)
        : market_(market),
          most_looks_(bounds.most_looks * market.market().options.size()),
          chains_(market, looks_),
          is_bounded_(std::max(market.people(kMentors), market.people(kMentees)) > bounds.always_raised) {
        static constexpr std::uint64_t kForTheFirst = 4;  // of which nothing but the progress depends
        looks_.most = kForTheFirst * most_looks_ + 1;
        for (Index mentor = 0; mentor < market.people(kMentors); ++mentor)
            behind_.push_back(market.first_choice(mentor + 1));
    }

    base::Result<RaisedFloors> raise(Progress const& progress) {
        for (std::optional<std::int32_t> level = next_level(); level; level = next_level()) {
            if (floors_.size() == kMostFloors) return ended(FloorsEnd::most_floors);
            leave_out_below(*level);
            TRY(is_done, leave_level(*level, progress));
            if (!is_done) return put_back(), ended(FloorsEnd::most_work);
            if (auto const couples = couples_at(*level); couples > 0) settle(*level, couples);
        }
        return ended(FloorsEnd::nothing_above);
    }

  private:
    RaisedFloors ended(FloorsEnd end) { return {std::move(floors_), end}; }

    [[nodiscard]] bool is_floor(std::int32_t benefit) const {
        return std::any_of(floors_.begin(), floors_.end(),
                           [&](Floor const& floor) { return floor.benefit == benefit; });
    }

    // What anybody gains least above the last floor, with the couples at hand.
    [[nodiscard]] std::optional<std::int32_t> next_level() const {
        auto least = std::numeric_limits<std::int64_t>::max();
        auto const last = floors_.empty() ? std::numeric_limits<std::int64_t>::min() : floors_.back().benefit;
        auto const look = [&](std::int32_t benefit) {
            if (benefit > last) least = std::min<std::int64_t>(least, benefit);
        };
        for (Index mentor = 0; mentor < market_.people(kMentors); ++mentor)
            for (auto const choice : market_.held_by(kMentors, mentor)) look(market_.choice(choice).benefit);
        for (auto const option : market_.fixed()) look(market_.market().options[option].benefit);
        if (least == std::numeric_limits<std::int64_t>::max()) return std::nullopt;
        return static_cast<std::int32_t>(least);
    }

    [[nodiscard]] std::int64_t couples_at(std::int32_t level) const {
        std::int64_t couples = 0;
        for (Index mentor = 0; mentor < market_.people(kMentors); ++mentor)
            for (auto const choice : market_.held_by(kMentors, mentor))
                couples += static_cast<std::int64_t>(market_.choice(choice).benefit == level);
        for (auto const option : market_.fixed())
            couples += static_cast<std::int64_t>(market_.market().options[option].benefit == level);
        return couples;
    }

    // Nobody needs them, so nobody may fall back on them.
    void leave_out_below(std::int32_t level) {
        for (Index mentor = 0; mentor < market_.people(kMentors); ++mentor) {
            auto const first = market_.first_choice(mentor);
            auto& behind = behind_[mentor];
            for (; behind > first && market_.choice(behind - 1).benefit < level; --behind) {
                if (market_.state(behind - 1) != ChoiceState::open || is_floor(market_.choice(behind - 1).benefit))
                    continue;
                market_.leave_out(behind - 1);
                left_out_.push_back(behind - 1);
            }
        }
    }

    // False: too much work.
    base::Result<bool> leave_level(std::int32_t level, Progress const& progress) {
        std::vector<std::uint32_t> at_level;
        for (Index mentor = 0; mentor < market_.people(kMentors); ++mentor)
            for (auto const choice : market_.held_by(kMentors, mentor))
                if (market_.choice(choice).benefit == level) at_level.push_back(choice);
        for (auto const choice : at_level) market_.give_up(choice);
        looks_.made += std::uint64_t{market_.people(kMentors)} + market_.people(kMentees);
        chains_.start(level);
        return chains_.fill_all(is_bounded_ && !floors_.empty(), progress);
    }

    void settle(std::int32_t level, std::int64_t couples) {
        floors_.push_back({level, couples, chains_.prices(kMentors), chains_.prices(kMentees)});
        lift_prices(floors_.back());
        if (floors_.size() == 1) looks_.most = looks_.made + most_looks_;
        left_out_.clear();
        for (auto const side : {kMentors, kMentees})
            for (auto const person : chains_.priced(side)) {
                if (chains_.prices(side)[person] > 0) market_.fill_from_now_on(side, person);
                market_.each_choice(side, person, [&](std::uint32_t choice) { return settle_choice(choice), true; });
            }
        for (std::uint32_t choice = 0; choice < market_.choices(); ++choice)
            if (market_.choice(choice).benefit == level) settle_choice(choice);
    }
    // Where everybody is always full, prices may lie below 0, and a proof takes none below it of whoever is in no
    // cover. What both sides pay together stays what it is.
    void lift_prices(Floor& floor) const {
        std::array<std::vector<std::int32_t>*, 2> const prices{&floor.mentor_prices, &floor.mentee_prices};
        auto const& full = market_.full();
        for (auto const near : {kMentors, kMentees}) {
            if (!full.has_no_place_over[near]) continue;
            auto& far_prices = *prices[other(near)];
            std::int32_t least = 0;
            for (std::size_t i = 0; i < far_prices.size(); ++i)
                if (!full.in_cover[other(near)][i]) least = std::min(least, far_prices[i]);
            for (std::size_t i = 0; i < far_prices.size(); ++i)
                if (!full.in_cover[other(near)][i]) far_prices[i] -= least;
            for (std::size_t i = 0; i < prices[near]->size(); ++i)
                if (full.in_cover[near][i]) (*prices[near])[i] += least;
        }
    }
    void settle_choice(std::uint32_t choice) {
        auto const slack = chains_.slack(choice);
        if (market_.state(choice) == ChoiceState::open && slack > 0) market_.leave_out(choice);
        if (market_.state(choice) == ChoiceState::held && slack < 0) market_.fix(choice);
    }

    void put_back() {
        for (auto const choice : left_out_) market_.let_in(choice);
    }

    FloorMarket& market_;
    std::uint64_t most_looks_;
    Looks looks_;
    FloorChains chains_;
    bool is_bounded_;
    std::vector<std::uint32_t> behind_;    // by mentor: from there on no choice is looked at again
    std::vector<std::uint32_t> left_out_;  // since the last floor
    std::vector<Floor> floors_;
};

}  // namespace

base::Result<RaisedFloors> raise_floors(FloorMarket& market, FloorBounds const& bounds, Progress const& progress) {
    return Raising(market, bounds).raise(progress);
}

}  // namespace matching::engine
