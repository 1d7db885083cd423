#include "matching/engine/floor_chains.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace matching::engine {

FloorChains::FloorChains(FloorMarket& market, Looks& looks) : market_(market), looks_(looks) {
    for (auto const side : {kMentors, kMentees}) {
        auto const count = market.people(side);
        auto& people = sides_[side];
        people.prices.assign(count, 0);
        people.is_priced.assign(count, false);
        people.search.assign(count, 0);
        people.from.assign(count, side);
        people.by.assign(count, kNoChoice);
        people.root.assign(count, 0);
        people.moved.assign(count, 0);
    }
}

void FloorChains::start(std::int32_t level) {
    level_ = level;
    for (auto& people : sides_) {
        for (auto const person : people.priced) {
            people.prices[person] = 0;
            people.is_priced[person] = false;
        }
        people.priced.clear();
    }
}

std::int64_t FloorChains::slack(std::uint32_t choice) const {
    auto const& [person, benefit] = market_.choice(choice);
    return std::int64_t{sides_[kMentors].prices[person[kMentors]]} + sides_[kMentees].prices[person[kMentees]] +
           static_cast<std::int64_t>(benefit == level_);
}

base::Result<bool> FloorChains::fill_all(bool is_bounded, Progress const& progress) {
    list_who_is_short();
    while (plant()) {
        if (is_bounded && looks_.made > looks_.most) return false;
        if (progress && !progress(std::min(looks_.made, looks_.most), looks_.most)) return cancelled();
        if (auto const stuck = grow()) move_prices(*stuck);
    }
    return true;
}

void FloorChains::list_who_is_short() {
    for (auto const side : {kMentors, kMentees}) {
        sides_[side].are_short.clear();
        for (Index person = 0; person < market_.people(side); ++person)
            if (market_.is_short(side, person)) sides_[side].are_short.push_back(person);
    }
}

// False: nobody is short any more. A chain makes nobody short who was not.
bool FloorChains::plant() {
    ++search_;
    chains_moved_ = 0;
    for (auto const near : {kMentors, kMentees}) {
        forests_[near].next = forests_[near].looks = 0;
        for (auto& reached : forests_[near].reached) reached.clear();
        auto& are_short = sides_[near].are_short;
        std::erase_if(are_short, [&](Index person) { return !market_.is_short(near, person); });
        for (auto const root : are_short) see(near, near, root, kNoChoice, root);
    }
    return !sides_[kMentors].are_short.empty() || !sides_[kMentees].are_short.empty();
}

// Until one side has nowhere left to look. That side, if no chain was moved: then it needs other prices.
std::optional<PersonSide> FloorChains::grow() {
    for (;;) {
        auto const near = whose_turn();
        auto& forest = forests_[near];
        if (forest.next == forest.reached[near].size()) return chains_moved_ == 0 ? std::optional(near) : std::nullopt;
        auto const person = forest.reached[near][forest.next++];
        if (!is_moved(near, sides_[near].root[person])) look_from(near, person);
    }
}

PersonSide FloorChains::whose_turn() const {
    if (sides_[kMentors].are_short.empty()) return kMentees;
    if (sides_[kMentees].are_short.empty()) return kMentors;
    return forests_[kMentors].looks <= forests_[kMentees].looks ? kMentors : kMentees;
}

void FloorChains::look_from(PersonSide near, Index person) {
    market_.each_choice(near, person, [&](std::uint32_t choice) {
        count_look(near);
        return market_.state(choice) != ChoiceState::open || !look_at(near, person, choice);
    });
}

// Was a chain moved that takes this choice, or goes on behind it?
bool FloorChains::look_at(PersonSide near, Index person, std::uint32_t open_choice) {
    auto const far = market_.choice(open_choice).person[other(near)];
    auto const root = sides_[near].root[person];
    if (is_met(near, other(near), far)) {
        if (slack(open_choice) != 0) return false;
        move_chain(near, near, person);
        move_chain(other(near), other(near), far);
        market_.take(open_choice);
        return true;
    }
    if (is_seen(other(near), far) || slack(open_choice) != 0) return false;
    see(near, other(near), far, open_choice, root);
    return look_behind(near, far, root);
}

