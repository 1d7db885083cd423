#pragma once

#include "access/call.hpp"
#include "signin/session_actions.hpp"
#include "signin/session_shapes.hpp"

namespace signin {

// Sets the cookies of whoever is in now.
void let_in(access::Visit& visit, SignedIn const& signed_in);

base::Result<MySession> show_session(access::Call& call);
base::Result<access::Nothing> sign_in(access::Visit& visit, SignIn const& credentials);
// Also for whoever is signed out already.
base::Result<access::Nothing> sign_out(access::Call& call);

base::Result<MySessions> list_sessions(access::Call& call);
base::Result<access::Nothing> end_session(access::Call& call);
base::Result<access::Nothing> end_all_sessions(access::Call& call);
base::Result<access::Nothing> change_password(access::Visit& visit, PasswordChange const& change);

}  // namespace signin
