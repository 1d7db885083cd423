#include "app/cli/match.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/cli/explained_match.hpp"
#include "app/cli/table_file.hpp"
#include "platform/json.hpp"
#include "support/temporary_folder.hpp"

namespace {

namespace files = std::filesystem;
namespace engine = matching::engine;

files::path const kCivilService = files::path(OBVERSE_SOURCE_DIR) / "../shared/data/civil-service-small";
files::path const kRules = files::path(OBVERSE_SOURCE_DIR) / "docs/rules";

std::string contents_of(std::string const& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Exit {
    int exit_code = 0;
    std::string out;
    std::string err;
};

Exit run_match(std::vector<std::string> const& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    auto const exit_code = app::match(arguments, out, err);
    return {exit_code, out.str(), err.str()};
}

struct Known {
    std::vector<std::string> options;
    std::int64_t pairs;
    std::int64_t points;
};

class TheCivilServiceSample : public testing::Test {
  protected:
    void SetUp() override {
        if (!files::exists(kCivilService / "mentors.csv"))
            GTEST_SKIP() << "The sample tables stand beside the project, in ../shared/data; they are not there.";
    }

    app::MatchReport match(std::string const& mentors, std::string const& mentees, std::string const& rules,
                           std::vector<std::string> const& options) {
        std::vector<std::string> arguments{"--mentors", (kCivilService / mentors).string(),
                                           "--mentees", (kCivilService / mentees).string(),
                                           "--rules",   (kRules / rules).string(),
                                           "--out",     folder.at("pairs.csv"),
                                           "--report",  folder.at("report.json")};
        arguments.insert(arguments.end(), options.begin(), options.end());
        auto const run = run_match(arguments);
        EXPECT_EQ(run.exit_code, 0) << run.err;
        auto const report = json::read<app::MatchReport>(contents_of(folder.at("report.json")));
        EXPECT_TRUE(report);
        EXPECT_EQ(report->certificate, "verified");
        EXPECT_EQ(report->allowed_pairs, 392);
        EXPECT_EQ(report->possible_pairs, 2'500);
        return *report;
    }

    support::TemporaryFolder folder;
};

TEST_F(TheCivilServiceSample, has_its_known_answers) {
    std::vector<Known> const all{
        {{"--objective", "best", "--most-benefit"}, 35, 750},
        {{"--objective", "best", "--most-pairs"}, 35, 750},
        {{"--objective", "best", "--mentor-capacity", "2"}, 49, 1'006},
        {{"--objective", "best", "--most-benefit", "--mentor-capacity", "3"}, 50, 1'038},
        {{"--objective", "best", "--mentor-capacity", "3", "--mentee-capacity", "3"}, 105, 2'036},
    };
    for (auto const& known : all) {
        auto const report = match("mentors.csv", "mentees.csv", "civil-service.json", known.options);
        EXPECT_EQ(report.pairs, known.pairs);
        EXPECT_EQ(report.total_benefit, known.points);
    }
}

TEST_F(TheCivilServiceSample, has_the_same_answers_with_the_sides_turned_round) {
    std::vector<Known> const all{
        {{"--objective", "best", "--most-benefit"}, 35, 750},
        {{"--objective", "best", "--most-pairs"}, 35, 750},
        {{"--objective", "best", "--mentee-capacity", "2"}, 49, 1'006},
        {{"--objective", "best", "--most-benefit", "--mentee-capacity", "3"}, 50, 1'038},
        {{"--objective", "best", "--mentor-capacity", "3", "--mentee-capacity", "3"}, 105, 2'036},
    };
    for (auto const& known : all) {
        auto const report = match("mentees.csv", "mentors.csv", "civil-service-reverse.json", known.options);
        EXPECT_EQ(report.pairs, known.pairs);
        EXPECT_EQ(report.total_benefit, known.points);
    }
}

TEST_F(TheCivilServiceSample, has_a_stable_answer_that_nobody_would_rather_leave) {
    auto const report = match("mentors.csv", "mentees.csv", "civil-service.json", {"--objective", "stable"});
    EXPECT_EQ(report.blocking_pairs, 0);
    EXPECT_GE(report.pairs * 3, 35 * 2);
}

TEST_F(TheCivilServiceSample, is_no_less_in_pairs_when_it_is_fair_or_balanced) {
    auto const best = match("mentors.csv", "mentees.csv", "civil-service.json", {"--objective", "best"});
    auto const fair = match("mentors.csv", "mentees.csv", "civil-service.json", {"--objective", "fair"});
    EXPECT_EQ(fair.pairs, 35);
    EXPECT_GE(fair.least_benefit, best.least_benefit);
    ASSERT_TRUE(fair.floors);
    EXPECT_EQ(fair.floors->raised.front().benefit, fair.least_benefit);
    EXPECT_FALSE(best.floors);
    EXPECT_LE(fair.total_benefit, 750);
    auto const balanced = match("mentors.csv", "mentees.csv", "civil-service.json", {"--objective", "balanced"});
    EXPECT_EQ(balanced.total_benefit, 750);
    EXPECT_LE(balanced.blocking_pairs, best.blocking_pairs);
}

TEST_F(TheCivilServiceSample, gives_the_same_hash_for_the_same_seed) {
    auto const first = match("mentors.csv", "mentees.csv", "civil-service.json", {"--objective", "best"});
    auto const again = match("mentors.csv", "mentees.csv", "civil-service.json", {"--objective", "best"});
    auto const other =
        match("mentors.csv", "mentees.csv", "civil-service.json", {"--objective", "best", "--seed", "7"});
    EXPECT_EQ(first.result_hash, again.result_hash);
    EXPECT_NE(first.snapshot_hash, other.snapshot_hash);
    EXPECT_EQ(other.total_benefit, 750);
}

constexpr auto* kSmallRules = R"({"format": 1, "identify_by": "id", "scales": {"level": ["low", "middle", "high"]},
    "rules": [{"name": "higher", "kind": "difference", "mentor": "level", "mentee": "level", "scale": "level",
               "maximum": -1, "required": true, "points": 3},
              {"name": "not the same team", "kind": "equal", "mentor": "team", "mentee": "team", "forbidden": true},
              {"name": "speaks it", "kind": "member", "mentor": "speaks", "mentee": "wants", "list": "mentor",
               "separator": "/", "points": 5}]})";

class MatchingFiles : public testing::Test {
  protected:
    std::string mentors = "id,level,team,speaks\nana,low,a,english/French\nbo,low,b,\ncy,high,c,french\n";
    std::string mentees = "id;level;team;wants\r\numa;high;a;french\r\nvic;\"middle\";c; FRENCH \r\nwim;;c;french\r\n";
    std::string rules = kSmallRules;

    Exit match(std::vector<std::string> const& more = {}) {
        return match_into(folder.at("pairs.csv"), folder.at("report.json"), more);
    }
    Exit match_into(std::string const& pairs, std::string const& report, std::vector<std::string> const& more = {}) {
        std::vector<std::string> arguments{"--mentors",   folder.write("mentors.csv", mentors),
                                           "--mentees",   folder.write("mentees.csv", mentees),
                                           "--rules",     folder.write("rules.json", rules),
                                           "--objective", "best",
                                           "--out",       pairs,
                                           "--report",    report};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_match(arguments);
    }
    void expect_refusal(std::string const& words) {
        auto const run = match();
        EXPECT_EQ(run.exit_code, 1);
        EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
        EXPECT_FALSE(files::exists(folder.at("pairs.csv")));
    }

    support::TemporaryFolder folder;
};

TEST_F(MatchingFiles, writes_pairs_with_their_points_and_says_who_is_left) {
    auto const run = match();
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(contents_of(folder.at("pairs.csv")),
              "mentor,mentee,points,why\r\nana,vic,8,higher (+3); speaks it (+5)\r\nbo,uma,3,higher (+3)\r\n");
    auto const report = json::read<app::MatchReport>(contents_of(folder.at("report.json")));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->allowed_pairs, 3);
    EXPECT_EQ(report->total_benefit, 11);
    ASSERT_EQ(report->without_partner.size(), 2U);
    EXPECT_EQ(report->without_partner[0].person, "cy");
    EXPECT_EQ(report->without_partner[0].reason, "nobody_allowed");
    EXPECT_EQ(report->without_partner[1].person, "wim");
    EXPECT_EQ(report->forbidden_by_rule[0].pairs, 5);
    EXPECT_EQ(report->forbidden_by_rule[1].pairs, 3);
}

TEST_F(MatchingFiles, keeps_couples_together_and_apart) {
    auto const apart = folder.write("bans.csv", "mentor,mentee\nANA,vic\n");
    EXPECT_EQ(match({"--bans", apart}).exit_code, 0);
    EXPECT_EQ(contents_of(folder.at("pairs.csv")).find("ana"), std::string::npos) << "vic was the only one for ana";
    auto const together = folder.write("locks.csv", "why;mentee;mentor\n;vic;bo\n");
    EXPECT_EQ(match({"--locks", together}).exit_code, 0);
    EXPECT_NE(contents_of(folder.at("pairs.csv")).find("bo,vic"), std::string::npos);
}

TEST_F(MatchingFiles, refuses_couples_that_cannot_be) {
    auto const refused = [&](std::vector<std::string> const& options, std::string const& words) {
        auto const run = match(options);
        EXPECT_EQ(run.exit_code, 1);
        EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
        EXPECT_FALSE(files::exists(folder.at("pairs.csv")));
    };
    refused({"--locks", folder.write("l.csv", "mentor,mentee\ncy,vic\n")},
            "cy and vic cannot be kept together: a rule forbids it");
    refused({"--locks", folder.write("l.csv", "mentor,mentee\nana,vic\nbo,vic\n")}, "their places are held by");
    refused({"--locks", folder.write("l.csv", "mentor,mentee\nana,vic\n"), "--bans",
             folder.write("b.csv", "mentor,mentee\nana,vic\n")},
            "they are also to be kept apart");
    refused({"--bans", folder.write("b.csv", "mentor,mentee\nana,zoe\n")}, "nobody on that side is called \"zoe\"");
    refused({"--bans", folder.write("b.csv", "mentor,who\nana,vic\n")}, "there is no column \"mentee\"");
    refused({"--bans", folder.at("none.csv")}, "cannot be read");
}

TEST_F(MatchingFiles, keeps_pairs_of_before) {
    auto const before = folder.write("before.csv", "mentor,mentee\nbo,vic\n");
    ASSERT_EQ(match({"--keep", before}).exit_code, 0);
    auto const report = json::read<app::MatchReport>(contents_of(folder.at("report.json")));
    ASSERT_TRUE(report && report->kept);
    EXPECT_EQ(report->kept->moves, 1) << "bo with vic would leave ana alone, and most pairs come first";
    EXPECT_EQ(report->total_benefit, 11) << "points as the rules give them, without the bonus";
    files::remove(folder.at("pairs.csv"));
    auto const refused = match({"--keep", before, "--max-moves", "0"});
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_NE(refused.err.find("it takes 1"), std::string::npos) << refused.err;
    EXPECT_EQ(match({"--max-moves", "0"}).exit_code, 2);
    EXPECT_EQ(match({"--keep", before, "--keep-bonus", "-1"}).exit_code, 2);
    ASSERT_EQ(match({"--keep", before, "--most-benefit", "--keep-bonus", "10"}).exit_code, 0);
    EXPECT_EQ(contents_of(folder.at("pairs.csv")), "mentor,mentee,points,why\r\nbo,vic,3,higher (+3)\r\n");
}

// Wim could only have Ana, whom Vic has.
TEST_F(MatchingFiles, explains_pairs_both_ways_and_what_would_change_for_who_is_left) {
    rules = R"({"format": 1, "identify_by": "id", "rules": [
        {"name": "other team", "kind": "different", "mentor": "team", "mentee": "team", "required": true},
        {"name": "speaks it", "kind": "equal", "mentor": "speaks", "mentee": "wants", "points": 5}]})";
    mentors = "id,team,speaks\nana,a,french\nbo,b,german\n";
    mentees = "id,team,wants\numa,c,french\nvic,b,french\nwim,b,german\n";
    auto const explained = [&](std::vector<std::string> options) {
        options.insert(options.end(), {"--explain", folder.at("why.json")});
        auto const run = match(options);
        EXPECT_EQ(run.exit_code, 0) << run.err;
        return json::read<app::MatchExplanation>(contents_of(folder.at("why.json"))).value();
    };
    auto const told = explained({});
    ASSERT_EQ(told.pairs.size(), 2U);
    EXPECT_EQ(told.pairs[0].mentee, "vic");
    EXPECT_EQ(told.pairs[0].why[0].rule, "speaks it");
    EXPECT_EQ(told.pairs[0].for_mentor.could_meet, 3);
    EXPECT_EQ(told.pairs[1].for_mentee.better, 1) << "uma would have had ana for five points";
    ASSERT_EQ(told.without_partner.size(), 1U);
    auto const& wim = told.without_partner[0];
    EXPECT_EQ(wim.rules[0].people_alone, 1);
    ASSERT_TRUE(wim.remedies);
    ASSERT_EQ(wim.remedies->size(), 2U);
    EXPECT_EQ((*wim.remedies)[0].kind, "more_places");
    EXPECT_EQ((*wim.remedies)[0].people, std::vector<std::string>{"ana"});
    EXPECT_EQ((*wim.remedies)[1].kind, "without_rule");
    EXPECT_EQ((*wim.remedies)[1].rule, "other team");
    EXPECT_FALSE(explained({"--explain-people", "0"}).without_partner[0].remedies);

    auto const apart = explained({"--bans", folder.write("bans.csv", "mentor,mentee\nbo,uma\n")});
    EXPECT_EQ(apart.pairs.size(), 1U);
    EXPECT_EQ(match({"--explain", folder.at("report.json")}).exit_code, 2);
    EXPECT_EQ(match({"--explain-people", "5"}).exit_code, 2);
}

TEST_F(MatchingFiles, gives_the_same_with_any_number_of_threads_and_says_how_far_it_is) {
    mentors = "id,level,team,speaks\n";
    mentees = "id,level,team,wants\n";
    for (int i = 0; i < 300; ++i) {
        mentors += "m" + std::to_string(i) + (i % 3 == 0 ? ",low," : ",middle,") + std::to_string(i % 7) + ",french\n";
        mentees += "n" + std::to_string(i) + (i % 2 == 0 ? ",high," : ",middle,") + std::to_string(i % 5) + ",french\n";
    }
    ASSERT_EQ(match().exit_code, 0);
    auto const pairs = contents_of(folder.at("pairs.csv"));
    auto const report = contents_of(folder.at("report.json"));
    for (auto const* threads : {"2", "5"}) {
        auto const run = match({"--threads", threads, "--progress"});
        ASSERT_EQ(run.exit_code, 0) << run.err;
        EXPECT_NE(run.err.find(" %\n"), std::string::npos) << run.err;
        EXPECT_EQ(contents_of(folder.at("pairs.csv")), pairs);
        EXPECT_EQ(contents_of(folder.at("report.json")), report);
    }
    EXPECT_EQ(match({"--threads", "0"}).exit_code, 2);
}

TEST_F(MatchingFiles, checks_a_report_once_more) {
    ASSERT_EQ(match({"--objective", "fair"}).exit_code, 2) << "an objective is said once";
    ASSERT_EQ(match().exit_code, 0);
    auto const check = [&] {
        std::ostringstream out;
        std::ostringstream err;
        auto const exit_code = app::check_match(std::vector{folder.at("report.json")}, out, err);
        return Exit{exit_code, out.str(), err.str()};
    };
    EXPECT_EQ(check().exit_code, 0) << check().err;
    auto const pairs = contents_of(folder.at("pairs.csv"));
    folder.write("pairs.csv", "mentor,mentee,points,why\r\nana,uma,8,\r\n");
    EXPECT_EQ(check().exit_code, 3);
    EXPECT_NE(check().err.find("does not hold these pairs"), std::string::npos);
    folder.write("pairs.csv", pairs);
    folder.write("mentors.csv", mentors + "dora,low,c,\n");
    EXPECT_EQ(check().exit_code, 3);
    EXPECT_NE(check().err.find("are not what they were"), std::string::npos);
    files::remove(folder.at("mentors.csv"));
    EXPECT_EQ(check().exit_code, 1);
    folder.write("report.json", "{}");
    EXPECT_EQ(check().exit_code, 1);
}

class SuggestingFromFiles : public MatchingFiles {
  protected:
    // Everybody of the low level with everybody above; two points more in the same town.
    void SetUp() override {
        rules = R"({"format": 1, "identify_by": "id", "rules": [
            {"name": "other team", "kind": "different", "mentor": "team", "mentee": "team", "required": true},
            {"name": "same town", "kind": "equal", "mentor": "town", "mentee": "town", "points": 2}]})";
        mentors = "id,team,town\n";
        mentees = "id,team,town\n";
        for (int n = 0; n < 30; ++n) {
            mentors += fmt::format("m{},{},{}\n", n, n % 4, n % 7);
            mentees += fmt::format("n{},{},{}\n", n, n % 3, n % 5);
        }
    }
    Exit suggest(std::vector<std::string> more = {}) {
        more.insert(more.end(), {"--suggest", "3", "--suggestions", folder.at("lists.csv")});
        return match(more);
    }
    app::MatchReport report() { return json::read<app::MatchReport>(contents_of(folder.at("report.json"))).value(); }
    Exit check() {
        std::ostringstream out;
        std::ostringstream err;
        auto const exit_code = app::check_match(std::vector{folder.at("report.json")}, out, err);
        return {exit_code, out.str(), err.str()};
    }
};

