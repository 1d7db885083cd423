#include "matching/rule_reading.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>

#include "base/text.hpp"
#include "matching/engine/in_parts.hpp"

namespace matching {

namespace {

base::Refusal column_missing(Table const& table, std::string const& column) {
    return in_table(table, 0, "column_missing", "there is no column \"" + column + "\".", {{"column", column}});
}
base::Refusal value_not_on_scale(Table const& table, std::int32_t line, std::string const& value,
                                 std::string const& scale) {
    return in_table(
        table, line, "value_not_on_scale",
        "\"" + value + "\" is not " + (scale.empty() ? "a whole number." : "on the scale \"" + scale + "\"."),
        {{"value", value}, {"scale", scale}});
}
base::Refusal list_too_long(Table const& table, std::int32_t line, std::string const& column) {
    return in_table(table, line, "list_too_long",
                    "\"" + column + "\" has more than " + std::to_string(kMostSharedWords) + " words.",
                    {{"column", column}, {"most", std::to_string(kMostSharedWords)}});
}

struct AnyText : std::hash<std::string_view> {
    using is_transparent = void;
};
template <class T>
using ByText = std::unordered_map<std::string, T, AnyText, std::equal_to<>>;

// Words of both tables, numbered as they come: two are the same if their numbers are. What stands in a cell is folded
// when it is first met: few words make up most of a table.
class Numbering {
  public:
    // None: nothing is left of it.
    std::optional<std::uint32_t> number_of(std::string_view written) {
        if (auto const found = as_written_.find(written); found != as_written_.end()) return found->second;
        auto word = base::fold(written);
        std::optional<std::uint32_t> number;
        if (!word.empty())
            number = numbers_.emplace(std::move(word), static_cast<std::uint32_t>(numbers_.size())).first->second;
        as_written_.emplace(written, number);
        return number;
    }

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
    ByText<std::optional<std::uint32_t>> as_written_;
};

bool is_list(FileRule const& rule, ListSide side) {
    return rule.kind == RuleKind::overlap || (rule.kind == RuleKind::member && rule.list == side);
}

class ColumnReader {
  public:
    ColumnReader(RuleFile const& rules, FileRule const& rule, Numbering& numbering)
        : rule_(rule), numbering_(numbering) {
        if (!rule.scale) return;
        for (auto const& value : rules.scales->at(*rule.scale))
            steps_.emplace(base::fold(value), static_cast<std::int32_t>(steps_.size()));
    }

    base::Result<std::vector<Reading>> read(Table const& table, ListSide side) {
        auto const& name = side == ListSide::mentor ? rule_.mentor : rule_.mentee;
        TRY(column, column_of(table, name));
        std::vector<Reading> readings;
        readings.reserve(table.rows.size());
        for (auto const& row : table.rows) {
            auto reading = read_cell(row.cells[column], side);
            if (rule_.kind == RuleKind::difference && reading.is_known && !reading.step)
                return value_not_on_scale(table, row.line, row.cells[column], rule_.scale.value_or(""));
            if (rule_.kind == RuleKind::overlap && reading.words.size() > kMostSharedWords)
                return list_too_long(table, row.line, name);
            readings.push_back(std::move(reading));
        }
        return readings;
    }

  private:
    Reading read_cell(std::string const& cell, ListSide side) {
        if (rule_.kind == RuleKind::difference) return read_step(cell);
        if (is_list(rule_, side)) return read_list(cell);
        auto const number = numbering_.number_of(cell);
        if (!number) return {};
        return {true, {}, {*number}};
    }
    Reading const& read_step(std::string const& cell) {
        if (auto const found = as_written_.find(cell); found != as_written_.end()) return found->second;
        auto const word = base::fold(cell);
        return as_written_.emplace(cell, Reading{!word.empty(), step_of(word), {}}).first->second;
    }
    Reading read_list(std::string const& cell) {
        auto const separator = rule_.separator.value_or(",").front();
        Reading reading;
        reading.words.reserve(static_cast<std::size_t>(std::count(cell.begin(), cell.end(), separator)) + 1);
        std::string_view rest = cell;
        for (;;) {
            auto const end = rest.find(separator);
            if (auto const number = numbering_.number_of(rest.substr(0, end))) reading.words.push_back(*number);
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 1);
        }
        // Separators alone are something, too.
        reading.is_known = !reading.words.empty() || !base::fold(cell).empty();
        std::sort(reading.words.begin(), reading.words.end());
        reading.words.erase(std::unique(reading.words.begin(), reading.words.end()), reading.words.end());
        return reading;
    }
    [[nodiscard]] std::optional<std::int32_t> step_of(std::string const& word) const {
        if (word.empty()) return std::nullopt;
        if (!rule_.scale) return whole_number(word);
        auto const found = steps_.find(word);
        return found == steps_.end() ? std::nullopt : std::optional(found->second);
    }

