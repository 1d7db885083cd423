#include "programme/nearest_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace programme {
namespace {

struct Said {
    std::string language;
    std::string text;
};

std::string read(std::vector<Said> const& said, std::string_view reader, std::string_view own = "en") {
    auto const* found = nearest(said, reader, own);
    return found == nullptr ? "nothing" : found->text;
}

std::vector<std::string> codes(std::vector<Said> const& said, std::string_view own) {
    std::vector<base::FieldError> errors;
    check_languages(said, own, "/texts", errors);
    std::vector<std::string> found;
    for (auto const& error : errors) found.push_back(error.pointer + " " + error.code);
    return found;
}

TEST(TheNearestWords, are_the_readers_own_then_without_the_region_then_the_programmes) {
    std::vector<Said> const said{{"de", "Hallo"}, {"en", "Hello"}, {"de-AT", "Servus"}};
    EXPECT_EQ(read(said, "de-AT"), "Servus");
    EXPECT_EQ(read(said, "de-CH"), "Hallo");
    EXPECT_EQ(read(said, "den"), "Hello");
    EXPECT_EQ(read(said, "fr"), "Hello");
    EXPECT_EQ(read(said, "fr", "de"), "Hallo");
    EXPECT_EQ(read(said, ""), "Hello");
    EXPECT_EQ(read({{"de", "Hallo"}}, "fr", "en"), "Hallo") << "better than nothing";
    EXPECT_EQ(read({}, "fr"), "nothing");
}

TEST(TheNearestWords, are_one_a_language_and_stand_in_the_programmes_own) {
    using testing::ElementsAre;
    using testing::IsEmpty;
    EXPECT_THAT(codes({{"en", "a"}, {"de", "b"}}, "en"), IsEmpty());
    EXPECT_THAT(codes({{"de", "a"}, {"de", "b"}}, "de"), ElementsAre("/texts/1/language twice"));
    EXPECT_THAT(codes({{"German!", "a"}}, "de"), ElementsAre("/texts/0/language format", "/texts own_language"));
    EXPECT_THAT(codes({}, "de"), ElementsAre("/texts own_language"));
}

TEST(TheNearestWords, are_kept_without_what_cannot_be_printed) {
    std::vector<base::FieldError> errors;
    std::string text = " one\r\ntwo\n ";
    check_lines(text, "/text", errors);
    EXPECT_EQ(text, "one\ntwo");
    std::string title = " a \n title ";
    check_line(title, "/title", errors);
    EXPECT_EQ(title, "a title");
    EXPECT_TRUE(errors.empty());
    std::string empty = " \r\n";
    check_lines(empty, "/text", errors);
    std::string bell = "ring\a";
    check_line(bell, "/title", errors);
    ASSERT_EQ(errors.size(), 2U);
    EXPECT_EQ(errors[0].code, "too_short");
    EXPECT_EQ(errors[1].code, "format");
}

}  // namespace
}  // namespace programme
