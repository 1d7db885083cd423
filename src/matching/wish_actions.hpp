#pragma once
// Whom a coordinator wants together or apart in every run of a programme.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "matching/match_run_shapes.hpp"
#include "platform/db/db.hpp"

namespace matching {

// Who it was about is nothing an administrator reads in the log: the event says that the programme's wishes changed.
inline constexpr audit::Kind kWishesChanged{"match_wishes.changed"};

// Nobody is kept together with themselves, nor apart: `same_person` on /mentee_id.
base::Result<bool> keep(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, CoupleShown const& couple,
                        Wish wish, base::Instant now);
base::Result<bool> no_longer_keep(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                  CoupleShown const& couple, Wish wish, base::Instant now);

}  // namespace matching
