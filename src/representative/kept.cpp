#include "representative/kept.hpp"

#include <chrono>

#include "acquaintance/acquaintance.hpp"
#include "ballot/question_set.hpp"
#include "care/care_actions.hpp"
#include "care/concern.hpp"
#include "invitation/invitation.hpp"
#include "message/anonymous_line.hpp"
#include "pairing/goal.hpp"
#include "person/person.hpp"
#include "platform/db/kept_answers.hpp"
#include "programme/setting_actions.hpp"
#include "questionnaire/tending.hpp"
#include "signin/session.hpp"
#include "supervisor/protected_time.hpp"

namespace representative {
namespace {

std::int32_t in_days(base::Duration duration) {
    return static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::hours>(duration).count() / 24);
}

}  // namespace

std::vector<KeptFigure> const& kept_figures() {
    static std::vector<KeptFigure> const kFigures{
        {"pair", pairing::kKeptDays},
        {"signs", care::kKeptDays},
        {"acquaintance", acquaintance::kKeptAfterDays},
        {"concern", care::kLongestKeptMonths, KeptUnit::months},
        {"line", message::kLineKeptDays},
        {"questionnaire", questionnaire::kKeptDays},
        {"ballot", ballot::kKeptDays},
        {"working_time", supervisor::kKeptDays},
        {"decline", invitation::kDontAskDays},
        {"uninvited", in_days(person::kKeptUninvited)},
        {"session", in_days(signin::kAbsoluteLimit)},
        {"request", in_days(db::kAnswersAreKept)},
        {"settings", programme::kSettingChangesKeptDays},
        {"programme", std::nullopt},
        {"colleague", std::nullopt},
        {"audit", std::nullopt},
    };
    return kFigures;
}

}  // namespace representative
