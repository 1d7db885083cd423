#include "meeting/meeting_store.hpp"

#include <algorithm>

namespace meeting::store {
namespace {

constexpr auto kLongestMinutes = std::chrono::minutes(180);
// How long an exploratory meeting takes (evidence.md 4.3).
constexpr auto kExploring = std::chrono::minutes(30);

struct Row {
    MeetingId id;
    PairingId pairing_id;
    std::int32_t version;
    std::int32_t sequence;
    std::int32_t minutes;
    Channel channel;
    std::string place;
    Activity activity;
    base::Instant opened_at;
    Side proposed_by;
    std::optional<SeriesId> series_id;
    std::optional<std::string> starts_local;
    std::optional<std::string> time_zone;
    std::optional<base::Instant> starts_at;
    std::optional<base::Instant> held_at;
    std::optional<base::Instant> cancelled_at;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, pairing_id, version, sequence, minutes, channel, place, activity, opened_at, proposed_by,
                       series_id, starts_local, time_zone, starts_at, held_at, cancelled_at))

struct ChangeRow {
    MeetingId meeting_id;
    ChangeKind kind;
    Side side;
    base::Instant starts_at;
    base::Instant happened_at;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (meeting_id, kind, side, starts_at, happened_at))

struct WeekRow {
    meta::Bytes weekly_slots;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(WeekRow, (), (weekly_slots, time_zone))

struct ToPrepareRow {
    MeetingId meeting_id;
    PersonId person_id;
    base::Instant starts_at;
    meta::Bytes weekly_slots;
    std::string time_zone;
    std::string site;
};
BOOST_DESCRIBE_STRUCT(ToPrepareRow, (), (meeting_id, person_id, starts_at, weekly_slots, time_zone, site))

// Every reader of meetings starts here.
std::string const kMeetings = R"(
    SELECT m.id, m.pairing_id, m.version, m.sequence, m.minutes, m.channel, m.place, m.activity, m.opened_at, m.proposed_by,
           m.series_id, m.starts_local, m.time_zone, m.starts_at, m.held_at, m.cancelled_at
    FROM meetings m )";

// Of a pairing that nobody has closed.
std::string const kOfThePerson = R"(
    JOIN pairing_people one ON one.organisation_id = m.organisation_id AND one.pairing_id = m.pairing_id
    LEFT JOIN closures closure ON closure.organisation_id = m.organisation_id AND closure.pairing_id = m.pairing_id
    WHERE m.organisation_id = $1 AND one.person_id = $2 AND closure.pairing_id IS NULL )";

std::vector<Time> times_of(db::Tx& tx, OrganisationId organisation, MeetingId meeting) {
    return tx.all<Time>(R"(
        SELECT starts_local, time_zone, starts_at FROM meeting_times
        WHERE organisation_id = $1 AND meeting_id = $2 ORDER BY position)",
                        organisation, meeting);
}

Meeting meeting_from(db::Tx& tx, OrganisationId organisation, Row const& row) {
    Meeting meeting;
    meeting.id = row.id;
    meeting.pairing_id = row.pairing_id;
    meeting.version = row.version;
    meeting.sequence = row.sequence;
    meeting.minutes = row.minutes;
    meeting.channel = row.channel;
    meeting.place = row.place;
    meeting.activity = row.activity;
    meeting.opened_at = row.opened_at;
    meeting.proposed_by = row.proposed_by;
    meeting.series_id = row.series_id;
    if (row.starts_at) meeting.time = Time{row.starts_local.value(), row.time_zone.value(), *row.starts_at};
    meeting.held_at = row.held_at;
    meeting.cancelled_at = row.cancelled_at;
    if (state_of(meeting) == State::proposed) meeting.times = times_of(tx, organisation, meeting.id);
    return meeting;
}

std::vector<Meeting> meetings_from(db::Tx& tx, OrganisationId organisation, std::vector<Row> const& rows) {
    std::vector<Meeting> meetings;
    for (auto const& row : rows) meetings.push_back(meeting_from(tx, organisation, row));
    return meetings;
}

// On the table; those without any come first.
std::optional<base::Instant> first_time(Meeting const& meeting) {
    return meeting.times.empty() ? std::nullopt : std::optional(meeting.times.front().starts_at);
}

std::optional<std::string> local_of(Meeting const& meeting) {
    return meeting.time ? std::optional(meeting.time->starts_local) : std::nullopt;
}
std::optional<std::string> zone_of(Meeting const& meeting) {
    return meeting.time ? std::optional(meeting.time->time_zone) : std::nullopt;
}
std::optional<base::Instant> start_of(Meeting const& meeting) {
    return meeting.time ? std::optional(meeting.time->starts_at) : std::nullopt;
}