TEST_F(SuggestingFromFiles, writes_lists_that_are_the_same_both_ways) {
    auto const run = suggest();
    ASSERT_EQ(run.exit_code, 0) << run.err;
    EXPECT_NE(run.out.find("happy to meet; verified"), std::string::npos) << run.out;
    auto const lists = app::read_table(folder.at("lists.csv")).value().rows;
    std::map<std::string, std::set<std::string>> places;
    std::size_t pairs = 0;
    for (auto const& row : lists) {
        ASSERT_EQ(row.cells.size(), 8U);
        pairs += row.cells[4] == "pair" ? 1 : 0;
        EXPECT_TRUE(places[row.cells[0]].insert(row.cells[6]).second) << row.cells[0];
        EXPECT_TRUE(places[row.cells[1]].insert(row.cells[7]).second) << row.cells[1];
    }
    EXPECT_EQ(places.size(), 60U) << "everybody has a suggestion";
    for (auto const& [person, taken] : places) {
        EXPECT_LE(taken.size(), 3U) << person;
        EXPECT_EQ(*taken.rbegin(), std::to_string(taken.size())) << person << ": from 1 without a gap";
    }
    auto const said = report();
    ASSERT_TRUE(said.suggestions);
    EXPECT_TRUE(std::cmp_equal(pairs, said.pairs));
    EXPECT_EQ(said.suggestions->couples, said.pairs + said.suggestions->further);
    EXPECT_EQ(said.suggestions->mentors_with_suggestion, 30);
    EXPECT_EQ(said.suggestions->costly, 0);
    EXPECT_EQ(said.suggestions->certificate, "verified");
    EXPECT_LE(said.suggestions->expected_at_60, said.suggestions->expected_at_70);
    EXPECT_LE(said.suggestions->expected_at_70, said.suggestions->expected_at_80);
    EXPECT_GT(said.suggestions->expected_at_60, 15) << "with one suggestion each it would be 36 of 100 of 30";
    EXPECT_LE(said.suggestions->expected_at_80, said.pairs);
    EXPECT_EQ(said.suggestions->lists_hash.size(), 64U);
}

