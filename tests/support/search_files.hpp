#pragma once
// Whether a word stands in files, for tests that say it stands in none.

#include <filesystem>
#include <string>
#include <vector>

#include "platform/db/db.hpp"

namespace support {

// Everything the database keeps on disk: its files and logs, also PostgreSQL's of other databases in the same cluster.
std::filesystem::path folder_of(db::Database& database);

// By octets; no for what is no file, or is gone by now.
bool holds(std::filesystem::path const& file, std::string const& word);
// The files in a folder, and in those below it, that hold the word.
std::vector<std::string> files_holding(std::string const& word, std::filesystem::path const& folder);

}  // namespace support
