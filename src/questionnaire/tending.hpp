#pragma once
// What the house does about questionnaires by itself, by the schedule.

#include "audit/event.hpp"
#include "platform/jobs/board.hpp"
#include "platform/jobs/schedule.hpp"
#include "questionnaire/answering.hpp"

namespace questionnaire {

inline constexpr audit::Kind kQuestionnaireClosed{"questionnaire.closed"};

// Each again without harm: the house opens what is due and asks whoever has come since, tells each on a
// working day of their own, reminds all five days before the last, and closes with results.
base::Result<bool> tend_questionnaires(jobs::Work& work, Keys const& keys);
inline constexpr jobs::Kind<jobs::Nothing> kTendQuestionnaires{"questionnaires.tend"};

// Rules D14: two years after a programme has closed, what ties its answers to people is destroyed, and they go.
inline constexpr int kKeptDays = 730;
base::Result<bool> forget_respondents(jobs::Work& work, crypto::KeyFiles const& files);

}  // namespace questionnaire
