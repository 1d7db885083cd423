#include "person/conflict.hpp"

namespace person {

base::Result<access::PersonId> only_one(std::vector<access::PersonId> const& found, std::string const& pointer) {
    if (found.empty()) return base::invalid(pointer, "nobody_of_this_name");
    if (found.size() > 1) return base::invalid(pointer, "several_of_this_name");
    return found.front();
}

base::Refusal same_person() {
    return base::invalid("/other", "same_person");
}

}  // namespace person
