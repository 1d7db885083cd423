#pragma once
// `obverse plan`: what two tables of people would give under a rules file, and who or what would give more.

#include <iosfwd>
#include <span>
#include <string>

namespace app {

int plan_match(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
