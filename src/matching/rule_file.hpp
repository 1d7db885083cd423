#pragma once
// Rules for matching two tables of people without a programme, as a JSON file (docs/rules.md): which two people may
// meet and how many points a couple is worth, said with columns, never with code. Points are the same for both sides.
//
// Cells are compared folded (upper and lower case, white space and Unicode forms do not matter). A rule about an empty
// cell does not hold: what is unknown is neither equal nor different.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "platform/meta.hpp"

namespace matching {

enum class RuleKind { equal, different, difference, member, overlap };
BOOST_DESCRIBE_ENUM(RuleKind, equal, different, difference, member, overlap)
enum class ListSide { mentor, mentee };
BOOST_DESCRIBE_ENUM(ListSide, mentor, mentee)

// `difference`: the mentor's value less the mentee's lies within minimum..maximum; values are steps of `scale`, or
// whole numbers without one. `member`: one side's value stands in the other side's list. `overlap`: both cells are
// lists, and a word stands in both.
struct FileRule {
    std::string name;
    RuleKind kind = RuleKind::equal;
    std::string mentor;  // columns
    std::string mentee;
    std::optional<std::string> scale;
    std::optional<std::int32_t> minimum;
    std::optional<std::int32_t> maximum;
    std::optional<ListSide> list;
    std::optional<std::string> separator;  // of the lists; "," unless said
    std::optional<std::int32_t> points;    // when the rule holds
    std::optional<std::map<std::string, std::int32_t>> points_by_difference;
    std::optional<std::int32_t> points_each;  // `overlap`: for each word in both
    std::optional<bool> required;             // two people for whom it does not hold may not meet
    std::optional<bool> forbidden;            // two people for whom it holds may not meet
};
BOOST_DESCRIBE_STRUCT(FileRule, (),
                      (name, kind, mentor, mentee, scale, minimum, maximum, list, separator, points,
                       points_by_difference, points_each, required, forbidden))

// Where one table holds both sides: the column that says who stands where. A cell may name both values.
struct SideColumn {
    std::string column;
    std::string mentor;
    std::string mentee;
};
BOOST_DESCRIBE_STRUCT(SideColumn, (), (column, mentor, mentee))

struct RuleFile {
    std::int32_t format = 1;
    std::string identify_by;                     // a column, different for everybody of a side
    std::optional<std::string> capacity_column;  // whole numbers; wins over the command line where it is not empty
    std::optional<SideColumn> side;
    std::optional<std::map<std::string, std::vector<std::string>>> scales;  // lowest first
    std::vector<FileRule> rules;
};
BOOST_DESCRIBE_STRUCT(RuleFile, (), (format, identify_by, capacity_column, side, scales, rules))

// Of a cell that `overlap` reads.
inline constexpr std::size_t kMostSharedWords = 100;

struct Table {
    std::string name;  // for messages: the file
    std::vector<std::string> columns;
    struct Row {
        std::int32_t line = 0;
        std::vector<std::string> cells;  // as many as columns
    };
    std::vector<Row> rows;
};

// Refuses with every mistake as a JSON pointer into the file.
base::Result<RuleFile> read_rule_file(std::string_view text);

// The rows of `people` that stand on one side; both where the file does not say.
base::Result<Table> rows_of_side(RuleFile const& rules, Table const& people, ListSide side);

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::FileRule> =
    std::array{meta::Limit{"name", 1, 200},
               meta::Limit{"mentor", 1, 200},
               meta::Limit{"mentee", 1, 200},
               meta::Limit{"separator", 1, 1},
               meta::Limit{"points", -1'000'000, 1'000'000},
               meta::Limit{"points_by_difference", 1, 1000, "", -1'000'000, 1'000'000},
               meta::Limit{"points_each", -100'000, 100'000}};
template <>
inline constexpr auto meta::limits<matching::RuleFile> =
    std::array{meta::Limit{"format", 1, 1}, meta::Limit{"identify_by", 1, 200}, meta::Limit{"rules", 1, 100}};
