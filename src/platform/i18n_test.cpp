#include "platform/i18n.hpp"

#include <gtest/gtest.h>

#include "platform/qr_code.hpp"

namespace {

i18n::Catalogues two_languages() {
    i18n::Catalogues catalogues;
    EXPECT_TRUE(catalogues.add("en", R"json({"mail.hello": "Hello {name}", "mail.waiting":
        "{count, plural, one {# answer waits} other {# answers wait}}", "mail.only": "It's here"})json"));
    EXPECT_TRUE(catalogues.add("de", R"({"mail.hello": "Guten Tag {name}", "mail.waiting":
        "{count, plural, one {# Antwort wartet} other {# Antworten warten}}"})"));
    return catalogues;
}

TEST(ACatalogue, speaks_the_readers_language) {
    auto const catalogues = two_languages();
    EXPECT_EQ(catalogues.format("de", "mail.hello", {{"name", std::string("Jörg")}}), "Guten Tag Jörg");
    EXPECT_EQ(catalogues.format("de-AT", "mail.waiting", {{"count", std::int64_t{1}}}), "1 Antwort wartet");
    EXPECT_EQ(catalogues.format("de", "mail.waiting", {{"count", std::int64_t{1200}}}), "1.200 Antworten warten");
}

TEST(ACatalogue, falls_back_to_english_and_then_to_the_key) {
    auto const catalogues = two_languages();
    EXPECT_EQ(catalogues.format("fr", "mail.hello", {{"name", std::string("Zoé")}}), "Hello Zoé");
    EXPECT_EQ(catalogues.format("de", "mail.only"), "It's here");
    EXPECT_EQ(catalogues.format("de", "mail.nowhere"), "mail.nowhere");
    EXPECT_EQ(catalogues.missing("de"), std::set<std::string>{"mail.only"});
    EXPECT_TRUE(catalogues.missing("en").empty());
}

TEST(ACatalogue, takes_a_name_as_text_and_not_as_a_message) {
    EXPECT_EQ(two_languages().format("en", "mail.hello", {{"name", std::string("{count} '{x}'")}}),
              "Hello {count} '{x}'");
}

TEST(ACatalogue, is_refused_when_it_is_none) {
    i18n::Catalogues catalogues;
    EXPECT_EQ(catalogues.add("en", "[]").refusal().code, "catalogue_unreadable");
    EXPECT_EQ(catalogues.add("en", R"({"a": 1})").refusal().code, "catalogue_unreadable");
    EXPECT_EQ(catalogues.add("en", R"({"a": "{unclosed"})").refusal().code, "catalogue_unreadable");
}

TEST(ADate, is_written_in_the_readers_language_and_zone) {
    auto const day = *base::parse_day("2026-11-22");
    EXPECT_EQ(i18n::long_day("de", day), "22. November 2026");
    EXPECT_EQ(i18n::long_day("en", day), "22 November 2026");
    auto const text = i18n::long_time("de", *base::parse_instant("2026-11-22T23:30:00Z"), "Asia/Tokyo");
    EXPECT_NE(text.find("23. November 2026"), std::string::npos) << text;
    EXPECT_NE(text.find("08:30"), std::string::npos) << text;
}

TEST(TheCataloguesOfObverse, say_everything_in_every_language) {
    auto const catalogues = i18n::read_catalogues(OBVERSE_SOURCE_DIR "/locales");
    ASSERT_TRUE(catalogues) << catalogues.refusal().detail;
    for (auto const& language : catalogues->languages())
        EXPECT_EQ(catalogues->missing(language), std::set<std::string>{}) << language;
}

TEST(AQrCode, is_an_image_that_scales) {
    auto const image = qr_code::svg("https://example.org/activation/abc");
    EXPECT_TRUE(image.starts_with("<svg "));
    EXPECT_NE(image.find("viewBox=\"0 0 37 37\""), std::string::npos) << image.substr(0, 200);
    EXPECT_EQ(image, qr_code::svg("https://example.org/activation/abc"));
    EXPECT_THROW(qr_code::svg(std::string(5000, 'x')), std::length_error);
}

}  // namespace
