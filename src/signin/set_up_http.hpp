#pragma once

#include <array>
#include <optional>
#include <string>

#include "access/call.hpp"
#include "platform/meta.hpp"

namespace signin {

struct SetUp {
    std::string code;
    std::string organisation_name;
    std::string name;
    std::string sign_in_name;
    std::string password;
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
};
BOOST_DESCRIBE_STRUCT(SetUp, (), (code, organisation_name, name, sign_in_name, password, language, time_zone))

base::Result<access::Nothing> set_up_house(access::Visit& visit, SetUp const& wanted);

}  // namespace signin

template <>
inline constexpr auto meta::limits<signin::SetUp> =
    std::array{meta::Limit{"code", 1, 40, "As the server printed it when it started"},
               meta::Limit{"organisation_name", 1, 200},
               meta::Limit{"name", 1, 200, "Name as the person wants to be called"},
               meta::Limit{"sign_in_name", 2, 64},
               meta::Limit{"password", 1, 1024, "8 octets at least, and no word that everybody tries first"},
               meta::Limit{"language", 2, 35, "Tag of a catalogue; English when left out"},
               meta::Limit{"time_zone", 1, 64, "IANA name; UTC when left out"}};
