#include "circle/group_meeting_store.hpp"

#include "circle/circle_store.hpp"

namespace circle::store {
namespace {

constexpr std::int64_t kMostShown = 50;

std::string const kMeetings = R"(
    SELECT g.id, g.programme_id, g.kind, g.title, g.asked, g.by_sponsor, g.version, g.starts_local, g.time_zone,
           g.starts_at, g.minutes, g.place, g.cancelled_at
    FROM group_meetings g )";

// The person $2 is asked to the meeting `g`.
std::string const kIsAsked = R"(
    (EXISTS (SELECT 1 FROM enrolments e
             WHERE e.organisation_id = g.organisation_id AND e.programme_id = g.programme_id AND e.person_id = $2
               AND e.state <> 'withdrawn'
               AND (g.asked = 'everyone' OR (g.asked = 'mentors' AND e.side = 'mentor')
                    OR (g.asked = 'mentees' AND e.side = 'mentee')))
     OR (g.by_sponsor AND EXISTS (
             SELECT 1 FROM sponsors s WHERE s.organisation_id = g.organisation_id AND s.programme_id = g.programme_id
               AND s.person_id = $2 AND s.accepted_at IS NOT NULL))) )";

}  // namespace

void save_group_meeting(db::Tx& tx, OrganisationId organisation, GroupMeeting const& meeting) {
    tx.run(R"(
        INSERT INTO group_meetings (organisation_id, id, programme_id, kind, title, asked, by_sponsor, version,
               starts_local, time_zone, starts_at, minutes, place, cancelled_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (organisation_id, id) DO UPDATE SET
               kind = excluded.kind, title = excluded.title, asked = excluded.asked, by_sponsor = excluded.by_sponsor,
               version = excluded.version, starts_local = excluded.starts_local, time_zone = excluded.time_zone,
               starts_at = excluded.starts_at, minutes = excluded.minutes, place = excluded.place,
               cancelled_at = excluded.cancelled_at)",
           organisation, meeting.id, meeting.programme_id, meeting.kind, meeting.title, meeting.asked,
           meeting.by_sponsor, meeting.version, meeting.starts_local, meeting.time_zone, meeting.starts_at,
           meeting.minutes, meeting.place, meeting.cancelled_at);
}

std::optional<GroupMeeting> find_group_meeting(db::Tx& tx, OrganisationId organisation, GroupMeetingId id) {
    static auto const sql = kMeetings + "WHERE g.organisation_id = $1 AND g.id = $2";
    return tx.one<GroupMeeting>(sql, organisation, id);
}

std::optional<GroupMeeting> find_own_group_meeting(db::Tx& tx, OrganisationId organisation, PersonId person,
                                                   GroupMeetingId id) {
    static auto const sql = kMeetings + "WHERE g.organisation_id = $1 AND g.id = $3 AND " + kIsAsked;
    return tx.one<GroupMeeting>(sql, organisation, person, id);
}

std::vector<GroupMeeting> list_group_meetings(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static auto const sql = kMeetings + R"(
        WHERE g.organisation_id = $1 AND g.programme_id = $2 ORDER BY g.starts_at DESC, g.id LIMIT $3)";
    return tx.all<GroupMeeting>(sql, organisation, programme, kMostShown);
}

std::vector<GroupMeeting> list_own_group_meetings(db::Tx& tx, OrganisationId organisation, PersonId person,
                                                  base::Instant from) {
    static auto const sql = kMeetings +
                            "WHERE g.organisation_id = $1 AND g.cancelled_at IS NULL AND g.starts_at > $3 AND " +
                            kIsAsked + "ORDER BY g.starts_at, g.id";
    return tx.all<GroupMeeting>(sql, organisation, person, from);
}

std::int64_t count_group_meetings_ahead(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                        base::Instant now) {
    return tx
        .value<std::int64_t>(R"(SELECT COUNT(*) FROM group_meetings WHERE organisation_id = $1 AND programme_id = $2
                                AND cancelled_at IS NULL AND starts_at > $3)",
                             organisation, programme, now)
        .value();
}

