#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

// keys new | rotate | export --to FOLDER
int keep_keys(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
