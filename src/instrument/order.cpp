#include "instrument/order.hpp"

namespace instrument {
namespace {

constexpr std::uint64_t kOffset = 14'695'981'039'346'656'037ULL;
constexpr std::uint64_t kPrime = 1'099'511'628'211ULL;

}  // namespace

std::uint64_t rank_of(std::string_view key, std::uint64_t seed) {
    auto hash = kOffset ^ seed;
    for (auto const character : key) hash = (hash ^ static_cast<unsigned char>(character)) * kPrime;
    return hash ^ (hash >> 29U);
}

}  // namespace instrument
