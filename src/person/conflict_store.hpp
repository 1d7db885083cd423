#pragma once
// The only SQL that writes conflicts.

#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "person/conflict_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace person::store {

// Everybody meant by these words: a name, a number, a sign-in name or an address.
std::vector<access::PersonId> find_meant(db::Tx& tx, access::Viewer const& viewer, std::string const& words);

bool has_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictPair const& pair);
void insert_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictPair const& pair, base::Day entered_on);
// False when it is not there.
bool remove_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictId id);
base::Result<page::Rows<ConflictRow>> list_conflicts(db::Tx& tx, access::Viewer const& viewer,
                                                     ConflictsQuery const& query);

// For matching: every pair of people known now. Whoever was let go and has come in again is known by their number, or
// where one of the two rows has none, by name.
std::vector<ConflictPair> load_conflicts(db::Tx& tx, access::OrganisationId organisation);

}  // namespace person::store
