#include "acquaintance/couple_draw.hpp"

#include <algorithm>

#include "base/random.hpp"
#include "matching/engine/certificate.hpp"

namespace acquaintance {
namespace {

using matching::LoadedWorld;
using matching::engine::Judge;
using matching::engine::Profile;

// Of what a couple is worth, a third is chance: enough that a slightly better fit is often passed over.
constexpr std::int32_t kFitShare = 2;
constexpr std::int32_t kChanceShare = 1;

bool has_place(Profile const& profile) {
    return profile.free_places > 0 && profile.free_in_all.value_or(profile.free_places) > 0;
}

bool leads_the_other(Judge const& judge, Profile const& a, Profile const& b) {
    return judge.tree().steps_up(a.place, b.place) || judge.tree().steps_up(b.place, a.place);
}

// Whether an outsider who knows the public rules would think that the two may meet.
bool seem_possible(Judge const& judge, Profile const& mentor, Profile const& mentee) {
    using matching::engine::bit;
    matching::engine::Benefit benefit;
    auto const verdict = judge.judge(mentor, mentee, benefit);
    return (verdict & ~bit(matching::engine::Rule::not_available)) == 0 && !leads_the_other(judge, mentor, mentee);
}

bool is_named(std::vector<matching::engine::Couple> const& couples, matching::engine::Couple couple) {
    return std::ranges::find(couples, couple) != couples.end();
}

std::vector<matching::engine::Couple> couples_of(LoadedWorld const& loaded,
                                                 std::vector<std::pair<PersonId, PersonId>> const& people) {
    std::vector<matching::engine::Couple> couples;
    for (auto const& [mentor, mentee] : people) {
        auto const a = loaded.find(Side::mentor, mentor);
        auto const b = loaded.find(Side::mentee, mentee);
        if (a && b) couples.push_back({*a, *b});
    }
    return couples;
}

matching::engine::Snapshot drawn_snapshot(LoadedWorld const& loaded,
                                          std::vector<std::pair<PersonId, PersonId>> const& before,
                                          base::Random& random) {
    Judge const judge(loaded.world);
    auto snapshot = matching::engine::make_snapshot(loaded.world, {});
    for (auto* side : {&snapshot.mentors, &snapshot.mentees})
        for (auto& participant : *side) participant.capacity = std::min(participant.capacity, 1);
    for (auto& shared : snapshot.shared) shared.places = std::min(shared.places, 1);
    snapshot.seed = random.next();
    auto const kept_apart = couples_of(loaded, before);
    for (matching::engine::Index a = 0; a < loaded.world.mentors.size(); ++a)
        for (matching::engine::Index b = 0; b < loaded.world.mentees.size(); ++b) {
            auto const& mentor = loaded.world.mentors[a];
            auto const& mentee = loaded.world.mentees[b];
            matching::engine::Benefit benefit;
            if (judge.judge(mentor, mentee, benefit) != 0 || leads_the_other(judge, mentor, mentee)) continue;
            if (is_named(kept_apart, {a, b}) || is_named(loaded.bans, {a, b})) continue;
            auto const chance = static_cast<std::int32_t>(random.below(matching::engine::kFull));
            auto const worth = 1 + (kFitShare * benefit.together + kChanceShare * chance) / (kFitShare + kChanceShare);
            snapshot.candidates.push_back({a, b, worth, worth, worth});
        }
    return snapshot;
}

std::vector<std::int32_t> levels_of(std::vector<Profile> const& side) {
    std::vector<std::int32_t> levels;
    for (auto const& profile : side)
        if (profile.level) levels.push_back(*profile.level);
    return levels;
}

std::vector<matching::ReasonShown> styles_among(std::vector<matching::ReasonShown> const& shared) {
    using matching::engine::name_of;
    using matching::engine::ReasonCode;
    std::vector<matching::ReasonShown> styles;
    for (auto const& reason : shared)
        if (reason.code == name_of(ReasonCode::same_style) || reason.code == name_of(ReasonCode::opposite_styles))
            styles.push_back(reason);
    return styles;
}

DrawnCouple drawn(LoadedWorld const& loaded, Judge const& judge, matching::engine::Couple couple,
                  std::vector<LevelBand> const& mentor_bands, std::vector<LevelBand> const& mentee_bands) {
    auto const& mentor = loaded.world.mentors[couple.mentor];
    auto const& mentee = loaded.world.mentees[couple.mentee];
    auto const reasons =
        matching::shown(matching::engine::explain(loaded.world, judge.tree(), mentor, mentee), loaded.topics);
    auto const styles = styles_among(reasons.shared);
    return {loaded.mentors[couple.mentor],
            loaded.mentees[couple.mentee],
            {band_of(mentee_bands, mentee.level), reasons.for_mentor, reasons.for_mentee, styles},
            {band_of(mentor_bands, mentor.level), reasons.for_mentee, reasons.for_mentor, styles}};
}

void shuffle(std::vector<DrawnCouple>& couples, base::Random& random) {
    for (auto left = couples.size(); left > 1; --left) std::swap(couples[left - 1], couples[random.below(left)]);
}

}  // namespace

std::optional<std::int64_t> fewest_partners(LoadedWorld const& loaded) {
    Judge const judge(loaded.world);
    std::vector<std::int64_t> mentors(loaded.world.mentors.size());
    std::vector<std::int64_t> mentees(loaded.world.mentees.size());
    for (std::size_t a = 0; a < mentors.size(); ++a)
        for (std::size_t b = 0; b < mentees.size(); ++b) {
            auto const& mentor = loaded.world.mentors[a];
            auto const& mentee = loaded.world.mentees[b];
            if (!has_place(mentor) || !has_place(mentee) || !seem_possible(judge, mentor, mentee)) continue;
            ++mentors[a];
            ++mentees[b];
        }
    std::optional<std::int64_t> fewest;
    auto const look_at = [&](std::vector<Profile> const& side, std::vector<std::int64_t> const& counts) {
        for (std::size_t i = 0; i < side.size(); ++i)
            if (has_place(side[i])) fewest = std::min(fewest.value_or(counts[i]), counts[i]);
    };
    look_at(loaded.world.mentors, mentors);
    look_at(loaded.world.mentees, mentees);
    return fewest;
}

base::Result<std::vector<DrawnCouple>> draw_couples(LoadedWorld const& loaded,
                                                    std::vector<std::pair<PersonId, PersonId>> const& before,
                                                    std::uint64_t seed) {
    auto const random = base::seeded_random(seed);
    auto const snapshot = drawn_snapshot(loaded, before, *random);
    TRY(assignment, matching::engine::assign(snapshot));
    if (!matching::engine::certify(snapshot, assignment).verified())
        return base::conflict("not_verified", "The draw could not be proved.");
    Judge const judge(loaded.world);
    auto const mentor_bands = bands_of(levels_of(loaded.world.mentors));
    auto const mentee_bands = bands_of(levels_of(loaded.world.mentees));
    std::vector<DrawnCouple> couples;
    for (auto const& couple : assignment.couples)
        couples.push_back(drawn(loaded, judge, couple, mentor_bands, mentee_bands));
    shuffle(couples, *random);
    return couples;
}

bool may_meet(LoadedWorld const& loaded, PersonId mentor, PersonId mentee) {
    auto const a = loaded.find(Side::mentor, mentor);
    auto const b = loaded.find(Side::mentee, mentee);
    if (!a || !b) return false;
    matching::engine::Benefit benefit;
    return Judge(loaded.world).judge(loaded.world.mentors[*a], loaded.world.mentees[*b], benefit) == 0;
}

}  // namespace acquaintance
