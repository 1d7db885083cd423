#include "voice/loop_board_store.hpp"

namespace voice::store {

void publish_board(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme, base::Day today) {
    tx.run(R"(INSERT INTO board_publications (organisation_id, programme_id, published_on) VALUES ($1, $2, $3)
              ON CONFLICT DO NOTHING)",
           organisation, programme, today);
}

void take_board_back(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme) {
    tx.run("DELETE FROM board_publications WHERE organisation_id = $1 AND programme_id = $2", organisation, programme);
}

std::optional<base::Day> find_publication(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme) {
    return tx.value<base::Day>(
        "SELECT published_on FROM board_publications WHERE organisation_id = $1 AND programme_id = $2", organisation,
        programme);
}

}  // namespace voice::store
