#include "app/cli/plan.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "app/cli/match.hpp"
#include "base/random.hpp"
#include "matching/file_plan.hpp"
#include "platform/json.hpp"
#include "support/temporary_folder.hpp"

namespace {

constexpr auto* kHouseRules = R"({"format": 1, "identify_by": "id", "scales": {"level": ["low", "middle", "high"]},
    "rules": [{"name": "higher", "kind": "difference", "mentor": "level", "mentee": "level", "scale": "level",
               "maximum": -1, "required": true, "points": 3},
              {"name": "not the same team", "kind": "equal", "mentor": "team", "mentee": "team", "forbidden": true},
              {"name": "speaks it", "kind": "member", "mentor": "speaks", "mentee": "wants", "list": "mentor",
               "separator": "/", "required": true, "points": 5}]})";

class PlanningFiles : public testing::Test {
  protected:
    std::vector<std::string> files_of(std::string const& rules) const {
        return {"--mentors", folder_.write("mentors.csv", mentors), "--mentees", folder_.write("mentees.csv", mentees),
                "--rules",   folder_.write("rules.json", rules)};
    }
    matching::FilePlan plan(std::vector<std::string> const& more = {}) {
        auto arguments = files_of(kHouseRules);
        arguments.insert(arguments.end(), {"--report", folder_.at("plan.json")});
        arguments.insert(arguments.end(), more.begin(), more.end());
        out_.str("");
        EXPECT_EQ(app::plan_match(arguments, out_, err_), 0) << err_.str();
        return json::read<matching::FilePlan>(folder_.read("plan.json")).value();
    }
    std::int64_t pairs(std::string const& rules = kHouseRules, std::vector<std::string> const& more = {}) {
        auto arguments = files_of(rules);
        arguments.insert(arguments.end(), {"--objective", "best", "--out", folder_.at("pairs.csv"), "--report",
                                           folder_.at("report.json")});
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_EQ(app::match(arguments, out_, err_), 0) << err_.str();
        return json::read<app::MatchReport>(folder_.read("report.json"))->pairs;
    }
    // Rows of this kind, at the end of their table.
    void add(matching::MissingRows const& missing) {
        auto const is_mentor = missing.side == matching::ListSide::mentor;
        auto& table = is_mentor ? mentors : mentees;
        for (std::int64_t n = 0; n < missing.people; ++n) {
            table += "new" + std::to_string(added_++);
            for (auto const& column :
                 {std::string("level"), std::string("team"), std::string(is_mentor ? "speaks" : "wants")})
                for (auto const& cell : missing.cells)
                    if (cell.column == column) table += "," + cell.value;
            table += "\n";
        }
    }
    void draw_tables(std::uint64_t seed) {
        auto const random = base::seeded_random(seed);
        auto const word = [&](std::vector<std::string> const& words) { return words[random->below(words.size())]; };
        mentors = "id,level,team,speaks\n";
        mentees = "id,level,team,wants\n";
        for (int n = 0; n < 14; ++n) {
            mentors += "m" + std::to_string(n) + "," + word({"low", "middle", ""}) + "," + word({"a", "b", "c"}) + "," +
                       word({"english", "english/french", "", "greek"}) + "\n";
            mentees += "w" + std::to_string(n) + "," + word({"high", "middle", "high", ""}) + "," +
                       word({"a", "b", "d"}) + "," + word({"english", "french", "polish", "greek"}) + "\n";
        }
    }

    std::string mentors = "id,level,team,speaks\nana,low,a,english\n";
    std::string mentees = "id,level,team,wants\numa,high,b,french\nvic,high,b,french\nwim,high,a,english\n";
    std::ostringstream out_;
    std::ostringstream err_;

  private:
    support::TemporaryFolder folder_;
    int added_ = 0;
};

TEST_F(PlanningFiles, says_who_is_missing) {
    auto const planned = plan();
    EXPECT_EQ(planned.pairs, 0);
    ASSERT_FALSE(planned.missing_people.empty());
    EXPECT_EQ(planned.missing_people[0].people, 2);
    EXPECT_EQ(planned.missing_people[0].pairs, 2);
    EXPECT_NE(out_.str().find("2 more mentors with level \"low\", speaks \"french\""), std::string::npos) << out_.str();
}

TEST_F(PlanningFiles, keeps_its_word_when_the_rows_are_added) {
    int steps = 0;
    for (std::uint64_t seed = 0; seed < 25; ++seed) {
        draw_tables(seed);
        auto const capacity = std::vector<std::string>{"--mentor-capacity", std::to_string(1 + seed % 2)};
        auto const planned = plan(capacity);
        ASSERT_EQ(pairs(kHouseRules, capacity), planned.pairs) << seed;
        for (auto const& cost : planned.rules) {
            std::string rules = kHouseRules;
            if (cost.rule == "higher")
                rules.replace(rules.find("\"maximum\": -1, \"required\": true"), 31, "\"maximum\": -1");
            if (cost.rule == "not the same team") rules.replace(rules.find("\"forbidden\": true"), 17, "\"points\": 0");
            if (cost.rule == "speaks it") rules.replace(rules.rfind("\"required\": true, "), 18, "");
            ASSERT_EQ(pairs(rules, capacity), planned.pairs + cost.pairs) << seed << " " << cost.rule;
        }
        auto const tables = std::pair(mentors, mentees);
        auto side = matching::ListSide::mentor;
        for (auto const& missing : planned.missing_people) {
            if (std::exchange(side, missing.side) != missing.side) std::tie(mentors, mentees) = tables;
            add(missing);
            ASSERT_EQ(pairs(kHouseRules, capacity), missing.pairs) << seed;
            ++steps;
        }
    }
    EXPECT_GT(steps, 50);
}

TEST_F(PlanningFiles, plans_for_nobody_at_all) {
    mentors = "id,level,team,speaks\n";
    mentees = "id,level,team,wants\numa,high,b,french\n";
    auto const planned = plan();
    EXPECT_EQ(planned.pairs, 0);
    ASSERT_EQ(planned.missing_people.size(), 1U);
    EXPECT_EQ(planned.missing_people[0].people, 1);
}

TEST_F(PlanningFiles, refuses_what_match_refuses) {
    EXPECT_EQ(app::plan_match(std::vector<std::string>{}, out_, err_), 2);
    auto arguments = files_of("{}");
    EXPECT_EQ(app::plan_match(arguments, out_, err_), 1);
    EXPECT_NE(err_.str().find("/identify_by: required"), std::string::npos) << err_.str();
}

}  // namespace
