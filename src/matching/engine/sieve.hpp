#pragma once
// The public rules seen from one person, for a whole side at once: each sieve knows everybody of that side as sets of
// bits, and takes from somebody of the other side whom its rule forbids. Together they say of every two people what
// `Judge` says of them (the tests hold the two against each other), in a few words of bits for each 64 people.

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "matching/engine/constraint.hpp"
#include "matching/engine/kernel.hpp"
#include "matching/engine/world.hpp"

namespace matching::engine {

// Sets of people, all as long.
class BitRows {
  public:
    BitRows() = default;
    BitRows(std::size_t rows, std::size_t words) : words_(words), bits_(rows * words, 0) {}

    [[nodiscard]] std::size_t words() const { return words_; }
    [[nodiscard]] Word* row(std::size_t at) { return bits_.data() + at * words_; }
    [[nodiscard]] Word const* row(std::size_t at) const { return bits_.data() + at * words_; }
    void set(std::size_t at, Index person) { row(at)[person / kWordBits] |= Word{1} << person % kWordBits; }

  private:
    std::size_t words_ = 0;
    std::vector<Word> bits_;
};

// From one person: whom each rule takes. Used for one after the other.
class Sketch {
  public:
    explicit Sketch(std::size_t words) : taken_(kRules, words) {}

    void clear() { used_ = 0; }
    // The set of those `rule` takes, empty when it is first asked for.
    Word* taken_by(Rule rule);
    void take(Rule rule, Index person);
    [[nodiscard]] bool is_used(Rule rule) const { return (used_ & bit(rule)) != 0; }
    [[nodiscard]] std::size_t words() const { return taken_.words(); }

  private:
    BitRows taken_;
    Verdict used_ = 0;
};

// The side that is looked at, and who looks.
enum class Looking : std::uint8_t { mentor, mentee };
struct Crowd {
    World const& world;
    ReportingTree const& tree;
    std::vector<Profile> const& people;
    Looking looking;
    Kernel const& kernel;

    [[nodiscard]] std::size_t words() const { return (people.size() + kWordBits - 1) / kWordBits; }
};

class Sieve {
  public:
    virtual ~Sieve() = default;
    virtual void take_from(Profile const& looking, Sketch& sketch) const = 0;
};

// One for each public rule that can take anybody.
std::vector<std::unique_ptr<Sieve>> make_sieves(Crowd const& crowd);
std::unique_ptr<Sieve> make_line_sieve(Crowd const& crowd);

}  // namespace matching::engine
