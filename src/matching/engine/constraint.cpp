#include "matching/engine/constraint.hpp"

#include <algorithm>

namespace matching::engine {

namespace {

bool has(std::vector<base::IdBytes> const& list, base::IdBytes const& person) {
    return std::find(list.begin(), list.end(), person) != list.end();
}
bool either_has(Profile const& a, Profile const& b, std::vector<base::IdBytes> Profile::*list) {
    return has(a.*list, b.person) || has(b.*list, a.person);
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
    return is_available(mentor, mentee, common, benefit) ? 0 : bit(Rule::not_available);
}

bool Judge::is_available(Sheet const& mentor, Sheet const& mentee, Benefit& benefit) const {
    return is_available(mentor, mentee, common_half_hours(*mentor.profile, *mentee.profile), benefit);
}

bool Judge::is_available(Sheet const& mentor, Sheet const& mentee, std::int32_t common, Benefit& benefit) const {
    auto const fits = sheets_.fits(mentor, mentee, common);
    benefit = weigh(world_.rules, world_.rules.weights, fits, *mentor.profile, *mentee.profile);
    return !is_private_matter(*mentor.profile, *mentee.profile, fits, benefit);
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

bool Judge::is_private_matter(Profile const& mentor, Profile const& mentee, Fits const& fits,
                              Benefit const& benefit) const {
    auto const& rules = world_.rules;
    if (either_has(mentor, mentee, &Profile::not_with)) return true;
    if (rules.avoids_earlier_partners && either_has(mentor, mentee, &Profile::earlier_partners)) return true;
    if (rules.both_must_gain && (fits.mentor_topics == 0 || fits.mentee_topics == 0)) return true;
    // Whoever moves a weight must not see from it who lies below the floor and who is kept apart in private.
    auto const usual = rules.weights == Weights{} ? benefit : weigh(rules, Weights{}, fits, mentor, mentee);
    return std::min(usual.mentor, usual.mentee) < rules.least_benefit;
}

}  // namespace matching::engine
