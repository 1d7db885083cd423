#include "person/people_import.hpp"

#include <algorithm>
#include <set>

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
using testing::IsEmpty;
using testing::SizeIs;

TEST(AnImport, adds_everybody_to_an_empty_house) {
    auto plan = planned(support::kSmallHouse);
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
    auto ground = carried_out(planned(support::kSmallHouse), empty_ground());
    auto again = planned(support::kSmallHouse, ground);
    EXPECT_EQ(again.figures.unchanged, 3);
    EXPECT_THAT(again.people, IsEmpty());
}

TEST(AnImport, changes_what_differs_and_leaves_what_is_blank) {
    auto ground = carried_out(planned(support::kSmallHouse), empty_ground());
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
    auto ground = carried_out(planned(support::kSmallHouse), empty_ground());
    auto plan = planned("ID,Name,E-Mail\n9,Ana Silva,ana@example.org\n", ground);
    EXPECT_EQ(plan.figures.added, 1);
    ASSERT_THAT(plan.people, SizeIs(1));
    EXPECT_EQ(person_named(plan, "Ana Silva")->email, std::nullopt);
    EXPECT_EQ(person_named(plan, "Ana Silva")->sign_in_name, "ana.silva2");
    EXPECT_THAT(told(plan), ElementsAre("2 E-Mail ana@example.org email_shared"));
}

TEST(AnImport, gives_nobody_another_address_unless_it_may) {
    auto ground = carried_out(planned(support::kSmallHouse), empty_ground());
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

TEST(AnImport, brings_leavers_in_as_no_longer_here_and_cuts_off_who_has_left) {
    auto ground = carried_out(planned(support::kSmallHouse), empty_ground());
    auto plan = planned("ID,Name,Leaving Date\n3,Ana Silva,2026-11-22\n4,Bo Lund,2026-12-31\n", ground);
    ASSERT_THAT(plan.people.size(), testing::Ge(2U));
    auto const* ana = person_named(plan, "Ana Silva");
    EXPECT_FALSE(ana->is_active);
    EXPECT_EQ(ana->sign_in_epoch, 1);
    EXPECT_TRUE(person_named(plan, "Bo Lund")->is_active);
    EXPECT_EQ(plan.report.leavers, 1);
}

TEST(AnImport, lets_no_file_send_the_last_administrator_away) {
    auto ground = carried_out(planned(support::kSmallHouse), empty_ground());
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

}  // namespace
}  // namespace person
