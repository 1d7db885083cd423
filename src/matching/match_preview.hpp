#pragma once
// "Paste thirty rows, see your programme" (rules H1): a run on rows that are stored nowhere. Without topics the rule
// that each side must gain is left out, and the answer says so.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "matching/reason_shapes.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace matching {

// One pasted row. Without any side the lower half by level brings the topic.
struct PreviewRow {
    std::string name;
    std::optional<programme::Side> side;
    std::optional<std::int32_t> level;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> manager;  // by name
    std::vector<std::string> brings;
    std::vector<std::string> wants;
};
BOOST_DESCRIBE_STRUCT(PreviewRow, (), (name, side, level, department, site, manager, brings, wants))

struct PreviewInput {
    std::vector<PreviewRow> rows;
    std::optional<programme::Direction> direction;  // reverse
};
BOOST_DESCRIBE_STRUCT(PreviewInput, (), (rows, direction))

struct PreviewPair {
    std::int32_t mentor = 0;  // rows, from 0
    std::int32_t mentee = 0;
    std::string fit;
    ReasonsShown reasons;
};
BOOST_DESCRIBE_STRUCT(PreviewPair, (), (mentor, mentee, fit, reasons))

struct PreviewLeftover {
    std::int32_t row = 0;
    LeftoverShown reason;
};
BOOST_DESCRIBE_STRUCT(PreviewLeftover, (), (row, reason))

// A topic that somebody wants and nobody brings.
struct MissingTopic {
    std::string topic;
    std::int64_t wanted_by = 0;
};
BOOST_DESCRIBE_STRUCT(MissingTopic, (), (topic, wanted_by))

struct Preview {
    std::vector<std::int32_t> mentors;  // rows
    std::vector<std::int32_t> mentees;
    std::vector<PreviewPair> pairs;
    std::vector<PreviewLeftover> without_partner;
    std::int64_t pairs_across_departments = 0;
    std::vector<MissingTopic> missing_topics;   // the most wanted first
    std::vector<std::string> missing_managers;  // named, but without a row
    bool leaves_topics_out = false;
    std::vector<RuleCount> rules;
    std::string certificate;
};
BOOST_DESCRIBE_STRUCT(Preview, (),
                      (mentors, mentees, pairs, without_partner, pairs_across_departments, missing_topics,
                       missing_managers, leaves_topics_out, rules, certificate))

// Pure. Refuses two rows with the same name (`twice`), since a manager is named by name.
base::Result<Preview> make_preview(PreviewInput const& input);

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::PreviewRow> = std::array{meta::Limit{"name", 1, 200},
                                                                      meta::Limit{"level", -1000, 1000},
                                                                      meta::Limit{"department", 0, 200},
                                                                      meta::Limit{"site", 0, 200},
                                                                      meta::Limit{"manager", 0, 200},
                                                                      meta::Limit{"brings", 0, 10, "", 1, 200},
                                                                      meta::Limit{"wants", 0, 10, "", 1, 200}};
template <>
inline constexpr auto meta::limits<matching::PreviewInput> = std::array{meta::Limit{"rows", 2, 2000}};
