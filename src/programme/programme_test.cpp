#include "programme/programme.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "programme/aim.hpp"

using namespace programme;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

base::Day day_in_programme_test(std::string_view text) {
    return *base::parse_day(text);
}

Settings ready_settings() {
    auto settings = default_settings("Compass", Direction::reverse, 15);
    settings.purpose = "Directors learn how a shift really runs.";
    settings.results_use = "The board answers three of the questions that come up.";
    settings.ends_on = day_in_programme_test("2027-06-30");
    return settings;
}

Standing ready_standing() {
    return {.instruments = {"voice"},
            .aims = 1,
            .coordinators = 1,
            .participating_coordinators = 0,
            .confidential_contacts = 2,
            .sponsor_accepted = true};
}

std::vector<std::string> codes_of(base::Refusal const& refusal) {
    std::vector<std::string> codes;
    for (auto const& error : refusal.errors) codes.push_back(error.pointer + " " + error.code);
    return codes;
}

}  // namespace

TEST(AProgramme, is_light_by_default_up_to_thirty_pairs) {
    EXPECT_EQ(default_settings("Pilot", Direction::reverse, 30).suggestions_each, 1);
    EXPECT_EQ(default_settings("Large", Direction::reverse, 31).suggestions_each, 3);
    auto const pilot = default_settings("Pilot", Direction::reverse, 15);
    EXPECT_EQ(pilot.rounds, 2);
    EXPECT_EQ(pilot.round_days, 14);
    EXPECT_EQ(pilot.closing_working_days, 5);
    EXPECT_EQ(pilot.mentor_capacity, 1);
    EXPECT_EQ(pilot.mentee_capacity, 1);
    EXPECT_EQ(pilot.total_capacity, 2);
}

TEST(AProgramme, in_reverse_asks_for_partners_from_above_by_default) {
    EXPECT_EQ(default_settings("Pilot", Direction::reverse, 15).level_gap_least, 1);
    EXPECT_EQ(default_settings("Pilot", Direction::traditional, 15).level_gap_most, -1);
    EXPECT_FALSE(default_settings("Pilot", Direction::peer, 15).level_gap_least);
}

TEST(SettingsOfAProgramme, say_all_that_is_wrong_at_once) {
    auto settings = ready_settings();
    settings.name = "  ";
    settings.starts_on = settings.ends_on;
    settings.level_gap_most = 0;
    settings.mentor_capacity = 3;
    settings.waiting_is_comparison = true;
    auto checked = check(settings);
    ASSERT_FALSE(checked);
    EXPECT_THAT(codes_of(checked.refusal()),
                ElementsAre("/name too_short", "/ends_on before_start", "/level_gap_most too_small",
                            "/total_capacity too_small", "/waiting_is_comparison comparison_needs_lottery"));
}

TEST(SettingsOfAProgramme, weigh_something) {
    auto settings = ready_settings();
    settings.weights = {0, 0, 0, 0};
    EXPECT_THAT(codes_of(check(settings).refusal()), ElementsAre("/weights nothing_counts"));
    settings.weights.style = 1;
    EXPECT_TRUE(check(settings));
}

TEST(SettingsOfAProgramme, may_be_empty_in_draft) {
    auto checked = check(default_settings(" Compass  2027 ", Direction::reverse, 15));
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->name, "Compass 2027");
}

TEST(TheFirstInvitation, needs_purpose_aims_end_use_of_results_a_sponsor_and_two_to_talk_to) {
    EXPECT_THAT(missing_before_inviting(default_settings("Compass", Direction::reverse, 15), {}),
                ElementsAre(Missing::purpose, Missing::aims, Missing::end, Missing::results_use, Missing::sponsor,
                            Missing::confidential_contacts));
    auto one = ready_standing();
    one.confidential_contacts = 1;
    EXPECT_THAT(missing_before_inviting(ready_settings(), one), ElementsAre(Missing::confidential_contacts));
    EXPECT_THAT(missing_before_inviting(ready_settings(), ready_standing()), IsEmpty());
}

TEST(TheFirstInvitation, does_not_take_blanks_for_a_purpose) {
    auto settings = ready_settings();
    settings.purpose = " \n ";
    EXPECT_THAT(missing_before_inviting(settings, ready_standing()), ElementsAre(Missing::purpose));
}

TEST(TheFirstInvitation, needs_a_second_coordinator_where_one_takes_part) {
    auto standing = ready_standing();
    standing.participating_coordinators = 1;
    EXPECT_THAT(missing_before_inviting(ready_settings(), standing), ElementsAre(Missing::second_coordinator));
    standing.coordinators = 2;
    EXPECT_THAT(missing_before_inviting(ready_settings(), standing), IsEmpty());
}

TEST(TheFirstInvitation, is_refused_where_a_side_would_be_asked_more_than_thirty_questions) {
    auto standing = ready_standing();
    standing.instruments = {"se_m", "intim", "lead", "stereo", "belong", "org", "engage"};
    EXPECT_THAT(missing_before_inviting(ready_settings(), standing), ElementsAre(Missing::shorter_questions));
}

