#pragma once
// Several files as one ZIP archive (PKWARE APPNOTE 6.3.10), by libzip. Nothing is compressed: what goes in is small
// text, or a picture or a PDF that is compressed already.

#include <span>
#include <string>

#include "base/time.hpp"

namespace archive {

struct File {
    std::string path;  // UTF-8, folders with '/'; each once
    std::string content;
};

// One file or more. The same files made at the same time are the same octets. Throws std::runtime_error when memory is
// short.
std::string write(std::span<File const> files, base::Instant made_at);

}  // namespace archive
