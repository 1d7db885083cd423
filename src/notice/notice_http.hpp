#pragma once

#include "access/call.hpp"
#include "notice/notice_shapes.hpp"

namespace notice {

// One's own, the latest first.
base::Result<Notices> list_notices(access::Call& call, NoticeQuery const& query);
base::Result<access::Nothing> read_notice(access::Call& call);
base::Result<access::Nothing> read_all_notices(access::Call& call);

}  // namespace notice
