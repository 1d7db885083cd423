#pragma once
// Who may, as it stands in the route line. It answers "may anybody like this ever?" (403); whether this very row is
// theirs is the scoped finder's answer (404).

#include <boost/describe/enum.hpp>

#include "access/viewer.hpp"
#include "base/refusal.hpp"

namespace obverse::access {

enum class May {
    anyone,       // also signed out
    signed_in,    // everybody with a session
    participant,  // as signed_in; says that the finder shows only the viewer's own part
    coordinator,  // coordinates at least one programme, or may set one up
    administrator,
    people,  // coordinator or administrator: those who see names, departments and functions (rules B, first row)
    conflicts,
};
BOOST_DESCRIBE_ENUM(May, anyone, signed_in, participant, coordinator, administrator, people, conflicts)

bool allows(May may, Viewer const& viewer);
// 401 when nobody is signed in, 403 when somebody is.
base::Refusal not_allowed(Viewer const& viewer);

}  // namespace obverse::access
