#include "base/time.hpp"

#include <charconv>

#include <fmt/format.h>

namespace base {

namespace {

constexpr std::int64_t kMicrosecondsADay = 86'400'000'000;

// Exactly `width` digits at the front of `text`, removed from it.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (auto c : text.substr(0, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Day> take_day(std::string_view& text) {
    auto const year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    auto const month = take_digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    auto const day = take_digits(text, 2);
    if (!day) return std::nullopt;
    return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<std::int64_t> take_fraction(std::string_view& text) {
    if (!take(text, '.')) return 0;
    std::int64_t value = 0;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (++digits > 6) return std::nullopt;
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    if (digits == 0) return std::nullopt;
    for (; digits < 6; ++digits) value *= 10;
    return value;
}

std::optional<int> take_offset_minutes(std::string_view& text) {
    if (text == "Z" || text == "z") {
        text = {};
        return 0;
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    auto const sign = text.front() == '+' ? 1 : -1;
    text.remove_prefix(1);
    auto const hours = take_digits(text, 2);
    if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
    auto const minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

}  // namespace

int Day::weekday() const {
    auto const since_monday = (days + 3) % 7;  // 1970-01-01 was a Thursday
    return (since_monday + 7) % 7 + 1;
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
    auto const date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (!date.ok() || year < 1 || year > 9999) return std::nullopt;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::chrono::year_month_day to_calendar(Day day) {
    return std::chrono::sys_days(std::chrono::days(day.days));
}

std::string to_text(Day day) {
    auto const date = to_calendar(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_day(std::string_view text) {
    auto const day = take_day(text);
    if (!text.empty()) return std::nullopt;
    return day;
}

std::string to_text(Instant instant) {
    auto const day = utc_day(instant);
    auto const rest = instant.microseconds - day.days * kMicrosecondsADay;
    auto const seconds = rest / 1'000'000;
    auto text = fmt::format("{}T{:02}:{:02}:{:02}", to_text(day), seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (auto const fraction = rest % 1'000'000; fraction != 0) text += fmt::format(".{:06}", fraction);
    return text + "Z";
}

std::optional<Instant> parse_instant(std::string_view text) {
    auto const day = take_day(text);
    if (!day || (!take(text, 'T') && !take(text, 't'))) return std::nullopt;
    auto const hour = take_digits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    auto const minute = take_digits(text, 2);
    if (!minute || *minute > 59 || !take(text, ':')) return std::nullopt;
    auto const second = take_digits(text, 2);
    if (!second || *second > 59) return std::nullopt;
    auto const fraction = take_fraction(text);
    if (!fraction) return std::nullopt;
    auto const offset = take_offset_minutes(text);
    if (!offset || !text.empty()) return std::nullopt;
    auto const seconds = std::int64_t{*hour} * 3600 + (*minute - *offset) * 60 + *second;
    return Instant{start_of_utc(*day).microseconds + seconds * 1'000'000 + *fraction};
}

Day utc_day(Instant instant) {
    auto days = instant.microseconds / kMicrosecondsADay;
    if (instant.microseconds % kMicrosecondsADay < 0) --days;
    return Day{static_cast<std::int32_t>(days)};
}

Instant start_of_utc(Day day) {
    return Instant{day.days * kMicrosecondsADay};
}

Day add_working_days(Day day, int count) {
    while (count > 0) {
        day = day + 1;
        if (day.weekday() <= 5) --count;
    }
    return day;
}

Day working_day_before(Day day, std::function<bool(Day)> const& is_closed) {
    std::optional<Day> usual;
    for (auto at = day - 1; day - at <= kWorkingDaySearch; at = at - 1) {
        if (at.weekday() > 5) continue;
        if (!usual) usual = at;
        if (!is_closed(at)) return at;
    }
    return *usual;
}

}  // namespace base
