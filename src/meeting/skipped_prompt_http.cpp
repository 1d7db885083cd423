#include "meeting/skipped_prompt_http.hpp"

#include "meeting/meeting_actions.hpp"
#include "meeting/skipped_prompt_store.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

base::Result<pairing::Pairing> pairing_of(access::Call& call) {
    TRY(id, call.id<pairing::PairingId>("id"));
    auto const pairing = pairing::store::find_mine(call.tx, call.viewer, id);
    if (!pairing) return pairing::pairing_not_found();
    return *pairing;
}

bool is_of(access::Call& call, pairing::Pairing const& pairing, base::AnyId id) {
    if (id == base::any(pairing.id)) return true;
    auto const place = find_place(call.tx, call.viewer, base::as<MeetingId>(id));
    return place && place->party.pairing.id == pairing.id;
}

}  // namespace

base::Result<SkippedList> show_skipped_prompts(access::Call& call) {
    TRY(pairing, pairing_of(call));
    return SkippedList{store::list_skipped(call.tx, call.tools.keys, call.viewer, pairing.id)};
}

base::Result<SkippedList> put_skipped_prompts(access::Call& call, SkippedPrompts const& wanted) {
    TRY(pairing, pairing_of(call));
    if (!pairing::is_live(pairing)) return pairing::pairing_over();
    if (!is_of(call, pairing, wanted.of_id)) return base::invalid("/of_id", "unknown");
    auto const before = store::list_skipped(call.tx, call.tools.keys, call.viewer, pairing.id);
    TRY(after, skip(before, wanted, guides_in(call.viewer.language)));
    if (after != before) {
        store::save_skipped(call.tx, call.tools.keys, call.viewer, pairing.id, after);
        audit::record_private(call.tx, call.viewer.organisation, kPromptsSkipped, call.now);
    }
    return SkippedList{after};
}

}  // namespace meeting
