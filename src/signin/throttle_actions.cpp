#include "signin/throttle_actions.hpp"

#include "access/guesses.hpp"
#include "signin/throttle_store.hpp"

namespace signin {

namespace {

base::Result<bool> none_waits(db::Tx& tx, access::OrganisationId organisation, std::vector<Guard> const& guards,
                              base::Instant wall) {
    base::Duration longest{};
    for (auto const& guard : guards)
        if (auto const wait = wait_of(store::find_failures(tx, organisation, guard.subject), wall))
            longest = std::max(longest, *wait);
    if (longest > base::Duration::zero()) return access::try_later(longest);
    return true;
}

// Organisations that do not exist are guessed at too, but have no events.
bool is_real(access::OrganisationId organisation) {
    return organisation != access::OrganisationId{};
}

void count_at(db::Tx& tx, access::OrganisationId organisation, Guard const& guard, base::Instant wall) {
    auto const before = store::find_failures(tx, organisation, guard.subject);
    auto const after = after_failure(before, guard.allowance, wall);
    store::put_failures(tx, organisation, guard.subject, after);
    if (after.failures == guard.allowance.free && is_real(organisation))
        audit::record(tx, access::house(organisation), sign_in_throttled, std::nullopt, {}, wall);
}

}  // namespace

base::Result<bool> count_guess(db::Database& database, access::OrganisationId organisation,
                               std::vector<Guard> const& guards, base::Instant wall) {
    TRY_VOID(database.read([&](db::Tx& tx) { return none_waits(tx, organisation, guards, wall); }));
    return database.write([&](db::Tx& tx) -> base::Result<bool> {
        TRY_VOID(none_waits(tx, organisation, guards, wall));
        for (auto const& guard : guards) count_at(tx, organisation, guard, wall);
        return true;
    });
}

void forget_guesses(db::Tx& tx, access::OrganisationId organisation, std::vector<Guard> const& guards) {
    for (auto const& guard : guards) {
        if (guard.allowance.is_shared)
            store::forgive_one(tx, organisation, guard.subject);
        else
            store::forget_failures(tx, organisation, guard.subject);
    }
}

void uncount_guess(db::Database& database, access::OrganisationId organisation, std::vector<Guard> const& guards) {
    database.write([&](db::Tx& tx) {
        for (auto const& guard : guards) store::forgive_one(tx, organisation, guard.subject);
    });
}

}  // namespace signin
