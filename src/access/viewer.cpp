#include "access/viewer.hpp"

#include <algorithm>

namespace obverse::access {

bool Viewer::has(Role role) const {
    return std::ranges::any_of(grants, [role](Grant const& grant) { return grant.role == role; });
}

bool Viewer::has(Role role, ProgrammeId programme) const {
    return std::ranges::any_of(grants,
                               [&](Grant const& grant) { return grant.role == role && grant.programme == programme; });
}

Viewer nobody() {
    return {};
}

Viewer house(OrganisationId organisation) {
    Viewer viewer;
    viewer.organisation = organisation;
    return viewer;
}

}  // namespace obverse::access
