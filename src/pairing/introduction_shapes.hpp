#pragma once
// What goes in and out about introductions. Only the three ever see one; others see how many were made.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "pairing/introduction.hpp"
#include "platform/meta.hpp"

namespace pairing {

struct IntroducedPerson {
    std::string name;
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::optional<std::string> job_title;
    std::optional<std::string> department;
};
BOOST_DESCRIBE_STRUCT(IntroducedPerson, (), (name, called_name, pronouns, job_title, department))

struct IntroductionBrief {
    IntroductionId id;
    std::optional<PairingId> pairing_id;                   // not for the colleague
    IntroductionPart part = IntroductionPart::introducer;  // yours
    IntroducedPerson introducer;
    IntroducedPerson partner;
    IntroducedPerson colleague;
    std::string why;
    IntroductionState state = IntroductionState::waiting;
    std::optional<IntroductionReply> own_answer;
    base::Day closes_on;
    std::optional<base::Day> made_on;
    bool may_answer = false;
    bool may_take_back = false;
};
BOOST_DESCRIBE_STRUCT(IntroductionBrief, (),
                      (id, pairing_id, part, introducer, partner, colleague, why, state, own_answer, closes_on, made_on,
                       may_answer, may_take_back))

struct IntroducedPair {
    PairingId pairing_id;
    IntroducedPerson partner;
};
BOOST_DESCRIBE_STRUCT(IntroducedPair, (), (pairing_id, partner))

struct MyIntroductions {
    std::vector<IntroducedPair> may_introduce;  // your pairs in which you may introduce your partner
    std::vector<IntroductionBrief> items;       // the latest fifty
};
BOOST_DESCRIBE_STRUCT(MyIntroductions, (), (may_introduce, items))

struct IntroductionWanted {
    std::string colleague;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(IntroductionWanted, (), (colleague, why))

struct IntroductionAnswer {
    IntroductionReply answer = IntroductionReply::yes;
};
BOOST_DESCRIBE_STRUCT(IntroductionAnswer, (), (answer))

// For whoever coordinates or stands for a programme, and analysts: a number and no name (rules B).
struct IntroductionCount {
    std::int32_t made = 0;
};
BOOST_DESCRIBE_STRUCT(IntroductionCount, (), (made))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::IntroductionWanted> =
    std::array{meta::Limit{"colleague", 1, 300, "Who: name, number, sign-in name or address"},
               meta::Limit{"why", 0, 500, "What the two could have of each other; both read it"}};
