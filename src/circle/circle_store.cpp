#include "circle/circle_store.hpp"

#include <algorithm>
#include <set>

#include "platform/crypto/secret.hpp"

namespace circle::store {
namespace {

constexpr std::string_view kCircleColumns = "c.id, c.programme_id, c.number, c.layout, c.formed_on";
std::string const kDates = R"(
    SELECT d.id, d.circle_id, d.version, d.starts_local, d.time_zone, d.starts_at, d.minutes, d.place, d.cancelled_at
    FROM circle_dates d )";

// Somebody placed in a circle `c` who has not withdrawn from its programme: their row `m`.
std::string const kSeated = R"(
    JOIN circle_members m ON m.organisation_id = c.organisation_id AND m.circle_id = c.id
    WHERE c.organisation_id = $1 AND m.person_id = $2
      AND EXISTS (SELECT 1 FROM enrolments e
                  WHERE e.organisation_id = $1 AND e.programme_id = c.programme_id AND e.person_id = $2
                    AND e.side = 'mentor' AND e.state <> 'withdrawn') )";

constexpr std::array kCircleSortings{
    page::Sorting{CircleSort::number, "c.number", page::Compared::as_number},
    page::Sorting{CircleSort::next, "COALESCE(ahead.starts_at, 0)", page::Compared::as_number},
};

constexpr page::Listing kCirclesOfProgramme{kCircleColumns, R"(
    FROM circles c
    LEFT JOIN circle_dates ahead ON ahead.organisation_id = c.organisation_id AND ahead.circle_id = c.id
     AND ahead.cancelled_at IS NULL AND ahead.starts_at > $4
    WHERE c.organisation_id = $1 AND c.programme_id = $2
      AND NOT EXISTS (SELECT 1 FROM circle_members own
                      WHERE own.organisation_id = $1 AND own.circle_id = c.id AND own.person_id = $3)
      AND ($5 IS NULL OR EXISTS (SELECT 1 FROM circle_members m
                                 JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id
                                 WHERE m.organisation_id = $1 AND m.circle_id = c.id AND p.is_active
                                   AND p.name_folded LIKE $5 ESCAPE '!')))",
                                            "c.id"};

}  // namespace

void insert_circle(db::Tx& tx, OrganisationId organisation, Circle const& circle) {
    tx.run(R"(INSERT INTO circles (organisation_id, id, programme_id, number, layout, formed_on)
              VALUES ($1, $2, $3, $4, $5, $6))",
           organisation, circle.id, circle.programme_id, circle.number, circle.layout, circle.formed_on);
}

void insert_member(db::Tx& tx, OrganisationId organisation, Circle const& circle, PersonId person) {
    tx.run(R"(INSERT INTO circle_members (organisation_id, programme_id, person_id, circle_id)
              VALUES ($1, $2, $3, $4))",
           organisation, circle.programme_id, person, circle.id);
}

std::optional<Circle> find(db::Tx& tx, OrganisationId organisation, CircleId id) {
    static auto const sql = "SELECT " + std::string(kCircleColumns) + R"( FROM circles c
        WHERE c.organisation_id = $1 AND c.id = $2)";
    return tx.one<Circle>(sql, organisation, id);
}

std::vector<Circle> list_mine(db::Tx& tx, Viewer const& viewer) {
    static auto const sql =
        "SELECT " + std::string(kCircleColumns) + " FROM circles c " + kSeated + "ORDER BY c.formed_on DESC, c.id";
    return tx.all<Circle>(sql, viewer.organisation, viewer.person);
}

std::optional<Found> find_seat(db::Tx& tx, Viewer const& viewer, CircleId id) {
    static auto const mine = "SELECT " + std::string(kCircleColumns) + " FROM circles c " + kSeated + "AND c.id = $3";
    static std::string const placed =
        "SELECT EXISTS (SELECT 1 FROM circle_members WHERE organisation_id = $1 AND circle_id = $2 AND person_id = $3)";
    static std::string const departed =
        "SELECT EXISTS (SELECT 1 FROM circle_departures WHERE organisation_id = $1 AND circle_id = $2 AND person_id = "
        "$3)";
    if (auto const circle = tx.one<Circle>(mine, viewer.organisation, viewer.person, id)) {
        auto const has_left = tx.value<bool>(departed, viewer.organisation, id, viewer.person).value();
        return Found{*circle, has_left ? Seat::departed : Seat::member};
    }
    auto const circle = find(tx, viewer.organisation, id);
    if (!circle || !viewer.coordinates(circle->programme_id)) return std::nullopt;
    if (tx.value<bool>(placed, viewer.organisation, id, viewer.person).value()) return std::nullopt;
    return Found{*circle, Seat::coordinator};
}

