#pragma once
// The anonymous line: a participant of a programme writes without a name, to its coordinators or to one confidential
// contact, and both sides reply until those who answer close it (security.md, AN9).
//
// What whoever opened it writes is shown from the next full hour on, so that nobody can lay its arrival beside who was
// at a desk; every time is a full hour. Only the id of the line, random and another for each, tells one from another.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace message {

using access::PersonId;
using access::ProgrammeId;
using LineId = base::Id<struct AnonymousLineTag>;
using LineMessageId = base::Id<struct LineMessageTag>;

inline constexpr std::int64_t kMostInLine = 500;
// By one person on all of their lines, in the last 24 hours. Only they ever meet it.
inline constexpr std::int64_t kMostADay = 20;
inline constexpr std::int64_t kMostOpenLines = 5;
// A line has a retention of its own, whatever becomes of its programme: so many days after its last word it is deleted.
inline constexpr int kLineKeptDays = 180;

enum class LineSide {
    author,     // opened it, and has no name on it
    answering,  // a coordinator or the confidential contact, by name
};
BOOST_DESCRIBE_ENUM(LineSide, author, answering)

struct Line {
    LineId id;
    ProgrammeId programme_id;
    std::optional<PersonId> contact_id;  // none: the coordinators
    std::optional<base::Day> closed_on;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, programme_id, contact_id, closed_on))

// How much somebody has written, for the limits.
struct WrittenSoFar {
    std::int64_t in_line = 0;     // by both sides
    std::int64_t today = 0;       // by this person without a name
    std::int64_t open_lines = 0;  // of this person
};

base::Instant full_hour_before(base::Instant now);
base::Instant next_full_hour(base::Instant now);
// From when the other side is shown it.
base::Instant shown_at(LineSide side, base::Instant now);

// Refuse: too_many_lines, too_many_today.
base::Result<bool> check_opening(WrittenSoFar const& written);
// Refuse: line_closed, line_full, too_many_today.
base::Result<bool> check_writing(Line const& line, LineSide side, WrittenSoFar const& written);

enum class LineAction { write, close };
BOOST_DESCRIBE_ENUM(LineAction, write, close)
std::vector<LineAction> allowed_actions(Line const& line, LineSide side);

base::Refusal line_not_found();
base::Refusal line_closed();
base::Refusal line_full();
base::Refusal too_many_lines();
base::Refusal too_many_today();
// Whoever coordinates a programme would write to themselves.
base::Refusal answers_lines_here();

}  // namespace message
