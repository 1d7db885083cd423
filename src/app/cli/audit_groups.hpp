#pragma once
// `obverse match --audit GROUPS.csv`: how a result that is frozen and written treats groups of people, by a table that
// its owner was allowed to use for this. It is read after the result and kept nowhere: the engine never sees it.

#include <iosfwd>
#include <string>

#include "matching/engine/assignment.hpp"
#include "matching/fairness.hpp"
#include "matching/file_snapshot.hpp"

namespace app {

// A table with the columns `person` and `group`; people are named as the rules file identifies them, whoever is not in
// it counts as a group of their own, "". Refuses what read_table refuses, `column_missing`, `person_unknown` and
// `person_twice`.
base::Result<matching::FairnessAudit> audit_groups(std::string const& path, matching::FileSnapshot const& made,
                                                   matching::engine::Assignment const& assignment);

// In words, with what it does not say.
void print_audit(matching::FairnessAudit const& audit, std::ostream& out);

}  // namespace app
