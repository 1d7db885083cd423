#pragma once
// The demo organisation, made by the rooms' own actions from a seed (docs/operate/demo.md): Nordlys, 240 people in one
// tree, and three programmes. Its dates are relative to the day it is made on; its two passwords are known to
// everybody, so it is made and served on loopback alone.
//
//   Customers first      the pilot: 15 and 15 have joined, and the run has just found their pairs
//   Front line first     enrolling: some have said yes, most have not answered
//   Across the house     large: matched, and its suggestions are out

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/wiring.hpp"

namespace app {

inline constexpr std::string_view kDemoOrganisation = "Nordlys";
inline constexpr std::string_view kDemoPassword = "good morning nordlys";
inline constexpr std::string_view kDemoStaffPassword = "nordlys runs well";

// Who is worth signing in as first.
struct DemoAccount {
    std::string_view sign_in_name;
    std::string_view password;
    std::string_view words;
};
std::vector<DemoAccount> demo_accounts();

base::Refusal demo_stays_home(std::string const& address);
// Refused with `demo_stays_home` where a demo would be reached on another address than loopback.
base::Result<bool> check_demo_stays_home(db::Database& database, std::string const& address);

// True when it was made, false when it stands already. Refused with `not_empty` where another organisation lives.
base::Result<bool> make_demo(House& house, std::uint64_t seed);

}  // namespace app
