#include "questionnaire/waiting_consent_store.hpp"

namespace questionnaire::store {

std::vector<WaitingPlace> list_waiting_places(db::Tx& tx, Viewer const& viewer) {
    return tx.all<WaitingPlace>(R"(
        SELECT DISTINCT e.programme_id, c.person_id IS NOT NULL AS has_consented FROM enrolments e
        LEFT JOIN waiting_consents c ON c.organisation_id = e.organisation_id AND c.programme_id = e.programme_id
          AND c.person_id = e.person_id
        WHERE e.organisation_id = $1 AND e.person_id = $2 AND e.state = 'waiting' ORDER BY e.programme_id)",
                                viewer.organisation, viewer.person);
}

bool has_consented(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx.value<std::int64_t>(
                 "SELECT COUNT(*) FROM waiting_consents WHERE organisation_id = $1 AND programme_id = $2 "
                 "AND person_id = $3",
                 viewer.organisation, programme, viewer.person)
               .value() > 0;
}

void save_consent(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    tx.run(R"(INSERT INTO waiting_consents (organisation_id, programme_id, person_id) VALUES ($1, $2, $3)
              ON CONFLICT DO NOTHING)",
           viewer.organisation, programme, viewer.person);
}

void remove_consent(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    tx.run("DELETE FROM waiting_consents WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3",
           viewer.organisation, programme, viewer.person);
}

std::vector<Respondent> list_consenting(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<Respondent>(R"(
        SELECT e.person_id, MIN(e.side) AS side, 'waits' AS arm FROM enrolments e
        JOIN waiting_consents c ON c.organisation_id = e.organisation_id AND c.programme_id = e.programme_id
          AND c.person_id = e.person_id
        JOIN people p ON p.organisation_id = e.organisation_id AND p.id = e.person_id AND p.is_active
        WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state = 'waiting'
        GROUP BY e.person_id ORDER BY e.person_id)",
                              organisation, programme);
}

void forget_consents(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    tx.run(R"(DELETE FROM waiting_consents WHERE organisation_id = $1 AND programme_id IN (
        SELECT p.id FROM programmes p
        JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
        WHERE p.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))",
           organisation, last_before);
}

}  // namespace questionnaire::store