    FileRule const& rule_;
    Numbering& numbering_;
    std::map<std::string, std::int32_t> steps_;
    ByText<Reading> as_written_;  // of a difference
};

base::Result<ReadRule> read_by_rule(RuleFile const& rules, FileRule const& rule, Table const& mentors,
                                    Table const& mentees) {
    Numbering numbering;
    ColumnReader reader(rules, rule, numbering);
    TRY(mentor_readings, reader.read(mentors, ListSide::mentor));
    TRY(mentee_readings, reader.read(mentees, ListSide::mentee));
    ReadRule read{rule, std::move(mentor_readings), std::move(mentee_readings), {}};
    if (rule.points_by_difference)
        for (auto const& [difference, points] : *rule.points_by_difference)
            read.points_by_difference.emplace(*whole_number(difference), points);
    return read;
}

std::int32_t words_in_both(Reading const& a, Reading const& b) {
    std::int32_t both = 0;
    for (auto i = a.words.begin(), j = b.words.begin(); i != a.words.end() && j != b.words.end();) {
        if (*i == *j) {
            ++both;
            ++i;
            ++j;
        } else {
            *i < *j ? ++i : ++j;
        }
    }
    return both;
}

Outcome difference_outcome(ReadRule const& read, Reading const& mentor, Reading const& mentee) {
    auto const& rule = read.rule;
    if (!mentor.step || !mentee.step) return {};
    auto const difference = std::int64_t{*mentor.step} - *mentee.step;
    if (difference < rule.minimum.value_or(std::numeric_limits<std::int32_t>::min()) ||
        difference > rule.maximum.value_or(std::numeric_limits<std::int32_t>::max()))
        return {};
    if (!rule.points_by_difference) return {true, rule.points.value_or(0)};
    auto const found = read.points_by_difference.find(static_cast<std::int32_t>(difference));
    return {true, found == read.points_by_difference.end() ? 0 : found->second};
}

}  // namespace

base::Refusal in_table(Table const& table, std::int32_t line, std::string code, std::string const& sentence,
                       base::Params params) {
    auto const where = table.name + (line == 0 ? std::string() : " line " + std::to_string(line));
    params["table"] = table.name;
    if (line != 0) params["line"] = std::to_string(line);
    return {base::RefusalKind::invalid, std::move(code), where + ": " + sentence, {}, std::move(params)};
}

base::Result<std::size_t> column_of(Table const& table, std::string const& column) {
    auto const found = std::find(table.columns.begin(), table.columns.end(), column);
    if (found == table.columns.end()) return column_missing(table, column);
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::optional<std::int32_t> whole_number(std::string_view text) {
    std::int32_t number = 0;
    auto const* end = text.data() + text.size();
    auto const [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return number;
}

std::vector<std::string> words_in_list(std::string const& cell, char separator) {
    std::vector<std::string> words;
    for (auto const& part : base::split(cell, separator))
        if (auto word = base::fold(part); !word.empty()) words.push_back(std::move(word));
    return words;
}

base::Result<std::vector<ReadRule>> read_by_rules(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                                  unsigned threads) {
    std::vector<std::optional<base::Result<ReadRule>>> each(rules.rules.size());
    engine::in_parts(
        each.size(), threads, {},
        [&](unsigned, std::size_t r) { each[r].emplace(read_by_rule(rules, rules.rules[r], mentors, mentees)); }, 1);
    std::vector<ReadRule> all;
    for (auto& one : each) {
        if (!*one) return one->refusal();
        all.push_back(std::move(**one));
    }
    return all;
}

Outcome outcome_of(ReadRule const& read, std::size_t mentor, std::size_t mentee) {
    auto const& rule = read.rule;
    auto const& one = read.mentors[mentor];
    auto const& other = read.mentees[mentee];
    if (rule.kind == RuleKind::difference) return difference_outcome(read, one, other);
    if (!one.is_known || !other.is_known) return {};
    auto const shared = words_in_both(one, other);
    if ((shared > 0) == (rule.kind == RuleKind::different)) return {};
    return {true, rule.points_each ? *rule.points_each * shared : rule.points.value_or(0)};
}

Judgement judge_couple(std::vector<ReadRule> const& rules, engine::Couple couple) {
    Judgement judgement;
    for (auto const& rule : rules) {
        auto const outcome = outcome_of(rule, couple.mentor, couple.mentee);
        judgement.points += outcome.points;
        if (outcome.forbids(rule.rule)) judgement.may_meet = false;
    }
    return judgement;
}

}  // namespace matching
