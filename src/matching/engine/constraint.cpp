#include "matching/engine/constraint.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace matching::engine {

namespace {

constexpr std::int32_t kLeastCommonHalfHours = 2;

bool has(std::vector<base::IdBytes> const& list, base::IdBytes const& person) {
    return std::find(list.begin(), list.end(), person) != list.end();
}
bool either_has(Profile const& a, Profile const& b, std::vector<base::IdBytes> Profile::*list) {
    return has(a.*list, b.person) || has(b.*list, a.person);
}

bool is_unknown(Week const& week) {
    return std::all_of(week.begin(), week.end(), [](std::uint64_t word) { return word == 0; });
}

void count(Tally& tally, Verdict verdict) {
    if (verdict == 0) ++tally.could_meet;
    for (auto left = verdict; left != 0; left &= left - 1)
        ++tally.taken[static_cast<std::size_t>(std::countr_zero(left))];
    if (std::has_single_bit(verdict)) ++tally.taken_alone[static_cast<std::size_t>(std::countr_zero(verdict))];
}

// Who stands on both sides: nobody, in most programmes.
std::set<base::IdBytes> people_on_both_sides(World const& world) {
    std::set<base::IdBytes> mentors;
    for (auto const& mentor : world.mentors) mentors.insert(mentor.person);
    std::set<base::IdBytes> both;
    for (auto const& mentee : world.mentees)
        if (mentors.contains(mentee.person)) both.insert(mentee.person);
    return both;
}

// Keeps the better direction of two people who could meet both ways round; equal: the one with the smaller mentor.
void drop_second_directions(World const& world, std::vector<Candidate>& list) {
    auto const on_both = people_on_both_sides(world);
    if (on_both.empty()) return;
    using Both = std::pair<base::IdBytes, base::IdBytes>;
    std::map<Both, Benefit> seen;
    auto const mentor_of = [&](Candidate const& c) { return world.mentors[c.mentor].person; };
    auto const mentee_of = [&](Candidate const& c) { return world.mentees[c.mentee].person; };
    for (auto const& candidate : list)
        if (on_both.contains(mentor_of(candidate)) && on_both.contains(mentee_of(candidate)))
            seen.emplace(Both{mentor_of(candidate), mentee_of(candidate)},
                         Benefit{candidate.mentor_benefit, candidate.mentee_benefit, candidate.benefit});
    std::erase_if(list, [&](Candidate const& candidate) {
        auto const other = seen.find({mentee_of(candidate), mentor_of(candidate)});
        if (other == seen.end()) return false;
        auto const theirs = other->second.together;
        return theirs > candidate.benefit ||
               (theirs == candidate.benefit && mentee_of(candidate) < mentor_of(candidate));
    });
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
    return judge(sheets_.make(mentor), sheets_.make(mentee), benefit);
}

Verdict Judge::judge(Sheet const& mentor, Sheet const& mentee, Benefit& benefit) const {
    auto const common = common_half_hours(*mentor.profile, *mentee.profile);
    auto const verdict = public_verdict(mentor, mentee, common);
    if (verdict != 0) return verdict;
    auto const fits = sheets_.fits(mentor, mentee, common);
    benefit = weigh(world_.rules, world_.rules.weights, fits, *mentor.profile, *mentee.profile);
    return is_private_matter(*mentor.profile, *mentee.profile, fits) ? bit(Rule::not_available) : 0;
}

Verdict Judge::public_verdict(Sheet const& one, Sheet const& other, std::int32_t common) const {
    auto const& mentor = *one.profile;
    auto const& mentee = *other.profile;
    if (mentor.person == mentee.person) return bit(Rule::same_person);
    Verdict verdict = either_has(mentor, mentee, &Profile::partners_now) ? bit(Rule::already_partners) : 0;
    return verdict | line_verdict(mentor, mentee) | level_verdict(mentor, mentee) |
           place_verdict(mentor, mentee, common) | gain_verdict(one, other);
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

Verdict Judge::place_verdict(Profile const& mentor, Profile const& mentee, std::int32_t common) const {
    Verdict verdict = 0;
    auto const is_same = [](Index a, Index b) { return a != 0 && a == b; };
    auto const differs = [](Index a, Index b) { return a != 0 && b != 0 && a != b; };
    if (world_.rules.other_department && !differs(mentor.department, mentee.department))
        verdict |= bit(Rule::same_department);
    if (world_.rules.site == SiteRule::different && !differs(mentor.site, mentee.site)) verdict |= bit(Rule::site);
    if (world_.rules.site == SiteRule::same && !is_same(mentor.site, mentee.site)) verdict |= bit(Rule::site);
    if (world_.rules.common_time && common < kLeastCommonHalfHours && !is_unknown(mentor.week) &&
        !is_unknown(mentee.week))
        verdict |= bit(Rule::no_common_time);
    if (world_.rules.common_language && mentor.languages != 0 && mentee.languages != 0 &&
        (mentor.languages & mentee.languages) == 0)
        verdict |= bit(Rule::no_common_language);
    return verdict;
}

Verdict Judge::gain_verdict(Sheet const& mentor, Sheet const& mentee) const {
    if (!world_.rules.both_must_gain) return 0;
    return (sheets_.would_gain_anything(mentor, mentee) ? 0 : bit(Rule::nothing_for_mentor)) |
           (sheets_.would_gain_anything(mentee, mentor) ? 0 : bit(Rule::nothing_for_mentee));
}

bool Judge::is_private_matter(Profile const& mentor, Profile const& mentee, Fits const& fits) const {
    auto const& rules = world_.rules;
    if (either_has(mentor, mentee, &Profile::not_with)) return true;
    if (rules.avoids_earlier_partners && either_has(mentor, mentee, &Profile::earlier_partners)) return true;
    if (rules.both_must_gain && (fits.mentor_topics == 0 || fits.mentee_topics == 0)) return true;
    // Whoever moves a weight must not see from it who lies below the floor and who is kept apart in private.
    auto const usual = weigh(rules, Weights{}, fits, mentor, mentee);
    return std::min(usual.mentor, usual.mentee) < rules.least_benefit;
}

Candidates find_candidates(World const& world) {
    Judge const judge(world);
    Candidates found;
    found.mentors.resize(world.mentors.size());
    found.mentees.resize(world.mentees.size());
    auto const mentors = judge.sheets().make(world.mentors);
    auto const mentees = judge.sheets().make(world.mentees);
    for (Index i = 0; i < world.mentors.size(); ++i)
        for (Index j = 0; j < world.mentees.size(); ++j) {
            Benefit benefit;
            auto const verdict = judge.judge(mentors[i], mentees[j], benefit);
            if (verdict == bit(Rule::same_person)) {
                ++found.taken[static_cast<std::size_t>(Rule::same_person)];
                continue;
            }
            count(found.mentors[i], verdict);
            count(found.mentees[j], verdict);
            for (auto left = verdict; left != 0; left &= left - 1) {
                auto const rule = static_cast<std::size_t>(std::countr_zero(left));
                ++found.taken[rule];
                if (std::has_single_bit(verdict)) ++found.taken_alone[rule];
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
