#pragma once
// The verbs of whoever coordinates: a draft of one's own, changed until it is opened, and never again.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/db/db.hpp"
#include "questionnaire/questionnaire_shapes.hpp"
#include "questionnaire/questionnaire_store.hpp"

namespace questionnaire {

inline constexpr audit::Kind kQuestionnaireDrafted{"questionnaire.drafted"};
inline constexpr audit::Kind kQuestionnaireChanged{"questionnaire.changed"};
inline constexpr audit::Kind kQuestionnaireRemoved{"questionnaire.removed"};
inline constexpr audit::Kind kQuestionnaireOpened{"questionnaire.opened"};

// Of a programme that the viewer coordinates. Refuses what own_questions and check_draft refuse, `stale`,
// `reader_needed` (words are asked and nobody is named to read them), `sponsor_reads_no_words`, programme_closed.
base::Result<Questionnaire> draft_questionnaire(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                                QuestionnaireDraft const& draft, base::Instant now);
base::Result<Questionnaire> change_questionnaire(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id,
                                                 QuestionnaireDraft const& draft, base::Instant now);
base::Result<bool> remove_questionnaire(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id,
                                        base::Instant now);
// Asks everybody who takes part, on the side it is for. Refuses besides: what check_closing refuses, `nobody_to_ask`,
// `too_few_for_anonymity`.
base::Result<Questionnaire> open_questionnaire(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id,
                                               QuestionnaireOpening const& opening, base::Instant now);
// One that the viewer coordinates.
std::optional<Questionnaire> find_led(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id);

std::vector<PlannedQuestionnaire> planned(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme);

}  // namespace questionnaire
