#include "message/anonymous_line.hpp"

namespace message {
namespace {

constexpr std::int64_t kHour = std::chrono::microseconds(std::chrono::hours(1)).count();

}  // namespace

base::Instant full_hour_before(base::Instant now) {
    return {now.microseconds - now.microseconds % kHour};
}

base::Instant next_full_hour(base::Instant now) {
    return {full_hour_before(now).microseconds + kHour};
}

base::Instant shown_at(LineSide side, base::Instant now) {
    return side == LineSide::author ? next_full_hour(now) : full_hour_before(now);
}

base::Result<bool> check_opening(WrittenSoFar const& written) {
    if (written.open_lines >= kMostOpenLines) return too_many_lines();
    if (written.today >= kMostADay) return too_many_today();
    return true;
}

base::Result<bool> check_writing(Line const& line, LineSide side, WrittenSoFar const& written) {
    if (line.closed_on) return line_closed();
    if (written.in_line >= kMostInLine) return line_full();
    if (side == LineSide::author && written.today >= kMostADay) return too_many_today();
    return true;
}

std::vector<LineAction> allowed_actions(Line const& line, LineSide side) {
    if (line.closed_on) return {};
    if (side == LineSide::author) return {LineAction::write};
    return {LineAction::write, LineAction::close};
}

base::Refusal line_not_found() {
    return base::not_found("anonymous line");
}
base::Refusal line_closed() {
    return base::conflict("line_closed", "the line has been closed");
}
base::Refusal line_full() {
    return base::conflict("line_full", "the line holds as many messages as one can");
}
base::Refusal too_many_lines() {
    return base::conflict("too_many_lines", "this person has as many open lines as one can");
}
base::Refusal too_many_today() {
    return {base::RefusalKind::throttled, "too_many_today", "this person has written enough for a day", {}, {}};
}
base::Refusal answers_lines_here() {
    return base::conflict("answers_lines_here", "this person answers such lines in this programme");
}

}  // namespace message
