#include "pairing/rematch_store.hpp"

#include "platform/crypto/seal.hpp"

namespace pairing::store {
namespace {

struct RematchRow {
    base::AnyId id;
    Wish wish;
    std::optional<meta::Bytes> sealed_note;  // none: forgotten
};
BOOST_DESCRIBE_STRUCT(RematchRow, (), (id, wish, sealed_note))

crypto::SealedPlace place_of_note(access::OrganisationId organisation, base::AnyId rematch) {
    return {"rematches", "sealed_note", base::any(organisation), rematch};
}

}  // namespace

std::optional<Rematch> find_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                    PairingId pairing) {
    auto const row = tx.one<RematchRow>(R"(
        SELECT id, wish, sealed_note FROM rematches
        WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3)",
                                        viewer.organisation, pairing, viewer.person);
    if (!row) return std::nullopt;
    auto const place = place_of_note(viewer.organisation, row->id);
    return Rematch{row->wish, row->sealed_note ? crypto::open(keys, place, *row->sealed_note) : ""};
}

void save_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId pairing,
                  Rematch const& rematch) {
    auto const id = tx.make_id<base::AnyId>();
    tx.run("DELETE FROM rematches WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3",
           viewer.organisation, pairing, viewer.person);
    tx.run(R"(
        INSERT INTO rematches (organisation_id, id, pairing_id, person_id, wish, sealed_note)
        VALUES ($1, $2, $3, $4, $5, $6))",
           viewer.organisation, id, pairing, viewer.person, rematch.wish,
           crypto::seal(keys, place_of_note(viewer.organisation, id), rematch.note));
}

void forget_notes(db::Tx& tx, access::OrganisationId organisation, PairingId pairing) {
    tx.run("UPDATE rematches SET sealed_note = NULL WHERE organisation_id = $1 AND pairing_id = $2", organisation,
           pairing);
}

std::optional<Wish> find_wish(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person) {
    return tx.value<Wish>(
        "SELECT wish FROM rematches WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3", organisation,
        pairing, person);
}

}  // namespace pairing::store
