#pragma once
// The only SQL that writes circles, circle_members, circle_departures, circle_dates and
// circle_tellings.

#include <optional>
#include <vector>

#include "access/call.hpp"
#include "circle/circle_shapes.hpp"
#include "platform/page_of_rows.hpp"

namespace circle::store {

using access::OrganisationId;
using access::Viewer;

void insert_circle(db::Tx& tx, OrganisationId organisation, Circle const& circle);
void insert_member(db::Tx& tx, OrganisationId organisation, Circle const& circle, PersonId person);

// For jobs, and where the caller has found the circle for the viewer.
std::optional<Circle> find(db::Tx& tx, OrganisationId organisation, CircleId id);
// Of which the viewer is a member, whether or not they have left it for themselves. Whoever has withdrawn from the
// programme is none.
std::vector<Circle> list_mine(db::Tx& tx, Viewer const& viewer);
// Empty when the viewer neither is a member nor coordinates its programme.
struct Found {
    Circle circle;
    Seat seat = Seat::member;
};
std::optional<Found> find_seat(db::Tx& tx, Viewer const& viewer, CircleId id);
// Of a programme that the viewer coordinates, without their own (rules 13).
base::Result<page::Rows<Circle>> list_of_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                   CirclesQuery const& query, base::Instant now);
// All of them, in the order of their numbers.
std::vector<Circle> list_all(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Of programmes that have not closed.
std::vector<Circle> list_open(db::Tx& tx, OrganisationId organisation);
// Whoever coordinates its programme, without those who are in it themselves (rules 13).
std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, Circle const& circle);
// By name; whoever has left the organisation is no longer named.
std::vector<CircleMember> list_members(db::Tx& tx, OrganisationId organisation, CircleId id);

// Who could sit in a circle of the programme, and who does, whatever has become of them.
struct PeerRow {
    PersonId person_id;
    std::string department;
    std::optional<CircleId> circle_id;
};
BOOST_DESCRIBE_STRUCT(PeerRow, (), (person_id, department, circle_id))
std::vector<PeerRow> list_peers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Without the viewer.
std::int64_t count_waiting(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
struct Two {
    PersonId one;
    PersonId other;
};
BOOST_DESCRIBE_STRUCT(Two, (), (one, other))
// Everybody of the organisation who has one: themselves and their manager.
std::vector<Two> list_managers(db::Tx& tx, OrganisationId organisation);
// People who take part and the managers of whomever they have ever been brought together with.
std::vector<Two> list_partners_managers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// With the departure of whoever has left.
void move_member(db::Tx& tx, OrganisationId organisation, CircleId from, CircleId to, PersonId person);
// Members of whom one stands above the other at any depth, or manages a partner of the other's.
std::vector<Two> list_to_part(db::Tx& tx, OrganisationId organisation, Circle const& circle);

// Keeps the finding. False when it is what a coordinator was told of last.
bool is_new_finding(db::Tx& tx, OrganisationId organisation, Circle const& circle, std::vector<Two> const& to_part);

void insert_departure(db::Tx& tx, Viewer const& viewer, CircleId id);
void delete_departure(db::Tx& tx, Viewer const& viewer, CircleId id);
// Mails about the circle do not go out to them: they have left it, or withdrawn from its programme.
bool is_withheld(db::Tx& tx, OrganisationId organisation, CircleId id, PersonId person);
// In which circle of that programme somebody is now.
std::optional<CircleId> find_circle_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person);
// Whoever was ever placed in it.
std::vector<PersonId> list_placed(db::Tx& tx, OrganisationId organisation, CircleId id);

// New, moved or cancelled.
void save_date(db::Tx& tx, OrganisationId organisation, CircleDate const& date);
// Not cancelled and not begun.
std::optional<CircleDate> find_ahead(db::Tx& tx, OrganisationId organisation, CircleId id, base::Instant now);
// The last that began and was not cancelled.
std::optional<CircleDate> find_last(db::Tx& tx, OrganisationId organisation, CircleId id, base::Instant now);
std::optional<CircleDate> find_date(db::Tx& tx, OrganisationId organisation, CircleDateId id);
// Empty when the date was told already as it stands.
std::optional<TellingId> insert_telling(db::Tx& tx, OrganisationId organisation, CircleDate const& date);
// By which the date was told as it stands; empty before it was.
std::optional<TellingId> find_telling(db::Tx& tx, OrganisationId organisation, CircleDate const& date);
// What a notice or a mail is about: the date as it was told; empty once it has changed since.
std::optional<CircleDate> find_told(db::Tx& tx, OrganisationId organisation, TellingId id);
std::optional<CircleId> find_circle_told(db::Tx& tx, OrganisationId organisation, TellingId id);
// Not cancelled, since then, in circles that the person has not left; in their order.
std::vector<CircleDate> list_dates_of(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from);
// For the times that fit a pair: also of circles the person has left for themselves, as a slot that opens would tell.
std::vector<access::Busy> list_busy(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from);
// Ahead, in programmes that have closed.
std::vector<CircleDate> list_of_closed(db::Tx& tx, OrganisationId organisation, base::Instant now);

}  // namespace circle::store
