#pragma once
// Monday, three sentences (rules H3): where a programme stands and what may need its coordinators, in counts alone;
// each sentence with one act.

#include <cstdint>
#include <optional>
#include <vector>

#include <boost/describe.hpp>

#include "base/id.hpp"

namespace care {

using MondayId = base::Id<struct MondayTag>;

enum class MondayKind {
    met,           // so many of the pairs have had a conversation
    help,          // so many people would like help
    end,           // in so many days the house announces the last day, if nobody has
    word,          // so many pairs may need a word
    no_next_date,  // so many pairs have no next date
};
BOOST_DESCRIBE_ENUM(MondayKind, met, help, end, word, no_next_date)

struct MondaySentence {
    MondayKind kind = MondayKind::met;
    std::int64_t count = 0;
    std::int64_t of = 0;  // the pairs there are

    auto operator<=>(MondaySentence const&) const = default;
};
BOOST_DESCRIBE_STRUCT(MondaySentence, (), (kind, count, of))

// Pairs that have started and run.
struct MondayCounts {
    std::int64_t pairs = 0;
    std::int64_t met = 0;
    std::int64_t help = 0;
    std::int64_t word = 0;
    std::int64_t no_next_date = 0;
};
BOOST_DESCRIBE_STRUCT(MondayCounts, (), (pairs, met, help, word, no_next_date))

// At most three, what people ask for first; none while there is no pair.
// `days_to_told`: while the coordinators are reminded of the end.
std::vector<MondaySentence> sentences_of(MondayCounts const& counts, std::optional<std::int64_t> days_to_told = {});
// Else: nothing needs you this week.
bool needs_somebody(std::vector<MondaySentence> const& sentences);

}  // namespace care
