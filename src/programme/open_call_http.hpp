#pragma once

#include "access/call.hpp"
#include "programme/open_call.hpp"

namespace programme {

base::Result<OpenCallAnswer> show_open_call(access::Call& call);
base::Result<OpenCallAnswer> put_open_call(access::Call& call, OpenCallInput const& input);
base::Result<access::Nothing> remove_open_call(access::Call& call);
base::Result<CallPage> show_call_page(access::Call& call);
base::Result<JoinRequestAnswer> post_join_request(access::Call& call, JoinRequestInput const& input);
base::Result<JoinRequestList> list_join_requests(access::Call& call, JoinRequestQuery const& query);
base::Result<JoinRequestList> put_welcome(access::Call& call, WelcomeInput const& input);

}  // namespace programme
