#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

// `obverse doctor [--all] [--mail]`: what does not hold, one line a finding; `not_verified` when a promise is broken.
int run_doctor(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
