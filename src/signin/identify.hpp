#pragma once
// From a cookie to a viewer. app/wiring hands this to the door.

#include "access/call.hpp"

namespace signin {

// nobody() for no cookie, a wrong one, a session that is over, and a person who was cut off. Notes that the session
// was seen, after the transaction and at most every five minutes.
access::Viewer identify(db::Tx& tx, http::Request const& request, access::Tools const& tools);

}  // namespace signin
