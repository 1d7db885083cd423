#include "signin/throttle_store.hpp"

namespace signin::store {

std::optional<Failures> find_failures(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject) {
    return tx.one<Failures>(R"(
        SELECT CAST(failures AS BIGINT) AS failures, last_failed_at, blocked_until_at FROM sign_in_failures
        WHERE organisation_id = $1 AND subject = $2)",
                            organisation, subject);
}

void put_failures(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject,
                  Failures const& failures) {
    tx.run(R"(
        INSERT INTO sign_in_failures (organisation_id, subject, failures, last_failed_at, blocked_until_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, subject) DO UPDATE SET failures = excluded.failures,
            last_failed_at = excluded.last_failed_at, blocked_until_at = excluded.blocked_until_at)",
           organisation, subject, failures.failures, failures.last_failed_at, failures.blocked_until_at);
}

void forget_failures(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject) {
    tx.run("DELETE FROM sign_in_failures WHERE organisation_id = $1 AND subject = $2", organisation, subject);
}

void forgive_one(db::Tx& tx, access::OrganisationId organisation, meta::Bytes const& subject) {
    tx.run(R"(
        UPDATE sign_in_failures SET failures = failures - 1, blocked_until_at = NULL
        WHERE organisation_id = $1 AND subject = $2 AND failures > 0)",
           organisation, subject);
}

void forget_failures_before(db::Tx& tx, base::Instant instant) {
    tx.run("DELETE FROM sign_in_failures WHERE last_failed_at < $1", instant);
}

}  // namespace signin::store
