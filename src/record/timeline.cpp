#include "record/timeline.hpp"

#include <algorithm>
#include <tuple>

#include "platform/zone.hpp"

namespace record {
namespace {

using meeting::Activity;
using meeting::ChangeKind;
using meeting::Meeting;
using pairing::Origin;
using pairing::Side;

// Where a moment stands among the others: what has only a day comes last on it, as what follows from a conversation.
struct Placed {
    base::Instant place;
    Moment moment;

    auto operator<=>(Placed const&) const = default;
};

class Telling {
  public:
    Telling(Life const& life, base::Instant now, std::string const& time_zone)
        : life_(life), now_(now), zone_(time_zone), is_live_(pairing::is_live(life.pairing)) {}

    void tell() {
        tell_beginning();
        tell_agreement();
        tell_meetings();
        tell_changes();
        tell_learning();
        tell_pauses_and_questions();
        tell_end();
    }
    std::vector<Placed> ahead;
    std::vector<Placed> behind;

  private:
    [[nodiscard]] base::Instant end_of(base::Day day) const {
        return zone::start_of(day + 1, zone_) - std::chrono::seconds(1);
    }
    [[nodiscard]] base::Day day_of(base::Instant at) const { return zone::day_of(at, zone_); }

    void add(base::Instant place, Moment moment, bool is_ahead = false) {
        (is_ahead ? ahead : behind).push_back({place, std::move(moment)});
    }
    void add(MomentKind kind, std::optional<base::Instant> at) {
        if (at) add(*at, {.kind = kind, .on = day_of(*at)});
    }
    void add(MomentKind kind, base::Day on, bool is_ahead = false) {
        add(end_of(on), {.kind = kind, .on = on}, is_ahead);
    }
    // By its day: the days of what is to come are ahead, today included.
    void add_planned(MomentKind kind, base::Day on) { add(kind, on, on >= day_of(now_)); }

    void tell_beginning() {
        auto const& pairing = life_.pairing;
        add(MomentKind::suggested, life_.suggested_at);
        add(pairing.origin == Origin::brought ? MomentKind::brought : MomentKind::both_happy, pairing.opened_at);
        add(MomentKind::went_on, pairing.went_on_at);
        if (!life_.first_meeting || life_.first_meeting->is_called_off) return;
        auto const at = life_.first_meeting->starts_at;
        // A date of two who are over by then did not come to pass.
        if (at > now_ && !is_live_) return;
        add(at, {.kind = MomentKind::first_meeting, .on = day_of(at), .at = at}, at > now_);
    }

    void tell_agreement() {
        for (auto const& [version, signed_at] : life_.signed_versions)
            add(signed_at, {.kind = MomentKind::agreement_signed, .on = day_of(signed_at), .number = version});
        add(MomentKind::started, life_.pairing.started_at);
        if (is_live_ && life_.ends_on && life_.pairing.started_at) add_planned(MomentKind::planned_end, *life_.ends_on);
    }

    void tell_meetings() {
        auto number = life_.pairing.meetings_before;
        for (auto const& meeting : life_.meetings) {
            if (!meeting.time || meeting.cancelled_at) {
                tell_called_off(meeting);
                continue;
            }
            auto const is_numbered = meeting.activity == Activity::conversation;
            if (is_numbered) ++number;
            auto const at = meeting.time->starts_at;
            auto const is_ahead = !meeting.held_at && meeting::ends_at(meeting, *meeting.time) > now_;
            if (is_ahead && !is_live_) continue;
            add(at,
                {.kind = meeting.held_at ? MomentKind::meeting_held : MomentKind::meeting_set,
                 .on = day_of(at),
                 .at = at,
                 .meeting_id = meeting.id,
                 .number = is_numbered ? std::optional(number) : std::nullopt,
                 .activity = meeting.activity},
                is_ahead);
        }
    }

    // By the house, with the pair: nobody's change.
    void tell_called_off(Meeting const& meeting) {
        if (!meeting.cancelled_at || !meeting.time) return;
        for (auto const& [id, change] : life_.changes)
            if (id == meeting.id && change.kind == ChangeKind::cancelled) return;
        add(*meeting.cancelled_at, {.kind = MomentKind::meeting_cancelled,
                                    .on = day_of(*meeting.cancelled_at),
                                    .was_at = meeting.time->starts_at,
                                    .meeting_id = meeting.id});
    }

    void tell_changes() {
        for (auto const& [id, change] : life_.changes)
            add(change.happened_at,
                {.kind = change.kind == ChangeKind::moved ? MomentKind::meeting_moved : MomentKind::meeting_cancelled,
                 .on = day_of(change.happened_at),
                 .was_at = change.starts_at,
                 .meeting_id = id,
                 .side = change.side});
    }

    void tell_learning() {
        for (auto const& goal : life_.goals)
            if (goal.is_reached && goal.reached_on)
                add(end_of(*goal.reached_on),
                    {.kind = MomentKind::goal_reached, .on = *goal.reached_on, .side = goal.side, .text = goal.text});
        for (auto const& [topic, on] : life_.shown)
            add(end_of(on), {.kind = MomentKind::shown, .on = on, .text = topic});
    }

    void tell_pauses_and_questions() {
        for (auto const& pause : life_.pauses) {
            add(MomentKind::paused, pause.paused_on);
            if (pause.resumed_on) add(MomentKind::resumed, *pause.resumed_on);
        }
        for (auto const& asked : life_.asked)
            if (asked.kind != survey::Kind::pulse)
                add(asked.kind == survey::Kind::midpoint ? MomentKind::half_way : MomentKind::looked_back,
                    asked.opened_on);
    }

    void tell_end() {
        auto const& pairing = life_.pairing;
        auto const stage = pairing::stage_of(pairing);
        if (stage == pairing::Stage::set_aside)
            add(MomentKind::set_aside, pairing.closed_on ? *pairing.closed_on : day_of(*pairing.set_aside_at));
        if (stage != pairing::Stage::finished) return;
        add(MomentKind::finished, *pairing.closed_on);
        add_planned(MomentKind::targets_again, *pairing::echo_on(pairing));
    }

    Life const& life_;
    base::Instant now_;
    std::string const& zone_;
    bool is_live_;
};

std::vector<Moment> moments(std::vector<Placed> placed) {
    std::vector<Moment> in_order;
    for (auto& one : placed) in_order.push_back(std::move(one.moment));
    return in_order;
}

}  // namespace

Timeline timeline_of(Life const& life, Side side, base::Instant now, std::string const& time_zone) {
    Telling telling(life, now, time_zone);
    telling.tell();
    std::ranges::sort(telling.ahead);
    std::ranges::sort(telling.behind, std::greater<>());
    if (telling.behind.size() > kMostMoments) telling.behind.resize(kMostMoments);
    return {side, moments(std::move(telling.ahead)), moments(std::move(telling.behind))};
}

}  // namespace record
