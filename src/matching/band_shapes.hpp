#pragma once
// What goes out about the bands of a run: counts, and nobody's name.

#include "matching/match_run_shapes.hpp"

namespace matching {

enum class GroupKind { own, rest, unknown };
BOOST_DESCRIBE_ENUM(GroupKind, own, rest, unknown)

struct BandGroup {
    Side side = Side::mentor;
    std::string key;
    GroupKind kind = GroupKind::own;
    std::optional<std::string> name;
    std::int64_t groups = 1;
    std::int64_t pairs = 0;
    std::int64_t alone = 0;
};
BOOST_DESCRIBE_STRUCT(BandGroup, (), (side, key, kind, name, groups, pairs, alone))

struct Band {
    std::string mentor_group;
    std::string mentee_group;
    std::int64_t pairs = 0;
};
BOOST_DESCRIBE_STRUCT(Band, (), (mentor_group, mentee_group, pairs))

struct RunBands {
    Division by = Division::department;
    std::int64_t pairs = 0;
    std::int64_t across = 0;
    std::vector<BandGroup> groups;
    std::vector<Band> bands;
};
BOOST_DESCRIBE_STRUCT(RunBands, (), (by, pairs, across, groups, bands))

struct BandsQuery {
    std::optional<Division> by;  // department
};
BOOST_DESCRIBE_STRUCT(BandsQuery, (), (by))

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::BandGroup> = std::array{
    meta::doc("key", "What a list of pairs or of people without a partner filters by"),
    meta::doc("kind", "own: one department, level or site; rest: the smaller ones together; unknown: none given"),
    meta::doc("name", "Of one; a level by the word it has in the house"),
    meta::doc("groups", "How many stand in it"),
    meta::doc("pairs", "Of its people, each counted once a side"),
    meta::doc("alone", "People of it without a partner yet")};
template <>
inline constexpr auto meta::limits<matching::RunBands> =
    std::array{meta::doc("across", "Pairs of two different ones, both known"), meta::doc("bands", "The widest first")};
