#pragma once
// `obverse serve`: an installation that answers until it is told to stop.

#include <iosfwd>

#include "app/settings.hpp"
#include "platform/metrics.hpp"

namespace app {

class Installation;

// Serves until SIGTERM or SIGINT, then finishes what is under way. Prints where it listens, and, as long as nobody has
// set up, the one-time code of the set-up page. Refusals: those of Installation::open.
base::Result<bool> serve(Settings const& settings, std::ostream& out);

// Beside the contract: /healthz, /readyz, /metrics, /api/openapi.json and the pages.
void add_house_routes(Installation& installation, platform::Metrics& metrics);

}  // namespace app
