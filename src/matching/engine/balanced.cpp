#include "matching/engine/balanced.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <span>

namespace matching::engine {

namespace {

constexpr std::size_t kNoOption = std::numeric_limits<std::size_t>::max();

// Options: the two who are joined, what each of them leaves for it, and those who are left, joined in turn.
struct Exchange {
    std::size_t joined = kNoOption;
    std::size_t left_by_mentor = kNoOption;
    std::size_t left_by_mentee = kNoOption;
    std::size_t joined_instead = kNoOption;
};

class Exchanging {
  public:
    Exchanging(Market const& market, std::vector<bool>& taken)
        : market_(market),
          taken_(taken),
          mentor_of_(market.options.size()),
          first_of_mentee_(market.mentees.size() + 1, 0),
          free_of_mentor_(market.mentor_places),
          free_of_mentee_(market.mentee_places) {
        for (Index mentor = 0; mentor < market.mentors.size(); ++mentor)
            for (auto at = market.first_option[mentor]; at < market.first_option[mentor + 1]; ++at) {
                mentor_of_[at] = mentor;
                ++first_of_mentee_[market.options[at].mentee + 1];
                if (!taken[at]) continue;
                --free_of_mentor_[mentor];
                --free_of_mentee_[market.options[at].mentee];
            }
        for (std::size_t j = 1; j < first_of_mentee_.size(); ++j) first_of_mentee_[j] += first_of_mentee_[j - 1];
        of_mentors_.resize(market.options.size());
        std::iota(of_mentors_.begin(), of_mentors_.end(), std::size_t{0});
        for (Index mentor = 0; mentor < market.mentors.size(); ++mentor)
            std::sort(of_mentors_.begin() + market.first_option[mentor],
                      of_mentors_.begin() + market.first_option[mentor + 1],
                      [&](std::size_t a, std::size_t b) { return option(a).mentee < option(b).mentee; });
        of_mentees_.resize(market.options.size());
        auto next = first_of_mentee_;
        for (std::size_t at = 0; at < market.options.size(); ++at) of_mentees_[next[market.options[at].mentee]++] = at;
        for (Index mentor = 0; mentor < market.mentors.size(); ++mentor)
            least_of_mentor_.push_back(find_least_of_mentor(mentor));
        for (Index mentee = 0; mentee < market.mentees.size(); ++mentee)
            least_of_mentee_.push_back(find_least_of_mentee(mentee));
    }

    // Whether anything was exchanged.
    bool go_through(Index mentor) {
        bool changed = false;
        for (auto const at : options_of_mentor(mentor))
            if (blocks(at) && exchange_for(at)) changed = true;
        return changed;
    }

  private:
    [[nodiscard]] Option option(std::size_t at) const { return market_.options[at]; }
    [[nodiscard]] OwnBenefits const& own(std::size_t at) const { return market_.own_benefits[at]; }

    // The option somebody would give up first; kNoOption if they hold none.
    [[nodiscard]] std::size_t find_least_of_mentor(Index mentor) const {
        auto least = kNoOption;
        for (auto const at : options_of_mentor(mentor))
            if (taken_[at] && (least == kNoOption || own(at).mentor < own(least).mentor)) least = at;
        return least;
    }
    [[nodiscard]] std::size_t find_least_of_mentee(Index mentee) const {
        auto least = kNoOption;
        for (auto const at : options_of_mentee(mentee))
            if (taken_[at] && (least == kNoOption || own(at).mentee < own(least).mentee)) least = at;
        return least;
    }
    [[nodiscard]] std::span<std::size_t const> options_of_mentor(Index mentor) const {
        return std::span(of_mentors_)
            .subspan(market_.first_option[mentor], market_.first_option[mentor + 1] - market_.first_option[mentor]);
    }
    [[nodiscard]] std::span<std::size_t const> options_of_mentee(Index mentee) const {
        return std::span(of_mentees_)
            .subspan(first_of_mentee_[mentee], first_of_mentee_[mentee + 1] - first_of_mentee_[mentee]);
    }

    [[nodiscard]] bool blocks(std::size_t at) const {
        if (taken_[at]) return false;
        auto const mentor = mentor_of_[at];
        auto const mentee = option(at).mentee;
        if (free_of_mentor_[mentor] == 0) {
            auto const least = least_of_mentor_[mentor];
            if (least == kNoOption || own(at).mentor <= own(least).mentor) return false;
        }
        if (free_of_mentee_[mentee] > 0) return true;
        auto const least = least_of_mentee_[mentee];
        return least != kNoOption && own(at).mentee > own(least).mentee;
    }

