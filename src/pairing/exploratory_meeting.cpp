#include "pairing/exploratory_meeting.hpp"

#include <algorithm>
#include <string_view>

#include "base/version.hpp"
#include "platform/zone.hpp"

namespace pairing {
namespace {

constexpr int kWorkingDaysToAnswer = 5;
constexpr int kDaysToMeet = 28;
constexpr std::size_t kLocalTimeLength = std::string_view("2026-11-24T15:00").size();

base::Refusal why_answers_closed(Pairing const& pairing) {
    return is_live(pairing) ? answers_open() : pairing_over();
}

bool are_private(Pairing const& pairing, base::Instant now) {
    return stage_of(pairing) == Stage::exploring && now < pairing.answers_close_at;
}

}  // namespace

base::Result<base::Instant> to_instant(std::string_view starts_local, std::string const& time_zone) {
    auto instant = base::parse_instant(std::string(starts_local) + ":00Z");
    if (!instant || starts_local.size() != kLocalTimeLength) return base::invalid("/starts_local", "format");
    if (!zone::is_known(time_zone)) return base::invalid("/time_zone", "unknown_time_zone");
    auto day = base::utc_day(*instant);
    auto minute = std::chrono::duration_cast<std::chrono::minutes>(*instant - base::start_of_utc(day)).count();
    return zone::to_instant({day, static_cast<int>(minute)}, time_zone).instant;
}

base::Instant closing_time(base::Instant opened_at, std::optional<base::Instant> meeting_at) {
    auto from = std::max(opened_at, meeting_at.value_or(opened_at));
    return base::start_of_utc(base::add_working_days(base::utc_day(from), kWorkingDaysToAnswer) + 1);
}

base::Result<MeetingSet> set_meeting(Pairing pairing, ExploratoryMeeting const& current, ExploratoryMeeting wanted,
                                     base::Instant now) {
    if (!are_private(pairing, now) && !is_ahead(pairing, current, now)) return why_answers_closed(pairing);
    TRY_VOID(base::check_version("exploratory meeting", wanted.version, current.version));
    if (wanted.starts_at <= now) return meeting_in_the_past();
    if (wanted.starts_at > latest_meeting(pairing)) return meeting_too_late();
    wanted.version += 1;
    wanted.is_called_off = false;
    if (are_private(pairing, now))
        pairing.answers_close_at =
            std::max(pairing.answers_close_at, closing_time(pairing.opened_at, wanted.starts_at));
    return MeetingSet{pairing, std::move(wanted)};
}

bool is_ahead(Pairing const& pairing, ExploratoryMeeting const& meeting, base::Instant now) {
    return is_live(pairing) && stage_of(pairing) != Stage::paused && meeting.version > 0 && !meeting.is_called_off &&
           meeting.starts_at > now;
}

base::Instant latest_meeting(Pairing const& pairing) {
    return base::start_of_utc(base::utc_day(pairing.opened_at) + kDaysToMeet + 1) - std::chrono::microseconds(1);
}

ExploratoryMeeting call_off(ExploratoryMeeting meeting) {
    meeting.version += 1;
    meeting.is_called_off = true;
    return meeting;
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

Seen seen_by_one(Pairing const& pairing, std::optional<Answer> own_answer) {
    return {stage_of(pairing), pairing.answers_close_at, own_answer};
}

base::Refusal answers_open() {
    return base::conflict("answers_open", "both answers have been opened");
}
base::Refusal one_takes_a_break() {
    return base::conflict("one_takes_a_break", "one of the two takes a break from the programme");
}
base::Refusal meeting_in_the_past() {
    return base::invalid("/starts_local", "in_the_past");
}
base::Refusal meeting_too_late() {
    return base::invalid("/starts_local", "too_late", {{"days", std::to_string(kDaysToMeet)}});
}

}  // namespace pairing
