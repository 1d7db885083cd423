#include "pairing/agreement.hpp"

#include <algorithm>

#include "base/version.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "platform/meta.hpp"

namespace pairing {
namespace {

constexpr int kUsualDays = 182;
constexpr std::size_t kMostOutcomes = 2;

std::vector<std::string> first_outcomes(std::vector<std::string> outcomes) {
    if (outcomes.size() > kMostOutcomes) outcomes.resize(kMostOutcomes);
    return outcomes;
}

base::Result<Papers> with_papers_open(Papers papers) {
    if (!is_live(papers.pairing)) return pairing_over();
    if (stage_of(papers.pairing) == Stage::exploring) return still_exploring();
    return papers;
}

Papers start_when_complete(Papers papers, base::Instant now) {
    bool complete = both_signed(papers.signatures, Document::agreement, papers.agreement.version) &&
                    both_signed(papers.signatures, Document::charter, papers.charter_version);
    if (complete && !papers.pairing.started_at) papers.pairing.started_at = now;
    return papers;
}

bool same_text(Agreement left, Agreement const& right) {
    left.version = right.version;
    return left == right;
}

}  // namespace

std::string drafted_outcome(AgreementTemplate const& words, std::string_view topic) {
    constexpr std::string_view kGap = "{topic}";
    auto text = words.outcome;
    if (auto gap = text.find(kGap); gap != std::string::npos) text.replace(gap, kGap.size(), topic);
    return text;
}

Agreement draft(DraftFrom const& from, base::Day today) {
    auto agreement = from.programme;
    agreement.version = 0;
    auto usual_end = today + kUsualDays;
    agreement.ends_on = from.programme_ends_on && *from.programme_ends_on > today ? *from.programme_ends_on : usual_end;
    agreement.mentor_outcomes = first_outcomes(from.mentor_outcomes);
    agreement.mentee_outcomes = first_outcomes(from.mentee_outcomes);
    return agreement;
}

bool has_signed(Signatures const& signatures, Side side, Document document, std::int32_t version) {
    return std::ranges::any_of(signatures, [&](Signature const& signature) {
        return signature.side == side && signature.document == document && signature.document_version == version;
    });
}

bool both_signed(Signatures const& signatures, Document document, std::int32_t version) {
    return has_signed(signatures, Side::mentor, document, version) &&
           has_signed(signatures, Side::mentee, document, version);
}

base::Result<Papers> change_agreement(Papers papers, Agreement wanted, base::Day today) {
    TRY(open_papers, with_papers_open(std::move(papers)));
    TRY_VOID(base::check_version("agreement", wanted.version, open_papers.agreement.version));
    if (wanted.ends_on <= today) return ends_too_soon();
    // Saving what stands there already must not cost the other their signature.
    if (wanted.version > 0 && same_text(wanted, open_papers.agreement)) return open_papers;
    wanted.version += 1;
    open_papers.agreement = std::move(wanted);
    std::erase_if(open_papers.signatures,
                  [](Signature const& signature) { return signature.document == Document::agreement; });
    return open_papers;
}

base::Result<Papers> sign_agreement(Papers papers, Side by, std::int32_t version, Confirms confirms,
                                    base::Instant now) {
    TRY(open_papers, with_papers_open(std::move(papers)));
    auto const& agreement = open_papers.agreement;
    TRY_VOID(base::check_version("agreement", version, agreement.version));
    if (version == 0) return base::stale("agreement", agreement.version);
    if (has_signed(open_papers.signatures, by, Document::agreement, version)) return already_signed();
    if (agreement.outcomes(by).empty()) return outcome_missing(by);
    if (agreement.outcomes(other(by)).empty()) return outcome_missing(other(by));
    if (confirms != Confirms::neither_decides) return must_confirm();
    open_papers.signatures.push_back({by, Document::agreement, version, now});
    return start_when_complete(std::move(open_papers), now);
}

base::Result<Papers> withdraw_signature(Papers papers, Side by) {
    TRY(open_papers, with_papers_open(std::move(papers)));
    if (open_papers.pairing.started_at) return already_started();
    auto taken_back = std::erase_if(open_papers.signatures, [by](Signature const& signature) {
        return signature.side == by && signature.document == Document::agreement;
    });
    if (taken_back == 0) return not_signed();
    return open_papers;
}

base::Result<Papers> sign_charter(Papers papers, Side by, std::int32_t version, base::Instant now) {
    TRY(open_papers, with_papers_open(std::move(papers)));
    TRY_VOID(base::check_version("charter", version, open_papers.charter_version));
    if (has_signed(open_papers.signatures, by, Document::charter, version)) return already_signed();
    open_papers.signatures.push_back({by, Document::charter, version, now});
    return start_when_complete(std::move(open_papers), now);
}

std::optional<CoordinatorLine> coordinator_line(Papers const& papers, base::Day today) {
    auto standing = seen_by_coordinator(papers.pairing, today);
    if (!standing) return std::nullopt;
    CoordinatorLine line;
    line.state = standing->state;
    line.finished_week_on = standing->finished_week_on;
    line.is_agreement_signed = both_signed(papers.signatures, Document::agreement, papers.agreement.version);
    if (line.is_agreement_signed) line.cadence = papers.agreement.cadence;
    line.is_charter_signed = both_signed(papers.signatures, Document::charter, papers.charter_version);
    line.is_ready = line.is_charter_signed && papers.are_both_prepared;
    line.meetings_held = papers.pairing.meetings_held;
    if (line.state == CoordinatorState::finished) return line;
    auto const& last_date = papers.pairing.last_date_at;
    line.is_next_date_set = last_date && base::utc_day(*last_date) >= today;
    line.lines_met = lines_met(papers.pairing);
    if (line.state == CoordinatorState::started && papers.pairing.word_sign)
        line.word = Word{*papers.pairing.word_sign, papers.pairing.word_amount.value_or(0)};
    return line;
}

std::vector<Action> allowed_actions(Papers const& papers, Side side, base::Instant now) {
    auto today = base::utc_day(now);
    auto const& pairing = papers.pairing;
    auto version = papers.agreement.version;
    ExploratoryMeeting soon;
    soon.starts_at = now + std::chrono::microseconds(1);
    auto rewritten = papers.agreement;
    rewritten.ends_on = today + 1;

    std::vector<Action> actions;
    auto offer = [&actions](Action action, auto const& outcome) {
        if (outcome) actions.push_back(action);
    };
    offer(Action::set_meeting, set_meeting(pairing, {}, soon, now));
    offer(Action::answer, answer(pairing, {}, side, Answer::go_on, now));
    offer(Action::change_agreement, change_agreement(papers, rewritten, today));
    offer(Action::sign_agreement, sign_agreement(papers, side, version, Confirms::neither_decides, now));
    offer(Action::withdraw_signature, withdraw_signature(papers, side));
    offer(Action::sign_charter, sign_charter(papers, side, papers.charter_version, now));
    offer(Action::pause, pause(pairing, today));
    offer(Action::resume, resume(pairing));
    offer(Action::close, close(pairing, Ending::ended, today));
    if (!goes_on(pairing, voice_of(side))) offer(Action::go_on_knowingly, go_on_knowingly(pairing, voice_of(side)));
    return actions;
}

base::Refusal outcome_missing(Side side) {
    return base::conflict("outcome_missing", "the agreement names no outcome for this side",
                          {{"side", std::string(meta::name_of(side))}});
}
base::Refusal already_signed() {
    return base::conflict("already_signed", "this version is signed already");
}
base::Refusal not_signed() {
    return base::conflict("not_signed", "there is no signature to take back");
}
base::Refusal already_started() {
    return base::conflict("already_started", "both have signed and the pair started");
}
base::Refusal must_confirm() {
    return base::invalid("/neither_decides", "must_confirm");
}
base::Refusal ends_too_soon() {
    return base::invalid("/ends_on", "in_the_past");
}

}  // namespace pairing