base::Result<page::Rows<Circle>> list_of_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                   CirclesQuery const& query, base::Instant now) {
    return page::read<Circle>(tx, query, kCircleSortings, kCirclesOfProgramme, viewer.organisation, programme,
                              viewer.person, now, page::folded_part(query.search));
}

std::vector<Circle> list_all(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static auto const sql = "SELECT " + std::string(kCircleColumns) + R"( FROM circles c
        WHERE c.organisation_id = $1 AND c.programme_id = $2 ORDER BY c.number)";
    return tx.all<Circle>(sql, organisation, programme);
}

std::vector<Circle> list_open(db::Tx& tx, OrganisationId organisation) {
    static auto const sql = "SELECT " + std::string(kCircleColumns) + R"( FROM circles c
        JOIN programmes p ON p.organisation_id = c.organisation_id AND p.id = c.programme_id
        WHERE c.organisation_id = $1 AND p.state <> 'closed' ORDER BY c.programme_id, c.number)";
    return tx.all<Circle>(sql, organisation);
}

std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, Circle const& circle) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT granted.person_id FROM roles granted
        JOIN people person ON person.organisation_id = granted.organisation_id AND person.id = granted.person_id
        WHERE granted.organisation_id = $1 AND (granted.programme_id = $2 OR granted.programme_id IS NULL)
          AND granted.role = 'coordinator' AND person.is_active
          AND NOT EXISTS (SELECT 1 FROM circle_members own WHERE own.organisation_id = $1 AND own.circle_id = $3
                            AND own.person_id = granted.person_id)
        ORDER BY granted.person_id)",
                               organisation, circle.programme_id, circle.id);
}

std::vector<CircleMember> list_members(db::Tx& tx, OrganisationId organisation, CircleId id) {
    return tx.all<CircleMember>(R"(
        SELECT p.id, COALESCE(p.called_name, p.name) AS name, p.department FROM circle_members m
        JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id
        WHERE m.organisation_id = $1 AND m.circle_id = $2 AND p.is_active ORDER BY p.name_folded, p.id)",
                                organisation, id);
}

std::vector<PeerRow> list_peers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<PeerRow>(R"(
        SELECT p.id AS person_id, COALESCE(p.department, '') AS department, m.circle_id FROM people p
        LEFT JOIN circle_members m ON m.organisation_id = p.organisation_id AND m.programme_id = $2
         AND m.person_id = p.id
        WHERE p.organisation_id = $1
          AND (m.circle_id IS NOT NULL
               OR (p.is_active AND EXISTS (
                     SELECT 1 FROM enrolments e WHERE e.organisation_id = $1 AND e.programme_id = $2
                     AND e.person_id = p.id AND e.side = 'mentor' AND e.state = 'joined')))
        ORDER BY p.id)",
                           organisation, programme);
}

std::int64_t count_waiting(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    return tx
        .value<std::int64_t>(R"(
        SELECT COUNT(*) FROM enrolments e
        JOIN people p ON p.organisation_id = e.organisation_id AND p.id = e.person_id AND p.is_active
        WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.side = 'mentor' AND e.state = 'joined'
          AND e.person_id <> $3
          AND NOT EXISTS (SELECT 1 FROM circle_members m WHERE m.organisation_id = $1 AND m.programme_id = $2
                          AND m.person_id = e.person_id))",
                             viewer.organisation, programme, viewer.person)
        .value_or(0);
}

std::vector<Two> list_managers(db::Tx& tx, OrganisationId organisation) {
    return tx.all<Two>(R"(
        SELECT id AS one, manager_id AS other FROM people
        WHERE organisation_id = $1 AND manager_id IS NOT NULL ORDER BY id)",
                       organisation);
}

std::vector<Two> list_partners_managers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<Two>(R"(
        SELECT DISTINCT own.person_id AS one, partner.manager_id AS other FROM enrolments e
        JOIN pairing_people own ON own.organisation_id = e.organisation_id AND own.person_id = e.person_id
        JOIN pairing_people beside ON beside.organisation_id = own.organisation_id
         AND beside.pairing_id = own.pairing_id AND beside.person_id <> own.person_id
        JOIN people partner ON partner.organisation_id = beside.organisation_id AND partner.id = beside.person_id
        WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.side = 'mentor'
          AND partner.manager_id IS NOT NULL AND partner.manager_id <> own.person_id)",
                       organisation, programme);
}

void move_member(db::Tx& tx, OrganisationId organisation, CircleId from, CircleId to, PersonId person) {
    auto const has_left =
        tx.run("DELETE FROM circle_departures WHERE organisation_id = $1 AND circle_id = $2 AND person_id = $3",
               organisation, from, person);
    tx.run("UPDATE circle_members SET circle_id = $4 WHERE organisation_id = $1 AND circle_id = $2 AND person_id = $3",
           organisation, from, person, to);
    if (has_left == 1)
        tx.run("INSERT INTO circle_departures (organisation_id, circle_id, person_id) VALUES ($1, $2, $3)",
               organisation, to, person);
}

