#include "person/written_day.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace person {

namespace {

struct DayPart {
    int number = 0;
    std::size_t digits = 0;  // 0: a month written as a word
};

constexpr std::array<std::array<std::string_view, 4>, 12> kMonthNames = {{
    {"jan", "ene", "", ""},
    {"feb", "fev", "", ""},
    {"mar", "mrz", "maer", ""},
    {"apr", "avr", "abr", ""},
    {"may", "mai", "", ""},
    {"jun", "juin", "", ""},
    {"jul", "juil", "", ""},
    {"aug", "aou", "ago", ""},
    {"sep", "set", "", ""},
    {"oct", "okt", "", ""},
    {"nov", "", "", ""},
    {"dec", "dez", "dic", ""},
}};

std::optional<int> month_named(std::string_view word) {
    for (std::size_t month = 0; month < kMonthNames.size(); ++month)
        for (auto name : kMonthNames.at(month))
            if (!name.empty() && word.starts_with(name)) return static_cast<int>(month) + 1;
    return std::nullopt;
}

// "2011-07-05 00:00:00" and "2011-07-05T00:00Z" without the time.
std::string_view without_time(std::string_view text) {
    auto colon = text.find(':');
    if (colon == std::string_view::npos) return text;
    auto end = text.find_last_of(" T", colon);
    return end == std::string_view::npos ? text : text.substr(0, end);
}

std::optional<std::vector<DayPart>> day_parts(std::string_view text) {
    std::vector<DayPart> parts;
    for (std::size_t at = 0; at < text.size();) {
        auto c = static_cast<unsigned char>(text[at]);
        auto end = at;
        if (std::isdigit(c) != 0) {
            while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
            if (end - at > 8) return std::nullopt;
            DayPart part{0, end - at};
            std::from_chars(text.data() + at, text.data() + end, part.number);
            parts.push_back(part);
        } else if (std::isalpha(c) != 0) {
            while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0) ++end;
            auto month = month_named(text.substr(at, end - at));
            if (!month) return std::nullopt;
            parts.push_back({*month, 0});
        } else {
            if (std::string_view("/-., ").find(text[at]) == std::string_view::npos) return std::nullopt;
            end = at + 1;
        }
        at = end;
    }
    return parts;
}

std::optional<int> full_year(DayPart part, base::Day today) {
    if (part.digits == 4) return part.number;
    if (part.digits != 2) return std::nullopt;
    auto latest = static_cast<int>(base::to_calendar(today).year()) + 1;
    auto year = latest - latest % 100 + part.number;
    return year > latest ? year - 100 : year;
}

std::optional<base::Day> day_of(std::optional<int> year, DayPart month, DayPart day) {
    if (!year || *year < 1900 || *year > 2200 || month.digits > 2 || day.digits > 2 || day.digits == 0)
        return std::nullopt;
    return base::make_day(*year, static_cast<unsigned>(month.number), static_cast<unsigned>(day.number));
}

std::optional<WrittenDay> settled(std::optional<base::Day> day, bool has_two_digit_year = false) {
    if (!day) return std::nullopt;
    return WrittenDay{day, day, has_two_digit_year};
}

std::optional<WrittenDay> read_eight_digits(DayPart part) {
    auto piece = [&](int divisor, int modulus, std::size_t digits) {
        return DayPart{part.number / divisor % modulus, digits};
    };
    return settled(day_of(part.number / 10000, piece(100, 100, 2), piece(1, 100, 2)));
}

}  // namespace

std::optional<WrittenDay> read_written_day(std::string_view text, base::Day today) {
    auto plain = base::plain_letters(without_time(base::trim(text)));
    auto parts = day_parts(plain);
    if (!parts) return std::nullopt;
    if (parts->size() == 1 && parts->front().digits == 8) return read_eight_digits(parts->front());
    if (parts->size() != 3) return std::nullopt;
    auto first = (*parts)[0];
    auto second = (*parts)[1];
    auto third = (*parts)[2];
    if (first.digits == 4) return settled(day_of(first.number, second, third));
    auto year = full_year(third, today);
    auto is_short = third.digits == 2;
    if (second.digits == 0) return settled(day_of(year, second, first), is_short);
    if (first.digits == 0) return settled(day_of(year, first, second), is_short);
    if (plain.find('.') != std::string::npos) return settled(day_of(year, second, first), is_short);
    WrittenDay written{day_of(year, second, first), day_of(year, first, second), is_short};
    if (!written.day_first && !written.month_first) return std::nullopt;
    return written;
}

}  // namespace person
