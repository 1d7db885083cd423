#pragma once
// Which couples of a largest set can be replaced: those who stand in one strongly connected part of the graph in which
// suggested couples that are not held lead from mentor to mentee, held ones back, and free and taken places to and from
// one more node on each side (Regin, AAAI 1994; the parts: Tarjan, SIAM J. Computing 1(2) 1972).

#include <cstdint>
#include <vector>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

class ResidualParts {
  public:
    // `held` in order: a largest set of `suggested`.
    ResidualParts(Snapshot const& snapshot, std::vector<Couple> const& suggested, std::vector<Couple> const& held);

    [[nodiscard]] bool are_one(Couple couple) const;

  private:
    using Node = std::uint32_t;

    [[nodiscard]] Node mentee(Index index) const { return mentors_ + index; }
    void find_parts_from(Node root);
    void open(Node node);
    void close(Node node);

    Node mentors_;
    std::vector<std::vector<Node>> next_;
    std::vector<Node> part_;
    std::vector<Node> number_;
    std::vector<Node> low_;
    std::vector<Node> stack_;
    Node count_ = 0;
    Node parts_ = 0;
};

}  // namespace matching::engine