void save_times(db::Tx& tx, OrganisationId organisation, Meeting const& meeting) {
    tx.run("DELETE FROM meeting_times WHERE organisation_id = $1 AND meeting_id = $2", organisation, meeting.id);
    int position = 0;
    for (auto const& time : meeting.times)
        tx.run(R"(
            INSERT INTO meeting_times (organisation_id, meeting_id, position, starts_local, time_zone, starts_at)
            VALUES ($1, $2, $3, $4, $5, $6))",
               organisation, meeting.id, ++position, time.starts_local, time.time_zone, time.starts_at);
}

}  // namespace

void insert(db::Tx& tx, OrganisationId organisation, Meeting const& meeting) {
    tx.run(R"(
        INSERT INTO meetings (organisation_id, id, pairing_id, version, sequence, minutes, channel, place, opened_at,
                              proposed_by, series_id, starts_local, time_zone, starts_at, activity)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))",
           organisation, meeting.id, meeting.pairing_id, meeting.version, meeting.sequence, meeting.minutes,
           meeting.channel, meeting.place, meeting.opened_at, meeting.proposed_by, meeting.series_id, local_of(meeting),
           zone_of(meeting), start_of(meeting), meeting.activity);
    save_times(tx, organisation, meeting);
}

void save(db::Tx& tx, OrganisationId organisation, Meeting const& meeting) {
    tx.run(R"(
        UPDATE meetings
        SET version = $3, sequence = $4, minutes = $5, channel = $6, place = $7, proposed_by = $8, starts_local = $9,
            time_zone = $10, starts_at = $11, held_at = $12, cancelled_at = $13, series_id = $14
        WHERE organisation_id = $1 AND id = $2)",
           organisation, meeting.id, meeting.version, meeting.sequence, meeting.minutes, meeting.channel, meeting.place,
           meeting.proposed_by, local_of(meeting), zone_of(meeting), start_of(meeting), meeting.held_at,
           meeting.cancelled_at, meeting.series_id);
    save_times(tx, organisation, meeting);
}

void insert_change(db::Tx& tx, OrganisationId organisation, MeetingId meeting, Change const& change) {
    tx.run(R"(
        INSERT INTO meeting_changes (organisation_id, id, meeting_id, kind, side, starts_at, happened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, tx.make_id<base::AnyId>(), meeting, change.kind, change.side, change.starts_at,
           change.happened_at);
}

std::optional<Meeting> find(db::Tx& tx, OrganisationId organisation, MeetingId meeting) {
    static std::string const kSql = kMeetings + "WHERE m.organisation_id = $1 AND m.id = $2";
    auto row = tx.one<Row>(kSql, organisation, meeting);
    if (!row) return std::nullopt;
    return meeting_from(tx, organisation, *row);
}

std::optional<Meeting> find_mine(db::Tx& tx, Viewer const& viewer, MeetingId meeting) {
    static std::string const kSql = kMeetings + R"(
        JOIN pairing_people one ON one.organisation_id = m.organisation_id AND one.pairing_id = m.pairing_id
        WHERE m.organisation_id = $1 AND m.id = $2 AND one.person_id = $3)";
    auto row = tx.one<Row>(kSql, viewer.organisation, meeting, viewer.person);
    if (!row) return std::nullopt;
    return meeting_from(tx, viewer.organisation, *row);
}

std::vector<Meeting> list_of_pairing(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    static std::string const kSql = kMeetings + R"(WHERE m.organisation_id = $1 AND m.pairing_id = $2
        ORDER BY CASE WHEN m.starts_at IS NULL THEN 1 ELSE 0 END, m.starts_at, m.opened_at, m.id)";
    auto meetings = meetings_from(tx, organisation, tx.all<Row>(kSql, organisation, pairing));
    auto const first_without =
        std::find_if(meetings.begin(), meetings.end(), [](auto const& one) { return !one.time; });
    std::stable_sort(first_without, meetings.end(),
                     [](Meeting const& one, Meeting const& other) { return first_time(one) < first_time(other); });
    return meetings;
}

std::optional<PairingId> find_pairing_of(db::Tx& tx, OrganisationId organisation, SeriesId series) {
    return tx.value<PairingId>("SELECT DISTINCT pairing_id FROM meetings WHERE organisation_id = $1 AND series_id = $2",
                               organisation, series);
}

std::vector<Meeting> list_ahead(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from) {
    static std::string const kSql = kMeetings + kOfThePerson + R"(
          AND m.starts_at > $3 AND m.held_at IS NULL AND m.cancelled_at IS NULL
        ORDER BY m.starts_at, m.id)";
    return meetings_from(tx, organisation, tx.all<Row>(kSql, organisation, person, from - kLongestMinutes));
}

std::vector<MeetingChange> changes_of(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    std::vector<MeetingChange> changes;
    for (auto const& row : tx.all<ChangeRow>(R"(
             SELECT c.meeting_id, c.kind, c.side, c.starts_at, c.happened_at
             FROM meeting_changes c
             JOIN meetings m ON m.organisation_id = c.organisation_id AND m.id = c.meeting_id
             WHERE c.organisation_id = $1 AND m.pairing_id = $2 ORDER BY c.happened_at, c.id)",
                                             organisation, pairing))
        changes.push_back({row.meeting_id, {row.kind, row.side, row.starts_at, row.happened_at}});
    return changes;
}

