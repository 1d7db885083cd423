#include "matching/engine/plan.hpp"

#include <algorithm>
#include <set>

#include "matching/engine/newcomer_search.hpp"

namespace matching::engine {

namespace {

constexpr std::array kPricedRules{Rule::level_gap, Rule::same_department, Rule::site, Rule::no_common_time,
                                  Rule::no_common_language};

World without_rule(World world, Rule rule) {
    auto& rules = world.rules;
    if (rule == Rule::level_gap) rules.gap_least = rules.gap_most = std::nullopt;
    if (rule == Rule::same_department) rules.other_department = false;
    if (rule == Rule::site) rules.site = SiteRule::any;
    for (auto* side : {&world.mentors, &world.mentees})
        for (auto& profile : *side) {
            if (rule == Rule::no_common_time) profile.week = {};
            if (rule == Rule::no_common_language) profile.languages = 0;
        }
    return world;
}

Snapshot snapshot_to_plan(World const& world, Candidates const& candidates, PlanWish const& wish) {
    auto snapshot = make_snapshot(world, candidates);
    snapshot.locks = wish.locks;
    snapshot.bans = wish.bans;
    return snapshot;
}

// Who brings and wants each topic, on one side each, and which of them could meet.
class Balances {
  public:
    Balances(World const& world, PlanWish const& wish, Snapshot const& snapshot)
        : world_(world), wish_(wish), snapshot_(snapshot), bans_(wish.bans.begin(), wish.bans.end()) {}

    std::vector<TopicBalance> short_ones() {
        std::vector<TopicBalance> found;
        for (auto const by : {Joining::mentors, Joining::mentees})
            for (Topic topic = 0; topic < world_.family_of.size(); ++topic) {
                if (!wish_.may_count[topic]) continue;
                auto const balance = balance_of(topic, by);
                if (balance.missing() > 0) found.push_back(balance);
            }
        std::stable_sort(found.begin(), found.end(),
                         [](auto const& a, auto const& b) { return a.missing() > b.missing(); });
        return found;
    }

  private:
    static bool brings(Profile const& profile, Topic topic) {
        return std::any_of(profile.offers.begin(), profile.offers.end(),
                           [&](Offer const& offer) { return offer.topic == topic; });
    }
    static bool wants(Profile const& profile, Topic topic) {
        return std::any_of(profile.wants.begin(), profile.wants.end(),
                           [&](Want const& want) { return want.topic == topic; });
    }
    [[nodiscard]] std::vector<std::vector<Candidate>> const& by_topic(Joining by) {
        auto& rows = by == Joining::mentors ? from_mentors_ : from_mentees_;
        if (!rows.empty()) return rows;
        rows.resize(world_.family_of.size());
        for (auto const& c : snapshot_.candidates) {
            if (bans_.contains({c.mentor, c.mentee})) continue;
            auto const& mentor = world_.mentors[c.mentor];
            auto const& mentee = world_.mentees[c.mentee];
            for (auto const& offer : by == Joining::mentors ? mentor.offers : mentee.offers)
                if (wants(by == Joining::mentors ? mentee : mentor, offer.topic)) rows[offer.topic].push_back(c);
        }
        return rows;
    }

    TopicBalance balance_of(Topic topic, Joining by) {
        TopicBalance balance{topic, by};
        Snapshot of_topic;
        for (std::size_t i = 0; i < world_.mentors.size(); ++i)
            enter(of_topic.mentors, snapshot_.mentors[i], world_.mentors[i], by == Joining::mentors, balance);
        for (std::size_t j = 0; j < world_.mentees.size(); ++j)
            enter(of_topic.mentees, snapshot_.mentees[j], world_.mentees[j], by == Joining::mentees, balance);
        if (balance.wanted == 0) return balance;
        of_topic.candidates = by_topic(by)[topic];
        balance.served = Growth(of_topic, Joining::mentors).pairs();
        return balance;
    }
    // Whoever wants it needs it once; whoever brings it may serve as many as they have places.
    static void enter(std::vector<Participant>& side, Participant participant, Profile const& profile, bool is_bringing,
                      TopicBalance& balance) {
        auto const counts =
            participant.capacity > 0 && (is_bringing ? brings(profile, balance.topic) : wants(profile, balance.topic));
        if (!counts) participant.capacity = 0;
        if (counts && !is_bringing) participant.capacity = 1;
        if (counts) ++(is_bringing ? balance.brought : balance.wanted);
        side.push_back(participant);
    }

