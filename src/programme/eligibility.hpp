#pragma once
// Who may take part on a side: values of one field are alternatives, fields add up, an unnamed field lets everybody in.
// Level, department and site are all there is; nothing about the person (R04).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace programme {

struct SideEligibility {
    std::vector<std::int32_t> levels = {};
    std::vector<std::string> departments = {};
    std::vector<std::string> sites = {};
};
BOOST_DESCRIBE_STRUCT(SideEligibility, (), (levels, departments, sites))

struct Eligibility {
    SideEligibility mentor;
    SideEligibility mentee;

    [[nodiscard]] SideEligibility const& of(Side side) const { return side == Side::mentor ? mentor : mentee; }
};
BOOST_DESCRIBE_STRUCT(Eligibility, (), (mentor, mentee))

// Where somebody stands in the house; what the import did not say is unknown and meets no named value.
struct Place {
    std::optional<std::int32_t> level = {};
    std::optional<std::string> department = {};
    std::optional<std::string> site = {};
};
BOOST_DESCRIBE_STRUCT(Place, (), (level, department, site))

bool is_eligible(SideEligibility const& eligibility, Place const& place);

base::Refusal not_eligible();

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::SideEligibility> =
    std::array{meta::Limit{"levels", 0, 100}, meta::Limit{"departments", 0, 500, "", 1, 200},
               meta::Limit{"sites", 0, 500, "", 1, 200}};
