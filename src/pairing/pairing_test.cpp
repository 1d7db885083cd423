#include "pairing/pairing.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/rematch.hpp"

namespace pairing {
namespace {

using base::Instant;
constexpr auto kHour = std::chrono::hours(1);
constexpr auto kDay = std::chrono::hours(24);

// A Monday.
Instant const kOpened = base::start_of_utc(*base::make_day(2026, 11, 23)) + 9 * kHour;

PersonId numbered_person(std::uint8_t number) {
    PersonId id;
    id.bytes[15] = number;
    return id;
}
PersonId const kAna = numbered_person(1);
PersonId const kMarta = numbered_person(2);

Pairing ana_and_marta() {
    return *open(PairingId{}, ProgrammeId{}, Origin::run, kAna, {1, 0}, kMarta, {1, 0}, kOpened);
}
Pairing after_both_go_on() {
    auto pairing = ana_and_marta();
    pairing.went_on_at = kOpened + kDay;
    return pairing;
}
Pairing once_started() {
    auto pairing = after_both_go_on();
    pairing.started_at = kOpened + 2 * kDay;
    return pairing;
}
base::Day day(int number) {
    return base::utc_day(kOpened) + number;
}

TEST(OpeningAPairing, holds_a_place_of_both_and_gives_five_working_days) {
    auto pairing = ana_and_marta();
    EXPECT_EQ(stage_of(pairing), Stage::exploring);
    EXPECT_EQ(pairing.side_of(kAna), Side::mentor);
    EXPECT_EQ(pairing.side_of(kMarta), Side::mentee);
    EXPECT_EQ(pairing.side_of(numbered_person(3)), std::nullopt);
    EXPECT_EQ(base::to_text(pairing.answers_close_at), "2026-12-01T00:00:00Z");  // after Monday the 30th
}

TEST(OpeningAPairing, is_refused_without_a_free_place_on_either_side) {
    auto full_mentor = open({}, {}, Origin::run, kAna, {1, 1}, kMarta, {1, 0}, kOpened);
    EXPECT_EQ(full_mentor.refusal().code, "no_free_place");
    EXPECT_EQ(full_mentor.refusal().params.at("side"), "mentor");
    auto full_mentee = open({}, {}, Origin::run, kAna, {2, 1}, kMarta, {0, 0}, kOpened);
    EXPECT_EQ(full_mentee.refusal().params.at("side"), "mentee");
}

TEST(OpeningAPairing, is_refused_for_one_person_twice) {
    EXPECT_EQ(open({}, {}, Origin::run, kAna, {1, 0}, kAna, {1, 0}, kOpened).refusal().code, "same_person_twice");
}

TEST(TheClosingTime, is_five_working_days_after_the_meeting_when_there_is_one) {
    auto friday = kOpened + 4 * kDay;
    EXPECT_EQ(base::to_text(closing_time(kOpened, friday)), "2026-12-05T00:00:00Z");
    EXPECT_EQ(closing_time(kOpened, kOpened - kDay), closing_time(kOpened, std::nullopt));
}

ExploratoryMeeting coffee_at(Instant at, std::int32_t version = 0) {
    return {version, "2026-11-27T10:00", "Europe/Paris", at, MeetingMode::in_person, "Canteen"};
}

TEST(SettingTheExploratoryMeeting, moves_the_closing_time_and_its_own_version) {
    auto set = set_meeting(ana_and_marta(), {}, coffee_at(kOpened + 10 * kDay), kOpened);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->meeting.version, 1);
    EXPECT_EQ(set->pairing.answers_close_at, closing_time(kOpened, kOpened + 10 * kDay));
}

TEST(ALocalTimeOfAMeeting, needs_a_minute_and_a_known_zone) {
    EXPECT_EQ(base::to_text(*to_instant("2026-11-24T15:00", "Europe/Paris")), "2026-11-24T14:00:00Z");
    for (auto const* nonsense : {"2026-11-24", "2026-11-24T25:00", "2026-11-24T15:00:00", "tomorrow", ""})
        EXPECT_EQ(to_instant(nonsense, "UTC").refusal().errors.at(0).pointer, "/starts_local") << nonsense;
    EXPECT_EQ(to_instant("2026-11-24T15:00", "Mars/Olympus").refusal().errors.at(0).pointer, "/time_zone");
}

TEST(SettingTheExploratoryMeeting, never_brings_the_closing_time_forward) {
    auto late = set_meeting(ana_and_marta(), {}, coffee_at(kOpened + 10 * kDay), kOpened);
    auto earlier = set_meeting(late->pairing, late->meeting, coffee_at(kOpened + kDay, 1), kOpened);
    EXPECT_EQ(earlier->pairing.answers_close_at, late->pairing.answers_close_at);
}

TEST(SettingTheExploratoryMeeting, is_refused_in_the_past_too_late_and_over_a_newer_one) {
    EXPECT_EQ(set_meeting(ana_and_marta(), {}, coffee_at(kOpened), kOpened).refusal().errors.at(0).code, "in_the_past");
    EXPECT_EQ(set_meeting(ana_and_marta(), {}, coffee_at(kOpened + 29 * kDay), kOpened).refusal().errors.at(0).code,
              "too_late");
    EXPECT_EQ(set_meeting(ana_and_marta(), coffee_at(kOpened, 3), coffee_at(kOpened + kDay, 2), kOpened).refusal().code,
              "stale");
}

TEST(ThePrivateAnswers, are_opened_at_once_when_both_said_go_on) {
    auto first = answer(ana_and_marta(), {}, Side::mentor, Answer::go_on, kOpened + kDay);
    EXPECT_EQ(stage_of(first->pairing), Stage::exploring);
    auto second = answer(first->pairing, first->answers, Side::mentee, Answer::go_on, kOpened + 2 * kDay);
    EXPECT_EQ(stage_of(second->pairing), Stage::agreeing);
    EXPECT_EQ(second->pairing.went_on_at, kOpened + 2 * kDay);
}

TEST(ThePrivateAnswers, stay_closed_until_the_closing_time_when_one_said_no) {
    auto no = answer(ana_and_marta(), {}, Side::mentor, Answer::not_this_time, kOpened);
    auto both = answer(no->pairing, no->answers, Side::mentee, Answer::go_on, kOpened);
    EXPECT_EQ(stage_of(both->pairing), Stage::exploring);
    EXPECT_EQ(stage_of(open_answers(both->pairing, both->pairing.answers_close_at - kHour)), Stage::exploring);
    auto late_job = open_answers(both->pairing, both->pairing.answers_close_at + 7 * kHour);
    EXPECT_EQ(late_job.set_aside_at, both->pairing.answers_close_at);
}

TEST(ThePrivateAnswers, may_be_changed_until_they_are_opened) {
    auto no = answer(ana_and_marta(), {}, Side::mentor, Answer::not_this_time, kOpened);
    auto yes = answer(no->pairing, no->answers, Side::mentor, Answer::go_on, kOpened);
    EXPECT_EQ(yes->answers.mentor, Answer::go_on);
    auto both = answer(yes->pairing, yes->answers, Side::mentee, Answer::go_on, kOpened);
    EXPECT_EQ(answer(both->pairing, both->answers, Side::mentee, Answer::not_this_time, kOpened).refusal().code,
              "answers_open");
    EXPECT_TRUE(answer(both->pairing, both->answers, Side::mentee, Answer::go_on, kOpened)) << "the same again";
}

TEST(ThePrivateAnswers, are_refused_from_the_closing_time_on_also_before_the_job_ran) {
    auto pairing = ana_and_marta();
    EXPECT_EQ(answer(pairing, {}, Side::mentor, Answer::go_on, pairing.answers_close_at).refusal().code,
              "answers_open");
    auto set_aside = open_answers(pairing, pairing.answers_close_at);
    EXPECT_EQ(answer(set_aside, {}, Side::mentor, Answer::go_on, pairing.answers_close_at).refusal().code,
              "pairing_over");
}

TEST(ACoordinator, sees_getting_to_know_until_both_have_signed) {
    Standing getting_to_know{CoordinatorState::getting_to_know, std::nullopt};
    EXPECT_EQ(seen_by_coordinator(ana_and_marta(), day(0)), getting_to_know);
    EXPECT_EQ(seen_by_coordinator(after_both_go_on(), day(1)), getting_to_know);
    EXPECT_EQ(seen_by_coordinator(once_started(), day(2))->state, CoordinatorState::started);
}

TEST(ACoordinator, sees_no_pairing_at_all_once_it_did_not_go_ahead) {
    auto pairing = ana_and_marta();
    EXPECT_EQ(seen_by_coordinator(open_answers(pairing, pairing.answers_close_at), day(8)), std::nullopt);
    auto left_while_agreeing = *close(after_both_go_on(), Ending::ended, day(2));
    EXPECT_EQ(stage_of(left_while_agreeing), Stage::set_aside);
    EXPECT_EQ(seen_by_coordinator(left_while_agreeing, day(2))->state, CoordinatorState::getting_to_know);
    EXPECT_EQ(seen_by_coordinator(left_while_agreeing, day(3)), std::nullopt);
}

TEST(ACoordinator, sees_a_finished_pair_from_the_day_after_and_only_its_week) {
    for (auto ending : {Ending::goal_reached, Ending::completed, Ending::ended, Ending::circumstances}) {
        auto closed = *close(once_started(), ending, day(9));  // a Wednesday
        EXPECT_EQ(stage_of(closed), Stage::finished);
        EXPECT_EQ(seen_by_coordinator(closed, day(9))->state, CoordinatorState::started);
        Standing finished{CoordinatorState::finished, day(7)};
        EXPECT_EQ(seen_by_coordinator(closed, day(10)), finished);
    }
}

TEST(StoppingHere, is_the_private_answer_while_exploring_and_happens_once) {
    EXPECT_EQ(close(ana_and_marta(), Ending::ended, day(1)).refusal().code, "still_exploring");
    auto closed = *close(once_started(), Ending::ended, day(9));
    EXPECT_EQ(close(closed, Ending::ended, day(9)).refusal().code, "pairing_over");
    EXPECT_FALSE(is_live(closed));
}

TEST(AnEnding, that_came_early_because_the_goal_was_reached_is_a_success) {
    EXPECT_TRUE(is_success(Ending::goal_reached));
    EXPECT_TRUE(is_success(Ending::completed));
    EXPECT_FALSE(is_success(Ending::ended));
    EXPECT_FALSE(is_success(Ending::circumstances));
}

TEST(ANewPartner, comes_after_the_cooling_time_or_when_somebody_says_so) {
    EXPECT_EQ(looks_from(Wish::now, day(9), 14), day(23));
    EXPECT_EQ(looks_from(Wish::now, day(9), 0), day(9));
    EXPECT_EQ(looks_from(Wish::later, day(9), 14), std::nullopt);
    EXPECT_EQ(looks_from(Wish::stop, day(9), 14), std::nullopt);
}

TEST(ANewPartner, is_a_question_of_pairs_that_had_begun) {
    EXPECT_EQ(may_wish(once_started()).refusal().code, "not_finished");
    EXPECT_EQ(may_wish(*close(after_both_go_on(), Ending::ended, day(2))).refusal().code, "not_finished");
    EXPECT_TRUE(may_wish(*close(once_started(), Ending::ended, day(9))));
}

TEST(PausingAPair, is_undone_by_resuming_and_only_possible_once_started) {
    EXPECT_EQ(pause(after_both_go_on(), day(2)).refusal().code, "not_started");
    auto paused = *pause(once_started(), day(3));
    EXPECT_EQ(stage_of(paused), Stage::paused);
    EXPECT_EQ(seen_by_coordinator(paused, day(3))->state, CoordinatorState::paused);
    EXPECT_EQ(pause(paused, day(4)).refusal().code, "already_paused");
    EXPECT_EQ(*resume(paused), once_started());
    EXPECT_EQ(resume(once_started()).refusal().code, "not_paused");
}

// Rules 3 over random histories: one side acts freely; the other said no in one world and nothing in the other.
// Everything the first, a coordinator or a refusal shows must be the same at every moment.
enum class Leak { none, opens_a_no_at_once };

struct World {
    Leak leak = Leak::none;
    Pairing pairing = ana_and_marta();
    ExploratoryMeeting meeting;
    Answers answers;
    std::vector<std::string> refusals;

