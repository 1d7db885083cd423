#pragma once
// Instants are int64 microseconds in UTC, days are ISO dates. Both are values; "now" is always an argument
// (platform/clock is the only source). Names: columns and keys of instants end in `_at`, of days in `_on`.

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Duration = std::chrono::microseconds;

struct Instant {
    std::int64_t microseconds = 0;  // since 1970-01-01T00:00:00Z

    auto operator<=>(Instant const&) const = default;
    Instant operator+(Duration d) const { return {microseconds + d.count()}; }
    Instant operator-(Duration d) const { return {microseconds - d.count()}; }
    Duration operator-(Instant other) const { return Duration(microseconds - other.microseconds); }
};

// Proleptic Gregorian; always a real day.
struct Day {
    std::int32_t days = 0;  // since 1970-01-01

    auto operator<=>(Day const&) const = default;
    Day operator+(int n) const { return {days + n}; }
    Day operator-(int n) const { return {days - n}; }
    int operator-(Day other) const { return days - other.days; }
    // 1 = Monday ... 7 = Sunday (ISO 8601).
    [[nodiscard]] int weekday() const;
};

std::optional<Day> make_day(int year, unsigned month, unsigned day);
std::chrono::year_month_day to_calendar(Day day);
// "2026-11-22"; nothing else is accepted.
std::string to_text(Day day);
std::optional<Day> parse_day(std::string_view text);

// RFC 3339 with Z: "2026-11-22T09:30:00Z", six decimals only when there are microseconds.
std::string to_text(Instant instant);
// Accepts any RFC 3339 offset; refuses leap seconds and more than six decimals.
std::optional<Instant> parse_instant(std::string_view text);

// The day it is in UTC. For a person's own day ask platform/clock, which knows zones.
Day utc_day(Instant instant);
Instant start_of_utc(Day day);
// `count` working days (Monday to Friday) after `day`.
Day add_working_days(Day day, int count);
// The last day before it, Monday to Friday, that is not closed; Monday to Friday alone where a fortnight is.
inline constexpr int kWorkingDaySearch = 14;
Day working_day_before(Day day, std::function<bool(Day)> const& is_closed);

}  // namespace base