TEST_F(SuggestingFromFiles, leaves_the_pairs_as_they_are) {
    ASSERT_EQ(match().exit_code, 0);
    auto const pairs = contents_of(folder.at("pairs.csv"));
    auto const result = report().result_hash;
    EXPECT_FALSE(report().suggestions);
    ASSERT_EQ(suggest().exit_code, 0);
    EXPECT_EQ(contents_of(folder.at("pairs.csv")), pairs);
    EXPECT_EQ(report().result_hash, result);
    auto const first = report().suggestions->lists_hash;
    ASSERT_EQ(suggest({"--threads", "3"}).exit_code, 0);
    EXPECT_EQ(report().suggestions->lists_hash, first);
    for (auto const* objective : {"stable", "fair", "balanced"}) {
        auto const options = std::vector<std::string>{"--mentors",     folder.at("mentors.csv"),
                                                      "--mentees",     folder.at("mentees.csv"),
                                                      "--rules",       folder.at("rules.json"),
                                                      "--objective",   objective,
                                                      "--out",         folder.at("pairs.csv"),
                                                      "--report",      folder.at("report.json"),
                                                      "--suggest",     "2",
                                                      "--suggestions", folder.at("lists.csv")};
        EXPECT_EQ(run_match(options).exit_code, 0) << objective;
        EXPECT_EQ(report().suggestions->certificate, "verified") << objective;
    }
}

