#pragma once
// The only SQL on installation_facts: what the installation itself knows, whatever its organisations.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace organisation::store {

std::optional<std::string> find_fact(db::Tx& tx, std::string_view name);
void put_fact(db::Tx& tx, std::string_view name, std::string_view value);
void remove_fact(db::Tx& tx, std::string_view name);

std::vector<crypto::KeyMark> list_key_marks(db::Tx& tx);
void add_key_mark(db::Tx& tx, crypto::KeyMark const& mark);

}  // namespace organisation::store
