#include "matching/prices.hpp"

#include <algorithm>
#include <array>

namespace matching {

namespace {

struct RuleSwitch {
    PricedRule rule;
    bool (*is_on)(engine::Rules const&);
    void (*leave_out)(engine::Rules&);
};
constexpr std::array kRuleSwitches{
    RuleSwitch{PricedRule::level_gap, [](engine::Rules const& rules) { return rules.gap_least || rules.gap_most; },
               [](engine::Rules& rules) { rules.gap_least = rules.gap_most = std::nullopt; }},
    RuleSwitch{PricedRule::department, [](engine::Rules const& rules) { return rules.other_department; },
               [](engine::Rules& rules) { rules.other_department = false; }},
    RuleSwitch{PricedRule::site, [](engine::Rules const& rules) { return rules.site != engine::SiteRule::any; },
               [](engine::Rules& rules) { rules.site = engine::SiteRule::any; }},
    RuleSwitch{PricedRule::common_time, [](engine::Rules const& rules) { return rules.common_time; },
               [](engine::Rules& rules) { rules.common_time = false; }},
    RuleSwitch{PricedRule::common_language, [](engine::Rules const& rules) { return rules.common_language; },
               [](engine::Rules& rules) { rules.common_language = false; }},
};

constexpr std::array kObjectives{Objective::best, Objective::fair, Objective::stable, Objective::balanced};

class Pricer {
  public:
    Pricer(RunGround ground, RunFound found, engine::Progress const& progress)
        : ground_(std::move(ground)),
          keeping_(ground_.keeping()),
          snapshot_(snapshot_of(ground_.loaded, ground_.looked_for(), found.candidates)),
          as_it_is_(quality_of(found.assignment)),
          progress_(progress) {}

    base::Result<PricesFound> find() {
        TRY_VOID(price_objectives());
        TRY_VOID(price_rules());
        TRY_VOID(price_keeping());
        TRY_VOID(price_wishes(Wish::together, snapshot_.locks));
        TRY_VOID(price_wishes(Wish::apart, snapshot_.bans));
        return std::move(prices_);
    }

  private:
    base::Result<bool> price_objectives() {
        for (auto const objective : kObjectives) {
            TRY_VOID(step());
            snapshot_.objective = objective;
            auto const quality = objective == ground_.run.objective ? as_it_is_ : quality_in(snapshot_);
            if (quality) prices_.objectives.push_back(shown_objective(objective, *quality));
        }
        snapshot_.objective = ground_.run.objective;
        return true;
    }

    base::Result<bool> price_rules() {
        auto const kept = ground_.loaded.world.rules;
        for (auto const& rule : kRuleSwitches) {
            if (!rule.is_on(kept)) continue;
            TRY_VOID(step());
            rule.leave_out(ground_.loaded.world.rules);
            auto const candidates = find_candidates(ground_.loaded.world, candidate_search(ground_));
            auto const quality = quality_in(snapshot_of(ground_.loaded, ground_.looked_for(), *candidates));
            ground_.loaded.world.rules = kept;
            if (quality) prices_.rules.push_back({rule.rule, price_of(*quality)});
        }
        return true;
    }

    base::Result<bool> price_keeping() {
        if (!keeping_) return true;
        TRY_VOID(step());
        auto const kept = std::exchange(keeping_, std::nullopt);
        if (auto const quality = quality_in(snapshot_)) prices_.keeping = price_of(*quality);
        keeping_ = kept;
        return true;
    }

    base::Result<bool> price_wishes(Wish wish, std::vector<engine::Couple>& tried) {
        auto const all = tried;
        for (auto const& couple : all) {
            if (prices_.wishes.size() == kMostWishesPriced) {
                prices_.has_more_wishes = true;
                break;
            }
            TRY_VOID(step());
            std::erase(tried, couple);
            auto const quality = quality_in(snapshot_);
            tried = all;
            if (quality)
                prices_.wishes.push_back({wish, ground_.loaded.mentors[couple.mentor],
                                          ground_.loaded.mentees[couple.mentee], price_of(*quality)});
        }
        return true;
    }

    // Nothing where there is no answer, or none that verifies.
    std::optional<engine::Quality> quality_in(engine::Snapshot const& snapshot) {
        if (keeping_) {
            auto const kept = engine::assign_keeping(snapshot, *keeping_);
            if (!kept || !certify(kept->snapshot, kept->assignment).verified()) return std::nullopt;
            return quality_of(kept->assignment);
        }
        auto const assignment = engine::assign(snapshot);
        if (!assignment || !certify(snapshot, *assignment).verified()) return std::nullopt;
        return quality_of(*assignment);
    }

    // By what the pairs gain, without any bonus, and among those who may meet in this run.
    [[nodiscard]] engine::Quality quality_of(engine::Assignment const& assignment) const {
        return measure(snapshot_, with_benefits(ground_.loaded.world, assignment.couples));
    }

    static ObjectivePrice shown_objective(Objective objective, engine::Quality const& quality) {
        return {
            objective, quality.pairs, quality.mentors_reached, quality.mentees_reached,
            ObjectiveGains{quality.mentor.mean, quality.mentee.mean, quality.together.least, quality.blocking_pairs}};
    }

    [[nodiscard]] Price price_of(engine::Quality const& without) const {
        auto const people = [](engine::Quality const& quality) {
            return quality.mentors_reached + quality.mentees_reached;
        };
        return {without.pairs - as_it_is_.pairs, people(without) - people(as_it_is_),
                without.together.mean - as_it_is_.together.mean};
    }

    [[nodiscard]] std::size_t steps() const {
        auto const rules = std::count_if(kRuleSwitches.begin(), kRuleSwitches.end(),
                                         [&](auto const& rule) { return rule.is_on(ground_.loaded.world.rules); });
        auto const wishes = std::min(kMostWishesPriced, snapshot_.locks.size() + snapshot_.bans.size());
        return kObjectives.size() + static_cast<std::size_t>(rules) + (keeping_ ? 1 : 0) + wishes;
    }

    base::Result<bool> step() {
        if (progress_ && !progress_(done_++, steps())) return engine::cancelled();
        return true;
    }

    RunGround ground_;
    std::optional<engine::Keeping> keeping_;
    engine::Snapshot snapshot_;  // without a bonus
    engine::Quality as_it_is_;
    engine::Progress const& progress_;
    PricesFound prices_;
    std::uint64_t done_ = 0;
};

}  // namespace

base::Result<PricesFound> find_prices(RunGround ground, RunFound found, engine::Progress const& progress) {
    return Pricer(std::move(ground), std::move(found), progress).find();
}

}  // namespace matching
