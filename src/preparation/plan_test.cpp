#include "preparation/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "preparation/quality.hpp"

namespace preparation {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> core_of(Plan const& plan, Side side) {
    std::vector<std::string> keys;
    for (auto const& planned : missing_of(plan, side, {})) keys.push_back(planned.module);
    return keys;
}
std::string refused(Plan plan) {
    auto const done = checked(std::move(plan));
    if (done) return "";
    auto const& error = done.refusal().errors.at(0);
    return error.pointer + " " + error.code;
}

TEST(APlan, has_two_core_modules_a_side_up_to_thirty_pairs_and_six_above) {
    EXPECT_THAT(core_of(default_plan(30), Side::mentor), ElementsAre("mj1", "mj3"));
    EXPECT_THAT(core_of(default_plan(30), Side::mentee), ElementsAre("ms1", "ms3"));
    EXPECT_THAT(core_of(default_plan(31), Side::mentor), ElementsAre("mj1", "mj2", "mj3", "mb1", "mb2", "mb3"));
    EXPECT_THAT(core_of(default_plan(31), Side::mentee), ElementsAre("ms1", "ms2", "ms3", "mb1", "mb2", "mb3"));
    EXPECT_EQ(refused(default_plan(8)), "");
    EXPECT_TRUE(default_plan(8).modules.front().is_core) << "read first";
}

TEST(APlan, is_done_when_nothing_of_its_core_is_missing) {
    auto const plan = default_plan(8);
    EXPECT_THAT(missing_of(plan, Side::mentor, {"mj1", "ms3"}), SizeIs(1));
    EXPECT_THAT(missing_of(plan, Side::mentor, {"mj3", "mj1"}), IsEmpty());
    EXPECT_THAT(missing_of(plan, Side::mentee, {"mj3", "mj1"}), SizeIs(2));
}

TEST(APlan, keeps_the_two_a_side_whatever_else_is_left_out) {
    auto plan = default_plan(8);
    std::erase_if(plan.modules, [](PlannedModule const& one) { return !one.is_core; });
    EXPECT_EQ(refused(plan), "") << "everything else may go";
    auto without = plan;
    without.modules.pop_back();
    EXPECT_EQ(refused(without), "/modules required");
    plan.modules.front().is_core = false;
    EXPECT_EQ(refused(plan), "/modules/0/is_core must_be_core");
}

TEST(APlan, refuses_what_is_not_there_twice_and_of_no_side) {
    auto const usual = default_plan(8);
    for (auto const& [module, code] :
         {std::pair{"mj99", "key unknown"}, {"sup", "key no_side"}, {"mb4", "key twice"}}) {
        auto plan = usual;
        plan.modules.push_back({module, Reader::both, false});
        EXPECT_EQ(refused(plan), "/modules/" + std::to_string(usual.modules.size()) + "/" + code);
    }
    auto own = usual;
    own.own.push_back({OwnModuleId::parse("00000000-0000-4000-8000-000000000001").value(), "Ours", "Text"});
    own.modules.push_back({own.own[0].id.text(), Reader::both, true});
    EXPECT_EQ(refused(own), "");
    own.modules.back().reader = Reader::sponsor;
    EXPECT_EQ(refused(own), "/modules/" + std::to_string(usual.modules.size()) + "/reader no_side");
    own.own.resize(kMostOwnModules + 1, own.own[0]);
    EXPECT_EQ(refused(own), "/modules too_many");
}

TEST(APlan, says_for_a_module_of_the_house_who_reads_it) {
    auto plan = default_plan(8);
    for (auto& planned : plan.modules) planned.reader = Reader::both;
    EXPECT_EQ(checked(plan).value().modules, default_plan(8).modules);
}

TEST(TheQuality, is_shown_from_five_people_on_and_moves_with_every_fifth_further_one) {
    EXPECT_EQ(quality_after({}, {5, 5, 5, 5}), std::nullopt);
    auto const five = quality_after({}, {5, 4, 4, 4, 4});
    EXPECT_EQ(five, (PreparationQuality{5, 42}));
    EXPECT_EQ(quality_after(five, {5, 4, 4, 4, 4, 1}), five) << "the sixth answer cannot be read from the difference";
    EXPECT_EQ(quality_after(five, {1, 1, 1, 1, 1}), five) << "nor one that was given anew";
    EXPECT_EQ(quality_after(five, {5, 4, 4, 4, 4, 1, 1, 1, 1, 1}), (PreparationQuality{10, 26}));
}

}  // namespace
}  // namespace preparation
