#pragma once
// The installation before and around its organisations: its keys, its first start, and how far a demo has travelled.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace organisation {

// The keys of this installation, made at the first start. Refused (`keys_missing`, with a sentence for the operator)
// when the folder lacks a key that existing rows need: nothing is served without it, and no new key is made over it.
base::Result<crypto::Keys> open_keys(db::Database& database, std::filesystem::path const& folder);

// A fresh one-time code while there is no organisation, to be printed by the server; each start makes a new one and
// voids the last. Nothing once somebody has set up.
std::optional<std::string> open_set_up(db::Tx& tx);
// Refused: `already_set_up`, or `wrong_code` for the field.
base::Result<bool> check_set_up_code(db::Tx& tx, std::string_view code);
// As check_set_up_code; uses the code up.
base::Result<bool> use_set_up_code(db::Tx& tx, std::string_view code);

// How far the domain's clock is ahead of the wall's.
base::Duration travelled(db::Tx& tx);
// Only in an installation of demo organisations alone: `not_a_demo`. Only forwards. The whole distance.
base::Result<base::Duration> travel(db::Tx& tx, base::Duration by);

}  // namespace organisation
