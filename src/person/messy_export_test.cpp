#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

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

// The counted facts of the messy export (engineering.md 10).
class TheMessyExport : public testing::Test {
  protected:
    void SetUp() override {
        auto path = std::filesystem::path(OBVERSE_SOURCE_DIR) / "../shared/data/hr-export-messy.csv";
        if (!std::filesystem::exists(path)) GTEST_SKIP() << "the outside data set hr-export-messy.csv is not here";
        std::ifstream file(path, std::ios::binary);
        octets_.assign(std::istreambuf_iterator<char>(file), {});
        mapping_ = proposed_for(octets_);
        mapping_.day_order = DayOrder::month_first;
    }

    std::string octets_;
    ColumnMapping mapping_;
};

TEST_F(TheMessyExport, leaves_day_and_month_open_and_says_what_it_would_propose) {
    mapping_.day_order.reset();
    auto asked = read_import(octets_, mapping_, support::kImportDay);
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
