#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace app {

// `obverse lottery --seed N --tickets FILE`: replays the draw of a programme (programme/waiting_list.hpp) from its
// published number, without a server: a CSV of place, ticket and number on `out`. Refuses a ticket that is none, one
// that stands twice, and a file without any.
int replay_lottery(std::span<std::string const> arguments, std::ostream& out, std::ostream& err);

}  // namespace app
