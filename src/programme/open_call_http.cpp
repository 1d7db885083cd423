#include "programme/open_call_http.hpp"

#include "platform/qr_code.hpp"
#include "programme/called_http.hpp"
#include "programme/open_call_actions.hpp"
#include "programme/open_call_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace programme {
namespace {

OpenCallAnswer answer_of_call(access::Call& call, OpenCall const& open) {
    auto const link =
        call.tools.public_url + "/join/" + crypto::sign_link(call.tools.keys, link_of(open, call.viewer.organisation));
    return {open.limited_by, open.code, open.mail_domain, open.closes_on, link, qr_code::svg(link)};
}

base::Result<crypto::Link> programme_link_in_path(access::Call& call) {
    auto link = crypto::open_link(call.tools.keys, kProgrammeLink, call.parameter("link"));
    if (!link) return base::not_found("call");
    return *link;
}

}  // namespace

base::Result<OpenCallAnswer> show_open_call(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!store::find_led_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    auto open = store::find_open_call(call.tx, call.viewer.organisation, id);
    if (!open) return base::not_found("call");
    return answer_of_call(call, *open);
}

base::Result<OpenCallAnswer> put_open_call(access::Call& call, OpenCallInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY(open, open_programme(call.tx, call.viewer, id, input, call.now));
    return answer_of_call(call, open);
}

base::Result<access::Nothing> remove_open_call(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(close_programme_link(call.tx, call.viewer, id, call.now));
    return access::Nothing{};
}

base::Result<CallPage> show_call_page(access::Call& call) {
    TRY(link, programme_link_in_path(call));
    auto open = store::find_linked_call(call.tx, link);
    if (!open) return base::not_found("call");
    auto const organisation = base::as<OrganisationId>(link.organisation);
    return CallPage{store::organisation_name(call.tx, organisation),
                    called_by_link(call, organisation, open->programme_id), open->limited_by, open->mail_domain,
                    open->closes_on};
}

base::Result<JoinRequestAnswer> post_join_request(access::Call& call, JoinRequestInput const& input) {
    TRY(link, programme_link_in_path(call));
    return request_to_join(call.tx, call.viewer, link, input, call.now);
}

base::Result<JoinRequestList> list_join_requests(access::Call& call, JoinRequestQuery const& query) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!store::find_led_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    return store::page_of_join_requests(call.tx, call.viewer, id, query);
}

base::Result<JoinRequestList> put_welcome(access::Call& call, WelcomeInput const& input) {
    TRY(id, call.id<JoinRequestId>("id"));
    return answer_join_request(call.tx, call.viewer, id, input, call.now);
}

}  // namespace programme
