#pragma once
// A long search tells how far it is and asks whether to go on.

#include <cstdint>
#include <functional>

#include "base/result.hpp"

namespace matching::engine {

// Called now and then with 0 <= done <= total; false stops the search.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

inline base::Refusal cancelled() {
    return base::conflict("cancelled", "The run was cancelled.");
}

}  // namespace matching::engine
