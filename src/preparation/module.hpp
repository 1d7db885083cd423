#pragma once
// What somebody reads before it begins: content/modules/<language>/<key>.md, the same keys in every language
// (content/modules/README.md says how they are written). Front matter, then sections under `##`; the last one is the
// exercise, *your turn*.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "programme/programme.hpp"

namespace preparation {

using programme::Side;

// Who reads it. The other readers than those of a side have one module each, and nothing waits for it.
enum class Reader { mentor, mentee, both, supervisor, sponsor, coordinator, confidential_contact };
BOOST_DESCRIBE_ENUM(Reader, mentor, mentee, both, supervisor, sponsor, coordinator, confidential_contact)
bool is_for(Reader reader, Side side);
bool is_of_a_side(Reader reader);

struct Module {
    std::string key;
    std::string title;
    Reader reader = Reader::both;
    bool is_core = false;               // with the full preparation
    bool is_small = false;              // core with the light one
    std::optional<std::string> before;  // the guide before which it is offered with the light one
    std::int32_t minutes = 0;
    std::int32_t order = 0;  // of whoever reads it
    std::string your_turn;   // the exercise in one line
    std::string text;        // Markdown without the exercise
    std::string exercise;    // Markdown

    auto operator<=>(Module const&) const = default;
};

inline constexpr int kWordsAMinute = 200;
// To the nearest whole minute, at least one.
std::int32_t minutes_of(std::string_view markdown);

// A text that is not so is a broken house (std::logic_error): it is ours, never a visitor's.
Module read_module(std::string_view key, std::string_view markdown);
// In `language`, or in English; in their order, those of a side before the others.
std::vector<Module> const& modules_in(std::string_view language);
Module const* find_module(std::string_view language, std::string_view key);

// Three sentences a side, ticked or *not yet*: content/ready/<language>.json.
struct Sentence {
    std::string key;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Sentence, (), (key, text))

struct ReadySentences {
    std::vector<Sentence> mentor;
    std::vector<Sentence> mentee;
};
BOOST_DESCRIBE_STRUCT(ReadySentences, (), (mentor, mentee))
std::vector<Sentence> const& sentences_of(Side side, std::string_view language);

}  // namespace preparation
