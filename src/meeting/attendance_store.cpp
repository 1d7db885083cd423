#include "meeting/attendance_store.hpp"

namespace meeting::store {
namespace {

struct AttendanceRow {
    MeetingId meeting_id;
    Side side;
    Coming answer;
};
BOOST_DESCRIBE_STRUCT(AttendanceRow, (), (meeting_id, side, answer))

}  // namespace

void save_attendance(db::Tx& tx, access::OrganisationId organisation, MeetingId meeting, Attendance const& attendance) {
    tx.run(R"(
        INSERT INTO attendances (organisation_id, meeting_id, side, sequence, answer) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, meeting_id, side)
        DO UPDATE SET sequence = excluded.sequence, answer = excluded.answer)",
           organisation, meeting, attendance.side, attendance.sequence, attendance.answer);
}

std::map<MeetingId, std::vector<AttendanceBrief>> attendances_of(db::Tx& tx, access::OrganisationId organisation,
                                                                 PairingId pairing) {
    std::map<MeetingId, std::vector<AttendanceBrief>> answers;
    for (auto const& row : tx.all<AttendanceRow>(R"(
             SELECT a.meeting_id, a.side, a.answer FROM attendances a
             JOIN meetings m ON m.organisation_id = a.organisation_id AND m.id = a.meeting_id
              AND m.sequence = a.sequence
             WHERE a.organisation_id = $1 AND m.pairing_id = $2 ORDER BY a.side DESC)",
                                                 organisation, pairing))
        answers[row.meeting_id].push_back({row.side, row.answer});
    return answers;
}

std::optional<std::string> address_of(db::Tx& tx, access::Viewer const& viewer) {
    return tx
        .value<std::optional<std::string>>("SELECT email FROM people WHERE organisation_id = $1 AND id = $2",
                                           viewer.organisation, viewer.person)
        .value_or(std::nullopt);
}

}  // namespace meeting::store
