#include "app/routes.hpp"
#include "circle/circle_http.hpp"
#include "circle/group_meeting_http.hpp"

namespace app {

using access::May;

// Quiet: who reads their circle's page, and when, would say who comes.
void add_circle_routes(access::Routes& r) {
    constexpr std::string_view kMembers = "peer circle: members / attendance";
    r.get("/circles", May::participant, circle::list_my_circles, "List your peer circles, and how an hour may go")
        .quiet()
        .may_show({kMembers, "meeting dates", "place, link"});
    r.get("/circles/{id}", May::participant, circle::show_circle, "Read a circle of yours, or one you coordinate")
        .quiet()
        .may_show({kMembers, "meeting dates", "place, link"});
    r.get("/circles/{id}/calendar", May::participant, circle::show_circle_calendar,
          "Download the next date of a circle for a calendar")
        .quiet()
        .may_show({"meeting dates", "place, link"});
    r.put("/circles/{id}/date", May::participant, circle::put_circle_date, "Set or move the next date of a circle")
        .may_show({kMembers, "meeting dates", "place, link"});
    r.remove("/circles/{id}/date", May::participant, circle::remove_circle_date, "Cancel the next date of a circle")
        .may_show({kMembers, "meeting dates"});
    r.put("/circles/{id}/departure", May::participant, circle::put_departure,
          "Leave your circle without anybody being told; its list stays as it was")
        .quiet()
        .may_show({kMembers, "meeting dates", "place, link"});
    r.remove("/circles/{id}/departure", May::participant, circle::remove_departure, "Come back to your circle")
        .quiet()
        .may_show({kMembers, "meeting dates", "place, link"});
    r.put("/circles/{id}/members/{person_id}", May::coordinator, circle::put_circle_member,
          "Move somebody to this circle from another one of the programme")
        .may_show({kMembers, "meeting dates", "place, link"});
    r.get("/programmes/{id}/circles", May::coordinator, circle::list_circles,
          "Page through the circles of a programme, without your own")
        .may_show({kMembers, "meeting dates", "place, link"});
    r.post("/programmes/{id}/circles", May::coordinator, circle::post_circles,
           "Form circles of those who bring something, or place newcomers in them");

    // Meetings of a whole programme. Who looks at one, and when, would say who comes: those are quiet.
    r.get("/programmes/{id}/group-meetings", May::people, circle::list_group_meetings,
          "List the meetings of the whole programme or of one side")
        .may_show({"sponsor's acts and dates", "place, link"});
    r.post("/programmes/{id}/group-meetings", May::people, circle::post_group_meeting,
           "Convene everybody or one side; everybody asked is told")
        .creates()
        .may_show({"sponsor's acts and dates", "place, link"});
    r.put("/group-meetings/{id}", May::people, circle::put_group_meeting, "Move or change it; everybody is told again")
        .may_show({"sponsor's acts and dates", "place, link"});
    r.remove("/group-meetings/{id}", May::people, circle::remove_group_meeting, "Call it off; everybody is told")
        .may_show({"sponsor's acts and dates", "place, link"});
    r.get("/my-group-meetings", May::participant, circle::list_my_group_meetings,
          "List the meetings ahead that you are asked to")
        .quiet()
        .may_show({"meeting dates", "place, link", "sponsor's acts and dates"});
    r.get("/group-meetings/{id}/calendar", May::participant, circle::show_group_meeting_calendar,
          "Download it for a calendar")
        .quiet()
        .may_show({"meeting dates", "place, link", "sponsor's acts and dates"});
}

}  // namespace app
