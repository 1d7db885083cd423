#include "app/routes.hpp"
#include "supervisor/protected_time_http.hpp"

namespace app {

using access::May;

// Quiet where a request would tell who asks, and of whom.
void add_supervisor_routes(access::Routes& r) {
    constexpr std::string_view kConfirmed = "supervisor's time confirmed";
    r.get("/programmes/{id}/my-protected-time", May::participant, supervisor::show_my_time,
          "Read what you ask of your supervisor: the page and the mail as they are seen, and the answer")
        .quiet()
        .holds_secret()
        .may_show({kConfirmed, "takes part at all"});
    r.put("/programmes/{id}/my-protected-time", May::participant, supervisor::put_my_time,
          "Draft what you ask of your supervisor, or change it")
        .quiet()
        .holds_secret()
        .may_show({kConfirmed});
    r.put("/programmes/{id}/my-protected-time/telling", May::participant, supervisor::put_telling,
          "Tell your supervisor, by mail or by a link that you hand over")
        .quiet()
        .holds_secret()
        .may_show({kConfirmed});
    r.remove("/programmes/{id}/my-protected-time", May::participant, supervisor::remove_my_time,
             "Take it back: the link opens nothing any more")
        .quiet();
    r.get("/protected-times/{link}", May::anyone, supervisor::show_linked_time,
          "Read the working time that somebody asks of you, by the link alone")
        .quiet()
        .may_show({kConfirmed, "takes part at all", "name, department, site, function"});
    r.put("/protected-times/{link}/answer", May::anyone, supervisor::put_linked_answer,
          "Say yes, yes but for some months, or that you would like to talk to whoever coordinates")
        .quiet()
        .may_show({kConfirmed, "takes part at all", "name, department, site, function"});
    r.get("/programmes/{id}/protected-times", May::coordinator, supervisor::list_times,
          "Page through those who told their supervisor, with yes or no, and the supervisors who would like to talk")
        .may_show({kConfirmed, "takes part at all", "name, department, site, function"});
}

}  // namespace app
