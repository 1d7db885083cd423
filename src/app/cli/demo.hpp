#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

// `obverse demo [--seed N]`: makes the demo organisation where nothing lives yet, and says who can sign in.
int fill_with_demo(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);
// `obverse demo travel 7d`: moves the domain's clock of a demo forward; a server that runs follows within a second.
int travel_in_demo(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
