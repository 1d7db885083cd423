#pragma once
// The mails page: what waits to be sent, as it would be sent now. It stands here because a mail's link belongs to the
// room it leads into.

#include <string>

#include "access/call.hpp"
#include "notice/notice_shapes.hpp"

namespace app {

// Where a mail leads, in full: its kind's page, or the computed link of its subject. Nothing when the subject is gone.
std::optional<std::string> link_of(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail);

// Outside a demo the page leaves out links that open something for the recipient alone.
base::Result<notice::Mails> list_mails(access::Call& call, notice::MailQuery const& query);

}  // namespace app
