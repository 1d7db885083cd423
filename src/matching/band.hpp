#pragma once
// The pairs of a run by department, level or site: two columns of groups, and a band between two of them for the pairs
// that join them. The ten largest groups of both sides together stand by themselves, on both sides; the others together
// are the rest; whoever has none is unknown. So an answer has at most twelve groups a side and 144 bands, however large
// the house is.

#include <optional>
#include <string>
#include <vector>

#include "matching/band_shapes.hpp"

namespace matching {

// So many pairs join people of these two; nothing stands for people of whom it is not known.
struct PairsBetween {
    std::optional<std::string> mentor_group;
    std::optional<std::string> mentee_group;
    std::int64_t pairs = 0;
};
BOOST_DESCRIBE_STRUCT(PairsBetween, (), (mentor_group, mentee_group, pairs))

struct PeopleAlone {
    Side side = Side::mentor;
    std::optional<std::string> group_name;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(PeopleAlone, (), (side, group_name, people))

struct Counted {
    std::vector<PairsBetween> pairs;
    std::vector<PeopleAlone> alone;
};

// Those that stand by themselves, the largest first, by name between equals. One more than ten where it would be the
// only one of the rest.
std::vector<std::string> own_groups(Counted const& counted);

// Groups by name (levels from the highest), then the rest and the unknown; the widest band first.
RunBands bands_of(Division by, Counted const& counted);

// A group as an answer names it and a filter of a list asks for it: "rest", "unknown", "of Sales". Refuses another.
struct GroupKey {
    GroupKind kind = GroupKind::own;
    std::string name;  // of its own group
};
std::string to_text(GroupKey const& key);
std::optional<GroupKey> parse_group_key(std::string_view text);

}  // namespace matching
