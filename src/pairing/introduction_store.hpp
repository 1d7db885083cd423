#pragma once
// The only SQL that writes introductions and introduction_answers. The words are sealed.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "pairing/introduction_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

using access::OrganisationId;

void insert_introduction(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                         Introduction const& introduction);
void mark_made(db::Tx& tx, OrganisationId organisation, Introduction const& introduction);
// With its answers.
void remove_introduction(db::Tx& tx, OrganisationId organisation, IntroductionId id);

// For whoever asks further by `part_of`.
std::optional<Introduction> find_introduction(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                              IntroductionId id);
std::vector<Introduction> introductions_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                           PairingId pairing);
// In which somebody has, or could be asked for, a part; the latest fifty first, without what is forgotten.
std::vector<Introduction> list_introductions(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                             PersonId person);

// Words and answers of a pair's, and those that were not made; that one was made, and when, is counted on.
void forget_introductions(db::Tx& tx, OrganisationId organisation, PairingId pairing);

IntroductionReplies replies_of(db::Tx& tx, OrganisationId organisation, Introduction const& introduction);
void save_reply(db::Tx& tx, OrganisationId organisation, IntroductionId id, PersonId person, IntroductionReply reply);

// One of the two does not want the other, or HR holds a conflict of the two: the colleague is then never asked.
bool are_kept_apart(db::Tx& tx, OrganisationId organisation, Introduction const& introduction);
// Empty when there is no such programme.
std::optional<programme::Direction> direction_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
IntroducedPerson introduced_person(db::Tx& tx, OrganisationId organisation, PersonId person);

// Has accepted to stand for it; a role is not needed for that.
bool stands_for(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme);
std::int32_t count_made(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Closed on that day or in the week before it, and not made.
std::vector<Introduction> list_not_going_ahead(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                               base::Day today);

}  // namespace pairing::store
