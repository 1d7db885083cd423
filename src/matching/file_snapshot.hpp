#pragma once
// Two tables and their rules as the engine takes them: who takes part, who may meet whom, and for how many points.
//
// Everybody is looked at with everybody. As long as the allowed couples are no more than `most_couples`, all of them go
// in; beyond, the best of each person on both sides, so many that they are about as many again, and the counts are of
// all couples all the same. The best: most points, equals as the draw spreads them over those who are as good
// (spread.hpp). The same for any number of threads and any order of the rows.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "matching/engine/progress.hpp"
#include "matching/engine/remedy.hpp"
#include "matching/engine/snapshot.hpp"
#include "matching/rule_file.hpp"
#include "matching/rule_reading.hpp"

namespace matching {

struct FileSnapshot {
    engine::Snapshot snapshot;
    std::vector<std::string> mentors;  // what identifies each, by position
    std::vector<std::string> mentees;
    std::vector<ReadRule> rules;
    // Counted of all couples, whether they are in the snapshot or not.
    std::vector<std::int64_t> forbidden_by;  // per rule: couples it forbids, alone or with others
    std::int64_t same_person = 0;
    std::int64_t allowed = 0;
    std::vector<std::int64_t> mentor_could_meet;  // by position
    std::vector<std::int64_t> mentee_could_meet;
    std::optional<std::int64_t> best_of_each;  // none: all couples are in
};

struct Capacities {
    std::int32_t mentor = 1;
    std::int32_t mentee = 1;
};

// How couples are looked at; what is found does not depend on it.
struct Pace {
    unsigned threads = 1;
    engine::Progress progress;
};

// Which of them go in.
struct Extent {
    std::size_t most_couples = std::size_t{1} << 25U;
    std::vector<engine::Couple> always{};  // goes in whenever it is allowed
    std::uint64_t seed = 0;                // of the draw
};

// The people alone. Refuses a column that a table does not have, a value that is not on its scale, a list that is too
// long, an identity given twice.
base::Result<FileSnapshot> read_people(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                       Capacities capacities, unsigned threads = 1);
class CoupleSearch;

// Adds the couples. What mentors look with is given back where not all couples are in, and reads `made` as long as it
// lives. Refuses `cancelled`.
base::Result<std::shared_ptr<CoupleSearch const>> find_couples(FileSnapshot& made, Extent const& extent,
                                                               Pace const& pace = {});

// Both.
base::Result<FileSnapshot> make_snapshot(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                         Capacities capacities, Extent const& extent = {}, Pace const& pace = {});

struct RulePoints {
    std::string rule;
    std::int32_t points = 0;
};
BOOST_DESCRIBE_STRUCT(RulePoints, (), (rule, points))

// Which rules gave a couple its points; none gave nothing.
std::vector<RulePoints> explain_points(std::vector<ReadRule> const& rules, engine::Couple couple);

// How many people of the other side each rule keeps from somebody, and how many it alone does. By rule.
struct RuleTally {
    std::vector<std::int64_t> people;
    std::vector<std::int64_t> people_alone;
};
std::vector<RuleTally> tally_rules(std::vector<ReadRule> const& rules, std::vector<engine::Seeker> const& people);

}  // namespace matching
