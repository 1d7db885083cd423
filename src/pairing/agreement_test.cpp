#include "pairing/agreement.hpp"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "pairing/charter.hpp"

namespace pairing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

base::Day const kToday = *base::make_day(2026, 12, 1);
base::Instant const kNow = base::start_of_utc(kToday) + std::chrono::hours(10);

Agreement two_sided() {
    return draft({{}, {"Lead a meeting with directors in the room"}, {"Hear customers without a filter"}, {}}, kToday);
}

Papers written_down() {
    Papers papers;
    papers.pairing.mentee_id.bytes[0] = 1;
    papers.pairing.went_on_at = kNow;
    papers.pairing.answers_close_at = kNow;
    return *change_agreement(papers, two_sided(), kToday);
}
Papers signed_by(Side side, Papers const& papers) {
    auto agreement = *sign_agreement(papers, side, papers.agreement.version, Confirms::neither_decides, kNow);
    return *sign_charter(agreement, side, agreement.charter_version, kNow);
}

TEST(DraftingAnAgreement, fills_five_lines_from_what_the_two_offer_and_want) {
    auto agreement = draft({{}, {"one", "two", "three"}, {"hear customers"}, {}}, kToday);
    EXPECT_THAT(agreement.mentor_outcomes, ElementsAre("one", "two"));
    EXPECT_THAT(agreement.mentee_outcomes, ElementsAre("hear customers"));
    EXPECT_EQ(agreement.booking_side, Side::mentee);
    EXPECT_EQ(agreement.leading_side, Side::mentor);
    EXPECT_EQ(agreement.ends_on, kToday + 182);
}

TEST(DraftingAnAgreement, puts_the_topic_into_the_programmes_words) {
    EXPECT_EQ(drafted_outcome({"{topic}: use it."}, "Short video"), "Short video: use it.");
    EXPECT_EQ(drafted_outcome({"Learn."}, "Short video"), "Learn.");
}

TEST(DraftingAnAgreement, ends_with_the_programme_when_that_is_known) {
    EXPECT_EQ(draft({{}, {}, {}, kToday + 60}, kToday).ends_on, kToday + 60);
    EXPECT_EQ(draft({{}, {}, {}, kToday - 1}, kToday).ends_on, kToday + 182);
}

TEST(SigningAnAgreement, starts_the_pair_with_the_fourth_signature) {
    auto papers = signed_by(Side::mentor, written_down());
    EXPECT_EQ(stage_of(papers.pairing), Stage::agreeing);
    papers = *sign_charter(papers, Side::mentee, 1, kNow);
    EXPECT_EQ(stage_of(papers.pairing), Stage::agreeing);
    papers = *sign_agreement(papers, Side::mentee, 1, Confirms::neither_decides, kNow);
    EXPECT_EQ(stage_of(papers.pairing), Stage::started);
    EXPECT_EQ(papers.pairing.started_at, kNow);
}

TEST(SigningAnAgreement, is_refused_the_second_time) {
    auto papers = signed_by(Side::mentor, written_down());
    EXPECT_EQ(sign_agreement(papers, Side::mentor, 1, Confirms::neither_decides, kNow).refusal().code,
              "already_signed");
    EXPECT_EQ(sign_charter(papers, Side::mentor, 1, kNow).refusal().code, "already_signed");
}

TEST(SigningAnAgreement, is_refused_while_a_side_has_no_outcome) {
    for (auto side : {Side::mentor, Side::mentee}) {
        auto papers = written_down();
        (side == Side::mentor ? papers.agreement.mentor_outcomes : papers.agreement.mentee_outcomes).clear();
        for (auto signer : {Side::mentor, Side::mentee})
            EXPECT_EQ(sign_agreement(papers, signer, 1, Confirms::neither_decides, kNow).refusal().code,
                      "outcome_missing");
    }
}

TEST(SigningAnAgreement, needs_the_word_that_neither_decides_about_the_other) {
    auto refused = sign_agreement(written_down(), Side::mentor, 1, Confirms::nothing, kNow);
    EXPECT_EQ(refused.refusal().errors.at(0).pointer, "/neither_decides");
}

TEST(SigningAnAgreement, is_refused_for_a_version_that_is_not_there) {
    auto const newer = sign_agreement(written_down(), Side::mentor, 2, Confirms::neither_decides, kNow).refusal();
    EXPECT_EQ(newer.code, "stale");
    EXPECT_EQ(newer.params.at("version"), "1");
    Papers only_drafted = written_down();
    only_drafted.agreement.version = 0;
    auto const unwritten = sign_agreement(only_drafted, Side::mentor, 0, Confirms::neither_decides, kNow).refusal();
    EXPECT_EQ(unwritten.code, "stale");
    EXPECT_EQ(unwritten.params.at("version"), "0");
    auto const charter = sign_charter(written_down(), Side::mentor, 2, kNow).refusal();
    EXPECT_EQ(charter.code, "stale");
    EXPECT_EQ(charter.params.at("version"), "1");
}

TEST(SigningAnAgreement, is_refused_before_both_said_go_on_and_after_the_end) {
    auto papers = written_down();
    papers.pairing.went_on_at.reset();
    EXPECT_EQ(sign_agreement(papers, Side::mentor, 1, Confirms::neither_decides, kNow).refusal().code,
              "still_exploring");
    papers.pairing.set_aside_at = kNow;
    EXPECT_EQ(sign_charter(papers, Side::mentor, 1, kNow).refusal().code, "pairing_over");
}

