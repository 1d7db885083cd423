#pragma once
// The link in the mail of a nudge: whoever reads it, an assistant too, proposes times that fit both without signing in
// (rules 12). It says that times fit and with whom; why it came, on which step and whose side moved a date stand
// nowhere in it. It offers as many times on every step.

#include <optional>
#include <string>

#include "care/nudge.hpp"
#include "platform/crypto/link.hpp"

namespace care {

inline constexpr std::size_t kLinkSlots = 3;
inline constexpr auto kNudgeLinkOpen = std::chrono::hours(24 * 14);

struct NudgeLink {
    NudgeId id;
    PairingId pairing_id;
    PersonId person_id;
    NudgeStep step = NudgeStep::one;
    std::optional<base::Instant> sent_at;
    std::optional<crypto::Nonce> nonce;  // none in mails of earlier versions
};
BOOST_DESCRIBE_STRUCT(NudgeLink, (), (id, pairing_id, person_id, step, sent_at, nonce))

// For a fortnight; a question how it goes has none: its answer is private.
bool opens(NudgeLink const& link, base::Instant now);

// "/times/<token>", below the public address; to the pair's page where the mail has no link of its own.
std::string nudge_link_path(crypto::Keys const& keys, access::OrganisationId organisation, NudgeLink const& link);
struct OpenedNudgeLink {
    access::OrganisationId organisation;
    NudgeId id;
    crypto::Nonce nonce;
};
// None of ours is "not there".
base::Result<OpenedNudgeLink> open_nudge_link(crypto::Keys const& keys, std::string_view token);

base::Refusal nudge_link_not_found();
base::Refusal has_dates();

}  // namespace care
