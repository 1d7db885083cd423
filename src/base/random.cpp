#include "base/random.hpp"

#include <atomic>
#include <cstring>
#include <random>

namespace base {

namespace {

constexpr std::uint64_t kGoldenGamma = 0x9E3779B97F4A7C15ULL;

std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override {
        while (!bytes.empty()) {
            auto const word = mixed(state_.fetch_add(kGoldenGamma) + kGoldenGamma);
            auto const count = std::min(bytes.size(), sizeof word);
            std::memcpy(bytes.data(), &word, count);
            bytes = bytes.subspan(count);
        }
    }

  private:
    std::atomic<std::uint64_t> state_;
};

class SystemRandom final : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        std::random_device device;
        while (!bytes.empty()) {
            auto const word = device();
            auto const count = std::min(bytes.size(), sizeof word);
            std::memcpy(bytes.data(), &word, count);
            bytes = bytes.subspan(count);
        }
    }
};

}  // namespace

std::uint64_t splitmix64(std::uint64_t& state) {
    state += kGoldenGamma;
    return mixed(state);
}

std::uint64_t Random::next() {
    std::uint64_t word = 0;
    fill({reinterpret_cast<std::uint8_t*>(&word), sizeof word});
    return word;
}

std::uint64_t Random::below(std::uint64_t bound) {
    auto const unbiased = UINT64_MAX - UINT64_MAX % bound;
    for (;;) {
        auto const word = next();
        if (word < unbiased) return word % bound;
    }
}

std::unique_ptr<Random> seeded_random(std::uint64_t seed) {
    return std::make_unique<SeededRandom>(seed);
}
std::unique_ptr<Random> system_random() {
    return std::make_unique<SystemRandom>();
}

}  // namespace base
