#include "person/conflict_http.hpp"

#include "person/conflict_actions.hpp"
#include "person/conflict_store.hpp"

namespace person {

base::Result<ConflictPage> list_conflicts(access::Call& call, ConflictsQuery const& query) {
    TRY(rows, store::list_conflicts(call.tx, call.viewer, query));
    ConflictPage conflicts;
    page::fill(conflicts, std::move(rows));
    return conflicts;
}

base::Result<ConflictPage> put_conflict(access::Call& call, ConflictInput const& input) {
    TRY_VOID(enter_conflict(call.tx, call.viewer, input, call.now));
    return list_conflicts(call, {});
}

base::Result<ConflictPage> remove_conflict(access::Call& call) {
    TRY(id, call.id<ConflictId>("id"));
    TRY_VOID(withdraw_conflict(call.tx, call.viewer, id, call.now));
    return list_conflicts(call, {});
}

}  // namespace person
