#include "questionnaire/waiting_consent.hpp"

#include <algorithm>

#include "ballot/respondent_store.hpp"
#include "questionnaire/answer_store.hpp"
#include "questionnaire/waiting_consent_store.hpp"

namespace questionnaire {

base::Result<bool> consent_while_waiting(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                         base::Instant now) {
    auto const places = store::list_waiting_places(tx, viewer);
    if (std::ranges::find(places, programme, &store::WaitingPlace::programme_id) == places.end())
        return base::not_found("programme");
    store::save_consent(tx, viewer, programme);
    audit::record_private(tx, viewer.organisation, kWaitingConsentChanged, now);
    return true;
}

base::Result<bool> end_consent(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                               base::Instant now) {
    if (!store::has_consented(tx, viewer, programme)) return base::not_found("programme");
    auto const organisation = viewer.organisation;
    auto const key = ballot::store::respondent_key(tx, keys.files, organisation, programme);
    for (auto const& open : store::list_open_while_waiting(tx, viewer, programme)) {
        if (key)
            store::remove_answers(tx, organisation, open, ballot::store::respondent_of(*key, viewer.person.value()));
        store::ask_no_more(tx, viewer, open);
    }
    store::remove_consent(tx, viewer, programme);
    audit::record_private(tx, organisation, kWaitingConsentChanged, now);
    return true;
}

}  // namespace questionnaire
