#pragma once
// The front end as files: hashed files are kept by browsers for good, index.html never. Every path that is no file is
// a page of the single-page application.

#include <string>

#include "platform/http/message.hpp"

namespace http {

// From the binary, or from a folder that is read again at every request (development). Without a built front end every
// page says so in a sentence.
Handler pages(std::string folder = "");

}  // namespace http
