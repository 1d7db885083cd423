#include "questionnaire/questionnaire.hpp"

namespace questionnaire {
namespace {

ballot::QuestionKind ballot_kind(QuestionKind kind) {
    if (kind == QuestionKind::text) return ballot::QuestionKind::text;
    return kind == QuestionKind::choice ? ballot::QuestionKind::choice : ballot::QuestionKind::agreement;
}

}  // namespace

Days days_of(Moment moment, ProgrammeDays const& programme) {
    if (moment == Moment::start) {
        if (!programme.enrolling_on) return {};
        auto const rounds = programme.rounds * programme.round_days;
        auto const last = programme.enrolment_closes_on ? *programme.enrolment_closes_on + rounds
                                                        : *programme.enrolling_on + kStartOpenDays;
        return {programme.enrolling_on, last};
    }
    if (moment == Moment::own || !programme.ends_on) return {};
    auto const opens_on =
        moment == Moment::end ? *programme.ends_on - kEndOpensDaysBefore : *programme.ends_on + kEchoAfterDays;
    return {opens_on, opens_on + (moment == Moment::end ? kEndOpenDays : kEchoOpenDays)};
}

bool is_time_to_remind(Questionnaire const& questionnaire, base::Day today) {
    return questionnaire.state == State::open && questionnaire.closes_on &&
           *questionnaire.closes_on - kReminderDaysBefore <= today && today <= *questionnaire.closes_on &&
           *questionnaire.opened_on < today;
}

base::Result<base::Day> check_closing(base::Day closes_on, base::Day today) {
    if (closes_on < today) return base::invalid("/closes_on", "in_the_past");
    if (closes_on < today + kLeastOpenDays) return base::invalid("/closes_on", "too_early");
    if (closes_on > today + kMostOpenDays) return base::invalid("/closes_on", "too_far");
    return closes_on;
}

base::Result<bool> check_draft(Questionnaire const& questionnaire) {
    if (questionnaire.state == State::draft) return true;
    return base::conflict("questionnaire_frozen",
                          "what is asked, of whom and how does not change once it has been opened");
}

base::Result<bool> check_open(Questionnaire const& questionnaire, base::Day today) {
    if (questionnaire.state == State::open && today <= *questionnaire.closes_on) return true;
    return questionnaire_closed();
}

bool asks(Audience audience, Side side) {
    return audience == Audience::everybody || (audience == Audience::mentors) == (side == Side::mentor);
}

std::vector<ballot::Question> for_ballots(std::vector<AskedQuestion> const& questions) {
    std::vector<ballot::Question> asked;
    for (auto const& one : questions) asked.push_back({one.key, ballot_kind(one.kind), one.text, one.choices});
    return asked;
}

base::Refusal questionnaire_not_found() {
    return base::not_found("questionnaire");
}
base::Refusal questionnaire_closed() {
    return base::conflict("questionnaire_closed", "the last day to answer has passed, or it has not been opened");
}
base::Refusal partner_known() {
    return base::conflict("partner_known", "how it was before is answered before the partner is known");
}
base::Refusal reader_needed() {
    return base::invalid("/reader_id", "reader_needed");
}

}  // namespace questionnaire
