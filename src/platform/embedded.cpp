#include "platform/embedded.hpp"

#include <stdexcept>
#include <string>

extern "C" {
struct EmbeddedEntry {
    char const* path;
    char const* begin;
    char const* end;
};
// Made by cmake/embed.cmake, sorted by path; the last entry is empty.
extern EmbeddedEntry const obverse_embedded_files[];
}

namespace embedded {

std::optional<std::string_view> find(std::string_view path) {
    for (auto const* entry = obverse_embedded_files; entry->path != nullptr; ++entry)
        if (entry->path == path) return std::string_view(entry->begin, entry->end);
    return std::nullopt;
}

std::string_view file(std::string_view path) {
    if (auto found = find(path)) return *found;
    throw std::logic_error("the program does not carry " + std::string(path));
}

std::vector<File> list(std::string_view folder) {
    std::vector<File> files;
    for (auto const* entry = obverse_embedded_files; entry->path != nullptr; ++entry)
        if (std::string_view(entry->path).starts_with(folder))
            files.push_back({entry->path, std::string_view(entry->begin, entry->end)});
    return files;
}

}  // namespace embedded
