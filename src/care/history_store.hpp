#pragma once
// The only SQL that reads what signs are made of. It may read the columns of src/care/may_read.txt and no other: times,
// sides and states of events, never what anybody wrote (R33).

#include <vector>

#include "access/viewer.hpp"
#include "care/sign.hpp"
#include "platform/db/db.hpp"

namespace care::store {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;

struct LivePair {
    PairingId pairing_id;
    ProgrammeId programme_id;
    PersonId mentor_id;
    PersonId mentee_id;
    History history;

    [[nodiscard]] PersonId person(Side side) const { return side == Side::mentor ? mentor_id : mentee_id; }
};

// Started pairs that neither pause nor are over, as others may know it, in programmes that are not closed: those whose
// id comes after `after` (all zeros: the first), in the order of their ids.
std::vector<LivePair> list_live_pairs(db::Tx& tx, OrganisationId organisation, PairingId after, std::int64_t most);

}  // namespace care::store
