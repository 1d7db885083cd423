#pragma once
// A mail as it leaves now: the words of its kind, its link, what its programme is called, and whatever the room that
// owns what it is about adds. It stands here because these belong to many rooms.

#include <optional>

#include "access/call.hpp"
#include "notice/delivery.hpp"

namespace app {

// Nothing when what it is about is gone.
std::optional<notice::OutgoingMail> write_outgoing(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail);

}  // namespace app
