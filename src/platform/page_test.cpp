#include "platform/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/json.hpp"

namespace page {
namespace {

using ByName = Place<std::string>;

struct NamedRow {
    std::string name;
    base::AnyId id;

    bool operator==(NamedRow const&) const = default;
};

struct NamedPage {
    std::vector<NamedRow> items;
    std::optional<std::string> next_cursor;
};

base::AnyId id_of(std::uint8_t number) {
    base::AnyId id;
    id.bytes.back() = number;
    return id;
}

NamedPage page_of(std::vector<NamedRow> rows, std::optional<std::int32_t> limit) {
    NamedPage shown;
    fill(shown, std::move(rows), Request{std::nullopt, limit}, [](auto const& last) {
        return ByName{last.name, last.id};
    });
    return shown;
}

TEST(APage, says_where_the_next_one_begins_only_when_there_is_one) {
    std::vector<NamedRow> const rows{{"ana", id_of(1)}, {"bo", id_of(2)}, {"cy", id_of(3)}};
    auto const whole = page_of(rows, 3);
    EXPECT_EQ(whole.items, rows);
    EXPECT_FALSE(whole.next_cursor);

    auto const cut = page_of(rows, 2);
    ASSERT_EQ(cut.items.size(), 2U);
    ASSERT_TRUE(cut.next_cursor);
    auto const behind = place<ByName>(Request{cut.next_cursor, {}});
    ASSERT_TRUE(behind && *behind);
    EXPECT_EQ((*behind)->key, "bo");
    EXPECT_EQ((*behind)->id, id_of(2));
}

TEST(APage, has_fifty_rows_unless_asked_and_reads_one_beyond) {
    EXPECT_EQ(Request{}.rows(), 50);
    EXPECT_EQ(Request{}.reach(), 51);
    EXPECT_EQ((Request{{}, 7}.reach()), 8);
}

TEST(ACursor, carries_any_text_and_any_number_back) {
    for (std::string const text : {"", "Łukasz \"the\" Żółć", "a/b+c=d&e", "\t\n\\", "%_!"}) {
        ByName const there{text, id_of(9)};
        auto const back = place<ByName>(Request{write_cursor(meta::of<ByName>(), &there), {}});
        ASSERT_TRUE(back && *back) << text;
        EXPECT_EQ((*back)->key, text);
    }
    for (std::int64_t const number : {std::int64_t{0}, std::int64_t{-1}, meta::kNoMost, meta::kNoLeast}) {
        Position const there{number};
        auto const back = place<Position>(Request{write_cursor(meta::of<Position>(), &there), {}});
        ASSERT_TRUE(back && *back);
        EXPECT_EQ((*back)->position, number);
    }
}

TEST(ACursor, of_letters_and_digits_alone_needs_no_escaping) {
    ByName const there{"?!>>>", id_of(200)};
    EXPECT_THAT(write_cursor(meta::of<ByName>(), &there), testing::MatchesRegex("[A-Za-z0-9_-]+"));
}

TEST(ACursor, that_no_page_said_is_refused) {
    Position const line{3};
    auto const of_another_list = write_cursor(meta::of<Position>(), &line);
    for (std::string const& nonsense : {std::string("x"), std::string("!!"), std::string("eyJ9"), std::string("bnVsbA"),
                                        of_another_list, std::string(2000, 'A')}) {
        auto const refused = place<ByName>(Request{nonsense, {}});
        ASSERT_FALSE(refused) << nonsense;
        EXPECT_EQ(refused.refusal().kind, base::RefusalKind::invalid);
        ASSERT_EQ(refused.refusal().errors.size(), 1U);
        EXPECT_EQ(refused.refusal().errors[0].pointer, "/cursor");
    }
}

TEST(SearchingForAPart, takes_the_wildcards_of_like_for_themselves) {
    EXPECT_EQ(folded_part(std::nullopt), std::nullopt);
    EXPECT_EQ(folded_part("  Élodie  K"), "%élodie k%");
    EXPECT_EQ(folded_part("50%_off!"), "%50!%!_off!!%");
    EXPECT_EQ(typed_part(" Łukasz "), "%Łukasz%");
}

}  // namespace
}  // namespace page
