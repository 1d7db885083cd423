#include "representative/proposal_store.hpp"

namespace representative::store {
namespace {

constexpr std::string_view kFound = R"(
    SELECT p.id, p.programme_id, p.kind, p.setting, p.before, p.wanted, p.reason, p.side, p.proposed_by, p.proposed_at,
           p.lapses_on, p.state, p.answered_by, p.answered_at, p.answer_reason,
           COALESCE(one.called_name, one.name) AS proposer, COALESCE(other.called_name, other.name) AS answerer
    FROM setting_proposals p
    JOIN people AS one ON one.organisation_id = p.organisation_id AND one.id = p.proposed_by
    LEFT JOIN people AS other ON other.organisation_id = p.organisation_id AND other.id = p.answered_by
    WHERE p.organisation_id = $1 AND )";

std::string found(std::string_view more) {
    return std::string(kFound) + std::string(more);
}

}  // namespace

std::optional<FoundProposal> find_proposal(db::Tx& tx, OrganisationId organisation, ProposalId id) {
    return tx.one<FoundProposal>(found("p.id = $2"), organisation, id);
}

std::vector<FoundProposal> list_proposals(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<FoundProposal>(found("p.programme_id = $2 ORDER BY p.proposed_at DESC, p.id DESC LIMIT 100"),
                                 organisation, programme);
}

std::vector<FoundProposal> list_waiting(db::Tx& tx, OrganisationId organisation, base::Day today) {
    return tx.all<FoundProposal>(
        found("p.state = 'open' AND p.lapses_on >= $2 ORDER BY p.proposed_at, p.id LIMIT 1000"), organisation, today);
}

bool insert_proposal(db::Tx& tx, OrganisationId organisation, Proposal const& p, base::Day today) {
    tx.run(R"(UPDATE setting_proposals SET state = 'lapsed'
              WHERE organisation_id = $1 AND programme_id = $2 AND setting = $3 AND state = 'open' AND lapses_on < $4)",
           organisation, p.programme_id, p.setting, today);
    return tx.run(
               R"(INSERT INTO setting_proposals (organisation_id, id, programme_id, kind, setting, before, wanted, reason,
                            side, proposed_by, proposed_at, lapses_on, state)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open') ON CONFLICT DO NOTHING)",
               organisation, p.id, p.programme_id, p.kind, p.setting, p.before, p.wanted, p.reason, p.side,
               p.proposed_by, p.proposed_at, p.lapses_on) > 0;
}

bool save_answer(db::Tx& tx, OrganisationId organisation, Proposal const& p) {
    return tx.run(R"(UPDATE setting_proposals
                     SET state = $3, answered_by = $4, answered_at = $5, answer_reason = $6
                     WHERE organisation_id = $1 AND id = $2 AND state = 'open')",
                  organisation, p.id, p.state, p.answered_by, p.answered_at, p.answer_reason) > 0;
}

std::vector<PersonId> list_representatives(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT r.person_id FROM roles r
        JOIN people who ON who.organisation_id = r.organisation_id AND who.id = r.person_id AND who.is_active
        WHERE r.organisation_id = $1 AND r.role = 'employee_representative'
          AND (r.programme_id IS NULL OR r.programme_id = $2)
        ORDER BY r.person_id)",
                               organisation, programme);
}

}  // namespace representative::store
