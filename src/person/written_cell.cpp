#include "person/written_cell.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/text.hpp"

namespace person {

namespace {

// What programs write for "nothing".
bool means_nothing(std::string_view folded) {
    static std::set<std::string, std::less<>> const words = {"-",    "--",  "n/a",     "na",    "#n/a",    "null",
                                                             "none", "nil", "(blank)", "#ref!", "#value!", "?"};
    return words.contains(folded);
}

}  // namespace

std::string clean_cell(std::string text, std::int32_t& trimmed) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    auto squeezed = base::squeeze(text);
    if (squeezed != text) ++trimmed;
    if (squeezed.size() <= 8 && means_nothing(base::fold(squeezed))) return {};
    return squeezed;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::int32_t> level_number(std::string_view text) {
    auto begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos) return std::nullopt;
    std::int32_t number = 0;
    auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), number);
    auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (rest.starts_with(".0") || rest.starts_with(",0")) rest.remove_prefix(2);
    if (error != std::errc{} || number > 100 || rest.find_first_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return number;
}

bool is_level_word(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

std::optional<std::string> language_of(std::string_view text) {
    static std::map<std::string, std::string, std::less<>> const words = {
        {"english", "en"}, {"englisch", "en"},    {"anglais", "en"},  {"ingles", "en"},
        {"german", "de"},  {"deutsch", "de"},     {"allemand", "de"}, {"aleman", "de"},
        {"french", "fr"},  {"franzosisch", "fr"}, {"francais", "fr"}, {"frances", "fr"},
        {"spanish", "es"}, {"spanisch", "es"},    {"espagnol", "es"}, {"espanol", "es"}};
    auto letters = base::plain_letters(text);
    if (auto found = words.find(letters); found != words.end()) return found->second;
    auto tag = letters.substr(0, letters.find_first_of("-_"));
    for (std::string_view known : {"en", "de", "fr", "es"})
        if (tag == known) return tag;
    return std::nullopt;
}

}  // namespace person
