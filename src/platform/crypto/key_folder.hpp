#pragma once
// The keys of an installation: files outside the database and outside its backups, in one folder.
//
//   seal/001.key   opens sealed columns; the file's number is the first byte of what it sealed
//   link/001.key   signs links (activation, reset, acceptance)
//   ballot/        the keys of open ballots, one file a question set
//
// A key is 32 random bytes, mode 0600. The highest number seals and signs, all open and verify: rotating adds one.
// The database remembers each key's fingerprint (organisation/installation.hpp), so that a start without the key
// of existing rows is refused instead of discovered.

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "platform/crypto/secret.hpp"

namespace crypto {

using KeyNumber = std::uint8_t;  // 1..255
using NumberedKeys = std::map<KeyNumber, Key>;

struct Keys {
    NumberedKeys seal;
    NumberedKeys link;
};

// What the database keeps of a key: enough to recognise it, nothing to use it.
struct KeyMark {
    std::string purpose;  // "seal" or "link"
    KeyNumber number;
    std::string fingerprint;

    auto operator<=>(KeyMark const&) const = default;
};
std::vector<KeyMark> marks_of(Keys const& keys);
// Those of `expected` that `keys` does not hold, or holds with another content.
std::vector<KeyMark> missing_from(Keys const& keys, std::vector<KeyMark> const& expected);

bool has_keys(std::filesystem::path const& folder);
// Makes the folder with one key of each purpose. Refused where keys stand already: `keys_exist`.
base::Result<Keys> make_keys(std::filesystem::path const& folder);
// Refused with a sentence when a file is no key, or when others than the owner may read it.
base::Result<Keys> read_keys(std::filesystem::path const& folder);
// Adds a new key of each purpose; the older ones still open and verify.
base::Result<Keys> rotate_keys(std::filesystem::path const& folder);
// Copies all keys into a new folder, to be kept apart from the database's backups.
base::Result<Keys> export_keys(std::filesystem::path const& folder, std::filesystem::path const& target);

}  // namespace crypto
