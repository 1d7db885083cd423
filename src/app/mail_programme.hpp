#pragma once
// Which programme a mail is about. It stands here because a mail's subject belongs to the room that told it.

#include <optional>
#include <string>

#include "notice/mail.hpp"
#include "platform/db/db.hpp"

namespace app {

// What the programme is called in the recipient's language; empty for a mail about none, and when its subject is gone.
std::string programme_of_mail(db::Tx& tx, notice::Mail const& mail);

// The sentences of a mail that its room makes when it leaves; empty for every other.
std::string details_of_mail(db::Tx& tx, notice::Mail const& mail, base::Instant now);

}  // namespace app
