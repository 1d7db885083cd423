#include "programme/end_reminder_store.hpp"

#include "programme/closing_store.hpp"

namespace programme::store {
namespace {

constexpr std::string_view kComingEnds = R"(
    SELECT p.id AS programme_id, p.ends_on, r.id AS reminder_id, r.reminded_on
    FROM programmes p LEFT JOIN end_reminders r
         ON r.organisation_id = p.organisation_id AND r.programme_id = p.id AND r.ends_on = p.ends_on
    WHERE p.organisation_id = $1 AND p.state NOT IN ('draft', 'closed') AND p.ends_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM closings c WHERE c.organisation_id = p.organisation_id AND c.programme_id = p.id) )";

}  // namespace

std::optional<EndReminder> ComingEnd::reminder() const {
    if (!reminder_id || !reminded_on) return std::nullopt;
    return EndReminder{programme_id, *reminder_id, ends_on, *reminded_on};
}

std::vector<ComingEnd> list_coming_ends(db::Tx& tx, OrganisationId organisation, base::Day latest_end) {
    static auto const sql = std::string(kComingEnds) + " AND p.ends_on <= $2 ORDER BY p.id";
    return tx.all<ComingEnd>(sql, organisation, latest_end);
}

std::optional<EndReminder> find_coming_end(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static auto const sql = std::string(kComingEnds) + " AND p.id = $2";
    auto const end = tx.one<ComingEnd>(sql, organisation, programme);
    return end ? end->reminder() : std::nullopt;
}

std::optional<ProgrammeId> find_programme_reminded_of(db::Tx& tx, OrganisationId organisation, base::AnyId reminder) {
    return tx.value<ProgrammeId>("SELECT programme_id FROM end_reminders WHERE organisation_id = $1 AND id = $2",
                                 organisation, reminder);
}

void save_end_reminder(db::Tx& tx, OrganisationId organisation, EndReminder const& reminder) {
    tx.run(R"(
        INSERT INTO end_reminders (organisation_id, programme_id, id, ends_on, reminded_on) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, programme_id) DO UPDATE SET
               id = excluded.id, ends_on = excluded.ends_on, reminded_on = excluded.reminded_on)",
           organisation, reminder.programme_id, reminder.id, reminder.ends_on, reminder.reminded_on);
}

std::vector<Closing> list_closings_near(db::Tx& tx, OrganisationId organisation, base::Day latest) {
    return tx.all<Closing>(R"(
        SELECT c.programme_id, c.announcement_id, c.closes_on, c.announced_at, c.thanks, c.review_id, c.agreed_at,
               c.version
        FROM closings c JOIN programmes p ON p.organisation_id = c.organisation_id AND p.id = c.programme_id
        WHERE c.organisation_id = $1 AND p.state NOT IN ('draft', 'reviewing', 'closed') AND c.closes_on <= $2
        ORDER BY c.programme_id)",
                           organisation, latest);
}

std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT person_id FROM roles
        WHERE organisation_id = $1 AND (programme_id = $2 OR programme_id IS NULL) AND role = 'coordinator'
        ORDER BY person_id)",
                               organisation, programme);
}

}  // namespace programme::store
