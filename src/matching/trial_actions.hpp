#pragma once
// Tries something out. Reads once, computes without a transaction, and leaves no trace: no row, no event, no log line.

#include "access/viewer.hpp"
#include "matching/trial_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace matching {

// Refuses what is nonsense together (`nothing_counts`, `too_small`), people who do not take part or are the viewer
// (`not_found`), a run of another programme or without pairs, and more than kMostPeopleTried people.
base::Result<Trial> make_trial(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                               ProgrammeId programme, NewTrial const& wanted, base::Instant now);

}  // namespace matching
