#include "person/conflict_actions.hpp"

#include "person/conflict_store.hpp"

namespace person {

base::Result<bool> enter_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictInput const& input,
                                  base::Instant now) {
    TRY(one, only_one(store::find_meant(tx, viewer, input.one), "/one"));
    TRY(other, only_one(store::find_meant(tx, viewer, input.other), "/other"));
    if (one == other) return same_person();
    if (!store::has_conflict(tx, viewer, {one, other}))
        store::insert_conflict(tx, viewer, {one, other}, base::utc_day(now));
    audit::record(tx, viewer, conflict_changed, std::nullopt, {}, now);
    return true;
}

base::Result<bool> withdraw_conflict(db::Tx& tx, access::Viewer const& viewer, ConflictId id, base::Instant now) {
    if (!store::remove_conflict(tx, viewer, id)) return base::not_found("conflict");
    audit::record(tx, viewer, conflict_changed, std::nullopt, {}, now);
    return true;
}

}  // namespace person
