#include "voice/front_line_theme.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/text.hpp"

namespace voice {
namespace {

// Folded, with every mark between words a blank: "It's late." and "it s  LATE" are the same three words.
std::vector<std::string> words_of(std::string_view text) {
    auto folded = base::fold(text);
    for (auto& letter : folded) {
        auto const octet = static_cast<unsigned char>(letter);
        if (octet < 0x80 && std::isalnum(octet) == 0) letter = ' ';
    }
    auto words = base::split(base::squeeze(folded), ' ');
    std::erase(words, "");
    return words;
}

}  // namespace

std::vector<ThemeAction> allowed_actions(Theme const& theme, ThemeReader reader) {
    if (reader == ThemeReader::sponsor && theme.shown_on && !theme.answered_on) return {ThemeAction::answer};
    if (reader != ThemeReader::coordinator || theme.shown_on) return {};
    if (theme.is_looked_at) return {ThemeAction::change};
    return {ThemeAction::change, ThemeAction::remove};
}

bool is_enough(std::vector<Standing> const& notes) {
    std::set<std::string> authors;
    std::set<std::string> partners;
    for (auto const& note : notes) {
        authors.insert(note.author);
        if (!note.partner.empty()) partners.insert(note.partner);
    }
    return authors.size() >= kFewestAuthors && partners.size() >= kFewestPartners;
}

bool quotes(std::string_view theme, std::string_view note) {
    auto const said = words_of(theme);
    auto const written = words_of(note);
    if (written.size() < kQuotedWords) return false;
    for (auto from = written.begin(); written.end() - from >= static_cast<std::ptrdiff_t>(kQuotedWords); ++from)
        if (std::search(said.begin(), said.end(), from, from + kQuotedWords) != said.end()) return true;
    return false;
}

base::Refusal theme_not_found() {
    return base::not_found("front_line_theme");
}
base::Refusal theme_shown() {
    return base::conflict("theme_shown", "it has been shown and stays as it is");
}
base::Refusal theme_looked_at() {
    return base::conflict("theme_looked_at", "its notes stay with it; its words can be changed and notes added");
}
base::Refusal theme_answered() {
    return base::conflict("theme_answered", "it has its answer");
}

}  // namespace voice
