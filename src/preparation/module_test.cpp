#include "preparation/module.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"

namespace preparation {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

constexpr char const* kSmall = R"(---
key: x1
title: A title: with a colon
reader: mentor
core: true
small: false
before: none
minutes: 4
order: 1
your_turn: Write one line.
sources: R19
---
## One

A paragraph.

## Your turn

Write one line. **Only you** see it.
)";

std::string without(std::string_view line) {
    std::string text(kSmall);
    auto const at = text.find(line);
    return text.erase(at, line.size());
}

TEST(AModule, is_read_with_its_exercise_apart) {
    auto const module = read_module("x1", kSmall);
    EXPECT_EQ(module.title, "A title: with a colon");
    EXPECT_EQ(module.reader, Reader::mentor);
    EXPECT_TRUE(module.is_core);
    EXPECT_FALSE(module.is_small);
    EXPECT_EQ(module.before, std::nullopt);
    EXPECT_EQ(module.text, "## One\n\nA paragraph.");
    EXPECT_EQ(module.exercise, "Write one line. **Only you** see it.");
}

TEST(AModule, that_is_not_written_so_is_a_broken_house) {
    for (auto const* line : {"---\nkey: x1\n", "title: A title: with a colon\n", "core: true\n", "minutes: 4\n",
                             "before: none\n", "\n## Your turn\n\nWrite one line. **Only you** see it.\n"})
        EXPECT_THROW(read_module("x1", without(line)), std::logic_error) << line;
    EXPECT_THROW(read_module("x2", kSmall), std::logic_error);
}

TEST(AModule, takes_as_long_as_its_words) {
    EXPECT_EQ(minutes_of(""), 1);
    std::string words;
    for (int count = 0; count < 500; ++count) words += "word ";
    EXPECT_EQ(minutes_of(words), 3) << "2.5, to the nearest";
}

TEST(TheModulesOfTheHouse, are_as_many_as_were_promised_and_as_long_as_they_say) {
    auto const& all = modules_in("en");
    EXPECT_THAT(all, SizeIs(21));
    std::map<Reader, int> count;
    for (auto const& module : all) {
        ++count[module.reader];
        EXPECT_GE(module.minutes, 3) << module.key;
        EXPECT_LE(module.minutes, module.reader == Reader::coordinator ? 8 : 6) << module.key;
        auto const whole = minutes_of(module.text + "\n" + module.exercise);
        EXPECT_LE(std::abs(whole - module.minutes), 1) << module.key << " says " << module.minutes;
        EXPECT_THAT(module.text, Not(HasSubstr("]("))) << module.key << ": browsers read it aloud";
    }
    EXPECT_EQ(count[Reader::mentor], 6);
    EXPECT_EQ(count[Reader::mentee], 6);
    EXPECT_EQ(count[Reader::both], 5);
    for (auto const reader : {Reader::supervisor, Reader::sponsor, Reader::coordinator, Reader::confidential_contact})
        EXPECT_EQ(count[reader], 1);
}

TEST(TheModulesOfTheHouse, speak_to_you_about_your_partner) {
    for (auto const& module : modules_in("en"))
        for (auto const* word : {"mentor", "mentee", "junior", "senior", "reverse"})
            EXPECT_THAT(base::fold(module.title + module.text + module.exercise), Not(HasSubstr(word))) << module.key;
    for (auto const side : {Side::mentor, Side::mentee}) EXPECT_THAT(sentences_of(side, "en-GB"), SizeIs(3));
}

TEST(TheModulesOfTheHouse, are_two_short_ones_a_side_in_a_small_programme) {
    for (auto const side : {Side::mentor, Side::mentee}) {
        int small = 0;
        int core = 0;
        int minutes = 0;
        for (auto const& module : modules_in("fr")) {
            if (!is_for(module.reader, side)) continue;
            core += module.is_core ? 1 : 0;
            if (module.is_small) ++small, minutes += module.minutes;
        }
        EXPECT_EQ(small, 2);
        EXPECT_EQ(core, 6) << "R19";
        EXPECT_LE(minutes, 10) << "rules 9";
    }
}

}  // namespace
}  // namespace preparation
