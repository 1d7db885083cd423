#include "pairing/line_store.hpp"

#include <unordered_map>

#include "matching/engine/line.hpp"

namespace pairing::store {
namespace {

namespace engine = matching::engine;

struct PlaceRow {
    PersonId id;
    std::optional<PersonId> manager_id;
    bool is_known;
    std::int32_t people_under;
    bool is_opened;
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (id, manager_id, is_known, people_under, is_opened))

std::vector<PlaceRow> places_of_everybody(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme) {
    return tx.all<PlaceRow>(R"(
        SELECT person.id, person.manager_id, person.line_state <> 'broken' AS is_known, person.people_under,
               top.person_id IS NOT NULL AS is_opened
        FROM people person
        LEFT JOIN opened_tops top ON top.organisation_id = person.organisation_id AND top.programme_id = $2
         AND top.person_id = person.id
        WHERE person.organisation_id = $1)",
                            organisation, programme);
}

}  // namespace

bool stand_in_one_line(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    auto rows = places_of_everybody(tx, organisation, pairing.programme_id);
    auto headcount =
        tx.value<std::int32_t>("SELECT headcount FROM reporting_trees WHERE organisation_id = $1", organisation)
            .value_or(static_cast<std::int32_t>(rows.size()));
    std::unordered_map<PersonId, engine::Index> position;
    for (auto const& row : rows) position.emplace(row.id, static_cast<engine::Index>(position.size()));
    std::vector<engine::TreePlace> places;
    for (auto const& row : rows) {
        engine::TreePlace place;
        if (row.manager_id) place.manager = position.at(*row.manager_id);
        place.is_known = row.is_known;
        place.is_above_more_than_half = std::int64_t{2} * row.people_under > headcount;
        place.is_opened = row.is_opened;
        places.push_back(place);
    }
    engine::ReportingTree tree(std::move(places));
    return tree.flaw_between(position.at(pairing.mentor_id), position.at(pairing.mentee_id)) != engine::LineFlaw::none;
}

}  // namespace pairing::store
