#include "programme/called.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace programme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Words named(std::string language, std::string name) {
    return {std::move(language), std::move(name), std::nullopt, std::nullopt, std::nullopt};
}

std::vector<std::string> wrong_in(std::vector<Words> words) {
    auto const checked = check_words(std::move(words));
    std::vector<std::string> wrong;
    if (!checked)
        for (auto const& error : checked.refusal().errors) wrong.push_back(error.pointer + " " + error.code);
    return wrong;
}

TEST(OwnWords, are_squeezed_onto_one_line) {
    auto words = named("de", "  Kompass \n 2027 ");
    words.mentor = {" Partner\tA ", "Partner A", "Partner A"};
    auto const checked = check_words({words}).value();
    EXPECT_EQ(checked.front().name, "Kompass 2027");
    EXPECT_EQ(checked.front().mentor->singular, "Partner A");
}

TEST(OwnWords, are_refused_empty_twice_and_with_control_characters_all_at_once) {
    auto empty = named("de", " \t ");
    empty.mentee = {"B", " ", "B"};
    auto bell = named("de", "Kom\apass");
    bell.mentor = {"A", "A", "A\x7f"};
    bell.purpose = "See\x1b[1m it";
    EXPECT_THAT(wrong_in({empty, bell}),
                ElementsAre("/words/0/name too_short", "/words/0/mentee/plural too_short", "/words/1/language twice",
                            "/words/1/name format", "/words/1/purpose format", "/words/1/mentor/neutral format"));
}

TEST(OwnWords, are_in_a_language_that_has_a_tag) {
    EXPECT_THAT(wrong_in({named("de-AT", "Kompass"), named("gsw", "Kompass")}), IsEmpty());
    EXPECT_THAT(wrong_in({named("d%", "Kompass")}), ElementsAre("/words/0/language format"));
}

TEST(OwnWords, of_the_programmes_language_follow_when_it_is_renamed) {
    Settings before;
    before.name = "Compass";
    before.purpose = "To learn";
    auto after = before;
    after.name = "Lighthouse";
    after.purpose = std::nullopt;
    auto same = named("en", "Compass");
    same.purpose = "To learn";
    auto const followed = follow_settings({same, named("de", "Compass")}, before, after);
    EXPECT_EQ(followed[0].name, "Lighthouse");
    EXPECT_EQ(followed[0].purpose, std::nullopt);
    EXPECT_EQ(followed[1].name, "Compass") << "another language has its own name";
    EXPECT_EQ(follow_settings({named("en", "Compass 2027")}, before, after)[0].name, "Compass 2027") << "chosen apart";
}

TEST(ABrowser, asks_for_its_first_language) {
    EXPECT_EQ(first_language("de-AT, de;q=0.9, en;q=0.8"), "de-AT");
    EXPECT_EQ(first_language(" fr ;q=1"), "fr");
    EXPECT_EQ(first_language("*"), "");
    EXPECT_EQ(first_language(""), "");
    EXPECT_EQ(first_language("d%, en"), "");
    EXPECT_EQ(first_language(std::string(4000, 'x')), "");
}

}  // namespace
}  // namespace programme
