#include "pairing/pairing_store.hpp"

#include <algorithm>
#include <utility>

namespace pairing::store {
namespace {

// Every reader of pairings starts here, so that a Pairing always arrives whole.
std::string const kPairings = R"(
    SELECT p.id, p.programme_id, p.origin, mentor.person_id AS mentor_id, mentee.person_id AS mentee_id,
           p.meetings_before, p.opened_at, p.answers_close_at, p.went_on_at, p.set_aside_at, p.started_at,
           pause.paused_on, closure.kind AS ending, closure.closed_on, p.meetings_held, p.last_date_at,
           p.word_sign, p.word_amount, lines.found_on AS lines_met_on,
           COALESCE(lines.mentor_goes_on, FALSE) AS mentor_goes_on,
           COALESCE(lines.mentee_goes_on, FALSE) AS mentee_goes_on,
           COALESCE(lines.coordinator_goes_on, FALSE) AS coordinator_goes_on
    FROM pairings p
    JOIN pairing_people mentor
      ON mentor.organisation_id = p.organisation_id AND mentor.pairing_id = p.id AND mentor.side = 'mentor'
    JOIN pairing_people mentee
      ON mentee.organisation_id = p.organisation_id AND mentee.pairing_id = p.id AND mentee.side = 'mentee'
    LEFT JOIN pauses pause
      ON pause.organisation_id = p.organisation_id AND pause.pairing_id = p.id AND pause.resumed_on IS NULL
    LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
    LEFT JOIN line_checks lines ON lines.organisation_id = p.organisation_id AND lines.pairing_id = p.id
    WHERE p.organisation_id = $1 )";

void insert_person(db::Tx& tx, OrganisationId organisation, Pairing const& pairing, Side side) {
    tx.run(R"(
        INSERT INTO pairing_people (organisation_id, pairing_id, side, person_id) VALUES ($1, $2, $3, $4))",
           organisation, pairing.id, side, pairing.person(side));
}

struct PlacesRow {
    std::int32_t capacity;
    std::int32_t total_capacity;
};
BOOST_DESCRIBE_STRUCT(PlacesRow, (), (capacity, total_capacity))

// A place is held until others may learn of the closing: a coordinator who brings a pair must not tell it from none.
std::vector<Side> live_sides(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person) {
    return tx.values<Side>(R"(
        SELECT one.side FROM pairing_people one
        JOIN pairings p ON p.organisation_id = one.organisation_id AND p.id = one.pairing_id
        LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
        WHERE one.organisation_id = $1 AND p.programme_id = $2 AND one.person_id = $3
          AND p.set_aside_at IS NULL AND closure.released_on IS NULL)",
                           organisation, programme, person);
}

struct FoldedName {
    PersonId id;
    std::string name_folded;
};
BOOST_DESCRIBE_STRUCT(FoldedName, (), (id, name_folded))

}  // namespace

void insert(db::Tx& tx, OrganisationId organisation, Pairing const& pairing, std::optional<base::AnyId> suggestion) {
    tx.run(R"(
        INSERT INTO pairings (organisation_id, id, programme_id, origin, suggestion_id, meetings_before, opened_at,
                              answers_close_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, pairing.id, pairing.programme_id, pairing.origin, suggestion, pairing.meetings_before,
           pairing.opened_at, pairing.answers_close_at);
    insert_person(tx, organisation, pairing, Side::mentor);
    insert_person(tx, organisation, pairing, Side::mentee);
}

void save_times(db::Tx& tx, OrganisationId organisation, Pairing const& pairing) {
    tx.run(R"(
        UPDATE pairings SET answers_close_at = $3, went_on_at = $4, set_aside_at = $5, started_at = $6
        WHERE organisation_id = $1 AND id = $2)",
           organisation, pairing.id, pairing.answers_close_at, pairing.went_on_at, pairing.set_aside_at,
           pairing.started_at);
}

void save_meetings(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::int32_t held,
                   std::optional<base::Instant> last_date_at) {
    tx.run(R"(
        UPDATE pairings SET meetings_held = $3, last_date_at = $4 WHERE organisation_id = $1 AND id = $2)",
           organisation, pairing, held, last_date_at);
}

void save_word(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::optional<Word> const& word) {
    tx.run(R"(
        UPDATE pairings SET word_sign = $3, word_amount = $4 WHERE organisation_id = $1 AND id = $2)",
           organisation, pairing, word ? std::optional(word->sign) : std::nullopt,
           word ? std::optional(word->amount) : std::nullopt);
}

void insert_pause(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day paused_on) {
    tx.run(R"(
        INSERT INTO pauses (organisation_id, id, pairing_id, paused_on) VALUES ($1, $2, $3, $4))",
           organisation, tx.make_id<base::AnyId>(), pairing, paused_on);
}

