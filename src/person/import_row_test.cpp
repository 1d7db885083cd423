#include "person/import_row.hpp"

#include <map>

#include <gmock/gmock.h>

#include "platform/csv.hpp"
#include "support/import_plans.hpp"

namespace person {
namespace {

using support::carried_out;
using support::empty_ground;
using support::person_named;
using support::planned;
using support::proposed_for;
using support::told;
using testing::ElementsAre;
using testing::SizeIs;

TEST(ReadingAnImport, asks_before_it_recognises_people_by_name) {
    constexpr std::string_view kNames = "Name,Department\nAna Silva,Retail\n";
    auto mapping = proposed_for(kNames);
    auto asked = read_import(kNames, mapping, support::kImportDay);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.refusal().errors.front().pointer, "/recognise_by_name");
    EXPECT_EQ(asked.refusal().errors.front().code, "needed");
    mapping.recognise_by_name = true;
    auto ground = carried_out(planned(kNames, mapping), empty_ground());
    EXPECT_EQ(planned(kNames, mapping, ground).figures.unchanged, 1);
}

TEST(ReadingAnImport, asks_for_the_order_of_day_and_month_whenever_a_day_leaves_it_open) {
    constexpr std::string_view kDays = "ID,Name,Hire Date\n1,Ana Silva,31/1/2020\n2,Bruno Lopes,7/5/2011\n";
    auto asked = read_import(kDays, proposed_for(kDays), support::kImportDay);
    ASSERT_FALSE(asked);
    auto const& question = asked.refusal().errors.front();
    EXPECT_EQ(question.pointer, "/day_order");
    EXPECT_EQ(question.params.at("line"), "3");
    EXPECT_EQ(question.params.at("value"), "7/5/2011");
    EXPECT_EQ(question.params.at("proposed"), "day_first");
    auto mapping = proposed_for(kDays);
    mapping.day_order = DayOrder::day_first;
    auto plan = planned(kDays, mapping);
    EXPECT_EQ(person_named(plan, "Bruno Lopes")->hired_on, base::parse_day("2011-05-07"));
}

TEST(ReadingAnImport, asks_nothing_when_no_day_leaves_it_open) {
    EXPECT_EQ(planned("ID,Name,Hire Date\n1,Ana Silva,31/1/2020\n2,Bruno Lopes,2011-07-05\n").figures.added, 2);
}

TEST(Levels, come_from_words_numbers_falling_numbers_and_job_titles) {
    constexpr std::string_view kLevels =
        "ID,Name,Level,Position\n1,Ana Silva,Grade 2,Clerk\n2,Tom Reis,Grade 7,Director\n";
    auto level_of = [&](LevelSource source, std::vector<LevelWord> words) {
        auto mapping = proposed_for(kLevels);
        mapping.level_source = source;
        mapping.level_words = std::move(words);
        auto plan = planned(kLevels, mapping);
        return std::pair{person_named(plan, "Ana Silva")->level, person_named(plan, "Tom Reis")->level};
    };
    using Levels = std::pair<std::optional<std::int32_t>, std::optional<std::int32_t>>;
    EXPECT_EQ(level_of(LevelSource::rising_number, {}), (Levels{2, 7}));
    EXPECT_EQ(level_of(LevelSource::falling_number, {}), (Levels{98, 93}));
    EXPECT_EQ(level_of(LevelSource::words, {{"grade 2", 1}}), (Levels{1, std::nullopt}));
    EXPECT_EQ(level_of(LevelSource::job_titles, {{"Clerk", 1}, {"Director", 4}}), (Levels{1, 4}));
}

TEST(Levels, have_the_name_they_are_written_with_unless_it_is_a_bare_number) {
    auto names_of = [](std::string const& low, std::string const& high) {
        auto const file = "ID,Name,Level\n1,Ana Silva," + low + "\n2,Tom Reis," + high + "\n";
        auto mapping = proposed_for(file);
        mapping.level_source = LevelSource::rising_number;
        return read_import(file, mapping, support::kImportDay).value().level_names;
    };
    using Names = std::map<std::int32_t, std::string>;
    EXPECT_EQ(names_of("Grade 2", "L7"), (Names{{2, "Grade 2"}, {7, "L7"}}));
    EXPECT_EQ(names_of("2", " 7.0 "), Names{});
    EXPECT_EQ(names_of("#2", "Étage 7"), (Names{{7, "Étage 7"}}));
}

TEST(ReadingAnImport, says_which_level_words_it_does_not_know) {
    constexpr std::string_view kLevels = "ID,Name,Level\n1,Ana Silva,Boss\n2,Tom Reis,Boss\n";
    auto plan = planned(kLevels, proposed_for(kLevels));
    ASSERT_THAT(plan.report.file.unknown_level_words, SizeIs(1));
    EXPECT_EQ(plan.report.file.unknown_level_words[0].people, 2);
    EXPECT_THAT(told(plan), ElementsAre("2 Level Boss level_unknown", "3 Level Boss level_unknown"));
    EXPECT_EQ(plan.figures.repaired, 2);
}

TEST(ReadingAnImport, refuses_rows_whose_cells_stand_in_the_wrong_columns) {
    auto plan = planned(
        "ID,Name,Department,Manager,Hire Date\n"
        "1,Ana Silva,Retail,Tom Reis,2020-01-31\n"
        "2,Tom Reis,Board,,2019-01-31\n"
        "3,Bo Lund,Tom Reis,12,2019-01-31\n"
        "4,Jo,Retail,Tom Reis,2019-01-31,more\n"
        "5,,Retail,Tom Reis,2019-01-31\n"
        "6,Li Wei,Retail,Tom Reis\n"
        "7,Eva Fox,Retail,Tom Reis,2020-01-30,,\n"
        "8,Eva Fix,Retail,Tom Reis,2020-01-30\n"
        "9,Eva Fax,Retail,Tom Reis,2020-01-30\n"
        "10,Eva Fex,Retail,Tom Reis,2020-01-30\n"
        "11,Eva Fyx,Retail,Tom Reis,2020-01-30\n");
    EXPECT_THAT(told(plan),
                ElementsAre("4 Manager 12 shifted", "5 - - too_many_cells", "6 Name - name_missing", "7 - - shifted"));
    EXPECT_EQ(plan.figures.refused, 4);
    EXPECT_EQ(plan.figures.added, 7);
}

TEST(ReadingAnImport, reads_an_export_that_leaves_empty_cells_at_the_end_away) {
    auto plan = planned("ID,Name,Department,Site\n1,Ana Silva\n2,Tom Reis,Retail\n3,Bo Lund,Retail,Porto\n");
    EXPECT_EQ(plan.figures.added, 3);
    EXPECT_EQ(plan.report.file.cut_short_rows, 2);
}

TEST(ReadingAnImport, repairs_a_cell_rather_than_refuse_a_person) {
    auto plan = planned(
        "ID,Name,E-Mail,Hire Date,Leaving Date,Time zone,Language\n"
        "1,Ana Silva,not an address,2020-01-31,,Mars,Deutsch\n"
        "2,Tom Reis,tom@example.org,soon,,Europe/Berlin,Klingon\n"
        "3,Bo Lund,n/a,2020-01-31,2019-01-31,-,\n");
    EXPECT_EQ(plan.figures.added, 3);
    EXPECT_EQ(plan.figures.repaired, 3);
    EXPECT_THAT(told(plan), testing::UnorderedElementsAre(
                                "2 E-Mail not an address email_unreadable", "2 Time zone Mars time_zone_unknown",
                                "3 Hire Date soon day_unreadable", "3 Language Klingon language_unknown",
                                "4 Leaving Date 2019-01-31 left_before_hired"));
    EXPECT_EQ(person_named(plan, "Ana Silva")->language, "de");
    EXPECT_EQ(person_named(plan, "Tom Reis")->time_zone, "Europe/Berlin");
}

TEST(ReadingAnImport, reads_utf16_semicolons_and_quoted_line_breaks) {
    std::string text = "\"Name\";\"ID\"\r\n\"Müller,\nEva\";1\r\n";
    std::string utf16 = "\xFF\xFE";
    for (auto point : {U"\"Name\";\"ID\"\r\n\"Müller,\nEva\";1\r\n"})
        for (auto const* at = point; *at != 0; ++at) {
            utf16.push_back(static_cast<char>(*at & 0xFF));
            utf16.push_back(static_cast<char>(*at >> 8));
        }
    auto quoted = planned(text);
    EXPECT_TRUE(person_named(quoted, "Eva Müller"));
    auto plan = planned(utf16);
    EXPECT_TRUE(person_named(plan, "Eva Müller"));
    EXPECT_EQ(plan.report.file.encoding, csv::Encoding::utf16_little_endian);
    EXPECT_EQ(plan.report.file.separator, ";");
}

TEST(ReadingAnImport, reads_pasted_rows_without_a_header) {
    ColumnMapping mapping;
    mapping.has_header = false;
    mapping.recognise_by_name = true;
    mapping.columns = {{0, "", PersonField::name}, {2, "", PersonField::department}};
    auto plan = planned("Ana Silva\t45\tRetail\nTom Reis\t51\tBoard\n", mapping);
    EXPECT_EQ(plan.figures.added, 2);
    EXPECT_EQ(person_named(plan, "Tom Reis")->department, "Board");
}

// One endless line, or millions of separators: what is no export must not keep a worker busy for minutes.
TEST(ReadingAnImport, is_refused_at_once_when_its_first_line_is_no_header) {
    for (auto const& octets :
         {std::string(1'000'000, 'a'), "ID" + std::string(1'000'000, ';'), "ID," + std::string(3000, 'n')}) {
        auto const headers = read_headers(octets + "\n");
        ASSERT_FALSE(headers);
        EXPECT_EQ(headers.refusal().errors.front().code, "not_a_table");
        auto const refused = read_import(octets + "\n1,2\n", ColumnMapping{}, support::kImportDay);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.refusal().errors.front().code, "not_a_table");
    }
}

TEST(ReadingAnImport, refuses_an_endless_cell_as_too_long) {
    auto const plan = planned("ID,Name\n1," + std::string(4'000'000, 'a') + "\n2,Bo Lund\n");
    EXPECT_EQ(plan.figures.refused, 1);
    EXPECT_EQ(plan.figures.added, 1);
}

TEST(ReadingAnImport, is_refused_when_it_is_empty) {
    auto refused = read_import(" \n\n", ColumnMapping{}, support::kImportDay);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().errors.front().code, "empty_file");
}

}  // namespace
}  // namespace person
