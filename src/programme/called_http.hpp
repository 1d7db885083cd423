#pragma once

#include "access/call.hpp"
#include "programme/called.hpp"

namespace programme {

// For whoever reads a page that a link opens: in the language of whoever is signed in, otherwise in the one the browser
// asks for first.
Called called_by_link(access::Call& call, OrganisationId organisation, ProgrammeId id);

}  // namespace programme
