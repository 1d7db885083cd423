#pragma once
// Which programme a mail is about, and what its room says in it. It stands here because a mail's subject belongs to the
// room that told it.

#include "notice/mail.hpp"
#include "platform/db/db.hpp"

namespace app {

// In the recipient's language, as it would leave now. No programme for a mail about none, and when its subject is gone.
notice::MailWords words_of_mail(db::Tx& tx, notice::Mail const& mail, base::Instant now);

}  // namespace app
