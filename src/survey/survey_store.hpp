#pragma once
// The only SQL that writes surveys, survey_answers and survey_days. Answers are opened for whoever gave them.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "meeting/meeting.hpp"
#include "pairing/agreement.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "survey/survey_shapes.hpp"

namespace survey::store {

using access::OrganisationId;
using access::Viewer;

// A started pair that may still be asked something.
struct Askable {
    PairingId pairing_id;
    PersonId mentor_id;
    PersonId mentee_id;
    base::Instant started_at;
    base::Day ends_on;
    pairing::Cadence cadence = pairing::Cadence::monthly;
    std::int32_t meetings_held = 0;
    std::int32_t planned_pairs = 0;
    bool is_paused = false;
    bool is_over = false;
    std::int32_t last_pulse = 0;
    bool has_midpoint = false;
};
BOOST_DESCRIBE_STRUCT(Askable, (),
                      (pairing_id, mentor_id, mentee_id, started_at, ends_on, cadence, meetings_held, planned_pairs,
                       is_paused, is_over, last_pulse, has_midpoint))
// Whose day has come, or that have not been looked at since something changed. Without those that were asked at the
// end, and without those that are over and nobody else may know it yet.
std::vector<Askable> list_due(db::Tx& tx, OrganisationId organisation, base::Day today);
std::optional<Askable> find_askable_by_meeting(db::Tx& tx, OrganisationId organisation, meeting::MeetingId meeting);

// Looked at: by time alone not again before that day. None: not again before something changes.
void save_next(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::optional<base::Day> next_on);
// Something has changed: to be looked at again.
void forget_next(db::Tx& tx, OrganisationId organisation, PairingId pairing);

void insert_survey(db::Tx& tx, OrganisationId organisation, Survey const& survey, std::vector<PersonId> const& people);

struct Untold {
    SurveyId survey_id;
    PersonId person_id;
    std::string time_zone;
    std::string site;  // "" when nobody said
};
BOOST_DESCRIBE_STRUCT(Untold, (), (survey_id, person_id, time_zone, site))
std::vector<Untold> list_untold(db::Tx& tx, OrganisationId organisation);
void mark_told(db::Tx& tx, OrganisationId organisation, Untold const& untold);

// The viewer's own, newest first, of the last hundred.
struct Own : Survey {
    State state = State::open;
    bool is_small = false;
    pairing::Side side = pairing::Side::mentor;
    std::string partner;
};
BOOST_DESCRIBE_STRUCT(Own, (Survey), (state, is_small, side, partner))
std::vector<Own> list_mine(db::Tx& tx, Viewer const& viewer);
std::optional<Own> find_mine(db::Tx& tx, Viewer const& viewer, SurveyId id);

std::vector<ItemAnswer> answers_of(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, SurveyId id);
void save_answers(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, SurveyId id, State state,
                  std::vector<ItemAnswer> const& answers);

// What both of a pair answered; that they were asked stays, so that they are not asked again.
void forget_answers(db::Tx& tx, OrganisationId organisation, PairingId pairing);

}  // namespace survey::store