void end_pause(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day resumed_on) {
    tx.run(R"(
        UPDATE pauses SET resumed_on = $3
        WHERE organisation_id = $1 AND pairing_id = $2 AND resumed_on IS NULL)",
           organisation, pairing, resumed_on);
}

void insert_closure(db::Tx& tx, OrganisationId organisation, Pairing const& pairing) {
    tx.run(R"(
        INSERT INTO closures (organisation_id, pairing_id, kind, closed_on) VALUES ($1, $2, $3, $4))",
           organisation, pairing.id, pairing.ending, pairing.closed_on);
}

void mark_released(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day released_on) {
    tx.run(R"(
        UPDATE closures SET released_on = $3 WHERE organisation_id = $1 AND pairing_id = $2)",
           organisation, pairing, released_on);
}

bool is_released(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    return tx
        .value<std::int64_t>(R"(
            SELECT 1 FROM closures WHERE organisation_id = $1 AND pairing_id = $2 AND released_on IS NOT NULL)",
                             organisation, pairing)
        .has_value();
}

std::optional<Pairing> find(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    static std::string const kSql = kPairings + "AND p.id = $2";
    return tx.one<Pairing>(kSql, organisation, pairing);
}

std::optional<Pairing> find_mine(db::Tx& tx, Viewer const& viewer, PairingId pairing) {
    static std::string const kSql = kPairings + "AND p.id = $2 AND (mentor.person_id = $3 OR mentee.person_id = $3)";
    return tx.one<Pairing>(kSql, viewer.organisation, pairing, viewer.person);
}

std::vector<Pairing> list_mine(db::Tx& tx, Viewer const& viewer) {
    static std::string const kSql =
        kPairings + R"(AND p.id IN (SELECT pairing_id FROM pairing_people WHERE organisation_id = $1 AND person_id = $2)
                       ORDER BY p.opened_at DESC, p.id)";
    return tx.all<Pairing>(kSql, viewer.organisation, viewer.person);
}

std::vector<Pairing> list_of_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    static std::string const kSql =
        kPairings + R"(AND p.programme_id = $2 AND mentor.person_id <> $3 AND mentee.person_id <> $3
                       ORDER BY p.opened_at, p.id)";
    return tx.all<Pairing>(kSql, viewer.organisation, programme, viewer.person);
}

std::map<PersonId, std::string> folded_names(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    std::map<PersonId, std::string> names;
    for (auto& row : tx.all<FoldedName>(R"(
        SELECT DISTINCT q.id, q.name_folded FROM pairing_people one
        JOIN pairings p ON p.organisation_id = one.organisation_id AND p.id = one.pairing_id
        JOIN people q ON q.organisation_id = one.organisation_id AND q.id = one.person_id
        WHERE one.organisation_id = $1 AND p.programme_id = $2)",
                                        viewer.organisation, programme))
        names.emplace(row.id, std::move(row.name_folded));
    return names;
}

std::vector<Pairing> list_to_open(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    static std::string const kSql =
        kPairings + R"(AND p.went_on_at IS NULL AND p.set_aside_at IS NULL AND p.answers_close_at <= $2
                       ORDER BY p.answers_close_at, p.id)";
    return tx.all<Pairing>(kSql, organisation, now);
}

std::vector<Pairing> list_to_release(db::Tx& tx, OrganisationId organisation, base::Day today) {
    static std::string const kSql =
        kPairings + "AND closure.released_on IS NULL AND closure.closed_on < $2 ORDER BY closure.closed_on, p.id";
    return tx.all<Pairing>(kSql, organisation, today);
}

std::vector<Pairing> list_of_the_gone(db::Tx& tx, OrganisationId organisation, base::Day today) {
    static std::string const kSql =
        kPairings + R"(AND p.went_on_at IS NOT NULL AND p.set_aside_at IS NULL AND closure.closed_on IS NULL
          AND EXISTS (SELECT 1 FROM pairing_people one
                      JOIN people person ON person.organisation_id = one.organisation_id AND person.id = one.person_id
                      JOIN enrolments enrolment ON enrolment.organisation_id = one.organisation_id
                       AND enrolment.programme_id = p.programme_id AND enrolment.person_id = one.person_id
                       AND enrolment.side = one.side
                      WHERE one.organisation_id = p.organisation_id AND one.pairing_id = p.id
                        AND (NOT person.is_active OR person.left_on <= $2 OR enrolment.state = 'withdrawn'))
                      ORDER BY p.opened_at, p.id)";
    return tx.all<Pairing>(kSql, organisation, today);
}

std::vector<Pairing> list_of_closed(db::Tx& tx, OrganisationId organisation) {
    static std::string const kSql =
        kPairings + R"(AND p.went_on_at IS NOT NULL AND p.set_aside_at IS NULL AND closure.closed_on IS NULL
          AND EXISTS (SELECT 1 FROM programmes programme WHERE programme.organisation_id = p.organisation_id
                      AND programme.id = p.programme_id AND programme.state = 'closed')
                      ORDER BY p.opened_at, p.id)";
    return tx.all<Pairing>(kSql, organisation);
}

