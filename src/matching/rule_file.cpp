#include "matching/rule_file.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "matching/rule_reading.hpp"
#include "platform/json.hpp"

namespace matching {

namespace {

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
        if (!rule.points && !rule.points_by_difference && !rule.points_each && !rule.required && !rule.forbidden)
            add(at, "rule_without_effect", {});
        if (rule.required.value_or(false) && rule.forbidden.value_or(false)) add(at + "/forbidden", "contradicts", {});
        if (rule.points && rule.points_by_difference) add(at + "/points_by_difference", "contradicts", {});
        if (rule.points && rule.points_each) add(at + "/points_each", "contradicts", {});
        only_if(is_difference, rule.scale, at + "/scale");
        only_if(is_difference, rule.minimum, at + "/minimum");
        only_if(is_difference, rule.maximum, at + "/maximum");
        only_if(is_difference, rule.points_by_difference, at + "/points_by_difference");
        only_if(rule.kind == RuleKind::member, rule.list, at + "/list");
        only_if(rule.kind == RuleKind::member || rule.kind == RuleKind::overlap, rule.separator, at + "/separator");
        only_if(rule.kind == RuleKind::overlap, rule.points_each, at + "/points_each");
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

}  // namespace matching
