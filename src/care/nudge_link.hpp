#pragma once
// The link in the mail of a nudge: whoever reads it, an assistant too, proposes times that fit both without signing in
// (rules 12). It says that times fit and with whom; why it came, on which step and whose side moved a date stand
// nowhere in it. It offers as many times on every step.

#include <optional>
#include <string>

#include "access/link.hpp"
#include "care/nudge.hpp"

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

inline constexpr access::LinkKind<NudgeId> kNudgeLink{"nudge", "/times/", "nudge link"};
// To the pair's page where the mail has no link of its own.
std::string nudge_link_path(crypto::Keys const& keys, access::OrganisationId organisation, NudgeLink const& link);

base::Refusal has_dates();

}  // namespace care
