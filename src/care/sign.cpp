#include "care/sign.hpp"

#include <algorithm>

namespace care {
namespace {

constexpr auto kShortNotice = std::chrono::hours(24);
// "Two of the last three" (evidence.md 2.11).
constexpr std::size_t kLastDates = 3;
constexpr int kDaysAWeek = 7;

bool is_waiting(Occasion const& occasion) {
    return !occasion.starts_at && !occasion.held_at && !occasion.cancelled_at;
}
bool is_set(Occasion const& occasion) {
    return occasion.starts_at && !occasion.held_at && !occasion.cancelled_at;
}

std::optional<Level> level_of(int figure, Threshold threshold) {
    if (figure >= threshold.red) return Level::red;
    if (figure >= threshold.amber) return Level::amber;
    return std::nullopt;
}

// The history with what is asked of it more than once.
class Reading {
  public:
    Reading(History const& history, Thresholds const& thresholds, base::Instant now)
        : history_(history), thresholds_(thresholds), now_(now) {
        for (auto const& occasion : history.occasions)
            if (occasion.held_at) last_held_ = std::max(last_held_.value_or(base::Instant{}), met_at(occasion));
    }

    [[nodiscard]] std::vector<Sign> signs() const {
        std::vector<Sign> found;
        for (auto const& sign : {not_booked(), not_met(), gap(), changed(), no_next_date(), unanswered()})
            if (sign) found.push_back(*sign);
        return found;
    }

  private:
    static base::Instant met_at(Occasion const& occasion) { return occasion.starts_at.value_or(*occasion.held_at); }

    [[nodiscard]] bool has_met() const { return last_held_ || history_.has_met_before; }
    [[nodiscard]] int days_since(base::Instant then) const {
        return days_between(base::utc_day(then), base::utc_day(now_), history_.stopped);
    }
    // Whoever moved or cancelled last mends it; before that, whoever agreed to book.
    [[nodiscard]] Side mends() const {
        auto const since = since_last_held();
        return since.empty() ? history_.booking_side : since.back().side;
    }
    [[nodiscard]] std::vector<Changed> since_last_held() const {
        std::vector<Changed> since;
        for (auto const& change : history_.changes)
            if (!last_held_ || change.happened_at > *last_held_) since.push_back(change);
        return since;
    }

    [[nodiscard]] std::optional<Sign> not_booked() const {
        if (has_met() || std::ranges::any_of(history_.occasions, is_set)) return std::nullopt;
        return of_days(SignKind::not_booked, days_since(history_.started_at), thresholds_.not_booked);
    }
    [[nodiscard]] std::optional<Sign> not_met() const {
        if (has_met()) return std::nullopt;
        return of_days(SignKind::not_met, days_since(history_.started_at), thresholds_.not_met);
    }
    [[nodiscard]] std::optional<Sign> gap() const {
        if (!has_met()) return std::nullopt;
        auto const days = days_since(last_held_.value_or(history_.started_at));
        // "More than": in hundredths of the distance, so that one day over it counts.
        auto const is_over = [&](std::int32_t percent) { return days * 100 > percent * history_.cadence_days; };
        if (!is_over(thresholds_.gap.amber)) return std::nullopt;
        auto const level = is_over(thresholds_.gap.red) ? Level::red : Level::amber;
        return Sign{SignKind::gap, level, days / kDaysAWeek, mends()};
    }
    [[nodiscard]] std::optional<Sign> of_days(SignKind kind, int days, Threshold threshold) const {
        auto const level = level_of(days, threshold);
        if (!level) return std::nullopt;
        return Sign{kind, *level, days / kDaysAWeek, mends()};
    }

