#include "pairing/feedback.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace pairing {
namespace {

std::optional<std::int32_t> free_place(std::vector<Goal> const& goals, Side side) {
    for (std::int32_t position = 1; position <= std::int32_t(kMostGoals); ++position)
        if (std::ranges::none_of(goals,
                                 [&](Goal const& goal) { return goal.side == side && goal.position == position; }))
            return position;
    return std::nullopt;
}

base::Result<FeedbackWords> trimmed(FeedbackWords words) {
    for (auto [pointer, text] : {std::pair{"/situation", &words.situation}, std::pair{"/saw", &words.saw},
                                 std::pair{"/effect", &words.effect}, std::pair{"/wish", &words.wish}}) {
        *text = base::trim(*text);
        if (text->empty()) return base::invalid(pointer, "too_short", {{"least", "1"}});
    }
    return words;
}

base::Refusal already_a_goal() {
    return base::conflict("already_a_goal", "this feedback has been picked as a goal");
}

}  // namespace

base::Result<Feedback> write_feedback(Pairing const& pairing, std::optional<Feedback> const& standing, Feedback wanted,
                                      std::size_t count) {
    if (!is_live(pairing)) return pairing_over();
    if (!pairing.started_at) return not_started();
    TRY(words, trimmed(std::move(wanted.words)));
    wanted.words = std::move(words);
    if (!standing) {
        if (count >= kMostFeedback) return base::conflict("too_much_feedback", "a pair keeps a hundred of them");
        return wanted;
    }
    if (standing->looks_again_at) return already_a_goal();
    wanted.written_on = standing->written_on;
    return wanted;
}

base::Result<bool> may_take_back(Feedback const& feedback) {
    if (feedback.looks_again_at) return already_a_goal();
    return true;
}

base::Result<PickedFeedback> pick(Pairing const& pairing, Feedback feedback, std::vector<Feedback> const& all,
                                  std::vector<Goal> const& goals, std::string const& text) {
    if (!is_live(pairing)) return pairing_over();
    if (feedback.looks_again_at) return already_a_goal();
    auto const is_open = [&](Feedback const& one) {
        return one.author_id == feedback.author_id && one.looks_again_at && !one.is_looked_at();
    };
    if (std::ranges::any_of(all, is_open))
        return base::conflict("one_wish_at_a_time", "the wish that was picked before has not been looked at again");
    auto const side = other(*pairing.side_of(feedback.author_id));
    auto const place = free_place(goals, side);
    if (!place) return base::conflict("goals_full", "the three places of this side are taken");
    TRY(goal, change_goal(pairing, 0, {side, *place, 0, text, {}, false}));
    feedback.looks_again_at = pairing.meetings_held + kMeetingsToLookAgain;
    return PickedFeedback{std::move(feedback), std::move(goal)};
}

bool is_due(Feedback const& feedback, std::int32_t meetings_held) {
    return feedback.looks_again_at && *feedback.looks_again_at <= meetings_held && !feedback.is_looked_at();
}

base::Result<Feedback> look_at(Feedback feedback, PersonId by, std::string const& text) {
    if (!feedback.looks_again_at) return base::conflict("not_a_goal", "it has not been picked as a goal");
    auto& look = by == feedback.author_id ? feedback.author_look : feedback.receiver_look;
    look = base::trim(text);
    if (look->empty()) look.reset();
    return feedback;
}

base::Refusal feedback_not_found() {
    return base::not_found("feedback");
}

}  // namespace pairing