TEST_F(SuggestingFromFiles, are_checked_once_more_with_the_report) {
    ASSERT_EQ(suggest().exit_code, 0);
    EXPECT_EQ(check().exit_code, 0) << check().err;
    auto const lists = contents_of(folder.at("lists.csv"));
    folder.write("lists.csv", lists + "m1,n2,0,,further,no,4,4\r\n");
    EXPECT_EQ(check().exit_code, 3);
    EXPECT_NE(check().err.find("does not hold these lists"), std::string::npos) << check().err;
    folder.write("lists.csv", lists);
    auto said = report();
    said.suggestions->expected_at_80 += 1;
    folder.write("report.json", json::write(said));
    EXPECT_EQ(check().exit_code, 3);
    EXPECT_NE(check().err.find("the figures of the suggestions"), std::string::npos) << check().err;
    said.suggestions->expected_at_80 -= 1;
    said.suggestions->lists_hash[0] = said.suggestions->lists_hash[0] == '0' ? '1' : '0';
    folder.write("report.json", json::write(said));
    EXPECT_NE(check().err.find("the lists of suggestions are other ones"), std::string::npos) << check().err;
    files::remove(folder.at("lists.csv"));
    EXPECT_EQ(check().exit_code, 1);
}

TEST_F(SuggestingFromFiles, needs_a_number_and_a_file_of_its_own) {
    EXPECT_EQ(match({"--suggest", "3"}).exit_code, 2);
    EXPECT_EQ(match({"--suggestions", folder.at("lists.csv")}).exit_code, 2);
    for (auto const* number : {"0", "4", "-1", "many"})
        EXPECT_EQ(match({"--suggest", number, "--suggestions", folder.at("lists.csv")}).exit_code, 2) << number;
    for (auto const* name : {"pairs.csv", "report.json", "mentors.csv", "rules.json"})
        EXPECT_EQ(match({"--suggest", "1", "--suggestions", folder.at(name)}).exit_code, 2) << name;
    EXPECT_FALSE(files::exists(folder.at("lists.csv")));
    EXPECT_EQ(match({"--suggest", "1", "--suggestions", "/nowhere/lists.csv"}).exit_code, 1);
}

