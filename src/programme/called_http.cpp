#include "programme/called_http.hpp"

#include "programme/called_store.hpp"

namespace programme {

Called called_by_link(access::Call& call, OrganisationId organisation, ProgrammeId id) {
    auto const asked = first_language(call.request.header("Accept-Language").value_or(std::string_view{}));
    return store::find_called(call.tx, organisation, id, call.viewer.is_signed_in() ? call.viewer.language : asked);
}

}  // namespace programme
