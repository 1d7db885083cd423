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

// The first of equals is the one named first.
void name_binding_rules(Leftover& leftover, Tally const& tally) {
    for (std::size_t number = 0; number < kRules; ++number) {
        auto const rule = static_cast<Rule>(number);
        if (tally.taken[number] == 0) continue;
        if (is_other(rule))
            leftover.has_others = true;
        else
            leftover.rules.push_back({rule, tally.taken[number], tally.taken_alone[number]});
    }
    std::stable_sort(leftover.rules.begin(), leftover.rules.end(),
                     [](TakenBy const& a, TakenBy const& b) { return a.people > b.people; });
    if (leftover.code != LeftoverCode::nobody) return;
    if (!leftover.rules.empty()) {
        leftover.rule = leftover.rules.front().rule;
        leftover.taken = leftover.rules.front().people;
    } else if (leftover.has_others) {
        leftover.rule = Rule::not_available;
    }
}

struct SideView {
    std::vector<Profile> const& profiles;
    std::vector<Profile> const& others;
    std::vector<Tally> const& tallies;
    std::vector<bool> has_partner;
    std::vector<std::vector<Index>> could_meet;  // positions on the other side
    std::vector<std::int64_t> kept_apart;
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

LeftoverCode code_of(Profile const& profile, Leftover const& leftover) {
    if (profile.free_places == 0) return LeftoverCode::no_places;
    if (leftover.could_meet > 0) return LeftoverCode::all_taken;
    return leftover.kept_apart > 0 ? LeftoverCode::kept_apart : LeftoverCode::nobody;
}

std::vector<Leftover> leftovers_of(SideView const& side) {
    std::vector<Leftover> leftovers;
    for (Index i = 0; i < side.profiles.size(); ++i) {
        // Whoever has a partner from before, and no further place, is not left over.
        if (side.has_partner[i] || (side.profiles[i].free_places == 0 && side.profiles[i].live_partners > 0)) continue;
        Leftover leftover;
        leftover.position = i;
        leftover.could_meet = static_cast<std::int64_t>(side.could_meet[i].size());
        leftover.kept_apart = side.kept_apart[i];
        leftover.code = code_of(side.profiles[i], leftover);
        name_binding_rules(leftover, side.tallies[i]);
        if (leftover.code == LeftoverCode::all_taken) leftover.department = busiest_department(side, i);
        leftovers.push_back(std::move(leftover));
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
    static constexpr std::array kNames{"no_places", "nobody", "kept_apart", "all_taken"};
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

Leftovers explain_leftovers(World const& world, Candidates const& candidates, Assignment const& assignment,
                            std::vector<Couple> bans) {
    auto const view = [](std::vector<Profile> const& own, std::vector<Profile> const& others,
                         std::vector<Tally> const& tallies) {
        return SideView{own,
                        others,
                        tallies,
                        std::vector<bool>(own.size(), false),
                        std::vector<std::vector<Index>>(own.size()),
                        std::vector<std::int64_t>(own.size(), 0)};
    };
    auto mentors = view(world.mentors, world.mentees, candidates.mentors);
    auto mentees = view(world.mentees, world.mentors, candidates.mentees);
    std::sort(bans.begin(), bans.end());
    for (auto const& candidate : candidates.list) {
        if (std::binary_search(bans.begin(), bans.end(), Couple{candidate.mentor, candidate.mentee})) {
            ++mentors.kept_apart[candidate.mentor];
            ++mentees.kept_apart[candidate.mentee];
            continue;
        }
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
