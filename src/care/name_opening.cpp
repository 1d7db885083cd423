#include "care/name_opening.hpp"

namespace care {

base::Result<NameOpening> agree(NameOpening opening, PersonId administrator, base::Day today) {
    if (opening.asked_by == administrator) return name_opening_not_found();
    if (opening.agreed_by) return opening;
    opening.agreed_by = administrator;
    opening.agreed_on = today;
    return opening;
}

bool is_shown_name(NameOpening const& opening, PersonId person) {
    return opening.agreed_by && (opening.asked_by == person || opening.agreed_by == person);
}

base::Refusal name_opening_not_found() {
    return base::not_found("name opening");
}

}  // namespace care
