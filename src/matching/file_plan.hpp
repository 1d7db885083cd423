#pragma once
// What two tables of people would give under a rules file, and who or what would give more: a plan (engine/plan.hpp)
// for `obverse plan`. A kind of newcomer is what stands in the columns of the rules that forbid or require something.

#include "matching/file_snapshot.hpp"

namespace matching {

struct CellValue {
    std::string column;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(CellValue, (), (column, value))

// So many newcomers with these cells fill all their places, after those before them on the same side.
struct MissingRows {
    ListSide side = ListSide::mentor;
    std::int64_t people = 0;
    std::int32_t places_each = 1;
    std::int64_t pairs = 0;  // that are possible then, in all
    std::vector<CellValue> cells;
    std::int64_t could_meet = 0;  // of those who may be without a partner otherwise
};
BOOST_DESCRIBE_STRUCT(MissingRows, (), (side, people, places_each, pairs, cells, could_meet))

struct FileRuleCost {
    std::string rule;
    std::int64_t pairs = 0;  // more, if it neither forbade nor required anything
};
BOOST_DESCRIBE_STRUCT(FileRuleCost, (), (rule, pairs))

struct FilePlacesCost {
    ListSide side = ListSide::mentor;
    std::int64_t people = 0;
    std::int64_t pairs = 0;  // more, if each of these people had one place more
};
BOOST_DESCRIBE_STRUCT(FilePlacesCost, (), (side, people, pairs))

struct FilePlan {
    std::int64_t mentor_places = 0;
    std::int64_t mentee_places = 0;
    std::int64_t pairs = 0;  // the most there can be
    std::vector<MissingRows> missing_people;
    std::vector<FileRuleCost> rules;
    std::vector<FilePlacesCost> places;
};
BOOST_DESCRIBE_STRUCT(FilePlan, (), (mentor_places, mentee_places, pairs, missing_people, rules, places))

struct CouplesToPlan {
    std::vector<engine::Couple> locks;
    std::vector<engine::Couple> bans;
};

// `made` was made of the same rules, tables and capacities. Newcomers have the places of `capacities`.
base::Result<FilePlan> make_file_plan(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                      Capacities capacities, FileSnapshot const& made, CouplesToPlan const& couples);

}  // namespace matching
