#pragma once
// The remedies of a programme's run: places, wishes, its own rules, and people who might join.

#include "matching/engine/looser_rules.hpp"
#include "matching/engine/wanted_person.hpp"

namespace matching::engine {

// What a remedy of a world stands for, besides itself.
struct WorldRemedy {
    Remedy remedy;
    std::optional<LooserRules> looser;
    std::optional<WantedPerson> wanted;
};

// How many more places each could be given without more in all; none to whoever asked for none.
Room room_in(World const& world);

// `snapshot`: of `world` and `candidates`, with the run's locks, bans, seed and objective. Refuses `cancelled`.
base::Result<std::vector<WorldRemedy>> find_world_remedies(World const& world, Snapshot const& snapshot, Seeker seeker,
                                                           Progress const& progress = {});

}  // namespace matching::engine
