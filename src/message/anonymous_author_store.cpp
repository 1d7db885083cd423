#include "message/anonymous_author_store.hpp"

#include "platform/crypto/seal.hpp"

namespace message::store {
namespace {

struct AuthorRow {
    LineId line_id;
    meta::Bytes sealed_person_id;
};
BOOST_DESCRIBE_STRUCT(AuthorRow, (), (line_id, sealed_person_id))

crypto::SealedPlace place_of_author(access::OrganisationId organisation, LineId line) {
    return {"anonymous_authors", "sealed_person_id", base::any(organisation), base::any(line)};
}

bool is_by(crypto::Keys const& keys, access::Viewer const& viewer, AuthorRow const& row) {
    return crypto::open(keys, place_of_author(viewer.organisation, row.line_id), row.sealed_person_id) ==
           viewer.person->text();
}

}  // namespace

void insert_author(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId line) {
    tx.run("INSERT INTO anonymous_authors (organisation_id, line_id, sealed_person_id) VALUES ($1, $2, $3)",
           viewer.organisation, line,
           crypto::seal(keys, place_of_author(viewer.organisation, line), viewer.person->text()));
}

bool is_author(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId line) {
    auto const row = tx.one<AuthorRow>(
        "SELECT line_id, sealed_person_id FROM anonymous_authors WHERE organisation_id = $1 AND line_id = $2",
        viewer.organisation, line);
    return row && is_by(keys, viewer, *row);
}

std::vector<LineId> lines_of(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer) {
    std::vector<LineId> lines;
    for (auto const& row : tx.all<AuthorRow>(R"(
             SELECT author.line_id AS line_id, author.sealed_person_id AS sealed_person_id
             FROM anonymous_authors author
             JOIN anonymous_lines line ON line.organisation_id = author.organisation_id AND line.id = author.line_id
             WHERE author.organisation_id = $1
               AND EXISTS (SELECT 1 FROM enrolments e
                           WHERE e.organisation_id = $1 AND e.programme_id = line.programme_id AND e.person_id = $2)
             ORDER BY author.line_id)",
                                             viewer.organisation, viewer.person))
        if (is_by(keys, viewer, row)) lines.push_back(row.line_id);
    return lines;
}

std::int64_t author_read_position(db::Tx& tx, access::OrganisationId organisation, LineId line) {
    return tx
        .value<std::int64_t>("SELECT read_position FROM anonymous_authors WHERE organisation_id = $1 AND line_id = $2",
                             organisation, line)
        .value();
}

void mark_author_read(db::Tx& tx, access::OrganisationId organisation, LineId line, std::int64_t position) {
    tx.run("UPDATE anonymous_authors SET read_position = $3 WHERE organisation_id = $1 AND line_id = $2", organisation,
           line, position);
}

void remove_author(db::Tx& tx, access::OrganisationId organisation, LineId line) {
    tx.run("DELETE FROM anonymous_authors WHERE organisation_id = $1 AND line_id = $2", organisation, line);
}

}  // namespace message::store