TEST_F(MatchingFiles, reads_both_sides_from_one_file) {
    auto const people = folder.write("people.csv",
                                     "id,side,level,team,speaks,wants\nana,teaches,low,a,french,\n"
                                     "uma,\"learns, teaches\",high,b,,french\n");
    rules.insert(1, R"("side": {"column": "side", "mentor": "teaches", "mentee": "learns"},)");
    std::vector<std::string> const arguments{"--people",    people,
                                             "--rules",     folder.write("rules.json", rules),
                                             "--objective", "stable",
                                             "--out",       folder.at("pairs.csv"),
                                             "--report",    folder.at("report.json")};
    auto const run = run_match(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(contents_of(folder.at("pairs.csv")),
              "mentor,mentee,points,why\r\nana,uma,8,higher (+3); speaks it (+5)\r\n");
}

TEST_F(MatchingFiles, never_pairs_somebody_with_themselves) {
    rules = R"({"format": 1, "identify_by": "id", "rules": [{"name": "any", "kind": "different", "mentor": "id",
               "mentee": "id", "points": 1}]})";
    mentors = "id\nana\n";
    mentees = "id\nAna \n";
    EXPECT_EQ(match().exit_code, 0);
    EXPECT_EQ(contents_of(folder.at("pairs.csv")), "mentor,mentee,points,why\r\n");
    for (auto const* option : {"--locks", "--bans"}) {
        auto const refused = match({option, folder.write("couples.csv", "mentor,mentee\nANA,ana\n")});
        EXPECT_EQ(refused.exit_code, 1);
        EXPECT_NE(refused.err.find("couples.csv line 2: \"ana\" stands on both sides of one couple."),
                  std::string::npos)
            << refused.err;
    }
}

