#pragma once
// The only SQL that writes attendances.

#include <map>

#include "meeting/attendance.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

// The latest answer stands.
void save_attendance(db::Tx& tx, access::OrganisationId organisation, MeetingId meeting, Attendance const& attendance);
// To the dates of a pairing, as they stand now.
std::map<MeetingId, std::vector<AttendanceBrief>> attendances_of(db::Tx& tx, access::OrganisationId organisation,
                                                                 PairingId pairing);
// Empty when the person has none.
std::optional<std::string> address_of(db::Tx& tx, access::Viewer const& viewer);

}  // namespace meeting::store