std::vector<Two> list_to_part(db::Tx& tx, OrganisationId organisation, Circle const& circle) {
    // A line deeper than that is a cycle.
    auto couples = tx.all<Two>(R"(
        WITH RECURSIVE above AS (
            SELECT p.id AS one, p.manager_id AS other, 1 AS depth FROM circle_members m
            JOIN people p ON p.organisation_id = m.organisation_id AND p.id = m.person_id
            WHERE m.organisation_id = $1 AND m.circle_id = $2 AND p.is_active AND p.manager_id IS NOT NULL
            UNION ALL
            SELECT above.one, p.manager_id, above.depth + 1 FROM above
            JOIN people p ON p.organisation_id = $1 AND p.id = above.other
            WHERE p.manager_id IS NOT NULL AND above.depth < 40)
        SELECT DISTINCT above.one, above.other FROM above
        JOIN circle_members m ON m.organisation_id = $1 AND m.circle_id = $2 AND m.person_id = above.other
        JOIN people p ON p.organisation_id = $1 AND p.id = above.other AND p.is_active
        WHERE above.one <> above.other ORDER BY above.one, above.other)",
                               organisation, circle.id);
    auto const placed = list_placed(tx, organisation, circle.id);
    auto const sits_there = [&](PersonId person) { return std::ranges::count(placed, person) > 0; };
    for (auto const& two : list_partners_managers(tx, organisation, circle.programme_id))
        if (sits_there(two.one) && sits_there(two.other)) couples.push_back(two);
    return couples;
}

bool is_new_finding(db::Tx& tx, OrganisationId organisation, Circle const& circle, std::vector<Two> const& to_part) {
    std::set<std::string> couples;
    for (auto const& two : to_part)
        couples.insert(std::min(two.one, two.other).text() + std::max(two.one, two.other).text());
    std::string whole;
    for (auto const& couple : couples) whole += couple;
    auto const finding = whole.empty() ? std::nullopt : std::optional(crypto::to_base64url(crypto::sha256(whole)));
    auto const told = tx.value<std::string>("SELECT told_finding FROM circles WHERE organisation_id = $1 AND id = $2",
                                            organisation, circle.id);
    if (told == finding) return false;
    tx.run("UPDATE circles SET told_finding = $3 WHERE organisation_id = $1 AND id = $2", organisation, circle.id,
           finding);
    return finding.has_value();
}

void insert_departure(db::Tx& tx, Viewer const& viewer, CircleId id) {
    tx.run(R"(INSERT INTO circle_departures (organisation_id, circle_id, person_id) VALUES ($1, $2, $3)
              ON CONFLICT DO NOTHING)",
           viewer.organisation, id, viewer.person);
}

void delete_departure(db::Tx& tx, Viewer const& viewer, CircleId id) {
    tx.run("DELETE FROM circle_departures WHERE organisation_id = $1 AND circle_id = $2 AND person_id = $3",
           viewer.organisation, id, viewer.person);
}

bool is_withheld(db::Tx& tx, OrganisationId organisation, CircleId id, PersonId person) {
    static auto const seated = "SELECT EXISTS (SELECT 1 FROM circles c " + kSeated + R"(AND c.id = $3
        AND NOT EXISTS (SELECT 1 FROM circle_departures d WHERE d.organisation_id = $1 AND d.circle_id = c.id
                        AND d.person_id = $2)))";
    return !tx.value<bool>(seated, organisation, person, id).value();
}

std::optional<CircleId> find_circle_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                       PersonId person) {
    return tx.value<CircleId>(
        "SELECT circle_id FROM circle_members WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3",
        organisation, programme, person);
}

std::vector<PersonId> list_placed(db::Tx& tx, OrganisationId organisation, CircleId id) {
    return tx.values<PersonId>(
        "SELECT person_id FROM circle_members WHERE organisation_id = $1 AND circle_id = $2 ORDER BY person_id",
        organisation, id);
}

void save_date(db::Tx& tx, OrganisationId organisation, CircleDate const& date) {
    tx.run(R"(
        INSERT INTO circle_dates (organisation_id, id, circle_id, version, starts_local, time_zone, starts_at,
               minutes, place, cancelled_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (organisation_id, id) DO UPDATE SET
               version = excluded.version, starts_local = excluded.starts_local, time_zone = excluded.time_zone,
               starts_at = excluded.starts_at, minutes = excluded.minutes, place = excluded.place,
               cancelled_at = excluded.cancelled_at)",
           organisation, date.id, date.circle_id, date.version, date.starts_local, date.time_zone, date.starts_at,
           date.minutes, date.place, date.cancelled_at);
}

