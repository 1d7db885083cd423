#include "matching/engine/constraint.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace matching::engine {

namespace {

constexpr std::int32_t kLeastCommonHalfHours = 2;

bool has(std::vector<base::IdBytes> const& list, base::IdBytes const& person) {
    return std::find(list.begin(), list.end(), person) != list.end();
}
bool either_has(Profile const& a, Profile const& b, std::vector<base::IdBytes> Profile::*list) {
    return has(a.*list, b.person) || has(b.*list, a.person);
}

bool gains_anything(World const& world, Profile const& wanting, Profile const& offering) {
    return std::any_of(wanting.wants.begin(), wanting.wants.end(),
                       [&](Want const& want) { return best_offer(world, want, wanting, offering) != nullptr; });
}

// As if nobody had anything they will not discuss: what may be said aloud about who brings what the other wants.
bool would_gain_anything(World const& world, Profile const& wanting, Profile const& offering) {
    return std::any_of(wanting.wants.begin(), wanting.wants.end(), [&](Want const& want) {
        return std::any_of(offering.offers.begin(), offering.offers.end(), [&](Offer const& offer) {
            return world.family_of[offer.topic] == world.family_of[want.topic];
        });
    });
}

bool is_unknown(Week const& week) {
    return std::all_of(week.begin(), week.end(), [](std::uint64_t word) { return word == 0; });
}

void count(Tally& tally, Verdict verdict) {
    if (verdict == 0) ++tally.could_meet;
    for (auto left = verdict; left != 0; left &= left - 1)
        ++tally.taken[static_cast<std::size_t>(std::countr_zero(left))];
}

// Keeps the better direction of two people who could meet both ways round; equal: the one with the smaller mentor.
void drop_second_directions(World const& world, std::vector<Candidate>& list) {
    using Both = std::pair<base::IdBytes, base::IdBytes>;
    std::map<Both, Candidate const*> seen;
    std::vector<Candidate> kept;
    auto const mentor_of = [&](Candidate const& c) { return world.mentors[c.mentor].person; };
    auto const mentee_of = [&](Candidate const& c) { return world.mentees[c.mentee].person; };
    for (auto const& candidate : list) seen.emplace(Both{mentor_of(candidate), mentee_of(candidate)}, &candidate);
    for (auto const& candidate : list) {
        auto const other = seen.find({mentee_of(candidate), mentor_of(candidate)});
        if (other != seen.end()) {
            auto const theirs = other->second->benefit;
            if (theirs > candidate.benefit) continue;
            if (theirs == candidate.benefit && mentee_of(candidate) < mentor_of(candidate)) continue;
        }
        kept.push_back(candidate);
    }
    list = std::move(kept);
}

std::int32_t places_of(Profile const& profile) {
    return std::min(profile.free_places, profile.free_in_all.value_or(profile.free_places));
}

std::vector<Shared> shared_of(World const& world, Snapshot const& snapshot) {
    std::map<base::IdBytes, Index> mentee_of;
    for (Index j = 0; j < world.mentees.size(); ++j) mentee_of.emplace(world.mentees[j].person, j);
    std::vector<Shared> shared;
    for (Index i = 0; i < world.mentors.size(); ++i) {
        auto const found = mentee_of.find(world.mentors[i].person);
        auto const in_all = world.mentors[i].free_in_all;
        if (found == mentee_of.end() || !in_all) continue;
        if (snapshot.mentors[i].capacity + snapshot.mentees[found->second].capacity > *in_all)
            shared.push_back({i, found->second, *in_all});
    }
    return shared;
}

}  // namespace

char const* name_of(Rule rule) {
    static constexpr std::array<char const*, kRules> kNames{"same_person",
                                                            "already_partners",
                                                            "above",
                                                            "common_manager",
                                                            "unknown_line",
                                                            "nothing_for_mentor",
                                                            "nothing_for_mentee",
                                                            "level_gap",
                                                            "level_unknown",
                                                            "same_department",
                                                            "site",
                                                            "no_common_time",
                                                            "no_common_language",
                                                            "not_available"};
    return kNames[static_cast<std::size_t>(rule)];
}

Verdict Judge::judge(Profile const& mentor, Profile const& mentee, Benefit& benefit) const {
    auto const verdict = public_verdict(mentor, mentee);
    if (verdict != 0) return verdict;
    benefit = benefit_of(world_, mentor, mentee);
    return is_private_matter(mentor, mentee, benefit) ? bit(Rule::not_available) : 0;
}

Verdict Judge::public_verdict(Profile const& mentor, Profile const& mentee) const {
    if (mentor.person == mentee.person) return bit(Rule::same_person);
    Verdict verdict = either_has(mentor, mentee, &Profile::partners_now) ? bit(Rule::already_partners) : 0;
    return verdict | line_verdict(mentor, mentee) | level_verdict(mentor, mentee) | place_verdict(mentor, mentee) |
           gain_verdict(mentor, mentee);
}

