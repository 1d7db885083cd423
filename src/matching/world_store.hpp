#pragma once
// Reads everybody who takes part in a programme, as a run finds them now. Writes nothing; no answer and no ranking is
// read here (engineering.md 8).

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "matching/engine/world.hpp"
#include "matching/match_run.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace matching {

struct LoadedWorld {
    engine::World world;
    std::vector<PersonId> mentors;  // by position in the world
    std::vector<PersonId> mentees;
    std::vector<std::string> topics;       // keys, by engine::Topic
    std::vector<std::string> departments;  // by engine index; 0 is unknown
    std::vector<std::string> sites;
    std::vector<engine::Couple> locks;
    std::vector<engine::Couple> bans;

    [[nodiscard]] std::optional<engine::Index> find(Side side, PersonId person) const;
};

// The rules of a programme, as its settings say them.
engine::Rules rules_of(programme::Settings const& settings);

namespace store {

// `keys` open private topics (rules 6), which leave the engine only as `private_topic` unless both holders let them be
// named. `now` says which offset a person's own week has.
std::optional<LoadedWorld> load_world(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                      ProgrammeId programme, base::Instant now);

}  // namespace store
}  // namespace matching
