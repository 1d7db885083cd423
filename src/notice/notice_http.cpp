#include "notice/notice_http.hpp"

#include "notice/notice_store.hpp"

namespace notice {

namespace {

constexpr std::int32_t kNoticesAPage = 30;

base::Result<std::optional<store::Place>> place_of(access::Call& call, std::optional<NoticeId> after) {
    if (!after) return std::optional<store::Place>();
    auto const notice = store::find(call.tx, call.viewer, *after);
    if (!notice) return base::not_found("notice");
    return std::optional(store::Place{notice->told_at, notice->id});
}

}  // namespace

base::Result<Notices> list_notices(access::Call& call, NoticeQuery const& query) {
    TRY(after, place_of(call, query.after));
    auto const limit = query.limit.value_or(kNoticesAPage);
    Notices notices{store::list(call.tx, call.viewer, after, limit), {}, store::count_unread(call.tx, call.viewer)};
    if (std::ssize(notices.rows) == limit) notices.next_cursor = notices.rows.back().id;
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