    struct Settled {
        base::Instant at;
        std::optional<Side> cancelled_by;  // none: it was held
    };
    [[nodiscard]] std::vector<Settled> last_dates() const {
        std::vector<Settled> dates;
        for (auto const& occasion : history_.occasions)
            if (occasion.held_at) dates.push_back({met_at(occasion), std::nullopt});
        for (auto const& change : history_.changes)
            if (change.kind == meeting::ChangeKind::cancelled) dates.push_back({change.happened_at, change.side});
        std::ranges::stable_sort(dates, {}, &Settled::at);
        if (dates.size() > kLastDates) dates.erase(dates.begin(), dates.end() - kLastDates);
        return dates;
    }
    [[nodiscard]] std::optional<Sign> changed() const {
        auto const dates = last_dates();
        // Once one of the dates was held again, what went before is past.
        if (!dates.empty() && dates.back().cancelled_by) {
            auto const side = *dates.back().cancelled_by;
            auto const cancelled = std::ranges::count(dates, std::optional(side), &Settled::cancelled_by);
            if (cancelled >= thresholds_.changed.red)
                return Sign{SignKind::changed, Level::red, static_cast<std::int32_t>(cancelled), side};
        }
        auto const since = since_last_held();
        // The latest first: it says who can mend it now.
        for (auto change = since.rbegin(); change != since.rend(); ++change)
            if (change->starts_at - change->happened_at < kShortNotice ||
                moves_of(since, *change) >= thresholds_.changed.amber)
                return Sign{SignKind::changed, Level::amber, count_by(since, change->side), change->side};
        return std::nullopt;
    }
    static std::int32_t moves_of(std::vector<Changed> const& changes, Changed const& like) {
        return static_cast<std::int32_t>(std::ranges::count_if(changes, [&](Changed const& one) {
            return one.kind == meeting::ChangeKind::moved && one.meeting_id == like.meeting_id && one.side == like.side;
        }));
    }
    static std::int32_t count_by(std::vector<Changed> const& changes, Side side) {
        return static_cast<std::int32_t>(std::ranges::count(changes, side, &Changed::side));
    }

    [[nodiscard]] bool had_next_date(Occasion const& held) const {
        return std::ranges::any_of(history_.occasions, [&](Occasion const& other) {
            return other.id != held.id && other.opened_at <= *held.held_at &&
                   (!other.held_at || *other.held_at > *held.held_at) &&
                   (!other.cancelled_at || *other.cancelled_at > *held.held_at);
        });
    }
    [[nodiscard]] std::optional<Sign> no_next_date() const {
        auto const is_open = [](Occasion const& one) { return is_waiting(one) || is_set(one); };
        if (std::ranges::any_of(history_.occasions, is_open)) return std::nullopt;
        std::vector<Occasion> held;
        std::ranges::copy_if(history_.occasions, std::back_inserter(held),
                             [](Occasion const& one) { return one.held_at.has_value(); });
        std::ranges::stable_sort(held, std::ranges::greater{}, met_at);
        int running = 0;
        for (auto const& one : held) {
            if (had_next_date(one)) break;
            ++running;
        }
        auto const level = level_of(running, thresholds_.no_next_date);
        if (!level) return std::nullopt;
        return Sign{SignKind::no_next_date, *level, running, mends()};
    }

    [[nodiscard]] std::optional<Sign> unanswered() const {
        std::optional<Sign> longest;
        auto const waits = [&](base::Instant since, Side asked) {
            auto const days = days_since(since);
            auto const level = level_of(days, thresholds_.unanswered);
            auto const weeks = days / kDaysAWeek;
            if (level && (!longest || *level > longest->level || weeks > longest->amount))
                longest = Sign{SignKind::unanswered, *level, weeks, asked};
        };
        for (auto const& occasion : history_.occasions)
            if (is_waiting(occasion)) waits(occasion.proposed_at, pairing::other(occasion.proposed_by));
        if (history_.last_message && !is_overtaken(*history_.last_message))
            waits(history_.last_message->written_at, pairing::other(history_.last_message->side));
        return longest;
    }
    // They have met since or are about to: nothing hangs on the message.
    [[nodiscard]] bool is_overtaken(Written const& message) const {
        return has_date_ahead(history_, now_) || (last_held_ && *last_held_ > message.written_at);
    }

    History const& history_;
    Thresholds const& thresholds_;
    base::Instant now_;
    std::optional<base::Instant> last_held_;
};

}  // namespace

std::vector<Sign> signs_of(History const& history, Thresholds const& thresholds, base::Instant now) {
    return Reading(history, thresholds, now).signs();
}

bool has_date_ahead(History const& history, base::Instant now) {
    return std::ranges::any_of(history.occasions,
                               [&](Occasion const& one) { return is_set(one) && *one.starts_at > now; });
}

std::optional<Sign> foremost(std::vector<Sign> const& signs) {
    auto const changed = std::ranges::find(signs, SignKind::changed, &Sign::kind);
    if (changed != signs.end()) return *changed;
    std::optional<Sign> first;
    for (auto const& sign : signs)
        if (!first || sign.level > first->level) first = sign;
    return first;
}

int days_between(base::Day from, base::Day until, std::vector<Stopped> stopped) {
    std::ranges::sort(stopped);
    int counted = until - from;
    auto reached = from;
    for (auto const& days : stopped) {
        auto const begin = std::max(reached, days.from_on);
        auto const end = std::min(until, days.until_on);
        if (begin >= end) continue;
        counted -= end - begin;
        reached = end;
    }
    return std::max(counted, 0);
}

}  // namespace care
