#pragma once
// The verbs of opening a name: asking is the contact's private act, agreeing stands in the log with both their ids.

#include <optional>
#include <vector>

#include "acquaintance/acquaintance.hpp"
#include "audit/event.hpp"
#include "care/concern_store.hpp"
#include "care/name_opening_shapes.hpp"

namespace care {

inline constexpr audit::Kind kNameAsked{"name_opening.asked", audit::Private::yes};
inline constexpr audit::Kind kNameOpened{"name_opening.agreed"};

// Whose name stands against a concern without one, as long as the acquaintance is kept.
std::optional<PersonId> find_name_to_open(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                          ConcernId concern);

// Once a concern; asked again it stays as it is. Refuses: concern_not_found, concern_closed, name_opening_not_found
// where there is no name to open.
base::Result<store::SidedConcern> ask_name(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                           ConcernId concern, std::string const& danger, base::Instant now);
// An administrator who is one of the two is not shown that there is anything to open.
std::vector<NameOpening> list_name_openings(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer);
base::Result<NameOpening> agree_to_name(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                        NameOpeningId id, base::Instant now);

NameOpeningAnswer shown_opening(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                NameOpening const& opening);

}  // namespace care
