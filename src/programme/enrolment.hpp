#pragma once
// One person on one side of one programme: joined, waiting for a place, paused, or withdrawn. What they bring and want
// is the room topic's; what they say about themselves here is optional but for times and the charter read.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace programme {

using EnrolmentId = base::Id<struct EnrolmentTag>;

enum class EnrolmentState { joined, waiting, paused, withdrawn };
BOOST_DESCRIBE_ENUM(EnrolmentState, joined, waiting, paused, withdrawn)

// Six either / or questions, each with *no matter*. Equal answers fit; in `talking` opposite ones do.
enum class AgendaStyle { written_agenda, open_talk, no_matter };
BOOST_DESCRIBE_ENUM(AgendaStyle, written_agenda, open_talk, no_matter)
enum class TalkingStyle { speak_first, listen_first, no_matter };
BOOST_DESCRIBE_ENUM(TalkingStyle, speak_first, listen_first, no_matter)
enum class ThinkingStyle { think_aloud, prepare_alone, no_matter };
BOOST_DESCRIBE_ENUM(ThinkingStyle, think_aloud, prepare_alone, no_matter)
enum class RhythmStyle { short_and_often, long_and_seldom, no_matter };
BOOST_DESCRIBE_ENUM(RhythmStyle, short_and_often, long_and_seldom, no_matter)
enum class LearningStyle { by_rule, by_trying, no_matter };
BOOST_DESCRIBE_ENUM(LearningStyle, by_rule, by_trying, no_matter)
enum class RemarksStyle { plain, gentle, no_matter };
BOOST_DESCRIBE_ENUM(RemarksStyle, plain, gentle, no_matter)

struct WorkingStyle {
    AgendaStyle agenda = AgendaStyle::no_matter;
    TalkingStyle talking = TalkingStyle::no_matter;
    ThinkingStyle thinking = ThinkingStyle::no_matter;
    RhythmStyle rhythm = RhythmStyle::no_matter;
    LearningStyle learning = LearningStyle::no_matter;
    RemarksStyle remarks = RemarksStyle::no_matter;
};
BOOST_DESCRIBE_STRUCT(WorkingStyle, (), (agenda, talking, thinking, rhythm, learning, remarks))

// What a person says about themselves, about work and never about age; only ever used to mix (rules D1).
enum class CareerStage { early, middle, late, back_after_a_break, changed_career };
BOOST_DESCRIBE_ENUM(CareerStage, early, middle, late, back_after_a_break, changed_career)

// The answers of the need check, all three in their owner's own judgement.
enum class Need { need_it_now, useful, nice_to_have };
BOOST_DESCRIBE_ENUM(Need, need_it_now, useful, nice_to_have)

struct NeedCheck {
    Need decision = Need::useful;   // which decision of the next six months would be better for it
    Need noticed = Need::useful;    // who would notice
    Need how_often = Need::useful;  // how often would I use it
};
BOOST_DESCRIBE_STRUCT(NeedCheck, (), (decision, noticed, how_often))

// 0 (nice to have throughout) .. 6 (needed now throughout); only for the order *by need*.
std::int32_t urgency(NeedCheck const& check);

enum class Help { captions, interpreter, step_free_room, breaks, no_camera };
BOOST_DESCRIBE_ENUM(Help, captions, interpreter, step_free_room, breaks, no_camera)

struct Enrolment {
    EnrolmentId id;
    ProgrammeId programme_id;
    PersonId person_id;
    Side side = Side::mentor;
    EnrolmentState state = EnrolmentState::joined;
    base::Day joined_on;
    std::int32_t capacity = 1;
    std::optional<std::string> capacity_reason;
    std::optional<std::int32_t> charter_read_version;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Enrolment, (),
                      (id, programme_id, person_id, side, state, joined_on, capacity, capacity_reason,
                       charter_read_version, version))

// More than one partner only by the person's own offer (rules 13); from three on with a sentence why (`required`).
inline constexpr std::int32_t kMostCapacity = 5;
base::Result<std::int32_t> check_capacity(std::int32_t capacity, std::optional<std::string> const& reason);

// joined <-> paused, waiting -> joined | paused. A withdrawn enrolment is left by joining again.
base::Result<Enrolment> pause(Enrolment enrolment);
base::Result<Enrolment> resume(Enrolment enrolment);
// Either side may leave at any moment; leaving twice is leaving once.
Enrolment withdraw(Enrolment enrolment);
// As before withdrawing, with what was written then.
Enrolment rejoin(Enrolment enrolment, EnrolmentState state, base::Day today);

// New people wait once both sides' places are spoken for or the programme has closed its enrolment, and everybody waits
// for the draw where places go by it: whoever came first would else have drawn already.
struct Places {
    std::int32_t planned_pairs = 0;
    std::int32_t joined_capacity = 0;  // of this side
    bool enrolment_is_closed = false;
    bool awaits_draw = false;  // places go by draw, and it has not been drawn
};
EnrolmentState state_on_joining(Places const& places);

bool has_left(EnrolmentState state);

base::Refusal not_pausing(EnrolmentState state);
base::Refusal already_enrolled();
base::Refusal no_draw_here();
base::Refusal nobody_waits();

}  // namespace programme
