#pragma once
// A long search tells how far it is and asks whether to go on.

#include <cstdint>
#include <functional>

#include "base/result.hpp"

namespace matching::engine {

// Called now and then with 0 <= done <= total; false stops the search.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

// The progress of a part, which is [from, to) of a hundred of the whole.
inline Progress part_of(Progress const& whole, std::uint64_t from, std::uint64_t to) {
    if (!whole) return {};
    return [&whole, from, to](std::uint64_t done, std::uint64_t total) {
        return whole(from + (total == 0 ? 0 : (to - from) * done / total), 100);
    };
}

inline base::Refusal cancelled() {
    return base::conflict("cancelled", "The run was cancelled.");
}

}  // namespace matching::engine
