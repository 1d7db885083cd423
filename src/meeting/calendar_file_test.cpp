#include "meeting/calendar_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace meeting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

base::Instant moment(char const* text) {
    return base::parse_instant(text).value();
}

// November 2026, for somebody in Berlin.
Window november() {
    return {moment("2026-11-01T00:00:00Z"), moment("2026-12-01T00:00:00Z"), "Europe/Berlin"};
}

std::string calendar_of(std::string const& lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" + lines + "END:VCALENDAR\r\n";
}
std::string event(std::string const& lines) {
    return calendar_of("BEGIN:VEVENT\r\nUID:one\r\n" + lines + "END:VEVENT\r\n");
}
std::vector<std::string> read(std::string const& file) {
    std::vector<std::string> spans;
    auto const busy = busy_in(file, november()).value();
    for (auto const& one : busy)
        spans.push_back(base::to_text(one.from).substr(5, 11) + "/" + base::to_text(one.until).substr(5, 11));
    return spans;
}
std::string refused(std::string const& file) {
    auto const result = busy_in(file, november());
    return result ? "read" : result.refusal().errors.at(0).code;
}

TEST(ACalendarOfSomebody, is_busy_when_its_free_busy_says_so) {
    EXPECT_THAT(read(calendar_of("BEGIN:VFREEBUSY\r\nUID:f\r\n"
                                 "FREEBUSY:20261102T080000Z/20261102T090000Z,20261103T080000Z/PT30M\r\n"
                                 "FREEBUSY;FBTYPE=FREE:20261104T080000Z/20261104T090000Z\r\n"
                                 "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261102T083000Z/20261102T100000Z\r\n"
                                 "END:VFREEBUSY\r\n")),
                ElementsAre("11-02T08:00/11-02T10:00", "11-03T08:00/11-03T08:30"));
}

TEST(ACalendarOfSomebody, is_busy_at_events_that_weigh) {
    EXPECT_THAT(read(event("DTSTART:20261102T090000Z\r\nDURATION:PT45M\r\n")), ElementsAre("11-02T09:00/11-02T09:45"));
    EXPECT_THAT(read(event("DTSTART:20261102T090000Z\r\nDTEND:20261102T100000Z\r\nTRANSP:TRANSPARENT\r\n")), IsEmpty());
    EXPECT_THAT(read(event("DTSTART:20261102T090000Z\r\nDTEND:20261102T100000Z\r\nSTATUS:CANCELLED\r\n")), IsEmpty());
    EXPECT_THAT(read(event("DTSTART:20260102T090000Z\r\nDTEND:20260102T100000Z\r\n")), IsEmpty()) << "long over";
}

TEST(ACalendarOfSomebody, is_read_in_the_zone_it_names) {
    for (auto const* zone : {"Europe/Berlin", "W. Europe Standard Time", "/freeassociation.org/Europe/Berlin"})
        EXPECT_THAT(read(event("DTSTART;TZID=" + std::string(zone) + ":20261102T090000\r\nDTEND;TZID=" + zone +
                               ":20261102T100000\r\n")),
                    ElementsAre("11-02T08:00/11-02T09:00"))
            << zone;
    EXPECT_THAT(read(event("DTSTART:20261102T090000\r\nDTEND:20261102T100000\r\n")),
                ElementsAre("11-02T08:00/11-02T09:00"))
        << "a clock without a zone is the reader's";
    EXPECT_THAT(read(event("DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261104\r\n")),
                ElementsAre("11-01T23:00/11-03T23:00"));
    EXPECT_EQ(refused(event("DTSTART;TZID=Atlantis:20261102T090000\r\n")), "unknown_calendar_zone");
}

// The clocks of New York and Berlin change on different days; nine o'clock there stays nine o'clock there.
TEST(ACalendarOfSomebody, repeats_on_the_clock_of_its_own_zone) {
    auto const weekly = event(
        "DTSTART;TZID=America/New_York:20261005T090000\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261117T000000Z\r\n");
    EXPECT_THAT(read(weekly),
                ElementsAre("11-02T14:00/11-02T15:00", "11-09T14:00/11-09T15:00", "11-16T14:00/11-16T15:00"));
    auto const october =
        busy_in(weekly, {moment("2026-10-25T00:00:00Z"), moment("2026-10-27T00:00:00Z"), "UTC"}).value();
    EXPECT_THAT(october, ElementsAre(Busy{moment("2026-10-26T13:00:00Z"), moment("2026-10-26T14:00:00Z")}));
}

