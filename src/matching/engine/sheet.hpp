#pragma once
// A profile written out once for a whole round of judging: topics and styles as bits, so that everybody can be judged
// with everybody. What it answers is what `score` answers from the profiles.

#include <array>
#include <cstdint>
#include <vector>

#include "matching/engine/score.hpp"
#include "matching/engine/world.hpp"

namespace matching::engine {

struct Sheet {
    struct WeightedWant {
        Topic topic = 0;
        std::int32_t weight = 1;
    };
    Profile const* profile = nullptr;
    std::vector<WeightedWant> wants;
    std::int32_t weight_of_all = 0;
    // A bit for each topic; all 0 in a world of more than kMostTopics.
    std::uint64_t wanted = 0;
    std::uint64_t near = 0;                     // of each family in which something is offered
    std::uint64_t on_table = 0;                 // what this person does not rule out
    std::array<std::uint64_t, 3> offered = {};  // by strength, 1 first
    std::uint64_t offered_at_all = 0;
    // By wanted topic, what is offered for it by this person's own table; only on the sheets of a whole side, and empty
    // in a world of more than kMostTopics.
    std::vector<std::int16_t> worth_for;
    std::uint8_t first_styles = 0;  // a bit for each question
    std::uint8_t second_styles = 0;
};

class SheetMaker {
  public:
    static constexpr std::size_t kMostTopics = 64;

    // `world` must outlive it and its sheets.
    explicit SheetMaker(World const& world);

    [[nodiscard]] Sheet make(Profile const& profile) const;
    [[nodiscard]] std::vector<Sheet> make(std::vector<Profile> const& side) const;

    // As if nobody had anything they will not discuss: does the other bring anything of a family that is wanted?
    [[nodiscard]] bool would_gain_anything(Sheet const& wanting, Sheet const& offering) const;
    [[nodiscard]] Fits fits(Sheet const& mentor, Sheet const& mentee, std::int32_t common_half_hours) const;

  private:
    [[nodiscard]] bool has_bits() const { return !families_.empty(); }
    [[nodiscard]] std::int32_t topic_fit(Sheet const& wanting, Sheet const& offering) const;
    // What is offered for a topic when only `table` may be talked about.
    [[nodiscard]] std::int32_t worth_for(Topic wanted, Sheet const& offering, std::uint64_t table) const;

    World const& world_;
    std::vector<std::uint64_t> families_;  // by topic, all topics of its family; empty: too many topics
};

}  // namespace matching::engine
