#include "audit/chain_store.hpp"

namespace audit::store {

std::vector<access::OrganisationId> find_waiting(db::Tx& tx, base::Day today) {
    return tx.values<access::OrganisationId>(R"(
        SELECT organisation_id FROM events WHERE position IS NULL
        UNION SELECT organisation_id FROM chains WHERE private_until_on < $1
        ORDER BY organisation_id)",
                                             today - 1);
}

ChainEnd load_end(db::Tx& tx, access::OrganisationId organisation, base::Day today) {
    auto end = tx.one<ChainEnd>("SELECT position, link, private_until_on FROM chains WHERE organisation_id = $1",
                                organisation);
    return end.value_or(ChainEnd{0, {}, today - 1});
}

void save_end(db::Tx& tx, access::OrganisationId organisation, ChainEnd const& end) {
    tx.run(R"(
        INSERT INTO chains (organisation_id, position, link, private_until_on) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id) DO UPDATE
        SET position = excluded.position, link = excluded.link, private_until_on = excluded.private_until_on)",
           organisation, end.position, end.link, end.private_until_on);
}

std::vector<ChainedEvent> find_unplaced(db::Tx& tx, access::OrganisationId organisation, std::int32_t most) {
    return tx.all<ChainedEvent>(R"(
        SELECT id, happened_at, kind, subject_id, actor_id, facts, salt, position, digest, link FROM events
        WHERE organisation_id = $1 AND position IS NULL ORDER BY happened_at, id LIMIT $2)",
                                organisation, most);
}

void save_place(db::Tx& tx, access::OrganisationId organisation, ChainedEvent const& event) {
    tx.run("UPDATE events SET position = $3, digest = $4, link = $5 WHERE organisation_id = $1 AND id = $2",
           organisation, event.id, event.position, event.digest, event.link);
}

void insert_placed(db::Tx& tx, access::OrganisationId organisation, ChainedEvent const& event) {
    tx.run(R"(
        INSERT INTO events (organisation_id, id, happened_at, kind, position, digest, link)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, event.id, event.happened_at, event.kind, event.position, event.digest, event.link);
}

std::optional<meta::Bytes> take_private_day(db::Tx& tx, access::OrganisationId organisation, base::Day day) {
    auto digest = tx.value<meta::Bytes>("SELECT digest FROM private_days WHERE organisation_id = $1 AND acted_on = $2",
                                        organisation, day);
    tx.run("DELETE FROM private_days WHERE organisation_id = $1 AND acted_on = $2", organisation, day);
    return digest;
}

std::vector<ChainedEvent> list_placed(db::Tx& tx, access::OrganisationId organisation, std::int64_t position,
                                      std::int32_t most) {
    return tx.all<ChainedEvent>(R"(
        SELECT id, happened_at, kind, subject_id, actor_id, facts, salt, position, digest, link FROM events
        WHERE organisation_id = $1 AND position > $2 ORDER BY position LIMIT $3)",
                                organisation, position, most);
}

std::int64_t count_placed(db::Tx& tx, access::OrganisationId organisation) {
    return tx
        .value<std::int64_t>("SELECT count(*) FROM events WHERE organisation_id = $1 AND position IS NOT NULL",
                             organisation)
        .value_or(0);
}

std::int64_t count_unplaced_before(db::Tx& tx, base::Instant then) {
    return tx.value<std::int64_t>("SELECT count(*) FROM events WHERE position IS NULL AND happened_at < $1", then)
        .value_or(0);
}

}  // namespace audit::store
