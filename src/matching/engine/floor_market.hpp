#pragma once
// What a *fair* run may still choose from while its floors are raised (floors.hpp). The answers that keep what was
// reached so far are those that
// - take every choice that is fixed and none that is out,
// - fill everybody who must be full.
// Nothing else has to be known of them, because every best answer obeys any best prices (complementary slackness).

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "matching/engine/coverage.hpp"
#include "matching/engine/market.hpp"

namespace matching::engine {

enum PersonSide : std::uint8_t { kMentors, kMentees };
constexpr PersonSide other(PersonSide side) {
    return side == kMentors ? kMentees : kMentors;
}

// Who fills all places in every largest set of pairs: whoever is in the cover, and where the others of a half have as
// many places as they do, these too.
struct FullPeople {
    std::array<std::vector<bool>, 2> in_cover;
    std::array<std::vector<bool>, 2> always;
    std::array<bool, 2> has_no_place_over{};  // the half of those of this side who are in the cover
};
FullPeople full_people(Market const& market, Coverage const& coverage);

// An option of the market that some largest set of pairs holds and some does not.
struct Choice {
    std::array<Index, 2> person{};  // by side
    std::int32_t benefit = 0;
};
enum class ChoiceState : std::uint8_t { open, held, fixed, out };

class FloorMarket {
  public:
    // Of the options worth at least `least`; `taken` is a largest set of pairs among them, `coverage` is of all.
    FloorMarket(Market const& market, Coverage const& coverage, std::int64_t least, std::vector<bool> const& taken);

    [[nodiscard]] Choice const& choice(std::uint32_t at) const { return choices_[at]; }
    [[nodiscard]] ChoiceState state(std::uint32_t at) const { return states_[at]; }
    [[nodiscard]] std::uint32_t choices() const { return static_cast<std::uint32_t>(choices_.size()); }

    [[nodiscard]] Index people(PersonSide side) const { return static_cast<Index>(sides_[side].places.size()); }
    [[nodiscard]] std::int32_t places(PersonSide side, Index person) const { return sides_[side].places[person]; }
    [[nodiscard]] bool must_be_full(PersonSide side, Index person) const { return sides_[side].must_be_full[person]; }
    // Must be full since a floor was raised, and could have been left out of a largest set before.
    [[nodiscard]] bool is_filled_late(PersonSide side, Index person) const {
        return sides_[side].must_be_full[person] && !full_.always[side][person];
    }
    [[nodiscard]] FullPeople const& full() const { return full_; }
    [[nodiscard]] bool has_room(PersonSide side, Index person) const {
        return sides_[side].holds[person] < sides_[side].places[person];
    }
    [[nodiscard]] bool is_short(PersonSide side, Index person) const {
        return must_be_full(side, person) && has_room(side, person);
    }
    // The choices somebody holds that are not fixed.
    [[nodiscard]] std::span<std::uint32_t const> held_by(PersonSide side, Index person) const {
        auto const& of = sides_[side];
        return {of.held.data() + of.first_held[person], static_cast<std::size_t>(of.holds[person])};
    }
    // Lines stand in rows of one mentor each: [first_choice(mentor), first_choice(mentor + 1)).
    [[nodiscard]] std::uint32_t first_choice(std::size_t mentor) const { return sides_[kMentors].first[mentor]; }
    // Calls `visit` with each choice of somebody, of mentors the greatest benefit first, until it says false.
    template <class Visit>
    void each_choice(PersonSide side, Index person, Visit visit) const {
        auto const& first = sides_[side].first;
        for (auto at = first[person]; at < first[person + 1]; ++at)
            if (!visit(side == kMentors ? at : of_mentees_[at])) return;
    }
    // Options of the market that every answer takes.
    [[nodiscard]] std::vector<std::size_t> const& fixed() const { return fixed_; }
    [[nodiscard]] Market const& market() const { return market_; }

    void take(std::uint32_t choice);
    void give_up(std::uint32_t choice);
    void fix(std::uint32_t held_choice);
    void leave_out(std::uint32_t open_choice) { states_[open_choice] = ChoiceState::out; }
    void let_in(std::uint32_t choice_out) { states_[choice_out] = ChoiceState::open; }
    void fill_from_now_on(PersonSide side, Index person) { sides_[side].must_be_full[person] = true; }

  private:
    struct People {
        std::vector<std::uint32_t> first;  // person i has choices [first[i], first[i + 1]) of their side
        std::vector<std::int32_t> places;  // without what is fixed
        std::vector<std::uint32_t> first_held;
        std::vector<std::uint32_t> held;
        std::vector<std::int32_t> holds;
        std::vector<bool> must_be_full;
    };

    void lay_out(Coverage const& coverage, std::int64_t least, std::vector<bool> const& taken);
    void index_mentees();
    void make_room_to_hold();
    void drop(PersonSide side, Index person, std::uint32_t choice);

    Market const& market_;
    FullPeople full_;
    std::vector<Choice> choices_;
    std::vector<ChoiceState> states_;
    std::vector<std::uint32_t> of_mentees_;  // choices, by mentee
    std::array<People, 2> sides_;
    std::vector<std::size_t> fixed_;
};

}  // namespace matching::engine
