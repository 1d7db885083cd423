#include "matching/fairness.hpp"

#include <algorithm>
#include <map>

namespace matching {

namespace {

struct Sums {
    std::int64_t people = 0;
    std::int64_t reached = 0;
    std::int64_t partners = 0;
    std::int64_t benefit = 0;

    void add(AuditedPerson const& person) {
        ++people;
        if (person.partners > 0) ++reached;
        partners += person.partners;
        benefit += person.benefit;
    }
    [[nodiscard]] std::int64_t coverage() const { return people == 0 ? 0 : reached * 1000 / people; }
    [[nodiscard]] std::optional<std::int64_t> mean_benefit() const {
        if (partners == 0) return std::nullopt;
        return benefit / partners;
    }
};

std::optional<std::int64_t> ratio_of(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return part * 100 / whole;
}

FairnessRow row_of(std::optional<std::string> group, std::int64_t groups, Sums const& sums, Sums const& all) {
    FairnessRow row;
    row.group = std::move(group);
    row.groups = groups;
    row.people = sums.people;
    row.reached = sums.reached;
    row.coverage = sums.coverage();
    row.benefit = sums.mean_benefit();
    row.coverage_difference = sums.coverage() - all.coverage();
    row.coverage_ratio = ratio_of(sums.coverage(), all.coverage());
    if (auto const whole = all.mean_benefit(); row.benefit && whole) {
        row.benefit_difference = *row.benefit - *whole;
        row.benefit_ratio = ratio_of(*row.benefit, *whole);
    }
    return row;
}

std::int64_t size_of(std::vector<bool> const& members) {
    return std::count(members.begin(), members.end(), true);
}

class Hiding {
  public:
    Hiding(Divided const& divided, std::int64_t least_group) : divided_(divided), least_group_(least_group) {
        for (auto const& groups : divided.members) {
            std::vector<bool> shown;
            for (auto const& members : groups) shown.push_back(size_of(members) >= least_group);
            shown_.push_back(std::move(shown));
        }
    }

    Shown hide() {
        do
            for (std::size_t d = 0; d < shown_.size(); ++d) hide_with_company(d);
        while (hide_one_that_betrays_another());
        return std::move(shown_);
    }

  private:
    // Whoever is hidden is one of several, and together they are enough.
    void hide_with_company(std::size_t division) {
        auto& shown = shown_[division];
        auto const& groups = divided_.members[division];
        for (;;) {
            std::int64_t hidden = 0;
            std::int64_t people = 0;
            std::optional<std::size_t> smallest;
            for (std::size_t g = 0; g < groups.size(); ++g) {
                if (!shown[g]) {
                    ++hidden;
                    people += size_of(groups[g]);
                } else if (!smallest || size_of(groups[g]) < size_of(groups[*smallest])) {
                    smallest = g;
                }
            }
            if (hidden == 0 || (hidden > 1 && people >= least_group_) || !smallest) return;
            shown[*smallest] = false;
        }
    }

    // What is printed of a division: each group that is shown, and the others together.
    struct Row {
        std::optional<std::size_t> group;  // empty: the others
        std::vector<bool> members;
        std::int64_t people = 0;
    };
    [[nodiscard]] std::vector<Row> printed(std::size_t division) const {
        auto const& groups = divided_.members[division];
        std::vector<Row> rows;
        Row others;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (shown_[division][g]) {
                rows.push_back({g, groups[g], size_of(groups[g])});
                continue;
            }
            others.members.resize(groups[g].size(), false);
            for (std::size_t i = 0; i < groups[g].size(); ++i)
                if (groups[g][i]) others.members[i] = true;
        }
        others.people = size_of(others.members);
        if (others.people > 0) rows.push_back(std::move(others));
        return rows;
    }

    bool hide_one_that_betrays_another() {
        for (std::size_t one = 0; one < shown_.size(); ++one)
            for (std::size_t other = 0; other < shown_.size(); ++other) {
                if (one == other) continue;
                auto const rows = printed(one);
                auto const theirs = printed(other);
                auto const common = common_people(rows, theirs);
                for (std::size_t x = 0; x < rows.size(); ++x)
                    for (std::size_t y = x; y < rows.size(); ++y)
                        if (auto const inside = left_few(rows, theirs, common, x, y);
                            !inside.empty() && hide_one_of(other, theirs, inside))
                            return true;
            }
        return false;
    }

