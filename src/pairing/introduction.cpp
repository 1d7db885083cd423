#include "pairing/introduction.hpp"

#include <algorithm>

namespace pairing {
namespace {

bool is_same_again(Introduction const& one, PersonId colleague, base::Day today) {
    return one.colleague_id == colleague && today - one.asked_on < kDaysBetweenIntroductions;
}

}  // namespace

bool may_introduce(programme::Direction direction, Side side) {
    switch (direction) {
        case programme::Direction::reverse:
            return side == Side::mentee;
        case programme::Direction::traditional:
            return side == Side::mentor;
        case programme::Direction::reciprocal:
        case programme::Direction::peer:
            return true;
    }
    return false;
}

IntroductionState state_of(Introduction const& introduction, base::Day today) {
    if (introduction.made_on) return IntroductionState::made;
    return today < introduction.closes_on ? IntroductionState::waiting : IntroductionState::not_going_ahead;
}

base::Result<Introduction> introduce(Pairing const& pairing, Introduction wanted,
                                     std::vector<Introduction> const& earlier, base::Day today) {
    if (!is_live(pairing)) return pairing_over();
    if (!pairing.started_at) return not_started();
    if (pairing.side_of(wanted.colleague_id)) return base::invalid("/colleague", "one_of_you");
    auto const waiting = std::ranges::count_if(
        earlier, [&](Introduction const& one) { return state_of(one, today) == IntroductionState::waiting; });
    if (std::size_t(waiting) >= kMostWaitingIntroductions)
        return base::conflict("too_many_introductions", "three introductions of this pair wait already");
    if (std::ranges::any_of(earlier,
                            [&](Introduction const& one) { return is_same_again(one, wanted.colleague_id, today); }))
        return base::conflict("introduced_lately", "the two were asked within ninety days");
    wanted.pairing_id = pairing.id;
    wanted.partner_id = pairing.person(other(*pairing.side_of(wanted.introducer_id)));
    wanted.asked_on = today;
    wanted.closes_on = today + kDaysToIntroduce;
    return wanted;
}

bool reaches_colleague(IntroductionReplies const& replies, bool are_kept_apart) {
    return replies.partner == IntroductionReply::yes && !are_kept_apart;
}

std::optional<IntroductionPart> part_of(Introduction const& introduction, IntroductionReplies const& replies,
                                        bool are_kept_apart, PersonId person) {
    if (person == introduction.introducer_id) return IntroductionPart::introducer;
    if (person == introduction.partner_id) return IntroductionPart::partner;
    if (person == introduction.colleague_id && reaches_colleague(replies, are_kept_apart))
        return IntroductionPart::colleague;
    return std::nullopt;
}

base::Result<IntroductionReplied> reply(Introduction introduction, IntroductionReplies replies, IntroductionPart part,
                                        IntroductionReply given, base::Day today) {
    if (part == IntroductionPart::introducer) return introduction_not_found();
    auto& own = part == IntroductionPart::partner ? replies.partner : replies.colleague;
    if (own == given) return IntroductionReplied{std::move(introduction), replies};
    if (state_of(introduction, today) != IntroductionState::waiting) return introduction_over();
    own = given;
    if (replies == IntroductionReplies{IntroductionReply::yes, IntroductionReply::yes}) introduction.made_on = today;
    return IntroductionReplied{std::move(introduction), replies};
}

base::Refusal introduction_not_found() {
    return base::not_found("introduction");
}
base::Refusal introduction_over() {
    return base::conflict("introduction_over", "nobody answers this introduction any more");
}

}  // namespace pairing
