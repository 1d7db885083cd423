// What the rooms above say about people decides who is needed (rules 11): no table may be forgotten.

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>

#include "person/person_actions.hpp"
#include "support/importing.hpp"

namespace person {
namespace {

enum class Why {
    needed,    // writing the row calls person::record_needed
    follows,   // whoever has such a row has another one that keeps them
    own_room,  // cleared by the import itself
};

std::map<std::string, Why> const kReferences = {{"people", Why::own_room},
                                                {"reporting_trees", Why::own_room},
                                                {"questionnaires", Why::needed},
                                                {"questionnaire_people", Why::needed},
                                                {"waiting_consents", Why::follows},
                                                {"roles", Why::needed},
                                                {"passwords", Why::follows},
                                                {"sessions", Why::follows},
                                                {"password_links", Why::needed},
                                                {"notices", Why::needed},
                                                {"mails", Why::follows},
                                                {"opened_tops", Why::needed},
                                                {"sponsors", Why::needed},
                                                {"setting_changes", Why::needed},
                                                {"setting_proposals", Why::needed},
                                                {"join_requests", Why::follows},
                                                {"enrolments", Why::needed},
                                                {"exclusions", Why::follows},
                                                {"invitations", Why::needed},
                                                {"announcements", Why::needed},
                                                {"match_run_pairs", Why::follows},
                                                {"match_run_leftovers", Why::follows},
                                                {"suggestion_people", Why::follows},
                                                {"locks", Why::follows},
                                                {"bans", Why::follows},
                                                {"partner_people", Why::follows},
                                                {"coolings", Why::follows},
                                                {"pairing_people", Why::follows},
                                                {"anonymous_lines", Why::follows},
                                                {"line_messages", Why::follows},
                                                {"line_readers", Why::follows},
                                                {"absences", Why::follows},
                                                {"calendar_feeds", Why::follows},
                                                {"delegations", Why::needed},
                                                {"introductions", Why::needed},
                                                {"introduction_answers", Why::follows},
                                                {"nudge_stops", Why::follows},
                                                {"circle_members", Why::follows},
                                                {"ballot_issues", Why::follows},
                                                {"panel_members", Why::follows},
                                                {"drafters", Why::needed},
                                                {"questions", Why::follows},
                                                {"partner_notes", Why::follows},
                                                {"question_people", Why::follows},
                                                {"concerns", Why::follows},
                                                {"name_openings", Why::follows},
                                                {"contact_rooms", Why::follows},
                                                {"contact_links", Why::follows},
                                                {"protected_times", Why::needed}};

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

// Ninety days after the first import, with the cast's people needed and Eva asked to come in.
class ImportingAfterNinetyDays : public support::Importing {
  protected:
    static constexpr std::string_view kFive =
        "ID,Name,Department,Manager ID\n901,Rita Alves,Board,\n902,Eva Fox,Retail,901\n903,Bo Lund,Retail,902\n"
        "904,Tom Reis,Retail,902\n905,Ida Holm,Retail,901\n";

