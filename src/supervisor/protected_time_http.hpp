#pragma once

#include "access/call.hpp"
#include "supervisor/protected_time_shapes.hpp"

namespace supervisor {

base::Result<MyProtectedTime> show_my_time(access::Call& call);
base::Result<MyProtectedTime> put_my_time(access::Call& call, ProtectedTimeInput const& input);
base::Result<MyProtectedTime> put_telling(access::Call& call, TellingInput const& input);
base::Result<MyProtectedTime> remove_my_time(access::Call& call);

// No session, the link alone. A GET changes nothing.
base::Result<SupervisorPage> show_linked_time(access::Call& call);
base::Result<SupervisorPage> put_linked_answer(access::Call& call, SupervisorReply const& reply);

base::Result<ConfirmedTimes> list_times(access::Call& call, ConfirmedTimesQuery const& query);

}  // namespace supervisor
