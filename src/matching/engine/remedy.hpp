#pragma once
// What would give a partner to somebody whom a run left without one: the smallest changes a coordinator can make.
//
// Each is tried out: with it, the run of the same seed and objective matches this person, whoever else competes for
// the same place; what does not is not stated. Only what is public can be changed, and what is private stands in every
// trial as it stands in the run (rules 7).

#include <functional>
#include <optional>
#include <vector>

#include "matching/engine/assignment.hpp"
#include "matching/engine/constraint.hpp"

namespace matching::engine {

enum class Side : std::uint8_t { mentor, mentee };

// Somebody on one side.
struct Seeker {
    Side side = Side::mentee;
    Index position = 0;
};

enum class RemedyCode : std::uint8_t {
    more_places,         // `number` more with each of `people`
    no_longer_apart,     // from the one of `people`
    no_longer_together,  // `couple`
    looser_rule,         // `rule`; the levels by `number`
};
char const* name_of(RemedyCode code);

struct Remedy {
    RemedyCode code = RemedyCode::more_places;
    std::vector<Index> people;  // on the other side
    std::int32_t number = 1;
    std::optional<Couple> couple;
    std::optional<Rule> rule;
    std::optional<std::size_t> variant;  // of those that were given
};

// How many more places each could be given.
struct Room {
    std::vector<std::int32_t> mentors;
    std::vector<std::int32_t> mentees;
};

// The run with something else about it, made when it is asked for; everybody keeps their position. Of one family the
// first that helps is stated.
struct Variant {
    std::uint32_t family = 0;
    std::function<Snapshot()> snapshot;
    Remedy remedy;
};

// So many people, bans or locks are tried for one person before others are left untried.
inline constexpr std::size_t kMostTried = 6;

// Those that help by themselves, in the order above; empty if none does, or if this person has no places. About thirty
// runs at most. `snapshot` is `checked`. Refuses `cancelled`.
base::Result<std::vector<Remedy>> find_remedies(Snapshot const& snapshot, Room const& room, Seeker seeker,
                                                std::vector<Variant> const& variants, Progress const& progress = {});

}  // namespace matching::engine
