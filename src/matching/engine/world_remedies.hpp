#pragma once
// The remedies of a programme's run: places, wishes and its own rules. Not people who might join: how many it takes
// depends on what others will not discuss, and the number would tell (decision 0132).

#include "matching/engine/looser_rules.hpp"
#include "matching/engine/remedy.hpp"

namespace matching::engine {

// What a remedy of a world stands for, besides itself.
struct WorldRemedy {
    Remedy remedy;
    std::optional<LooserRules> looser;
};

// How many more places each could be given without more in all; none to whoever asked for none.
Room room_in(World const& world);

// `snapshot`: of `world` and `candidates`, with the run's locks, bans, seed and objective. Refuses `cancelled`.
base::Result<std::vector<WorldRemedy>> find_world_remedies(World const& world, Snapshot const& snapshot, Seeker seeker,
                                                           Progress const& progress = {});

}  // namespace matching::engine
