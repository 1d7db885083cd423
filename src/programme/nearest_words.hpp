#pragma once
// What a programme says in several languages, each written out: an opening letter, an announcement. Whoever reads finds
// the words in exactly their language, else without its region, else in the programme's own (docs/own-words.md). Pure.
//
//   struct LetterText { std::string language; std::string text; };

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "programme/programme.hpp"

namespace programme {

// Text of several lines as it is kept: trimmed, with \n alone at the end of a line. Appends `too_short` for nothing and
// `format` for what cannot be printed.
void check_lines(std::string& text, std::string pointer, std::vector<base::FieldError>& errors);
// The same of one line; spaces in a row become one.
void check_line(std::string& text, std::string pointer, std::vector<base::FieldError>& errors);

// How well words in `language` serve somebody who reads `reader`; the greater the better, 0 not at all.
std::size_t nearness(std::string_view language, std::string_view reader);

// None only where there are none at all.
template <class Text>
Text const* nearest(std::vector<Text> const& texts, std::string_view reader, std::string_view own) {
    if (texts.empty()) return nullptr;
    auto const near = [&](Text const& text) {
        return 2 * nearness(text.language, reader) + static_cast<std::size_t>(text.language == own ? 1 : 0);
    };
    return &*std::ranges::max_element(texts, {}, near);
}

// One entry a language (`twice`), every language a tag (`format`), the programme's own among them (`own_language`, at
// the whole). `pointer` is that of the list.
template <class Text>
void check_languages(std::vector<Text> const& texts, std::string_view own, std::string const& pointer,
                     std::vector<base::FieldError>& errors) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const& language = texts[i].language;
        auto const at = pointer + "/" + std::to_string(i) + "/language";
        if (!is_language_tag(language)) errors.push_back({at, "format", {}});
        for (std::size_t j = 0; j < i; ++j)
            if (texts[j].language == language) errors.push_back({at, "twice", {}});
    }
    if (std::ranges::none_of(texts, [&](Text const& text) { return text.language == own; }))
        errors.push_back({pointer, "own_language", {{"language", std::string(own)}}});
}

}  // namespace programme
