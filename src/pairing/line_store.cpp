#include "pairing/line_store.hpp"

#include "matching/tree_store.hpp"

namespace pairing::store {

bool stand_in_one_line(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    auto loaded = matching::store::load_tree(tx, organisation, pairing.programme_id);
    matching::engine::ReportingTree const tree(std::move(loaded.places));
    return tree.flaw_between(loaded.position.at(pairing.mentor_id), loaded.position.at(pairing.mentee_id)) !=
           matching::engine::LineFlaw::none;
}

}  // namespace pairing::store
