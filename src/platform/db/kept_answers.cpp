#include "platform/db/kept_answers.hpp"

namespace db {

std::optional<KeptAnswer> find_kept_answer(Tx& tx, KeptFor const& whose, base::Instant wall) {
    return tx.one<KeptAnswer>(R"(
        SELECT request_hash, status, body FROM idempotency_keys
        WHERE organisation_id = $1 AND person_id = $2 AND key = $3 AND kept_at > $4)",
                              whose.organisation, whose.person, whose.key, wall - kAnswersAreKept);
}

void keep_answer(Tx& tx, KeptFor const& whose, KeptAnswer const& answer, base::Instant wall) {
    tx.run(R"(
        INSERT INTO idempotency_keys (organisation_id, person_id, key, request_hash, status, body, kept_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation_id, person_id, key) DO UPDATE
        SET request_hash = excluded.request_hash, status = excluded.status, body = excluded.body,
            kept_at = excluded.kept_at)",
           whose.organisation, whose.person, whose.key, answer.request_hash, answer.status, answer.body, wall);
}

std::int64_t forget_old_answers(Tx& tx, base::Instant wall) {
    return tx.run("DELETE FROM idempotency_keys WHERE kept_at <= $1", wall - kAnswersAreKept);
}

}  // namespace db
