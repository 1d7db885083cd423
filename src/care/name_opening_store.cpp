#include "care/name_opening_store.hpp"

#include "platform/crypto/seal.hpp"

namespace care::store {
namespace {

struct NameOpeningRow {
    NameOpeningId id;
    ConcernId concern_id;
    ProgrammeId programme_id;
    PersonId asked_by;
    base::Day asked_on;
    meta::Bytes sealed_danger;
    std::optional<PersonId> agreed_by;
    std::optional<base::Day> agreed_on;
};
BOOST_DESCRIBE_STRUCT(NameOpeningRow, (),
                      (id, concern_id, programme_id, asked_by, asked_on, sealed_danger, agreed_by, agreed_on))

constexpr std::string_view kOpenings = R"(
    SELECT id, concern_id, programme_id, asked_by, asked_on, sealed_danger, agreed_by, agreed_on
    FROM name_openings WHERE organisation_id = $1)";

crypto::SealedPlace place_of_danger(OrganisationId organisation, NameOpeningId id) {
    return {"name_openings", "sealed_danger", base::any(organisation), base::any(id)};
}

NameOpening opening_from(crypto::Keys const& keys, OrganisationId organisation, NameOpeningRow const& row) {
    return {row.id,        row.concern_id, row.programme_id,
            row.asked_by,  row.asked_on,   crypto::open(keys, place_of_danger(organisation, row.id), row.sealed_danger),
            row.agreed_by, row.agreed_on};
}

std::optional<NameOpening> opening_from(crypto::Keys const& keys, OrganisationId organisation,
                                        std::optional<NameOpeningRow> const& row) {
    if (!row) return std::nullopt;
    return opening_from(keys, organisation, *row);
}

}  // namespace

void insert_opening(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, NameOpening const& opening) {
    tx.run(R"(INSERT INTO name_openings (organisation_id, id, concern_id, programme_id, asked_by, asked_on,
                                         sealed_danger)
              VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, opening.id, opening.concern_id, opening.programme_id, opening.asked_by, opening.asked_on,
           crypto::seal(keys, place_of_danger(organisation, opening.id), opening.danger));
}

void save_agreement(db::Tx& tx, OrganisationId organisation, NameOpening const& opening) {
    tx.run("UPDATE name_openings SET agreed_by = $3, agreed_on = $4 WHERE organisation_id = $1 AND id = $2",
           organisation, opening.id, opening.agreed_by, opening.agreed_on);
}

std::optional<NameOpening> find_opening(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        NameOpeningId id) {
    return opening_from(keys, organisation,
                        tx.one<NameOpeningRow>(std::string(kOpenings) + " AND id = $2", organisation, id));
}

std::optional<NameOpening> find_opening_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                           ConcernId concern) {
    return opening_from(keys, organisation,
                        tx.one<NameOpeningRow>(std::string(kOpenings) + " AND concern_id = $2", organisation, concern));
}

std::vector<NameOpening> list_openings(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation) {
    std::vector<NameOpening> openings;
    for (auto const& row :
         tx.all<NameOpeningRow>(std::string(kOpenings) + " ORDER BY asked_on DESC, id LIMIT 100", organisation))
        openings.push_back(opening_from(keys, organisation, row));
    return openings;
}

}  // namespace care::store
