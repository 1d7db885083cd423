// Octets as a small market, sensible or not: refused, or every answer proved by the checker.

#include "fuzz/matching_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::try_market({data, size});
    return 0;
}
