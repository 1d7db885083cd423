#include "matching/engine/auction.hpp"

#include "matching/engine/bidding.hpp"
#include "matching/engine/clearing.hpp"
#include "matching/engine/settlement.hpp"

namespace matching::engine {

base::Result<std::optional<Sale>> hold_auction(Auction const& auction, Progress const& progress) {
    auto const stopped = [](bool outgrew) -> base::Result<std::optional<Sale>> {
        if (outgrew) return std::optional<Sale>();
        return cancelled();
    };
    Claims claims(auction);
    Bidding bidding(auction, claims);
    if (!bidding.run(part_of(progress, 0, 60))) return stopped(bidding.prices_outgrew());
    Settlement settlement(auction, bidding.seats(), bidding.prices());
    if (!settlement.run(part_of(progress, 60, 80))) return stopped(settlement.prices_outgrew());
    Clearing clearing(auction, claims, bidding.seats(), bidding.prices(), settlement.profits());
    if (!clearing.run(part_of(progress, 80, 100))) return cancelled();
    return std::optional(settlement.sale());
}

}  // namespace matching::engine
