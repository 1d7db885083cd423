#include "app/reactions.hpp"

#include <array>
#include <string_view>

#include "invitation/invitation_actions.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/pairing_actions.hpp"

namespace app {

namespace {

struct Reaction {
    std::string_view event;
    void (*follow)(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                   base::Instant now);
};

// Queues a job about the event's subject.
template <jobs::Kind<pairing::PairingJob> const& kind>
void about_the_pairing(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                       base::Instant now) {
    jobs::queue(tx, organisation, kind, {base::as<pairing::PairingId>(event.subject_id.value())}, {.now = now});
}

void tell_invited(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event,
                  base::Instant now) {
    invitation::tell_invited(tx, organisation, base::as<access::ProgrammeId>(event.subject_id.value()),
                             event.happened_at, now);
}

constexpr std::array kReactions{
    Reaction{invitation::kInvitationsSent.name, tell_invited},
    Reaction{invitation::kInvitationsWrittenAgain.name, tell_invited},
    Reaction{pairing::kPairingWentOn.name, about_the_pairing<pairing::kTellAgreementWaits>},
    Reaction{pairing::kPairingSetAside.name, about_the_pairing<pairing::kTellSetAside>},
};

}  // namespace

void react(db::Tx& tx, access::OrganisationId organisation, audit::ChainedEvent const& event, base::Instant now) {
    for (auto const& reaction : kReactions)
        if (reaction.event == event.kind) reaction.follow(tx, organisation, event, now);
}

}  // namespace app
