#pragma once
// *Show me*: three things a topic by which somebody sees that they can do it without help (D23). Ticked by the mentee,
// or by both together: what the mentee has not ticked, the mentor cannot. What is ticked is the two people's alone.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/result.hpp"
#include "pairing/pairing.hpp"

namespace meeting {

inline constexpr std::int32_t kCriteria = 3;

struct TopicCriteria {
    std::string topic;
    std::vector<std::string> criteria;
};
BOOST_DESCRIBE_STRUCT(TopicCriteria, (), (topic, criteria))

struct AllCriteria {
    std::vector<TopicCriteria> topics;
};
BOOST_DESCRIBE_STRUCT(AllCriteria, (), (topics))

// In `language`, or in English: one entry for each topic of the catalogue, three criteria each.
AllCriteria const& all_criteria(std::string_view language = "en");
TopicCriteria const* find_criteria(std::string_view topic, std::string_view language = "en");

struct TeachBack {
    std::string topic;
    std::int32_t version = 0;
    // Numbers of the criteria, from 1, ascending.
    std::vector<std::int32_t> mentee_ticked;
    std::vector<std::int32_t> mentor_ticked;
    // Since when all of them are ticked by the mentee; unknown for what was shown before days were kept.
    std::optional<base::Day> shown_on = {};

    bool operator==(TeachBack const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TeachBack, (), (topic, version, mentee_ticked, mentor_ticked, shown_on))

bool is_shown(TeachBack const& teach_back);
// Since when what is saved today is shown: as long as it stays so, since the day on which it first was.
std::optional<base::Day> shown_since(TeachBack const& saved, TeachBack const& before, base::Day today);

// What one's own side ticks, whole. What the mentee takes back is taken back for both. Refuses: `stale`,
// `unknown_criterion`, and `mentee_ticks_first`.
base::Result<TeachBack> tick(TeachBack teach_back, pairing::Side by, std::int32_t version,
                             std::vector<std::int32_t> ticked);

base::Refusal mentee_ticks_first();
base::Refusal topic_not_found();

}  // namespace meeting
