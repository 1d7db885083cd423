#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

// `obverse mail test ADDRESS`: one mail by the configured server. Refused with the outcome's name where it was not
// taken.
int send_test_mail(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
