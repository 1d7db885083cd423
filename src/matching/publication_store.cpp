#include "matching/publication_store.hpp"

namespace matching::store {

namespace {

std::string const& publication_columns() {
    static std::string const columns =
        "SELECT id, match_run_id, state, started_at, sends_at, trouble, "
        "(SELECT p.name FROM people p WHERE p.organisation_id = publications.organisation_id "
        "AND p.id = publications.started_by) AS started_by FROM publications WHERE organisation_id = $1 AND ";
    return columns;
}

}  // namespace

void insert_publication(db::Tx& tx, Viewer const& viewer, Publication const& publication) {
    tx.run(R"(INSERT INTO publications (organisation_id, id, match_run_id, state, started_at, started_by, sends_at,
                                        trouble)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           viewer.organisation, publication.id, publication.match_run_id, publication.state, publication.started_at,
           viewer.person, publication.sends_at, publication.trouble);
}

void save_publication(db::Tx& tx, OrganisationId organisation, Publication const& publication) {
    tx.run(R"(UPDATE publications SET state = $3, sends_at = $4, trouble = $5
              WHERE organisation_id = $1 AND id = $2)",
           organisation, publication.id, publication.state, publication.sends_at, publication.trouble);
}

std::optional<Publication> find_publication(db::Tx& tx, OrganisationId organisation, PublicationId id) {
    return tx.one<Publication>(publication_columns() + "id = $2", organisation, id);
}

std::optional<Publication> find_publication_of(db::Tx& tx, OrganisationId organisation, MatchRunId run) {
    // Undone and published again within one moment, the one that still waits is the latest.
    return tx.one<Publication>(publication_columns() + R"(match_run_id = $2
        ORDER BY started_at DESC, CASE WHEN state IN ('waiting', 'sent') THEN 0 ELSE 1 END, id LIMIT 1)",
                               organisation, run);
}

std::vector<PersonId> list_publishers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT granted.person_id FROM roles granted
        JOIN people person ON person.organisation_id = granted.organisation_id AND person.id = granted.person_id
        WHERE granted.organisation_id = $1 AND (granted.programme_id = $2 OR granted.programme_id IS NULL)
          AND granted.role = 'coordinator' AND person.is_active
        ORDER BY granted.person_id)",
                               organisation, programme);
}

}  // namespace matching::store