std::vector<GroupMeeting> list_group_meetings_between(db::Tx& tx, OrganisationId organisation, base::Instant from,
                                                      base::Instant until) {
    static auto const sql = kMeetings + R"(
        WHERE g.organisation_id = $1 AND g.cancelled_at IS NULL AND g.starts_at > $2 AND g.starts_at <= $3
        ORDER BY g.starts_at, g.id)";
    return tx.all<GroupMeeting>(sql, organisation, from, until);
}

std::vector<GroupMeeting> list_group_meetings_of_closed(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    static auto const sql = kMeetings + R"(
        JOIN programmes p ON p.organisation_id = g.organisation_id AND p.id = g.programme_id
        WHERE g.organisation_id = $1 AND g.cancelled_at IS NULL AND g.starts_at > $2 AND p.state = 'closed')";
    return tx.all<GroupMeeting>(sql, organisation, now);
}

std::optional<GroupTellingId> insert_group_telling(db::Tx& tx, OrganisationId organisation, GroupMeeting const& meeting,
                                                   base::Instant now) {
    auto const id = tx.make_id<GroupTellingId>();
    auto const rows = tx.run(R"(
        INSERT INTO group_meeting_tellings (organisation_id, id, group_meeting_id, version, told_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation_id, group_meeting_id, version) DO NOTHING)",
                             organisation, id, meeting.id, meeting.version, now);
    return rows == 1 ? std::optional(id) : std::nullopt;
}

std::optional<GroupTelling> find_group_telling(db::Tx& tx, OrganisationId organisation, GroupMeeting const& meeting) {
    return tx.one<GroupTelling>(R"(SELECT id, told_at FROM group_meeting_tellings
                                   WHERE organisation_id = $1 AND group_meeting_id = $2 AND version = $3)",
                                organisation, meeting.id, meeting.version);
}

std::optional<GroupMeeting> find_group_meeting_told(db::Tx& tx, OrganisationId organisation, GroupTellingId id) {
    static auto const sql = kMeetings + R"(
        JOIN group_meeting_tellings t ON t.organisation_id = g.organisation_id AND t.group_meeting_id = g.id
         AND t.version = g.version
        WHERE g.organisation_id = $1 AND t.id = $2)";
    return tx.one<GroupMeeting>(sql, organisation, id);
}

std::optional<ProgrammeId> find_programme_of_telling(db::Tx& tx, OrganisationId organisation, GroupTellingId id) {
    return tx.value<ProgrammeId>(R"(
        SELECT g.programme_id FROM group_meeting_tellings t
        JOIN group_meetings g ON g.organisation_id = t.organisation_id AND g.id = t.group_meeting_id
        WHERE t.organisation_id = $1 AND t.id = $2)",
                                 organisation, id);
}

std::vector<access::Busy> list_busy_in_groups(db::Tx& tx, OrganisationId organisation, PersonId person,
                                              base::Instant from) {
    auto busy = list_busy(tx, organisation, person, from);
    for (auto const& meeting :
         list_own_group_meetings(tx, organisation, person, from - std::chrono::minutes(kMostGroupMinutes)))
        busy.push_back({meeting.starts_at, meeting.starts_at + std::chrono::minutes(meeting.minutes)});
    return busy;
}

void forget_group_meetings(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    std::string const over = R"( IN (
        SELECT p.id FROM programmes p
        JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
        WHERE p.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))";
    tx.run(R"(DELETE FROM group_meeting_tellings WHERE organisation_id = $1 AND group_meeting_id IN (
                  SELECT id FROM group_meetings WHERE organisation_id = $1 AND programme_id)" +
               over + ")",
           organisation, last_before);
    tx.run("DELETE FROM group_meetings WHERE organisation_id = $1 AND programme_id" + over, organisation, last_before);
}

}  // namespace circle::store