TEST_F(MatchingFiles, takes_places_from_a_column) {
    rules.insert(1, R"("capacity_column": "places",)");
    mentors = "id,level,team,speaks,places\nana,low,x,,2\n";
    mentees = "id,level,team,wants,places\numa,high,a,,\nvic,high,b,,1\n";
    EXPECT_EQ(match().exit_code, 0);
    mentors = "id,level,team,speaks,places\nana,low,x,,many\n";
    files::remove(folder.at("pairs.csv"));
    expect_refusal("line 2: \"many\" is not a number of places");
}

TEST_F(MatchingFiles, refuses_a_table_that_does_not_fit_the_rules) {
    mentors = "id,level,speaks\nana,low,\n";
    expect_refusal("there is no column \"team\"");
    mentors = "id,level,team,speaks\nana,lowest,a,\n";
    expect_refusal("mentors.csv line 2: \"lowest\" is not on the scale \"level\"");
    mentors = "id,level,team,speaks\nana,low,a,\nANA,low,b,\n";
    expect_refusal("mentors.csv line 3: \"ANA\" stands twice");
    mentors = "id,level,team,speaks\n,low,a,\n";
    expect_refusal("line 2: \"id\" is empty");
    mentors = "id,level,team,speaks\nana,low\n";
    expect_refusal("line 2: 2 cells, but the header has 4");
    mentors = "id,level,team,team\n";
    expect_refusal("the column \"team\" stands twice");
    mentors = "";
    expect_refusal("has no header");
    mentors = "id,level,team,speaks\n\"ana,low,a,\n";
    expect_refusal("quote");
}

