#include "record/timeline_store.hpp"

namespace record::store {

std::optional<base::Instant> find_suggested_at(db::Tx& tx, access::OrganisationId organisation,
                                               pairing::PairingId pairing) {
    return tx.value<base::Instant>(R"(
        SELECT suggestion.suggested_at FROM suggestions suggestion
        JOIN pairings p ON p.organisation_id = suggestion.organisation_id AND p.suggestion_id = suggestion.id
        WHERE p.organisation_id = $1 AND p.id = $2)",
                                   organisation, pairing);
}

std::vector<Pause> list_pauses(db::Tx& tx, access::OrganisationId organisation, pairing::PairingId pairing) {
    return tx.all<Pause>(R"(
        SELECT paused_on, resumed_on FROM pauses WHERE organisation_id = $1 AND pairing_id = $2 ORDER BY paused_on, id)",
                         organisation, pairing);
}

std::vector<AskedBoth> list_asked(db::Tx& tx, access::OrganisationId organisation, pairing::PairingId pairing) {
    return tx.all<AskedBoth>(R"(
        SELECT kind, opened_on FROM surveys
        WHERE organisation_id = $1 AND pairing_id = $2 AND kind <> 'pulse' ORDER BY opened_on, kind)",
                             organisation, pairing);
}

}  // namespace record::store
