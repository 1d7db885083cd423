#include "signin/session_http.hpp"

#include "organisation/organisation_store.hpp"
#include "signin/session_store.hpp"

namespace signin {

void let_in(access::Visit& visit, SignedIn const& signed_in) {
    visit.set_cookie(session_cookie(signed_in.key));
    visit.set_cookie(browser_cookie(visit.tools.keys, signed_in.key.organisation, signed_in.person));
}

base::Result<MySession> show_session(access::Call& call) {
    auto const& viewer = call.viewer;
    auto person = store::find_claimant(call.tx, viewer.organisation, viewer.person.value());
    if (!person) return base::not_found("session");
    auto house = organisation::store::load(call.tx, viewer.organisation);
    MySession session{{person->person_id, std::move(person->name), std::move(person->sign_in_name), person->email},
                      {viewer.organisation, std::move(house.name), std::move(house.slug), house.is_demo},
                      {},
                      viewer.language,
                      viewer.time_zone,
                      call.now};
    for (auto const& grant : viewer.grants) session.roles.push_back({grant.role, grant.programme});
    return session;
}

base::Result<access::Nothing> sign_in(access::Visit& visit, SignIn const& credentials) {
    Attempt const attempt{credentials.sign_in_name, credentials.password, credentials.organisation};
    TRY(signed_in, begin_session(visit.tools, attempt, browser_of(visit.request)));
    let_in(visit, signed_in);
    return access::Nothing{};
}

base::Result<access::Nothing> sign_out(access::Call& call) {
    if (auto const key = parse_session_key(call.request.cookie(kSessionCookie).value_or("")))
        store::remove_session(call.tx, *key);
    call.set_cookie(ended_session_cookie());
    return access::Nothing{};
}

base::Result<MySessions> list_sessions(access::Call& call) {
    MySessions sessions;
    for (auto& row : store::list_own_sessions(call.tx, call.viewer))
        sessions.items.push_back(
            {row.id, std::move(row.browser), row.started_at, row.seen_at, call.viewer.session == row.id});
    return sessions;
}

base::Result<access::Nothing> end_session(access::Call& call) {
    TRY(id, call.id<SessionId>("id"));
    if (!store::remove_own_session(call.tx, call.viewer, id)) return base::not_found("session");
    return access::Nothing{};
}

base::Result<access::Nothing> end_all_sessions(access::Call& call) {
    sign_out_everywhere(call.tx, call.viewer, call.now);
    call.set_cookie(ended_session_cookie());
    return access::Nothing{};
}

base::Result<access::Nothing> change_password(access::Visit& visit, PasswordChange const& change) {
    TRY(signed_in, replace_password(visit, change.current_password, change.new_password));
    let_in(visit, signed_in);
    return access::Nothing{};
}

}  // namespace signin