TEST_F(MatchingFiles, refuses_wrong_rules_and_names_every_mistake) {
    rules = R"({"format": 1, "identify_by": "id", "rules": [
        {"name": "a", "kind": "equal", "mentor": "team", "mentee": "team"},
        {"name": "b", "kind": "equal", "mentor": "team", "mentee": "team", "points": 1, "scale": "level"},
        {"name": "c", "kind": "member", "mentor": "team", "mentee": "team", "points": 1},
        {"name": "d", "kind": "difference", "mentor": "l", "mentee": "l", "scale": "nope", "minimum": 2, "maximum": 1,
         "points_by_difference": {"one": 1}}]})";
    auto const run = match();
    EXPECT_EQ(run.exit_code, 1);
    for (auto const* mistake :
         {"/rules/0: rule_without_effect", "/rules/1/scale: not_for_this_kind", "/rules/2/list: required",
          "/rules/3/scale: unknown", "/rules/3/maximum: too_small", "/rules/3/points_by_difference/one: format"})
        EXPECT_NE(run.err.find(mistake), std::string::npos) << mistake << "\n" << run.err;
    rules = R"({"format": 1, "identify_by": "id", "rulez": []})";
    expect_refusal("/rulez: unknown");
    rules = "{";
    expect_refusal("obverse: ");
}

TEST_F(MatchingFiles, give_each_side_something_it_wants) {
    rules = R"({"format": 1, "identify_by": "id", "rules": [
        {"name": "for the mentee", "kind": "overlap", "mentor": "offers", "mentee": "wants", "separator": "/",
         "required": true, "points_each": 10},
        {"name": "for the mentor", "kind": "overlap", "mentor": "wants", "mentee": "offers", "required": true,
         "separator": "/", "points": 1}]})";
    mentors = "id,offers,wants\nana,sql/Go/go,law\nbo,go,tax/law\ncy,,law\n";
    mentees = "id,offers,wants\numa,law,go/ SQL \nvic,tax,go\n";
    auto const run = match();
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(contents_of(folder.at("pairs.csv")),
              "mentor,mentee,points,why\r\n"
              "ana,uma,21,for the mentee (+20); for the mentor (+1)\r\n"
              "bo,vic,11,for the mentee (+10); for the mentor (+1)\r\n");
    mentees = "id,offers,wants\numa,law," + [] {
        std::string list;
        for (int i = 0; i <= 100; ++i) list += std::to_string(i) + "/";
        return list;
    }() + "\n";
    EXPECT_NE(match().err.find("list_too_long"), std::string::npos);
    rules = R"({"format": 1, "identify_by": "id", "rules": [
        {"name": "a", "kind": "overlap", "mentor": "l", "mentee": "l", "points": 1, "points_each": 1},
        {"name": "b", "kind": "equal", "mentor": "l", "mentee": "l", "points_each": 1}]})";
    auto const refused = match().err;
    EXPECT_NE(refused.find("/rules/0/points_each: contradicts"), std::string::npos) << refused;
    EXPECT_NE(refused.find("/rules/1/points_each: not_for_this_kind"), std::string::npos) << refused;
}

TEST_F(MatchingFiles, refuses_wrong_arguments) {
    EXPECT_EQ(run_match({}).exit_code, 2);
    EXPECT_EQ(run_match({"--help"}).exit_code, 0);
    EXPECT_EQ(match({"--most-pairs", "--most-benefit"}).exit_code, 2);
    EXPECT_EQ(match({"--mentor-capacity", "-1"}).exit_code, 2);
    EXPECT_EQ(match({"--seed", "x"}).exit_code, 2);
    EXPECT_EQ(match({"--people", "p.csv"}).exit_code, 2);
    EXPECT_EQ(match({"--rules", "/nowhere"}).exit_code, 2);
}

TEST_F(MatchingFiles, refuses_a_bound_on_the_moves_of_a_stable_answer_before_it_reads_anything) {
    auto const refused = run_match({"--mentors", "/nowhere", "--mentees", "/nowhere", "--rules", "/nowhere",
                                    "--objective", "stable", "--keep", "/nowhere", "--max-moves", "1", "--out",
                                    folder.at("p.csv"), "--report", folder.at("r.json")});
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_NE(refused.err.find("moves_without_bound"), std::string::npos) << refused.err;
}

