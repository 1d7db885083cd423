#include "app/reactions.hpp"

#include <array>
#include <string_view>

namespace app {

namespace {

struct Reaction {
    std::string_view event;
    void (*follow)(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                   base::Instant now);
};

constexpr std::array<Reaction, 0> kReactions{};

}  // namespace

void react(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event, base::Instant now) {
    for (auto const& reaction : kReactions)
        if (reaction.event == event.kind) reaction.follow(tx, organisation, event, now);
}

}  // namespace app
