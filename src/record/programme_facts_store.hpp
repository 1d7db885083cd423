#pragma once
// Reads, and writes nothing.

#include "platform/db/db.hpp"
#include "record/programme_facts.hpp"

namespace record::store {

ProgrammeFacts count_facts(db::Tx& tx, access::OrganisationId organisation, programme::ProgrammeId programme);

}  // namespace record::store
