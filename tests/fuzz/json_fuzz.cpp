// Whatever reads as a struct of every kind writes to a text that reads as the same struct.

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "platform/json.hpp"

namespace fuzz {

enum class Level { low, high };
BOOST_DESCRIBE_ENUM(Level, low, high)

struct Inner {
    std::string a;
    std::optional<std::int32_t> b;
    auto operator<=>(Inner const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (a, b))

// Everything may be left out, so that short inputs reach far.
struct Outer {
    std::optional<bool> t;
    std::optional<std::int64_t> n;
    std::optional<double> r;
    std::optional<std::string> s;
    std::optional<meta::Bytes> o;
    std::optional<meta::Json> j;
    std::optional<Level> e;
    std::optional<base::AnyId> i;
    std::optional<base::Instant> at;
    std::optional<base::Day> on;
    std::optional<std::vector<Inner>> l;
    std::optional<std::map<std::string, Inner>> m;
    meta::Patch<std::string> p;
    bool operator==(Outer const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (t, n, r, s, o, j, e, i, at, on, l, m, p))

}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto read = json::read<fuzz::Outer>({reinterpret_cast<char const*>(data), size});
    if (!read) return 0;
    auto again = json::read<fuzz::Outer>(json::write(*read));
    if (!again || !(*again == *read)) std::abort();
    return 0;
}
