#include "invitation/invitation_store.hpp"

#include <algorithm>

#include "programme/called_store.hpp"

namespace invitation::store {
namespace {

struct InvitedPerson {
    PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(InvitedPerson, (), (person_id))

struct SaidNo {
    Answer answer;
    base::Day answered_on;
};
BOOST_DESCRIBE_STRUCT(SaidNo, (), (answer, answered_on))

}  // namespace

std::vector<Candidate> list_candidates(db::Tx& tx, OrganisationId organisation) {
    return tx.all<Candidate>(R"(
        SELECT id AS person_id, level, department, site FROM people
        WHERE organisation_id = $1 AND is_active AND NOT is_name_only ORDER BY id)",
                             organisation);
}

bool insert(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person, programme::Side side,
            base::Instant now) {
    return tx.run(R"(
        INSERT INTO invitations (organisation_id, id, programme_id, person_id, side, invited_at, written_again,
               last_written_at)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $6) ON CONFLICT DO NOTHING)",
                  organisation, tx.make_id<InvitationId>(), programme, person, side, now) == 1;
}

std::vector<PersonId> list_invited(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    std::vector<PersonId> invited;
    for (auto const& one : tx.all<InvitedPerson>(R"(
        SELECT p.id AS person_id FROM people p
        WHERE p.organisation_id = $1 AND p.is_active AND EXISTS (SELECT 1 FROM invitations i
              WHERE i.organisation_id = p.organisation_id AND i.person_id = p.id AND i.programme_id = $2)
        ORDER BY p.name_folded, p.id)",
                                                 organisation, programme))
        invited.push_back(one.person_id);
    return invited;
}

InvitationCounts count(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx
        .one<InvitationCounts>(R"(
        SELECT COUNT(*) AS invited, CAST(COALESCE(SUM(joined), 0) AS BIGINT) AS joined,
               CAST(COALESCE(SUM(1 - joined), 0) AS BIGINT) AS not_joined,
               CAST(COALESCE(SUM(CASE WHEN joined = 0 AND written_again < 2 THEN 1 ELSE 0 END), 0) AS BIGINT)
                   AS may_be_written_again
        FROM (SELECT i.written_again,
                     CASE WHEN EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = i.organisation_id
                          AND e.programme_id = i.programme_id AND e.person_id = i.person_id AND e.side = i.side
                          AND e.state <> 'withdrawn') THEN 1 ELSE 0 END AS joined
              FROM invitations i WHERE i.organisation_id = $1 AND i.programme_id = $2) asked)",
                               organisation, programme)
        .value();
}

std::vector<Invitation> list_not_joined(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<Invitation>(R"(
        SELECT i.id, i.programme_id, i.person_id, i.side, i.invited_at, i.written_again, i.last_written_at
        FROM invitations i WHERE i.organisation_id = $1 AND i.programme_id = $2
          AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = i.organisation_id
               AND e.programme_id = i.programme_id AND e.person_id = i.person_id AND e.side = i.side
               AND e.state <> 'withdrawn')
        ORDER BY i.id)",
                              organisation, programme);
}

void save_rewrite(db::Tx& tx, OrganisationId organisation, Invitation const& invitation) {
    tx.run(R"(UPDATE invitations SET written_again = $3, last_written_at = $4
              WHERE organisation_id = $1 AND id = $2)",
           organisation, invitation.id, invitation.written_again, invitation.last_written_at);
}

std::vector<Invitation> list_written_at(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                        base::Instant at) {
    return tx.all<Invitation>(R"(
        SELECT id, programme_id, person_id, side, invited_at, written_again, last_written_at FROM invitations
        WHERE organisation_id = $1 AND programme_id = $2 AND last_written_at = $3 ORDER BY id)",
                              organisation, programme, at);
}

std::optional<ProgrammeId> find_programme_told_of(db::Tx& tx, OrganisationId organisation, PersonId person,
                                                  std::optional<base::AnyId> invitation, base::Instant then) {
    return tx.value<ProgrammeId>(R"(
        SELECT programme_id FROM invitations
        WHERE organisation_id = $1 AND person_id = $2 AND (id = $3 OR ($3 IS NULL AND written_again > 0))
        ORDER BY CASE WHEN last_written_at <= $4 THEN 0 ELSE 1 END, last_written_at DESC, id LIMIT 1)",
                                 organisation, person, invitation, then);
}

std::optional<Invitation> find_own(db::Tx& tx, Viewer const& viewer, InvitationId id) {
    return tx.one<Invitation>(R"(
        SELECT id, programme_id, person_id, side, invited_at, written_again, last_written_at FROM invitations
        WHERE organisation_id = $1 AND id = $2 AND person_id = $3)",
                              viewer.organisation, id, viewer.person);
}

std::vector<OwnInvitation> list_own(db::Tx& tx, Viewer const& viewer) {
    static auto const called = programme::store::called_in("p", "$3");
    static auto const sql = "SELECT i.id, i.programme_id, " + called.columns + R"(, s.name AS sponsor_name, i.side,
               p.starts_on, p.ends_on, p.enrolment_closes_on, p.cadence, i.invited_at,
               CASE WHEN e.id IS NOT NULL THEN 'yes' ELSE a.answer END AS own_answer
        FROM invitations i
        JOIN programmes p ON p.organisation_id = i.organisation_id AND p.id = i.programme_id)" +
                            called.joins + R"(
        LEFT JOIN sponsors s ON s.organisation_id = p.organisation_id AND s.programme_id = p.id
                             AND s.accepted_at IS NOT NULL
        LEFT JOIN enrolments e ON e.organisation_id = i.organisation_id AND e.programme_id = i.programme_id
                               AND e.person_id = i.person_id AND e.side = i.side AND e.state <> 'withdrawn'
        LEFT JOIN invitation_answers a ON a.organisation_id = i.organisation_id AND a.invitation_id = i.id
        WHERE i.organisation_id = $1 AND i.person_id = $2 AND p.state IN ('enrolling', 'matching', 'running')
        ORDER BY i.invited_at DESC, i.id)";
    return tx.all<OwnInvitation>(sql, viewer.organisation, viewer.person, viewer.language);
}

void save_answer(db::Tx& tx, OrganisationId organisation, InvitationId id, Answer answer, base::Day today) {
    tx.run(R"(INSERT INTO invitation_answers (organisation_id, invitation_id, answer, answered_on)
              VALUES ($1, $2, $3, $4)
              ON CONFLICT (organisation_id, invitation_id) DO UPDATE SET answer = $3, answered_on = $4)",
           organisation, id, answer, today);
}

void delete_answer(db::Tx& tx, OrganisationId organisation, InvitationId id) {
    tx.run("DELETE FROM invitation_answers WHERE organisation_id = $1 AND invitation_id = $2", organisation, id);
}

bool is_not_to_be_asked(db::Tx& tx, OrganisationId organisation, PersonId person, base::Day today) {
    return std::ranges::any_of(
        tx.all<SaidNo>(R"(
            SELECT a.answer, a.answered_on FROM invitation_answers a
            JOIN invitations i ON i.organisation_id = a.organisation_id AND i.id = a.invitation_id
            WHERE i.organisation_id = $1 AND i.person_id = $2 AND a.answer = 'no_dont_ask')",
                       organisation, person),
        [&](SaidNo const& said) { return invitation::is_not_to_be_asked(said.answer, said.answered_on, today); });
}

}  // namespace invitation::store
