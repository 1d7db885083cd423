#pragma once
// The only SQL that writes exploratory_meetings and exploratory_answers.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "platform/db/db.hpp"

namespace pairing::store {

// Empty while no date is set.
std::optional<ExploratoryMeeting> find_meeting(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);
void save_meeting(db::Tx& tx, access::OrganisationId organisation, PairingId pairing,
                  ExploratoryMeeting const& meeting);

// Dates ahead that no longer stand: since `today`'s midnight for what was stopped or left on a day before it, at once
// for what would begin before `urgent`, and for somebody who takes a break.
struct Overtaken {
    base::Instant now;
    base::Day today;
    base::Instant urgent;
};
std::vector<PairingId> list_overtaken_meetings(db::Tx& tx, access::OrganisationId organisation,
                                               Overtaken const& overtaken);

// Whether one of the two pauses their enrolment.
bool one_takes_a_break(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);

// The only answer a page may be made from: the viewer's own.
std::optional<Answer> find_own_answer(db::Tx& tx, access::Viewer const& viewer, PairingId pairing);
// Both, for the rule that opens them together and for nothing else.
Answers answers_of(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing);
void save_answer(db::Tx& tx, access::OrganisationId organisation, PairingId pairing, PersonId person, Answer answer,
                 base::Day answered_on);

}  // namespace pairing::store
