// What is written is read by other programs: python3-icalendar, khal and Radicale are the judges, libical wrote.

#include "meeting/calendar.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/zone.hpp"
#include "support/temporary_folder.hpp"

namespace meeting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

CalendarEntry coffee() {
    CalendarEntry entry;
    entry.uid = "m-1@obverse.example";
    entry.sequence = 2;
    entry.stamped_at = base::start_of_utc(*base::make_day(2026, 11, 20));
    entry.starts_at = zone::to_instant({*base::make_day(2026, 11, 24), 15 * 60}, "Europe/Berlin").instant;
    entry.minutes = 45;
    entry.time_zone = "Europe/Berlin";
    entry.title = "Ana Moreira · Sofia Lind";
    entry.place = "Canteen";
    entry.organiser = CalendarPerson{"Obverse", "obverse@example.org"};
    entry.attendees = {{"Ana Moreira", "ana@example.org"}, {"Sofia Lind", "sofia@example.org"}};
    return entry;
}

// What another program reads: a line for each thing asked.
std::string read_by_python(std::string const& calendar) {
    support::TemporaryFolder const folder;
    auto const command = "/usr/bin/python3 " OBVERSE_SOURCE_DIR "/tests/support/read_calendar.py " +
                         folder.write("calendar.ics", calendar) + " >" + folder.at("answer.txt") + " 2>&1";
    if (std::system(command.c_str()) != 0) ADD_FAILURE() << "not readable:\n" << calendar;
    return folder.read("answer.txt");
}

TEST(ACalendar, is_read_by_another_program_as_it_was_meant) {
    auto const read = read_by_python(write_calendar(Method::request, {coffee()}));
    EXPECT_EQ(read,
              "method REQUEST\n"
              "zones Europe/Berlin\n"
              "event m-1@obverse.example sequence 2 status CONFIRMED class PRIVATE\n"
              "from 2026-11-24T14:00:00Z until 2026-11-24T14:45:00Z\n"
              "summary Ana Moreira · Sofia Lind\n"
              "location Canteen\n"
              "organizer mailto:obverse@example.org Obverse\n"
              "attendee mailto:ana@example.org Ana Moreira\n"
              "attendee mailto:sofia@example.org Sofia Lind\n");
}

TEST(ACalendar, tells_a_pencilled_date_and_a_cancelled_one) {
    auto entry = coffee();
    entry.is_pencilled_in = true;
    EXPECT_THAT(write_calendar(Method::request, {entry}), HasSubstr("STATUS:TENTATIVE"));
    entry.is_cancelled = true;
    EXPECT_THAT(write_calendar(Method::cancel, {entry}),
                AllOf(HasSubstr("METHOD:CANCEL"), HasSubstr("STATUS:CANCELLED")));
}

TEST(ACalendar, lets_no_name_or_place_begin_a_line_of_its_own) {
    auto entry = coffee();
    entry.title = "Ana\r\nATTENDEE:mailto:evil@x\nBEGIN:VALARM; , \\ \"quoted\" 😀";
    entry.place = std::string(300, 'a') + "\r\nSTATUS:CANCELLED " + "éééééééééééééééééééééééééééééééééééééééééééé😀😀😀";
    entry.attendees[0].name = "O'Hara; \"x\", y: z\r\nX-EVIL:1";
    auto const written = write_calendar(Method::request, {entry});
    EXPECT_THAT(written, Not(HasSubstr("\nATTENDEE:mailto:evil")));
    EXPECT_THAT(written, Not(HasSubstr("\nX-EVIL")));
    auto const read = read_by_python(written);
    EXPECT_THAT(read, HasSubstr("summary Ana ATTENDEE:mailto:evil@x BEGIN:VALARM; , \\ \"quoted\" 😀\n"));
    EXPECT_THAT(read, HasSubstr("STATUS:CANCELLED éééééééééééééééééééééééééééééééééééééééééééé😀😀😀\n"));
    EXPECT_THAT(read, HasSubstr("status CONFIRMED"));
    EXPECT_THAT(read, HasSubstr("attendee mailto:ana@example.org O'Hara; 'x', y: z X-EVIL:1\n"));
}

TEST(ACalendar, breaks_no_line_after_more_than_75_octets) {
    auto entry = coffee();
    for (int more = 0; more < 60; ++more) entry.title += "é😀";
    std::istringstream lines(write_calendar(Method::publish, {entry}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 76U) << line;  // with its CR
}

// The day the clocks change, before and after, on both halves of the earth.
TEST(ACalendar, means_the_same_instant_whatever_the_clocks_do) {
    for (auto const* name : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
                             "Africa/Casablanca", "America/Sao_Paulo", "UTC"}) {
        for (auto day = *base::make_day(2026, 10, 20); day < *base::make_day(2027, 11, 10); day = day + 9) {
            auto entry = coffee();
            entry.time_zone = name;
            entry.starts_at = zone::to_instant({day, 9 * 60}, name).instant;
            auto const from = base::to_text(entry.starts_at);
            if (day.days % 4 != 0) continue;
            EXPECT_THAT(read_by_python(write_calendar(Method::publish, {entry})), HasSubstr("from " + from)) << name;
        }
    }
}

TEST(ACalendar, without_entries_is_still_one) {
    EXPECT_EQ(read_by_python(write_calendar(Method::publish, {})), "method PUBLISH\nzones \n");
}

// What other programs are shown: an invitation, the same date moved over the change of clocks, and several in one mail.
std::map<std::string, std::string> shown_to_judges() {
    auto const from = [](CalendarEntry entry, base::Day day, int minute) {
        entry.starts_at = zone::to_instant({day, minute}, entry.time_zone).instant;
        return entry;
    };
    auto const first = from(coffee(), *base::make_day(2027, 3, 24), 16 * 60);
    auto moved = from(first, *base::make_day(2027, 3, 31), 16 * 60);
    ++moved.sequence;
    moved.minutes = 60;
    auto autumn = from(first, *base::make_day(2027, 10, 27), 15 * 60);
    autumn.uid = "m-2@obverse.example";
    autumn.attendees.clear();
    auto winter = from(autumn, *base::make_day(2027, 11, 3), 15 * 60);
    winter.uid = "m-3@obverse.example";
    auto off = moved;
    ++off.sequence;
    off.is_cancelled = true;
    return {{"request.ics", write_calendar(Method::request, {first})},
            {"update.ics", write_calendar(Method::request, {moved})},
            {"series.ics", write_calendar(Method::publish, {autumn, winter})},
            {"cancel.ics", write_calendar(Method::cancel, {off})}};
}

// OBVERSE_RECORD=1 writes them again; web/src/testing/calendars.test.ts shows them to ical.js.
TEST(ACalendar, is_written_as_the_judges_were_shown) {
    std::filesystem::path const folder = OBVERSE_SOURCE_DIR "/tests/calendars";
    for (auto const& [name, text] : shown_to_judges()) {
        if (std::getenv("OBVERSE_RECORD") != nullptr) std::ofstream(folder / name, std::ios::binary) << text;
        std::ifstream file(folder / name, std::ios::binary);
        EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), text) << name;
    }
}

TEST(ACalendar, is_read_alike_by_khal_and_by_radicale) {
    support::TemporaryFolder const folder;
    auto const command = "/usr/bin/python3 " OBVERSE_SOURCE_DIR "/tests/support/judge_calendars.py " OBVERSE_SOURCE_DIR
                         "/tests/calendars >" +
                         folder.at("answer.txt") + " 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(folder.read("answer.txt"), "");
}

}  // namespace
}  // namespace meeting
