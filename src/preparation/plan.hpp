#pragma once
// What a programme makes of the modules: which ones a side reads, in which order, and which of them are core, that is
// read before the first conversation after both went on (R19, rules D7). Nobody is blocked by it: until both are ready
// the date is pencilled in.
//
// Small first (rules 9): up to 30 pairs two short modules a side are core, else the six of R19. The two of the light
// preparation can be taken away from nobody (decision 0200).

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "preparation/module.hpp"

namespace preparation {

using OwnModuleId = base::Id<struct OwnModuleTag>;

inline constexpr std::size_t kMostModules = 40;
inline constexpr std::size_t kMostOwnModules = 10;
inline constexpr int kLongestOwnText = 12'000;

struct PlannedModule {
    std::string module;  // the key of one of the house, or the id of an own one
    Reader reader = Reader::both;
    bool is_core = false;

    auto operator<=>(PlannedModule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedModule, (), (module, reader, is_core))

// A programme's own.
struct OwnModule {
    OwnModuleId id;
    std::string title;
    std::string text;  // Markdown

    auto operator<=>(OwnModule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnModule, (), (id, title, text))

struct Plan {
    std::int32_t version = 0;  // 0: nobody has changed it
    std::vector<PlannedModule> modules;
    std::vector<OwnModule> own;

    auto operator<=>(Plan const&) const = default;
};

Plan default_plan(std::int32_t planned_pairs);

// One of the two a side with which every programme begins.
bool is_in_every_plan(Module const& module);

// Those the house has, each once, the two a side among them and core; own ones for one side or both. Refuses, with a
// pointer below /modules: unknown, twice, no_side, must_be_core, required (at /modules, with the missing key),
// too_many.
base::Result<Plan> checked(Plan plan);

// The core modules of a side that are not done.
std::vector<PlannedModule> missing_of(Plan const& plan, Side side, std::set<std::string, std::less<>> const& done);

}  // namespace preparation
