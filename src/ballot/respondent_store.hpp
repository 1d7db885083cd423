#pragma once
// The only SQL that writes respondent_keys, and how somebody is meant in a row that names nobody: by a mark that only
// whoever holds the programme's secret (a file of the key folder) can work out for a person.

#include <optional>
#include <string_view>
#include <vector>

#include "access/viewer.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/db/db.hpp"

namespace ballot::store {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;

std::optional<base::AnyId> respondent_key_id(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// False when the programme has one.
bool save_respondent_key(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, base::AnyId key_id);
void delete_respondent_key(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Empty before the secret is made and once it is destroyed: then nobody's rows can be found any more, not even by
// themselves. Also when its file is missing.
std::optional<crypto::Key> find_respondent_key(db::Tx& tx, crypto::KeyFiles const& files, OrganisationId organisation,
                                               ProgrammeId programme);
// The same, and throws when its file is missing.
std::optional<crypto::Key> respondent_key(db::Tx& tx, crypto::KeyFiles const& files, OrganisationId organisation,
                                          ProgrammeId programme);

// Of a person, as `purpose` knows them: what is written for one purpose cannot be laid beside what is written for
// another.
meta::Bytes respondent_of(crypto::Key const& key, PersonId person, std::string_view purpose = "");

}  // namespace ballot::store
