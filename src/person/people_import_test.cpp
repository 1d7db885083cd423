#include "person/people_import.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace person {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

base::Day const kImportDay = *base::parse_day("2026-11-22");

ColumnMapping proposed_for(std::string_view octets) {
    auto headers = read_headers(octets);
    return mapping_of(propose_columns(*headers));
}

ImportGround empty_ground() {
    return {{}, {}, 0, "en", "Europe/London", base::start_of_utc(kImportDay), kImportDay};
}

ImportPlan planned(std::string_view octets, ColumnMapping const& mapping, ImportGround const& ground = empty_ground()) {
    static auto const random = base::seeded_random(5);
    auto file = read_import(octets, mapping, kImportDay);
    EXPECT_TRUE(file) << (file ? "" : file.refusal().code);
    return file ? plan_import(*file, mapping, ground, *random) : ImportPlan{};
}

ImportPlan planned(std::string_view octets, ImportGround const& ground = empty_ground()) {
    auto mapping = proposed_for(octets);
    mapping.recognise_by_name = true;
    return planned(octets, mapping, ground);
}

// What the house holds after the plan was carried out.
ImportGround carried_out(ImportPlan const& plan, ImportGround ground) {
    for (auto const& planned : plan.people) {
        if (planned.is_new) {
            ground.people.push_back(planned.after);
            continue;
        }
        for (auto& person : ground.people)
            if (person.id == planned.after.id) person = planned.after;
    }
    ground.top_id = plan.top_id;
    ground.headcount = plan.report.headcount;
    return ground;
}

Person const* person_named(ImportPlan const& plan, std::string_view name) {
    for (auto const& planned : plan.people)
        if (planned.after.name == name) return &planned.after;
    return nullptr;
}

std::vector<std::string> told(ImportPlan const& plan) {
    std::vector<std::string> lines;
    for (auto const& problem : plan.problems)
        lines.push_back(std::to_string(problem.line) + " " + problem.column_name.value_or("-") + " " +
                        problem.value.value_or("-") + " " + std::string(meta::name_of(problem.reason)));
    return lines;
}

constexpr std::string_view kSmall =
    "ID,Name,E-Mail,Department,Manager ID\n"
    "1,Marta Costa,marta@example.org,Board,\n"
    "2,\"Lopes, Bruno\",bruno@example.org,Retail,1\n"
    "3,Ana Silva,ana@example.org,Retail,2\n";

TEST(AnImport, adds_everybody_to_an_empty_house) {
    auto plan = planned(kSmall);
    EXPECT_EQ(plan.figures.added, 3);
    EXPECT_EQ(plan.report.top, "Marta Costa");
    EXPECT_EQ(plan.report.file.names_turned, 1);
    auto const* bruno = person_named(plan, "Bruno Lopes");
    ASSERT_TRUE(bruno);
    EXPECT_EQ(bruno->sign_in_name, "bruno.lopes");
    EXPECT_EQ(bruno->manager_id, person_named(plan, "Marta Costa")->id);
    EXPECT_EQ(bruno->line_state, LineState::known);
    EXPECT_EQ(person_named(plan, "Marta Costa")->people_under, 2);
}

TEST(AnImport, changes_nothing_the_second_time) {
    auto ground = carried_out(planned(kSmall), empty_ground());
    auto again = planned(kSmall, ground);
    EXPECT_EQ(again.figures.unchanged, 3);
    EXPECT_THAT(again.people, IsEmpty());
}

TEST(AnImport, changes_what_differs_and_leaves_what_is_blank) {
    auto ground = carried_out(planned(kSmall), empty_ground());
    auto plan = planned("ID,Name,Department,Manager ID\n3,Ana Silva,,1\n2,Bruno Lopes,Sales,1\n", ground);
    EXPECT_EQ(plan.figures.changed, 2);
    EXPECT_EQ(person_named(plan, "Ana Silva")->department, "Retail");
    EXPECT_EQ(person_named(plan, "Ana Silva")->manager_id, person_named(plan, "Bruno Lopes")->manager_id);
    EXPECT_EQ(plan.report.not_in_file, 1);
}

