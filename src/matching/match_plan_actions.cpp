#include "matching/match_plan_actions.hpp"

#include <algorithm>

#include "matching/engine/plan.hpp"
#include "matching/world_store.hpp"
#include "programme/programme_store.hpp"
#include "topic/topic.hpp"

namespace matching {

namespace {

// Ordinary topics alone: of the others not even a count leaves the engine (rules 6), whatever their holders let be
// named to a partner.
std::vector<bool> topics_that_may_count(std::vector<std::string> const& topics) {
    std::vector<bool> may_count;
    for (auto const& key : topics) {
        auto const* topic = topic::catalogue().find(key);
        may_count.push_back(topic != nullptr && !topic->is_private);
    }
    return may_count;
}

Side side_of(engine::Joining joining) {
    return joining == engine::Joining::mentors ? Side::mentor : Side::mentee;
}

class PlanInWords {
  public:
    PlanInWords(LoadedWorld const& loaded, engine::PlanWish const& wish) : loaded_(loaded), wish_(wish) {}

    [[nodiscard]] MatchPlan shown(engine::Plan const& plan) const {
        MatchPlan words;
        words.mentor_places = plan.mentor_places;
        words.mentee_places = plan.mentee_places;
        words.pairs = plan.pairs;
        for (auto const& topic : plan.topics)
            words.topics.push_back({loaded_.topics[topic.topic],
                                    topic.brought_by == engine::Joining::mentors ? Side::mentee : Side::mentor,
                                    topic.wanted, topic.brought, topic.missing()});
        for (auto const* steps : {&plan.mentors, &plan.mentees})
            for (auto const& step : *steps) words.missing_people.push_back(shown(step));
        for (auto const& price : plan.rules) words.rules.push_back({engine::name_of(price.rule), price.pairs});
        for (auto const& price : plan.places) words.places.push_back({side_of(price.side), price.people, price.pairs});
        return words;
    }

  private:
    [[nodiscard]] MissingPeople shown(engine::PlanStep const& step) const {
        auto const& kind = step.kind;
        MissingPeople words;
        words.side = side_of(kind.joining);
        words.people = step.people;
        words.places_each = words.side == Side::mentor ? wish_.mentor_places : wish_.mentee_places;
        words.pairs = step.pairs;
        for (auto const topic : kind.brings) words.brings.push_back(loaded_.topics[topic]);
        for (auto const topic : kind.wants) words.wants.push_back(loaded_.topics[topic]);
        words.level_least = kind.level_least;
        words.level_most = kind.level_most;
        name_departments(kind, words);
        if (kind.site) words.site = loaded_.sites[*kind.site];
        for (auto const site : kind.not_sites) words.not_sites.push_back(loaded_.sites[site]);
        words.could_meet = step.could_meet;
        for (auto const& [department, people] : step.whom)
            words.whom.push_back({loaded_.departments[department], people});
        return words;
    }
    // Whichever list is the shorter one.
    void name_departments(engine::Newcomer const& kind, MissingPeople& words) const {
        std::vector<std::string> others;
        for (engine::Index department = 1; department < loaded_.departments.size(); ++department) {
            auto const is_out = std::find(kind.not_departments.begin(), kind.not_departments.end(), department) !=
                                kind.not_departments.end();
            (is_out ? words.not_departments : others).push_back(loaded_.departments[department]);
        }
        if (others.empty() || others.size() >= words.not_departments.size()) return;
        words.departments = std::move(others);
        words.not_departments.clear();
    }

    LoadedWorld const& loaded_;
    engine::PlanWish const& wish_;
};

struct PlanGround {
    LoadedWorld loaded;
    std::int32_t mentor_capacity = 1;
    std::int32_t mentee_capacity = 1;
};

base::Result<PlanGround> read_plan_ground(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys,
                                          ProgrammeId programme, base::Instant now) {
    if (!viewer.coordinates(programme)) return base::not_found("programme");
    auto const found = programme::store::find_programme(tx, viewer.organisation, programme);
    auto loaded = store::load_world(tx, keys, viewer.organisation, programme, now);
    if (!found || !loaded) return base::not_found("programme");
    if (std::ssize(loaded->mentors) * std::ssize(loaded->mentees) > kMostPairsToPlan) return too_many_to_plan();
    return PlanGround{std::move(*loaded), found->mentor_capacity, found->mentee_capacity};
}

}  // namespace

base::Refusal too_many_to_plan() {
    return {
        base::RefusalKind::invalid, "too_many_to_plan", "There are too many people to plan ahead on a page.", {}, {}};
}

base::Result<MatchPlan> plan_ahead(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                                   ProgrammeId programme, base::Instant now) {
    TRY(ground, database.read([&](db::Tx& tx) { return read_plan_ground(tx, viewer, keys, programme, now); }));
    auto const& loaded = ground.loaded;
    engine::PlanWish const wish{topics_that_may_count(loaded.topics), ground.mentor_capacity, ground.mentee_capacity,
                                loaded.locks, loaded.bans};
    TRY(plan, make_plan(loaded.world, wish));
    return PlanInWords(loaded, wish).shown(plan);
}

}  // namespace matching
