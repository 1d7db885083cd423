#include "platform/csv.hpp"

#include <gmock/gmock.h>

#include "base/random.hpp"

namespace {

using testing::ElementsAre;

std::vector<std::vector<std::string>> rows_of(std::string_view text, char separator = ',') {
    std::vector<std::vector<std::string>> rows;
    csv::Reader reader(text, separator);
    while (true) {
        auto row = reader.next();
        if (!row || !*row) return rows;
        rows.push_back((*row)->cells);
    }
}

TEST(ReadingSeparatedText, keeps_commas_quotes_and_line_breaks_inside_quotes) {
    EXPECT_THAT(rows_of("a,\"b, c\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",,x"),
                ElementsAre(ElementsAre("a", "b, c", "say \"hi\""), ElementsAre("two\nlines", "", "x")));
}

TEST(ReadingSeparatedText, ends_lines_with_any_of_the_three_endings) {
    EXPECT_THAT(rows_of("a\r\nb\nc\rd"),
                ElementsAre(ElementsAre("a"), ElementsAre("b"), ElementsAre("c"), ElementsAre("d")));
}

TEST(ReadingSeparatedText, lets_a_quote_in_the_middle_of_a_cell_be_a_character) {
    EXPECT_THAT(rows_of("5\" pipe,ok"), ElementsAre(ElementsAre("5\" pipe", "ok")));
}

TEST(ReadingSeparatedText, accepts_spaces_around_quotes) {
    EXPECT_THAT(rows_of("a, \"b,c\" ,d"), ElementsAre(ElementsAre("a", "b,c ", "d")));
}

TEST(ReadingSeparatedText, names_the_line_where_a_quote_was_left_open) {
    csv::Reader reader("a,b\nc,\"d\ne,f\n", ',');
    ASSERT_TRUE(reader.next());
    auto broken = reader.next();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.refusal().code, "unclosed_quote");
    EXPECT_EQ(broken.refusal().params.at("line"), "2");
}

TEST(ReadingSeparatedText, counts_lines_through_quoted_breaks) {
    csv::Reader reader("h\n\"a\nb\"\nc\n", ',');
    std::vector<std::int32_t> lines;
    for (auto row = reader.next(); row && *row; row = reader.next()) lines.push_back((*row)->line);
    EXPECT_THAT(lines, ElementsAre(1, 2, 4));
}

TEST(ReadingSeparatedText, keeps_no_more_cells_than_asked_for_and_counts_the_others) {
    csv::Reader reader("a,b,c,d\n", ',');
    auto row = reader.next(2);
    EXPECT_THAT((**row).cells, ElementsAre("a", "b"));
    EXPECT_EQ((**row).cell_count, 4U);
}

TEST(ReadingSeparatedText, keeps_only_the_wanted_cells) {
    csv::Reader reader("name,pay,team\nAna,90000,Retail\nBo\n", ',');
    std::array<std::size_t, 2> wanted{0, 2};
    ASSERT_TRUE(reader.next());
    auto ana = reader.next(wanted, 3);
    EXPECT_THAT((**ana).cells, ElementsAre("Ana", "Retail"));
    EXPECT_EQ((**ana).cell_count, 3U);
    auto bo = reader.next(wanted, 3);
    EXPECT_THAT((**bo).cells, ElementsAre("Bo", ""));
    EXPECT_EQ((**bo).cell_count, 1U);
}

TEST(ReadingSeparatedText, sees_blank_rows_and_blank_ends) {
    csv::Reader reader(" , ,\na,b,,\n", ',');
    std::array<std::size_t, 1> wanted{0};
    EXPECT_TRUE((**reader.next(wanted, 2)).is_blank);
    auto row = reader.next(wanted, 2);
    EXPECT_FALSE((**row).is_blank);
    EXPECT_TRUE((**row).ends_blank);
}

TEST(FindingTheSeparator, counts_outside_quotes_in_the_first_line_that_has_any) {
    EXPECT_EQ(csv::find_separator("a,b\n1;2;3;4"), ',');
    EXPECT_EQ(csv::find_separator("\"a,b,c\";d\n"), ';');
    EXPECT_EQ(csv::find_separator("a\tb, c, d\n"), '\t');
    EXPECT_EQ(csv::find_separator("a|b|c\n"), '|');
    EXPECT_EQ(csv::find_separator("sep=;\na,b;c\n"), ';');
    EXPECT_EQ(csv::find_separator("name\nAna\n"), ',');
    EXPECT_EQ(csv::find_separator(""), ',');
}

TEST(FindingTheSeparator, skips_the_line_that_names_it) {
    EXPECT_THAT(rows_of("sep=;\na;b\n", ';'), ElementsAre(ElementsAre("a", "b")));
}

TEST(Decoding, reads_utf8_with_and_without_a_mark) {
    EXPECT_EQ(csv::decode("\xEF\xBB\xBFÉlodie").text, "Élodie");
    EXPECT_EQ(csv::decode("Élodie").encoding, csv::Encoding::utf8);
}

TEST(Decoding, reads_utf16_of_both_orders_with_and_without_a_mark) {
    std::string little("N\0a\0m\0e\0,\0\xC9\0", 12);
    std::string big("\0N\0a\0m\0e\0,\0\xC9", 12);
    EXPECT_EQ(csv::decode("\xFF\xFE" + little).text, "Name,É");
    EXPECT_EQ(csv::decode("\xFE\xFF" + big).text, "Name,É");
    EXPECT_EQ(csv::decode(little).text, "Name,É");
    EXPECT_EQ(csv::decode(big).text, "Name,É");
}

TEST(Decoding, joins_surrogates_and_replaces_lonely_ones) {
    EXPECT_EQ(csv::decode(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6)).text, "😀");
    EXPECT_EQ(csv::decode(std::string("\xFF\xFE\x3D\xD8\x41\x00", 6)).text,
              "\xEF\xBF\xBD"
              "A");
}

