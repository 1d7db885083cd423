#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

// Prints the link with which the administrator chooses a password.
int create_admin(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
