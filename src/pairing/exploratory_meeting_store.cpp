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
        SELECT version, starts_local, time_zone, starts_at, mode, place, is_called_off
        FROM exploratory_meetings WHERE organisation_id = $1 AND pairing_id = $2)",
                                      organisation, pairing);
}

void save_meeting(db::Tx& tx, access::OrganisationId organisation, PairingId pairing,
                  ExploratoryMeeting const& meeting) {
    tx.run(R"(
        INSERT INTO exploratory_meetings (organisation_id, pairing_id, version, starts_local, time_zone, starts_at,
                                          mode, place, is_called_off)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (organisation_id, pairing_id) DO UPDATE
        SET version = excluded.version, starts_local = excluded.starts_local, time_zone = excluded.time_zone,
            starts_at = excluded.starts_at, mode = excluded.mode, place = excluded.place,
            is_called_off = excluded.is_called_off)",
           organisation, pairing, meeting.version, meeting.starts_local, meeting.time_zone, meeting.starts_at,
           meeting.mode, meeting.place, meeting.is_called_off);
}

std::vector<PairingId> list_overtaken_meetings(db::Tx& tx, access::OrganisationId organisation,
                                               Overtaken const& overtaken) {
    return tx.values<PairingId>(R"(
        SELECT m.pairing_id FROM exploratory_meetings m
        JOIN pairings p ON p.organisation_id = m.organisation_id AND p.id = m.pairing_id
        JOIN programmes programme ON programme.organisation_id = p.organisation_id AND programme.id = p.programme_id
        LEFT JOIN closures closure ON closure.organisation_id = m.organisation_id AND closure.pairing_id = m.pairing_id
        WHERE m.organisation_id = $1 AND NOT m.is_called_off AND m.starts_at > $2
          AND (programme.state = 'closed' OR closure.closed_on < $3
               OR (closure.closed_on IS NOT NULL AND m.starts_at < $4)
               OR EXISTS (SELECT 1 FROM pauses pause WHERE pause.organisation_id = m.organisation_id
                            AND pause.pairing_id = m.pairing_id AND pause.resumed_on IS NULL)
               OR EXISTS (SELECT 1 FROM pairing_people one
                          JOIN people person ON person.organisation_id = one.organisation_id
                           AND person.id = one.person_id
                          JOIN enrolments enrolment ON enrolment.organisation_id = one.organisation_id
                           AND enrolment.programme_id = p.programme_id
                           AND enrolment.person_id = one.person_id AND enrolment.side = one.side
                          WHERE one.organisation_id = m.organisation_id AND one.pairing_id = m.pairing_id
                            AND (NOT person.is_active OR person.left_on <= $3 OR enrolment.state = 'paused'
                                 OR (enrolment.state = 'withdrawn'
                                     AND (m.starts_at < $4 OR COALESCE(enrolment.left_on, '') < $3)))))
        ORDER BY m.starts_at, m.pairing_id)",
                                organisation, overtaken.now, overtaken.today, overtaken.urgent);
}

bool one_takes_a_break(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    return tx.value<std::int64_t>(R"(
            SELECT COUNT(*) FROM pairing_people one
            JOIN pairings p ON p.organisation_id = one.organisation_id AND p.id = one.pairing_id
            JOIN enrolments enrolment ON enrolment.organisation_id = one.organisation_id
             AND enrolment.programme_id = p.programme_id AND enrolment.person_id = one.person_id
             AND enrolment.side = one.side
            WHERE one.organisation_id = $1 AND one.pairing_id = $2 AND enrolment.state = 'paused')",
                                  organisation, pairing)
               .value_or(0) > 0;
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
