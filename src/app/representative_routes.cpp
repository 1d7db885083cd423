#include "app/routes.hpp"
#include "representative/openness_http.hpp"
#include "representative/proposal_http.hpp"

namespace app {

using access::May;

void add_representative_routes(access::Routes& r) {
    constexpr auto* kSettings = "settings, and who changed them";

    r.get("/programmes/{id}/settings", May::signed_in, representative::show_settings,
          "Read how a programme is set, and what is locked by agreement")
        .may_show({kSettings});
    r.get("/programmes/{id}/setting-changes", May::signed_in, representative::list_setting_changes,
          "List who changed which setting when, from what to what")
        .may_show({kSettings});
    r.get("/programmes/{id}/setting-proposals", May::signed_in, representative::list_setting_proposals,
          "List what coordinators and employee representatives proposed to each other")
        .may_show({kSettings});
    r.post("/programmes/{id}/setting-proposals", May::signed_in, representative::post_setting_proposal,
           "Propose to lock a setting, to unlock it, or to change a locked one")
        .creates()
        .may_show({kSettings});
    r.get("/my-setting-proposals", May::signed_in, representative::list_my_setting_proposals,
          "List the proposals that wait where you coordinate or represent")
        .may_show({kSettings});
    r.put("/setting-proposals/{id}/answer", May::signed_in, representative::put_setting_proposal_answer,
          "Agree, and it is done, or decline with a reason")
        .may_show({kSettings});
    r.remove("/setting-proposals/{id}", May::signed_in, representative::remove_setting_proposal,
             "Take a proposal of your side back")
        .may_show({kSettings});

    r.get("/who-sees-what", May::signed_in, representative::show_who_sees_what, "Read who sees what");
    r.get("/kept", May::signed_in, representative::list_kept, "Read for how long what is kept");
    r.get("/recorded-events", May::signed_in, representative::list_recorded_events, "Read what is recorded");
    r.get("/data-map", May::signed_in, representative::show_data_map,
          "Read what is kept for which purpose, where, for how long, and by which legal basis");
    r.put("/data-map/{purpose}/legal-basis", May::administrator, representative::put_legal_basis,
          "Write the house's own legal basis of a purpose");
}

}  // namespace app
