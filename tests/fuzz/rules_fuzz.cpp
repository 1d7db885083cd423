// A rules file with two tables: refused with a reason, or matched, explained and planned.

#include "fuzz/matching_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::try_rules({reinterpret_cast<char const*>(data), size});
    return 0;
}