    void say(Side side, Answer given, Instant now) {
        auto answered = answer(pairing, answers, side, given, now);
        if (!answered) return;
        pairing = answered->pairing;
        answers = answered->answers;
        if (leak == Leak::opens_a_no_at_once && given == Answer::not_this_time) pairing.set_aside_at = now;
    }
    void say_and_listen(Side side, Answer given, Instant now) {
        auto outcome = answer(pairing, answers, side, given, now);
        refusals.push_back(outcome ? "" : outcome.refusal().code);
        say(side, given, now);
    }
    void meet(Instant at, Instant now) {
        auto wanted = meeting;
        wanted.starts_at = at;
        auto set = set_meeting(pairing, meeting, wanted, now);
        refusals.push_back(set ? "" : set.refusal().code);
        if (!set) return;
        pairing = set->pairing;
        meeting = set->meeting;
    }
    bool looks_like(World const& twin, Side to, Instant now) const {
        auto today = base::utc_day(now);
        return seen_by_one(pairing, answers.of(to)) == seen_by_one(twin.pairing, twin.answers.of(to)) &&
               refusals == twin.refusals &&
               seen_by_coordinator(pairing, today) == seen_by_coordinator(twin.pairing, today);
    }
};

// How many random histories let the first tell a no from silence.
int histories_told_apart(Leak leak, int histories) {
    auto random = base::seeded_random(20261122);
    int told_apart = 0;
    for (int history = 0; history < histories; ++history) {
        World said_no;
        World silent;
        said_no.leak = silent.leak = leak;
        bool same = true;
        auto first = random->below(2) == 0 ? Side::mentor : Side::mentee;
        for (auto now = kOpened; same && now < kOpened + 40 * kDay; now = now + 13 * kHour) {
            auto choice = random->below(8);
            auto given = random->below(3) == 0 ? Answer::not_this_time : Answer::go_on;
            auto meet_at = now + std::chrono::hours(random->below(600));
            for (auto* world : {&said_no, &silent}) {
                if (choice == 0) world->meet(meet_at, now);
                if (choice == 1) world->say_and_listen(first, given, now);
                world->pairing = open_answers(world->pairing, now);
            }
            if (choice == 2) said_no.say(other(first), Answer::not_this_time, now);
            same = said_no.looks_like(silent, first, now);
        }
        if (!same) ++told_apart;
    }
    return told_apart;
}

TEST(TheSecretOfTheExploratoryMeeting, is_lost_in_a_world_that_opens_a_no_at_once) {
    EXPECT_GT(histories_told_apart(Leak::opens_a_no_at_once, 200), 100);
}

TEST(TheSecretOfTheExploratoryMeeting, holds_over_random_histories) {
    EXPECT_EQ(histories_told_apart(Leak::none, 3000), 0);
}

}  // namespace
}  // namespace pairing
