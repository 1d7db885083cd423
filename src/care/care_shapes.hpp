#pragma once
// What goes in and out about the care of pairs.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "care/nudge.hpp"
#include "care/thresholds.hpp"
#include "platform/meta.hpp"

namespace care {

struct NudgeAnswer {
    NudgeStep step = NudgeStep::one;
    std::optional<SignKind> sign;
    std::int32_t amount = 0;
    base::Day sent_on;
    pairing::Channel channel = pairing::Channel::in_person;  // as the two agreed
    std::vector<meeting::Time> slots;
};
BOOST_DESCRIBE_STRUCT(NudgeAnswer, (), (step, sign, amount, sent_on, channel, slots))

// One person's part of the care of their pair.
struct PairCare {
    std::optional<NudgeAnswer> nudge;
    bool would_like_help = false;
    bool has_stopped_nudges = false;
};
BOOST_DESCRIBE_STRUCT(PairCare, (), (nudge, would_like_help, has_stopped_nudges))

struct NudgeStop {
    bool is_stopped = false;
};
BOOST_DESCRIBE_STRUCT(NudgeStop, (), (is_stopped))

struct Asking {
    base::Day asked_on;
};
BOOST_DESCRIBE_STRUCT(Asking, (), (asked_on))

struct ThresholdsAnswer {
    Thresholds thresholds;
    Thresholds usual;  // what is in force where nothing was changed
    bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(ThresholdsAnswer, (), (thresholds, usual, may_change))

struct HelpWishAnswer {
    PairingId pairing_id;
    PersonId person_id;
    std::string name;
    base::Day asked_on;
};
BOOST_DESCRIBE_STRUCT(HelpWishAnswer, (), (pairing_id, person_id, name, asked_on))

}  // namespace care

template <>
inline constexpr auto meta::limits<care::NudgeAnswer> =
    std::array{meta::doc("step", "one: to you alone; both: to the two of you; asked: by a coordinator"),
               meta::doc("sign", "Why it came; null where you were asked how it goes"),
               meta::doc("amount", "How many: of weeks, of dates or of times running, as the sign has it"),
               meta::doc("slots", "Times that fit both of you, found now, on your clock")};
template <>
inline constexpr auto meta::limits<care::PairCare> =
    std::array{meta::doc("nudge", "The latest to you about this pair, while there is a reason for it"),
               meta::doc("would_like_help", "Seen by you and by those who coordinate, not by your partner")};
