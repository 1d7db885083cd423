#include "statistics/slices.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace statistics {

namespace {

bool is_somebody_in(Group const& group) {
    auto const any = [](std::vector<std::int64_t> const& people) {
        return std::any_of(people.begin(), people.end(), [](std::int64_t count) { return count > 0; });
    };
    return group.invited > 0 || any(group.answers) || any(group.removed);
}

void add_people(std::vector<std::int64_t> const& people, std::size_t answers, std::vector<std::int64_t>& into) {
    into.resize(answers, 0);
    for (std::size_t answer = 0; answer < std::min(answers, people.size()); ++answer) into[answer] += people[answer];
}

// Groups that no table tells apart are one.
std::vector<Group> joined_groups(Question const& question, std::vector<std::vector<std::size_t>> const& tables) {
    std::set<std::size_t> used;
    for (auto const& table : tables) used.insert(table.begin(), table.end());
    std::map<std::vector<std::string>, Group> joined;
    for (auto const& group : question.groups) {
        if (!is_somebody_in(group)) continue;
        std::vector<std::string> parts(question.dimensions.size());
        for (auto const dimension : used) parts[dimension] = group.parts[dimension];
        auto& into = joined[parts];
        into.parts = parts;
        into.invited += group.invited;
        add_people(group.answers, question.answers, into.answers);
        add_people(group.added, question.answers, into.added);
        add_people(group.removed, question.answers, into.removed);
    }
    std::vector<Group> groups;
    for (auto& [parts, group] : joined) groups.push_back(std::move(group));
    return groups;
}

void count_group(CountedSlice& slice, std::size_t position, Group const& group) {
    slice.groups.push_back(position);
    slice.invited += group.invited;
    for (std::size_t answer = 0; answer < slice.answers.size(); ++answer) {
        slice.answers[answer] += group.answers[answer];
        slice.answered += group.answers[answer];
    }
}

CountedSlice empty_slice(Question const& question, std::size_t table) {
    CountedSlice slice;
    slice.table = table;
    slice.least = std::max(question.least, kLeastAnswered);
    slice.answers.assign(question.answers, 0);
    return slice;
}

void add_table(Question const& question, std::size_t table, Sliced& sliced) {
    std::map<std::vector<std::string>, CountedSlice> by_parts;
    for (std::size_t position = 0; position < sliced.groups.size(); ++position) {
        auto const& group = sliced.groups[position];
        std::vector<std::string> names;
        for (auto const dimension : sliced.tables[table - 1]) names.push_back(group.parts[dimension]);
        auto const [at, is_new] = by_parts.try_emplace(names, empty_slice(question, table));
        auto& slice = at->second;
        if (is_new)
            for (auto const dimension : sliced.tables[table - 1]) {
                auto const& of = question.dimensions[dimension];
                slice.parts.push_back({of.name, group.parts[dimension]});
                slice.least = std::max(slice.least, of.least);
            }
        count_group(slice, position, group);
    }
    for (auto& [names, slice] : by_parts)
        if (slice.groups.size() < sliced.groups.size()) sliced.slices.push_back(std::move(slice));
}

bool lies_in(CountedSlice const& part, CountedSlice const& whole) {
    return std::all_of(whole.parts.begin(), whole.parts.end(), [&](Part const& one) {
        return std::find(part.parts.begin(), part.parts.end(), one) != part.parts.end();
    });
}

void add_families(Sliced& sliced) {
    for (std::size_t whole = 0; whole < sliced.slices.size(); ++whole)
        for (std::size_t table = 1; table <= sliced.tables.size(); ++table) {
            if (sliced.tables[table - 1].size() != sliced.slices[whole].parts.size() + 1) continue;
            Family family{whole, {}};
            for (std::size_t part = 0; part < sliced.slices.size(); ++part)
                if (sliced.slices[part].table == table && lies_in(sliced.slices[part], sliced.slices[whole]))
                    family.parts.push_back(part);
            if (!family.parts.empty()) sliced.families.push_back(std::move(family));
        }
}

// Parts of a hidden slice are hidden: a table of two is shown where both its margins are.
bool hide_within(Sliced const& sliced, Pattern& shown) {
    auto changed = false;
    for (auto const& family : sliced.families)
        if (!shown[family.whole])
            for (auto const part : family.parts)
                if (shown[part] && part != family.whole) {
                    shown[part] = false;
                    changed = true;
                }
    return changed;
}

// The next smallest beside hidden ones. True: one was hidden.
bool hide_another(Sliced const& sliced, Family const& family, Pattern& shown) {
    std::size_t parts = 0;
    std::int64_t people = 0;
    std::int64_t least = 0;
    std::optional<std::size_t> next;
    for (auto const part : family.parts) {
        auto const& slice = sliced.slices[part];
        least = std::max(least, slice.least);
        if (!shown[part]) {
            ++parts;
            people += slice.answered;
        } else if (!next || slice.answered < sliced.slices[*next].answered) {
            next = part;
        }
    }
    if (!shown[family.whole] || parts == 0 || (parts > 1 && people >= least) || !next) return false;
    shown[*next] = false;
    return true;
}

}  // namespace

std::vector<std::vector<std::size_t>> tables_of(Question const& question) {
    std::vector<std::vector<std::size_t>> all;
    auto const add = [&](std::vector<std::size_t> table) {
        std::sort(table.begin(), table.end());
        if (std::find(all.begin(), all.end(), table) == all.end()) all.push_back(std::move(table));
    };
    for (auto const& table : question.tables) {
        if (table.size() > 1)
            for (auto const dimension : table) add({dimension});
        add(table);
    }
    return all;
}

Sliced slice(Question const& question) {
    Sliced sliced;
    sliced.tables = tables_of(question);
    sliced.groups = joined_groups(question, sliced.tables);
    sliced.slices.push_back(empty_slice(question, 0));
    for (std::size_t position = 0; position < sliced.groups.size(); ++position)
        count_group(sliced.slices.front(), position, sliced.groups[position]);
    for (std::size_t table = 1; table <= sliced.tables.size(); ++table) add_table(question, table, sliced);
    add_families(sliced);
    return sliced;
}

void hide_small_parts(Sliced const& sliced, Pattern& shown) {
    for (std::size_t at = 0; at < shown.size(); ++at)
        if (sliced.slices[at].answered < sliced.slices[at].least) shown[at] = false;
    while (hide_within(sliced, shown)) {
    }
}

void hide_parts(Sliced const& sliced, Pattern& shown) {
    hide_small_parts(sliced, shown);
    for (auto changed = true; changed;) {
        changed = hide_within(sliced, shown);
        for (auto const& family : sliced.families)
            while (hide_another(sliced, family, shown)) changed = true;
    }
}

}  // namespace statistics
