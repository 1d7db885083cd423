#pragma once
// The mails page: what waits, what was sent and what failed, in the words it would be sent with now.

#include "access/call.hpp"
#include "notice/notice_shapes.hpp"

namespace app {

// Outside a demo the page leaves out links that open something for the recipient alone.
base::Result<notice::Mails> list_mails(access::Call& call, notice::MailQuery const& query);
// Once more from the beginning. Refused: `mail_not_failed`.
base::Result<access::Nothing> post_mail_sending(access::Call& call);

}  // namespace app
