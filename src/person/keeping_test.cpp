#include "person/keeping.hpp"

#include <gmock/gmock.h>

namespace person {
namespace {

constexpr std::string_view kHouseOfFour =
    "ID,Name,Department,Manager ID\n1,Marta Costa,Board,\n2,Bruno Lopes,Retail,1\n3,Ana Silva,Retail,2\n4,Tom "
    "Reis,Retail,1\n";

base::Instant at_day(int days) {
    return base::start_of_utc(*base::parse_day("2026-01-01")) + std::chrono::hours(24) * days;
}

class KeepingTheNeeded : public testing::Test {
  protected:
    ImportGround ground_{{}, {}, 0, "en", "Europe/London", at_day(0), base::utc_day(at_day(0))};
    ColumnMapping mapping_;

    ImportPlan plan(std::string_view file, int days) {
        static auto const random = base::seeded_random(8);
        ground_.now = at_day(days);
        ground_.today = base::utc_day(ground_.now);
        mapping_.columns = mapping_of(propose_columns(*read_headers(file))).columns;
        auto read = read_import(file, mapping_, ground_.today);
        EXPECT_TRUE(read);
        return plan_import(*read, mapping_, ground_, *random);
    }
    void carry_out(ImportPlan const& plan) {
        for (auto const& planned : plan.people) {
            auto same = [&](auto const& person) { return person.id == planned.after.id; };
            auto found = std::find_if(ground_.people.begin(), ground_.people.end(), same);
            if (found == ground_.people.end())
                ground_.people.push_back(planned.after);
            else
                *found = planned.after;
        }
        std::erase_if(ground_.people, [&](auto const& person) {
            return std::find(plan.removed.begin(), plan.removed.end(), person.id) != plan.removed.end();
        });
        ground_.top_id = plan.top_id;
        ground_.headcount = plan.report.headcount;
    }
    Person& known(std::string_view name) {
        return *std::find_if(ground_.people.begin(), ground_.people.end(),
                             [&](auto const& person) { return person.name == name; });
    }
    std::vector<std::string> names() {
        std::vector<std::string> names;
        for (auto const& person : ground_.people) names.push_back(person.name + (person.is_name_only ? "*" : ""));
        std::sort(names.begin(), names.end());
        return names;
    }
};

TEST_F(KeepingTheNeeded, lets_go_whoever_was_not_invited_within_ninety_days) {
    carry_out(plan(kHouseOfFour, 0));
    known("Ana Silva").removable_at.reset();
    auto in_time = plan(kHouseOfFour, 89);
    EXPECT_TRUE(in_time.removed.empty());
    EXPECT_TRUE(in_time.people.empty());

    auto due = plan(kHouseOfFour, 90);
    EXPECT_EQ(due.figures.unchanged, 1);
    EXPECT_EQ(due.figures.name_only, 2) << "Bruno and Marta stand above Ana";
    EXPECT_EQ(due.figures.left_out, 1);
    EXPECT_EQ(due.report.uninvited->removed, 1);
    EXPECT_EQ(due.report.uninvited->kept_as_names, 2);
    EXPECT_EQ(due.report.headcount, 4) << "counted over the whole file";
    carry_out(due);
    EXPECT_THAT(names(), testing::ElementsAre("Ana Silva", "Bruno Lopes*", "Marta Costa*"));
    EXPECT_EQ(known("Bruno Lopes").department, std::nullopt);
    EXPECT_EQ(known("Bruno Lopes").sign_in_name, std::nullopt);
    EXPECT_EQ(known("Marta Costa").people_under, 3);
    EXPECT_EQ(known("Ana Silva").line_state, LineState::known);
}

TEST_F(KeepingTheNeeded, lets_go_also_whom_the_file_no_longer_names) {
    carry_out(plan(kHouseOfFour, 0));
    known("Ana Silva").removable_at.reset();
    auto due = plan("ID,Name,Manager ID\n3,Ana Silva,2\n", 100);
    EXPECT_EQ(due.report.uninvited->removed, 1);
    EXPECT_EQ(due.report.not_in_file, 0);
    carry_out(due);
    EXPECT_THAT(names(), testing::ElementsAre("Ana Silva", "Bruno Lopes*", "Marta Costa*"));
}

TEST_F(KeepingTheNeeded, keeps_everybody_when_the_administrator_says_so_for_this_once) {
    carry_out(plan(kHouseOfFour, 0));
    mapping_.keep_uninvited = true;
    auto asked = plan(kHouseOfFour, 100);
    EXPECT_EQ(asked.report.uninvited->stay, 4);
    EXPECT_TRUE(asked.removed.empty());
    EXPECT_TRUE(asked.people.empty());
    mapping_.keep_uninvited.reset();
    EXPECT_EQ(plan(kHouseOfFour, 101).removed.size(), 3U) << "the top stays as a name";
}

TEST_F(KeepingTheNeeded, gives_another_ninety_days_to_whoever_is_listed) {
    carry_out(plan(kHouseOfFour, 0));
    mapping_.keep = Keep::only_listed;
    mapping_.listed = {"Tom Reis"};
    auto listed = plan(kHouseOfFour, 100);
    EXPECT_EQ(listed.report.uninvited->removed, 2);
    EXPECT_EQ(listed.report.uninvited->kept_as_names, 1);
    carry_out(listed);
    EXPECT_THAT(names(), testing::ElementsAre("Marta Costa*", "Tom Reis"));
    EXPECT_EQ(known("Tom Reis").removable_at, at_day(190));
}

TEST_F(KeepingTheNeeded, drops_a_name_when_nobody_under_it_is_left) {
    constexpr std::string_view kNamed =
        "ID,Name,Manager\n1,Marta Costa,\n2,Bruno Lopes,Rita Alves\n3,Ana Silva,Marta Costa\n4,Tom Reis,Ana Silva\n";
    carry_out(plan(kNamed, 0));
    EXPECT_THAT(names(), testing::ElementsAre("Ana Silva", "Bruno Lopes", "Marta Costa", "Rita Alves*", "Tom Reis"));
    known("Tom Reis").removable_at.reset();
    auto due = plan("ID,Name,Manager\n4,Tom Reis,Ana Silva\n", 95);
    EXPECT_EQ(due.report.uninvited->removed, 1) << "a name is no colleague";
    EXPECT_EQ(due.removed.size(), 2U);
    carry_out(due);
    EXPECT_THAT(names(), testing::ElementsAre("Ana Silva*", "Marta Costa*", "Tom Reis"));
}

TEST_F(KeepingTheNeeded, takes_a_name_that_now_has_a_row_for_a_colleague_with_ninety_days) {
    carry_out(plan("ID,Name,Manager\n2,Bruno Lopes,Rita Alves\n", 0));
    auto rows = plan("ID,Name,Manager\n2,Bruno Lopes,Rita Alves\n7,Rita Alves,\n", 50);
    EXPECT_EQ(rows.figures.added, 1);
    carry_out(rows);
    EXPECT_FALSE(known("Rita Alves").is_name_only);
    EXPECT_EQ(known("Rita Alves").removable_at, at_day(140));
}

}  // namespace
}  // namespace person
