#include "representative/legal_basis_store.hpp"

namespace representative::store {

std::vector<LegalBasis> list_bases(db::Tx& tx, access::OrganisationId organisation) {
    return tx.all<LegalBasis>(
        "SELECT purpose, basis, version, written_on FROM legal_bases WHERE organisation_id = $1 "
        "ORDER BY purpose",
        organisation);
}

bool save_basis(db::Tx& tx, access::OrganisationId organisation, LegalBasis const& basis, std::int64_t before) {
    if (before == 0)
        return tx.run(R"(INSERT INTO legal_bases (organisation_id, purpose, basis, version, written_on)
                         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING)",
                      organisation, basis.purpose, basis.basis, basis.version, basis.written_on) > 0;
    return tx.run(R"(UPDATE legal_bases SET basis = $3, version = $4, written_on = $5
                     WHERE organisation_id = $1 AND purpose = $2 AND version = $6)",
                  organisation, basis.purpose, basis.basis, basis.version, basis.written_on, before) > 0;
}

}  // namespace representative::store
