#include "matching/engine/world_remedies.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "matching/engine/candidate_search.hpp"

namespace matching::engine {

namespace {

// The wishes and the question of the run, asked of another world whose people stand where they stood.
Snapshot asked_of(World const& world, Snapshot const& run) {
    auto snapshot = make_snapshot(world, find_candidates(world));
    snapshot.locks = run.locks;
    snapshot.bans = run.bans;
    snapshot.seed = run.seed;
    snapshot.objective = run.objective;
    snapshot.priority = run.priority;
    return snapshot;
}

class WorldVariants {
  public:
    WorldVariants(World const& world, Snapshot const& run, Seeker seeker) : world_(world), run_(run), seeker_(seeker) {
        add_looser_rules();
    }

    std::vector<Variant> variants;
    std::vector<WorldRemedy> stands_for;  // by variant

  private:
    void add_looser_rules() {
        Judge const judge(world_);
        for (auto const& looser : looser_than(world_.rules)) {
            if (!lets_somebody_in(judge, looser)) continue;
            Remedy remedy;
            remedy.code = RemedyCode::looser_rule;
            remedy.rule = rule_of(looser.loosening);
            remedy.number = looser.levels;
            auto const make = [this, rules = looser.rules] {
                auto world = world_;
                world.rules = rules;
                return asked_of(world, run_);
            };
            variants.push_back({static_cast<std::uint32_t>(looser.loosening), make, remedy});
            stands_for.push_back({{}, looser});
        }
    }

    // Whether this person could then meet anybody more; else a run with it is not worth its time.
    [[nodiscard]] bool lets_somebody_in(Judge const& judge, LooserRules const& looser) const {
        auto world = world_;
        world.rules = looser.rules;
        Judge const then(world);
        auto const would_meet = [&](Profile const& mentor, Profile const& mentee) {
            Benefit benefit;
            return judge.judge(mentor, mentee, benefit) == bit(rule_of(looser.loosening)) &&
                   then.judge(mentor, mentee, benefit) == 0;
        };
        if (seeker_.side == Side::mentor)
            return std::any_of(world.mentees.begin(), world.mentees.end(),
                               [&](auto const& other) { return would_meet(world.mentors[seeker_.position], other); });
        return std::any_of(world.mentors.begin(), world.mentors.end(),
                           [&](auto const& other) { return would_meet(other, world.mentees[seeker_.position]); });
    }

    World const& world_;
    Snapshot const& run_;
    Seeker seeker_;
};

std::int32_t places_in_run(Profile const& profile) {
    return std::min(profile.free_places, profile.free_in_all.value_or(profile.free_places));
}

}  // namespace

Room room_in(World const& world) {
    std::map<base::IdBytes, std::int32_t> held;
    for (auto const* side : {&world.mentors, &world.mentees})
        for (auto const& profile : *side) held[profile.person] += places_in_run(profile);
    auto const room_of = [&](Profile const& profile) {
        if (profile.free_places == 0 && profile.live_partners == 0) return 0;
        if (!profile.free_in_all) return std::numeric_limits<std::int32_t>::max();
        return std::max(0, *profile.free_in_all - held[profile.person]);
    };
    Room room;
    for (auto const& profile : world.mentors) room.mentors.push_back(room_of(profile));
    for (auto const& profile : world.mentees) room.mentees.push_back(room_of(profile));
    return room;
}

base::Result<std::vector<WorldRemedy>> find_world_remedies(World const& world, Snapshot const& snapshot, Seeker seeker,
                                                           Progress const& progress) {
    WorldVariants const offered(world, snapshot, seeker);
    TRY(found, find_remedies(snapshot, room_in(world), seeker, offered.variants, progress));
    std::vector<WorldRemedy> remedies;
    for (auto& remedy : found) {
        auto stated = remedy.variant ? offered.stands_for[*remedy.variant] : WorldRemedy{};
        stated.remedy = std::move(remedy);
        remedies.push_back(std::move(stated));
    }
    return remedies;
}

}  // namespace matching::engine
