#include "pairing/rematch_actions.hpp"

#include "base/text.hpp"
#include "matching/cooling_store.hpp"
#include "pairing/continuation_store.hpp"
#include "pairing/goal.hpp"
#include "pairing/pairing_store.hpp"
#include "pairing/rematch_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/programme_store.hpp"

namespace pairing {
namespace {

std::int32_t cooling_days_of(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme) {
    return programme::store::find_programme(tx, organisation, programme).value().cooling_days;
}

matching::Side side_in_matching(Side side) {
    return side == Side::mentor ? matching::Side::mentor : matching::Side::mentee;
}

void save_cooling_of(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, Side side, Wish wish) {
    auto const days = cooling_days_of(tx, organisation, pairing.programme_id);
    matching::store::save_cooling(tx, organisation,
                                  {pairing.programme_id, pairing.person(side), side_in_matching(side),
                                   looks_from(wish, *pairing.closed_on, days)});
}

// What they said here, else what follows from how they wanted to go on (continuation.hpp).
Wish wish_of(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person) {
    if (auto const wish = store::find_wish(tx, organisation, pairing, person)) return *wish;
    return wish_after(store::find_onward(tx, organisation, pairing, person));
}

RematchAnswer answer_of(db::Tx& tx, access::Viewer const& viewer, Pairing const& pairing,
                        std::optional<Rematch> const& rematch) {
    RematchAnswer answer;
    answer.cooling_days = cooling_days_of(tx, viewer.organisation, pairing.programme_id);
    if (rematch) {
        answer.wish = rematch->wish;
        answer.note = rematch->note;
    }
    auto const wish = wish_of(tx, viewer.organisation, pairing.id, *viewer.person);
    answer.looks_from_on = looks_from(wish, *pairing.closed_on, answer.cooling_days);
    return answer;
}

}  // namespace

base::Result<RematchAnswer> read_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id) {
    auto const pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    TRY_VOID(may_wish(*pairing));
    return answer_of(tx, viewer, *pairing, store::find_rematch(tx, keys, viewer, id));
}

base::Result<RematchAnswer> wish_rematch(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, Rematch const& wanted, base::Instant now) {
    auto const pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    TRY_VOID(may_wish(*pairing));
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, pairing->programme_id));
    Rematch const rematch{wanted.wish, base::trim(wanted.note)};
    if (!rematch.note.empty()) TRY_VOID(check_kept(*pairing, base::utc_day(now)));
    store::save_rematch(tx, keys, viewer, id, rematch);
    if (store::is_released(tx, viewer.organisation, id))
        save_cooling_of(tx, viewer.organisation, *pairing, *pairing->side_of(*viewer.person), rematch.wish);
    audit::record_private(tx, viewer.organisation, kRematchWished, now);
    return answer_of(tx, viewer, *pairing, rematch);
}

void begin_cooling(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing) {
    for (auto side : {Side::mentor, Side::mentee})
        save_cooling_of(tx, organisation, pairing, side, wish_of(tx, organisation, pairing.id, pairing.person(side)));
}

}  // namespace pairing
