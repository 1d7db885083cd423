#include "meeting/free_busy_http.hpp"

#include "meeting/calendar_file.hpp"
#include "meeting/meeting_actions.hpp"
#include "meeting/meeting_answer.hpp"
#include "platform/outbound/fetch.hpp"

namespace meeting {
namespace {

constexpr char const* kFreeBusyAddress = "/free_busy_address";
constexpr auto kLookedAhead = std::chrono::hours(24 * 400);

base::Refusal free_busy_off() {
    return base::conflict("free_busy_off", "this house reads no free/busy calendars");
}

base::Refusal not_fetched(outbound::Trouble trouble) {
    switch (trouble) {
        case outbound::Trouble::malformed:
            return base::invalid(kFreeBusyAddress, "format");
        case outbound::Trouble::not_https:
            return base::invalid(kFreeBusyAddress, "not_https");
        case outbound::Trouble::not_allowed:
            return base::invalid(kFreeBusyAddress, "address_not_allowed");
        case outbound::Trouble::unreachable:
            return base::invalid(kFreeBusyAddress, "no_answer");
        case outbound::Trouble::redirected:
            return base::invalid(kFreeBusyAddress, "redirected");
        case outbound::Trouble::too_large:
            return base::invalid(kFreeBusyAddress, "answer_too_large");
        case outbound::Trouble::too_busy:
            return base::invalid(kFreeBusyAddress, "fetched_too_often");
    }
    return base::invalid(kFreeBusyAddress, "no_answer");
}

// What was wrong in the calendar stands at its address.
base::Refusal at_address(base::Refusal refusal) {
    for (auto& error : refusal.errors) error.pointer = kFreeBusyAddress;
    return refusal;
}

base::Result<Party> party_at(db::Tx& tx, access::Viewer const& viewer, PairingId id) {
    auto party = find_party(tx, viewer, id);
    if (!party) return pairing::pairing_not_found();
    TRY_VOID(check_may_meet(pairing::stage_of(party->pairing)));
    return *std::move(party);
}

base::Result<std::vector<Busy>> busy_by_address(outbound::AllowList const& allowed, FreeBusySearch const& search,
                                                Window const& window) {
    auto const calendar = outbound::fetch(search.free_busy_address, allowed);
    if (!calendar) return not_fetched(calendar.error());
    auto busy = busy_in(*calendar, window);
    if (!busy) return at_address(busy.refusal());
    return busy;
}

}  // namespace

base::Result<Slots> post_slot_search(access::Visit& visit, FreeBusySearch const& search) {
    TRY(id, visit.id<PairingId>("id"));
    auto& tools = visit.tools;
    auto const party_now = [&](db::Tx& tx) { return party_at(tx, visit.viewer, id); };
    // Nobody but one of the two makes this house dial anybody.
    TRY_VOID(tools.database.read(party_now));
    if (tools.free_busy.empty()) return free_busy_off();
    auto const from = search.from_on ? std::max(visit.now, base::start_of_utc(*search.from_on)) : visit.now;
    TRY(busy, busy_by_address(tools.free_busy, search, {visit.now, from + kLookedAhead, visit.viewer.time_zone}));
    return tools.database.read([&](db::Tx& tx) -> base::Result<Slots> {
        TRY(party, party_now(tx));
        auto slots = slots_for(tx, tools.busy_elsewhere, party, {search.minutes, search.from_on}, visit.now, busy);
        slots.takes_free_busy = true;
        return slots;
    });
}

}  // namespace meeting
