#pragma once
// The only SQL that writes calendar_feeds.

#include "access/viewer.hpp"
#include "platform/crypto/link.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

struct Feed {
    access::PersonId person_id;
    crypto::Nonce nonce;
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Feed, (), (person_id, nonce, made_at))

// Empty as well when the person has been signed out everywhere since, or has left.
std::optional<Feed> find_feed(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);
void save_feed(db::Tx& tx, access::Viewer const& viewer, crypto::Nonce const& nonce, base::Instant wall);
void delete_feed(db::Tx& tx, access::Viewer const& viewer);

}  // namespace meeting::store