    void SetUp() override {
        support::Importing::SetUp();
        apply(upload(kFive));
    }
    PersonId person(std::string const& number) {
        return door_.database().read([&](db::Tx& tx) {
            return tx
                .value<PersonId>("SELECT id FROM people WHERE organisation_id = $1 AND external_id = $2",
                                 cast_.organisation, number)
                .value();
        });
    }
    bool is_here(std::string const& number) { return count_of(number, "") == 1; }
    bool is_name(std::string const& number) {
        return count_of(number, " AND is_name_only AND department IS NULL") == 1;
    }
    std::int64_t count_of(std::string const& number, std::string const& more) {
        return count("SELECT COUNT(*) FROM people WHERE organisation_id = $1 AND external_id = '" + number + "'" +
                     more);
    }
    void invite(std::string const& number) {
        auto id = person(number);
        door_.database().write([&](db::Tx& tx) { record_invited(tx, cast_.organisation, id, door_.clock().now()); });
    }
    support::Reply upload_as(access::PersonId by, bool keeps_uninvited, std::string_view file = kFive) {
        auto mapping = json::read<ColumnMapping>(proposed(file)).value();
        mapping.keep_uninvited = keeps_uninvited;
        return upload(json::write(mapping), file, by);
    }
};

TEST_F(ImportingAfterNinetyDays, lets_the_uninvited_go_and_keeps_their_place_above_others) {
    invite("903");
    auto before = people();
    door_.clock().advance(std::chrono::hours(24) * 90);
    auto waiting = door_.as(cast_.amir).get("/api/people?state=removable");
    EXPECT_EQ(waiting.text("/total"), "4");
    auto staged = upload(kFive);
    EXPECT_EQ(staged.text("/report/uninvited/removed"), "2");
    EXPECT_EQ(staged.text("/report/uninvited/kept_as_names"), "2");
    EXPECT_EQ(staged.text("/figures/unchanged"), "1");
    EXPECT_EQ(staged.text("/figures/name_only"), "2");
    EXPECT_EQ(staged.text("/figures/left_out"), "2");
    EXPECT_EQ(people(), before) << "the dry run takes nobody away";
    EXPECT_EQ(apply(staged).text("/state"), "applied");
    EXPECT_TRUE(is_here("903"));
    EXPECT_TRUE(is_name("901"));
    EXPECT_TRUE(is_name("902"));
    EXPECT_FALSE(is_here("904"));
    EXPECT_FALSE(is_here("905"));
    EXPECT_EQ(people(), before - 2) << "whoever takes part or holds a role stays";
    EXPECT_EQ(door_.as(cast_.amir).get("/api/people?state=removable").text("/total"), "0");
    EXPECT_EQ(count("SELECT COUNT(*) FROM people WHERE organisation_id = $1 AND people_under = 4"), 1)
        << "those who went are counted in the line of Rita";
}

TEST_F(ImportingAfterNinetyDays, keeps_everybody_when_an_administrator_says_so) {
    door_.clock().advance(std::chrono::hours(24) * 91);
    auto by_coordinator = upload_as(cast_.jo, true);
    EXPECT_EQ(by_coordinator.status, 422);
    EXPECT_EQ(by_coordinator.text("/errors/0/code"), "administrators_only");
    auto staged = upload_as(cast_.amir, true);
    EXPECT_EQ(staged.text("/report/uninvited/stay"), "5");
    auto before = people();
    apply(staged);
    EXPECT_EQ(people(), before);
    EXPECT_EQ(upload(kFive).text("/report/uninvited/stay"), "0") << "said about one file, not about the next";
}

TEST_F(ImportingAfterNinetyDays, keeps_whoever_is_invited_while_the_job_waits) {
    door_.clock().advance(std::chrono::hours(24) * 91);
    auto staged = upload(kFive);
    invite("904");
    apply(staged);
    EXPECT_TRUE(is_here("904"));
    EXPECT_FALSE(is_name("904"));
    EXPECT_TRUE(is_name("902"));
    EXPECT_FALSE(is_here("905"));
}

TEST_F(ImportingAfterNinetyDays, keeps_whoever_was_given_a_role_or_a_link) {
    ASSERT_EQ(door_.as(cast_.amir)
                  .post("/api/people/" + person("905").text() + "/roles", R"({"role":"employee_representative"})")
                  .status,
              201);
    ASSERT_EQ(door_.as(cast_.amir)
                  .post("/api/password-links", R"({"people":[")" + person("904").text() + R"("],"delivery":"handed"})")
                  .status,
              200);
    door_.clock().advance(std::chrono::hours(24) * 91);
    apply(upload(kFive));
    EXPECT_FALSE(is_name("905"));
    EXPECT_FALSE(is_name("904"));
    EXPECT_TRUE(is_name("901"));
    EXPECT_FALSE(is_here("903"));
}

// Whom the house lets go must not depend on what somebody said in private about them.
TEST_F(ImportingAfterNinetyDays, lets_go_whoever_is_named_in_private_and_knows_them_again) {
    ASSERT_EQ(door_.as(cast_.ana).put("/api/exclusions", R"({"person":"Ida Holm"})").status, 200);
    door_.clock().advance(std::chrono::hours(24) * 91);
    apply(upload(kFive));
    EXPECT_FALSE(is_here("905"));
    EXPECT_EQ(door_.as(cast_.ana).get("/api/exclusions").text("/items/0/name"), "Ida Holm");
    apply(upload(kFive));
    EXPECT_TRUE(is_here("905"));
}

}  // namespace
}  // namespace person
