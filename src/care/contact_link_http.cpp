#include "care/contact_link_http.hpp"

#include "care/contact_link_actions.hpp"
#include "care/contact_link_store.hpp"

namespace care {
namespace {

ContactLinkAnswer link_for(access::Call& call, access::PersonId person, std::optional<std::string> not_because) {
    auto const link = store::find_contact_link(call.tx, call.viewer.organisation, person);
    return {link ? std::optional(link->made_on) : std::nullopt, std::move(not_because)};
}

}  // namespace

base::Result<ContactLinkAnswer> show_contact_link(access::Call& call) {
    TRY(person, call.id<access::PersonId>("id"));
    auto const check = check_link_of(call.tx, call.viewer, person);
    if (check) return link_for(call, person, std::nullopt);
    if (check.refusal().kind == base::RefusalKind::not_found) return check.refusal();
    return link_for(call, person, check.refusal().code);
}

base::Result<ContactLinkAnswer> post_contact_link(access::Call& call) {
    TRY(person, call.id<access::PersonId>("id"));
    TRY_VOID(send_contact_link(call.tx, call.viewer, person, call.now));
    return link_for(call, person, std::nullopt);
}

base::Result<ContactLinkAnswer> remove_contact_link(access::Call& call) {
    TRY(person, call.id<access::PersonId>("id"));
    TRY_VOID(withdraw_contact_link(call.tx, call.viewer, person, call.now));
    return link_for(call, person, std::nullopt);
}

base::Result<access::Viewer> holder_of_link(access::Call& call) {
    TRY(opened, kContactLink.open(call.tools.keys, call.parameter("token")));
    auto const link = store::find_contact_link(call.tx, opened.organisation, opened.id);
    if (!opened.is_of(link)) return kContactLink.not_found();
    return store::viewer_by_link(call.tx, opened.organisation, opened.id);
}

}  // namespace care
