#include "care/nudge_link.hpp"

namespace care {

bool opens(NudgeLink const& link, base::Instant now) {
    return link.step != NudgeStep::asked && link.sent_at && now < *link.sent_at + kNudgeLinkOpen;
}

std::string nudge_link_path(crypto::Keys const& keys, access::OrganisationId organisation, NudgeLink const& link) {
    if (!link.nonce) return "/pair";
    return kNudgeLink.path(keys, organisation, link.id, *link.nonce);
}

base::Refusal has_dates() {
    return base::conflict("has_dates", "times are proposed or a date is set already");
}

}  // namespace care
