// Golden cases, and whatever becomes of one: refused, or every answer proved.

#include "fuzz/matching_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::try_case({reinterpret_cast<char const*>(data), size});
    return 0;
}
