#include "matching/rule_file.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include "base/text.hpp"
#include "matching/engine/digest.hpp"
#include "matching/engine/in_parts.hpp"
#include "platform/json.hpp"

namespace matching {

namespace {

std::optional<std::int32_t> whole_number(std::string_view text) {
    std::int32_t number = 0;
    auto const* end = text.data() + text.size();
    auto const [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return number;
}

base::Refusal in_table(Table const& table, std::int32_t line, std::string code, std::string const& sentence,
                       base::Params params) {
    auto const where = table.name + (line == 0 ? std::string() : " line " + std::to_string(line));
    params["table"] = table.name;
    if (line != 0) params["line"] = std::to_string(line);
    return {base::RefusalKind::invalid, std::move(code), where + ": " + sentence, {}, std::move(params)};
}
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
base::Refusal identity_missing(Table const& table, std::int32_t line, std::string const& column) {
    return in_table(table, line, "identity_missing", "\"" + column + "\" is empty.", {{"column", column}});
}
base::Refusal identity_twice(Table const& table, std::int32_t line, std::string const& value) {
    return in_table(table, line, "identity_twice", "\"" + value + "\" stands twice.", {{"value", value}});
}
base::Refusal capacity_wrong(Table const& table, std::int32_t line, std::string const& value) {
    return in_table(table, line, "capacity_wrong", "\"" + value + "\" is not a number of places (0 to 1000).",
                    {{"value", value}});
}

class RuleFileCheck {
  public:
    explicit RuleFileCheck(RuleFile const& rules) : rules_(rules) {}

    std::vector<base::FieldError> errors() {
        if (rules_.scales)
            for (auto const& [name, values] : *rules_.scales) check_scale(name, values);
        for (std::size_t i = 0; i < rules_.rules.size(); ++i) check_rule(rules_.rules[i], i);
        return std::move(errors_);
    }

  private:
    void check_scale(std::string const& name, std::vector<std::string> const& values) {
        std::set<std::string> seen;
        for (auto const& value : values)
            if (!seen.insert(base::fold(value)).second)
                add("/scales" + json::pointer_step(name), "twice", {{"value", value}});
        if (values.empty()) add("/scales" + json::pointer_step(name), "too_short", {});
    }

    void check_rule(FileRule const& rule, std::size_t index) {
        auto const at = "/rules/" + std::to_string(index);
        auto const is_difference = rule.kind == RuleKind::difference;
        if (!rule.points && !rule.points_by_difference && !rule.required && !rule.forbidden)
            add(at, "rule_without_effect", {});
        if (rule.required.value_or(false) && rule.forbidden.value_or(false)) add(at + "/forbidden", "contradicts", {});
        if (rule.points && rule.points_by_difference) add(at + "/points_by_difference", "contradicts", {});
        only_if(is_difference, rule.scale, at + "/scale");
        only_if(is_difference, rule.minimum, at + "/minimum");
        only_if(is_difference, rule.maximum, at + "/maximum");
        only_if(is_difference, rule.points_by_difference, at + "/points_by_difference");
        only_if(rule.kind == RuleKind::member, rule.list, at + "/list");
        only_if(rule.kind == RuleKind::member, rule.separator, at + "/separator");
        if (rule.kind == RuleKind::member && !rule.list) add(at + "/list", "required", {});
        if (rule.scale && (!rules_.scales || !rules_.scales->contains(*rule.scale)))
            add(at + "/scale", "unknown", {{"value", *rule.scale}});
        if (rule.minimum && rule.maximum && *rule.minimum > *rule.maximum) add(at + "/maximum", "too_small", {});
        if (rule.points_by_difference)
            for (auto const& [difference, points] : *rule.points_by_difference)
                if (!whole_number(difference))
                    add(at + "/points_by_difference" + json::pointer_step(difference), "format", {});
    }

    template <class T>
    void only_if(bool allowed, std::optional<T> const& field, std::string const& pointer) {
        if (field && !allowed) add(pointer, "not_for_this_kind", {});
    }
    void add(std::string pointer, std::string code, base::Params params) {
        errors_.push_back({std::move(pointer), std::move(code), std::move(params)});
    }

    RuleFile const& rules_;
    std::vector<base::FieldError> errors_;
};

// One rule with everything looked up that does not depend on the couple: per row a folded word, a step, or a list.
struct Reading {
    std::string word;
    std::optional<std::int32_t> step;
    std::vector<std::string> list;
};
struct PreparedRule {
    FileRule const* rule = nullptr;
    std::vector<Reading> mentors;
    std::vector<Reading> mentees;
    std::map<std::int32_t, std::int32_t> points_by_difference;
};

base::Result<std::size_t> column_of(Table const& table, std::string const& column) {
    auto const found = std::find(table.columns.begin(), table.columns.end(), column);
    if (found == table.columns.end()) return column_missing(table, column);
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::vector<std::string> words_in_list(std::string const& cell, char separator) {
    std::vector<std::string> words;
    for (auto const& part : base::split(cell, separator))
        if (auto word = base::fold(part); !word.empty()) words.push_back(std::move(word));
    return words;
}

base::Result<std::vector<Reading>> read_column(RuleFile const& rules, FileRule const& rule, Table const& table,
                                               ListSide side) {
    TRY(column, column_of(table, side == ListSide::mentor ? rule.mentor : rule.mentee));
    std::map<std::string, std::int32_t> steps;
    if (rule.scale)
        for (auto const& value : rules.scales->at(*rule.scale))
            steps.emplace(base::fold(value), static_cast<std::int32_t>(steps.size()));
    std::vector<Reading> readings;
    readings.reserve(table.rows.size());
    for (auto const& row : table.rows) {
        auto const& cell = row.cells[column];
        Reading reading{base::fold(cell), {}, {}};
        if (rule.kind == RuleKind::member && rule.list == side)
            reading.list = words_in_list(cell, rule.separator.value_or(",").front());
        if (rule.kind == RuleKind::difference && !reading.word.empty()) {
            if (rule.scale) {
                auto const found = steps.find(reading.word);
                if (found != steps.end()) reading.step = found->second;
            } else {
                reading.step = whole_number(reading.word);
            }
            if (!reading.step) return value_not_on_scale(table, row.line, cell, rule.scale.value_or(""));
        }
        readings.push_back(std::move(reading));
    }
    return readings;
}

base::Result<std::vector<PreparedRule>> prepare(RuleFile const& rules, Table const& mentors, Table const& mentees) {
    std::vector<PreparedRule> prepared;
    for (auto const& rule : rules.rules) {
        TRY(mentor_readings, read_column(rules, rule, mentors, ListSide::mentor));
        TRY(mentee_readings, read_column(rules, rule, mentees, ListSide::mentee));
        PreparedRule ready{&rule, std::move(mentor_readings), std::move(mentee_readings), {}};
        if (rule.points_by_difference)
            for (auto const& [difference, points] : *rule.points_by_difference)
                ready.points_by_difference.emplace(*whole_number(difference), points);
        prepared.push_back(std::move(ready));
    }
    return prepared;
}

struct Outcome {
    bool holds = false;
    std::int32_t points = 0;

    [[nodiscard]] bool forbids(FileRule const& rule) const {
        return holds ? rule.forbidden.value_or(false) : rule.required.value_or(false);
    }
};

Outcome difference_outcome(PreparedRule const& prepared, Reading const& mentor, Reading const& mentee) {
    auto const& rule = *prepared.rule;
    if (!mentor.step || !mentee.step) return {};
    auto const difference = std::int64_t{*mentor.step} - *mentee.step;
    if (difference < rule.minimum.value_or(std::numeric_limits<std::int32_t>::min()) ||
        difference > rule.maximum.value_or(std::numeric_limits<std::int32_t>::max()))
        return {};
    auto points = rule.points.value_or(0);
    if (rule.points_by_difference) {
        auto const found = prepared.points_by_difference.find(static_cast<std::int32_t>(difference));
        points = found == prepared.points_by_difference.end() ? 0 : found->second;
    }
    return {true, points};
}

bool holds_for(FileRule const& rule, Reading const& mentor, Reading const& mentee) {
    if (mentor.word.empty() || mentee.word.empty()) return false;
    switch (rule.kind) {
        case RuleKind::equal:
            return mentor.word == mentee.word;
        case RuleKind::different:
            return mentor.word != mentee.word;
        case RuleKind::member:
            break;
        case RuleKind::difference:
            return false;
    }
    auto const& list = rule.list == ListSide::mentor ? mentor.list : mentee.list;
    auto const& word = rule.list == ListSide::mentor ? mentee.word : mentor.word;
    return std::find(list.begin(), list.end(), word) != list.end();
}

Outcome outcome_of(PreparedRule const& prepared, std::size_t mentor, std::size_t mentee) {
    auto const& rule = *prepared.rule;
    if (rule.kind == RuleKind::difference)
        return difference_outcome(prepared, prepared.mentors[mentor], prepared.mentees[mentee]);
    auto const holds = holds_for(rule, prepared.mentors[mentor], prepared.mentees[mentee]);
    return {holds, holds ? rule.points.value_or(0) : 0};
}

base::IdBytes identity_of(std::string const& folded) {
    engine::Hasher hasher;
    hasher.add(std::span(reinterpret_cast<std::uint8_t const*>(folded.data()), folded.size()));
    auto const digest = hasher.finish();
    base::IdBytes identity{};
    std::copy_n(digest.begin(), identity.size(), identity.begin());
    return identity;
}

struct PeopleOfSide {
    std::vector<engine::Participant> participants;
    std::vector<std::string> names;
};

base::Result<std::int32_t> places_in(RuleFile const& rules, Table const& table, Table::Row const& row,
                                     std::int32_t otherwise) {
    static constexpr std::int32_t kMostPlaces = 1000;
    if (!rules.capacity_column) return otherwise;
    TRY(column, column_of(table, *rules.capacity_column));
    auto const cell = base::trim(row.cells[column]);
    if (cell.empty()) return otherwise;
    auto const places = whole_number(cell);
    if (!places || *places < 0 || *places > kMostPlaces) return capacity_wrong(table, row.line, cell);
    return *places;
}

base::Result<PeopleOfSide> read_people(RuleFile const& rules, Table const& table, std::int32_t capacity) {
    TRY(column, column_of(table, rules.identify_by));
    PeopleOfSide side;
    std::set<std::string> seen;
    for (auto const& row : table.rows) {
        auto const folded = base::fold(row.cells[column]);
        if (folded.empty()) return identity_missing(table, row.line, rules.identify_by);
        if (!seen.insert(folded).second) return identity_twice(table, row.line, row.cells[column]);
        TRY(places, places_in(rules, table, row, capacity));
        side.participants.push_back({identity_of(folded), places});
        side.names.push_back(base::trim(row.cells[column]));
    }
    return side;
}

// What a thread counts.
struct Counts {
    std::vector<std::int64_t> forbidden_by;
    std::int64_t same_person = 0;
};

void judge_couple(std::vector<PreparedRule> const& prepared, engine::Couple couple, Counts& counts,
                  std::vector<engine::Candidate>& allowed) {
    auto may_meet = true;
    std::int32_t points = 0;
    for (std::size_t r = 0; r < prepared.size(); ++r) {
        auto const outcome = outcome_of(prepared[r], couple.mentor, couple.mentee);
        points += outcome.points;
        if (!outcome.forbids(*prepared[r].rule)) continue;
        may_meet = false;
        ++counts.forbidden_by[r];
    }
    if (may_meet) allowed.push_back({couple.mentor, couple.mentee, points, points, points});
}

// False: cancelled.
bool judge_everybody(std::vector<PreparedRule> const& prepared, FileSnapshot& made, Pace const& pace) {
    std::vector<std::vector<engine::Candidate>> allowed(made.mentors.size());  // by mentor
    std::vector<Counts> counts(std::max(1U, pace.threads), {std::vector<std::int64_t>(prepared.size(), 0), 0});
    auto const& sides = made.snapshot;
    auto const goes_on =
        engine::in_parts(made.mentors.size(), pace.threads, pace.progress, [&](unsigned thread, std::size_t mentor) {
            auto const i = static_cast<engine::Index>(mentor);
            for (engine::Index j = 0; j < made.mentees.size(); ++j) {
                if (sides.mentors[i].identity == sides.mentees[j].identity)
                    ++counts[thread].same_person;
                else
                    judge_couple(prepared, {i, j}, counts[thread], allowed[i]);
            }
        });
    made.forbidden_by.assign(prepared.size(), 0);
    for (auto const& each : counts) {
        made.same_person += each.same_person;
        for (std::size_t r = 0; r < prepared.size(); ++r) made.forbidden_by[r] += each.forbidden_by[r];
    }
    for (auto& row : allowed) {
        for (auto const& candidate : row) made.snapshot.candidates.push_back(candidate);
        row = {};
    }
    return goes_on;
}

void count_rules(std::vector<PreparedRule> const& prepared, std::size_t mentor, std::size_t mentee, RuleTally& tally) {
    std::vector<std::size_t> forbidding;
    for (std::size_t r = 0; r < prepared.size(); ++r)
        if (outcome_of(prepared[r], mentor, mentee).forbids(*prepared[r].rule)) forbidding.push_back(r);
    for (auto const r : forbidding) ++tally.people[r];
    if (forbidding.size() == 1) ++tally.people_alone[forbidding.front()];
}

}  // namespace

base::Result<RuleFile> read_rule_file(std::string_view text) {
    TRY(rules, json::read<RuleFile>(text));
    if (auto errors = RuleFileCheck(rules).errors(); !errors.empty()) return base::invalid(std::move(errors));
    return rules;
}

base::Result<Table> rows_of_side(RuleFile const& rules, Table const& people, ListSide side) {
    if (!rules.side) return people;
    TRY(column, column_of(people, rules.side->column));
    auto const wanted = base::fold(side == ListSide::mentor ? rules.side->mentor : rules.side->mentee);
    Table table{people.name, people.columns, {}};
    for (auto const& row : people.rows) {
        auto const words = words_in_list(row.cells[column], ',');
        if (std::find(words.begin(), words.end(), wanted) != words.end()) table.rows.push_back(row);
    }
    return table;
}

base::Result<FileSnapshot> make_snapshot(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                         Capacities capacities, Pace const& pace) {
    TRY(mentor_side, read_people(rules, mentors, capacities.mentor));
    TRY(mentee_side, read_people(rules, mentees, capacities.mentee));
    TRY(prepared, prepare(rules, mentors, mentees));
    FileSnapshot made;
    made.snapshot.mentors = std::move(mentor_side.participants);
    made.snapshot.mentees = std::move(mentee_side.participants);
    made.mentors = std::move(mentor_side.names);
    made.mentees = std::move(mentee_side.names);
    if (!judge_everybody(prepared, made, pace)) return engine::cancelled();
    return made;
}

std::vector<RulePoints> explain_points(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                       engine::Couple couple) {
    Table const mentor{mentors.name, mentors.columns, {mentors.rows[couple.mentor]}};
    Table const mentee{mentees.name, mentees.columns, {mentees.rows[couple.mentee]}};
    auto const prepared = prepare(rules, mentor, mentee);
    std::vector<RulePoints> points;
    if (!prepared) return points;
    for (auto const& rule : *prepared)
        if (auto const outcome = outcome_of(rule, 0, 0); outcome.points != 0)
            points.push_back({rule.rule->name, outcome.points});
    return points;
}

base::Result<std::vector<RuleTally>> tally_rules(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                                 std::vector<engine::Seeker> const& people) {
    TRY(prepared, prepare(rules, mentors, mentees));
    std::vector<RuleTally> tallies;
    for (auto const& seeker : people) {
        auto const is_mentor = seeker.side == engine::Side::mentor;
        RuleTally tally{std::vector<std::int64_t>(prepared.size(), 0), std::vector<std::int64_t>(prepared.size(), 0)};
        auto const others = is_mentor ? mentees.rows.size() : mentors.rows.size();
        for (std::size_t other = 0; other < others; ++other)
            count_rules(prepared, is_mentor ? seeker.position : other, is_mentor ? other : seeker.position, tally);
        tallies.push_back(std::move(tally));
    }
    return tallies;
}

}  // namespace matching
