#include "meeting/skipped_prompt_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace meeting::store {
namespace {

struct SkippedRow {
    base::AnyId id;
    meta::Bytes sealed_prompts;
};
BOOST_DESCRIBE_STRUCT(SkippedRow, (), (id, sealed_prompts))

struct SealedSkips {
    std::vector<SkippedPrompts> items;
};
BOOST_DESCRIBE_STRUCT(SealedSkips, (), (items))

crypto::SealedPlace place_of_skips(access::Viewer const& viewer, base::AnyId row) {
    return {"skipped_prompts", "sealed_prompts", base::any(viewer.organisation), row};
}

std::optional<SkippedRow> find_row(db::Tx& tx, access::Viewer const& viewer, pairing::PairingId pairing) {
    return tx.one<SkippedRow>(R"(
        SELECT id, sealed_prompts FROM skipped_prompts
        WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3)",
                              viewer.organisation, pairing, viewer.person);
}

}  // namespace

std::vector<SkippedPrompts> list_skipped(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         pairing::PairingId pairing) {
    auto const row = find_row(tx, viewer, pairing);
    if (!row) return {};
    return json::read<SealedSkips>(crypto::open(keys, place_of_skips(viewer, row->id), row->sealed_prompts))
        .value()
        .items;
}

void save_skipped(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, pairing::PairingId pairing,
                  std::vector<SkippedPrompts> const& skipped) {
    auto const standing = find_row(tx, viewer, pairing);
    auto const id = standing ? standing->id : tx.make_id<base::AnyId>();
    tx.run(R"(
        INSERT INTO skipped_prompts (organisation_id, id, pairing_id, person_id, sealed_prompts)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, id) DO UPDATE SET sealed_prompts = excluded.sealed_prompts)",
           viewer.organisation, id, pairing, viewer.person,
           crypto::seal(keys, place_of_skips(viewer, id), json::write(SealedSkips{skipped})));
}

void forget_skipped(db::Tx& tx, access::OrganisationId organisation, pairing::PairingId pairing) {
    tx.run("DELETE FROM skipped_prompts WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

}  // namespace meeting::store
