#include "care/name_opening_http.hpp"

#include "care/name_opening_actions.hpp"

namespace care {

base::Result<NameOpenings> list_name_openings(access::Call& call) {
    NameOpenings openings;
    for (auto const& opening : list_name_openings(call.tx, call.tools.keys, call.viewer))
        openings.items.push_back(shown_opening(call.tx, call.tools.keys, call.viewer, opening));
    return openings;
}

base::Result<NameOpeningAnswer> put_name_agreement(access::Call& call) {
    TRY(id, call.id<NameOpeningId>("id"));
    TRY(agreed, agree_to_name(call.tx, call.tools.keys, call.viewer, id, call.now));
    return shown_opening(call.tx, call.tools.keys, call.viewer, agreed);
}

}  // namespace care
