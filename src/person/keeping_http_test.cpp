// What the rooms above say about people decides who is needed (rules 11): no table may be forgotten.

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>

namespace person {
namespace {

enum class Why {
    needed,    // writing the row calls person::record_needed
    follows,   // whoever has such a row has another one that keeps them
    own_room,  // cleared by the import itself
};

std::map<std::string, Why> const kReferences = {{"people", Why::own_room},
                                                {"reporting_trees", Why::own_room},
                                                {"roles", Why::needed},
                                                {"passwords", Why::follows},
                                                {"sessions", Why::follows},
                                                {"password_links", Why::needed},
                                                {"notices", Why::needed},
                                                {"mails", Why::follows},
                                                {"opened_tops", Why::needed},
                                                {"sponsors", Why::needed},
                                                {"join_requests", Why::follows},
                                                {"enrolments", Why::needed},
                                                {"exclusions", Why::follows},
                                                {"invitations", Why::needed},
                                                {"match_run_pairs", Why::follows},
                                                {"match_run_leftovers", Why::follows},
                                                {"suggestion_people", Why::follows},
                                                {"locks", Why::follows},
                                                {"bans", Why::follows},
                                                {"partner_people", Why::follows},
                                                {"pairing_people", Why::follows}};

TEST(LettingPeopleGo, knows_of_every_table_that_points_at_people) {
    std::ifstream file(std::string(OBVERSE_SOURCE_DIR) + "/db/schema.sqlite.sql");
    std::string const schema(std::istreambuf_iterator<char>(file), {});
    ASSERT_FALSE(schema.empty());
    std::regex const table(R"re(CREATE TABLE (\w+) \(([^;]*)\))re");
    std::set<std::string> pointing;
    for (std::sregex_iterator at(schema.begin(), schema.end(), table), end; at != end; ++at)
        if ((*at)[2].str().find("REFERENCES people ") != std::string::npos ||
            (*at)[2].str().find("REFERENCES people(") != std::string::npos)
            pointing.insert((*at)[1]);
    std::set<std::string> known;
    for (auto const& [name, why] : kReferences) known.insert(name);
    EXPECT_EQ(pointing, known) << "say in this table why a row there keeps somebody, or is gone before them";
}

}  // namespace
}  // namespace person
