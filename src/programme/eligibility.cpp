#include "programme/eligibility.hpp"

#include <algorithm>

namespace programme {
namespace {

template <class T>
bool meets(std::vector<T> const& named, std::optional<T> const& value) {
    return named.empty() || (value && std::ranges::find(named, *value) != named.end());
}

}  // namespace

bool is_eligible(SideEligibility const& eligibility, Place const& place) {
    return meets(eligibility.levels, place.level) && meets(eligibility.departments, place.department) &&
           meets(eligibility.sites, place.site);
}

base::Refusal not_eligible() {
    return base::conflict("not_eligible", "the programme is open to other levels, departments or sites on this side");
}

}  // namespace programme
