#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

int migrate(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
