#include "matching/partner_store.hpp"

namespace matching::store {

namespace {

using PartnerId = base::Id<struct PartnerTag>;

std::optional<PartnerId> find_live_partners(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                            PersonId mentor, PersonId mentee) {
    return tx.value<PartnerId>(R"(
        SELECT p.id FROM partners p
        JOIN partner_people a ON a.organisation_id = p.organisation_id AND a.partner_id = p.id AND a.side = 'mentor'
        JOIN partner_people b ON b.organisation_id = p.organisation_id AND b.partner_id = p.id AND b.side = 'mentee'
        WHERE p.organisation_id = $1 AND p.programme_id = $2 AND a.person_id = $3 AND b.person_id = $4
          AND p.last_on IS NULL)",
                               organisation, programme, mentor, mentee);
}

void insert_partner_person(db::Tx& tx, OrganisationId organisation, PartnerId id, Side side, PersonId person) {
    tx.run(R"(INSERT INTO partner_people (organisation_id, partner_id, side, person_id) VALUES ($1, $2, $3, $4))",
           organisation, id, side, person);
}

}  // namespace

void begin_partners(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId mentor, PersonId mentee,
                    base::Day first_on) {
    if (find_live_partners(tx, organisation, programme, mentor, mentee)) return;
    auto const id = tx.make_id<PartnerId>();
    tx.run("INSERT INTO partners (organisation_id, id, programme_id, first_on) VALUES ($1, $2, $3, $4)", organisation,
           id, programme, first_on);
    insert_partner_person(tx, organisation, id, Side::mentor, mentor);
    insert_partner_person(tx, organisation, id, Side::mentee, mentee);
}

void end_partners(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId mentor, PersonId mentee,
                  base::Day last_on) {
    if (auto const id = find_live_partners(tx, organisation, programme, mentor, mentee))
        tx.run("UPDATE partners SET last_on = $3 WHERE organisation_id = $1 AND id = $2", organisation, *id, last_on);
}

}  // namespace matching::store
