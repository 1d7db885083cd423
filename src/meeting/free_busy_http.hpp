#pragma once
// Looking for times with one's own free/busy calendar: its address is read at this moment, outside any transaction, and
// neither it nor what it says is kept, logged or shown to anybody.

#include "access/call.hpp"
#include "meeting/meeting_shapes.hpp"

namespace meeting {

base::Result<Slots> post_slot_search(access::Visit& visit, FreeBusySearch const& search);

}  // namespace meeting
