#include "signin/password_link_http.hpp"

#include "platform/qr_code.hpp"
#include "signin/password_link_store.hpp"
#include "signin/session_http.hpp"
#include "signin/session_store.hpp"

namespace signin {

namespace {

std::string url_of(access::Call const& call, store::LinkRow const& row) {
    return call.tools.public_url + kPasswordLink.path(call.tools.keys, call.viewer.organisation, row.id, row.nonce);
}

PasswordLinkAnswer to_link_answer(access::Call const& call, store::LinkRow row) {
    auto url = url_of(call, row);
    return {row.id,
            row.person_id,
            row.purpose,
            std::move(row.name),
            std::move(row.sign_in_name),
            std::move(row.department),
            std::move(row.language),
            row.has_address,
            std::move(url),
            row.made_at,
            row.expires_at};
}

}  // namespace

base::Result<Activation> show_activation(access::Call& call) {
    TRY(opened, kPasswordLink.open(call.tools.keys, call.parameter("token")));
    auto const link = store::find_link(call.tx, opened.organisation, opened.id);
    if (!opened.is_of(link)) return kPasswordLink.not_found();
    TRY_VOID(check_open(*link, call.tools.clock.wall()));
    auto person = store::find_claimant(call.tx, opened.organisation, link->person_id);
    if (!person) return kPasswordLink.not_found();
    return Activation{std::move(person->name), std::move(person->sign_in_name), std::move(person->organisation_name),
                      link->purpose};
}

base::Result<access::Nothing> activate(access::Visit& visit, NewPassword const& wanted) {
    TRY(signed_in, set_password_by_link(visit, visit.parameter("token"), wanted.password));
    let_in(visit, signed_in);
    return access::Nothing{};
}

base::Result<access::Nothing> ask_for_reset(access::Visit& visit, PasswordResetRequest const& request) {
    TRY_VOID(mail_reset(visit.tools, request.sign_in_name, request.organisation, browser_of(visit.request)));
    return access::Nothing{};
}

base::Result<PasswordLinks> make_password_links(access::Call& call, NewPasswordLinks const& wanted) {
    TRY(links, make_links(call, wanted.people, wanted.delivery));
    return with_addressees(call, links);
}

PasswordLinks with_addressees(access::Call& call, std::span<PasswordLink const> links) {
    PasswordLinks letters;
    for (auto const& link : links)
        if (auto row = store::find_open_link(call.tx, call.viewer, link.id, call.tools.clock.wall()))
            letters.items.push_back(to_link_answer(call, std::move(*row)));
    return letters;
}

base::Result<PasswordLinks> list_password_links(access::Call& call, PasswordLinkQuery const& query) {
    TRY(open, store::list_open_links(call.tx, call.viewer, query, call.tools.clock.wall()));
    PasswordLinks links;
    page::fill(links, std::move(open), [&](store::LinkRow row) { return to_link_answer(call, std::move(row)); });
    return links;
}

base::Result<access::Document> show_password_link_qr_code(access::Call& call) {
    TRY(id, call.id<PasswordLinkId>("id"));
    auto const row = store::find_open_link(call.tx, call.viewer, id, call.tools.clock.wall());
    if (!row) return kPasswordLink.not_found();
    return access::Document{"image/svg+xml", qr_code::svg(url_of(call, *row))};
}

}  // namespace signin
