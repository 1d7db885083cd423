#pragma once
// The only SQL that writes invitations and their private answers.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "invitation/invitation_shapes.hpp"
#include "platform/db/db.hpp"

namespace invitation::store {

using access::Viewer;

struct Candidate {
    PersonId person_id;
    std::optional<std::int32_t> level;
    std::optional<std::string> department;
    std::optional<std::string> site;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (person_id, level, department, site))
// Everybody who can be asked: here, and more than a name in the tree.
std::vector<Candidate> list_candidates(db::Tx& tx, OrganisationId organisation);

// False for somebody invited to this side before.
bool insert(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person, programme::Side side,
            base::Instant now);
// Everybody asked, once each, by name.
std::vector<PersonId> list_invited(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
InvitationCounts count(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Those who have not joined and may be written to again.
std::vector<Invitation> list_not_joined(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
void save_rewrite(db::Tx& tx, OrganisationId organisation, Invitation const& invitation);
// Those written to at this moment: what telling them is about.
std::vector<Invitation> list_written_at(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                        base::Instant at);

// What a mail of then was about: `invitation`, or the one written again last before then.
std::optional<ProgrammeId> find_programme_told_of(db::Tx& tx, OrganisationId organisation, PersonId person,
                                                  std::optional<base::AnyId> invitation, base::Instant then);

std::optional<Invitation> find_own(db::Tx& tx, Viewer const& viewer, InvitationId id);
std::vector<OwnInvitation> list_own(db::Tx& tx, Viewer const& viewer);
void save_answer(db::Tx& tx, OrganisationId organisation, InvitationId id, Answer answer, base::Day today);
void delete_answer(db::Tx& tx, OrganisationId organisation, InvitationId id);
// Has this person said, within the year and to any programme, not to be asked?
bool is_not_to_be_asked(db::Tx& tx, OrganisationId organisation, PersonId person, base::Day today);

}  // namespace invitation::store
