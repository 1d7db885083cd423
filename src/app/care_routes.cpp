#include "app/routes.hpp"
#include "care/care_http.hpp"
#include "care/monday_http.hpp"

namespace app {

using access::May;

// Quiet where the log would tell whom a nudge went to or who would like help.
void add_care_routes(access::Routes& r) {
    constexpr std::string_view kSign = "sign that a pair may be stuck";
    constexpr std::string_view kHelp = "*would like help*";
    r.get("/pairings/{id}/care", May::participant, care::show_pair_care,
          "Read what would help the two of you meet, and whether you would like help")
        .quiet()
        .may_show({kSign, kHelp, "times I can meet"});
    r.remove("/pairings/{id}/nudge", May::participant, care::remove_nudge, "Put the latest nudge to you away")
        .quiet()
        .may_show({kSign, kHelp});
    r.put("/pairings/{id}/help-wish", May::participant, care::put_help_wish,
          "Tell those who coordinate that you would like help")
        .quiet()
        .may_show({kSign, kHelp});
    r.remove("/pairings/{id}/help-wish", May::participant, care::remove_help_wish, "Take that back")
        .quiet()
        .may_show({kSign, kHelp});
    r.get("/nudge-stop", May::participant, care::show_nudge_stop, "Read whether you want no nudges").quiet();
    r.put("/nudge-stop", May::participant, care::put_nudge_stop, "Say that you want no nudges, or want them again")
        .quiet();
    r.get("/programmes/{id}/sign-thresholds", May::participant, care::show_thresholds,
          "Read from when on something is a sign that a pair may need help")
        .may_show({"settings, and who changed them"});
    r.put("/programmes/{id}/sign-thresholds", May::coordinator, care::put_thresholds,
          "Change from when on something is a sign")
        .may_show({"settings, and who changed them"});
    r.get("/programmes/{id}/monday", May::coordinator, care::show_monday,
          "Read where a programme stands and what needs you, in at most three sentences")
        .may_show({kSign, kHelp, "name, department, site, function", "meeting dates"});
    r.put("/programmes/{id}/pairings/{pairing_id}/asking", May::coordinator, care::put_asking,
          "Ask both of a pair how it goes, in the same words");
    r.remove("/programmes/{id}/pairings/{pairing_id}/help-wishes/{person_id}", May::coordinator,
             care::remove_help_wish_of, "Put somebody's wish for help away once you have spoken");
}

}  // namespace app
