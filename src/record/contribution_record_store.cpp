#include "record/contribution_record_store.hpp"

namespace record::store {

std::vector<Held> list_held(db::Tx& tx, access::Viewer const& viewer) {
    return tx.all<Held>(R"(
        SELECT m.pairing_id, p.programme_id, m.starts_local, m.minutes FROM meetings m
        JOIN pairings p ON p.organisation_id = m.organisation_id AND p.id = m.pairing_id
        JOIN pairing_people one ON one.organisation_id = p.organisation_id AND one.pairing_id = p.id
         AND one.person_id = $2 AND one.side = 'mentor'
        WHERE m.organisation_id = $1 AND m.held_at IS NOT NULL AND m.starts_local IS NOT NULL
        ORDER BY m.starts_at, m.id)",
                        viewer.organisation, viewer.person);
}

}  // namespace record::store
