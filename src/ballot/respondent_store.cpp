#include "ballot/respondent_store.hpp"

#include <algorithm>
#include <stdexcept>

namespace ballot::store {

std::optional<base::AnyId> respondent_key_id(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.value<base::AnyId>("SELECT key_id FROM respondent_keys WHERE organisation_id = $1 AND programme_id = $2",
                                 organisation, programme);
}

bool save_respondent_key(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, base::AnyId key_id) {
    if (respondent_key_id(tx, organisation, programme)) return false;
    tx.run("INSERT INTO respondent_keys (organisation_id, programme_id, key_id) VALUES ($1, $2, $3)", organisation,
           programme, key_id);
    return true;
}

void delete_respondent_key(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    tx.run("DELETE FROM respondent_keys WHERE organisation_id = $1 AND programme_id = $2", organisation, programme);
}

std::optional<crypto::Key> find_respondent_key(db::Tx& tx, crypto::KeyFiles const& files, OrganisationId organisation,
                                               ProgrammeId programme) {
    auto const id = respondent_key_id(tx, organisation, programme);
    auto const file = id ? files.find(*id) : std::nullopt;
    crypto::Key key{};
    if (!file || file->size() != key.size()) return std::nullopt;
    std::ranges::copy(*file, key.begin());
    return key;
}

std::optional<crypto::Key> respondent_key(db::Tx& tx, crypto::KeyFiles const& files, OrganisationId organisation,
                                          ProgrammeId programme) {
    auto key = find_respondent_key(tx, files, organisation, programme);
    if (!key && respondent_key_id(tx, organisation, programme))
        throw std::runtime_error("the secret of a programme's answers is missing from the key folder");
    return key;
}

meta::Bytes respondent_of(crypto::Key const& key, PersonId person, std::string_view purpose) {
    auto const digest = crypto::mac(key, crypto::bytes_of(person.text() + std::string(purpose)));
    return {crypto::Bytes(digest.begin(), digest.end())};
}

}  // namespace ballot::store
