#pragma once
// Where mails lead. It stands here because a mail's link belongs to the room it leads into.

#include <optional>
#include <string>

#include "access/call.hpp"
#include "notice/mail.hpp"

namespace app {

// In full: its kind's page, or the computed link of its subject. Nothing when the subject is gone or opens no more.
std::optional<std::string> link_of(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail);
// The link opens something for the recipient alone.
bool has_secret_link(notice::Mail const& mail);

}  // namespace app
