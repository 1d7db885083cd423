#pragma once
// The guides of evidence.md 4.3 (R25, R27): one for each number of a conversation, one for each activity beyond talk,
// and the echo. Content in content/guides/<language>/<key>.md: front matter (title, minutes, question), then sections
// opening, core and closing with their minutes, what each side brings (teaches, learns), at most three prompts. All of
// it may be skipped.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

namespace meeting {

inline constexpr std::size_t kMostPrompts = 3;

struct GuidePart {
    std::int32_t minutes = 0;
    std::vector<std::string> lines;
};
BOOST_DESCRIBE_STRUCT(GuidePart, (), (minutes, lines))

struct Guide {
    std::string key;  // "0" getting to know each other, "1".."6", "echo", or an activity
    std::string title;
    std::int32_t minutes = 0;
    std::string question;  // one to think of beforehand, for the side that learns
    GuidePart opening;
    GuidePart core;
    GuidePart closing;
    std::vector<std::string> mentor_brings;
    std::vector<std::string> mentee_brings;
    std::vector<std::string> prompts;
};
BOOST_DESCRIBE_STRUCT(Guide, (),
                      (key, title, minutes, question, opening, core, closing, mentor_brings, mentee_brings, prompts))

// A text that is not so is a broken house (std::logic_error): it is ours, never a visitor's.
Guide read_guide(std::string_view key, std::string_view markdown);
// In `language`, or in English; by their keys.
std::vector<Guide> const& guides_in(std::string_view language);
// None of that key is a broken house.
Guide const& guide_in(std::string_view language, std::string_view key);

// Which guide the conversation of that number, from 1, has. The table ends with six; whoever goes on takes turns among
// teaching one thing, my day and before I decide.
std::string guide_key(std::int32_t number);

}  // namespace meeting