TEST(ChangingAnAgreement, takes_back_the_signatures_of_the_version_before) {
    auto papers = signed_by(Side::mentor, written_down());
    auto wanted = papers.agreement;
    wanted.cadence = Cadence::fortnightly;
    papers = *change_agreement(papers, wanted, kToday);
    EXPECT_EQ(papers.agreement.version, 2);
    EXPECT_FALSE(has_signed(papers.signatures, Side::mentor, Document::agreement, 1));
    EXPECT_TRUE(has_signed(papers.signatures, Side::mentor, Document::charter, 1)) << "the charter did not change";
}

TEST(ChangingAnAgreement, costs_no_signature_when_nothing_changed) {
    auto papers = signed_by(Side::mentor, written_down());
    EXPECT_EQ(*change_agreement(papers, papers.agreement, kToday), papers);
}

TEST(ChangingAnAgreement, is_refused_over_a_newer_one_and_for_an_end_in_the_past) {
    auto papers = written_down();
    auto const stale = change_agreement(papers, two_sided(), kToday).refusal();
    EXPECT_EQ(stale.code, "stale");
    EXPECT_EQ(stale.params.at("version"), "1") << "the current one";
    auto wanted = papers.agreement;
    wanted.ends_on = kToday;
    EXPECT_EQ(change_agreement(papers, wanted, kToday).refusal().errors.at(0).pointer, "/ends_on");
}

TEST(TheCoordinatorLine, says_nothing_of_one_signature_and_names_the_cadence_once_both_signed) {
    auto one = signed_by(Side::mentor, written_down());
    CoordinatorLine unsigned_line;
    EXPECT_EQ(coordinator_line(one, kToday), unsigned_line);
    EXPECT_EQ(coordinator_line(written_down(), kToday), unsigned_line);
    auto both = coordinator_line(signed_by(Side::mentee, one), kToday);
    EXPECT_EQ(both->state, CoordinatorState::started);
    EXPECT_TRUE(both->is_agreement_signed);
    EXPECT_TRUE(both->is_charter_signed);
    EXPECT_EQ(both->cadence, Cadence::monthly);
}

TEST(TakingBackASignature, is_possible_until_the_pair_starts) {
    auto papers = signed_by(Side::mentor, written_down());
    EXPECT_EQ(withdraw_signature(papers, Side::mentee).refusal().code, "not_signed");
    EXPECT_TRUE(withdraw_signature(papers, Side::mentor));
    EXPECT_EQ(withdraw_signature(signed_by(Side::mentee, papers), Side::mentor).refusal().code, "already_started");
}

TEST(TheAllowedActions, are_those_the_verbs_would_not_refuse) {
    auto papers = written_down();
    EXPECT_THAT(allowed_actions(papers, Side::mentor, kNow),
                ElementsAre(Action::change_agreement, Action::sign_agreement, Action::sign_charter, Action::close));
    auto started = signed_by(Side::mentee, signed_by(Side::mentor, papers));
    EXPECT_THAT(allowed_actions(started, Side::mentor, kNow),
                ElementsAre(Action::change_agreement, Action::pause, Action::close));
    auto exploring = papers;
    exploring.pairing.went_on_at.reset();
    exploring.pairing.opened_at = kNow;
    exploring.pairing.answers_close_at = kNow + std::chrono::hours(24);
    EXPECT_THAT(allowed_actions(exploring, Side::mentee, kNow), ElementsAre(Action::set_meeting, Action::answer));
    exploring.pairing.set_aside_at = kNow;
    EXPECT_THAT(allowed_actions(exploring, Side::mentee, kNow), IsEmpty());
}

// A pair never starts without four signatures on what stands there now, whatever order things happen in.
TEST(AnAgreement, is_signed_by_both_as_it_stands_whenever_a_pair_starts) {
    auto random = base::seeded_random(7);
    for (int history = 0; history < 5000; ++history) {
        auto papers = written_down();
        for (int step = 0; step < 12 && !papers.pairing.started_at; ++step) {
            auto side = random->below(2) == 0 ? Side::mentor : Side::mentee;
            auto wanted = papers.agreement;
            wanted.notice_days = static_cast<std::int32_t>(random->below(3));
            auto next = [&]() -> base::Result<Papers> {
                switch (random->below(4)) {
                    case 0:
                        return change_agreement(papers, wanted, kToday);
                    case 1:
                        return sign_charter(papers, side, 1, kNow);
                    case 2:
                        return withdraw_signature(papers, side);
                    default:
                        return sign_agreement(papers, side, papers.agreement.version, Confirms::neither_decides, kNow);
                }
            }();
            if (next) papers = *next;
        }
        bool complete = both_signed(papers.signatures, Document::agreement, papers.agreement.version) &&
                        both_signed(papers.signatures, Document::charter, 1);
        ASSERT_EQ(papers.pairing.started_at.has_value(), complete);
    }
}

TEST(TheCharter, has_a_version_a_title_and_the_twelve_clauses) {
    std::ifstream file(OBVERSE_SOURCE_DIR "/content/charter/en.md");
    std::stringstream text;
    text << file.rdbuf();
    auto charter = read_charter(text.str());
    EXPECT_EQ(charter.version, 1);
    EXPECT_EQ(charter.clauses.size(), 12U);
    for (auto const& clause : charter.clauses) EXPECT_FALSE(clause.text.empty()) << clause.title;
    EXPECT_THROW(read_charter("# no version\n## clause\ntext"), std::logic_error);
}

}  // namespace
}  // namespace pairing
