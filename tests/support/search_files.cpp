#include "support/search_files.hpp"

#include <algorithm>
#include <fstream>

#include "support/databases.hpp"

namespace support {

namespace fs = std::filesystem;

fs::path folder_of(db::Database& database) {
    if (engine_under_test() == db::Engine::sqlite) return fs::path(database.options().address).parent_path();
    return database.read(
        [](db::Tx& tx) { return tx.value<std::string>("SELECT current_setting('data_directory')").value(); });
}

// In pieces, of which each is looked at with the end of the one before: a cluster has thousands of files, and a log of
// hundreds of megabytes.
bool holds(fs::path const& file, std::string const& word) {
    constexpr std::size_t kPiece = 1 << 16;
    std::error_code gone;
    if (!fs::is_regular_file(file, gone)) return false;
    std::ifstream in(file, std::ios::binary);
    std::string piece;
    std::string read(kPiece, '\0');
    while (in.read(read.data(), kPiece), in.gcount() > 0) {
        piece.append(read, 0, static_cast<std::size_t>(in.gcount()));
        if (piece.find(word) != std::string::npos) return true;
        piece.erase(0, piece.size() - std::min(piece.size(), word.size()));
    }
    return false;
}

std::vector<std::string> files_holding(std::string const& word, fs::path const& folder) {
    std::vector<std::string> found;
    for (auto const& entry : fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied))
        if (holds(entry.path(), word)) found.push_back(entry.path().string());
    return found;
}

}  // namespace support