TEST(AnImport, recognises_by_email_whoever_has_no_number_yet) {
    auto ground = carried_out(planned("Name,E-Mail\nAna Silva,ana@example.org\n"), empty_ground());
    auto plan = planned("ID,Name,E-Mail\n3,Ana Silva,ANA@example.org\n", ground);
    EXPECT_EQ(plan.figures.changed, 1);
    EXPECT_EQ(person_named(plan, "Ana Silva")->external_id, "3");
}

TEST(AnImport, takes_another_number_with_the_same_address_for_another_person) {
    auto ground = carried_out(planned(kSmall), empty_ground());
    auto plan = planned("ID,Name,E-Mail\n9,Ana Silva,ana@example.org\n", ground);
    EXPECT_EQ(plan.figures.added, 1);
    ASSERT_THAT(plan.people, SizeIs(1));
    EXPECT_EQ(person_named(plan, "Ana Silva")->email, std::nullopt);
    EXPECT_EQ(person_named(plan, "Ana Silva")->sign_in_name, "ana.silva2");
    EXPECT_THAT(told(plan), ElementsAre("2 E-Mail ana@example.org email_shared"));
}

TEST(AnImport, gives_nobody_another_address_unless_it_may) {
    auto ground = carried_out(planned(kSmall), empty_ground());
    ground.may_change_addresses = false;
    auto kept = planned("ID,Name,E-Mail\n3,Ana Silva,thief@example.org\n", ground);
    EXPECT_EQ(kept.figures.unchanged, 1);
    EXPECT_THAT(told(kept), ElementsAre("2 E-Mail thief@example.org email_kept"));
    ground.may_change_addresses = true;
    auto changed = planned("ID,Name,E-Mail\n3,Ana Silva,new@example.org\n", ground);
    EXPECT_EQ(person_named(changed, "Ana Silva")->email, "new@example.org");
}

TEST(AnImport, refuses_the_second_row_of_one_person) {
    auto plan = planned("ID,Name\n1,Ana Silva\n1,Ana Silva\n");
    EXPECT_EQ(plan.figures.added, 1);
    EXPECT_THAT(told(plan), ElementsAre("3 ID 1 twice_in_file"));
}

TEST(AnImport, asks_before_it_recognises_people_by_name) {
    constexpr std::string_view kNames = "Name,Department\nAna Silva,Retail\n";
    auto mapping = proposed_for(kNames);
    auto asked = read_import(kNames, mapping, kImportDay);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.refusal().errors.front().pointer, "/recognise_by_name");
    EXPECT_EQ(asked.refusal().errors.front().code, "needed");
    mapping.recognise_by_name = true;
    auto ground = carried_out(planned(kNames, mapping), empty_ground());
    EXPECT_EQ(planned(kNames, mapping, ground).figures.unchanged, 1);
}