Verdict Judge::line_verdict(Profile const& mentor, Profile const& mentee) const {
    switch (tree_.flaw_between(mentor.place, mentee.place)) {
        case LineFlaw::none:
            return 0;
        case LineFlaw::above:
            return bit(Rule::above);
        case LineFlaw::common_manager:
            return bit(Rule::common_manager);
        case LineFlaw::unknown_line:
            break;
    }
    return bit(Rule::unknown_line);
}

Verdict Judge::level_verdict(Profile const& mentor, Profile const& mentee) const {
    auto const& rules = world_.rules;
    if (!rules.gap_least && !rules.gap_most) return 0;
    if (!mentor.level || !mentee.level) return bit(Rule::level_unknown);
    auto const gap = std::int64_t{*mentee.level} - *mentor.level;
    auto const fits = (!rules.gap_least || gap >= *rules.gap_least) && (!rules.gap_most || gap <= *rules.gap_most);
    return fits ? 0 : bit(Rule::level_gap);
}

Verdict Judge::place_verdict(Profile const& mentor, Profile const& mentee) const {
    Verdict verdict = 0;
    auto const is_same = [](Index a, Index b) { return a != 0 && a == b; };
    auto const differs = [](Index a, Index b) { return a != 0 && b != 0 && a != b; };
    if (world_.rules.other_department && !differs(mentor.department, mentee.department))
        verdict |= bit(Rule::same_department);
    if (world_.rules.site == SiteRule::different && !differs(mentor.site, mentee.site)) verdict |= bit(Rule::site);
    if (world_.rules.site == SiteRule::same && !is_same(mentor.site, mentee.site)) verdict |= bit(Rule::site);
    if (world_.rules.common_time && !is_unknown(mentor.week) && !is_unknown(mentee.week) &&
        common_half_hours(mentor, mentee) < kLeastCommonHalfHours)
        verdict |= bit(Rule::no_common_time);
    if (world_.rules.common_language && mentor.languages != 0 && mentee.languages != 0 &&
        (mentor.languages & mentee.languages) == 0)
        verdict |= bit(Rule::no_common_language);
    return verdict;
}

Verdict Judge::gain_verdict(Profile const& mentor, Profile const& mentee) const {
    if (!world_.rules.both_must_gain) return 0;
    return (would_gain_anything(world_, mentor, mentee) ? 0 : bit(Rule::nothing_for_mentor)) |
           (would_gain_anything(world_, mentee, mentor) ? 0 : bit(Rule::nothing_for_mentee));
}

bool Judge::is_private_matter(Profile const& mentor, Profile const& mentee, Benefit const& benefit) const {
    auto const& rules = world_.rules;
    if (either_has(mentor, mentee, &Profile::not_with)) return true;
    if (rules.avoids_earlier_partners && either_has(mentor, mentee, &Profile::earlier_partners)) return true;
    if (rules.both_must_gain && (!gains_anything(world_, mentor, mentee) || !gains_anything(world_, mentee, mentor)))
        return true;
    // Whoever moves a weight must not see from it who lies below the floor and who is kept apart in private.
    auto const usual = rules.weights == Weights{} ? benefit : benefit_by(Weights{}, world_, mentor, mentee);
    return std::min(usual.mentor, usual.mentee) < rules.least_benefit;
}

Candidates find_candidates(World const& world) {
    Judge const judge(world);
    Candidates found;
    found.mentors.resize(world.mentors.size());
    found.mentees.resize(world.mentees.size());
    for (Index i = 0; i < world.mentors.size(); ++i)
        for (Index j = 0; j < world.mentees.size(); ++j) {
            Benefit benefit;
            auto const verdict = judge.judge(world.mentors[i], world.mentees[j], benefit);
            if (verdict == bit(Rule::same_person)) continue;
            count(found.mentors[i], verdict);
            count(found.mentees[j], verdict);
            for (std::size_t rule = 0; rule < kRules; ++rule) {
                auto const its = bit(static_cast<Rule>(rule));
                if ((verdict & its) != 0) ++found.taken[rule];
                if (verdict == its) ++found.taken_alone[rule];
            }
            if (verdict == 0) found.list.push_back({i, j, benefit.mentor, benefit.mentee, benefit.together});
        }
    if (!world.rules.may_swap_sides) drop_second_directions(world, found.list);
    return found;
}

Snapshot make_snapshot(World const& world, Candidates const& candidates) {
    Snapshot snapshot;
    for (auto const& mentor : world.mentors) snapshot.mentors.push_back({mentor.person, places_of(mentor)});
    for (auto const& mentee : world.mentees) snapshot.mentees.push_back({mentee.person, places_of(mentee)});
    snapshot.shared = shared_of(world, snapshot);
    snapshot.candidates = candidates.list;
    return snapshot;
}

}  // namespace matching::engine
