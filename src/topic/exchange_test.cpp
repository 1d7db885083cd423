#include "topic/exchange.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace topic;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::vector<std::string> codes_in(base::Refusal const& refusal) {
    std::vector<std::string> codes;
    for (auto const& error : refusal.errors) codes.push_back(error.pointer + " " + error.code);
    return codes;
}

programme::Profile ready_profile() {
    programme::Profile profile;
    profile.usual_times = {{programme::Weekday::monday, 540, 600}};
    profile.charter_read_version = 1;
    return profile;
}

}  // namespace

TEST(AnExchange, takes_one_to_three_topics_each_way) {
    EXPECT_TRUE(check_topics({{{"C1", 2}}, {{"I1", 1}}, {}}));
    auto many = check_topics({{{"C1", 2}, {"C2", 2}, {"C3", 2}, {"C4", 2}}, {}, {}});
    EXPECT_THAT(codes_in(many.refusal()), ElementsAre("/offers too_many"));
}

TEST(AnExchange, counts_private_topics_among_the_three) {
    auto many = check_topics({{}, {{"I1", 1}, {"I2", 2}, {"I3", 3}}, {{"E1", Way::want, 1, false}}});
    EXPECT_THAT(codes_in(many.refusal()), ElementsAre("/wants too_many"));
}

TEST(AnExchange, knows_its_topics_and_takes_each_once_a_way) {
    auto wrong = check_topics({{{"C1", 2}, {"C1", 3}, {"Z9", 1}}, {{"C1", 1}}, {}});
    EXPECT_THAT(codes_in(wrong.refusal()), ElementsAre("/offers/1/topic twice", "/offers/2/topic unknown_topic"));
}

TEST(AnExchange, takes_a_private_topic_only_as_a_consent_of_its_own) {
    auto open = check_topics({{{"E1", 2}}, {}, {}});
    EXPECT_THAT(codes_in(open.refusal()), ElementsAre("/offers/0/topic private_topic"));
    auto needless = check_topics({{}, {}, {{"C1", Way::bring, 2, false}}});
    EXPECT_THAT(codes_in(needless.refusal()), ElementsAre("/private_topics/0/topic not_private"));
    EXPECT_TRUE(check_topics({{}, {}, {{"E1", Way::bring, 2, false}, {"E1", Way::want, 1, false}}}));
}

TEST(WillNotDiscuss, takes_topics_and_families_once) {
    auto subjects = check_will_not_discuss({"F3", "E", "F3"}, {{{"C1", 2}}, {}, {}});
    ASSERT_TRUE(subjects);
    EXPECT_THAT(*subjects, ElementsAre("E", "F3"));
}

TEST(WillNotDiscuss, holds_whichever_is_written_last) {
    auto const kept = check_topics_kept({{{"C1", 2}}, {{"I1", 1}}, {{"E4", Way::want, 1, false}}}, {"C", "I1", "E"});
    EXPECT_THAT(codes_in(kept.refusal()), ElementsAre("/offers/0 wanted_and_left_out", "/wants/0 wanted_and_left_out",
                                                      "/private_topics/0 wanted_and_left_out"));
    EXPECT_TRUE(check_topics_kept({{{"C1", 2}}, {{"I1", 1}}, {}}, {"F3", "E"}));
}

TEST(WillNotDiscuss, does_not_leave_out_what_somebody_brings_or_wants) {
    auto subjects = check_will_not_discuss({"C", "I1", "X"}, {{{"C1", 2}}, {{"I1", 1}}, {}});
    EXPECT_THAT(
        codes_in(subjects.refusal()),
        ElementsAre("/subjects/0 wanted_and_left_out", "/subjects/1 wanted_and_left_out", "/subjects/2 unknown_topic"));
}

TEST(AnExchange, is_ready_with_a_topic_each_way_times_and_the_charter_read) {
    EXPECT_THAT(still_needed({}, {}),
                ElementsAre(StillNeeded::bring, StillNeeded::want, StillNeeded::usual_times, StillNeeded::charter));
    EXPECT_THAT(still_needed({{{"C1", 2}}, {{"I1", 1}}, {}}, ready_profile()), IsEmpty());
    EXPECT_THAT(still_needed({{}, {{"I1", 1}}, {{"E1", Way::bring, 1, false}}}, ready_profile()), IsEmpty());
}

TEST(JoiningAProgramme, costs_no_more_inputs_than_promised) {
    EXPECT_LE(required_inputs(Side::mentee), kMostInputsOfMentee);
    EXPECT_LE(required_inputs(Side::mentor), kMostInputsOfMentor);
}
