#pragma once
// Documents that people edit carry a version: it is sent back as it was read, so that nobody writes over what they have
// not seen (engineering.md 14.7).

#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace base {

// `stale`, with the version in force as params.version.
Refusal stale(std::string_view what, std::int64_t current);

// Refusal: `stale`.
Result<bool> check_version(std::string_view what, std::int64_t as_read, std::int64_t current);

}  // namespace base
