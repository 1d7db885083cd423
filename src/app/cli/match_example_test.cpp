// The example of docs/matching.md: what it prints is what `obverse match` says.

#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "app/cli/match.hpp"
#include "support/temporary_folder.hpp"

namespace {

namespace files = std::filesystem;

files::path const kFourAndFour = files::path(OBVERSE_SOURCE_DIR) / "docs/examples/four-and-four";

struct ObjectiveExample {
    std::string objective;
    std::string pairs;
    std::string figures;
};

class FourAndFour : public testing::TestWithParam<ObjectiveExample> {};

// "Ana,Kim,10 ": the first three columns of each row.
std::string pairs_of_example(std::string const& table) {
    std::istringstream rows(table);
    std::string row;
    std::string pairs;
    std::getline(rows, row);
    while (std::getline(rows, row)) {
        auto const end = row.find(',', row.find(',', row.find(',') + 1) + 1);
        pairs += row.substr(0, end) + ' ';
    }
    return pairs;
}

std::string match_four_and_four(support::TemporaryFolder const& folder, std::string const& objective) {
    std::ostringstream out;
    std::ostringstream err;
    std::vector<std::string> const arguments{"--mentors",   (kFourAndFour / "mentors.csv").string(),
                                             "--mentees",   (kFourAndFour / "mentees.csv").string(),
                                             "--rules",     (kFourAndFour / "rules.json").string(),
                                             "--objective", objective,
                                             "--seed",      "1",
                                             "--out",       folder.at("pairs.csv"),
                                             "--report",    folder.at("report.json")};
    EXPECT_EQ(app::match(arguments, out, err), 0) << err.str();
    return out.str();
}

TEST_P(FourAndFour, gives_the_pairs_and_figures_of_the_page) {
    auto const& [objective, pairs, figures] = GetParam();
    support::TemporaryFolder const folder;
    match_four_and_four(folder, objective);
    EXPECT_EQ(pairs_of_example(folder.read("pairs.csv")), pairs);
    EXPECT_NE(folder.read("report.json").find(figures), std::string::npos) << figures;
}

TEST(TheFloorsOfAReport, are_said_and_checked_once_more) {
    support::TemporaryFolder const folder;
    EXPECT_NE(match_four_and_four(folder, "fair").find("floors: 4 with 5 points; no pair has more\n"),
              std::string::npos);
    auto const check = [&] {
        std::ostringstream out;
        std::ostringstream err;
        auto const exit_code = app::check_match(std::vector{folder.at("report.json")}, out, err);
        return std::pair(exit_code, err.str());
    };
    EXPECT_EQ(check().first, 0) << check().second;
    auto report = folder.read("report.json");
    std::string const floor = R"({"benefit":5,"pairs":4})";
    report.replace(report.find(floor), floor.size(), R"({"benefit":6,"pairs":4})");
    folder.write("report.json", report);
    EXPECT_EQ(check().first, 3);
    EXPECT_NE(check().second.find("the floors are others"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Objectives, FourAndFour,
    testing::Values(
        ObjectiveExample{
            "best", "Ana,Mia,8 Bo,Lars,5 Cem,Kim,7 Dana,Nils,2 ",
            R"("total_benefit":22,"mentors_reached":4,"mentees_reached":4,"blocking_pairs":2,"least_benefit":2)"},
        ObjectiveExample{
            "stable", "Ana,Kim,10 Cem,Mia,5 Dana,Lars,8 ",
            R"("total_benefit":23,"mentors_reached":3,"mentees_reached":3,"blocking_pairs":0,"least_benefit":5)"},
        ObjectiveExample{
            "fair", "Ana,Nils,5 Bo,Lars,5 Cem,Mia,5 Dana,Kim,5 ",
            R"("total_benefit":20,"mentors_reached":4,"mentees_reached":4,"blocking_pairs":4,"least_benefit":5,)"
            R"("floors":{"raised":[{"benefit":5,"pairs":4}],"end":"nothing_above"})"},
        ObjectiveExample{
            "balanced", "Ana,Kim,10 Bo,Lars,5 Cem,Mia,5 Dana,Nils,2 ",
            R"("total_benefit":22,"mentors_reached":4,"mentees_reached":4,"blocking_pairs":1,"least_benefit":2)"}),
    [](auto const& example) { return example.param.objective; });

}  // namespace
