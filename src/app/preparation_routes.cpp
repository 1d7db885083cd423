#include "app/routes.hpp"
#include "preparation/preparation_http.hpp"

namespace app {

using access::May;

// Quiet: whether and when somebody reads is no more the log's to know than the coordinator's.
void add_preparation_routes(access::Routes& r) {
    constexpr std::string_view kDone = "modules done";
    constexpr std::string_view kTurn = "private notes, your-turn, drafts, rehearsal";
    r.get("/my-preparation", May::participant, preparation::show_my_preparation,
          "Read what there is to read for you, what you have done of it, and your sentences")
        .quiet()
        .may_show({kDone, kTurn});
    r.get("/modules/{key}", May::signed_in, preparation::show_module, "Read a module of the house").quiet();
    r.get("/enrolments/{id}/modules/{key}", May::participant, preparation::show_own_module,
          "Read a module of yours, with what you wrote in its exercise")
        .quiet()
        .may_show({kDone, kTurn});
    r.put("/enrolments/{id}/modules/{key}/completion", May::participant, preparation::put_completion,
          "Say that you are done with a module")
        .quiet()
        .may_show({kDone, kTurn});
    r.put("/enrolments/{id}/modules/{key}/your-turn", May::participant, preparation::put_your_turn,
          "Write in the exercise of a module, for yourself alone")
        .quiet()
        .may_show({kDone, kTurn});
    r.put("/enrolments/{id}/ready-sentences", May::participant, preparation::put_ready_sentences,
          "Tick the three sentences for yourself alone")
        .quiet()
        .may_show({kDone, kTurn});
    r.put("/enrolments/{id}/preparation-rating", May::participant, preparation::put_rating,
          "Say how good the preparation was, from 1 to 5")
        .quiet()
        .may_show({kDone, kTurn});
    r.get("/programmes/{id}/preparation", May::people, preparation::show_plan,
          "Read which modules your programme offers, and how good people found them, from five on")
        .may_show({"settings, and who changed them"});
    r.put("/programmes/{id}/preparation", May::people, preparation::put_plan,
          "Order the modules of your programme, and add your own")
        .may_show({"settings, and who changed them"});
}

}  // namespace app
