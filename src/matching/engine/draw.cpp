#include "matching/engine/draw.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include <sodium.h>

namespace matching::engine {

std::uint64_t draw_number(std::uint64_t seed, base::IdBytes const& identity) {
    std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
    for (std::size_t i = 0; i < 8; ++i) key[i] = static_cast<unsigned char>(seed >> (8U * i));
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(hash.data(), identity.data(), identity.size(), key.data());
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number |= std::uint64_t{hash[i]} << (8U * i);
    return number;
}

std::vector<Index> draw_order(std::vector<Participant> const& side, std::uint64_t seed) {
    std::vector<std::uint64_t> number;
    number.reserve(side.size());
    for (auto const& participant : side) number.push_back(draw_number(seed, participant.identity));
    std::vector<Index> order(side.size());
    std::iota(order.begin(), order.end(), Index{0});
    std::sort(order.begin(), order.end(), [&](Index a, Index b) {
        return std::tie(number[a], side[a].identity) < std::tie(number[b], side[b].identity);
    });
    return order;
}

}  // namespace matching::engine
