#include "matching/tree_store.hpp"

namespace matching::store {

namespace {

struct TreeRow {
    PersonId id;
    std::optional<PersonId> manager_id;
    std::string line_state;
    std::int32_t people_under = 0;
    bool is_opened = false;
};
BOOST_DESCRIBE_STRUCT(TreeRow, (), (id, manager_id, line_state, people_under, is_opened))

}  // namespace

LoadedTree load_tree(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    auto const rows = tx.all<TreeRow>(
        R"(SELECT p.id, p.manager_id, p.line_state, p.people_under,
                  CASE WHEN o.person_id IS NULL THEN FALSE ELSE TRUE END AS is_opened
           FROM people p
           LEFT JOIN opened_tops o ON o.organisation_id = p.organisation_id AND o.programme_id = $2
                                  AND o.person_id = p.id
           WHERE p.organisation_id = $1
           ORDER BY p.id)",
        organisation, programme);
    auto const headcount =
        tx.value<std::int32_t>("SELECT headcount FROM reporting_trees WHERE organisation_id = $1", organisation)
            .value_or(static_cast<std::int32_t>(rows.size()));
    LoadedTree tree;
    for (auto const& row : rows) tree.position.emplace(row.id, static_cast<engine::Index>(tree.position.size()));
    for (auto const& row : rows) {
        engine::TreePlace place;
        if (row.manager_id) place.manager = tree.position.at(*row.manager_id);
        place.is_known = row.line_state != "broken";
        place.is_above_more_than_half = std::int64_t{2} * row.people_under > headcount;
        place.is_opened = row.is_opened;
        tree.places.push_back(place);
    }
    return tree;
}

}  // namespace matching::store
