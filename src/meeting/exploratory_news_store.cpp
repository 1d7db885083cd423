#include "meeting/exploratory_news_store.hpp"

namespace meeting::store {

std::optional<ExploratoryTellingId> insert_exploratory_telling(db::Tx& tx, access::OrganisationId organisation,
                                                               PairingId pairing, Telling const& telling,
                                                               base::Instant now) {
    auto const id = tx.make_id<ExploratoryTellingId>();
    auto const inserted =
        tx.run(R"(
        INSERT INTO exploratory_tellings (organisation_id, id, pairing_id, told_of, side, kind, nonce, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (organisation_id, pairing_id, kind, told_of, side) DO NOTHING)",
               organisation, id, pairing, telling.told_of, telling.side, telling.kind, crypto::random_nonce(), now);
    return inserted == 0 ? std::nullopt : std::optional(id);
}

std::optional<ExploratoryTelling> find_exploratory_telling(db::Tx& tx, access::OrganisationId organisation,
                                                           ExploratoryTellingId id) {
    return tx.one<ExploratoryTelling>(R"(
        SELECT id, pairing_id, side, kind, told_of, nonce FROM exploratory_tellings
        WHERE organisation_id = $1 AND id = $2)",
                                      organisation, id);
}

}  // namespace meeting::store