Week week_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person, Side side) {
    auto row = tx.one<WeekRow>(R"(
        SELECT enrolment.weekly_slots, person.time_zone FROM enrolments enrolment
        JOIN people person ON person.organisation_id = enrolment.organisation_id AND person.id = enrolment.person_id
        WHERE enrolment.organisation_id = $1 AND enrolment.programme_id = $2 AND enrolment.person_id = $3
          AND enrolment.side = $4)",
                               organisation, programme, person, side);
    if (!row) return {{}, "UTC"};
    return {programme::WeeklySlots::from_bytes(row->weekly_slots), row->time_zone};
}

std::vector<ToPrepare> list_to_prepare(db::Tx& tx, OrganisationId organisation, base::Instant from,
                                       base::Instant until) {
    std::vector<ToPrepare> all;
    for (auto const& row : tx.all<ToPrepareRow>(R"(
             SELECT m.id AS meeting_id, one.person_id, m.starts_at, enrolment.weekly_slots, person.time_zone,
                    COALESCE(person.site, '') AS site
             FROM meetings m
             JOIN pairings p ON p.organisation_id = m.organisation_id AND p.id = m.pairing_id
             JOIN pairing_people one ON one.organisation_id = m.organisation_id AND one.pairing_id = m.pairing_id
             JOIN enrolments enrolment ON enrolment.organisation_id = m.organisation_id
              AND enrolment.programme_id = p.programme_id AND enrolment.person_id = one.person_id
              AND enrolment.side = one.side
             JOIN people person ON person.organisation_id = m.organisation_id AND person.id = one.person_id
             WHERE m.organisation_id = $1 AND m.held_at IS NULL AND m.cancelled_at IS NULL
               AND m.starts_at > $2 AND m.starts_at <= $3 AND p.set_aside_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM closures c WHERE c.organisation_id = m.organisation_id
                               AND c.pairing_id = m.pairing_id)
               AND NOT EXISTS (SELECT 1 FROM pauses pause WHERE pause.organisation_id = m.organisation_id
                               AND pause.pairing_id = m.pairing_id AND pause.resumed_on IS NULL)
               AND NOT EXISTS (SELECT 1 FROM notices told WHERE told.organisation_id = m.organisation_id
                               AND told.person_id = one.person_id AND told.kind = 'preparation_waits'
                               AND told.subject_id = m.id)
               AND (one.side = 'mentee'
                    OR (m.activity = 'conversation' AND p.meetings_before = 0
                        AND NOT EXISTS (SELECT 1 FROM meetings earlier
                                        WHERE earlier.organisation_id = m.organisation_id
                                          AND earlier.pairing_id = m.pairing_id AND earlier.activity = 'conversation'
                                          AND earlier.cancelled_at IS NULL AND earlier.starts_at < m.starts_at)))
             ORDER BY m.starts_at, m.id, one.side)",
                                                organisation, from, until))
        all.push_back({row.meeting_id,
                       row.person_id,
                       row.starts_at,
                       {programme::WeeklySlots::from_bytes(row.weekly_slots), row.time_zone},
                       row.site});
    return all;
}

std::vector<Busy> dates_of(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from) {
    std::vector<Busy> busy;
    for (auto const& meeting : list_ahead(tx, organisation, person, from))
        busy.push_back({meeting.time->starts_at, ends_at(meeting, *meeting.time)});
    for (auto starts_at : tx.values<base::Instant>(R"(
             SELECT m.starts_at FROM exploratory_meetings m
             JOIN pairing_people one ON one.organisation_id = m.organisation_id AND one.pairing_id = m.pairing_id
             JOIN pairings p ON p.organisation_id = m.organisation_id AND p.id = m.pairing_id
             WHERE m.organisation_id = $1 AND one.person_id = $2 AND p.set_aside_at IS NULL AND m.starts_at > $3
               AND NOT m.is_called_off)",
                                                   organisation, person, from - kExploring))
        busy.push_back({starts_at, starts_at + kExploring});
    return busy;
}

std::vector<PairingId> list_to_call_off(db::Tx& tx, OrganisationId organisation, base::Day today,
                                        base::Instant urgent) {
    return tx.values<PairingId>(R"(
        SELECT DISTINCT m.pairing_id FROM meetings m
        LEFT JOIN closures closure ON closure.organisation_id = m.organisation_id AND closure.pairing_id = m.pairing_id
        LEFT JOIN pauses pause ON pause.organisation_id = m.organisation_id AND pause.pairing_id = m.pairing_id
         AND pause.resumed_on IS NULL
        WHERE m.organisation_id = $1 AND m.held_at IS NULL AND m.cancelled_at IS NULL
          AND (pause.pairing_id IS NOT NULL OR closure.closed_on < $2
               OR (closure.closed_on IS NOT NULL AND m.starts_at < $3)))",
                                organisation, today, urgent);
}

}  // namespace meeting::store