TEST(ACalendarOfSomebody, takes_out_adds_and_moves_occurrences) {
    EXPECT_THAT(read(calendar_of("BEGIN:VEVENT\r\nUID:one\r\nDTSTART;TZID=Europe/Berlin:20261102T090000\r\n"
                                 "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\n"
                                 "EXDATE;TZID=Europe/Berlin:20261103T090000\r\n"
                                 "RDATE;TZID=Europe/Berlin:20261110T090000,20261111T090000\r\nEND:VEVENT\r\n"
                                 "BEGIN:VEVENT\r\nUID:one\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261104T090000\r\n"
                                 "DTSTART;TZID=Europe/Berlin:20261104T150000\r\nDURATION:PT30M\r\nEND:VEVENT\r\n")),
                ElementsAre("11-02T08:00/11-02T09:00", "11-04T14:00/11-04T14:30", "11-05T08:00/11-05T09:00",
                            "11-10T08:00/11-10T09:00", "11-11T08:00/11-11T09:00"));
}

TEST(ACalendarOfSomebody, repeats_since_long_ago_and_by_the_last_friday) {
    EXPECT_THAT(read(event("DTSTART;TZID=Europe/Berlin:20100129T170000\r\nDURATION:PT1H\r\n"
                           "RRULE:FREQ=MONTHLY;BYDAY=-1FR\r\n")),
                ElementsAre("11-27T16:00/11-27T17:00"));
    EXPECT_THAT(read(event("DTSTART;VALUE=DATE:19801111\r\nRRULE:FREQ=YEARLY\r\n")),
                ElementsAre("11-10T23:00/11-11T23:00"));
    EXPECT_THAT(read(event("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;UNTIL=20261103\r\n")),
                ElementsAre("11-02T09:00/11-02T10:00", "11-03T09:00/11-03T10:00"))
        << "until a day: with that day";
}

TEST(ACalendarOfSomebody, refuses_what_is_none_and_what_would_hold_the_house_up) {
    EXPECT_EQ(refused(""), "no_calendar");
    EXPECT_EQ(refused("<html>Please sign in</html>"), "no_calendar");
    EXPECT_EQ(refused("BEGIN:VEVENT\r\nEND:VEVENT\r\n"), "no_calendar");
    for (auto const* rule : {"SECONDLY", "MINUTELY", "HOURLY"})
        EXPECT_EQ(refused(event("DTSTART:20261102T090000Z\r\nRRULE:FREQ=" + std::string(rule) + "\r\n")),
                  "too_many_events");
    std::string many;
    for (int i = 0; i < 501; ++i)
        many += "BEGIN:VEVENT\r\nUID:" + std::to_string(i) +
                "\r\nDTSTART:20261102T090000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n";
    EXPECT_EQ(refused(calendar_of(many)), "too_many_events");
    std::string old;
    for (int i = 0; i < 20; ++i)
        old += "BEGIN:VEVENT\r\nUID:" + std::to_string(i) +
               "\r\nDTSTART:19000101T090000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n";
    EXPECT_EQ(refused(calendar_of(old)), "too_many_events");
    EXPECT_EQ(refused(event("DTSTART:99991302T250000Z\r\nDTEND:00000000T000000Z\r\n")), "no_calendar");
    EXPECT_EQ(refused(event("DTSTART:20261102T090000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n")),
              "no_calendar");
}

TEST(HolidaysInAFile, are_its_whole_days_by_name) {
    base::Day const from = base::make_day(2026, 1, 1).value();
    base::Day const until = base::make_day(2027, 12, 31).value();
    auto const days = days_in(calendar_of("BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20201225\r\n"
                                          "DTEND;VALUE=DATE:20201227\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Christmas\r\n"
                                          "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
                                          "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260501T090000Z\r\nSUMMARY:A talk\r\n"
                                          "END:VEVENT\r\n"),
                              from, until)
                          .value();
    EXPECT_THAT(days, ElementsAre(NamedDay{base::make_day(2026, 12, 25).value(), "Christmas"},
                                  NamedDay{base::make_day(2026, 12, 26).value(), "Christmas"},
                                  NamedDay{base::make_day(2027, 12, 25).value(), "Christmas"},
                                  NamedDay{base::make_day(2027, 12, 26).value(), "Christmas"}));
    EXPECT_FALSE(days_in("nonsense", from, until));
}

}  // namespace
}  // namespace meeting
