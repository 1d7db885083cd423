#pragma once
// The only SQL that writes conflicts.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "person/conflict_shapes.hpp"
#include "platform/db/db.hpp"

namespace person::store {

// Everybody meant by these words: a name, a number, a sign-in name or an address.
std::vector<access::PersonId> find_meant(db::Tx& tx, access::Viewer const& viewer, std::string const& words);

bool has_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictPair const& pair);
void insert_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictPair const& pair, base::Day entered_on);
// False when it is not there.
bool remove_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictId id);
using ConflictPlace = page::Place<std::string>;  // name of the one, folded
struct StoredConflict : ConflictRow {
    std::string one_folded;
};
BOOST_DESCRIBE_STRUCT(StoredConflict, (ConflictRow), (one_folded))
std::vector<StoredConflict> list_conflicts(db::Tx& tx, access::Viewer const& viewer, ConflictsQuery const& query,
                                           std::optional<ConflictPlace> const& after);

// For matching: every pair of people known now. Whoever was let go and has come in again is known by their number, or
// where one of the two rows has none, by name.
std::vector<ConflictPair> load_conflicts(db::Tx& tx, access::OrganisationId organisation);

}  // namespace person::store
