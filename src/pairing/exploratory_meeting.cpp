#include "pairing/exploratory_meeting.hpp"

#include <algorithm>

namespace pairing {
namespace {

constexpr int kWorkingDaysToAnswer = 5;
constexpr int kDaysToMeet = 28;

base::Refusal why_answers_closed(Pairing const& pairing) {
    return is_live(pairing) ? answers_open() : pairing_over();
}

bool are_private(Pairing const& pairing, base::Instant now) {
    return stage_of(pairing) == Stage::exploring && now < pairing.answers_close_at;
}

}  // namespace

base::Instant closing_time(base::Instant opened_at, std::optional<base::Instant> meeting_at) {
    auto from = std::max(opened_at, meeting_at.value_or(opened_at));
    return base::start_of_utc(base::add_working_days(base::utc_day(from), kWorkingDaysToAnswer) + 1);
}

base::Result<MeetingSet> set_meeting(Pairing pairing, ExploratoryMeeting const& current, ExploratoryMeeting wanted,
                                     base::Instant now) {
    if (!are_private(pairing, now)) return why_answers_closed(pairing);
    if (wanted.version != current.version) return base::stale("exploratory meeting");
    if (wanted.starts_at <= now) return meeting_in_the_past();
    if (base::utc_day(wanted.starts_at) - base::utc_day(pairing.opened_at) > kDaysToMeet) return meeting_too_late();
    wanted.version += 1;
    pairing.answers_close_at = std::max(pairing.answers_close_at, closing_time(pairing.opened_at, wanted.starts_at));
    return MeetingSet{pairing, std::move(wanted)};
}

base::Result<Answered> answer(Pairing pairing, Answers answers, Side by, Answer given, base::Instant now) {
    if (answers.of(by) == given) return Answered{pairing, answers};
    if (!are_private(pairing, now)) return why_answers_closed(pairing);
    (by == Side::mentor ? answers.mentor : answers.mentee) = given;
    if (answers.both_go_on()) pairing.went_on_at = now;
    return Answered{pairing, answers};
}

Pairing open_answers(Pairing pairing, base::Instant now) {
    if (stage_of(pairing) == Stage::exploring && pairing.answers_close_at <= now)
        pairing.set_aside_at = pairing.answers_close_at;
    return pairing;
}

Seen seen_by(Side side, Pairing const& pairing, Answers const& answers) {
    return {stage_of(pairing), pairing.answers_close_at, answers.of(side)};
}

base::Refusal answers_open() {
    return base::conflict("answers_open", "both answers have been opened");
}
base::Refusal meeting_in_the_past() {
    return base::invalid("/starts_local", "in_the_past");
}
base::Refusal meeting_too_late() {
    return base::invalid("/starts_local", "too_late", {{"days", std::to_string(kDaysToMeet)}});
}

}  // namespace pairing
