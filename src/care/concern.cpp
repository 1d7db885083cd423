#include "care/concern.hpp"

#include <chrono>

#include "base/text.hpp"

namespace care {

base::Day months_after(base::Day day, std::int32_t months) {
    auto const moved = base::to_calendar(day) + std::chrono::months(months);
    auto const last = std::chrono::year_month_day_last(moved.year(), std::chrono::month_day_last(moved.month()));
    auto const within = moved.ok() ? moved.day() : last.day();
    return base::make_day(static_cast<int>(moved.year()), static_cast<unsigned>(moved.month()),
                          static_cast<unsigned>(within))
        .value();
}

base::Day kept_until(Concern const& concern) {
    return months_after(concern.last_on, concern.kept_months);
}

std::vector<ConcernAction> allowed_actions(Concern const& concern, ConcernSide side, bool is_contact_there) {
    if (side == ConcernSide::person)
        return concern.closed_on || !is_contact_there ? std::vector<ConcernAction>{}
                                                      : std::vector{ConcernAction::write};
    if (concern.closed_on) return {ConcernAction::keep_note};
    return {ConcernAction::write, ConcernAction::keep_note, ConcernAction::close};
}

base::Result<bool> check_raising(std::int64_t open) {
    if (open >= kMostOpenConcerns)
        return base::conflict("too_many_concerns", "this person has as many open concerns as one can");
    return true;
}

base::Result<bool> check_writing(Concern const& concern, ConcernSide side, bool is_contact_there,
                                 std::int64_t written) {
    if (concern.closed_on) return concern_closed();
    if (side == ConcernSide::person && !is_contact_there) return contact_gone();
    if (written >= kMostConcernMessages)
        return base::conflict("concern_full", "the concern holds as many messages as one can");
    return true;
}

base::Result<std::string> concern_text(std::string const& written) {
    auto text = base::trim(written);
    if (text.empty()) return base::invalid("/text", "too_short");
    return text;
}

base::Refusal concern_not_found() {
    return base::not_found("concern");
}
base::Refusal contact_not_found() {
    return base::not_found("confidential contact");
}
base::Refusal concern_closed() {
    return base::conflict("concern_closed", "the concern has been closed");
}
base::Refusal contact_gone() {
    return base::conflict("contact_gone", "this person can no longer be turned to");
}

}  // namespace care
