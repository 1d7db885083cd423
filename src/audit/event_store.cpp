#include "audit/event_store.hpp"

#include <array>

#include "audit/event.hpp"
#include "platform/crypto/secret.hpp"

namespace audit::store {

namespace {

meta::Bytes fresh_salt() {
    meta::Bytes salt;
    salt.octets.resize(16);
    crypto::fill_with_secret(salt.octets);
    return salt;
}

meta::Bytes stirred(meta::Bytes const& digest, std::string_view kind) {
    auto mixed = fresh_salt().octets;
    mixed.insert(mixed.end(), digest.octets.begin(), digest.octets.end());
    mixed.insert(mixed.end(), kind.begin(), kind.end());
    auto const result = crypto::sha256(mixed);
    return {{result.begin(), result.end()}};
}

}  // namespace

void insert(db::Tx& tx, access::OrganisationId organisation, std::string_view kind,
            std::optional<access::PersonId> actor, std::optional<base::AnyId> subject,
            std::optional<std::string> const& facts, base::Instant now) {
    tx.run(R"(
        INSERT INTO events (organisation_id, id, happened_at, kind, subject_id, actor_id, facts, salt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, tx.make_id<EventId>(), now, kind, subject, actor, facts, fresh_salt());
}

void stir(db::Tx& tx, access::OrganisationId organisation, base::Day day, std::string_view kind) {
    auto const before = tx.value<meta::Bytes>(
        "SELECT digest FROM private_days WHERE organisation_id = $1 AND acted_on = $2", organisation, day);
    tx.run(R"(
        INSERT INTO private_days (organisation_id, acted_on, digest) VALUES ($1, $2, $3)
        ON CONFLICT (organisation_id, acted_on) DO UPDATE SET digest = excluded.digest)",
           organisation, day, stirred(before.value_or(fresh_salt()), kind));
}

}  // namespace audit::store
