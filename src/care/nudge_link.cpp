#include "care/nudge_link.hpp"

namespace care {
namespace {

constexpr std::string_view kNudgePurpose = "nudge";

}  // namespace

bool opens(NudgeLink const& link, base::Instant now) {
    return link.step != NudgeStep::asked && link.sent_at && now < *link.sent_at + kNudgeLinkOpen;
}

std::string nudge_link_path(crypto::Keys const& keys, access::OrganisationId organisation, NudgeLink const& link) {
    if (!link.nonce) return "/pair";
    return "/times/" + crypto::sign_link(keys, {std::string(kNudgePurpose), base::any(organisation), base::any(link.id),
                                                *link.nonce});
}

base::Result<OpenedNudgeLink> open_nudge_link(crypto::Keys const& keys, std::string_view token) {
    auto const link = crypto::open_link(keys, kNudgePurpose, token);
    if (!link) return nudge_link_not_found();
    return OpenedNudgeLink{base::as<access::OrganisationId>(link->organisation), base::as<NudgeId>(link->id),
                           link->nonce};
}

base::Refusal nudge_link_not_found() {
    return base::not_found("nudge link");
}
base::Refusal has_dates() {
    return base::conflict("has_dates", "times are proposed or a date is set already");
}

}  // namespace care
