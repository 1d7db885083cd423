#include "matching/file_plan.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "base/text.hpp"
#include "matching/engine/growth.hpp"

namespace matching {

namespace {

using engine::Growth;
using engine::Index;
using engine::Joining;

constexpr std::size_t kMostFileSteps = 5;
constexpr std::size_t kMostRowKinds = 300;  // the most frequent ones
constexpr int kMostChanges = 4;             // of one cell each
Extent const kAll{.most_couples = SIZE_MAX};

bool is_hard(FileRule const& rule) {
    return rule.required.value_or(false) || rule.forbidden.value_or(false);
}
RuleFile hard_rules_of(RuleFile rules) {
    std::erase_if(rules.rules, [](FileRule const& rule) { return !is_hard(rule); });
    rules.capacity_column.reset();
    return rules;
}
RuleFile without_effect(RuleFile rules, std::size_t which) {
    rules.rules[which].required.reset();
    rules.rules[which].forbidden.reset();
    return rules;
}

using Cells = std::vector<std::string>;  // by hard column

// The kinds of rows that could join one side, and whom each could meet.
class RowKinds {
  public:
    RowKinds(RuleFile const& rules, Table const& own, Table const& others, ListSide side)
        : rules_(hard_rules_of(rules)), own_(own), others_(others), side_(side) {
        std::set<std::string> columns;
        for (auto const& rule : rules_.rules) columns.insert(column_of_side(rule, side));
        columns.erase(rules_.identify_by);
        for (auto const& column : columns) columns_.push_back(column);
        for (auto const& column : columns_) values_.push_back(values_for(column));
    }

    [[nodiscard]] std::vector<std::string> const& columns() const { return columns_; }
    [[nodiscard]] std::vector<std::string> const& values(std::size_t column) const { return values_[column]; }

    // As people stand in the table; and whatever could stand there, where that is not too much or nobody does.
    [[nodiscard]] std::vector<Cells> first_ones() const {
        std::map<Cells, std::int64_t> counts;
        for (auto const& row : own_.rows) {
            Cells cells;
            for (auto const& column : columns_) cells.push_back(base::trim(row.cells[place_of(own_, column)]));
            ++counts[cells];
        }
        std::vector<Cells> kinds;
        for (auto const& [cells, number] : counts) kinds.push_back(cells);
        std::stable_sort(kinds.begin(), kinds.end(),
                         [&](Cells const& a, Cells const& b) { return counts[a] > counts[b]; });
        if (kinds.size() > kMostRowKinds) kinds.resize(kMostRowKinds);
        auto const all = all_ones();
        if (kinds.empty() || all.size() < kMostRowKinds) kinds.insert(kinds.end(), all.begin(), all.end());
        return kinds;
    }

    // By position on the other side, for each kind.
    [[nodiscard]] base::Result<std::vector<std::vector<Index>>> met_by(std::vector<Cells> const& kinds) const {
        Table table{"newcomers", own_.columns, {}};
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            Table::Row row{static_cast<std::int32_t>(k + 1), Cells(own_.columns.size())};
            for (std::size_t c = 0; c < columns_.size(); ++c) row.cells[place_of(own_, columns_[c])] = kinds[k][c];
            row.cells[place_of(own_, rules_.identify_by)] = "(newcomer " + std::to_string(k) + ")";
            table.rows.push_back(std::move(row));
        }
        auto const joins_mentors = side_ == ListSide::mentor;
        TRY(made, joins_mentors ? make_snapshot(rules_, table, others_, {}, kAll)
                                : make_snapshot(rules_, others_, table, {}, kAll));
        std::vector<std::vector<Index>> met(kinds.size());
        for (auto const& c : made.snapshot.candidates)
            met[joins_mentors ? c.mentor : c.mentee].push_back(joins_mentors ? c.mentee : c.mentor);
        return met;
    }

  private:
    [[nodiscard]] std::vector<Cells> all_ones() const {
        std::vector<Cells> kinds{{}};
        for (auto const& values : values_) {
            std::vector<Cells> longer;
            for (auto const& cells : kinds)
                for (auto const& value : values) {
                    if (longer.size() == kMostRowKinds) break;
                    longer.push_back(cells);
                    longer.back().push_back(value);
                }
            kinds = std::move(longer);
        }
        return kinds;
    }
    static std::string const& column_of_side(FileRule const& rule, ListSide side) {
        return side == ListSide::mentor ? rule.mentor : rule.mentee;
    }
    // make_snapshot has refused a table without it.
    static std::size_t place_of(Table const& table, std::string const& column) {
        return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), column) -
                                        table.columns.begin());
    }
    // What people of this side have there, what the others have where the two are compared, and the steps of a scale.
    [[nodiscard]] std::vector<std::string> values_for(std::string const& column) const {
        std::set<std::string> values;
        auto const add_column = [&](Table const& table, std::string const& name) {
            for (auto const& row : table.rows) values.insert(base::trim(row.cells[place_of(table, name)]));
        };
        add_column(own_, column);
        for (auto const& rule : rules_.rules) {
            if (column_of_side(rule, side_) != column) continue;
            auto const& theirs = column_of_side(rule, side_ == ListSide::mentor ? ListSide::mentee : ListSide::mentor);
            if (rule.kind == RuleKind::equal || rule.kind == RuleKind::difference) add_column(others_, theirs);
            if (rule.kind == RuleKind::member || rule.kind == RuleKind::overlap) add_words(rule, theirs, values);
            if (rule.scale)
                for (auto const& value : rules_.scales->at(*rule.scale)) values.insert(value);
        }
        // Nothing at all breaks no rule that forbids.
        values.erase("");
        std::vector<std::string> all(values.begin(), values.end());
        all.emplace_back();
        return all;
    }
    void add_words(FileRule const& rule, std::string const& theirs, std::set<std::string>& values) const {
        for (auto const& row : others_.rows)
            for (auto const& word :
                 base::split(row.cells[place_of(others_, theirs)], rule.separator.value_or(",").front()))
                values.insert(base::trim(word));
    }

    RuleFile rules_;
    Table const& own_;
    Table const& others_;
    ListSide side_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> values_;
};

