#pragma once
// The only SQL that writes publications.

#include <optional>
#include <vector>

#include "matching/publication.hpp"
#include "platform/db/db.hpp"

namespace matching::store {

using access::Viewer;

void insert_publication(db::Tx& tx, Viewer const& viewer, Publication const& publication);
// State, when it is or was sent, and its trouble.
void save_publication(db::Tx& tx, OrganisationId organisation, Publication const& publication);
std::optional<Publication> find_publication(db::Tx& tx, OrganisationId organisation, PublicationId id);
// The latest, whatever became of it.
std::optional<Publication> find_publication_of(db::Tx& tx, OrganisationId organisation, MatchRunId run);
// Whom to tell when a programme's suggestions were not sent.
std::vector<PersonId> list_publishers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace matching::store
