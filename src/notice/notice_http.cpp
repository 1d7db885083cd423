#include "notice/notice_http.hpp"

#include "notice/notice_store.hpp"

namespace notice {

base::Result<Notices> list_notices(access::Call& call, NoticeQuery const& query) {
    TRY(rows, store::list(call.tx, call.viewer, query));
    Notices notices;
    notices.unread = store::count_unread(call.tx, call.viewer);
    page::fill(notices, std::move(rows));
    return notices;
}

base::Result<access::Nothing> read_notice(access::Call& call) {
    TRY(id, call.id<NoticeId>("id"));
    if (!store::find(call.tx, call.viewer, id)) return base::not_found("notice");
    store::mark_read(call.tx, call.viewer, id, call.now);
    return access::Nothing{};
}

base::Result<access::Nothing> read_all_notices(access::Call& call) {
    store::mark_all_read(call.tx, call.viewer, call.now);
    return access::Nothing{};
}

}  // namespace notice
