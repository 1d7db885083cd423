#pragma once
// Content codings of answers.

#include <optional>
#include <string>
#include <string_view>

namespace http {

enum class Coding { identity, gzip, brotli };

std::string_view name_of(Coding coding);
// The best that `Accept-Encoding` allows (RFC 9110 12.5.3); brotli before gzip.
Coding choose_coding(std::string_view accept_encoding);
// Text compresses, pictures and fonts already are.
bool is_compressible(std::string_view content_type);

// Quick settings for answers made now, thorough ones for files served many times.
enum class Effort { quick, thorough };
std::string compress(Coding coding, std::string_view octets, Effort effort);

}  // namespace http
