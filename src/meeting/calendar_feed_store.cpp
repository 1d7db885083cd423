#include "meeting/calendar_feed_store.hpp"

namespace meeting::store {

std::optional<Feed> find_feed(db::Tx& tx, access::OrganisationId organisation, access::PersonId person) {
    return tx.one<Feed>(R"(
        SELECT feed.person_id, feed.nonce, feed.made_at FROM calendar_feeds feed
        JOIN people person ON person.organisation_id = feed.organisation_id AND person.id = feed.person_id
        WHERE feed.organisation_id = $1 AND feed.person_id = $2 AND feed.sign_in_epoch = person.sign_in_epoch
          AND person.is_active)",
                        organisation, person);
}

void save_feed(db::Tx& tx, access::Viewer const& viewer, crypto::Nonce const& nonce, base::Instant wall) {
    tx.run(R"(
        INSERT INTO calendar_feeds (organisation_id, person_id, nonce, sign_in_epoch, made_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, person_id) DO UPDATE
        SET nonce = excluded.nonce, sign_in_epoch = excluded.sign_in_epoch, made_at = excluded.made_at)",
           viewer.organisation, viewer.person, nonce, viewer.sign_in_epoch, wall);
}

void delete_feed(db::Tx& tx, access::Viewer const& viewer) {
    tx.run("DELETE FROM calendar_feeds WHERE organisation_id = $1 AND person_id = $2", viewer.organisation,
           viewer.person);
}

}  // namespace meeting::store
