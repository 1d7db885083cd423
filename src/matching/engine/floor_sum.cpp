#include "matching/engine/floor_sum.hpp"

#include <algorithm>
#include <array>

#include "matching/engine/auction.hpp"
#include "matching/engine/shortest_paths.hpp"

namespace matching::engine {

namespace {

class Remainder {
  public:
    explicit Remainder(FloorMarket const& market) : market_(market) {
        for (auto const side : {kMentors, kMentees})
            for (Index person = 0; person < market.people(side); ++person) {
                is_late_[side].push_back(market.is_filled_late(side, person));
                has_late_ = has_late_ || is_late_[side].back();
            }
        for (std::uint32_t choice = 0; choice < market.choices(); ++choice) {
            least_ = std::min(least_, market.choice(choice).benefit);
            most_ = std::max(most_, market.choice(choice).benefit);
        }
    }

    [[nodiscard]] base::Result<BestAnswer> find(Progress const& progress) const {
        for (auto const bonus : bonuses()) {
            auto const left = options_left(bonus);
            TRY(answer, find_best(left, Priority::most_pairs, progress));
            if (fills_who_must(left, answer)) return whole(left, answer, bonus, {0, bonus});
        }
        auto const left = options_left(0);
        std::vector<Worth> worth;
        for (Index mentor = 0; mentor < left.mentors.size(); ++mentor)
            for (auto const& option : left.options_of(mentor))
                worth.push_back({is_late(mentor, option.mentee) ? 2 : 1, option.benefit});
        TRY(answer, find_best_by_paths(left, std::move(worth), progress));
        return whole(left, answer, 0, {1, 0});
    }

  private:
    // Of two people at most one is late: the other one's side is full in every largest set.
    [[nodiscard]] bool is_late(Index mentor, Index mentee) const {
        return is_late_[kMentors][mentor] || is_late_[kMentees][mentee];
    }

    // One range of benefits is most often enough, and the smaller it is the sooner an auction has ended.
    [[nodiscard]] std::vector<std::int32_t> bonuses() const {
        if (!has_late_) return {0};
        if (least_ < -kMostWorth || most_ >= kMostWorth) return {};
        std::vector<std::int32_t> bonuses;
        auto const greatest = kMostWorth - most_;
        static constexpr std::int64_t kMoreRanges = 16;
        for (auto bonus = std::int64_t{most_} - least_ + 1; bonus < greatest; bonus *= kMoreRanges)
            bonuses.push_back(static_cast<std::int32_t>(bonus));
        bonuses.push_back(greatest);
        return bonuses;
    }

    [[nodiscard]] Market options_left(std::int32_t bonus) const {
        auto const& all = market_.market();
        Market left;
        left.mentors = all.mentors;
        left.mentees = all.mentees;
        for (Index i = 0; i < all.mentors.size(); ++i) left.mentor_places.push_back(market_.places(kMentors, i));
        for (Index j = 0; j < all.mentees.size(); ++j) left.mentee_places.push_back(market_.places(kMentees, j));
        left.options = OptionTable(all.mentees.size(), least_, most_ + bonus);
        left.options.reserve(market_.choices());
        left.first_option.push_back(0);
        for (Index mentor = 0; mentor < all.mentors.size(); ++mentor) {
            market_.each_choice(kMentors, mentor, [&](std::uint32_t at) {
                auto const& choice = market_.choice(at);
                auto const mentee = choice.person[kMentees];
                if (market_.state(at) == ChoiceState::open || market_.state(at) == ChoiceState::held)
                    left.options.push_back({mentee, choice.benefit + (is_late(mentor, mentee) ? bonus : 0)});
                return true;
            });
            if (has_late_) left.options.order(left.first_option.back(), left.options.size());
            left.first_option.push_back(static_cast<std::uint32_t>(left.options.size()));
        }
        return left;
    }

    [[nodiscard]] bool fills_who_must(Market const& left, BestAnswer const& answer) const {
        auto mentor_places = left.mentor_places;
        auto mentee_places = left.mentee_places;
        for (Index mentor = 0; mentor < left.mentors.size(); ++mentor)
            for (auto at = left.first_option[mentor]; at < left.first_option[mentor + 1]; ++at)
                if (answer.taken[at]) {
                    --mentor_places[mentor];
                    --mentee_places[left.options[at].mentee];
                }
        auto const are_full = [](std::vector<bool> const& late, std::vector<std::int32_t> const& places) {
            for (std::size_t i = 0; i < late.size(); ++i)
                if (late[i] && places[i] > 0) return false;
            return true;
        };
        return are_full(is_late_[kMentors], mentor_places) && are_full(is_late_[kMentees], mentee_places);
    }

    // As an answer to the whole market; what somebody late was worth beside their benefits is taken off their price.
    [[nodiscard]] BestAnswer whole(Market const& left, BestAnswer answer, std::int32_t bonus, Worth off) const {
        auto const& all = market_.market();
        std::vector<bool> taken(all.options.size(), false);
        for (auto const option : market_.fixed()) taken[option] = true;
        for (Index mentor = 0; mentor < left.mentors.size(); ++mentor)
            for (auto at = left.first_option[mentor]; at < left.first_option[mentor + 1]; ++at) {
                if (!answer.taken[at]) continue;
                auto option = left.options[at];
                if (is_late(mentor, option.mentee)) option.benefit -= bonus;
                taken[all.option_between(mentor, option)] = true;
            }
        answer.taken = std::move(taken);
        for (std::size_t i = 0; i < is_late_[kMentors].size(); ++i)
            if (is_late_[kMentors][i]) answer.mentor_prices[i] = answer.mentor_prices[i] - off;
        for (std::size_t j = 0; j < is_late_[kMentees].size(); ++j)
            if (is_late_[kMentees][j]) answer.mentee_prices[j] = answer.mentee_prices[j] - off;
        return answer;
    }

    FloorMarket const& market_;
    std::array<std::vector<bool>, 2> is_late_;
    bool has_late_ = false;
    std::int32_t least_ = 0;
    std::int32_t most_ = 0;
};

}  // namespace

base::Result<BestAnswer> find_greatest_sum(FloorMarket const& market, Progress const& progress) {
    return Remainder(market).find(progress);
}

}  // namespace matching::engine
