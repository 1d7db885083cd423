#include "person/conflict_store.hpp"

#include "base/text.hpp"
#include "person/person_store.hpp"

namespace person::store {

namespace {

constexpr std::array kConflictSortings{
    page::Sorting{ConflictSort::one, "a.name_folded"},
    page::Sorting{ConflictSort::other, "b.name_folded"},
    page::Sorting{ConflictSort::entered_on, "c.entered_on", page::Compared::as_text, page::Order::descending},
};

constexpr page::Listing kConflicts{"c.id, a.name AS one, b.name AS other, c.entered_on", R"(
    FROM conflicts c
    JOIN conflict_people a ON a.organisation_id = c.organisation_id AND a.conflict_id = c.id AND a.place = 1
    JOIN conflict_people b ON b.organisation_id = c.organisation_id AND b.conflict_id = c.id AND b.place = 2
    WHERE c.organisation_id = $1
      AND ($2 IS NULL OR a.name_folded LIKE $2 ESCAPE '!' OR b.name_folded LIKE $2 ESCAPE '!'))",
                                   "c.id"};

}  // namespace

std::vector<access::PersonId> find_meant(db::Tx& tx, access::Viewer const& viewer, std::string const& words) {
    auto const squeezed = base::squeeze(words);
    return tx.values<access::PersonId>(R"(
        SELECT id FROM people
        WHERE organisation_id = $1
          AND (name_folded = $2 OR email = $2 OR sign_in_name = $2 OR external_id = $3)
        ORDER BY id LIMIT 2)",
                                       viewer.organisation, base::fold(squeezed), squeezed);
}

bool has_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictPair const& pair) {
    return tx
        .value<std::int64_t>(R"(
        SELECT 1 FROM conflict_people a
        JOIN conflict_people b ON b.organisation_id = a.organisation_id AND b.conflict_id = a.conflict_id
        WHERE a.organisation_id = $1 AND a.person_id = $2 AND b.person_id = $3)",
                             viewer.organisation, pair.one_id, pair.other_id)
        .has_value();
}

void insert_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictPair const& pair, base::Day entered_on) {
    auto const id = tx.make_id<ConflictId>();
    tx.run("INSERT INTO conflicts (organisation_id, id, entered_on) VALUES ($1, $2, $3)", viewer.organisation, id,
           entered_on);
    auto place = 0;
    for (auto person_id : {pair.one_id, pair.other_id}) {
        auto const person = find(tx, viewer.organisation, person_id).value();
        tx.run(R"(
            INSERT INTO conflict_people (organisation_id, conflict_id, place, person_id, name, name_folded, external_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7))",
               viewer.organisation, id, ++place, person.id, person.name, base::fold(person.name), person.external_id);
    }
}

bool remove_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictId id) {
    tx.run("DELETE FROM conflict_people WHERE organisation_id = $1 AND conflict_id = $2", viewer.organisation, id);
    return tx.run("DELETE FROM conflicts WHERE organisation_id = $1 AND id = $2", viewer.organisation, id) == 1;
}

base::Result<page::Rows<ConflictRow>> list_conflicts(db::Tx& tx, access::Viewer const& viewer,
                                                     ConflictsQuery const& query) {
    return page::read<ConflictRow>(tx, query, kConflictSortings, kConflicts, viewer.organisation,
                                   page::folded_part(query.search));
}

std::vector<ConflictPair> load_conflicts(db::Tx& tx, access::OrganisationId organisation) {
    return tx.all<ConflictPair>(R"(
        WITH known AS (
            SELECT c.conflict_id, c.place, p.id FROM conflict_people c
            JOIN people p ON p.organisation_id = c.organisation_id
                 AND (p.id = c.person_id
                      OR (NOT EXISTS (SELECT 1 FROM people k WHERE k.organisation_id = c.organisation_id
                                      AND k.id = c.person_id)
                          AND (p.external_id = c.external_id
                               OR ((p.external_id IS NULL OR c.external_id IS NULL)
                                   AND p.name_folded = c.name_folded))))
            WHERE c.organisation_id = $1)
        SELECT a.id AS one_id, b.id AS other_id FROM known a
        JOIN known b ON b.conflict_id = a.conflict_id AND a.place = 1 AND b.place = 2
        ORDER BY a.id, b.id)",
                                organisation);
}

}  // namespace person::store
