#include "base/version.hpp"

#include <string>

namespace base {

Refusal stale(std::string_view what, std::int64_t current) {
    auto refusal = stale(what);
    refusal.params.emplace("version", std::to_string(current));
    return refusal;
}

Result<bool> check_version(std::string_view what, std::int64_t as_read, std::int64_t current) {
    if (as_read == current) return true;
    return stale(what, current);
}

}  // namespace base
