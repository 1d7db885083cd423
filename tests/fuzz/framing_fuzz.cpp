// A head or a chunked body, whole and octet by octet: the same answer, within the limits.

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "platform/http/framing.hpp"

namespace {

constexpr std::size_t kLimit = 1000;

void must(bool holds) {
    if (!holds) std::abort();
}

int status_of(std::optional<http::BadRequest> const& refused) {
    return refused ? refused->status : 0;
}

void read_head(std::string_view octets) {
    http::HeadLimits const limits{.octets = 2000, .target = 200, .fields = 10};
    http::HeadReader whole(limits);
    bool done = whole.read(octets);
    http::HeadReader slow(limits);
    bool slow_done = false;
    for (std::size_t n = 1; n <= octets.size() && !slow_done; ++n) slow_done = slow.read(octets.substr(0, n));
    must(done == slow_done || octets.empty());
    must(status_of(whole.refused()) == status_of(slow.refused()));
    if (done && !whole.refused()) must(whole.size() == slow.size() && whole.size() <= limits.octets + 2);
}

struct Chunked {
    int status;
    bool is_complete;
    std::size_t taken;
    std::string body;
};

Chunked read_chunks(std::string_view octets, std::size_t step) {
    http::ChunkReader reader(kLimit);
    Chunked read{};
    while (read.taken < octets.size() && !reader.is_complete() && !reader.refused()) {
        auto taken = reader.read(octets.substr(read.taken, step), read.body);
        must(taken <= octets.size() - read.taken);
        must(taken > 0 || reader.refused());
        read.taken += taken;
        must(read.body.size() <= kLimit);
    }
    read.status = status_of(reader.refused());
    read.is_complete = reader.is_complete();
    return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view octets(reinterpret_cast<char const*>(data), size);
    read_head(octets);
    auto whole = read_chunks(octets, octets.size() + 1);
    auto slow = read_chunks(octets, 1);
    must(whole.status == slow.status && whole.is_complete == slow.is_complete && whole.body == slow.body);
    if (whole.is_complete) must(whole.taken == slow.taken);
    return 0;
}
