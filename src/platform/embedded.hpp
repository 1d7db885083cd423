#pragma once
// The files that the binary carries (cmake/embed.cmake), by their path in the repository:
// embedded::file("content/topics/en.json").

#include <optional>
#include <string_view>
#include <vector>

namespace embedded {

struct File {
    std::string_view path;
    std::string_view text;
};

std::optional<std::string_view> find(std::string_view path);
// As find, for a file that must be there: without it the program was built wrongly (std::logic_error).
std::string_view file(std::string_view path);
// Sorted by path; `folder` ends in "/".
std::vector<File> list(std::string_view folder);

}  // namespace embedded
