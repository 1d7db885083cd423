#pragma once
// The doors to conflicts.

#include "access/call.hpp"
#include "person/conflict_shapes.hpp"

namespace person {

base::Result<ConflictPage> list_conflicts(access::Call& call, ConflictsQuery const& query);
base::Result<ConflictPage> put_conflict(access::Call& call, ConflictInput const& input);
base::Result<ConflictPage> remove_conflict(access::Call& call);

}  // namespace person
