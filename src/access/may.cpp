#include "access/may.hpp"

namespace obverse::access {

bool allows(May may, Viewer const& viewer) {
    switch (may) {
        case May::anyone:
            return true;
        case May::signed_in:
        case May::participant:
            return viewer.is_signed_in();
        case May::coordinator:
            return viewer.has(Role::coordinator);
        case May::administrator:
            return viewer.is_administrator();
        case May::people:
            return viewer.is_administrator() || viewer.has(Role::coordinator);
        case May::conflicts:
            return viewer.has(Role::conflicts);
    }
    return false;
}

base::Refusal not_allowed(Viewer const& viewer) {
    if (viewer.is_signed_in()) return base::forbidden("not_allowed", "this role may never do this");
    return {base::RefusalKind::unauthenticated, "not_signed_in", "nobody is signed in", {}, {}};
}

}  // namespace obverse::access
