#pragma once
// The verbs of questions: the house opens them and tells of them; answering is a private act (rules 4).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "meeting/meeting_actions.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"
#include "survey/survey_shapes.hpp"

namespace survey {

inline constexpr audit::Kind kSurveyAnswered{"survey.answered", audit::Private::yes};

// Opens what is due: of every pair whose day has come, or of the one that met.
void open_due(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
void open_after(db::Tx& tx, access::OrganisationId organisation, meeting::MeetingId meeting, base::Instant now);
// Something of a pair has changed on which questions depend: it is looked at in the next round.
void look_again(db::Tx& tx, access::OrganisationId organisation, PairingId pairing);
// Tells both of what has been opened, each on a working day of their own between eight and six o'clock.
void tell_opened(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

base::Result<SurveyAnswer> read_survey(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, SurveyId id);
base::Result<SurveyReceipt> answer_survey(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                          SurveyId id, AnswersGiven const& given, base::Instant now);

inline constexpr jobs::Kind<jobs::Nothing> kOpenSurveys{"surveys.open"};
inline constexpr jobs::Kind<meeting::MeetingJob> kOpenAfterMeeting{"surveys.open_after_meeting"};

}  // namespace survey