TEST(TheFirstInvitation, names_what_is_missing_in_its_refusal) {
    auto refused = may_invite(State::enrolling, ready_settings(), {.aims = 1});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "programme_not_ready");
    EXPECT_EQ(refused.refusal().params.at("missing"), "sponsor,confidential_contacts");
}

TEST(Inviting, is_refused_in_draft_and_after_the_end) {
    EXPECT_TRUE(may_invite(State::enrolling, ready_settings(), ready_standing()));
    EXPECT_TRUE(may_invite(State::running, ready_settings(), ready_standing()));
    for (auto state : {State::draft, State::reviewing, State::closed})
        EXPECT_EQ(may_invite(state, ready_settings(), ready_standing()).refusal().code, "programme_not_inviting");
}

TEST(AProgramme, runs_as_soon_as_two_have_begun_and_is_not_taken_back_by_a_later_pair) {
    for (auto state : {State::enrolling, State::matching, State::running})
        EXPECT_EQ(state_with_a_pair(state), State::running);
    for (auto state : {State::draft, State::reviewing, State::closed}) EXPECT_EQ(state_with_a_pair(state), state);
}

TEST(AProgramme, leaves_draft_only_when_it_may_invite) {
    EXPECT_EQ(move(State::draft, State::enrolling, ready_settings(), ready_standing()), State::enrolling);
    EXPECT_EQ(move(State::draft, State::enrolling, ready_settings(), {}).refusal().code, "programme_not_ready");
}

TEST(AProgramme, goes_its_way_and_no_other) {
    auto const settings = ready_settings();
    auto const standing = ready_standing();
    std::vector<State> const all{State::draft,   State::enrolling, State::matching,
                                 State::running, State::reviewing, State::closed};
    int moves = 0;
    for (auto from : all)
        for (auto to : all)
            if (from != to && move(from, to, settings, standing)) ++moves;
    EXPECT_EQ(moves, 7);
    EXPECT_EQ(move(State::closed, State::running, settings, standing).refusal().code, "programme_state");
    EXPECT_EQ(move(State::running, State::running, settings, standing), State::running);
}

TEST(TheReadyAims, are_six_and_each_names_its_instruments) {
    ASSERT_EQ(aim_catalogue().aims.size(), 6U);
    for (auto const& aim : aim_catalogue().aims) {
        ASSERT_FALSE(aim.instruments.empty()) << aim.key;
        for (auto const& key : aim.instruments) EXPECT_NE(instrument::catalogue().find(key), nullptr) << key;
        EXPECT_FALSE(aim.gains_of_those_who_teach.empty() || aim.gains_of_those_who_learn.empty() ||
                     aim.business_aim.empty());
    }
}

TEST(TheReadyAims, fit_the_ten_questions_of_a_small_programme_with_their_first_instrument) {
    for (auto const& aim : aim_catalogue().aims) {
        EXPECT_LE(instrument::budget({aim.instruments.front()}, instrument::Side::mentor).items, kLightItems);
        EXPECT_LE(instrument::budget({aim.instruments.front()}, instrument::Side::mentee).items, kLightItems);
    }
}

TEST(AnAim, is_measured_by_its_first_instrument_unless_more_are_named) {
    auto aims = check_aims({{"speak_up_and_lead", {}}}, 15);
    ASSERT_TRUE(aims);
    EXPECT_THAT(aims->front().instruments, ElementsAre("se_m"));
}

TEST(AnAim, is_refused_when_unknown_named_twice_or_measured_by_another_ones_instrument) {
    auto aims = check_aims({{"be_heard", {}}, {"be_heard", {"know"}}, {"be_young", {}}}, 15);
    ASSERT_FALSE(aims);
    EXPECT_THAT(codes_of(aims.refusal()),
                ElementsAre("/aims/1/aim twice", "/aims/1/instruments unknown_instrument", "/aims/2/aim unknown_aim"));
}

TEST(AnAim, asks_about_staying_only_from_sixty_people) {
    EXPECT_EQ(check_aims({{"belong_and_stay", {"belong", "stay"}}}, 29).refusal().errors.front().code,
              "too_few_people");
    EXPECT_TRUE(check_aims({{"belong_and_stay", {"belong", "stay"}}}, 30));
}

TEST(Aims, ask_no_side_more_than_thirty_questions) {
    auto aims = check_aims({{"speak_up_and_lead", {"se_m", "intim", "lead"}},
                            {"see_each_other", {}},
                            {"belong_and_stay", {"belong", "valued", "org", "engage"}}},
                           15);
    ASSERT_FALSE(aims);
    EXPECT_EQ(aims.refusal().errors.front().code, "too_many_questions");
    EXPECT_EQ(aims.refusal().errors.front().params.at("items"), "37");
}
