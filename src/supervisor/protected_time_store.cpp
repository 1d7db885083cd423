#include "supervisor/protected_time_store.hpp"

namespace supervisor::store {
namespace {

std::string const kTimes = R"(
    SELECT id, programme_id, person_id, supervisor_id, supervisor_name, hours_a_month, until_on, link_nonce, told_on,
           telling_id, answer, except_months, version
    FROM protected_times WHERE organisation_id = $1 )";

constexpr std::string_view kManagerColumns = R"(
    m.id, COALESCE(m.called_name, m.name) AS name, (m.email IS NOT NULL AND m.is_active) AS has_address, m.language)";

// The two that whoever coordinates reads as yes.
constexpr std::string_view kIsConfirmed = "(t.answer IS NOT NULL AND t.answer <> 'talk')";

constexpr std::array kTimeSortings{
    page::Sorting{ConfirmedTimeSort::name, "p.name_folded"},
    page::Sorting{ConfirmedTimeSort::is_confirmed,
                  "CASE WHEN t.answer IS NOT NULL AND t.answer <> 'talk' THEN 1 ELSE 0 END", page::Compared::as_number},
};

// Told by somebody who takes part, as the row `t`; not by the viewer.
std::string const kToldByOthers = R"(
    FROM protected_times t
    JOIN people p ON p.organisation_id = t.organisation_id AND p.id = t.person_id
    WHERE t.organisation_id = $1 AND t.programme_id = $2 AND t.person_id <> $3 AND t.told_on IS NOT NULL
      AND EXISTS (SELECT 1 FROM enrolments e
                  WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.person_id = t.person_id
                    AND e.state <> 'withdrawn') )";

}  // namespace

std::optional<ProtectedTime> find_mine(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    static auto const sql = kTimes + "AND programme_id = $2 AND person_id = $3";
    return tx.one<ProtectedTime>(sql, viewer.organisation, programme, viewer.person);
}

std::optional<ProtectedTime> find(db::Tx& tx, OrganisationId organisation, ProtectedTimeId id) {
    static auto const sql = kTimes + "AND id = $2";
    return tx.one<ProtectedTime>(sql, organisation, id);
}

std::optional<ProtectedTime> find_told(db::Tx& tx, OrganisationId organisation, TellingId telling) {
    static auto const sql = kTimes + "AND telling_id = $2 AND told_on IS NOT NULL";
    return tx.one<ProtectedTime>(sql, organisation, telling);
}

void insert(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time) {
    tx.run(R"(
        INSERT INTO protected_times (organisation_id, id, programme_id, person_id, supervisor_id, supervisor_name,
               hours_a_month, until_on, link_nonce, except_months, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 1))",
           organisation, time.id, time.programme_id, time.person_id, time.supervisor_id, time.supervisor_name,
           time.hours_a_month, time.until_on, time.link_nonce);
}

bool save(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time) {
    return tx.run(R"(
        UPDATE protected_times
        SET supervisor_id = $4, supervisor_name = $5, hours_a_month = $6, until_on = $7, link_nonce = $8, told_on = $9,
            telling_id = $10, answer = $11, except_months = $12, version = version + 1
        WHERE organisation_id = $1 AND id = $2 AND version = $3)",
                  organisation, time.id, time.version, time.supervisor_id, time.supervisor_name, time.hours_a_month,
                  time.until_on, time.link_nonce, time.told_on, time.telling_id, time.answer, time.except_months) == 1;
}

void save_answer(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time) {
    tx.run("UPDATE protected_times SET answer = $3, except_months = $4 WHERE organisation_id = $1 AND id = $2",
           organisation, time.id, time.answer, time.except_months);
}

void remove(db::Tx& tx, OrganisationId organisation, ProtectedTimeId id) {
    tx.run("DELETE FROM protected_times WHERE organisation_id = $1 AND id = $2", organisation, id);
}

void forget(db::Tx& tx, OrganisationId organisation, base::Day until_before) {
    tx.run("DELETE FROM protected_times WHERE organisation_id = $1 AND until_on < $2", organisation, until_before);
}

std::optional<Standing> find_standing(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    auto const taking_part = tx.values<std::int64_t>(R"(
        SELECT COUNT(CASE WHEN state <> 'withdrawn' THEN 1 END) FROM enrolments
        WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3 HAVING COUNT(*) > 0)",
                                                     viewer.organisation, programme, viewer.person);
    if (taking_part.empty()) return std::nullopt;
    return Standing{taking_part.front() > 0};
}

std::optional<ManagerRow> find_manager(db::Tx& tx, OrganisationId organisation, PersonId person) {
    static auto const sql = "SELECT " + std::string(kManagerColumns) + R"(
        FROM people p JOIN people m ON m.organisation_id = p.organisation_id AND m.id = p.manager_id
        WHERE p.organisation_id = $1 AND p.id = $2 AND m.id <> p.id AND m.left_on IS NULL)";
    return tx.one<ManagerRow>(sql, organisation, person);
}

std::optional<ManagerRow> find_supervisor(db::Tx& tx, OrganisationId organisation, PersonId supervisor) {
    static auto const sql =
        "SELECT " + std::string(kManagerColumns) + " FROM people m WHERE m.organisation_id = $1 AND m.id = $2";
    return tx.one<ManagerRow>(sql, organisation, supervisor);
}

std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx
        .value<std::string>("SELECT COALESCE(called_name, name) FROM people WHERE organisation_id = $1 AND id = $2",
                            organisation, person)
        .value();
}

base::Result<page::Rows<ConfirmedTime>> list_told(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                  ConfirmedTimesQuery const& query) {
    static auto const columns =
        "p.id AS person_id, COALESCE(p.called_name, p.name) AS name, " + std::string(kIsConfirmed) + " AS is_confirmed";
    static auto const from = kToldByOthers +
                             "AND ($4 IS NULL OR p.name_folded LIKE $4 ESCAPE '!') AND ($5 IS NULL OR " +
                             std::string(kIsConfirmed) + " = $5)";
    static page::Listing const told{columns, from, "p.id"};
    return page::read<ConfirmedTime>(tx, query, kTimeSortings, told, viewer.organisation, programme, viewer.person,
                                     page::folded_part(query.search), query.is_confirmed);
}

std::vector<std::string> list_who_would_talk(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, base::Day today) {
    static auto const sql = "SELECT DISTINCT t.supervisor_name " + kToldByOthers +
                            "AND t.answer = 'talk' AND t.until_on >= $4 ORDER BY t.supervisor_name LIMIT 100";
    return tx.values<std::string>(sql, viewer.organisation, programme, viewer.person, today);
}

std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT granted.person_id FROM roles granted
        JOIN people person ON person.organisation_id = granted.organisation_id AND person.id = granted.person_id
        WHERE granted.organisation_id = $1 AND (granted.programme_id = $2 OR granted.programme_id IS NULL)
          AND granted.role = 'coordinator' AND person.is_active AND granted.person_id <> $3
        ORDER BY granted.person_id)",
                               organisation, time.programme_id, time.person_id);
}

}  // namespace supervisor::store
