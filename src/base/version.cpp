#include "base/version.hpp"

#include <string>

namespace base {

Result<bool> check_version(std::string_view what, std::int64_t as_read, std::int64_t current) {
    if (as_read == current) return true;
    auto refusal = stale(what);
    refusal.params.emplace("version", std::to_string(current));
    return refusal;
}

}  // namespace base
