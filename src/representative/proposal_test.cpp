#include "representative/proposal.hpp"

#include <gtest/gtest.h>

namespace representative {
namespace {

constexpr auto kCoordinator = ProposalSide::coordinator;
constexpr auto kRepresentative = ProposalSide::representative;
PersonId const kJo = base::as<PersonId>(base::AnyId::parse("00000000-0000-4000-8000-000000000001").value());
PersonId const kRosa = base::as<PersonId>(base::AnyId::parse("00000000-0000-4000-8000-000000000002").value());
base::Day const kToday = base::make_day(2026, 11, 24).value();
base::Instant const kNow = base::start_of_utc(kToday);
meta::Json const kOff{"false"};
meta::Json const kOn{"true"};

Proposal by_jo(ProposalKind kind = ProposalKind::change) {
    Proposal proposal;
    proposal.kind = kind;
    proposal.setting = LockableSetting::uses_career_stage;
    proposal.before = kOff;
    proposal.wanted = kind == ProposalKind::change ? kOn : kOff;
    proposal.side = kCoordinator;
    proposal.proposed_by = kJo;
    proposal.lapses_on = kToday + kAnswerDays;
    return proposal;
}

std::string code_of(auto const& result) {
    if (result) return "";
    auto const& refusal = result.refusal();
    return refusal.errors.empty() ? refusal.code : refusal.errors.front().code;
}

TEST(ProposingAboutASetting, locks_what_is_not_locked_and_nothing_twice) {
    EXPECT_EQ(code_of(check_proposal(ProposalKind::lock, kRepresentative, false, kOff, kOff)), "");
    EXPECT_EQ(code_of(check_proposal(ProposalKind::lock, kCoordinator, true, kOff, kOff)), "already_locked");
    EXPECT_EQ(code_of(check_proposal(ProposalKind::unlock, kCoordinator, false, kOff, kOff)), "not_locked");
    EXPECT_EQ(code_of(check_proposal(ProposalKind::unlock, kRepresentative, true, kOff, kOff)), "");
}

TEST(ProposingAboutASetting, changes_a_locked_one_by_whoever_coordinates) {
    EXPECT_EQ(code_of(check_proposal(ProposalKind::change, kCoordinator, true, kOff, kOn)), "");
    EXPECT_EQ(code_of(check_proposal(ProposalKind::change, kCoordinator, true, kOff, kOff)), "nothing_changes");
    EXPECT_EQ(code_of(check_proposal(ProposalKind::change, kCoordinator, false, kOff, kOn)), "not_locked");
    EXPECT_EQ(code_of(check_proposal(ProposalKind::change, kRepresentative, true, kOff, kOn)),
              "only_coordinators_propose_changes");
}

TEST(AnsweringAProposal, is_for_the_other_side_and_another_person) {
    EXPECT_EQ(answer(by_jo(), kRosa, kRepresentative, true, {}, kOff, kToday, kNow).value().state,
              ProposalState::agreed);
    EXPECT_EQ(code_of(answer(by_jo(), kRosa, kCoordinator, true, {}, kOff, kToday, kNow)), "own_proposal");
    EXPECT_EQ(code_of(answer(by_jo(), kJo, kRepresentative, true, {}, kOff, kToday, kNow)), "own_proposal")
        << "whoever changed sides meanwhile does not agree with themselves";
}

TEST(AnsweringAProposal, declines_with_a_reason) {
    EXPECT_EQ(code_of(answer(by_jo(), kRosa, kRepresentative, false, {}, kOff, kToday, kNow)), "required");
    EXPECT_EQ(code_of(answer(by_jo(), kRosa, kRepresentative, false, "  ", kOff, kToday, kNow)), "required");
    auto const declined = answer(by_jo(), kRosa, kRepresentative, false, " Not yet ", kOff, kToday, kNow).value();
    EXPECT_EQ(declined.state, ProposalState::declined);
    EXPECT_EQ(declined.answer_reason, "Not yet");
}

TEST(AnsweringAProposal, agrees_to_nothing_that_changed_meanwhile) {
    EXPECT_EQ(code_of(answer(by_jo(ProposalKind::lock), kRosa, kRepresentative, true, {}, kOn, kToday, kNow)),
              "changed_meanwhile");
    EXPECT_EQ(code_of(answer(by_jo(), kRosa, kRepresentative, false, "No", kOn, kToday, kNow)), "");
}

TEST(AnsweringAProposal, comes_until_its_last_day_and_once) {
    auto const last = kToday + kAnswerDays;
    EXPECT_EQ(code_of(answer(by_jo(), kRosa, kRepresentative, true, {}, kOff, last, kNow)), "");
    EXPECT_EQ(code_of(answer(by_jo(), kRosa, kRepresentative, true, {}, kOff, last + 1, kNow)), "proposal_closed");
    EXPECT_EQ(state_on(by_jo(), last + 1), ProposalState::lapsed);
    auto const agreed = answer(by_jo(), kRosa, kRepresentative, true, {}, kOff, kToday, kNow).value();
    EXPECT_EQ(code_of(answer(agreed, kRosa, kRepresentative, true, {}, kOff, kToday, kNow)), "proposal_closed");
    EXPECT_EQ(code_of(take_back(agreed, kToday)), "proposal_closed");
    EXPECT_EQ(take_back(by_jo(), kToday).value().state, ProposalState::taken_back);
}

}  // namespace
}  // namespace representative
