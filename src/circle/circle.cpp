#include "circle/circle.hpp"

#include <tuple>

#include "base/version.hpp"

namespace circle {
namespace {

base::Result<bool> check_read(std::optional<CircleDate> const& ahead, std::int32_t version) {
    return base::check_version("date", version, ahead ? ahead->version : 0);
}

bool says_the_same(CircleDate const& one, CircleDate const& other) {
    auto const words = [](CircleDate const& date) {
        return std::tie(date.starts_at, date.starts_local, date.time_zone, date.minutes, date.place);
    };
    return words(one) == words(other);
}

}  // namespace

base::Result<CircleDate> set_date(std::optional<CircleDate> const& ahead, CircleDate wanted, std::int32_t version,
                                  base::Instant now) {
    TRY_VOID(check_read(ahead, version));
    if (wanted.starts_at <= now) return base::invalid("/starts_local", "in_the_past");
    if (wanted.starts_at - now > std::chrono::hours(24) * kFarthestDays)
        return base::invalid("/starts_local", "too_far");
    if (ahead && says_the_same(*ahead, wanted)) return *ahead;
    if (ahead) wanted.id = ahead->id;
    wanted.version = version + 1;
    return wanted;
}

base::Result<CircleDate> cancel_date(std::optional<CircleDate> const& ahead, std::int32_t version, base::Instant now) {
    if (!ahead) return no_date();
    TRY_VOID(check_read(ahead, version));
    auto cancelled = *ahead;
    cancelled.version += 1;
    cancelled.cancelled_at = now;
    return cancelled;
}

std::optional<Due> due_after(std::optional<base::Day> last_on) {
    if (!last_on) return std::nullopt;
    return Due{*last_on + kSoonestDaysBetween, *last_on + kLatestDaysBetween};
}

std::vector<CircleAction> allowed_actions(Seat seat, bool has_date_ahead, bool is_programme_closed) {
    if (seat == Seat::departed) return {CircleAction::come_back};
    std::vector<CircleAction> actions;
    if (!is_programme_closed) actions.push_back(CircleAction::set_date);
    if (has_date_ahead) actions.push_back(CircleAction::cancel_date);
    if (seat == Seat::member) actions.push_back(CircleAction::leave);
    return actions;
}

base::Refusal circle_not_found() {
    return base::not_found("circle");
}

base::Refusal no_date() {
    return base::conflict("no_date", "no date is ahead");
}

base::Refusal has_left_circle() {
    return base::conflict("has_left_circle", "whoever has left a circle sets no dates for it");
}
base::Refusal circle_member_not_found() {
    return base::not_found("circle member");
}
base::Refusal no_seat(NoSeat why) {
    if (why == NoSeat::full) return base::conflict("circle_full", "eight are in this circle already");
    return base::conflict("kept_apart", "somebody in this circle stands in one line with them");
}

}  // namespace circle
