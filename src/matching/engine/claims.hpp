#pragma once
// An auction seen from its objects: who might claim each of them.

#include <span>
#include <vector>

#include "matching/engine/auction.hpp"

namespace matching::engine {

struct Claim {
    std::uint32_t bidder = 0;
    std::uint32_t arc = 0;
};

// Laid out when it is first asked for: it is as large as the arcs, and most auctions need it only at their end.
class Claims {
  public:
    // `auction` must outlive it.
    explicit Claims(Auction const& auction) : auction_(auction) {}

    std::span<Claim const> of(std::uint32_t object) {
        if (first_.empty()) lay_out();
        return std::span(claims_).subspan(first_[object], first_[object + 1] - first_[object]);
    }

  private:
    void lay_out() {
        first_.assign(auction_.object_places.size() + 1, 0);
        for (auto const& arc : auction_.arcs) ++first_[arc.mentee + 1];
        for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
        claims_.resize(auction_.arcs.size());
        auto at = first_;
        for (std::uint32_t bidder = 0; bidder < auction_.bidder_places.size(); ++bidder)
            for (auto arc = auction_.first[bidder]; arc < auction_.first[bidder + 1]; ++arc)
                claims_[at[auction_.arc(arc).object]++] = {bidder, arc};
    }

    Auction const& auction_;
    std::vector<std::uint32_t> first_;  // by object
    std::vector<Claim> claims_;
};

}  // namespace matching::engine