TEST_F(MatchingFiles, never_writes_over_what_it_wrote_or_reads) {
    auto const expect_untouched = [&](std::string const& pairs, std::string const& report) {
        auto const run = match_into(pairs, report);
        EXPECT_EQ(run.exit_code, 2) << pairs << ' ' << report;
        EXPECT_NE(run.err.find("--out, --report, --explain and --suggestions: "), std::string::npos) << run.err;
    };
    expect_untouched(folder.at("both.txt"), folder.at("both.txt"));
    expect_untouched(folder.at("both.txt"), folder.at("./both.txt"));
    expect_untouched(folder.at("mentors.csv"), folder.at("report.json"));
    expect_untouched(folder.at("pairs.csv"), folder.at("rules.json"));
    EXPECT_FALSE(files::exists(folder.at("both.txt")));
    EXPECT_EQ(contents_of(folder.at("mentors.csv")), mentors);
    EXPECT_EQ(contents_of(folder.at("rules.json")), rules);
    EXPECT_EQ(match_into("/dev/null", "/dev/null").exit_code, 0);
}

// Whatever table is uploaded, what the engine read and what was written are the same to the last octet.
TEST_F(MatchingFiles, are_audited_by_a_table_that_changes_nothing) {
    mentors = "id,level,team,speaks\n";
    mentees = "id,level,team,wants\n";
    std::string groups = "person,group\n";
    for (int n = 0; n < 24; ++n) {
        mentors += "m" + std::to_string(n) + ",low,a,french\n";
        mentees += "w" + std::to_string(n) + (n < 12 ? ",high" : ",low") + ",b,french\n";
        if (n < 22) groups += "w" + std::to_string(n) + (n < 12 ? ",x\n" : ",y\n");
    }
    EXPECT_EQ(match().exit_code, 0);
    auto const pairs = contents_of(folder.at("pairs.csv"));
    auto const report = contents_of(folder.at("report.json"));
    auto const audited = match({"--audit", folder.write("groups.csv", groups)});
    EXPECT_EQ(audited.exit_code, 0) << audited.err;
    EXPECT_EQ(contents_of(folder.at("pairs.csv")), pairs);
    EXPECT_EQ(contents_of(folder.at("report.json")), report);
    EXPECT_NE(audited.out.find("groups of 10 or more, 24 of 48 people have a partner"), std::string::npos)
        << audited.out;
    EXPECT_NE(audited.out.find("x: 12 of 12 have a partner (100.0 %, +50.0 points), 8 points each on average (+0)"),
              std::string::npos)
        << audited.out;
    EXPECT_NE(audited.out.find("y: 0 of 10 have a partner"), std::string::npos) << audited.out;
    EXPECT_NE(audited.out.find("not said: 12 of 26"), std::string::npos) << audited.out;
    EXPECT_NE(audited.out.find("A difference is not yet a cause"), std::string::npos);
}

TEST_F(MatchingFiles, are_not_audited_by_a_table_that_names_strangers) {
    auto const strangers = match({"--audit", folder.write("groups.csv", "person,group\nzoe,x\n")});
    EXPECT_EQ(strangers.exit_code, 1);
    EXPECT_NE(strangers.err.find("line 2: nobody is called \"zoe\". (person_unknown)"), std::string::npos)
        << strangers.err;
    EXPECT_NE(match({"--audit", folder.write("groups.csv", "person,group\nana,x\nAna,y\n")}).err.find("person_twice"),
              std::string::npos);
    EXPECT_NE(match({"--audit", folder.write("groups.csv", "person,sex\nana,x\n")}).err.find("column_missing"),
              std::string::npos);
    EXPECT_EQ(match({"--audit", folder.at("report.json")}).exit_code, 2) << "it would be written over";
    auto const few = match({"--audit", folder.write("groups.csv", "person,group\nana,x\n")});
    EXPECT_EQ(few.exit_code, 0);
    EXPECT_NE(few.out.find("too few people"), std::string::npos) << few.out;
}

TEST_F(MatchingFiles, refuses_a_file_that_is_not_there) {
    auto const run = run_match({"--mentors", "/nowhere/a.csv", "--mentees", "/nowhere/b.csv", "--rules",
                                folder.write("rules.json", rules), "--objective", "best", "--out",
                                folder.at("pairs.csv"), "--report", folder.at("report.json")});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_NE(run.err.find("/nowhere/a.csv: cannot be read"), std::string::npos);
}

}  // namespace