    World const& world_;
    PlanWish const& wish_;
    Snapshot const& snapshot_;
    std::set<Couple> bans_;
    std::vector<std::vector<Candidate>> from_mentors_;
    std::vector<std::vector<Candidate>> from_mentees_;
};

base::Result<std::vector<RulePrice>> prices_of_rules(World const& world, Candidates const& candidates,
                                                     PlanWish const& wish, std::int64_t pairs,
                                                     Progress const& progress) {
    std::vector<RulePrice> prices;
    for (std::size_t n = 0; n < kPricedRules.size(); ++n) {
        if (progress && !progress(n, kPricedRules.size())) return cancelled();
        auto const rule = kPricedRules[n];
        auto takes = candidates.taken_alone[static_cast<std::size_t>(rule)];
        if (rule == Rule::level_gap) takes += candidates.taken_alone[static_cast<std::size_t>(Rule::level_unknown)];
        if (takes == 0) continue;
        auto const relaxed = without_rule(world, rule);
        TRY(without, most_pairs(snapshot_to_plan(relaxed, find_candidates(relaxed), wish)));
        if (without > pairs) prices.push_back({rule, without - pairs});
    }
    std::stable_sort(prices.begin(), prices.end(), [](auto const& a, auto const& b) { return a.pairs > b.pairs; });
    return prices;
}

base::Result<PlacesPrice> price_of_places(Snapshot snapshot, Joining side, std::int64_t pairs) {
    PlacesPrice price{side};
    auto& people = side == Joining::mentors ? snapshot.mentors : snapshot.mentees;
    std::set<Index> raised;
    for (Index i = 0; i < people.size(); ++i) {
        if (people[i].capacity == 0) continue;
        ++people[i].capacity;
        ++price.people;
        raised.insert(i);
    }
    for (auto& both : snapshot.shared)
        if (raised.contains(side == Joining::mentors ? both.mentor : both.mentee)) ++both.places;
    TRY(more, most_pairs(snapshot));
    price.pairs = more - pairs;
    return price;
}

std::int64_t places_in(std::vector<Participant> const& side) {
    std::int64_t places = 0;
    for (auto const& participant : side) places += participant.capacity;
    return places;
}

}  // namespace

base::Result<Plan> make_plan(World const& world, PlanWish const& wish, Progress const& progress) {
    auto const candidates = find_candidates(world);
    TRY(snapshot, checked(snapshot_to_plan(world, candidates, wish)));
    TRY(divided, divide_places(snapshot));
    Plan plan;
    plan.mentor_places = places_in(divided.mentors);
    plan.mentee_places = places_in(divided.mentees);
    plan.pairs = Growth(divided, Joining::mentors).pairs();
    plan.topics = Balances(world, wish, snapshot).short_ones();
    for (auto const joining : {Joining::mentors, Joining::mentees}) {
        NewcomerSearch search(world, wish, divided, joining);
        auto& steps = joining == Joining::mentors ? plan.mentors : plan.mentees;
        while (steps.size() < kMostSteps) {
            if (progress && !progress(steps.size(), kMostSteps)) return cancelled();
            auto step = search.take_best();
            if (!step) break;
            steps.push_back(std::move(*step));
        }
    }
    // Where one side has no place left, no rule stands in anybody's way.
    if (plan.pairs < std::min(plan.mentor_places, plan.mentee_places)) {
        TRY(rules, prices_of_rules(world, candidates, wish, plan.pairs, progress));
        plan.rules = std::move(rules);
    }
    for (auto const side : {Joining::mentors, Joining::mentees}) {
        TRY(price, price_of_places(snapshot, side, plan.pairs));
        if (price.pairs > 0) plan.places.push_back(price);
    }
    return plan;
}

}  // namespace matching::engine