bool FloorChains::look_behind(PersonSide near, Index far, Index root) {
    if (market_.has_room(other(near), far)) return move_chain(near, other(near), far), true;
    for (auto const choice : market_.held_by(other(near), far)) {
        count_look(near);
        auto const person = market_.choice(choice).person[near];
        if (slack(choice) != 0) continue;
        if (is_met(near, near, person)) {
            market_.give_up(choice);
            move_chain(near, other(near), far);
            move_chain(other(near), near, person);
            return true;
        }
        if (is_seen(near, person)) continue;
        see(near, near, person, choice, root);
        if (market_.must_be_full(near, person) || sides_[near].prices[person] != 0) continue;
        return move_chain(near, near, person), true;
    }
    return false;
}

// From its end, where somebody of the far side has room or somebody of the near one gives one up, back to its root.
void FloorChains::move_chain(PersonSide near, PersonSide end_side, Index end) {
    ++chains_moved_;
    sides_[near].moved[sides_[end_side].root[end]] = search_;
    auto const give_up = [&](Index person) {
        auto const choice = sides_[near].by[person];
        market_.give_up(choice);
        return market_.choice(choice).person[other(near)];
    };
    auto const is_root = [&](Index person) { return sides_[near].by[person] == kNoChoice; };
    if (end_side == near && is_root(end)) return;
    for (auto person = end_side == near ? give_up(end) : end;;) {
        auto const choice = sides_[other(near)].by[person];
        auto const taker = market_.choice(choice).person[near];
        if (!is_root(taker)) person = give_up(taker);
        market_.take(choice);
        if (is_root(taker)) return;
    }
}

void FloorChains::move_prices(PersonSide near) {
    auto const step = smallest_step(near);
    for (auto const person : forests_[near].reached[near]) add_to_price(near, person, -step);
    for (auto const person : forests_[near].reached[other(near)]) add_to_price(other(near), person, step);
}

// Until somebody else can be reached, or somebody who need not be full costs nothing.
std::int64_t FloorChains::smallest_step(PersonSide near) {
    auto const far = other(near);
    auto step = std::numeric_limits<std::int64_t>::max();
    for (auto const person : forests_[near].reached[near]) {
        if (!market_.must_be_full(near, person)) step = std::min<std::int64_t>(step, sides_[near].prices[person]);
        market_.each_choice(near, person, [&](std::uint32_t choice) {
            ++looks_.made;
            if (market_.state(choice) == ChoiceState::open &&
                !is_seen_from(near, far, market_.choice(choice).person[far]))
                step = std::min(step, slack(choice));
            return true;
        });
    }
    for (auto const person : forests_[near].reached[far])
        for (auto const choice : market_.held_by(far, person)) {
            ++looks_.made;
            if (!is_seen_from(near, near, market_.choice(choice).person[near])) step = std::min(step, -slack(choice));
        }
    if (step == std::numeric_limits<std::int64_t>::max())
        throw std::logic_error("somebody must be full who was, and cannot be any more");
    return step;
}

void FloorChains::add_to_price(PersonSide side, Index person, std::int64_t by) {
    auto& people = sides_[side];
    people.prices[person] = static_cast<std::int32_t>(people.prices[person] + by);
    if (people.is_priced[person]) return;
    people.is_priced[person] = true;
    people.priced.push_back(person);
}

void FloorChains::see(PersonSide near, PersonSide side, Index person, std::uint32_t by, Index root) {
    auto& people = sides_[side];
    people.search[person] = search_;
    people.from[person] = near;
    people.by[person] = by;
    people.root[person] = root;
    forests_[near].reached[side].push_back(person);
}

}  // namespace matching::engine
