// What the fuzz targets ask (tests/fuzz), of their seeds and of some hundred drawn markets. It stands here because the
// command line reads the tables.
#include "fuzz/matching_fuzz.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace {

std::string octets_of(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(TheFuzzTargets, hold_for_every_golden_case_and_what_is_left_of_it) {
    for (auto const& entry : std::filesystem::directory_iterator(OBVERSE_SOURCE_DIR "/src/matching/engine/cases")) {
        auto const text = octets_of(entry.path());
        for (auto length = text.size(); length > 0; length -= std::min<std::size_t>(length, 23))
            fuzz::try_case(text.substr(0, length));
    }
}

TEST(TheFuzzTargets, hold_for_every_rules_file_and_what_is_left_of_it) {
    for (auto const& entry : std::filesystem::directory_iterator(OBVERSE_SOURCE_DIR "/tests/fuzz/seeds/rules")) {
        auto const text = octets_of(entry.path());
        for (auto length = text.size(); length > 0; length -= std::min<std::size_t>(length, 7))
            fuzz::try_rules(text.substr(0, length));
    }
}

TEST(TheFuzzTargets, hold_for_drawn_markets) {
    auto const random = base::seeded_random(20261122);
    for (int n = 0; n < 1'000; ++n) {
        std::vector<std::uint8_t> octets(40 + random->below(200));
        for (auto& octet : octets) octet = static_cast<std::uint8_t>(random->below(256));
        fuzz::try_market(octets);
    }
}

}  // namespace
