#include "programme/sponsor.hpp"

#include "base/text.hpp"

namespace programme {

base::Result<Sponsor> accept(Sponsor sponsor, Commitment const& commitment, base::Instant now) {
    if (!sponsor.accepted_at && sponsor.link_expires_at < now) return sponsor_link_expired();
    auto const delegate = base::squeeze(commitment.delegate_name.value_or(""));
    if (commitment.takes_part == TakesPart::by_delegate && delegate.empty())
        return base::invalid("/delegate_name", "required");
    sponsor.takes_part = commitment.takes_part;
    sponsor.delegate_name = commitment.takes_part == TakesPart::by_delegate ? std::optional(delegate) : std::nullopt;
    sponsor.answers_within_days = commitment.answers_within_days;
    if (!sponsor.accepted_at) sponsor.accepted_at = now;
    return sponsor;
}

base::Refusal sponsor_link_expired() {
    return base::conflict("link_expired", "the link is no longer valid; the coordinator can send a new one");
}

}  // namespace programme
