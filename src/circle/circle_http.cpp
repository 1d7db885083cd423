#include "circle/circle_http.hpp"

#include "circle/circle_actions.hpp"
#include "circle/circle_calendar.hpp"
#include "circle/circle_store.hpp"
#include "platform/zone.hpp"
#include "programme/called_store.hpp"
#include "programme/programme_store.hpp"

namespace circle {
namespace {

CircleDateBrief brief_of(CircleDate const& date) {
    return {date.version, date.starts_local, date.time_zone, date.starts_at, date.minutes, date.place};
}

CircleAnswer answer_for(access::Call& call, store::Found const& found) {
    auto const organisation = call.viewer.organisation;
    auto const& circle = found.circle;
    CircleAnswer answer;
    answer.id = circle.id;
    answer.programme_id = circle.programme_id;
    answer.programme = programme::store::find_called(call.tx, organisation, circle.programme_id, call.viewer.language);
    answer.number = circle.number;
    answer.members = store::list_members(call.tx, organisation, circle.id);
    answer.seat = found.seat;
    if (found.seat == Seat::coordinator)
        for (auto const& [one, other] : store::list_to_part(call.tx, organisation, circle))
            answer.to_part.push_back({one, other});
    auto const ahead = store::find_ahead(call.tx, organisation, circle.id, call.now);
    if (ahead) answer.next = brief_of(*ahead);
    if (auto const last = store::find_last(call.tx, organisation, circle.id, call.now))
        answer.last_on = zone::day_of(last->starts_at, last->time_zone);
    answer.due = due_after(answer.last_on);
    auto const programme = programme::store::find_programme(call.tx, organisation, circle.programme_id).value();
    answer.allowed_actions =
        allowed_actions(found.seat, ahead.has_value(), programme.state == programme::State::closed);
    return answer;
}

}  // namespace

base::Result<MyCircles> list_my_circles(access::Call& call) {
    MyCircles mine;
    for (auto const& circle : store::list_mine(call.tx, call.viewer))
        mine.items.push_back(answer_for(call, store::find_seat(call.tx, call.viewer, circle.id).value()));
    mine.agenda = agenda_in(call.viewer.language);
    return mine;
}

base::Result<CircleAnswer> show_circle(access::Call& call) {
    TRY(id, call.id<CircleId>("id"));
    auto const found = store::find_seat(call.tx, call.viewer, id);
    if (!found) return circle_not_found();
    return answer_for(call, *found);
}

base::Result<access::Document> show_circle_calendar(access::Call& call) {
    TRY(id, call.id<CircleId>("id"));
    if (!store::find_seat(call.tx, call.viewer, id)) return circle_not_found();
    auto const ahead = store::find_ahead(call.tx, call.viewer.organisation, id, call.now);
    if (!ahead) return no_date();
    auto const entry = entry_of(call.tools.public_url, call.viewer.language, *ahead, call.now);
    return access::Document{"text/calendar; charset=utf-8", meeting::write_calendar(meeting::Method::publish, {entry})};
}

base::Result<CircleAnswer> put_circle_date(access::Call& call, WantedDate const& wanted) {
    TRY(id, call.id<CircleId>("id"));
    TRY_VOID(set_circle_date(call.tx, call.viewer, id, wanted, call.now));
    return show_circle(call);
}

base::Result<CircleAnswer> remove_circle_date(access::Call& call, DateRead const& read) {
    TRY(id, call.id<CircleId>("id"));
    TRY_VOID(cancel_circle_date(call.tx, call.viewer, id, read.version, call.now));
    return show_circle(call);
}

base::Result<CircleAnswer> put_departure(access::Call& call) {
    TRY(id, call.id<CircleId>("id"));
    TRY_VOID(leave_circle(call.tx, call.viewer, id, call.now));
    return show_circle(call);
}

base::Result<CircleAnswer> remove_departure(access::Call& call) {
    TRY(id, call.id<CircleId>("id"));
    TRY_VOID(return_to_circle(call.tx, call.viewer, id, call.now));
    return show_circle(call);
}

base::Result<CircleAnswer> put_circle_member(access::Call& call) {
    TRY(id, call.id<CircleId>("id"));
    TRY(person, call.id<PersonId>("person_id"));
    TRY_VOID(move_to_circle(call.tx, call.viewer, id, person, call.now));
    return show_circle(call);
}

base::Result<CirclePage> list_circles(access::Call& call, CirclesQuery const& query) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    TRY(rows, store::list_of_programme(call.tx, call.viewer, programme, query, call.now));
    CirclePage page;
    for (auto const& circle : rows.items) page.items.push_back(answer_for(call, {circle, Seat::coordinator}));
    page.next_cursor = rows.next_cursor;
    page.waiting = store::count_waiting(call.tx, call.viewer, programme);
    TRY(layout, layout_of(call.tx, call.viewer.organisation, programme));
    page.layout = layout;
    return page;
}

base::Result<FormingAnswer> post_circles(access::Call& call, FormingWanted const& wanted) {
    TRY(programme, call.id<ProgrammeId>("id"));
    return form_circles(call.tx, call.viewer, programme, wanted, call.now);
}

}  // namespace circle
