#pragma once

#include <optional>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "notice/kind.hpp"
#include "platform/db/db.hpp"

namespace notice {

// Puts the kind into the person's inbox, their mail or both. About one subject a person is told once, however often
// the job runs; about no subject each time. Whoever has no address or has left gets no mail.
//
// Telling records no event: it follows from one, and a line "told to" per person would say who was in a round.
void tell(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
          std::optional<base::AnyId> subject, base::Instant now);

}  // namespace notice
