#pragma once
// A person's dates of every room, by their private calendar address (meeting/calendar_feed.hpp).

#include "access/call.hpp"

namespace app {

// text/calendar, for whoever has the address; in the order of the dates.
base::Result<access::Document> read_calendar(access::Call& call);

}  // namespace app
