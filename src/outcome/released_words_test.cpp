#include "outcome/released_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace outcome {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Words of_a_pair() {
    Words words;
    words.about = WordsAbout::pair;
    words.text = "We decide faster";
    words.names = {"Ana Moreira", "Sofia Lind"};
    return words;
}

TEST(ReleasedWords, of_oneself_need_ones_own_consent_and_those_of_a_pair_both) {
    Words own;
    EXPECT_FALSE(may_go_out(own));
    own.is_consented = true;
    EXPECT_TRUE(may_go_out(own));
    auto words = of_a_pair();
    words.is_consented = true;
    EXPECT_FALSE(may_go_out(words));
    words.partner = PartnerConsent::rather_not;
    EXPECT_FALSE(may_go_out(words));
    words.partner = PartnerConsent::consent;
    EXPECT_TRUE(may_go_out(words));
    words.is_consented = false;
    EXPECT_FALSE(may_go_out(words)) << "the partner's alone";
}

TEST(ReleasedWords, look_the_same_to_their_author_whether_the_partner_said_no_or_nothing) {
    auto words = of_a_pair();
    words.is_consented = true;
    EXPECT_EQ(state_of(words, false), WordsState::waits);
    for (auto const answer : {PartnerConsent::rather_not, PartnerConsent::consent}) {
        words.partner = answer;
        EXPECT_EQ(state_of(words, false), WordsState::waits);
    }
}

TEST(ReleasedWords, that_are_changed_are_put_to_the_partner_anew_and_those_that_are_not_are_not) {
    auto words = of_a_pair();
    words.partner = PartnerConsent::rather_not;
    EXPECT_EQ(change(words, of_a_pair()).partner, PartnerConsent::rather_not);
    auto other = of_a_pair();
    other.names.clear();
    EXPECT_EQ(change(words, other).partner, std::nullopt);
    EXPECT_EQ(change(words, other).version, 2);
}

TEST(ReleasedWords, are_withdrawn_with_the_partners_consent_and_a_no_stays_a_no) {
    auto words = of_a_pair();
    words.is_consented = true;
    words.partner = PartnerConsent::consent;
    words.released_id.emplace();
    auto const withdrawn = withdraw(words);
    EXPECT_EQ(state_of(withdrawn, false), WordsState::draft);
    EXPECT_EQ(withdrawn.partner, std::nullopt);
    words.partner = PartnerConsent::rather_not;
    EXPECT_EQ(withdraw(words).partner, PartnerConsent::rather_not);
}

TEST(ReleasedWords, can_be_withdrawn_until_they_are_published) {
    EXPECT_THAT(allowed_actions(WordsState::waits), ElementsAre(WordsAction::withdraw));
    EXPECT_THAT(allowed_actions(WordsState::released), ElementsAre(WordsAction::withdraw));
    EXPECT_THAT(allowed_actions(WordsState::published), IsEmpty());
}

}  // namespace
}  // namespace outcome
