#pragma once
// The only SQL that writes sign_thresholds, signs and ladders.

#include <map>
#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "care/ladder.hpp"
#include "care/thresholds.hpp"
#include "platform/db/db.hpp"

namespace care::store {

using access::OrganisationId;
using access::ProgrammeId;

// The usual ones where a programme has not set its own.
Thresholds thresholds_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
void save_thresholds(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Thresholds const& thresholds);
// Has joined, waits or pauses: may read how the programme watches over its pairs.
bool takes_part(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme);

// What the night before left of the pairs above `after` up to `last`.
struct Standing {
    std::vector<Sign> signs;  // without sides
    std::optional<Ladder> ladder;
};
std::map<PairingId, Standing> list_standing(db::Tx& tx, OrganisationId organisation, PairingId after, PairingId last);

// Since when a sign stands is kept while it does.
void save_signs(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::vector<Sign> const& before,
                std::vector<Sign> const& now, base::Day today);
void save_ladder(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::optional<Ladder> const& ladder);
// Of pairs that pause or are over, as others may know it.
std::vector<PairingId> list_stranded_ladders(db::Tx& tx, OrganisationId organisation);
void remove_old_signs(db::Tx& tx, OrganisationId organisation, base::Day ended_before);

}  // namespace care::store
