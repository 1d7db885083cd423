#pragma once
// What goes in and out about preparation.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/meta.hpp"
#include "preparation/plan.hpp"
#include "preparation/quality.hpp"
#include "programme/called.hpp"
#include "programme/enrolment.hpp"

namespace preparation {

using access::PersonId;
using access::ProgrammeId;
using programme::EnrolmentId;

// A line of a list.
struct ModuleBrief {
    std::string key;
    std::string title;
    Reader reader = Reader::both;
    bool is_core = false;
    std::optional<std::string> before;  // the guide before which it helps
    std::int32_t minutes = 0;
    std::optional<std::string> your_turn;  // the exercise in one line
    bool is_done = false;                  // by you
};
BOOST_DESCRIBE_STRUCT(ModuleBrief, (), (key, title, reader, is_core, before, minutes, your_turn, is_done))

// One of the three sentences at the end; empty while you have said neither.
struct TickedSentence {
    std::string key;
    std::string text;
    std::optional<bool> is_true;
};
BOOST_DESCRIBE_STRUCT(TickedSentence, (), (key, text, is_true))

// Yours, on one side of one programme.
struct SidePreparation {
    EnrolmentId enrolment_id;
    ProgrammeId programme_id;
    programme::Called programme;
    Side side = Side::mentor;
    std::vector<ModuleBrief> modules;
    std::int32_t minutes_left = 0;  // of the core modules
    bool is_prepared = false;       // the core modules are done
    std::vector<TickedSentence> sentences;
    std::optional<std::int32_t> rating;
};
BOOST_DESCRIBE_STRUCT(SidePreparation, (),
                      (enrolment_id, programme_id, programme, side, modules, minutes_left, is_prepared, sentences,
                       rating))

struct MyPreparation {
    std::vector<SidePreparation> sides;
    std::vector<ModuleBrief> of_roles;  // for what else you are in the house
};
BOOST_DESCRIBE_STRUCT(MyPreparation, (), (sides, of_roles))

struct ModuleAnswer {
    std::string key;
    std::string title;
    Reader reader = Reader::both;
    bool is_core = false;
    std::int32_t minutes = 0;
    std::string text;                      // Markdown: `##` headings, paragraphs, lists, bold words
    std::optional<std::string> exercise;   // Markdown, to be written under
    std::optional<std::string> your_turn;  // what you wrote; read by you alone
    bool is_done = false;
};
BOOST_DESCRIBE_STRUCT(ModuleAnswer, (), (key, title, reader, is_core, minutes, text, exercise, your_turn, is_done))

struct TurnWritten {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TurnWritten, (), (text))

struct TickedInput {
    std::string key;
    bool is_true = false;
};
BOOST_DESCRIBE_STRUCT(TickedInput, (), (key, is_true))

struct TicksGiven {
    std::vector<TickedInput> sentences;
};
BOOST_DESCRIBE_STRUCT(TicksGiven, (), (sentences))

struct RatingGiven {
    std::int32_t rating = 0;
};
BOOST_DESCRIBE_STRUCT(RatingGiven, (), (rating))

// For whoever coordinates.
struct PlannedAnswer {
    std::string key;  // of one of the house, or the id of an own one
    Reader reader = Reader::both;
    bool is_core = false;
    bool is_in_every_plan = false;
    bool is_own = false;
    std::string title;
    std::optional<std::string> text;  // of an own one
    std::int32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(PlannedAnswer, (), (key, reader, is_core, is_in_every_plan, is_own, title, text, minutes))

struct PlanAnswer {
    std::int32_t version = 0;
    std::vector<PlannedAnswer> modules;
    std::vector<PlannedAnswer> left_out;        // those of the house that the programme does not offer
    std::optional<PreparationQuality> quality;  // from five people on
    std::int32_t fewest_raters = kFewestRaters;
};
BOOST_DESCRIBE_STRUCT(PlanAnswer, (), (version, modules, left_out, quality, fewest_raters))

struct ModuleWanted {
    std::optional<std::string> key;  // empty: a new one of your own
    bool is_core = false;
    std::optional<Reader> reader;  // of an own one
    std::optional<std::string> title;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ModuleWanted, (), (key, is_core, reader, title, text))

struct PlanWanted {
    std::int32_t version = 0;
    std::vector<ModuleWanted> modules;
};
BOOST_DESCRIBE_STRUCT(PlanWanted, (), (version, modules))

}  // namespace preparation

template <>
inline constexpr auto meta::limits<preparation::TurnWritten> =
    std::array{meta::Limit{"text", 0, 10'000, "Sealed, and read by you alone; empty takes it away"}};
template <>
inline constexpr auto meta::limits<preparation::TickedInput> =
    std::array{meta::Limit{"key", 1, 40, "Of a sentence"}, meta::doc("is_true", "false: not yet")};
template <>
inline constexpr auto meta::limits<preparation::TicksGiven> =
    std::array{meta::Limit{"sentences", 0, 3, "Sealed, and counted by nobody; the others are open"}};
template <>
inline constexpr auto meta::limits<preparation::RatingGiven> =
    std::array{meta::Limit{"rating", 1, 5, "How good it was, 5 at best"}};
template <>
inline constexpr auto meta::limits<preparation::ModuleWanted> = std::array{
    meta::Limit{"key", 1, 40, "Of one of the house, or of an own one; left out, it is a new own one"},
    meta::doc("reader", "Of an own one: mentor, mentee or both"), meta::Limit{"title", 1, 120, "Of an own one"},
    meta::Limit{"text", 1, preparation::kLongestOwnText, "Of an own one, Markdown"}};
template <>
inline constexpr auto meta::limits<preparation::PlanWanted> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "The one it was read with"},
               meta::Limit{"modules", 1, preparation::kMostModules, "In the order in which they are read"}};
