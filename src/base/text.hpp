#pragma once
// Text is UTF-8. Nothing here knows a language; collation and plurals are platform/i18n's.

#include <string>
#include <string_view>
#include <vector>

namespace base {

bool is_valid_utf8(std::string_view text);
// Without the white space (Unicode White_Space) at both ends.
std::string trim(std::string_view text);
// Trimmed, and every run of white space inside is one space: "Wilson  K " -> "Wilson K".
std::string squeeze(std::string_view text);
// For comparing and searching: NFKC case-folded and squeezed. "Élodie" and "ÉLODIE" fold alike.
std::string fold(std::string_view text);
// Folded, and without diacritics: "Łukasz Żółć" -> "lukasz zolc". For sign-in names.
std::string plain_letters(std::string_view text);
// The number of code points; `text` must be valid.
std::size_t length(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);
std::string join(std::vector<std::string> const& parts, std::string_view separator);

}  // namespace base
