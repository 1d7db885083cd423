#include "pairing/introduction.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace pairing {
namespace {

constexpr base::Day kAskedOn{20'000};

struct IntroducingThem : testing::Test {
    std::shared_ptr<base::Random> random = base::seeded_random(72);
    PersonId ana = PersonId::make(*random);
    PersonId sofia = PersonId::make(*random);
    PersonId lena = PersonId::make(*random);
    Pairing pair = [this] {
        Pairing started;
        started.id = PairingId::make(*random);
        started.mentor_id = ana;
        started.mentee_id = sofia;
        started.went_on_at = base::start_of_utc(kAskedOn - 30);
        started.started_at = base::start_of_utc(kAskedOn - 30);
        return started;
    }();

    Introduction wanted() {
        Introduction one;
        one.id = IntroductionId::make(*random);
        one.introducer_id = sofia;
        one.colleague_id = lena;
        return one;
    }
    Introduction asked() { return introduce(pair, wanted(), {}, kAskedOn).value(); }
};

TEST_F(IntroducingThem, is_for_whoever_stands_higher) {
    using programme::Direction;
    EXPECT_TRUE(may_introduce(Direction::reverse, Side::mentee));
    EXPECT_FALSE(may_introduce(Direction::reverse, Side::mentor));
    EXPECT_TRUE(may_introduce(Direction::traditional, Side::mentor));
    EXPECT_FALSE(may_introduce(Direction::traditional, Side::mentee));
    for (auto side : {Side::mentor, Side::mentee}) {
        EXPECT_TRUE(may_introduce(Direction::reciprocal, side));
        EXPECT_TRUE(may_introduce(Direction::peer, side));
    }
}

TEST_F(IntroducingThem, waits_a_fortnight) {
    auto const one = asked();
    EXPECT_EQ(one.partner_id, ana);
    EXPECT_EQ(state_of(one, kAskedOn + 13), IntroductionState::waiting);
    EXPECT_EQ(state_of(one, kAskedOn + 14), IntroductionState::not_going_ahead);
}

TEST_F(IntroducingThem, refuses_one_of_the_two_and_a_pair_that_has_not_begun_or_is_over) {
    auto to_herself = wanted();
    to_herself.colleague_id = ana;
    EXPECT_EQ(introduce(pair, to_herself, {}, kAskedOn).refusal().code, "invalid");
    auto agreeing = pair;
    agreeing.started_at.reset();
    EXPECT_EQ(introduce(agreeing, wanted(), {}, kAskedOn).refusal().code, "not_started");
    auto over = close(pair, Ending::ended, kAskedOn).value();
    EXPECT_EQ(introduce(over, wanted(), {}, kAskedOn).refusal().code, "pairing_over");
}

TEST_F(IntroducingThem, asks_the_same_two_once_in_ninety_days_and_keeps_three_waiting_at_most) {
    auto const first = asked();
    EXPECT_EQ(introduce(pair, wanted(), {first}, kAskedOn + 89).refusal().code, "introduced_lately");
    EXPECT_TRUE(introduce(pair, wanted(), {first}, kAskedOn + 90));
    std::vector<Introduction> three;
    for (int i = 0; i < 3; ++i) {
        auto other = wanted();
        other.colleague_id = PersonId::make(*random);
        three.push_back(introduce(pair, other, three, kAskedOn).value());
    }
    EXPECT_EQ(introduce(pair, wanted(), three, kAskedOn).refusal().code, "too_many_introductions");
    EXPECT_TRUE(introduce(pair, wanted(), three, kAskedOn + 14)) << "none of them waits any more";
}

TEST_F(IntroducingThem, asks_the_colleague_only_after_the_partner_and_never_where_they_are_kept_apart) {
    auto const one = asked();
    EXPECT_EQ(part_of(one, {}, false, sofia), IntroductionPart::introducer);
    EXPECT_EQ(part_of(one, {}, false, ana), IntroductionPart::partner);
    EXPECT_EQ(part_of(one, {}, false, lena), std::nullopt);
    EXPECT_EQ(part_of(one, {IntroductionReply::not_now, {}}, false, lena), std::nullopt);
    EXPECT_EQ(part_of(one, {IntroductionReply::yes, {}}, true, lena), std::nullopt);
    EXPECT_EQ(part_of(one, {IntroductionReply::yes, {}}, false, lena), IntroductionPart::colleague);
    EXPECT_EQ(part_of(one, {IntroductionReply::yes, {}}, false, PersonId::make(*random)), std::nullopt);
}

TEST_F(IntroducingThem, is_made_by_two_yeses_and_can_be_answered_anew_until_then) {
    auto const declined = reply(asked(), {}, IntroductionPart::partner, IntroductionReply::not_now, kAskedOn).value();
    EXPECT_FALSE(declined.introduction.made_on);
    auto const yes =
        reply(declined.introduction, declined.replies, IntroductionPart::partner, IntroductionReply::yes, kAskedOn)
            .value();
    auto const made =
        reply(yes.introduction, yes.replies, IntroductionPart::colleague, IntroductionReply::yes, kAskedOn + 3).value();
    EXPECT_EQ(made.introduction.made_on, kAskedOn + 3);
    EXPECT_EQ(reply(made.introduction, made.replies, IntroductionPart::colleague, IntroductionReply::not_now, kAskedOn)
                  .refusal()
                  .code,
              "introduction_over");
    EXPECT_TRUE(reply(made.introduction, made.replies, IntroductionPart::colleague, IntroductionReply::yes, kAskedOn))
        << "the same again says the same";
    EXPECT_EQ(reply(asked(), {}, IntroductionPart::partner, IntroductionReply::yes, kAskedOn + 14).refusal().code,
              "introduction_over");
    EXPECT_EQ(reply(asked(), {}, IntroductionPart::introducer, IntroductionReply::yes, kAskedOn).refusal().kind,
              base::RefusalKind::not_found);
}

}  // namespace
}  // namespace pairing
