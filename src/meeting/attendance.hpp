#pragma once
// What somebody answered to a set date: in their calendar (RFC 5546, 3.2.3), read back from the reply file, or by the
// link of its mail. It is shown to the two, and changes nothing: whoever cannot come moves or cancels the date.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "meeting/meeting.hpp"
#include "platform/meta.hpp"

namespace meeting {

// PARTSTAT of RFC 5545, 3.2.12.
enum class Coming { accepted, tentative, declined };
BOOST_DESCRIBE_ENUM(Coming, accepted, tentative, declined)

struct Attendance {
    Side side = Side::mentor;
    std::int32_t sequence = 0;  // of the date that was answered
    Coming answer = Coming::accepted;

    auto operator<=>(Attendance const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (side, sequence, answer))

// To a date that is set; an answer to what it was before is overtaken.
base::Result<Attendance> attend(Meeting const& meeting, pairing::Stage stage, Attendance wanted);

// A reply file: METHOD:REPLY with one event and who answers it.
struct CalendarReply {
    MeetingId meeting_id;
    std::string attendee;  // "ana@example.org", in small letters
    std::int32_t sequence = 0;
    Coming answer = Coming::accepted;
};
inline constexpr std::size_t kLargestReply = 64 * 1024;
// Refuses what is no such file, one about several dates, and one that delegates or has no answer.
base::Result<CalendarReply> read_reply(std::string_view file);

base::Refusal overtaken();
base::Refusal reply_of_somebody_else();

struct AttendanceInput {
    std::int32_t sequence = 0;
    Coming answer = Coming::accepted;
};
BOOST_DESCRIBE_STRUCT(AttendanceInput, (), (sequence, answer))

struct AttendanceBrief {
    Side side = Side::mentor;
    Coming answer = Coming::accepted;
};
BOOST_DESCRIBE_STRUCT(AttendanceBrief, (), (side, answer))

}  // namespace meeting

template <>
inline constexpr auto meta::limits<meeting::AttendanceInput> =
    std::array{meta::Limit{"sequence", 0, meta::kNoMost, "Of the date as it was read"}};