    bool exchange_for(std::size_t at) {
        Exchange exchange{at};
        auto const mentor = mentor_of_[at];
        auto const mentee = option(at).mentee;
        if (free_of_mentor_[mentor] == 0) exchange.left_by_mentor = least_of_mentor_[mentor];
        if (free_of_mentee_[mentee] == 0) exchange.left_by_mentee = least_of_mentee_[mentee];
        if (exchange.left_by_mentor != kNoOption && exchange.left_by_mentee != kNoOption) {
            exchange.joined_instead =
                option_between(mentor_of_[exchange.left_by_mentee], option(exchange.left_by_mentor).mentee);
            if (exchange.joined_instead == kNoOption || taken_[exchange.joined_instead]) return false;
        }
        if (!costs_nothing(exchange)) return false;
        auto const before = blocking_around(exchange);
        apply(exchange, true);
        if (blocking_around(exchange) < before) return true;
        apply(exchange, false);
        return false;
    }

    [[nodiscard]] std::size_t option_between(Index mentor, Index mentee) const {
        auto const options = options_of_mentor(mentor);
        auto const at = std::lower_bound(options.begin(), options.end(), mentee,
                                         [&](std::size_t o, Index wanted) { return option(o).mentee < wanted; });
        return at == options.end() || option(*at).mentee != mentee ? kNoOption : *at;
    }

    [[nodiscard]] bool costs_nothing(Exchange const& exchange) const {
        std::int64_t pairs = 0;
        std::int64_t benefit = 0;
        auto const add = [&](std::size_t at, int times) {
            if (at == kNoOption) return;
            pairs += times;
            benefit += std::int64_t{times} * option(at).benefit;
        };
        add(exchange.joined, 1);
        add(exchange.joined_instead, 1);
        add(exchange.left_by_mentor, -1);
        add(exchange.left_by_mentee, -1);
        return pairs == 0 && benefit == 0;
    }

    void apply(Exchange const& exchange, bool forward) {
        auto const set = [&](std::size_t at, bool is_taken) {
            if (at == kNoOption) return;
            taken_[at] = is_taken;
            free_of_mentor_[mentor_of_[at]] += is_taken ? -1 : 1;
            free_of_mentee_[option(at).mentee] += is_taken ? -1 : 1;
            least_of_mentor_[mentor_of_[at]] = find_least_of_mentor(mentor_of_[at]);
            least_of_mentee_[option(at).mentee] = find_least_of_mentee(option(at).mentee);
        };
        set(exchange.left_by_mentor, !forward);
        set(exchange.left_by_mentee, !forward);
        set(exchange.joined, forward);
        set(exchange.joined_instead, forward);
    }

    // Couples that would both rather have each other and of whom one takes part in the exchange.
    [[nodiscard]] std::int64_t blocking_around(Exchange const& exchange) const {
        std::array<Index, 2> const mentors{mentor_of_[exchange.joined], exchange.left_by_mentee == kNoOption
                                                                            ? mentor_of_[exchange.joined]
                                                                            : mentor_of_[exchange.left_by_mentee]};
        std::array<Index, 2> const mentees{option(exchange.joined).mentee,
                                           exchange.left_by_mentor == kNoOption
                                               ? option(exchange.joined).mentee
                                               : option(exchange.left_by_mentor).mentee};
        std::int64_t blocking = 0;
        auto const is_of = [&](Index mentor) { return mentor == mentors[0] || mentor == mentors[1]; };
        for (std::size_t k = 0; k < mentors.size(); ++k) {
            if (k == 1 && mentors[1] == mentors[0]) continue;
            for (auto const at : options_of_mentor(mentors[k])) blocking += static_cast<std::int64_t>(blocks(at));
        }
        for (std::size_t k = 0; k < mentees.size(); ++k) {
            if (k == 1 && mentees[1] == mentees[0]) continue;
            for (auto const at : options_of_mentee(mentees[k]))
                blocking += static_cast<std::int64_t>(!is_of(mentor_of_[at]) && blocks(at));
        }
        return blocking;
    }

    Market const& market_;
    std::vector<bool>& taken_;
    std::vector<Index> mentor_of_;  // by option
    std::vector<std::size_t> first_of_mentee_;
    std::vector<std::size_t> of_mentors_;       // options, of each mentor by mentee
    std::vector<std::size_t> of_mentees_;       // options, of each mentee by mentor
    std::vector<std::size_t> least_of_mentor_;  // options
    std::vector<std::size_t> least_of_mentee_;
    std::vector<std::int32_t> free_of_mentor_;
    std::vector<std::int32_t> free_of_mentee_;
};

}  // namespace

base::Result<BestAnswer> find_balanced(Market const& market, Priority priority, Progress const& progress) {
    static constexpr std::size_t kBetweenReports = 1024;
    TRY(best, find_best(market, priority, part_of(progress, 0, 70)));
    Exchanging exchanging(market, best.taken);
    auto const goes_on = part_of(progress, 70, 100);
    // Every exchange leaves fewer blocking couples, so this ends.
    for (bool changed = true; changed;) {
        changed = false;
        for (Index mentor = 0; mentor < market.mentors.size(); ++mentor) {
            if (goes_on && mentor % kBetweenReports == 0 && !goes_on(mentor, market.mentors.size())) return cancelled();
            changed = exchanging.go_through(mentor) || changed;
        }
    }
    return best;
}

}  // namespace matching::engine
