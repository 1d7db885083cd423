#pragma once
// The cells of two tables as the rules of a file read them: folded once, and every word a number, so that a couple is
// judged without looking at text.

#include <compare>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "matching/engine/snapshot.hpp"
#include "matching/rule_file.hpp"

namespace matching {

// One cell for one rule.
struct Reading {
    bool is_known = false;  // not empty
    std::optional<std::int32_t> step;
    std::vector<std::uint32_t> words;  // each once, in order; of a cell that is no list, the cell

    auto operator<=>(Reading const&) const = default;
};

struct ReadRule {
    FileRule rule;
    std::vector<Reading> mentors;  // by row
    std::vector<Reading> mentees;
    std::map<std::int32_t, std::int32_t> points_by_difference;

    [[nodiscard]] std::vector<Reading> const& of(ListSide side) const {
        return side == ListSide::mentor ? mentors : mentees;
    }
};

std::optional<std::int32_t> whole_number(std::string_view text);
std::vector<std::string> words_in_list(std::string const& cell, char separator);

// Refuses a column that a table does not have, a value that is not on its scale and a list that is too long.
base::Result<std::vector<ReadRule>> read_by_rules(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                                  unsigned threads = 1);
base::Result<std::size_t> column_of(Table const& table, std::string const& column);

struct Outcome {
    bool holds = false;
    std::int32_t points = 0;

    [[nodiscard]] bool forbids(FileRule const& rule) const {
        return holds ? rule.forbidden.value_or(false) : rule.required.value_or(false);
    }
};
Outcome outcome_of(ReadRule const& read, std::size_t mentor, std::size_t mentee);

// Whether no rule stands between them, and the points of all rules.
struct Judgement {
    bool may_meet = true;
    std::int32_t points = 0;
};
Judgement judge_couple(std::vector<ReadRule> const& rules, engine::Couple couple);

// A refusal that names the table and the line; 0: the whole table.
base::Refusal in_table(Table const& table, std::int32_t line, std::string code, std::string const& sentence,
                       base::Params params);

}  // namespace matching
