#include "meeting/absence_store.hpp"

namespace meeting::store {
namespace {

struct AwayRow {
    base::Day from_on;
    base::Day until_on;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(AwayRow, (), (from_on, until_on, time_zone))

}  // namespace

Absences list_own_absences(db::Tx& tx, access::Viewer const& viewer, base::Day from) {
    return {tx.all<Absence>(R"(
        SELECT from_on, until_on FROM absences
        WHERE organisation_id = $1 AND person_id = $2 AND until_on >= $3 ORDER BY from_on, id)",
                            viewer.organisation, viewer.person, from)};
}

void save_own_absences(db::Tx& tx, access::Viewer const& viewer, base::Day from, Absences const& absences) {
    tx.run("DELETE FROM absences WHERE organisation_id = $1 AND person_id = $2 AND until_on >= $3", viewer.organisation,
           viewer.person, from);
    for (auto const& absence : absences.items)
        tx.run(R"(
            INSERT INTO absences (organisation_id, id, person_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5))",
               viewer.organisation, tx.make_id<base::AnyId>(), viewer.person, absence.from_on, absence.until_on);
}

std::vector<Busy> absences_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                              base::Day from) {
    std::vector<Busy> busy;
    for (auto const& row : tx.all<AwayRow>(R"(
             SELECT absence.from_on, absence.until_on, person.time_zone FROM absences absence
             JOIN people person ON person.organisation_id = absence.organisation_id AND person.id = absence.person_id
             WHERE absence.organisation_id = $1 AND absence.person_id = $2 AND absence.until_on >= $3)",
                                           organisation, person, from))
        busy.push_back(busy_on(row.from_on, row.until_on, row.time_zone));
    return busy;
}

}  // namespace meeting::store
