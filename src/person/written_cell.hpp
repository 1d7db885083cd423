#pragma once
// What one cell of an export says, by itself: programs and people write the same thing in many ways.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace person {

// Control characters become spaces, every run of white space one space; what programs write for "nothing" (n/a, null,
// #REF!) becomes nothing. `trimmed` counts the cells that were tidied.
std::string clean_cell(std::string text, std::int32_t& trimmed);

// Digits and nothing else.
bool is_number(std::string_view text);

// "Grade 7", "L5" and "7.0" are 7, 5 and 7; 0 to 100.
std::optional<std::int32_t> level_number(std::string_view text);

// "Trainee", "Grade 7", "L5"; a bare "7" says nothing to whoever reads it on a card (rules D19).
bool is_level_word(std::string_view text);

// "Deutsch", "German" and "de-AT" are de; en, de, fr and es.
std::optional<std::string> language_of(std::string_view text);

}  // namespace person
