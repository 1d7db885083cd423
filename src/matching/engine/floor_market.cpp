#include "matching/engine/floor_market.hpp"

#include <algorithm>

namespace matching::engine {

FullPeople full_people(Market const& market, Coverage const& coverage) {
    FullPeople full;
    full.in_cover = {coverage.mentor_may_wait, coverage.mentee_is_sought};
    full.in_cover[kMentors].flip();
    full.always = full.in_cover;
    // Places that those in the cover leave empty, by their side.
    std::array<std::int64_t, 2> over{};
    for (Index i = 0; i < market.mentors.size(); ++i)
        over[full.in_cover[kMentors][i] ? kMentors : kMentees] +=
            full.in_cover[kMentors][i] ? -market.mentor_places[i] : market.mentor_places[i];
    for (Index j = 0; j < market.mentees.size(); ++j)
        over[full.in_cover[kMentees][j] ? kMentees : kMentors] +=
            full.in_cover[kMentees][j] ? -market.mentee_places[j] : market.mentee_places[j];
    // What is forced takes a place of somebody who is in no cover, of both halves.
    for (auto& places : over) places -= std::ssize(coverage.forced);
    for (auto const near : {kMentors, kMentees}) {
        full.has_no_place_over[near] = over[near] == 0;
        if (over[near] != 0) continue;
        auto const& in_cover = full.in_cover[other(near)];
        for (std::size_t i = 0; i < in_cover.size(); ++i)
            if (!in_cover[i]) full.always[other(near)][i] = true;
    }
    return full;
}

FloorMarket::FloorMarket(Market const& market, Coverage const& coverage, std::int64_t least,
                         std::vector<bool> const& taken)
    : market_(market), full_(full_people(market, coverage)) {
    sides_[kMentors].places = market.mentor_places;
    sides_[kMentees].places = market.mentee_places;
    for (auto const side : {kMentors, kMentees}) sides_[side].must_be_full = full_.always[side];
    lay_out(coverage, least, taken);
    index_mentees();
    make_room_to_hold();
    for (std::uint32_t choice = 0; choice < choices(); ++choice)
        if (states_[choice] == ChoiceState::held) take(choice);
}

// Nobody who never waits is given to somebody who is sought, in no largest set.
void FloorMarket::lay_out(Coverage const& coverage, std::int64_t least, std::vector<bool> const& taken) {
    auto& first = sides_[kMentors].first;
    first.push_back(0);
    for (Index mentor = 0; mentor < people(kMentors); ++mentor) {
        for (auto at = market_.first_option[mentor]; at < market_.first_option[mentor + 1]; ++at) {
            auto const option = market_.options[at];
            if (option.benefit < least) break;
            auto const may_wait = coverage.mentor_may_wait[mentor];
            if (may_wait == coverage.mentee_is_sought[option.mentee]) {
                choices_.push_back({{mentor, option.mentee}, option.benefit});
                states_.push_back(taken[at] ? ChoiceState::held : ChoiceState::open);
            } else if (may_wait) {
                --sides_[kMentors].places[mentor];
                --sides_[kMentees].places[option.mentee];
                fixed_.push_back(at);
            }
        }
        first.push_back(choices());
    }
}

void FloorMarket::index_mentees() {
    auto& first = sides_[kMentees].first;
    first.assign(std::size_t{people(kMentees)} + 1, 0);
    for (auto const& choice : choices_) ++first[choice.person[kMentees] + 1];
    for (std::size_t j = 1; j < first.size(); ++j) first[j] += first[j - 1];
    of_mentees_.resize(choices_.size());
    auto at = first;
    for (std::uint32_t choice = 0; choice < choices(); ++choice)
        of_mentees_[at[choices_[choice].person[kMentees]]++] = choice;
}

void FloorMarket::make_room_to_hold() {
    for (auto& side : sides_) {
        side.first_held.push_back(0);
        for (std::size_t i = 0; i < side.places.size(); ++i)
            side.first_held.push_back(side.first_held[i] + std::min(static_cast<std::uint32_t>(side.places[i]),
                                                                    side.first[i + 1] - side.first[i]));
        side.held.resize(side.first_held.back());
        side.holds.assign(side.places.size(), 0);
    }
}

void FloorMarket::take(std::uint32_t choice) {
    states_[choice] = ChoiceState::held;
    for (auto const side : {kMentors, kMentees}) {
        auto& of = sides_[side];
        auto const person = choices_[choice].person[side];
        of.held[of.first_held[person] + static_cast<std::uint32_t>(of.holds[person]++)] = choice;
    }
}

void FloorMarket::give_up(std::uint32_t choice) {
    states_[choice] = ChoiceState::open;
    for (auto const side : {kMentors, kMentees}) drop(side, choices_[choice].person[side], choice);
}

void FloorMarket::drop(PersonSide side, Index person, std::uint32_t choice) {
    auto& of = sides_[side];
    auto* at = of.held.data() + of.first_held[person];
    while (*at != choice) ++at;
    auto const last = of.held.data() + of.first_held[person] + --of.holds[person];
    *at = *last;
}

void FloorMarket::fix(std::uint32_t held_choice) {
    auto const& [person, benefit] = choices_[held_choice];
    give_up(held_choice);
    states_[held_choice] = ChoiceState::fixed;
    for (auto const side : {kMentors, kMentees}) --sides_[side].places[person[side]];
    fixed_.push_back(market_.option_between(person[kMentors], {person[kMentees], benefit}));
}

}  // namespace matching::engine
