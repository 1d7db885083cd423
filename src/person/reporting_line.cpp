#include "person/reporting_line.hpp"

#include <algorithm>

namespace person {

namespace {

using Managers = std::vector<std::optional<std::size_t>>;

Managers given_managers(std::span<Link const> links, std::optional<std::size_t> named_top) {
    Managers managers;
    managers.reserve(links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        auto is_own_manager = links[i].manager == i || named_top == i;
        managers.push_back(is_own_manager ? std::nullopt : links[i].manager);
    }
    return managers;
}

// Each walk stops where an earlier one has been; it has found a cycle when it meets itself.
std::vector<std::vector<std::size_t>> find_cycles(Managers const& managers) {
    std::vector<std::size_t> walked_by(managers.size(), managers.size());
    std::vector<std::vector<std::size_t>> cycles;
    for (std::size_t start = 0; start < managers.size(); ++start) {
        std::optional<std::size_t> at = start;
        while (at && walked_by[*at] == managers.size()) {
            walked_by[*at] = start;
            at = managers[*at];
        }
        if (!at || walked_by[*at] != start) continue;
        std::vector<std::size_t> cycle{*at};
        for (auto next = *managers[*at]; next != *at; next = *managers[next]) cycle.push_back(next);
        std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
        cycles.push_back(std::move(cycle));
    }
    return cycles;
}

// Managers before their people.
std::vector<std::size_t> downward_order(Managers const& managers) {
    std::vector<std::size_t> first(managers.size() + 1, 0);
    for (auto const& manager : managers)
        if (manager) ++first[*manager + 1];
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    auto next = first;
    std::vector<std::size_t> reports(first.back());
    std::vector<std::size_t> order;
    order.reserve(managers.size());
    for (std::size_t i = 0; i < managers.size(); ++i) {
        if (managers[i])
            reports[next[*managers[i]]++] = i;
        else
            order.push_back(i);
    }
    for (std::size_t done = 0; done < order.size(); ++done) {
        auto at = order[done];
        for (auto i = first[at]; i < first[at + 1]; ++i) order.push_back(reports[i]);
    }
    return order;
}

void count_people(Tree& tree, std::span<Link const> links, std::span<std::size_t const> downward) {
    tree.people_under.assign(links.size(), 0);
    for (auto at = downward.rbegin(); at != downward.rend(); ++at) {
        auto own = links[*at].is_counted ? 1 : 0;
        tree.people_under[*at] += links[*at].people_elsewhere;
        tree.headcount += own + links[*at].people_elsewhere;
        if (auto manager = tree.managers[*at]) tree.people_under[*manager] += tree.people_under[*at] + own;
    }
}

std::optional<std::size_t> most_people_under(Tree const& tree) {
    auto most = std::max_element(tree.people_under.begin(), tree.people_under.end());
    if (most == tree.people_under.end() || *most == 0) return std::nullopt;
    // Somebody above them has at least as many, so the first head with that number is the one.
    for (std::size_t i = 0; i < tree.managers.size(); ++i)
        if (!tree.managers[i] && tree.people_under[i] == *most) return i;
    return std::nullopt;
}

void follow_lines(Tree& tree, std::span<Link const> links, std::span<std::size_t const> downward) {
    tree.line_states.assign(links.size(), LineState::broken);
    for (auto i : downward) {
        if (i == tree.top)
            tree.line_states[i] = LineState::known;
        else if (tree.managers[i])
            tree.line_states[i] = tree.line_states[*tree.managers[i]];
        else if (links[i].is_confirmed_outside)
            tree.line_states[i] = LineState::confirmed_outside;
        else
            tree.broken.push_back({i, tree.people_under[i]});
    }
    std::stable_sort(tree.broken.begin(), tree.broken.end(),
                     [](auto const& a, auto const& b) { return a.people_under > b.people_under; });
}

}  // namespace

Tree build_tree(std::span<Link const> links, std::optional<std::size_t> named_top) {
    Tree tree;
    tree.managers = given_managers(links, named_top);
    tree.cycles = find_cycles(tree.managers);
    for (auto const& cycle : tree.cycles) tree.managers[cycle.front()].reset();
    auto downward = downward_order(tree.managers);
    count_people(tree, links, downward);
    tree.top = named_top ? named_top : most_people_under(tree);
    follow_lines(tree, links, downward);
    return tree;
}

void keep_people_elsewhere(std::span<Link> links, std::span<std::int32_t const> people_under) {
    for (std::size_t i = 0; i < links.size(); ++i) links[i].people_elsewhere += people_under[i];
    for (std::size_t i = 0; i < links.size(); ++i)
        if (auto manager = links[i].manager; manager && manager != i)
            links[*manager].people_elsewhere -= people_under[i] + (links[i].is_counted ? 1 : 0);
    for (auto& link : links) link.people_elsewhere = std::max(link.people_elsewhere, 0);
}

bool closes_cycle(std::span<std::optional<std::size_t> const> managers, std::size_t person, std::size_t manager) {
    std::optional<std::size_t> at = manager;
    for (std::size_t steps = 0; at && steps <= managers.size(); ++steps) {
        if (*at == person) return true;
        at = managers[*at];
    }
    return false;
}

}  // namespace person
