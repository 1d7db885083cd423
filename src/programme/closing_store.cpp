#include "programme/closing_store.hpp"

namespace programme::store {
namespace {

std::optional<Closing> with_targets(db::Tx& tx, OrganisationId organisation, std::optional<Closing> closing) {
    if (closing)
        closing->targets = tx.all<ClosingTarget>(R"(
            SELECT text, due_on, who FROM closing_targets WHERE organisation_id = $1 AND programme_id = $2
            ORDER BY position)",
                                                 organisation, closing->programme_id);
    return closing;
}

std::vector<Closing> each_with_targets(db::Tx& tx, OrganisationId organisation, std::vector<Closing> closings) {
    for (auto& closing : closings) closing = *with_targets(tx, organisation, closing);
    return closings;
}

}  // namespace

std::optional<Closing> find_closing(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return with_targets(tx, organisation,
                        tx.one<Closing>(R"(
        SELECT programme_id, announcement_id, closes_on, announced_at, thanks, review_id, agreed_at, version
        FROM closings WHERE organisation_id = $1 AND programme_id = $2)",
                                        organisation, programme));
}

std::optional<Closing> find_closing_told(db::Tx& tx, OrganisationId organisation, base::AnyId subject) {
    return with_targets(tx, organisation,
                        tx.one<Closing>(R"(
        SELECT programme_id, announcement_id, closes_on, announced_at, thanks, review_id, agreed_at, version
        FROM closings WHERE organisation_id = $1 AND (announcement_id = $2 OR review_id = $2))",
                                        organisation, subject));
}

void save_closing(db::Tx& tx, OrganisationId organisation, Closing const& closing) {
    tx.run(R"(
        INSERT INTO closings (organisation_id, programme_id, announcement_id, closes_on, announced_at, thanks, review_id,
               agreed_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (organisation_id, programme_id) DO UPDATE SET
               announcement_id = excluded.announcement_id, closes_on = excluded.closes_on,
               announced_at = excluded.announced_at, thanks = excluded.thanks, review_id = excluded.review_id,
               agreed_at = excluded.agreed_at, version = excluded.version)",
           organisation, closing.programme_id, closing.announcement_id, closing.closes_on, closing.announced_at,
           closing.thanks, closing.review_id, closing.agreed_at, closing.version);
    tx.run("DELETE FROM closing_targets WHERE organisation_id = $1 AND programme_id = $2", organisation,
           closing.programme_id);
    std::int32_t position = 0;
    for (auto const& target : closing.targets)
        tx.run(R"(INSERT INTO closing_targets (organisation_id, programme_id, position, text, due_on, who)
                  VALUES ($1, $2, $3, $4, $5, $6))",
               organisation, closing.programme_id, ++position, target.text, target.due_on, target.who);
}

std::vector<Closing> list_due_closings(db::Tx& tx, OrganisationId organisation, base::Day today) {
    return each_with_targets(tx, organisation,
                             tx.all<Closing>(R"(
        SELECT c.programme_id, c.announcement_id, c.closes_on, c.announced_at, c.thanks, c.review_id, c.agreed_at,
               c.version
        FROM closings c JOIN programmes p ON p.organisation_id = c.organisation_id AND p.id = c.programme_id
        WHERE c.organisation_id = $1 AND p.state <> 'closed' AND c.closes_on < $2 ORDER BY c.programme_id)",
                                             organisation, today));
}

std::vector<Closing> list_own_closings(db::Tx& tx, access::Viewer const& viewer) {
    return each_with_targets(tx, viewer.organisation,
                             tx.all<Closing>(R"(
        SELECT c.programme_id, c.announcement_id, c.closes_on, c.announced_at, c.thanks, c.review_id, c.agreed_at,
               c.version
        FROM closings c
        WHERE c.organisation_id = $1 AND EXISTS (
              SELECT 1 FROM enrolments e WHERE e.organisation_id = c.organisation_id
              AND e.programme_id = c.programme_id AND e.person_id = $2 AND e.state <> 'withdrawn')
        ORDER BY c.closes_on DESC, c.programme_id)",
                                             viewer.organisation, viewer.person));
}

std::vector<PersonId> list_taking_part(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                       std::optional<Side> side) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT person_id FROM enrolments
        WHERE organisation_id = $1 AND programme_id = $2 AND state <> 'withdrawn' AND ($3 IS NULL OR side = $3)
        ORDER BY person_id)",
                               organisation, programme, side);
}

}  // namespace programme::store
