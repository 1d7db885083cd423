#pragma once
// What goes in and out about feedback. Only the two ever see it.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "pairing/feedback.hpp"

namespace pairing {

struct FeedbackBrief {
    FeedbackId id;
    bool is_own = false;  // you wrote it
    base::Day written_on;
    FeedbackWords words;
    bool is_goal = false;
    bool is_due = false;  // you two have met twice since, and nobody has looked at it again
    std::optional<std::string> own_look;
    std::optional<std::string> partner_look;
    bool may_change = false;
    bool may_pick = false;
};
BOOST_DESCRIBE_STRUCT(FeedbackBrief, (),
                      (id, is_own, written_on, words, is_goal, is_due, own_look, partner_look, may_change, may_pick))

struct PairFeedback {
    std::vector<FeedbackBrief> items;  // the latest first
    bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(PairFeedback, (), (items, may_write))

struct FeedbackPick {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(FeedbackPick, (), (text))

struct FeedbackLook {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(FeedbackLook, (), (text))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::FeedbackPick> =
    std::array{meta::Limit{"text", 1, 300, "The goal, in your own words"}};
template <>
inline constexpr auto meta::limits<pairing::FeedbackLook> =
    std::array{meta::Limit{"text", 0, 1000, "What you see now; empty takes it back"}};
