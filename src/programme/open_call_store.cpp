#include "programme/open_call_store.hpp"

namespace programme::store {

namespace {

// Who waits longest, first.
constexpr std::array kJoinRequestSortings{
    page::Sorting{JoinRequestSort::asked_at, "asked_at", page::Compared::as_number},
    page::Sorting{JoinRequestSort::name, "LOWER(name)"},
};

constexpr page::Listing kJoinRequests{"id, programme_id, person_id, name, email, side, asked_at", R"(
    FROM join_requests
    WHERE organisation_id = $1 AND programme_id = $2 AND (person_id IS NULL OR person_id <> $3)
      AND ($4 IS NULL OR LOWER(name) LIKE LOWER($4) ESCAPE '!' OR LOWER(email) LIKE LOWER($4) ESCAPE '!')
      AND ($5 IS NULL OR side = $5))",
                                      "id"};

}  // namespace

std::optional<OpenCall> find_open_call(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.one<OpenCall>(R"(
        SELECT programme_id, limited_by, code, mail_domain, link_nonce, closes_on FROM open_calls
        WHERE organisation_id = $1 AND programme_id = $2)",
                            organisation, programme);
}

std::optional<OpenCall> find_linked_call(db::Tx& tx, crypto::Link const& link) {
    return tx.one<OpenCall>(R"(
        SELECT programme_id, limited_by, code, mail_domain, link_nonce, closes_on FROM open_calls
        WHERE organisation_id = $1 AND programme_id = $2 AND link_nonce = $3)",
                            link.organisation, link.id, link.nonce);
}

void replace_open_call(db::Tx& tx, OrganisationId organisation, OpenCall const& call, base::Instant now) {
    delete_open_call(tx, organisation, call.programme_id);
    tx.run(R"(
        INSERT INTO open_calls (organisation_id, programme_id, limited_by, code, mail_domain, link_nonce, closes_on,
               opened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, call.programme_id, call.limited_by, call.code, call.mail_domain, call.link_nonce,
           call.closes_on, now);
}

void delete_open_call(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    tx.run("DELETE FROM open_calls WHERE organisation_id = $1 AND programme_id = $2", organisation, programme);
}

std::int64_t count_join_requests(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx
        .value<std::int64_t>("SELECT COUNT(*) FROM join_requests WHERE organisation_id = $1 AND programme_id = $2",
                             organisation, programme)
        .value_or(0);
}

bool has_asked(db::Tx& tx, OrganisationId organisation, JoinRequest const& request) {
    return tx.value<std::int64_t>(R"(
        SELECT COUNT(*) FROM join_requests WHERE organisation_id = $1 AND programme_id = $2 AND side = $3
          AND (name = $4 AND email IS NULL AND $5 IS NULL OR email = $5 OR person_id = $6))",
                                  organisation, request.programme_id, request.side, request.name, request.email,
                                  request.person_id)
               .value_or(0) > 0;
}

void insert_join_request(db::Tx& tx, OrganisationId organisation, JoinRequest const& request) {
    tx.run(R"(
        INSERT INTO join_requests (organisation_id, id, programme_id, person_id, name, email, side, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, tx.make_id<JoinRequestId>(), request.programme_id, request.person_id, request.name,
           request.email, request.side, request.asked_at);
}

base::Result<JoinRequestList> page_of_join_requests(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                    JoinRequestQuery const& query) {
    TRY(rows, page::read<JoinRequest>(tx, query, kJoinRequestSortings, kJoinRequests, viewer.organisation, programme,
                                      viewer.person, page::typed_part(query.search), query.side));
    JoinRequestList requests;
    page::fill(requests, std::move(rows));
    return requests;
}

std::optional<JoinRequest> find_join_request(db::Tx& tx, OrganisationId organisation, JoinRequestId id) {
    return tx.one<JoinRequest>(R"(
        SELECT id, programme_id, person_id, name, email, side, asked_at FROM join_requests
        WHERE organisation_id = $1 AND id = $2)",
                               organisation, id);
}

void delete_join_request(db::Tx& tx, OrganisationId organisation, JoinRequestId id) {
    tx.run("DELETE FROM join_requests WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::optional<PersonId> find_person_by_email(db::Tx& tx, OrganisationId organisation, std::string const& email) {
    return tx.value<PersonId>("SELECT id FROM people WHERE organisation_id = $1 AND email = $2", organisation, email);
}

}  // namespace programme::store
