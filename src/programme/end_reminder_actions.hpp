#pragma once

#include <optional>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"

namespace programme {

// By the schedule, in the time zone of the house: reminds whoever coordinates of a coming end, announces the last day
// that nobody has announced, as the house, and lets programmes look back whose last day is near.
void keep_ends(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

// Until the house announces the last day: 0 today. Empty before anybody was reminded, and once it is announced.
std::optional<std::int64_t> days_to_announcement(db::Tx& tx, access::OrganisationId organisation,
                                                 access::ProgrammeId programme, base::Instant now);

// What a notice of a coming end is about: the reminder, or the day that the house has announced.
std::optional<access::ProgrammeId> find_programme_ending(db::Tx& tx, access::OrganisationId organisation,
                                                         base::AnyId subject);

}  // namespace programme
