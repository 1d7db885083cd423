#include "record/timeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace record {
namespace {

using meeting::ChangeKind;
using meeting::Meeting;
using pairing::Side;
using std::chrono::hours;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

base::Day day(int month, int number) {
    return *base::make_day(2026, month, static_cast<unsigned>(number));
}
base::Instant noon(int month, int number) {
    return base::start_of_utc(day(month, number)) + hours(12);
}

// Suggested on 1 June, happy on the 5th, met on the 8th, went on the 9th, signed and started on the 10th, until
// October.
Life started() {
    Life life;
    life.pairing.origin = pairing::Origin::run;
    life.pairing.opened_at = noon(6, 5);
    life.pairing.went_on_at = noon(6, 9);
    life.pairing.started_at = noon(6, 10);
    life.suggested_at = noon(6, 1);
    life.first_meeting = pairing::ExploratoryMeeting{};
    life.first_meeting->starts_at = noon(6, 8);
    life.signed_versions = {{1, noon(6, 10)}};
    life.ends_on = day(10, 31);
    return life;
}
Meeting on(base::Instant at) {
    Meeting meeting;
    meeting.time = meeting::Time{"", "UTC", at};
    return meeting;
}
Meeting held(base::Instant at) {
    auto meeting = on(at);
    meeting.held_at = at;
    return meeting;
}

std::vector<std::string> words_of(std::vector<Moment> const& moments) {
    std::vector<std::string> words;
    for (auto const& one : moments)
        words.push_back(base::to_text(one.on).substr(5) + " " + std::string(meta::name_of(one.kind)) +
                        (one.number ? " " + std::to_string(*one.number) : ""));
    return words;
}
Timeline seen(Life const& life, base::Instant now, std::string const& zone = "UTC") {
    return timeline_of(life, Side::mentor, now, zone);
}

TEST(ATimeline, tells_a_pair_from_the_suggestion_on_with_the_dates_ahead_first) {
    auto life = started();
    life.meetings = {held(noon(6, 20)), on(noon(7, 20))};
    life.goals = {{Side::mentee, 1, 2, "Read a till roll", {}, true, day(6, 25)},
                  {Side::mentor, 1, 1, "Chair a meeting", {}, false, {}}};
    life.shown = {{"Tills", day(6, 20)}};
    auto const line = seen(life, noon(7, 1));
    EXPECT_THAT(words_of(line.ahead), ElementsAre("07-20 meeting_set 2", "10-31 planned_end"));
    EXPECT_THAT(words_of(line.behind), ElementsAre("06-25 goal_reached", "06-20 shown", "06-20 meeting_held 1",
                                                   "06-10 started", "06-10 agreement_signed 1", "06-09 went_on",
                                                   "06-08 first_meeting", "06-05 both_happy", "06-01 suggested"));
    EXPECT_EQ(line.behind[0].text, "Read a till roll");
    EXPECT_EQ(line.behind[0].side, Side::mentee);
}

TEST(ATimeline, says_whose_it_was_to_move_or_cancel_and_nobodys_when_the_house_did) {
    auto life = started();
    auto const moved = on(noon(7, 20));
    auto cancelled = on(noon(7, 5));
    cancelled.id = meeting::MeetingId::parse("01900000-0000-7000-8000-000000000001").value();
    cancelled.cancelled_at = noon(7, 3);
    auto called_off = on(noon(7, 6));
    called_off.id = meeting::MeetingId::parse("01900000-0000-7000-8000-000000000002").value();
    called_off.cancelled_at = noon(7, 4);
    life.meetings = {moved, cancelled, called_off};
    life.changes = {{moved.id, {ChangeKind::moved, Side::mentee, noon(7, 2), noon(7, 1)}},
                    {cancelled.id, {ChangeKind::cancelled, Side::mentor, noon(7, 5), noon(7, 3)}}};
    auto const line = seen(life, noon(7, 10));
    ASSERT_THAT(line.behind, SizeIs(9));
    EXPECT_EQ(words_of({line.behind.begin(), line.behind.begin() + 3}),
              (std::vector<std::string>{"07-04 meeting_cancelled", "07-03 meeting_cancelled", "07-01 meeting_moved"}));
    EXPECT_EQ(line.behind[0].side, std::nullopt);
    EXPECT_EQ(line.behind[1].side, Side::mentor);
    EXPECT_EQ(line.behind[2].side, Side::mentee);
    EXPECT_EQ(line.behind[2].was_at, noon(7, 2));
}

TEST(ATimeline, of_a_pair_that_is_over_has_no_date_ahead_but_its_targets) {
    auto life = started();
    life.meetings = {on(noon(7, 20))};
    life.pairing.closed_on = day(7, 2);
    life.pairing.ending = pairing::Ending::ended;
    auto const line = seen(life, noon(7, 3));
    EXPECT_THAT(words_of(line.ahead), ElementsAre("09-30 targets_again"));
    EXPECT_EQ(words_of(line.behind).front(), "07-02 finished");
    EXPECT_EQ(words_of(seen(life, noon(10, 2)).behind).front(), "09-30 targets_again");
}

TEST(ATimeline, of_two_who_did_not_go_ahead_ends_there_and_says_nothing_of_answers) {
    auto life = started();
    life.pairing.went_on_at.reset();
    life.pairing.started_at.reset();
    life.signed_versions.clear();
    life.pairing.set_aside_at = base::start_of_utc(day(6, 16));
    auto const line = seen(life, noon(6, 20));
    EXPECT_THAT(line.ahead, IsEmpty());
    EXPECT_THAT(words_of(line.behind),
                ElementsAre("06-16 set_aside", "06-08 first_meeting", "06-05 both_happy", "06-01 suggested"));
}

TEST(ATimeline, tells_pauses_questions_put_to_both_and_a_pair_that_was_brought) {
    auto life = started();
    life.pairing.origin = pairing::Origin::brought;
    life.pairing.meetings_before = 4;
    life.suggested_at.reset();
    life.meetings = {held(noon(6, 20))};
    life.pauses = {{day(7, 1), day(7, 8)}};
    life.asked = {{survey::Kind::midpoint, day(7, 9)}, {survey::Kind::pulse, day(7, 10)}};
    auto const words = words_of(seen(life, noon(7, 11)).behind);
    EXPECT_EQ(words.at(0), "07-09 half_way");
    EXPECT_EQ(words.at(1), "07-08 resumed");
    EXPECT_EQ(words.at(2), "07-01 paused");
    EXPECT_EQ(words.at(3), "06-20 meeting_held 5");
    EXPECT_EQ(words.back(), "06-05 brought");
}

TEST(ATimeline, stands_on_its_readers_clock_and_shows_the_latest_hundred) {
    Life life;
    life.pairing.opened_at = base::start_of_utc(day(6, 5)) + hours(23);
    EXPECT_EQ(seen(life, noon(7, 1), "Europe/Berlin").behind.at(0).on, day(6, 6));
    for (int i = 0; i < 120; ++i) life.shown.push_back({"T", day(6, 10) + i});
    auto const line = seen(life, noon(12, 1));
    ASSERT_THAT(line.behind, SizeIs(100));
    EXPECT_EQ(line.behind.front().on, day(6, 10) + 119);
}

}  // namespace
}  // namespace record
