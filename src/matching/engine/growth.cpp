#include "matching/engine/growth.hpp"

#include <algorithm>

#include "matching/engine/assignment.hpp"

namespace matching::engine {

namespace {

// Empty places beyond what anybody could take are as good as none.
std::vector<std::int32_t> places_that_count(std::vector<std::int32_t> const& places,
                                            std::vector<std::int64_t> const& most) {
    auto counted = places;
    for (std::size_t i = 0; i < counted.size(); ++i)
        counted[i] = static_cast<std::int32_t>(std::min<std::int64_t>(counted[i], most[i]));
    return counted;
}

}  // namespace

Growth::Growth(Snapshot const& snapshot, Joining joining, std::int32_t places) : places_(places) {
    enter(snapshot, joining);
    serve_everybody();
}

void Growth::enter(Snapshot const& snapshot, Joining joining) {
    auto const market = open_market(snapshot);
    auto const asks_mentor = joining == Joining::mentors;
    auto const askers = asks_mentor ? market.mentors.size() : market.mentees.size();
    auto const others = asks_mentor ? market.mentees.size() : market.mentors.size();
    std::vector<std::vector<std::uint32_t>> met(askers);
    std::vector<std::int64_t> met_by(others, 0);
    for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor)
        for (auto const& option : market.options_of(mentor)) {
            auto const i = market.mentors[mentor];
            auto const j = market.mentees[option.mentee];
            met[asks_mentor ? i : j].push_back(asks_mentor ? j : i);
            ++met_by[asks_mentor ? j : i];
        }
    std::vector<std::int32_t> asker_places(askers);
    std::vector<std::int32_t> other_places(others);
    for (std::size_t k = 0; k < market.mentors.size(); ++k)
        (asks_mentor ? asker_places : other_places)[market.mentors[k]] = market.mentor_places[k];
    for (std::size_t k = 0; k < market.mentees.size(); ++k)
        (asks_mentor ? other_places : asker_places)[market.mentees[k]] = market.mentee_places[k];
    std::vector<std::int64_t> most(askers);
    for (std::size_t a = 0; a < askers; ++a) {
        most[a] = std::ssize(met[a]);
        moves_.first_.push_back(static_cast<std::uint32_t>(moves_.objects_.size()));
        moves_.objects_.insert(moves_.objects_.end(), met[a].begin(), met[a].end());
        moves_.last_.push_back(static_cast<std::uint32_t>(moves_.objects_.size()));
    }
    for (auto const places : other_places) empty_ += places;
    newcomers_ = static_cast<std::uint32_t>(askers);
    // Each newcomer who counts fills places that are empty, so there are never more of them than that.
    asker_places = places_that_count(asker_places, most);
    std::int64_t reserve = 0;
    static constexpr std::int64_t kMostNewcomers = 100'000;
    for (auto const places : other_places) reserve = std::min(kMostNewcomers, reserve + places);
    asker_places.resize(askers + static_cast<std::size_t>(reserve / places_) + 1, places_);
    moves_.first_.resize(asker_places.size(), 0);
    moves_.last_.resize(asker_places.size(), 0);
    for (std::size_t b = 0; b < others; ++b) met_by[b] += reserve;
    seats_.emplace(asker_places, places_that_count(other_places, met_by));
    pairs_ = std::ssize(market.placed_locks);
}

void Growth::serve_everybody() {
    moves_.seats_ = &*seats_;
    for (std::uint32_t asker = 0; asker < newcomers_; ++asker)
        for (auto option = moves_.first(asker); option < moves_.last(asker) && seats_->missing(asker) > 0; ++option)
            if (auto const seat = seats_->free_seat(moves_.object(option)); seat != kNobody) {
                seats_->take(seat, asker, option);
                ++pairs_, --empty_;
            }
    ChainSearch chains(*seats_, moves_);
    for (bool filled = true; filled;) {
        filled = false;
        chains.start_round();
        for (std::uint32_t asker = 0; asker < newcomers_; ++asker)
            while (seats_->missing(asker) > 0 && chains.fill(asker)) {
                ++pairs_, --empty_;
                filled = true;
            }
    }
}

