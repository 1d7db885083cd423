#include "person/person.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"

namespace person {

namespace {

bool is_latin_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Most names need no transliteration, and a large file has many.
std::string plain(std::string_view text) {
    auto is_ascii = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
    if (!is_ascii) return base::plain_letters(text);
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

// Letters and digits only, words kept apart by one space.
std::string latin_words(std::string_view text) {
    std::string words;
    for (auto c : plain(text)) {
        if (is_latin_or_digit(c)) words.push_back(c);
        // An apostrophe joins ("O'Neill" is oneill), everything else parts.
        else if (c != '\'' && !words.empty() && words.back() != ' ')
            words.push_back(' ');
    }
    return base::trim(words);
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

std::string first_word(std::string const& words) {
    return words.substr(0, words.find(' '));
}

std::string cut_to(std::string text, std::size_t most) {
    if (text.size() > most) text.resize(most);
    return text;
}

constexpr std::size_t kLongestSignInName = 60;  // leaves room for a number behind it

}  // namespace

SpokenName speak(std::string_view given, std::string_view family) {
    SpokenName name{{}, base::squeeze(given), base::squeeze(family), false};
    name.whole = base::squeeze(name.given + " " + name.family);
    return name;
}

SpokenName speak(std::string_view written) {
    auto comma = written.find(',');
    // "Last, First": with more commas ("Smith, Jr., John") the last one parts.
    if (comma != std::string_view::npos) comma = written.rfind(',');
    if (comma != std::string_view::npos) {
        auto name = speak(written.substr(comma + 1), written.substr(0, comma));
        std::erase(name.family, ',');
        name.whole = base::squeeze(name.given + " " + name.family);
        name.was_turned = !name.given.empty() && !name.family.empty();
        return name;
    }
    auto whole = base::squeeze(written);
    auto space = whole.rfind(' ');
    if (space == std::string::npos) return {whole, whole, "", false};
    return {whole, whole.substr(0, space), whole.substr(space + 1), false};
}

std::string name_key(std::string_view name) {
    std::string key;
    for (auto c : plain(name)) {
        if (static_cast<unsigned char>(c) >= 0x80 || is_latin_or_digit(c))
            key.push_back(c);
        else if ((c == ' ' || c == '-') && !key.empty() && key.back() != ' ')
            key.push_back(' ');
    }
    return base::trim(key);
}

std::optional<std::string> read_email(std::string_view text) {
    auto email = base::trim(text);
    if (email.starts_with("mailto:")) email.erase(0, 7);
    std::transform(email.begin(), email.end(), email.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto at = email.find('@');
    if (at == 0 || at == std::string::npos || email.find('@', at + 1) != std::string::npos) return std::nullopt;
    auto domain = std::string_view(email).substr(at + 1);
    auto dot = domain.find('.');
    if (dot == 0 || dot == std::string_view::npos || domain.back() == '.' || email.size() > 254) return std::nullopt;
    auto is_odd = [](unsigned char c) { return c <= ' ' || c == 0x7F || c == ',' || c == ';' || c == '<' || c == '>'; };
    if (std::any_of(email.begin(), email.end(), is_odd)) return std::nullopt;
    return email;
}

std::string sign_in_name_from(SpokenName const& name) {
    auto given = first_word(latin_words(name.given));
    auto family = without_spaces(latin_words(name.family));
    auto joined = given.empty() || family.empty() ? given + family : given + "." + family;
    if (joined.size() < 2) return "colleague";
    return cut_to(joined, kLongestSignInName);
}

std::optional<std::string> read_sign_in_name(std::string_view text) {
    auto name = base::trim(text);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto is_fine = [](char c) { return is_latin_or_digit(c) || c == '.' || c == '_' || c == '-'; };
    if (name.size() < 2 || name.size() > 64 || !std::all_of(name.begin(), name.end(), is_fine)) return std::nullopt;
    return name;
}

std::optional<EmailPattern> EmailPattern::parse(std::string_view text) {
    auto email = read_email(text);
    if (!email) return std::nullopt;
    auto at = email->find('@');
    auto local = std::string_view(*email).substr(0, at);
    EmailPattern pattern;
    pattern.domain_ = email->substr(at);
    bool names_somebody = false;
    while (!local.empty()) {
        std::string_view part;
        for (std::string_view word : {"first", "last", "f", "l", ".", "_", "-"})
            if (part.empty() && local.starts_with(word)) part = word;
        if (part.empty()) return std::nullopt;
        names_somebody = names_somebody || part.front() == 'f' || part.front() == 'l';
        pattern.parts_.emplace_back(part);
        local.remove_prefix(part.size());
    }
    if (!names_somebody) return std::nullopt;
    return pattern;
}

std::optional<std::string> EmailPattern::apply(SpokenName const& name) const {
    auto given = first_word(latin_words(name.given));
    auto family = without_spaces(latin_words(name.family));
    std::string local;
    for (auto const& part : parts_) {
        auto is_given = part == "first" || part == "f";
        auto is_family = part == "last" || part == "l";
        if ((is_given && given.empty()) || (is_family && family.empty())) return std::nullopt;
        if (is_given)
            local += part == "f" ? given.substr(0, 1) : given;
        else if (is_family)
            local += part == "l" ? family.substr(0, 1) : family;
        else
            local += part;
    }
    return read_email(local + domain_);
}

bool has_left(std::optional<base::Day> left_on, base::Day today) {
    return left_on && *left_on <= today;
}

base::Refusal email_taken() {
    return base::invalid("/email", "email_taken");
}

base::Refusal sign_in_name_taken() {
    return base::invalid("/sign_in_name", "sign_in_name_taken");
}

base::Refusal external_id_taken() {
    return base::invalid("/external_id", "external_id_taken");
}

base::Refusal is_name_only() {
    return base::conflict("person_is_name_only", "this row is only a name and a place in the tree");
}

base::Refusal own_manager() {
    return base::invalid("/manager_id", "own_manager");
}

base::Refusal manager_below() {
    return base::invalid("/manager_id", "manager_below");
}

base::Refusal unknown_manager() {
    return base::invalid("/manager_id", "unknown_manager");
}

base::Refusal line_is_not_broken() {
    return base::conflict("line_is_not_broken", "this is not where a broken line ends");
}

base::Refusal already_inactive() {
    return base::conflict("already_inactive", "this person is already deactivated");
}

base::Refusal already_active() {
    return base::conflict("already_active", "this person is active");
}

}  // namespace person