class MissingRowsSearch {
  public:
    MissingRowsSearch(RowKinds const& kinds, engine::Snapshot const& snapshot, ListSide side, std::int32_t places)
        : kinds_(kinds),
          side_(side),
          places_(places),
          growth_(snapshot, side == ListSide::mentor ? Joining::mentors : Joining::mentees, places) {}

    base::Result<std::optional<MissingRows>> take_best() {
        waits_ = growth_.waiting();
        best_ = {};
        TRY_VOID(look_at(kinds_.first_ones()));
        for (int change = 0; change < kMostChanges; ++change) {
            auto const before = best_.people;
            TRY_VOID(look_at(changed(best_.cells)));
            if (best_.people == before) break;
        }
        if (best_.people == 0) return std::optional<MissingRows>();
        growth_.welcome(best_.meets, best_.people);
        MissingRows missing{side_, best_.people, places_, growth_.pairs(), {}, std::ssize(best_.meets)};
        for (std::size_t c = 0; c < kinds_.columns().size(); ++c)
            missing.cells.push_back({kinds_.columns()[c], best_.cells[c]});
        return std::optional(std::move(missing));
    }

  private:
    struct Best {
        Cells cells;
        std::vector<Index> meets;
        std::int64_t people = 0;
    };

    // One cell another one.
    [[nodiscard]] std::vector<Cells> changed(Cells const& cells) const {
        std::vector<Cells> kinds;
        for (std::size_t c = 0; c < cells.size(); ++c)
            for (auto const& value : kinds_.values(c)) {
                if (value == cells[c] || kinds.size() == kMostRowKinds) continue;
                kinds.push_back(cells);
                kinds.back()[c] = value;
            }
        return kinds;
    }

    base::Result<bool> look_at(std::vector<Cells> const& kinds) {
        TRY(met, kinds_.met_by(kinds));
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            std::erase_if(met[k], [&](Index other) { return !waits_[other]; });
            if (best_.cells.empty()) best_.cells = kinds[k];
            auto const people = growth_.most_filled(met[k], growth_.empty_places() / places_);
            if (people > best_.people) best_ = {kinds[k], met[k], people};
        }
        return true;
    }

    RowKinds const& kinds_;
    ListSide side_;
    std::int32_t places_;
    Growth growth_;
    std::vector<bool> waits_;
    Best best_;
};

base::Result<std::vector<FileRuleCost>> costs_of_rules(RuleFile const& rules, Table const& mentors,
                                                       Table const& mentees, Capacities capacities,
                                                       CouplesToPlan const& couples, std::int64_t pairs) {
    std::vector<FileRuleCost> costs;
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        if (!is_hard(rules.rules[r])) continue;
        TRY(made, make_snapshot(without_effect(rules, r), mentors, mentees, capacities));
        made.snapshot.locks = couples.locks;
        made.snapshot.bans = couples.bans;
        TRY(without, engine::most_pairs(made.snapshot));
        if (without > pairs) costs.push_back({rules.rules[r].name, without - pairs});
    }
    std::stable_sort(costs.begin(), costs.end(), [](auto const& a, auto const& b) { return a.pairs > b.pairs; });
    return costs;
}

base::Result<FilePlacesCost> cost_of_places(engine::Snapshot snapshot, ListSide side, std::int64_t pairs) {
    FilePlacesCost cost{side};
    for (auto& participant : side == ListSide::mentor ? snapshot.mentors : snapshot.mentees) {
        if (participant.capacity == 0) continue;
        ++participant.capacity;
        ++cost.people;
    }
    TRY(more, engine::most_pairs(snapshot));
    cost.pairs = more - pairs;
    return cost;
}

std::int64_t all_places(std::vector<engine::Participant> const& side) {
    std::int64_t places = 0;
    for (auto const& participant : side) places += participant.capacity;
    return places;
}

}  // namespace

base::Result<FilePlan> make_file_plan(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                      Capacities capacities, FileSnapshot const& made, CouplesToPlan const& couples) {
    auto snapshot = made.snapshot;
    snapshot.locks = couples.locks;
    snapshot.bans = couples.bans;
    FilePlan plan;
    plan.mentor_places = all_places(snapshot.mentors);
    plan.mentee_places = all_places(snapshot.mentees);
    TRY(pairs, engine::most_pairs(snapshot));
    plan.pairs = pairs;
    for (auto const side : {ListSide::mentor, ListSide::mentee}) {
        auto const is_mentor = side == ListSide::mentor;
        auto const places = is_mentor ? capacities.mentor : capacities.mentee;
        if (places > 0) {
            RowKinds const kinds(rules, is_mentor ? mentors : mentees, is_mentor ? mentees : mentors, side);
            MissingRowsSearch search(kinds, snapshot, side, places);
            for (std::size_t step = 0; step < kMostFileSteps; ++step) {
                TRY(missing, search.take_best());
                if (!missing) break;
                plan.missing_people.push_back(std::move(*missing));
            }
        }
        TRY(cost, cost_of_places(snapshot, side, plan.pairs));
        if (cost.pairs > 0) plan.places.push_back(cost);
    }
    TRY(costs, costs_of_rules(rules, mentors, mentees, capacities, couples, plan.pairs));
    plan.rules = std::move(costs);
    return plan;
}

}  // namespace matching
