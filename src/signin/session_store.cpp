#include "signin/session_store.hpp"

namespace signin::store {

namespace {

// Somebody of the organisation ($1) who may sign in; what picks them out goes behind it.
constexpr std::string_view kClaimant = R"(
    SELECT people.id AS person_id, people.name AS name, COALESCE(people.sign_in_name, '') AS sign_in_name,
           people.email AS email, organisations.name AS organisation_name, people.sign_in_epoch AS sign_in_epoch,
           passwords.hash AS hash
    FROM people
    JOIN organisations ON organisations.organisation_id = people.organisation_id
    LEFT JOIN passwords ON passwords.organisation_id = people.organisation_id AND passwords.person_id = people.id
    WHERE people.organisation_id = $1 AND people.is_active AND NOT people.is_name_only AND )";

constexpr std::string_view kLiveSession = R"(
    SELECT sessions.id AS id, sessions.person_id AS person_id, sessions.sign_in_epoch AS sign_in_epoch,
           people.language AS language, people.time_zone AS time_zone, sessions.started_at AS started_at,
           sessions.seen_at AS seen_at
    FROM sessions
    JOIN people ON people.organisation_id = sessions.organisation_id AND people.id = sessions.person_id
    WHERE sessions.organisation_id = $1 AND sessions.secret_digest = $2 AND people.is_active
      AND people.sign_in_epoch = sessions.sign_in_epoch)";

struct GrantRow {
    access::Role role;
    std::optional<access::ProgrammeId> programme_id;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (role, programme_id))

}  // namespace

std::optional<Claimant> find_claimant(db::Tx& tx, OrganisationId organisation, std::string_view name) {
    return tx.one<Claimant>(std::string(kClaimant) + R"((people.sign_in_name = $2 OR people.email = $2)
        ORDER BY CASE WHEN people.sign_in_name = $2 THEN 0 ELSE 1 END LIMIT 1)",
                            organisation, name);
}

std::optional<Claimant> find_claimant(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx.one<Claimant>(std::string(kClaimant) + "people.id = $2", organisation, person);
}

void put_password(db::Tx& tx, OrganisationId organisation, PersonId person, std::string const& hash,
                  base::Instant wall) {
    tx.run(R"(
        INSERT INTO passwords (organisation_id, person_id, hash, changed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, person_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at)",
           organisation, person, hash, wall);
}

SessionId insert_session(db::Tx& tx, SessionKey const& key, NewSession const& session, base::Instant wall) {
    auto const id = tx.make_id<SessionId>();
    tx.run(R"(
        INSERT INTO sessions (organisation_id, id, person_id, secret_digest, sign_in_epoch, browser, started_at, seen_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7))",
           key.organisation, id, session.person, digest_of(key), session.sign_in_epoch, session.browser, wall);
    return id;
}

std::optional<LiveSession> find_session(db::Tx& tx, SessionKey const& key) {
    return tx.one<LiveSession>(kLiveSession, key.organisation, digest_of(key));
}

std::vector<access::Grant> list_grants(db::Tx& tx, OrganisationId organisation, PersonId person) {
    std::vector<access::Grant> grants;
    for (auto const& row : tx.all<GrantRow>(R"(
             SELECT role, programme_id FROM roles WHERE organisation_id = $1 AND person_id = $2
             ORDER BY granted_at, id)",
                                            organisation, person))
        grants.push_back({row.role, row.programme_id});
    return grants;
}

void see_session(db::Tx& tx, OrganisationId organisation, SessionId id, base::Instant wall) {
    tx.run("UPDATE sessions SET seen_at = $3 WHERE organisation_id = $1 AND id = $2 AND seen_at < $3", organisation, id,
           wall);
}

std::vector<OwnSession> list_own_sessions(db::Tx& tx, access::Viewer const& viewer) {
    return tx.all<OwnSession>(R"(
        SELECT id, browser, started_at, seen_at FROM sessions
        WHERE organisation_id = $1 AND person_id = $2 AND sign_in_epoch = $3
        ORDER BY seen_at DESC, id)",
                              viewer.organisation, viewer.person, viewer.sign_in_epoch);
}

bool remove_own_session(db::Tx& tx, access::Viewer const& viewer, SessionId id) {
    return tx.run("DELETE FROM sessions WHERE organisation_id = $1 AND person_id = $2 AND id = $3", viewer.organisation,
                  viewer.person, id) == 1;
}

void remove_session(db::Tx& tx, SessionKey const& key) {
    tx.run("DELETE FROM sessions WHERE organisation_id = $1 AND secret_digest = $2", key.organisation, digest_of(key));
}

void remove_sessions_of(db::Tx& tx, OrganisationId organisation, PersonId person) {
    tx.run("DELETE FROM sessions WHERE organisation_id = $1 AND person_id = $2", organisation, person);
}

void remove_sessions_before(db::Tx& tx, base::Instant started, base::Instant seen) {
    tx.run("DELETE FROM sessions WHERE started_at < $1 OR seen_at < $2", started, seen);
}

}  // namespace signin::store
