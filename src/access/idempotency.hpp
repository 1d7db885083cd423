#pragma once
// Idempotency-Key (engineering.md 3): a POST sent again with its key is answered as the first time. Kept 24 hours per
// person in the write's own transaction; successes only, a refusal is looked at afresh. The same key with another
// request is refused. Two at once: one of the transactions is asked to run again, and then finds the first's answer.

#include <optional>
#include <string>

#include "access/door.hpp"

namespace obverse::access::idempotency {

// The header, when it was sent. Refused (`idempotency_key`) unless it is 1 to 255 visible characters of ASCII: whoever
// sends one counts on it, so none is passed over in silence.
base::Result<std::optional<std::string>> key_of(http::Request const& request);

base::Result<std::optional<Answer>> find(db::Tx& tx, Viewer const& viewer, std::string const& key,
                                         http::Request const& request, base::Instant wall);
void store(db::Tx& tx, Viewer const& viewer, std::string const& key, http::Request const& request, Answer const& answer,
           base::Instant wall);

}  // namespace obverse::access::idempotency