std::optional<CircleDate> find_ahead(db::Tx& tx, OrganisationId organisation, CircleId id, base::Instant now) {
    static auto const sql = kDates + R"(
        WHERE d.organisation_id = $1 AND d.circle_id = $2 AND d.cancelled_at IS NULL AND d.starts_at > $3
        ORDER BY d.starts_at LIMIT 1)";
    return tx.one<CircleDate>(sql, organisation, id, now);
}

std::optional<CircleDate> find_last(db::Tx& tx, OrganisationId organisation, CircleId id, base::Instant now) {
    static auto const sql = kDates + R"(
        WHERE d.organisation_id = $1 AND d.circle_id = $2 AND d.cancelled_at IS NULL AND d.starts_at <= $3
        ORDER BY d.starts_at DESC LIMIT 1)";
    return tx.one<CircleDate>(sql, organisation, id, now);
}

std::optional<CircleDate> find_date(db::Tx& tx, OrganisationId organisation, CircleDateId id) {
    static auto const sql = kDates + "WHERE d.organisation_id = $1 AND d.id = $2";
    return tx.one<CircleDate>(sql, organisation, id);
}

std::optional<TellingId> insert_telling(db::Tx& tx, OrganisationId organisation, CircleDate const& date) {
    auto const id = tx.make_id<TellingId>();
    auto const rows = tx.run(R"(INSERT INTO circle_tellings (organisation_id, id, circle_date_id, version)
                                VALUES ($1, $2, $3, $4) ON CONFLICT (organisation_id, circle_date_id, version) DO NOTHING)",
                             organisation, id, date.id, date.version);
    return rows == 1 ? std::optional(id) : std::nullopt;
}

std::optional<TellingId> find_telling(db::Tx& tx, OrganisationId organisation, CircleDate const& date) {
    return tx.value<TellingId>(
        "SELECT id FROM circle_tellings WHERE organisation_id = $1 AND circle_date_id = $2 AND version = $3",
        organisation, date.id, date.version);
}

std::optional<CircleDate> find_told(db::Tx& tx, OrganisationId organisation, TellingId id) {
    static auto const sql = kDates + R"(
        JOIN circle_tellings t ON t.organisation_id = d.organisation_id AND t.circle_date_id = d.id
         AND t.version = d.version
        WHERE d.organisation_id = $1 AND t.id = $2)";
    return tx.one<CircleDate>(sql, organisation, id);
}

std::optional<CircleId> find_circle_told(db::Tx& tx, OrganisationId organisation, TellingId id) {
    return tx.value<CircleId>(R"(
        SELECT d.circle_id FROM circle_tellings t
        JOIN circle_dates d ON d.organisation_id = t.organisation_id AND d.id = t.circle_date_id
        WHERE t.organisation_id = $1 AND t.id = $2)",
                              organisation, id);
}

std::vector<CircleDate> list_dates_of(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from) {
    static auto const sql = kDates + "JOIN circles c ON c.organisation_id = d.organisation_id AND c.id = d.circle_id" +
                            kSeated + R"(AND d.cancelled_at IS NULL AND d.starts_at > $3
          AND NOT EXISTS (SELECT 1 FROM circle_departures gone WHERE gone.organisation_id = $1
                          AND gone.circle_id = c.id AND gone.person_id = $2)
        ORDER BY d.starts_at, d.id)";
    return tx.all<CircleDate>(sql, organisation, person, from);
}

std::vector<access::Busy> list_busy(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from) {
    static auto const sql = kDates + R"(
        JOIN circle_members m ON m.organisation_id = d.organisation_id AND m.circle_id = d.circle_id
        WHERE d.organisation_id = $1 AND m.person_id = $2 AND d.cancelled_at IS NULL AND d.starts_at > $3)";
    std::vector<access::Busy> busy;
    for (auto const& date :
         tx.all<CircleDate>(sql, organisation, person, from - std::chrono::minutes(kMostCircleMinutes)))
        busy.push_back({date.starts_at, date.starts_at + std::chrono::minutes(date.minutes)});
    return busy;
}

std::vector<CircleDate> list_of_closed(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    static auto const sql = kDates + R"(
        JOIN circles c ON c.organisation_id = d.organisation_id AND c.id = d.circle_id
        JOIN programmes p ON p.organisation_id = c.organisation_id AND p.id = c.programme_id
        WHERE d.organisation_id = $1 AND d.cancelled_at IS NULL AND d.starts_at > $2 AND p.state = 'closed')";
    return tx.all<CircleDate>(sql, organisation, now);
}

}  // namespace circle::store
