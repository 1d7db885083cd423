#pragma once
// The only SQL that writes meetings, meeting_times and meeting_changes.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "meeting/meeting.hpp"
#include "meeting/slots.hpp"
#include "platform/db/db.hpp"

namespace meeting::store {

using access::OrganisationId;
using access::ProgrammeId;
using access::Viewer;

void insert(db::Tx& tx, OrganisationId organisation, Meeting const& meeting);
// Whole, with the times on the table.
void save(db::Tx& tx, OrganisationId organisation, Meeting const& meeting);
void insert_change(db::Tx& tx, OrganisationId organisation, MeetingId meeting, Change const& change);

// For jobs, and where the caller has found the pairing for the viewer.
std::optional<Meeting> find(db::Tx& tx, OrganisationId organisation, MeetingId meeting);
// Empty when it is not there or the viewer is not one of the two.
std::optional<Meeting> find_mine(db::Tx& tx, Viewer const& viewer, MeetingId meeting);
// In the order of their dates, those without one last, by the first time on the table.
std::vector<Meeting> list_of_pairing(db::Tx& tx, OrganisationId organisation, PairingId pairing);
// Of which pairing a series is; empty when nothing of it is left.
std::optional<PairingId> find_pairing_of(db::Tx& tx, OrganisationId organisation, SeriesId series);
// Set dates that end after `from`, of every pairing of the person that is not over; in their order.
std::vector<Meeting> list_ahead(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from);
// Of a pairing, oldest first.
struct MeetingChange {
    MeetingId meeting_id;
    Change change;
};
std::vector<MeetingChange> changes_of(db::Tx& tx, OrganisationId organisation, PairingId pairing);

// When somebody can usually meet, by their enrolment on that side.
Week week_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person, Side side);
// Of set dates that begin between the two, whoever is to be told that something waits for them and was not told of that
// date: the one who learns, and before the first conversation the other. Only of pairs that meet.
struct ToPrepare {
    MeetingId meeting_id;
    PersonId person_id;
    base::Instant starts_at;
    Week week;
    std::string site;  // "" when nobody said
};
std::vector<ToPrepare> list_to_prepare(db::Tx& tx, OrganisationId organisation, base::Instant from,
                                       base::Instant until);
// The dates that somebody has in Obverse, exploratory meetings included, that end after `from`.
std::vector<Busy> dates_of(db::Tx& tx, OrganisationId organisation, PersonId person, base::Instant from);

// Pairings that are over or pause and still have an open meeting: closed before `today`, or today with a date that
// begins before `urgent`.
std::vector<PairingId> list_to_call_off(db::Tx& tx, OrganisationId organisation, base::Day today, base::Instant urgent);

}  // namespace meeting::store
