#pragma once
// The fairness audit: how a run treats groups of people, by department, site and level, or by a table that somebody
// uploads. It is made after the result is frozen and changes nothing of it.
//
// Small groups are hidden, and hidden so that nobody computes them: groups below the least size are counted together;
// where that leaves one of them alone, or together still fewer than the least size, the next smallest joins them. Where
// one or two rows of a division and the rows of another that lie in them differ by a few people, one of those is
// counted with the others too.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/meta.hpp"

namespace matching {

inline constexpr std::int64_t kLeastGroup = 5;
inline constexpr std::int64_t kLeastUploadedGroup = 10;

// Somebody who could be given a partner.
struct AuditedPerson {
    std::int64_t partners = 0;        // in this run
    std::int64_t benefit = 0;         // of their own side, of all of them together
    std::vector<std::string> groups;  // one for each division; "" unknown
};

// Shares in thousandths, ratios in hundredths of the figure for everybody.
struct FairnessRow {
    std::optional<std::string> group;  // empty: so many small groups together
    std::int64_t groups = 1;
    std::int64_t people = 0;
    std::int64_t reached = 0;
    std::int64_t coverage = 0;
    std::optional<std::int64_t> benefit;  // the mean of those who have a partner
    std::int64_t coverage_difference = 0;
    std::optional<std::int64_t> coverage_ratio;
    std::optional<std::int64_t> benefit_difference;
    std::optional<std::int64_t> benefit_ratio;
};
BOOST_DESCRIBE_STRUCT(FairnessRow, (),
                      (group, groups, people, reached, coverage, benefit, coverage_difference, coverage_ratio,
                       benefit_difference, benefit_ratio))

struct FairnessDivision {
    std::string division;           // department | site | level
    std::vector<FairnessRow> rows;  // the largest first, small groups together last; none: too few to compare
};
BOOST_DESCRIBE_STRUCT(FairnessDivision, (), (division, rows))

struct FairnessAudit {
    std::int64_t least_group = kLeastGroup;
    std::int64_t people = 0;
    std::int64_t reached = 0;
    std::int64_t coverage = 0;
    std::optional<std::int64_t> benefit;
    std::vector<FairnessDivision> divisions;
};
BOOST_DESCRIBE_STRUCT(FairnessAudit, (), (least_group, people, reached, coverage, benefit, divisions))

// `divisions` names what `groups` of each person stand for, in their order.
FairnessAudit audit_fairness(std::vector<AuditedPerson> const& people, std::vector<std::string> const& divisions,
                             std::int64_t least_group);

// Which groups of each division are shown by themselves: for each division, for each of its groups in alphabetical
// order. For tests, too: an attacker is let loose on it.
using Shown = std::vector<std::vector<bool>>;
struct Divided {
    std::vector<std::vector<std::string>> names;          // by division
    std::vector<std::vector<std::vector<bool>>> members;  // by division and group: is this person in it?
};
Divided divide(std::vector<AuditedPerson> const& people, std::size_t divisions);
Shown hide_small_groups(Divided const& divided, std::int64_t least_group);

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::FairnessRow> =
    std::array{meta::doc("group", "Its name; null: the groups that are too small to stand by themselves, together"),
               meta::doc("groups", "So many groups"),
               meta::doc("people", "Who could be given a partner"),
               meta::doc("reached", "Who have one in this run"),
               meta::doc("coverage", "Of a thousand"),
               meta::doc("benefit", "The mean of their own side, 0 to 1000; null: nobody has a partner"),
               meta::doc("coverage_difference", "To everybody's, in thousandths"),
               meta::doc("coverage_ratio", "To everybody's, in hundredths; null: nobody has a partner"),
               meta::doc("benefit_difference", "To everybody's"),
               meta::doc("benefit_ratio", "To everybody's, in hundredths")};
template <>
inline constexpr auto meta::limits<matching::FairnessDivision> =
    std::array{meta::doc("division", "department, site or level"),
               meta::doc("rows", "The largest first; none where the groups are too small to compare")};
template <>
inline constexpr auto meta::limits<matching::FairnessAudit> =
    std::array{meta::doc("least_group", "Smaller groups are counted together"),
               meta::doc("coverage", "Of a thousand who could be given a partner, so many have one"),
               meta::doc("benefit", "The mean over everybody who has a partner")};
