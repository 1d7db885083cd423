#include "programme/waiting_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace programme;
using testing::ElementsAre;

namespace {

EnrolmentId waiting_id(std::uint8_t number) {
    EnrolmentId id;
    id.bytes.back() = number;
    return id;
}

}  // namespace

TEST(TheWaitingList, says_what_is_true_and_not_what_is_hoped) {
    EXPECT_EQ(honest_status({.state = State::running, .has_more_rounds = true, .has_free_place = true}),
              WaitingStatus::next_round);
    EXPECT_EQ(honest_status({.state = State::running, .has_more_rounds = true, .has_free_place = false}),
              WaitingStatus::no_place_yet);
    EXPECT_EQ(honest_status({.state = State::enrolling, .has_more_rounds = false, .has_free_place = true}),
              WaitingStatus::nobody_fits_yet);
    EXPECT_EQ(honest_status({.state = State::reviewing, .has_more_rounds = true, .has_free_place = true}),
              WaitingStatus::next_programme);
    EXPECT_EQ(
        honest_status(
            {.state = State::running, .has_more_rounds = false, .has_free_place = true, .is_enrolment_closed = true}),
        WaitingStatus::next_programme);
}

TEST(AStatus, is_renewed_at_least_every_fourteen_days) {
    EXPECT_TRUE(needs_renewal(std::nullopt, base::Day{100}));
    EXPECT_FALSE(needs_renewal(base::Day{87}, base::Day{100}));
    EXPECT_TRUE(needs_renewal(base::Day{86}, base::Day{100}));
}

TEST(TheWaitingList, goes_by_date_by_need_or_as_drawn) {
    std::vector<Waiting> const waiting{{waiting_id(1), base::Instant{30}, 0, 2},
                                       {waiting_id(2), base::Instant{10}, 2, std::nullopt},
                                       {waiting_id(3), base::Instant{20}, 6, 1}};
    EXPECT_THAT(in_order(waiting, WaitingOrder::first_come), ElementsAre(waiting_id(2), waiting_id(3), waiting_id(1)));
    EXPECT_THAT(in_order(waiting, WaitingOrder::by_need), ElementsAre(waiting_id(3), waiting_id(2), waiting_id(1)));
    EXPECT_THAT(in_order(waiting, WaitingOrder::lottery), ElementsAre(waiting_id(3), waiting_id(1), waiting_id(2)));
}

TEST(ADraw, is_repeated_by_anybody_who_knows_the_seed) {
    std::vector<EnrolmentId> const ids{waiting_id(1), waiting_id(2), waiting_id(3), waiting_id(4)};
    std::vector<EnrolmentId> const turned(ids.rbegin(), ids.rend());
    EXPECT_EQ(draw(ids, 7), draw(turned, 7));
    EXPECT_THAT(draw(ids, 7), testing::UnorderedElementsAreArray(ids));
}

TEST(ADraw, gives_each_ticket_the_number_that_sha256sum_prints) {
    // printf '%s' '7 00000000-0000-0000-0000-000000000001' | sha256sum
    auto const ticket = EnrolmentId::parse("00000000-0000-0000-0000-000000000001").value();
    EXPECT_EQ(draw_number(7, ticket), "d18ed7dfc55706a37e235ff7f746f5973899a8302bfb651c5e3768efe2616477");
}

TEST(ADraw, favours_nobody) {
    std::vector<EnrolmentId> const ids{waiting_id(1), waiting_id(2), waiting_id(3), waiting_id(4)};
    constexpr int kDraws = 4000;
    int first = 0;
    for (std::int64_t seed = 0; seed < kDraws; ++seed)
        if (draw(ids, seed).front() == waiting_id(1)) ++first;
    EXPECT_NEAR(first, kDraws / 4, 110);
}
