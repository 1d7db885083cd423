#pragma once
// The only SQL that writes board_publications.

#include <optional>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "voice/question.hpp"

namespace voice::store {

void publish_board(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme, base::Day today);
void take_board_back(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme);
std::optional<base::Day> find_publication(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme);

}  // namespace voice::store
