#include "matching/engine/residual_parts.hpp"

#include <algorithm>

#include "matching/engine/neighbours.hpp"

namespace matching::engine {

ResidualParts::ResidualParts(Snapshot const& snapshot, std::vector<Couple> const& suggested,
                             std::vector<Couple> const& held)
    : mentors_(static_cast<Node>(snapshot.mentors.size())), next_(mentors_ + snapshot.mentees.size() + 2) {
    auto const mentor_side = static_cast<Node>(next_.size() - 2);
    auto const mentee_side = static_cast<Node>(next_.size() - 1);
    for (auto const& couple : suggested) {
        if (std::binary_search(held.begin(), held.end(), couple))
            next_[mentee(couple.mentee)].push_back(couple.mentor);
        else
            next_[couple.mentor].push_back(mentee(couple.mentee));
    }
    Neighbours const by_held(snapshot, held);
    for (Index i = 0; i < mentors_; ++i) {
        auto const taken = std::ssize(by_held.of_mentors[i]);
        if (taken < snapshot.mentors[i].capacity) next_[mentor_side].push_back(i);
        if (taken > 0) next_[i].push_back(mentor_side);
    }
    for (Index j = 0; j < snapshot.mentees.size(); ++j) {
        auto const taken = std::ssize(by_held.of_mentees[j]);
        if (taken < snapshot.mentees[j].capacity) next_[mentee(j)].push_back(mentee_side);
        if (taken > 0) next_[mentee_side].push_back(mentee(j));
    }
    part_.assign(next_.size(), 0);
    number_.assign(next_.size(), 0);
    low_.assign(next_.size(), 0);
    for (Node node = 0; node < next_.size(); ++node)
        if (number_[node] == 0) find_parts_from(node);
}

bool ResidualParts::are_one(Couple couple) const {
    return part_[couple.mentor] == part_[mentee(couple.mentee)];
}

// Without recursion: a chain of couples may be as long as the cohort.
void ResidualParts::find_parts_from(Node root) {
    struct Visit {
        Node node;
        std::size_t at;
    };
    std::vector<Visit> visits{{root, 0}};
    open(root);
    while (!visits.empty()) {
        auto& [node, at] = visits.back();
        if (at == next_[node].size()) {
            auto const done = node;
            close(done);
            visits.pop_back();
            if (!visits.empty()) low_[visits.back().node] = std::min(low_[visits.back().node], low_[done]);
            continue;
        }
        auto const to = next_[node][at++];
        if (number_[to] == 0) {
            open(to);
            visits.push_back({to, 0});
        } else if (part_[to] == 0) {
            low_[node] = std::min(low_[node], number_[to]);
        }
    }
}

void ResidualParts::open(Node node) {
    number_[node] = low_[node] = ++count_;
    stack_.push_back(node);
}

void ResidualParts::close(Node node) {
    if (low_[node] != number_[node]) return;
    ++parts_;
    for (auto member = stack_.back();; member = stack_.back()) {
        stack_.pop_back();
        part_[member] = parts_;
        if (member == node) return;
    }
}

}  // namespace matching::engine