TEST(AnImport, asks_for_the_order_of_day_and_month_whenever_a_day_leaves_it_open) {
    constexpr std::string_view kDays = "ID,Name,Hire Date\n1,Ana Silva,31/1/2020\n2,Bruno Lopes,7/5/2011\n";
    auto asked = read_import(kDays, proposed_for(kDays), kImportDay);
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

TEST(AnImport, asks_nothing_when_no_day_leaves_it_open) {
    EXPECT_EQ(planned("ID,Name,Hire Date\n1,Ana Silva,31/1/2020\n2,Bruno Lopes,2011-07-05\n").figures.added, 2);
}

TEST(AnImport, keeps_the_manager_without_a_row_as_a_name_in_the_tree) {
    constexpr std::string_view kNamed =
        "ID,Name,Manager\n1,Marta Costa,\n2,Bruno Lopes,Marta Costa\n5,Bo Lund,Bruno Lopes\n6,Jo Fox,Bruno "
        "Lopes\n3,Ana Silva,\"Alves, Rita\"\n4,Tom Reis,Rita "
        "Alves\n";
    auto plan = planned(kNamed);
    EXPECT_THAT(plan.report.managers_without_row, ElementsAre(NamedCount{"Rita Alves", 2}));
    auto const* rita = person_named(plan, "Rita Alves");
    ASSERT_TRUE(rita);
    EXPECT_TRUE(rita->is_name_only);
    EXPECT_EQ(rita->sign_in_name, std::nullopt);
    EXPECT_EQ(person_named(plan, "Ana Silva")->manager_id, rita->id);

    auto ground = carried_out(plan, empty_ground());
    EXPECT_THAT(planned(kNamed, ground).people, IsEmpty()) << "named once, not twice";
    auto grown = planned("ID,Name,Manager\n7,Rita Alves,Marta Costa\n", ground);
    EXPECT_EQ(grown.figures.added, 1);
    EXPECT_EQ(person_named(grown, "Rita Alves")->id, rita->id);
    EXPECT_FALSE(person_named(grown, "Rita Alves")->is_name_only);
    EXPECT_EQ(person_named(grown, "Tom Reis")->line_state, LineState::known);
}

TEST(AnImport, does_not_guess_between_two_managers_of_one_name) {
    auto plan = planned("ID,Name,Manager\n1,Ana Silva,\n2,Ana Silva,\n3,Tom Reis,Ana Silva\n");
    EXPECT_THAT(plan.report.ambiguous_managers, ElementsAre(NamedCount{"Ana Silva", 1}));
    EXPECT_EQ(person_named(plan, "Tom Reis")->manager_id, std::nullopt);
    EXPECT_EQ(person_named(plan, "Tom Reis")->line_state, LineState::broken);
}

TEST(AnImport, reports_a_cycle_and_goes_on) {
    auto plan = planned("ID,Name,Manager ID\n1,Ana Silva,2\n2,Tom Reis,1\n3,Bo,2\n");
    EXPECT_EQ(plan.figures.added, 3);
    ASSERT_THAT(plan.report.cycles, SizeIs(1));
    EXPECT_THAT(plan.report.cycles[0], ElementsAre("Ana Silva", "Tom Reis"));
}

TEST(AnImport, uses_names_where_manager_ids_are_another_numbering) {
    auto plan = planned("ID,Name,Manager ID,Manager\n10001,Ana Silva,22,Bruno Lopes\n10002,Bruno Lopes,,\n");
    EXPECT_TRUE(plan.report.manager_ids_are_other_numbering);
    EXPECT_EQ(person_named(plan, "Ana Silva")->manager_id, person_named(plan, "Bruno Lopes")->id);
}

TEST(AnImport, makes_addresses_by_a_pattern_and_never_the_same_twice) {
    constexpr std::string_view kTwins = "ID,Name\n1,Ana Silva\n2,Ana Silva\n";
    auto mapping = proposed_for(kTwins);
    mapping.email_pattern = "first.last@example.org";
    auto plan = planned(kTwins, mapping);
    EXPECT_EQ(plan.report.emails_made, 1);
    EXPECT_EQ(plan.figures.added, 2);
    auto ground = carried_out(plan, empty_ground());
    EXPECT_EQ(planned(kTwins, mapping, ground).figures.unchanged, 2);
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
        return read_import(file, mapping, kImportDay).value().level_names;
    };
    using Names = std::map<std::int32_t, std::string>;
    EXPECT_EQ(names_of("Grade 2", "L7"), (Names{{2, "Grade 2"}, {7, "L7"}}));
    EXPECT_EQ(names_of("2", " 7.0 "), Names{});
    EXPECT_EQ(names_of("#2", "Étage 7"), (Names{{7, "Étage 7"}}));
}

TEST(AnImport, says_which_level_words_it_does_not_know) {
    constexpr std::string_view kLevels = "ID,Name,Level\n1,Ana Silva,Boss\n2,Tom Reis,Boss\n";
    auto plan = planned(kLevels, proposed_for(kLevels));
    ASSERT_THAT(plan.report.file.unknown_level_words, SizeIs(1));
    EXPECT_EQ(plan.report.file.unknown_level_words[0].people, 2);
    EXPECT_THAT(told(plan), ElementsAre("2 Level Boss level_unknown", "3 Level Boss level_unknown"));
    EXPECT_EQ(plan.figures.repaired, 2);
}

