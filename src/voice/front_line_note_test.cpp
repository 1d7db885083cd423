#include "voice/front_line_note.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "voice/front_line_theme.hpp"

namespace voice {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(AFrontLineNote, goes_out_with_four_others_of_a_circle_of_eight) {
    EXPECT_TRUE(may_go_out(5, 8));
    EXPECT_FALSE(may_go_out(4, 8));
    EXPECT_FALSE(may_go_out(5, 7));
    EXPECT_FALSE(may_go_out(0, 100));
}

TEST(AFrontLineNote, that_waits_can_only_be_taken_back) {
    EXPECT_THAT(allowed_actions(NoteState::waiting), ElementsAre(NoteAction::take_back));
    EXPECT_THAT(allowed_actions(NoteState::draft),
                ElementsAre(NoteAction::change, NoteAction::send, NoteAction::remove));
}

TEST(ATheme, stands_on_five_authors_of_three_partners) {
    std::vector<Standing> notes{{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "3"}};
    EXPECT_FALSE(is_enough(notes));
    notes.push_back({"a", "1"});
    EXPECT_FALSE(is_enough(notes)) << "another note of the same author";
    notes.push_back({"e", ""});
    EXPECT_TRUE(is_enough(notes)) << "the fifth has no partner, the others have three";
    EXPECT_FALSE(is_enough({{"a", "1"}, {"b", "2"}, {"c", "2"}, {"d", "1"}, {"e", ""}})) << "of two partners";
}

TEST(ATheme, is_not_the_words_of_a_note) {
    auto const* note = "The night shift hears about changes of the rota on the day itself, never before.";
    EXPECT_TRUE(quotes("Somebody says: “the NIGHT shift hears; about changes\nof it”", note));
    EXPECT_FALSE(quotes("Changes reach the night shift late", note));
    EXPECT_FALSE(quotes("the night shift hears about", note)) << "five words in a row";
    EXPECT_FALSE(quotes("Too late", "Too late"));
    EXPECT_FALSE(quotes("", ""));
}

TEST(ATheme, is_changed_until_it_is_shown_and_answered_once) {
    Theme theme;
    EXPECT_THAT(allowed_actions(theme, ThemeReader::coordinator),
                ElementsAre(ThemeAction::change, ThemeAction::remove));
    EXPECT_THAT(allowed_actions(theme, ThemeReader::sponsor), IsEmpty());
    theme.is_looked_at = true;
    EXPECT_THAT(allowed_actions(theme, ThemeReader::coordinator), ElementsAre(ThemeAction::change));
    theme.shown_on = base::parse_day("2026-11-23");
    EXPECT_THAT(allowed_actions(theme, ThemeReader::coordinator), IsEmpty());
    EXPECT_THAT(allowed_actions(theme, ThemeReader::sponsor), ElementsAre(ThemeAction::answer));
    EXPECT_THAT(allowed_actions(theme, ThemeReader::other), IsEmpty());
    theme.answered_on = theme.shown_on;
    EXPECT_THAT(allowed_actions(theme, ThemeReader::sponsor), IsEmpty());
}

}  // namespace
}  // namespace voice
