#pragma once
// The exploratory meeting and its secret (rules 3; docs/privacy-of-a-no.md). Each of the two privately says *go on*
// or *not this time*; the answers are opened together, never one by one: at once when both said *go on*, otherwise
// at the closing time. Silence is the same as *not this time*.

#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/pairing.hpp"

namespace pairing {

enum class MeetingMode { in_person, video, call };
BOOST_DESCRIBE_ENUM(MeetingMode, in_person, video, call)

// "2026-11-24T15:00" in a known IANA zone as an instant; refused, with its pointer, when either is nonsense.
base::Result<base::Instant> to_instant(std::string_view starts_local, std::string const& time_zone);

// An agreed future time: what the clock on the wall will say, where, and the instant that is.
struct ExploratoryMeeting {
    std::int32_t version = 0;  // 0: no date yet
    std::string starts_local;  // "2026-11-24T15:00"
    std::string time_zone;     // IANA name
    base::Instant starts_at;
    MeetingMode mode = MeetingMode::in_person;
    std::string place;           // a room, an address or a link
    bool is_called_off = false;  // by the house; nothing is held in its place until another date is set

    auto operator<=>(ExploratoryMeeting const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExploratoryMeeting, (), (version, starts_local, time_zone, starts_at, mode, place, is_called_off))

// The midnight (UTC) after five working days from the opening, or from the meeting where that is later.
base::Instant closing_time(base::Instant opened_at, std::optional<base::Instant> meeting_at);

// A date can be set and moved while the answers are private: in the future, and within four weeks of the opening so
// that nobody is held for ever. The closing time moves with it, never to before one already announced: moving a date
// cannot be used to close early. One that is ahead can be moved after both went on as before: whether it can be says
// nothing of the answers.
struct MeetingSet {
    Pairing pairing;
    ExploratoryMeeting meeting;
};
base::Result<MeetingSet> set_meeting(Pairing pairing, ExploratoryMeeting const& current, ExploratoryMeeting wanted,
                                     base::Instant now);

// A date to which the two still come: it can be moved.
bool is_ahead(Pairing const& pairing, ExploratoryMeeting const& meeting, base::Instant now);
// How late a date may be.
base::Instant latest_meeting(Pairing const& pairing);
// By the house, when nobody should come to it any more; the version of its calendar entry rises.
ExploratoryMeeting call_off(ExploratoryMeeting meeting);

enum class Answer { go_on, not_this_time };
BOOST_DESCRIBE_ENUM(Answer, go_on, not_this_time)

struct Answers {
    std::optional<Answer> mentor;
    std::optional<Answer> mentee;

    auto operator<=>(Answers const&) const = default;
    [[nodiscard]] std::optional<Answer> of(Side side) const { return side == Side::mentor ? mentor : mentee; }
    [[nodiscard]] bool both_go_on() const { return mentor == Answer::go_on && mentee == Answer::go_on; }
};

struct Answered {
    Pairing pairing;  // went on, when this was the second *go on*
    Answers answers;
};
// An answer may be changed until the answers are opened; giving the same one again changes nothing at any time.
// Refused from the closing time on, whether or not the job that opens them has run yet.
base::Result<Answered> answer(Pairing pairing, Answers answers, Side by, Answer given, base::Instant now);

// What the job does at the closing time: a pairing whose answers are not both *go on* is set aside, at the closing
// time itself and not when the job came to it. Leaves every other pairing as it is.
Pairing open_answers(Pairing pairing, base::Instant now);

// All that one of the two may ever learn about the answers: their own, and by the stage whether both said *go on*.
// Everything shown to a person is made from this, never from the answers themselves.
struct Seen {
    Stage stage = Stage::exploring;
    base::Instant answers_close_at;
    std::optional<Answer> own_answer;

    auto operator<=>(Seen const&) const = default;
};
Seen seen_by_one(Pairing const& pairing, std::optional<Answer> own_answer);

base::Refusal answers_open();
base::Refusal one_takes_a_break();
base::Refusal meeting_in_the_past();
base::Refusal meeting_too_late();

}  // namespace pairing
