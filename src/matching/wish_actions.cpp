#include "matching/wish_actions.hpp"

#include "matching/match_run_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/programme_store.hpp"

namespace matching {

namespace {

// Whoever takes part wishes nothing about themselves (rules 13).
base::Result<bool> check_wisher(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                CoupleShown const& couple) {
    auto const found = programme::store::find_programme(tx, viewer.organisation, programme);
    if (!viewer.coordinates(programme) || !found) return base::not_found("programme");
    if (viewer.is(couple.mentor_id) || viewer.is(couple.mentee_id)) return base::not_found("people");
    return programme::check_not_closed(found->state);
}

// Whoever keeps two people together knows who could be joined.
base::Result<bool> check_wish(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, Wish wish) {
    if (wish == Wish::apart) return true;
    return programme::check_shows_names(programme::store::find_programme(tx, viewer.organisation, programme).value());
}

}  // namespace

base::Result<bool> keep(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, CoupleShown const& couple,
                        Wish wish, base::Instant now) {
    TRY_VOID(check_wisher(tx, viewer, programme, couple));
    TRY_VOID(check_wish(tx, viewer, programme, wish));
    if (couple.mentor_id == couple.mentee_id) return base::invalid("/mentee_id", "same_person");
    if (!store::are_enrolled(tx, viewer.organisation, programme, couple)) return base::not_found("people");
    store::put_wish(tx, viewer.organisation, programme, couple, wish, now);
    audit::record(tx, viewer, kWishesChanged, base::any(programme), {}, now);
    return true;
}

base::Result<bool> no_longer_keep(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                  CoupleShown const& couple, Wish wish, base::Instant now) {
    TRY_VOID(check_wisher(tx, viewer, programme, couple));
    if (store::remove_wish(tx, viewer.organisation, programme, couple, wish))
        audit::record(tx, viewer, kWishesChanged, base::any(programme), {}, now);
    return true;
}

}  // namespace matching
