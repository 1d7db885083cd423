#include "audit/dispatcher.hpp"

#include "audit/chain_store.hpp"
#include "platform/crypto/secret.hpp"

namespace audit {

namespace {

// Small enough that a write never waits long for the dispatcher's lock.
constexpr std::int32_t kEventsAtOnce = 200;
constexpr std::string_view kPrivateActs = "private_acts";

// A day on which nobody acted gets an entry like any other.
meta::Bytes digest_of_day(std::optional<meta::Bytes> const& stirred) {
    crypto::Bytes octets(32);
    crypto::fill_with_secret(octets);
    if (stirred) octets.insert(octets.end(), stirred->octets.begin(), stirred->octets.end());
    auto const digest = crypto::sha256(octets);
    return {{digest.begin(), digest.end()}};
}

int place_ended_days(db::Tx& tx, access::OrganisationId organisation, ChainEnd& end, base::Day today) {
    int placed = 0;
    for (; end.private_until_on < today - 1; ++placed) {
        end.private_until_on = end.private_until_on + 1;
        ChainedEvent entry;
        entry.id = tx.make_id<EventId>();
        entry.happened_at = base::start_of_utc(end.private_until_on);
        entry.kind = kPrivateActs;
        entry.digest = digest_of_day(store::take_private_day(tx, organisation, end.private_until_on));
        append(end, entry);
        store::insert_placed(tx, organisation, entry);
    }
    return placed;
}

}  // namespace

int Dispatcher::run(base::Instant now) {
    auto const waiting = database_.read([&](db::Tx& tx) { return store::find_waiting(tx, base::utc_day(now)); });
    int placed = 0;
    for (auto const& organisation : waiting)
        for (int some = 0; (some = place(organisation, now)) > 0;) placed += some;
    return placed;
}

int Dispatcher::place(access::OrganisationId organisation, base::Instant now) {
    return database_.write([&](db::Tx& tx) {
        auto const today = base::utc_day(now);
        auto end = store::load_end(tx, organisation, today);
        auto events = store::find_unplaced(tx, organisation, kEventsAtOnce);
        for (auto& event : events) {
            append(end, event);
            store::save_place(tx, organisation, event);
            react_(tx, organisation, event);
        }
        auto const days = place_ended_days(tx, organisation, end, today);
        auto const placed = static_cast<int>(events.size()) + days;
        if (placed > 0) store::save_end(tx, organisation, end);
        return placed;
    });
}

std::optional<std::int64_t> find_break(db::Database& database, access::OrganisationId organisation) {
    return database.read([&](db::Tx& tx) -> std::optional<std::int64_t> {
        auto const last = store::load_end(tx, organisation, {});
        ChainEnd end;
        for (;;) {
            auto const entries = store::list_placed(tx, organisation, end.position, kEventsAtOnce);
            if (entries.empty()) break;
            for (auto const& entry : entries) {
                if (!follows(end, entry)) return end.position + 1;
                end.position = *entry.position;
                end.link = *entry.link;
            }
        }
        if (end.position != last.position || end.link != last.link) return end.position + 1;
        // What stands before the first entry would be read and never checked.
        if (store::count_placed(tx, organisation) != end.position) return 0;
        return std::nullopt;
    });
}

}  // namespace audit
