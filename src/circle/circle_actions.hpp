#pragma once
// The verbs of circles. Whoever coordinates forms them by name; who set, moved or cancelled a date stands in no event,
// because it would say who comes; leaving and coming back are private acts.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "circle/circle_shapes.hpp"
#include "platform/db/db.hpp"

namespace circle {

inline constexpr audit::Kind kCirclesFormed{"circles.formed"};
// Without the person: who sits with whom is for the members and whoever coordinates.
inline constexpr audit::Kind kCircleMemberMoved{"circle.member_moved"};
inline constexpr audit::Kind kCircleDateSet{"circle.date_set"};
inline constexpr audit::Kind kCircleDateCancelled{"circle.date_cancelled"};
inline constexpr audit::Kind kCircleLeft{"circle.left", audit::Private::yes};
inline constexpr audit::Kind kCircleReturned{"circle.returned", audit::Private::yes};

// Forms circles of whoever brings something in a programme that the viewer coordinates, or places newcomers in those
// that there are; with nobody to place it changes nothing. Refuses: programme_closed.
base::Result<FormingAnswer> form_circles(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                         FormingWanted const& wanted, base::Instant now);
// In which layout the next press places people.
base::Result<Layout> layout_of(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme);

// From the circle they are in, which the viewer coordinates as well as this one; in this one already, it changes
// nothing. Whoever has left for themselves stays so, and their mails go as far as before. They are told of this circle
// and its date, and that a date of the other one no longer stands for them; the others find the list as it is now.
// Refuses: circle_member_not_found, no_seat, programme_closed.
base::Result<Circle> move_to_circle(db::Tx& tx, access::Viewer const& viewer, CircleId id, PersonId person,
                                    base::Instant now);

// Refuses: what set_date and cancel_date refuse, programme_closed, has_left_circle.
base::Result<CircleDate> set_circle_date(db::Tx& tx, access::Viewer const& viewer, CircleId id,
                                         WantedDate const& wanted, base::Instant now);
base::Result<CircleDate> cancel_circle_date(db::Tx& tx, access::Viewer const& viewer, CircleId id, std::int32_t version,
                                            base::Instant now);

base::Result<bool> leave_circle(db::Tx& tx, access::Viewer const& viewer, CircleId id, base::Instant now);
base::Result<bool> return_to_circle(db::Tx& tx, access::Viewer const& viewer, CircleId id, base::Instant now);

// What follows. Whoever has left, or has withdrawn from the programme, is told nothing, and has a mail row like
// everybody else (docs/decisions/0061).
void tell_of_circles(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme, base::Instant now);
void tell_of_date(db::Tx& tx, access::OrganisationId organisation, CircleDateId id, base::Instant now);
// Job, after reporting lines have changed: whoever coordinates is told that two in a circle should no longer sit
// together, and again when others do or they do again after it was mended; not of the circle they are in themselves.
void recheck_circles(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
// By the schedule: dates ahead of programmes that have closed.
void call_off_circle_dates(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace circle