    using Common = std::vector<std::vector<std::int64_t>>;
    static Common common_people(std::vector<Row> const& rows, std::vector<Row> const& theirs) {
        Common common(rows.size(), std::vector<std::int64_t>(theirs.size(), 0));
        for (std::size_t r = 0; r < rows.size(); ++r)
            for (std::size_t t = 0; t < theirs.size(); ++t)
                for (std::size_t i = 0; i < rows[r].members.size(); ++i)
                    if (rows[r].members[i] && theirs[t].members[i]) ++common[r][t];
        return common;
    }

    // The rows of the other division that lie in the rows x and y (one row where they are the same), if whoever is
    // left of x and y are a few.
    [[nodiscard]] std::vector<std::size_t> left_few(std::vector<Row> const& rows, std::vector<Row> const& theirs,
                                                    Common const& common, std::size_t x, std::size_t y) const {
        std::vector<std::size_t> inside;
        auto left = rows[x].people + (x == y ? 0 : rows[y].people);
        for (std::size_t t = 0; t < theirs.size(); ++t) {
            if (common[x][t] + (x == y ? 0 : common[y][t]) != theirs[t].people) continue;
            inside.push_back(t);
            left -= theirs[t].people;
        }
        if (left == 0 || left >= least_group_) inside.clear();
        return inside;
    }

    // False where nothing of that division is left to hide.
    bool hide_one_of(std::size_t division, std::vector<Row> const& rows, std::vector<std::size_t> const& inside) {
        auto const with_group =
            std::find_if(inside.begin(), inside.end(), [&](std::size_t row) { return rows[row].group.has_value(); });
        auto const row = with_group != inside.end() ? *with_group : 0;
        if (!rows[row].group) return false;
        shown_[division][*rows[row].group] = false;
        return true;
    }

    Divided const& divided_;
    std::int64_t least_group_;
    Shown shown_;
};

FairnessDivision division_of(std::vector<AuditedPerson> const& people, Divided const& divided, std::size_t d,
                             std::vector<bool> const& shown, std::string name, Sums const& all) {
    FairnessDivision division{std::move(name), {}};
    Sums together;
    std::int64_t hidden = 0;
    for (std::size_t g = 0; g < shown.size(); ++g) {
        Sums sums;
        for (std::size_t i = 0; i < people.size(); ++i)
            if (divided.members[d][g][i]) (shown[g] ? sums : together).add(people[i]);
        if (shown[g])
            division.rows.push_back(row_of(divided.names[d][g], 1, sums, all));
        else
            ++hidden;
    }
    std::stable_sort(division.rows.begin(), division.rows.end(),
                     [](FairnessRow const& a, FairnessRow const& b) { return a.people > b.people; });
    if (hidden > 0 && !division.rows.empty()) division.rows.push_back(row_of(std::nullopt, hidden, together, all));
    return division;
}

}  // namespace

Divided divide(std::vector<AuditedPerson> const& people, std::size_t divisions) {
    Divided divided;
    for (std::size_t d = 0; d < divisions; ++d) {
        std::map<std::string, std::vector<bool>> groups;
        for (std::size_t i = 0; i < people.size(); ++i) {
            auto& members = groups[people[i].groups[d]];
            members.resize(people.size(), false);
            members[i] = true;
        }
        auto& names = divided.names.emplace_back();
        auto& members = divided.members.emplace_back();
        for (auto& [name, those] : groups) {
            names.push_back(name);
            members.push_back(std::move(those));
        }
    }
    return divided;
}

Shown hide_small_groups(Divided const& divided, std::int64_t least_group) {
    return Hiding(divided, least_group).hide();
}

FairnessAudit audit_fairness(std::vector<AuditedPerson> const& people, std::vector<std::string> const& divisions,
                             std::int64_t least_group) {
    FairnessAudit audit;
    audit.least_group = least_group;
    if (std::ssize(people) < least_group) return audit;
    Sums all;
    for (auto const& person : people) all.add(person);
    audit.people = all.people;
    audit.reached = all.reached;
    audit.coverage = all.coverage();
    audit.benefit = all.mean_benefit();
    auto const divided = divide(people, divisions.size());
    auto const shown = hide_small_groups(divided, least_group);
    for (std::size_t d = 0; d < divisions.size(); ++d)
        audit.divisions.push_back(division_of(people, divided, d, shown[d], divisions[d], all));
    return audit;
}

}  // namespace matching