std::vector<PairingId> list_to_forget(db::Tx& tx, OrganisationId organisation, base::Day ended_on, std::int64_t most) {
    return tx.values<PairingId>(R"(
        SELECT p.id FROM pairings p
        LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
        WHERE p.organisation_id = $1 AND p.forgotten_on IS NULL
          AND (closure.closed_on <= $2 OR (closure.pairing_id IS NULL AND p.set_aside_at < $3))
        ORDER BY p.opened_at, p.id LIMIT $4)",
                                organisation, ended_on, base::start_of_utc(ended_on + 1), most);
}

void mark_forgotten(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Day forgotten_on) {
    tx.run("UPDATE pairings SET forgotten_on = $3 WHERE organisation_id = $1 AND id = $2", organisation, pairing,
           forgotten_on);
}

std::optional<Places> places_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person,
                                Side side) {
    auto row = tx.one<PlacesRow>(R"(
        SELECT enrolment.capacity, programme.total_capacity
        FROM enrolments enrolment
        JOIN programmes programme ON programme.organisation_id = enrolment.organisation_id
         AND programme.id = enrolment.programme_id
        WHERE enrolment.organisation_id = $1 AND enrolment.programme_id = $2 AND enrolment.person_id = $3
          AND enrolment.side = $4 AND enrolment.state IN ('joined', 'waiting'))",
                                 organisation, programme, person, side);
    if (!row) return std::nullopt;
    int held = 0;
    int held_on_side = 0;
    for (auto held_side : live_sides(tx, organisation, programme, person)) {
        ++held;
        if (held_side == side) ++held_on_side;
    }
    auto left_in_all = std::max(0, row->total_capacity - held);
    return Places{std::min(row->capacity, held_on_side + left_in_all), held_on_side};
}

bool are_paired(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId mentor, PersonId mentee) {
    static std::string const kSql =
        kPairings + R"(AND p.programme_id = $2 AND p.set_aside_at IS NULL AND closure.released_on IS NULL
                       AND ((mentor.person_id = $3 AND mentee.person_id = $4)
                         OR (mentor.person_id = $4 AND mentee.person_id = $3
                             AND NOT EXISTS (SELECT 1 FROM programmes programme
                                             WHERE programme.organisation_id = p.organisation_id
                                               AND programme.id = p.programme_id
                                               AND programme.direction = 'reciprocal'))))";
    return !tx.all<Pairing>(kSql, organisation, programme, mentor, mentee).empty();
}

bool were_paired(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId one, PersonId other) {
    static std::string const kSql =
        kPairings + R"(AND p.programme_id = $2 AND p.started_at IS NOT NULL AND closure.released_on IS NOT NULL
                       AND mentor.person_id IN ($3, $4) AND mentee.person_id IN ($3, $4))";
    return !tx.all<Pairing>(kSql, organisation, programme, one, other).empty();
}

std::optional<Pairing> find_coordinated(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, PairingId pairing) {
    if (!viewer.coordinates(programme)) return std::nullopt;
    static std::string const kSql =
        kPairings + "AND p.id = $2 AND p.programme_id = $3 AND mentor.person_id <> $4 AND mentee.person_id <> $4";
    return tx.one<Pairing>(kSql, viewer.organisation, pairing, programme, viewer.person);
}

std::vector<Pairing> list_started(db::Tx& tx, OrganisationId organisation, base::Day today) {
    static std::string const kSql =
        kPairings + R"(AND p.started_at IS NOT NULL AND (closure.closed_on IS NULL OR closure.closed_on >= $2)
                       ORDER BY p.programme_id, p.id)";
    return tx.all<Pairing>(kSql, organisation, today);
}

std::optional<PartnerBrief> find_partner(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx.one<PartnerBrief>(R"(
        SELECT id, name, called_name, pronouns, job_title, department, site, time_zone
        FROM people WHERE organisation_id = $1 AND id = $2)",
                                organisation, person);
}

// A list of the few who coordinate, and an order that is no column, so that SQLite does not begin with everybody by
// name.
std::vector<std::string> coordinators_of(db::Tx& tx, OrganisationId organisation, Pairing const& pairing) {
    return tx.values<std::string>(R"(
        SELECT COALESCE(person.called_name, person.name) FROM people person
        WHERE person.organisation_id = $1 AND person.is_active AND person.id <> $3 AND person.id <> $4
          AND person.id IN (SELECT granted.person_id FROM roles granted
                            WHERE granted.organisation_id = $1 AND granted.programme_id = $2
                              AND granted.role = 'coordinator')
        ORDER BY person.name_folded || '', person.id)",
                                  organisation, pairing.programme_id, pairing.mentor_id, pairing.mentee_id);
}

}  // namespace pairing::store
