#include "voice/question.hpp"

#include "base/text.hpp"

namespace voice {
namespace {

base::Result<bool> check_day(base::Day day, base::Day today, std::string const& pointer) {
    if (day <= today) return base::invalid(pointer, "in_the_past");
    if (day - today > kFarthestDecisionDays) return base::invalid(pointer, "too_far");
    return true;
}

base::Result<std::string> written_at(std::string const& pointer, std::string const& words) {
    auto text = base::trim(words);
    if (text.empty()) return base::invalid(pointer, "too_short");
    return text;
}

bool says_by_when(Outcome outcome) {
    return outcome == Outcome::adopted || outcome == Outcome::deferred;
}

// An answer that came in time is heard before anything is adopted.
bool waits_for_answers(Question const& question, Outcome outcome, base::Day today) {
    bool const takes_up = outcome == Outcome::adopted || outcome == Outcome::adapted;
    return takes_up && question.audience == Audience::panel && question.deferrals == 0 && today <= question.answer_by;
}

}  // namespace

base::Result<Question> ask(Question wanted, base::Day today) {
    TRY_VOID(check_day(wanted.decide_by, today, "/decide_by"));
    TRY_VOID(check_day(wanted.answer_by, today, "/answer_by"));
    if (wanted.answer_by >= wanted.decide_by) return base::invalid("/answer_by", "after_the_decision");
    wanted.asked_on = today;
    wanted.promised_on = wanted.decide_by;
    return wanted;
}

base::Result<Decided> decide(Question question, DecisionWanted const& wanted, base::Day today) {
    if (question.closed_on) return question_closed();
    if (wanted.version != question.version) return base::stale("question");
    Decided decided{question, wanted.outcome, false, {}, wanted.until_on};
    if (waits_for_answers(decided.question, wanted.outcome, today))
        return base::conflict("answers_still_open", "answers come in until the day that was said");
    TRY(reason, written_at("/reason", wanted.reason));
    TRY(heard, written_at("/heard", wanted.heard));
    decided.words = {std::move(reason), std::move(heard)};
    if (wanted.outcome == Outcome::declined) decided.until_on.reset();
    if (says_by_when(wanted.outcome) && !wanted.until_on) return base::invalid("/until_on", "required");
    if (decided.until_on) TRY_VOID(check_day(*decided.until_on, today, "/until_on"));
    ++decided.question.version;
    if (wanted.outcome == Outcome::deferred) {
        ++decided.question.deferrals;
        if (decided.question.deferrals < kMostDeferrals) {
            decided.question.decide_by = *decided.until_on;
            return decided;
        }
        decided.outcome = Outcome::declined;
        decided.is_third_deferral = true;
        decided.until_on.reset();
    }
    decided.question.closed_on = today;
    return decided;
}

LoopState state_of(Question const& question, base::Day today) {
    if (question.closed_on) return LoopState::closed;
    return today > question.decide_by + kGraceDays ? LoopState::overdue : LoopState::open;
}

bool takes_answers(Question const& question, base::Day today) {
    return !question.closed_on && today <= question.answer_by;
}

bool takes_marks(Question const& question, base::Day today) {
    return question.closed_on && today <= *question.closed_on + kMarkDays;
}

std::optional<std::int32_t> reminder_due(Question const& question, base::Day today) {
    auto const left = question.decide_by - today;
    if (question.closed_on || today == question.asked_on || left < 0 || left > 7) return std::nullopt;
    return left <= 2 ? 2 : 7;
}

bool writes_drafts(QuestionSeat seat) {
    return seat == QuestionSeat::asker || seat == QuestionSeat::successor || seat == QuestionSeat::drafter;
}

std::vector<QuestionAction> allowed_actions(Question const& question, QuestionSeat seat, base::Day today) {
    std::vector<QuestionAction> actions;
    bool const decides = seat == QuestionSeat::asker || seat == QuestionSeat::successor;
    if (decides && !question.closed_on) actions.push_back(QuestionAction::decide);
    if (writes_drafts(seat) && !question.closed_on) actions.push_back(QuestionAction::draft);
    if (seat == QuestionSeat::asked && takes_answers(question, today)) actions.push_back(QuestionAction::answer);
    if (seat == QuestionSeat::asked && takes_marks(question, today)) actions.push_back(QuestionAction::mark);
    return actions;
}

bool may_read_anonymous(Question const& question, QuestionSeat seat) {
    switch (seat) {
        case QuestionSeat::asker:
        case QuestionSeat::successor:
            return true;
        case QuestionSeat::former:
        case QuestionSeat::asked:
        case QuestionSeat::reader:
            return question.closed_on.has_value();
        case QuestionSeat::drafter:
        case QuestionSeat::runner:
            return false;
    }
    return false;
}

AnonymousState state_of_anonymous(bool is_box_open, std::size_t answers) {
    if (!is_box_open) return AnonymousState::waiting;
    return answers < kFewestAnonymous ? AnonymousState::too_few : AnonymousState::shown;
}

base::Result<QuestionWords> question_words(QuestionWords const& written) {
    TRY(question, written_at("/question", written.question));
    TRY(undecided, written_at("/undecided", written.undecided));
    TRY(fixed, written_at("/fixed", written.fixed));
    return QuestionWords{std::move(question), std::move(undecided), std::move(fixed)};
}

base::Result<std::string> answer_text(std::string const& written) {
    return written_at("/text", written);
}

base::Refusal question_not_found() {
    return base::not_found("question");
}
base::Refusal question_closed() {
    return base::conflict("question_closed", "the decision has been published");
}
base::Refusal answers_over() {
    return base::conflict("answers_over", "answers are no longer taken");
}
base::Refusal marks_over() {
    return base::conflict("marks_over", "whether it is closed for you is said after the decision, for fourteen days");
}
base::Refusal nobody_on_panel() {
    return base::conflict("nobody_on_panel", "nobody has said that they may be asked");
}

base::Refusal drafter_not_found() {
    return base::not_found("drafter");
}

}  // namespace voice
