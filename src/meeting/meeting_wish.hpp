#pragma once
// What somebody asks of a date, done: the same whether they are signed in, use the link from a mail or keep the dates
// of somebody else. What differs is how the date was found, and how it is shown.

#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_shapes.hpp"

namespace meeting {

base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Choice const& choice, base::Instant now);
base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Moving const& moving, base::Instant now);
base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, WhereChange const& change, base::Instant now);
base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Holding const& holding, base::Instant now);
base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Cancelling const& cancelling, base::Instant now);
base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, AttendanceInput const& input, base::Instant now);

}  // namespace meeting