std::vector<bool> Growth::waiting() const {
    std::vector<std::vector<std::uint32_t>> asked_by(seats_->objects());
    for (std::uint32_t asker = 0; asker < newcomers_; ++asker)
        for (auto option = moves_.first(asker); option < moves_.last(asker); ++option)
            asked_by[moves_.object(option)].push_back(asker);
    std::vector<bool> waits(seats_->objects(), false);
    std::vector<bool> moved(newcomers_, false);
    std::vector<std::uint32_t> reached;
    auto const reach = [&](std::uint32_t object) {
        if (waits[object]) return;
        waits[object] = true;
        reached.push_back(object);
    };
    for (std::uint32_t object = 0; object < waits.size(); ++object)
        if (seats_->free_seat(object) != kNobody) reach(object);
    // Whoever could move to an empty place leaves one behind.
    while (!reached.empty()) {
        auto const object = reached.back();
        reached.pop_back();
        for (auto const asker : asked_by[object]) {
            auto const held = seats_->held_by(asker);
            auto const has = [&](std::uint32_t option) { return option != kNobody && moves_.object(option) == object; };
            if (moved[asker] || std::any_of(held.begin(), held.end(), has)) continue;
            moved[asker] = true;
            for (auto const option : held)
                if (option != kNobody) reach(moves_.object(option));
        }
    }
    return waits;
}

std::uint32_t Growth::offer(std::span<Index const> meets) {
    auto const first = static_cast<std::uint32_t>(moves_.objects_.size());
    moves_.objects_.insert(moves_.objects_.end(), meets.begin(), meets.end());
    return first;
}

// All places of one newcomer, or none.
bool Growth::fill(ChainSearch<Moves>& chains, std::uint32_t newcomer, std::uint32_t first) {
    if (newcomer >= seats_->bidders()) return false;
    moves_.first_[newcomer] = first;
    moves_.last_[newcomer] = static_cast<std::uint32_t>(moves_.objects_.size());
    while (seats_->missing(newcomer) > 0) {
        chains.start_round();
        if (!chains.fill(newcomer)) return false;
    }
    return true;
}

std::int64_t Growth::most_filled(std::span<Index const> meets, std::int64_t at_most, std::vector<Index>* served) {
    auto const before = *seats_;
    auto const options = moves_.objects_.size();
    auto const first = offer(meets);
    ChainSearch chains(*seats_, moves_);
    std::int64_t filled = 0;
    while (filled < at_most && fill(chains, newcomers_ + static_cast<std::uint32_t>(filled), first)) ++filled;
    if (served != nullptr) {
        served->clear();
        for (auto newcomer = newcomers_; newcomer < newcomers_ + static_cast<std::uint32_t>(filled); ++newcomer)
            for (auto const option : seats_->held_by(newcomer)) served->push_back(moves_.object(option));
    }
    *seats_ = before;
    moves_.objects_.resize(options);
    return filled;
}

void Growth::welcome(std::span<Index const> meets, std::int64_t people) {
    auto const first = offer(meets);
    ChainSearch chains(*seats_, moves_);
    for (std::int64_t n = 0; n < people && fill(chains, newcomers_, first); ++n) {
        ++newcomers_;
        pairs_ += places_;
        empty_ -= places_;
    }
}

base::Result<Snapshot> divide_places(Snapshot snapshot) {
    if (snapshot.shared.empty()) return snapshot;
    auto asked = snapshot;
    asked.objective = Objective::best;
    asked.priority = Priority::most_pairs;
    TRY(assignment, assign(asked));
    std::vector<std::int32_t> teaches(snapshot.mentors.size(), 0);
    std::vector<std::int32_t> learns(snapshot.mentees.size(), 0);
    for (auto const& couple : assignment.couples) {
        ++teaches[couple.mentor];
        ++learns[couple.mentee];
    }
    for (auto const& both : snapshot.shared) {
        auto& mentor = snapshot.mentors[both.mentor].capacity;
        auto& mentee = snapshot.mentees[both.mentee].capacity;
        mentee = std::min(mentee, both.places - teaches[both.mentor]);
        mentor = std::min(mentor, both.places - mentee);
    }
    snapshot.shared.clear();
    return snapshot;
}

base::Result<std::int64_t> most_pairs(Snapshot const& snapshot) {
    TRY(divided, divide_places(snapshot));
    return Growth(divided, Joining::mentors).pairs();
}

}  // namespace matching::engine
