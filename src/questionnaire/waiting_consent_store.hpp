#pragma once
// The only SQL that writes waiting_consents: who wants to be asked while they wait for a place. Read by whoever gave
// it, and by the job that asks.

#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "questionnaire/questionnaire_store.hpp"

namespace questionnaire::store {

// Programmes in which the viewer waits for a place, with whether they consent.
struct WaitingPlace {
    ProgrammeId programme_id;
    bool has_consented = false;
};
BOOST_DESCRIBE_STRUCT(WaitingPlace, (), (programme_id, has_consented))
std::vector<WaitingPlace> list_waiting_places(db::Tx& tx, Viewer const& viewer);

bool has_consented(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
void save_consent(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
void remove_consent(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

// Who waits and has consented, each once.
std::vector<Respondent> list_consenting(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// Of programmes whose last pairs ended before that day.
void forget_consents(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace questionnaire::store
