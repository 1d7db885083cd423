#pragma once
// The verbs of an opening letter.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "invitation/opening_letter_shapes.hpp"
#include "platform/crypto/link.hpp"
#include "platform/db/db.hpp"

namespace invitation {

using access::OrganisationId;
using access::Viewer;

inline constexpr audit::Kind kLetterWritten{"opening_letter.written"};
inline constexpr audit::Kind kLetterPutToSponsor{"opening_letter.put_to_sponsor"};
inline constexpr audit::Kind kLetterAgreed{"opening_letter.agreed"};
inline constexpr audit::Kind kLetterPublished{"opening_letter.published"};
inline constexpr audit::Kind kLetterTakenDown{"opening_letter.taken_down"};

// The same words are no change. Refuses what check_letter and write_letter refuse, `programme_closed`.
base::Result<OpeningLetter> write_opening_letter(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                 LetterInput const& input, base::Instant now);
base::Result<OpeningLetter> put_letter_to_sponsor(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                  std::int64_t version, base::Instant now);
base::Result<OpeningLetter> publish_opening_letter(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                   std::int64_t version, base::Instant now);
base::Result<OpeningLetter> take_letter_down(db::Tx& tx, Viewer const& viewer, ProgrammeId id, base::Instant now);

// The sponsor who has accepted, and what they are asked to agree to. Empty when either is not there.
struct AskedForLetter {
    programme::Sponsor sponsor;
    OpeningLetter letter;
};
std::optional<AskedForLetter> find_asked_for_letter(db::Tx& tx, crypto::Link const& link);
// By the sponsor's link alone; nobody need be signed in.
base::Result<OpeningLetter> agree_to_opening_letter(db::Tx& tx, crypto::Link const& link, std::int64_t version,
                                                    base::Instant now);

// What follows from putting it to the sponsor: a colleague is told by mail, somebody from outside by whoever
// coordinates.
void tell_of_letter(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now);

// What the mail that invites says of it, in that language; empty while none is published.
std::string letter_in_mail(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, std::string const& language);

inline constexpr std::string_view kLetterLink = "letter";
crypto::Link letter_link_of(programme::Sponsor const& sponsor, OrganisationId organisation);

}  // namespace invitation
