#pragma once
// Verbs about conflicts. They are private (rules 4, 7): no event says between whom.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "base/result.hpp"
#include "person/conflict_shapes.hpp"
#include "platform/db/db.hpp"

namespace person {

inline constexpr audit::Kind conflict_changed{"conflict.changed", audit::Private::yes};

// Entering one that is there already changes nothing. Refuses, as field errors: nobody_of_this_name,
// several_of_this_name, same_person.
base::Result<bool> enter_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictInput const& input,
                                  base::Instant now);
base::Result<bool> withdraw_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictId id, base::Instant now);

}  // namespace person
