#pragma once
// The verbs of closing a programme.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/link.hpp"
#include "platform/db/db.hpp"
#include "programme/closing_shapes.hpp"
#include "programme/sponsor.hpp"

namespace programme {

inline constexpr audit::Kind kClosingAnnounced{"closing.announced"};
inline constexpr audit::Kind kClosingReviewed{"closing.reviewed"};
inline constexpr audit::Kind kClosingAgreed{"closing.agreed"};
inline constexpr audit::Kind kProgrammeClosed{"programme.closed"};

base::Result<Closing> announce_closing(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id,
                                       ClosingAnnouncement const& wanted, base::Instant now);
base::Result<Closing> review_closing(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id,
                                     ClosingReview const& review, base::Instant now);
// By the sponsor's link alone; nobody need be signed in.
base::Result<Closing> agree_to_closing(db::Tx& tx, crypto::Link const& link, ClosingAgreement const& agreement,
                                       base::Instant now);

// The sponsor who has accepted, and what they are asked to agree to. Empty when either is not there.
struct AskedToAgree {
    Sponsor sponsor;
    Closing closing;
};
std::optional<AskedToAgree> find_asked_to_agree(db::Tx& tx, crypto::Link const& link);

// What follows: everybody who takes part is told of the day, and when it has come; the sponsor of the targets.
void tell_of_closing(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now);
void tell_closed(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now);
void tell_reviewer(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now);

// By the schedule: programmes whose last day is over, in the time zone of the house.
void close_due_programmes(db::Tx& tx, OrganisationId organisation, base::Instant now);

// For the rooms above.
base::Result<bool> check_not_closed(db::Tx& tx, OrganisationId organisation, ProgrammeId id);

inline constexpr std::string_view kClosingLink = "closing";
crypto::Link closing_link_of(Sponsor const& sponsor, OrganisationId organisation);

}  // namespace programme