TEST(AnImport, refuses_rows_whose_cells_stand_in_the_wrong_columns) {
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

TEST(AnImport, reads_an_export_that_leaves_empty_cells_at_the_end_away) {
    auto plan = planned("ID,Name,Department,Site\n1,Ana Silva\n2,Tom Reis,Retail\n3,Bo Lund,Retail,Porto\n");
    EXPECT_EQ(plan.figures.added, 3);
    EXPECT_EQ(plan.report.file.cut_short_rows, 2);
}

TEST(AnImport, repairs_a_cell_rather_than_refuse_a_person) {
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

TEST(AnImport, brings_leavers_in_as_no_longer_here_and_cuts_off_who_has_left) {
    auto ground = carried_out(planned(kSmall), empty_ground());
    auto plan = planned("ID,Name,Leaving Date\n3,Ana Silva,2026-11-22\n4,Bo Lund,2026-12-31\n", ground);
    ASSERT_THAT(plan.people.size(), testing::Ge(2U));
    auto const* ana = person_named(plan, "Ana Silva");
    EXPECT_FALSE(ana->is_active);
    EXPECT_EQ(ana->sign_in_epoch, 1);
    EXPECT_TRUE(person_named(plan, "Bo Lund")->is_active);
    EXPECT_EQ(plan.report.leavers, 1);
}

TEST(AnImport, lets_no_file_send_the_last_administrator_away) {
    auto ground = carried_out(planned(kSmall), empty_ground());
    auto id_of = [&](std::string_view name) {
        return std::find_if(ground.people.begin(), ground.people.end(),
                            [&](auto const& one) { return one.name == name; })
            ->id;
    };
    constexpr std::string_view kGone = "ID,Name,Leaving Date\n3,Ana Silva,2026-01-01\n2,Bruno Lopes,2026-01-01\n";
    ground.administrators = {id_of("Ana Silva")};
    auto only = planned(kGone, ground);
    EXPECT_THAT(told(only), ElementsAre("2 Leaving Date 2026-01-01 last_administrator"));
    EXPECT_EQ(person_named(only, "Ana Silva"), nullptr) << "nothing changes";
    EXPECT_FALSE(person_named(only, "Bruno Lopes")->is_active);
    ground.administrators = {id_of("Ana Silva"), id_of("Bruno Lopes")};
    auto both = planned(kGone, ground);
    EXPECT_THAT(told(both), ElementsAre("3 Leaving Date 2026-01-01 last_administrator")) << "one of the two stays";
}

TEST(KeepingOnlyTheListed, keeps_their_lines_as_names_and_counts_over_the_whole_file) {
    constexpr std::string_view kHouse =
        "ID,Name,Department,Manager ID\n1,Marta Costa,Board,\n2,Bruno Lopes,Retail,1\n3,Ana Silva,Retail,2\n4,Tom "
        "Reis,Retail,2\n";
    auto mapping = proposed_for(kHouse);
    mapping.keep = Keep::only_listed;
    mapping.listed = {"3", "Nobody Known"};
    auto plan = planned(kHouse, mapping);
    EXPECT_EQ(plan.figures.added, 1);
    EXPECT_EQ(plan.figures.name_only, 2);
    EXPECT_EQ(plan.figures.left_out, 1);
    EXPECT_EQ(plan.report.headcount, 4);
    EXPECT_THAT(plan.report.listed_not_found, ElementsAre("Nobody Known"));
    auto const* bruno = person_named(plan, "Bruno Lopes");
    EXPECT_TRUE(bruno->is_name_only);
    EXPECT_EQ(bruno->department, std::nullopt);
    EXPECT_EQ(bruno->people_under, 2);
    EXPECT_EQ(person_named(plan, "Ana Silva")->line_state, LineState::known);
    EXPECT_EQ(person_named(plan, "Tom Reis"), nullptr);

    auto again = planned(kHouse, mapping, carried_out(plan, empty_ground()));
    EXPECT_THAT(again.people, IsEmpty());

    auto one_more = planned("ID,Name,Manager ID\n9,Eva Fox,2\n", carried_out(plan, empty_ground()));
    EXPECT_EQ(one_more.report.headcount, 5) << "those left out still count";
    EXPECT_EQ(person_named(one_more, "Bruno Lopes")->people_under, 3);
}

TEST(AnImport, reads_utf16_semicolons_and_quoted_line_breaks) {
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

TEST(AnImport, reads_pasted_rows_without_a_header) {
    ColumnMapping mapping;
    mapping.has_header = false;
    mapping.recognise_by_name = true;
    mapping.columns = {{0, "", PersonField::name}, {2, "", PersonField::department}};
    auto plan = planned("Ana Silva\t45\tRetail\nTom Reis\t51\tBoard\n", mapping);
    EXPECT_EQ(plan.figures.added, 2);
    EXPECT_EQ(person_named(plan, "Tom Reis")->department, "Board");
}

TEST(AnImport, is_refused_when_it_is_empty) {
    auto refused = read_import(" \n\n", ColumnMapping{}, kImportDay);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().errors.front().code, "empty_file");
}

// Any file at all: every row has one outcome, and the same file again changes nothing.
TEST(AnImport, loses_no_row_and_is_idempotent_whatever_the_file) {
    auto random = base::seeded_random(17);
    std::vector<std::string> const names{"Ana Silva", "Silva, Ana", "Tom Reis", "", "Bo", "12", "O'Neill, Jo"};
    std::vector<std::string> const days{"", "2020-01-31", "31.1.2020", "soon", "1/31/20"};
    for (int round = 0; round < 800; ++round) {
        std::string file = "ID,Name,E-Mail,Manager ID,Manager,Hire Date\n";
        auto rows = random->below(12);
        for (std::uint64_t row = 0; row < rows; ++row) {
            auto pick = [&](auto const& list) { return list[random->below(list.size())]; };
            std::vector<std::string> cells{
                random->below(4) == 0 ? "" : std::to_string(random->below(9)),
                pick(names),
                random->below(2) == 0 ? "" : "a" + std::to_string(random->below(4)) + "@b.org",
                random->below(2) == 0 ? "" : std::to_string(random->below(9)),
                pick(names),
                pick(days)};
            if (random->below(9) == 0) cells.pop_back();
            if (random->below(19) == 0) cells.emplace_back("x");
            cells[0] = cells[0].empty() ? "0" + std::to_string(row) : cells[0];
            file += csv::write_row(cells);
        }
        auto mapping = proposed_for(file);
        mapping.recognise_by_name = random->below(2) == 0;
        mapping.day_order = DayOrder::month_first;
        auto first = planned(file, mapping);
        auto const& figures = first.figures;
        ASSERT_EQ(static_cast<std::uint64_t>(figures.rows_read), rows);
        ASSERT_EQ(figures.added + figures.changed + figures.unchanged + figures.refused, figures.rows_read);
        std::set<std::int32_t> explained;
        for (auto const& problem : first.problems)
            if (!problem.is_repaired) explained.insert(problem.line);
        ASSERT_EQ(static_cast<std::size_t>(figures.refused), explained.size()) << "each refusal has its reason";
        std::set<std::string> signing_in;
        for (auto const& person : first.people) {
            auto const& name = person.after.sign_in_name;
            ASSERT_TRUE(!name || signing_in.insert(*name).second);
        }
        auto second = planned(file, mapping, carried_out(first, empty_ground()));
        ASSERT_TRUE(second.people.empty())
            << file << second.people[0].after.name << " moved " << second.people[0].is_moved;
        ASSERT_EQ(second.figures.refused, figures.refused) << file;
    }
}

// The counted facts of the messy export (engineering.md 10).
class TheMessyExport : public testing::Test {
  protected:
    void SetUp() override {
        auto path = std::filesystem::path(OBVERSE_SOURCE_DIR) / "../shared/data/hr-export-messy.csv";
        if (!std::filesystem::exists(path)) GTEST_SKIP() << "the outside data set hr-export-messy.csv is not here";
        std::ifstream file(path, std::ios::binary);
        std::stringstream octets;
        octets << file.rdbuf();
        octets_ = octets.str();
        mapping_ = proposed_for(octets_);
        mapping_.day_order = DayOrder::month_first;
    }

    std::string octets_;
    ColumnMapping mapping_;
};

TEST_F(TheMessyExport, leaves_day_and_month_open_and_says_what_it_would_propose) {
    mapping_.day_order.reset();
    auto asked = read_import(octets_, mapping_, kImportDay);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.refusal().errors.front().params.at("proposed"), "month_first");
}

TEST_F(TheMessyExport, refuses_six_rows_without_id_and_one_shifted_row) {
    auto plan = planned(octets_, mapping_);
    EXPECT_EQ(plan.figures.rows_read, 311);
    EXPECT_EQ(plan.figures.added, 304);
    EXPECT_EQ(plan.figures.refused, 7);
    EXPECT_THAT(told(plan), ElementsAre("2 EmpID - id_missing", "3 EmpID - id_missing", "4 EmpID - id_missing",
                                        "5 EmpID - id_missing", "6 EmpID - id_missing", "10 ManagerName 12 shifted",
                                        "24 EmpID - id_missing"));
}

TEST_F(TheMessyExport, brings_in_310_once_names_and_hiring_days_may_tell_people_apart) {
    mapping_.recognise_by_name = true;
    auto plan = planned(octets_, mapping_);
    EXPECT_EQ(plan.figures.added, 310);
    EXPECT_EQ(plan.figures.refused, 1);
    EXPECT_EQ(plan.figures.repaired, 6);
    auto again = planned(octets_, mapping_, carried_out(plan, empty_ground()));
    EXPECT_EQ(again.figures.unchanged, 310);
    EXPECT_THAT(again.people, IsEmpty());
}

TEST_F(TheMessyExport, uses_manager_names_because_its_manager_ids_are_nobodys) {
    auto plan = planned(octets_, mapping_);
    EXPECT_TRUE(plan.report.manager_ids_are_other_numbering);
    std::vector<std::string> names;
    for (auto const& manager : plan.report.managers_without_row) names.push_back(manager.name);
    EXPECT_THAT(names, testing::UnorderedElementsAre("Michael Albert", "Webster Butler", "David Stanley",
                                                     "Alex Sweetwater", "Board of Directors"));
    EXPECT_EQ(plan.report.top, "Board of Directors");
    EXPECT_THAT(plan.report.cycles, IsEmpty());
}

TEST_F(TheMessyExport, turns_every_name_and_reads_eight_columns_of_thirty_six) {
    auto plan = planned(octets_, mapping_);
    EXPECT_EQ(plan.report.file.columns_in_file, 36);
    EXPECT_EQ(plan.report.file.columns_read, 8);
    EXPECT_EQ(plan.report.file.names_turned, 310);
    EXPECT_THAT(plan.report.file.never_read, testing::Contains(NeverRead::birth_date));
    mapping_.recognise_by_name = true;
    auto everybody = planned(octets_, mapping_);
    auto const* wilson = person_named(everybody, "Wilson K Adinolfi");
    ASSERT_TRUE(wilson);
    EXPECT_EQ(wilson->department, "Production");
    EXPECT_EQ(wilson->hired_on, base::parse_day("2011-07-05"));
}

TEST_F(TheMessyExport, leaves_nobody_whose_line_is_broken_within_reach_of_the_top) {
    auto plan = planned(octets_, mapping_);
    auto const* albert = person_named(plan, "Michael Albert");
    ASSERT_TRUE(albert);
    for (auto const& planned_person : plan.people) {
        auto reports_to_albert = planned_person.after.manager_id == albert->id;
        EXPECT_TRUE(!reports_to_albert || planned_person.after.line_state == LineState::broken);
    }
    EXPECT_EQ(person_named(plan, "Janet King")->line_state, LineState::known);
}

}  // namespace
}  // namespace person
