#include "programme/closing.hpp"

#include "base/text.hpp"
#include "base/version.hpp"

namespace programme {
namespace {

std::vector<ClosingTarget> trimmed(std::vector<ClosingTarget> targets, std::vector<base::FieldError>& errors) {
    for (std::size_t at = 0; at < targets.size(); ++at) {
        auto& target = targets[at];
        target.text = base::squeeze(target.text);
        target.who = base::squeeze(target.who);
        auto const pointer = "/targets/" + std::to_string(at);
        if (target.text.empty()) errors.push_back({pointer + "/text", "required", {}});
        if (target.who.empty()) errors.push_back({pointer + "/who", "required", {}});
    }
    return targets;
}

}  // namespace

base::Day pairs_end_on(Closing const& closing) {
    return closing.closes_on + 1;
}

base::Day echo_from(Closing const& closing) {
    return pairs_end_on(closing) + kDaysToEcho;
}

base::Day kept_until(Closing const& closing) {
    return echo_from(closing) + kDaysKeptAfterEcho;
}

bool is_due(Closing const& closing, base::Day today) {
    return closing.closes_on < today;
}

base::Day earliest_closing(base::Day today) {
    return today + kToldDaysBefore;
}

base::Result<Closing> announce(Programme const& programme, std::optional<Closing> const& standing, std::int64_t version,
                               base::Day closes_on, base::AnyId id, base::Day today, base::Instant now) {
    TRY_VOID(check_not_closed(programme.state));
    if (programme.state == State::draft) return cannot_move(State::draft, State::closed);
    if (standing && standing->closes_on == closes_on) return *standing;
    TRY_VOID(base::check_version("closing", version, standing ? standing->version : 0));
    if (closes_on < earliest_closing(today))
        return base::invalid("/closes_on", "too_soon", {{"earliest", base::to_text(earliest_closing(today))}});
    if (closes_on > today + kLatestDaysAhead) return base::invalid("/closes_on", "too_far");
    auto closing = standing.value_or(Closing{});
    closing.programme_id = programme.id;
    closing.announcement_id = id;
    closing.closes_on = closes_on;
    closing.announced_at = now;
    closing.version = version + 1;
    return closing;
}

base::Result<Closing> write_review(State state, Closing closing, std::int64_t version,
                                   std::vector<ClosingTarget> targets, std::string const& thanks, base::AnyId id) {
    if (closing.agreed_at) TRY_VOID(check_not_closed(state));
    TRY_VOID(base::check_version("closing", version, closing.version));
    std::vector<base::FieldError> errors;
    targets = trimmed(std::move(targets), errors);
    if (!errors.empty()) return base::invalid(std::move(errors));
    if (targets != closing.targets) {
        closing.targets = std::move(targets);
        closing.agreed_at.reset();
        closing.review_id = closing.targets.empty() ? std::nullopt : std::optional(id);
    }
    closing.thanks = base::trim(thanks);
    ++closing.version;
    return closing;
}

base::Result<Closing> agree(Closing closing, std::int64_t version, base::Instant now) {
    if (closing.agreed_at) return closing;
    if (closing.targets.empty()) return nothing_to_agree();
    TRY_VOID(base::check_version("closing", version, closing.version));
    closing.agreed_at = now;
    ++closing.version;
    return closing;
}

std::vector<ClosingStep> remaining_steps(std::optional<Closing> const& closing, bool has_sponsor) {
    std::vector<ClosingStep> steps;
    if (!closing) steps.push_back(ClosingStep::announce);
    if (!has_sponsor) steps.push_back(ClosingStep::sponsor);
    if (!closing || closing->targets.empty()) steps.push_back(ClosingStep::targets);
    if (!closing || !closing->agreed_at) steps.push_back(ClosingStep::agreement);
    if (!closing || closing->thanks.empty()) steps.push_back(ClosingStep::thanks);
    return steps;
}

base::Result<bool> check_not_closed(State state) {
    if (state == State::closed) return programme_closed();
    return true;
}

base::Refusal programme_closed() {
    return base::conflict("programme_closed", "the programme has closed; what is in it can only be read");
}

base::Refusal closing_not_announced() {
    return base::conflict("closing_not_announced",
                          "a programme closes by the day that everybody was told at least 14 days before");
}

base::Refusal nothing_to_agree() {
    return base::conflict("nothing_to_agree", "no target has been written yet");
}

}  // namespace programme
