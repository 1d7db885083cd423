#pragma once
// Reads held conversations; writes nothing.

#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "record/contribution_record.hpp"

namespace record::store {

// Those of the viewer's on the side that brings the knowledge, the earliest first, whatever became of the pair.
std::vector<Held> list_held(db::Tx& tx, access::Viewer const& viewer);

}  // namespace record::store
