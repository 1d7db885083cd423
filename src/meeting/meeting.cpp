#include "meeting/meeting.hpp"

#include <algorithm>
#include <set>

#include "base/version.hpp"

namespace meeting {
namespace {

base::Result<bool> check_times(std::vector<Time> const& times, base::Instant now) {
    if (times.empty()) return base::invalid("/times", "required");
    if (times.size() > kMostTimes) return base::invalid("/times", "too_many", {{"most", std::to_string(kMostTimes)}});
    std::set<base::Instant> seen;
    for (std::size_t position = 0; position < times.size(); ++position) {
        auto const pointer = "/times/" + std::to_string(position) + "/starts_local";
        if (times[position].starts_at <= now) return base::invalid(pointer, "in_the_past");
        if (times[position].starts_at - now > std::chrono::hours(24) * kFarthestDays)
            return base::invalid(pointer, "too_far");
        if (!seen.insert(times[position].starts_at).second) return base::invalid(pointer, "twice");
    }
    return true;
}

base::Result<bool> check_open(Meeting const& meeting, pairing::Stage stage, std::int32_t version) {
    TRY_VOID(check_may_meet(stage));
    if (!is_open(meeting)) return meeting_over();
    return base::check_version("meeting", version, meeting.version);
}

bool has_begun(Meeting const& meeting, base::Instant now) {
    return meeting.time && meeting.time->starts_at <= now;
}

base::Result<bool> check_whose(Meeting const& meeting, Side whose, Act const& act) {
    if (whose != act.by && !has_begun(meeting, act.now)) return not_yours_to_say();
    return true;
}

std::optional<Change> change_of(Meeting const& meeting, ChangeKind kind, Side whose, base::Instant now) {
    if (!meeting.time) return std::nullopt;
    return Change{kind, whose, meeting.time->starts_at, now};
}

}  // namespace

State state_of(Meeting const& meeting) {
    if (meeting.cancelled_at) return State::cancelled;
    if (meeting.held_at) return State::held;
    return meeting.time ? State::set : State::proposed;
}

bool is_open(Meeting const& meeting) {
    return !meeting.cancelled_at && !meeting.held_at;
}

base::Instant ends_at(Meeting const& meeting, Time const& time) {
    return time.starts_at + std::chrono::minutes(meeting.minutes);
}

base::Result<bool> check_may_meet(pairing::Stage stage) {
    switch (stage) {
        case pairing::Stage::agreeing:
        case pairing::Stage::started:
            return true;
        case pairing::Stage::exploring:
            return pairing::still_exploring();
        case pairing::Stage::paused:
            return pairing_paused();
        case pairing::Stage::finished:
        case pairing::Stage::set_aside:
            break;
    }
    return pairing::pairing_over();
}

base::Result<Meeting> propose(Meeting meeting, pairing::Stage stage, int open, std::vector<Time> times, Act act) {
    TRY_VOID(check_may_meet(stage));
    if (open >= kMostOpen) return too_many_open();
    TRY_VOID(check_times(times, act.now));
    meeting.version = 1;
    meeting.opened_at = act.now;
    meeting.proposed_by = act.by;
    meeting.times = std::move(times);
    return meeting;
}

base::Result<Meeting> choose(Meeting meeting, pairing::Stage stage, base::Instant starts_at, Act act) {
    TRY_VOID(check_open(meeting, stage, act.version));
    if (meeting.time) return nothing_to_choose();
    if (meeting.proposed_by == act.by) return own_proposal();
    auto const chosen = std::find_if(meeting.times.begin(), meeting.times.end(),
                                     [&](Time const& time) { return time.starts_at == starts_at; });
    if (chosen == meeting.times.end()) return base::invalid("/starts_at", "not_proposed");
    if (starts_at <= act.now) return base::invalid("/starts_at", "in_the_past");
    meeting.time = *chosen;
    meeting.times.clear();
    ++meeting.version;
    return meeting;
}

base::Result<Changed> move(Meeting meeting, pairing::Stage stage, std::vector<Time> times, Side whose, Act act) {
    TRY_VOID(check_open(meeting, stage, act.version));
    TRY_VOID(check_whose(meeting, whose, act));
    TRY_VOID(check_times(times, act.now));
    auto const change = change_of(meeting, ChangeKind::moved, whose, act.now);
    if (meeting.time) ++meeting.sequence;
    meeting.time.reset();
    meeting.series_id.reset();
    meeting.times = std::move(times);
    meeting.proposed_by = act.by;
    ++meeting.version;
    return Changed{std::move(meeting), change};
}

base::Result<Meeting> change_where(Meeting meeting, pairing::Stage stage, Where where, Act act) {
    TRY_VOID(check_open(meeting, stage, act.version));
    meeting.minutes = where.minutes;
    meeting.channel = where.channel;
    meeting.place = std::move(where.place);
    if (meeting.time) ++meeting.sequence;
    ++meeting.version;
    return meeting;
}

base::Result<Meeting> hold(Meeting meeting, pairing::Stage stage, Act act) {
    TRY_VOID(check_open(meeting, stage, act.version));
    if (!meeting.time) return not_set();
    if (!has_begun(meeting, act.now)) return not_begun();
    meeting.held_at = act.now;
    ++meeting.version;
    return meeting;
}

base::Result<Changed> cancel(Meeting meeting, pairing::Stage stage, Side whose, Act act) {
    TRY_VOID(check_open(meeting, stage, act.version));
    TRY_VOID(check_whose(meeting, whose, act));
    auto const change = change_of(meeting, ChangeKind::cancelled, whose, act.now);
    return Changed{call_off(std::move(meeting), act.now), change};
}

Meeting call_off(Meeting meeting, base::Instant now) {
    meeting.cancelled_at = now;
    meeting.times.clear();
    ++meeting.sequence;
    ++meeting.version;
    return meeting;
}

std::vector<Action> allowed_actions(Meeting const& meeting, pairing::Stage stage, Side side, base::Instant now) {
    std::vector<Action> actions;
    if (!is_open(meeting) || !check_may_meet(stage)) return actions;
    bool const begun = has_begun(meeting, now);
    if (!meeting.time && meeting.proposed_by != side) actions.push_back(Action::choose);
    actions.push_back(Action::move);
    if (!begun) actions.push_back(Action::change_where);
    if (begun) actions.push_back(Action::hold);
    actions.push_back(Action::cancel);
    return actions;
}

Tally tally_of(std::vector<Meeting> const& meetings) {
    Tally tally;
    for (auto const& meeting : meetings) {
        if (meeting.held_at) {
            ++tally.held;
            tally.minutes_held += meeting.minutes;
        }
        if (state_of(meeting) != State::set) continue;
        if (!tally.last_date_at || *tally.last_date_at < meeting.time->starts_at)
            tally.last_date_at = meeting.time->starts_at;
    }
    return tally;
}

int days_of(pairing::Cadence cadence) {
    switch (cadence) {
        case pairing::Cadence::weekly:
            return 7;
        case pairing::Cadence::fortnightly:
            return 14;
        case pairing::Cadence::every_three_weeks:
            return 21;
        case pairing::Cadence::monthly:
            return 28;
        case pairing::Cadence::every_two_months:
            break;
    }
    return 56;
}

Agreed agreed_of(pairing::Agreement const& agreement, base::Day started_on) {
    auto const days = std::max(0, agreement.ends_on - started_on);
    auto const meetings = std::max(1, days / days_of(agreement.cadence));
    return {meetings, meetings * kUsualMinutes};
}

base::Refusal meeting_not_found() {
    return base::not_found("meeting");
}
base::Refusal meeting_over() {
    return base::conflict("meeting_over", "the meeting was held or cancelled");
}
base::Refusal pairing_paused() {
    return base::conflict("pairing_paused", "the pair pauses; go on first");
}
base::Refusal too_many_open() {
    return base::conflict("too_many_open", "too many meetings of this pair are ahead already",
                          {{"most", std::to_string(kMostOpen)}});
}
base::Refusal own_proposal() {
    return base::conflict("own_proposal", "the other of the two chooses among the times you proposed");
}
base::Refusal nothing_to_choose() {
    return base::conflict("nothing_to_choose", "a date is set already");
}
base::Refusal not_begun() {
    return base::conflict("not_begun", "the meeting has not begun yet");
}
base::Refusal not_set() {
    return base::conflict("not_set", "no date has been chosen yet");
}
base::Refusal not_yours_to_say() {
    return base::conflict("not_yours_to_say", "before it begins each side speaks for itself");
}

}  // namespace meeting
