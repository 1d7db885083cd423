#include "pairing/exploratory_meeting_store.hpp"

namespace pairing::store {
namespace {

std::optional<Answer> answer_of(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person) {
    return tx.value<Answer>(R"(
        SELECT answer FROM exploratory_answers WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3)",
                            organisation, pairing, person);
}

bool takes_part(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme, PersonId person, Side side) {
    return tx.value<std::int64_t>(R"(
            SELECT COUNT(*) FROM enrolments enrolment
            JOIN people person ON person.organisation_id = enrolment.organisation_id AND person.id = enrolment.person_id
            WHERE enrolment.organisation_id = $1 AND enrolment.programme_id = $2 AND enrolment.person_id = $3
              AND enrolment.side = $4 AND enrolment.state <> 'withdrawn' AND person.is_active)",
                                  organisation, programme, person, side)
               .value_or(0) > 0;
}

}  // namespace

std::optional<ExploratoryMeeting> find_meeting(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    return tx.one<ExploratoryMeeting>(R"(
        SELECT version, starts_local, time_zone, starts_at, mode, place
        FROM exploratory_meetings WHERE organisation_id = $1 AND pairing_id = $2)",
                                      organisation, pairing);
}

void save_meeting(db::Tx& tx, access::OrganisationId organisation, PairingId pairing,
                  ExploratoryMeeting const& meeting) {
    tx.run(R"(
        INSERT INTO exploratory_meetings (organisation_id, pairing_id, version, starts_local, time_zone, starts_at,
                                          mode, place)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (organisation_id, pairing_id) DO UPDATE
        SET version = excluded.version, starts_local = excluded.starts_local, time_zone = excluded.time_zone,
            starts_at = excluded.starts_at, mode = excluded.mode, place = excluded.place)",
           organisation, pairing, meeting.version, meeting.starts_local, meeting.time_zone, meeting.starts_at,
           meeting.mode, meeting.place);
}

std::optional<Answer> find_own_answer(db::Tx& tx, access::Viewer const& viewer, PairingId pairing) {
    if (!viewer.person) return std::nullopt;
    return answer_of(tx, viewer.organisation, pairing, *viewer.person);
}

Answers answers_of(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    auto counts = [&](Side side) {
        auto const person = pairing.person(side);
        return takes_part(tx, organisation, pairing.programme_id, person, side)
                   ? answer_of(tx, organisation, pairing.id, person)
                   : std::nullopt;
    };
    return {counts(Side::mentor), counts(Side::mentee)};
}

void save_answer(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person, Answer answer,
                 base::Day answered_on) {
    tx.run(R"(
        INSERT INTO exploratory_answers (organisation_id, pairing_id, person_id, answer, answered_on)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, pairing_id, person_id) DO UPDATE
        SET answer = excluded.answer, answered_on = excluded.answered_on)",
           organisation, pairing, person, answer, answered_on);
}

}  // namespace pairing::store
