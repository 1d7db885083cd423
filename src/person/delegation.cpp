#include "person/delegation.hpp"

#include <algorithm>

namespace person {

base::Result<Delegation> delegate(Delegation wanted, std::vector<access::PersonId> const& assistants) {
    if (wanted.assistant_id == wanted.principal_id) return base::invalid("/assistant", "yourself");
    if (std::find(assistants.begin(), assistants.end(), wanted.assistant_id) != assistants.end())
        return base::invalid("/assistant", "assistant_already");
    if (static_cast<int>(assistants.size()) >= kMostAssistants)
        return base::conflict("too_many_assistants", "so many people keep these dates already",
                              {{"most", std::to_string(kMostAssistants)}});
    return wanted;
}

base::Refusal delegation_not_found() {
    return base::not_found("delegation");
}

}  // namespace person
