#include "matching/engine/explanation.hpp"

#include <algorithm>
#include <map>

namespace matching::engine {

namespace {

constexpr std::int32_t kWell = 600;
constexpr std::int32_t kThin = 350;

Reason topic_reason(Want const& want, Offer const& offer) {
    if (!want.may_be_named || !offer.may_be_named) return {ReasonCode::private_topic, {}, {}, {}, {}};
    if (want.topic == offer.topic) return {ReasonCode::topic_equal, want.topic, {}, {}, {}};
    return {ReasonCode::topic_family, want.topic, offer.topic, {}, {}};
}

std::vector<Reason> topic_reasons(World const& world, Profile const& wanting, Profile const& offering) {
    std::vector<Want> wants = wanting.wants;
    std::stable_sort(wants.begin(), wants.end(), [](Want const& a, Want const& b) { return a.priority < b.priority; });
    std::vector<Reason> reasons;
    auto told_private = false;
    for (auto const& want : wants)
        if (auto const* offer = best_offer(world, want, wanting, offering)) {
            auto const reason = topic_reason(want, *offer);
            if (reason.code == ReasonCode::private_topic && std::exchange(told_private, true)) continue;
            reasons.push_back(reason);
        }
    // The topic itself before its family.
    std::stable_sort(reasons.begin(), reasons.end(), [](Reason const& a, Reason const& b) { return a.code < b.code; });
    return reasons;
}

void add_styles(std::vector<Reason>& reasons, Profile const& a, Profile const& b) {
    for (std::size_t q = 0; q < kStyles; ++q) {
        if (a.styles[q] == Style::no_matter || b.styles[q] == Style::no_matter ||
            !styles_fit(q, a.styles[q], b.styles[q]))
            continue;
        auto const code = q == kTalkingStyle ? ReasonCode::opposite_styles : ReasonCode::same_style;
        auto const style = q == kTalkingStyle ? std::nullopt : std::optional(a.styles[q]);
        reasons.push_back({code, {}, {}, static_cast<std::int32_t>(q), style});
    }
}

std::vector<Reason> shared_reasons(ReportingTree const& tree, Profile const& mentor, Profile const& mentee) {
    std::vector<Reason> reasons;
    auto const say = [&](ReasonCode code, std::optional<std::int32_t> number = {}) {
        reasons.push_back({code, {}, {}, number, {}});
    };
    auto const steps = tree.steps_up(mentor.place, mentee.place);
    auto const steps_back = tree.steps_up(mentee.place, mentor.place);
    if (steps || steps_back) say(ReasonCode::leads_organisation, steps ? steps : steps_back);
    add_styles(reasons, mentor, mentee);
    auto const known = [](Index a, Index b) { return a != 0 && b != 0; };
    if (known(mentor.department, mentee.department) && mentor.department != mentee.department)
        say(ReasonCode::other_department);
    if (known(mentor.site, mentee.site))
        say(mentor.site == mentee.site ? ReasonCode::same_site : ReasonCode::other_site);
    if (auto const common = common_half_hours(mentor, mentee); common > 0) say(ReasonCode::common_time, common);
    return reasons;
}

// The public rule that took the most; the first of equals.
void name_binding_rule(Leftover& leftover, Tally const& tally) {
    auto const most = std::max_element(tally.taken.begin(), tally.taken.end());
    if (*most == 0) return;
    leftover.rule = static_cast<Rule>(most - tally.taken.begin());
    leftover.taken = *most;
}

struct SideView {
    std::vector<Profile> const& profiles;
    std::vector<Profile> const& others;
    std::vector<Tally> const& tallies;
    std::vector<bool> has_partner;
    std::vector<std::vector<Index>> could_meet;  // positions on the other side
};

// The department in which most of the people whom somebody could meet stand.
std::optional<Index> busiest_department(SideView const& side, Index person) {
    std::map<Index, int> people;
    for (auto const other : side.could_meet[person])
        if (side.others[other].department != 0) ++people[side.others[other].department];
    auto const most = std::max_element(people.begin(), people.end(),
                                       [](auto const& a, auto const& b) { return a.second < b.second; });
    if (most == people.end()) return std::nullopt;
    return most->first;
}

std::vector<Leftover> leftovers_of(SideView const& side) {
    std::vector<Leftover> leftovers;
    for (Index i = 0; i < side.profiles.size(); ++i) {
        // Whoever has a partner from before, and no further place, is not left over.
        if (side.has_partner[i] || (side.profiles[i].free_places == 0 && side.profiles[i].live_partners > 0)) continue;
        Leftover leftover{i, LeftoverCode::all_taken, static_cast<std::int64_t>(side.could_meet[i].size()), {}, 0, {}};
        if (side.profiles[i].free_places == 0) {
            leftover.code = LeftoverCode::no_places;
        } else if (leftover.could_meet == 0) {
            leftover.code = LeftoverCode::nobody;
            name_binding_rule(leftover, side.tallies[i]);
        } else {
            leftover.department = busiest_department(side, i);
        }
        leftovers.push_back(leftover);
    }
    return leftovers;
}

}  // namespace

char const* name_of(ReasonCode code) {
    static constexpr std::array kNames{"topic_equal",     "topic_family",      "private_topic", "same_style",
                                       "opposite_styles", "other_department",  "other_site",    "same_site",
                                       "common_time",     "leads_organisation"};
    return kNames[static_cast<std::size_t>(code)];
}
char const* name_of(Fit fit) {
    static constexpr std::array kNames{"both_ways", "fits", "thin_for_mentor", "thin_for_mentee"};
    return kNames[static_cast<std::size_t>(fit)];
}
char const* name_of(LeftoverCode code) {
    static constexpr std::array kNames{"no_places", "nobody", "all_taken"};
    return kNames[static_cast<std::size_t>(code)];
}

Fit fit_of(Benefit const& benefit) {
    if (std::min(benefit.mentor, benefit.mentee) >= kWell) return Fit::both_ways;
    if (std::min(benefit.mentor, benefit.mentee) >= kThin) return Fit::fits;
    return benefit.mentor <= benefit.mentee ? Fit::thin_for_mentor : Fit::thin_for_mentee;
}

Explanation explain(World const& world, ReportingTree const& tree, Profile const& mentor, Profile const& mentee) {
    return {topic_reasons(world, mentor, mentee), topic_reasons(world, mentee, mentor),
            shared_reasons(tree, mentor, mentee), fit_of(benefit_of(world, mentor, mentee))};
}

Leftovers explain_leftovers(World const& world, Candidates const& candidates, Assignment const& assignment) {
    SideView mentors{world.mentors, world.mentees, candidates.mentors, std::vector<bool>(world.mentors.size(), false),
                     std::vector<std::vector<Index>>(world.mentors.size())};
    SideView mentees{world.mentees, world.mentors, candidates.mentees, std::vector<bool>(world.mentees.size(), false),
                     std::vector<std::vector<Index>>(world.mentees.size())};
    for (auto const& candidate : candidates.list) {
        mentors.could_meet[candidate.mentor].push_back(candidate.mentee);
        mentees.could_meet[candidate.mentee].push_back(candidate.mentor);
    }
    for (auto const& couple : assignment.couples) {
        mentors.has_partner[couple.mentor] = true;
        mentees.has_partner[couple.mentee] = true;
    }
    return {leftovers_of(mentors), leftovers_of(mentees)};
}

}  // namespace matching::engine