TEST(Decoding, takes_everything_else_for_windows_1252) {
    auto decoded = csv::decode("Zo\xEB \x80 \x93J\xF8rgen\x94");
    EXPECT_EQ(decoded.encoding, csv::Encoding::windows_1252);
    EXPECT_EQ(decoded.text, "Zoë € “Jørgen”");
}

TEST(WritingSeparatedText, disarms_formulas_and_comes_back_as_it_went) {
    EXPECT_EQ(csv::write_row(std::vector<std::string>{"=1+1", "a,b", "say \"hi\""}),
              "'=1+1,\"a,b\",\"say \"\"hi\"\"\"\r\n");
}

TEST(WritingSeparatedText, comes_back_the_same_for_any_cells) {
    auto random = base::seeded_random(7);
    constexpr std::string_view kLetters = "ab,;\t\"\n\r |é";
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> cells(1 + random->below(5));
        for (auto& cell : cells) {
            cell = "x";
            for (auto n = random->below(8); n > 0; --n) cell.push_back(kLetters[random->below(10)]);
        }
        for (auto separator : std::string_view(",;\t|")) {
            auto rows = rows_of(csv::write_row(cells, separator), separator);
            ASSERT_THAT(rows, ElementsAre(cells));
        }
    }
}

TEST(ReadingSeparatedText, survives_any_octets) {
    auto random = base::seeded_random(11);
    for (int round = 0; round < 2000; ++round) {
        std::string octets(random->below(60), '\0');
        for (auto& octet : octets) octet = static_cast<char>(random->below(256));
        auto decoded = csv::decode(octets);
        csv::Reader reader(decoded.text, csv::find_separator(decoded.text));
        for (auto row = reader.next(); row && *row; row = reader.next()) ASSERT_GE((**row).cell_count, 1U);
    }
}

}  // namespace
