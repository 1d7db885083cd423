#include "person/people_import_http.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "person/people_import_actions.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "platform/csv.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"

namespace person {
namespace {

constexpr std::string_view kThree =
    "ID,Name,E-Mail,Department,Salary,Manager ID\n"
    "701,Eva Fox,eva.fox@example.org,Retail,91234,\n"
    "702,\"Lund, Bo\",bo@example.org,Retail,81234,701\n"
    "703,,nobody@example.org,Retail,71234,701\n";

std::string on_one_line(std::string text) {
    std::erase(text, '\n');
    return text;
}

class Importing : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());
    std::unique_ptr<base::Random> random_ = base::seeded_random(4);
    jobs::Board board_{door_.database(), door_.clock(), *random_};

    void SetUp() override { add_jobs(board_); }

    std::string proposed(std::string_view file) {
        Headers headers{read_headers(file).value()};
        auto reply = door_.as(cast_.jo).post("/api/import-mappings/proposal", json::write(headers));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::write(reply.as<MappingProposal>().mapping);
    }
    support::Reply upload(std::string const& mapping, std::string_view file, access::PersonId by) {
        return door_.as(by).send(http::Method::post, "/api/people-imports", mapping + "\n" + std::string(file),
                                 {{"Content-Type", std::string(kImportContentType)}});
    }
    support::Reply upload(std::string_view file) { return upload(proposed(file), file, cast_.jo); }
    static std::string address(support::Reply const& import) { return "/api/people-imports/" + import.text("/id"); }
    support::Reply apply(support::Reply const& import) {
        auto started = door_.as(cast_.jo).post(address(import) + "/application");
        EXPECT_EQ(started.status, 202) << started.body;
        board_.drain();
        return door_.as(cast_.jo).get(address(import));
    }
    std::int64_t count(std::string const& sql) {
        return door_.database().read(
            [&](db::Tx& tx) { return tx.value<std::int64_t>(sql, cast_.organisation).value(); });
    }
    std::int64_t people() { return count("SELECT COUNT(*) FROM people WHERE organisation_id = $1"); }
};

TEST_F(Importing, shows_first_and_writes_nothing_until_it_is_applied) {
    auto before = people();
    auto staged = upload(kThree);
    ASSERT_EQ(staged.status, 201) << staged.body;
    EXPECT_EQ(staged.text("/state"), "staged");
    EXPECT_EQ(staged.text("/figures/added"), "2");
    EXPECT_EQ(staged.text("/figures/refused"), "1");
    EXPECT_EQ(people(), before);
    auto problems = door_.as(cast_.jo).get(address(staged) + "/problems");
    EXPECT_EQ(problems.text("/items/0/reason"), "name_missing");
    EXPECT_EQ(problems.text("/items/0/line"), "4");
    EXPECT_EQ(problems.text("/items/0/column_name"), "Name");
    auto rows = door_.as(cast_.jo).get(address(staged) + "/rows?outcome=added");
    EXPECT_EQ(rows.text("/items/1/cells/name"), "Bo Lund");
    EXPECT_THAT(rows.body, testing::Not(testing::HasSubstr("81234"))) << "pay has no field";

    auto applied = apply(staged);
    EXPECT_EQ(applied.text("/state"), "applied");
    EXPECT_EQ(people(), before + 2);
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_rows WHERE organisation_id = $1"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind = 'reporting_lines.changed'"), 1);
}

TEST_F(Importing, finds_a_row_by_any_cell_that_was_read) {
    auto staged = upload(kThree);
    ASSERT_EQ(staged.status, 201) << staged.body;
    auto lines = [&](std::string const& query) {
        std::vector<std::int32_t> found;
        for (auto const& row : door_.as(cast_.jo).get(address(staged) + "/rows" + query).as<ImportRowPage>().items)
            found.push_back(row.line);
        return found;
    };
    using Lines = std::vector<std::int32_t>;
    EXPECT_EQ(lines("?search=LUND"), Lines{3}) << "in either case, and as the name is spoken";
    EXPECT_EQ(lines("?search=example.org"), (Lines{2, 3}));
    EXPECT_EQ(lines("?search=example.org&limit=1"), Lines{2});
    EXPECT_EQ(lines("?search=702&outcome=added"), Lines{3});
    EXPECT_EQ(lines("?search=lund&outcome=changed"), Lines{});
    EXPECT_EQ(lines("?search=department"), Lines{}) << "a cell, and not what it is called";
    EXPECT_EQ(lines("?search=81234"), Lines{}) << "pay has no field";
    EXPECT_EQ(lines("?search=nobody"), Lines{}) << "a refused row keeps no cells";
    EXPECT_EQ(lines("?search=%25"), Lines{}) << "a wildcard is a letter";
    EXPECT_EQ(door_.as(cast_.jo).get(address(staged) + "/rows?search=").status, 422);
}

TEST_F(Importing, changes_nothing_when_the_same_file_comes_again) {
    apply(upload(kThree));
    auto again = upload(kThree);
    EXPECT_EQ(again.text("/figures/unchanged"), "2");
    EXPECT_EQ(again.text("/figures/added"), "0");
    auto before = people();
    apply(again);
    EXPECT_EQ(people(), before);
}

TEST_F(Importing, is_done_once_when_two_ask_at_the_same_time) {
    auto before = people();
    auto first = upload(kThree);
    auto second = upload(kThree);
    std::array<int, 4> statuses{};
    {
        std::vector<std::jthread> clerks;
        for (std::size_t i = 0; i < statuses.size(); ++i)
            clerks.emplace_back([&, i] {
                auto const& import = i % 2 == 0 ? first : second;
                statuses.at(i) = door_.as(cast_.jo).post(address(import) + "/application").status;
            });
    }
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 202), 1);
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 409), 3);
    {
        auto work = [&] { board_.drain(); };
        std::jthread one(work);
        std::jthread other(work);
    }
    EXPECT_EQ(people(), before + 2);
    // The one that came late finds everybody there.
    auto late = door_.as(cast_.jo).get(address(first)).text("/state") == "applied" ? second : first;
    apply(late);
    EXPECT_EQ(people(), before + 2);
}

TEST_F(Importing, may_be_repeated_by_a_worker_that_was_cut_off) {
    auto staged = upload(kThree);
    auto before = people();
    ASSERT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").status, 202);
    // Half of it is there already, as after a crash between two steps.
    auto half = door_.as(cast_.amir).post("/api/people", R"({"name":"Eva Fox","external_id":"701"})");
    ASSERT_EQ(half.status, 201);
    board_.drain();
    EXPECT_EQ(door_.as(cast_.jo).get(address(staged)).text("/state"), "applied");
    EXPECT_EQ(people(), before + 2);
}

TEST_F(Importing, can_be_called_off) {
    auto staged = upload(kThree);
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/cancellation").text("/state"), "cancelled");
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/cancellation").code(), "import_already_ended");
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").code(), "import_not_staged");
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_rows WHERE organisation_id = $1"), 0);

    auto waiting = upload(kThree);
    ASSERT_EQ(door_.as(cast_.jo).post(address(waiting) + "/application").status, 202);
    EXPECT_EQ(door_.as(cast_.jo).post(address(waiting) + "/cancellation").text("/state"), "cancelled");
    auto before = people();
    board_.drain();
    EXPECT_EQ(people(), before);
}

TEST_F(Importing, forgets_what_was_staged_and_never_applied_after_a_day) {
    auto staged = upload(kThree);
    door_.clock().advance(std::chrono::hours(25));
    door_.database().write([&](db::Tx& tx) {
        jobs::queue(tx, cast_.organisation, expire_people_imports, {}, {.now = door_.clock().now()});
    });
    board_.drain();
    EXPECT_EQ(door_.as(cast_.jo).get(address(staged)).text("/state"), "expired");
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_rows WHERE organisation_id = $1"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_problems WHERE organisation_id = $1"), 0);
}

TEST_F(Importing, remembers_a_corrected_mapping_for_the_next_file_with_this_header) {
    auto mapping = R"({"columns":[{"position":1,"header":"Name","field":"called_name"},
                       {"position":0,"header":"ID","field":"name"}],"has_header":true,"level_source":"none",
                       "level_words":[],"recognise_by_name":true,"keep":"everyone","listed":[]})";
    ASSERT_EQ(upload(on_one_line(mapping), "ID,Name\nEva Fox,Eve\n", cast_.jo).status, 201);
    auto reply = door_.as(cast_.kim).post("/api/import-mappings/proposal", R"({"headers":["id","NAME"]})");
    EXPECT_EQ(reply.text("/is_saved"), "true");
    EXPECT_EQ(reply.text("/columns/0/field"), "name");
    EXPECT_EQ(
        door_.as(cast_.otto).post("/api/import-mappings/proposal", R"({"headers":["id","NAME"]})").text("/is_saved"),
        "false");
}

TEST_F(Importing, is_for_coordinators_and_administrators_of_this_organisation) {
    auto mapping = proposed(kThree);
    EXPECT_EQ(upload(mapping, kThree, cast_.ana).status, 403);
    auto staged = upload(kThree);
    support::expect_closed_to_others(door_, cast_, {http::Method::get, address(staged)}, {cast_.ana, cast_.marta});
    for (auto const* part : {"/rows", "/problems"})
        EXPECT_EQ(door_.as(cast_.otto).get(address(staged) + part).status, 404);
    support::expect_closed_to_others(door_, cast_, {http::Method::post, address(staged) + "/application"},
                                     {cast_.ana, cast_.marta});
}

TEST_F(Importing, lets_no_coordinator_take_over_an_address) {
    apply(upload(kThree));
    constexpr std::string_view kOther = "ID,Name,E-Mail\n701,Eva Fox,thief@example.org\n";
    auto by_coordinator = upload(kOther);
    EXPECT_EQ(by_coordinator.text("/figures/unchanged"), "1");
    apply(by_coordinator);
    EXPECT_EQ(count("SELECT COUNT(*) FROM people WHERE organisation_id = $1 AND email = 'thief@example.org'"), 0);
    EXPECT_EQ(upload(proposed(kOther), kOther, cast_.amir).text("/figures/changed"), "1");
}

TEST_F(Importing, refuses_nonsense_with_a_reason) {
    EXPECT_EQ(upload("not json", "ID,Name\n", cast_.jo).status, 400);
    EXPECT_EQ(upload("{}", "ID,Name\n", cast_.jo).status, 422);
    EXPECT_EQ(upload(proposed(kThree), "", cast_.jo).text("/errors/0/code"), "empty_file");
    EXPECT_EQ(upload(proposed(kThree), "Other,Header\n1,2\n", cast_.jo).text("/errors/0/code"), "column_not_in_file");
    EXPECT_EQ(upload(proposed(kThree), "ID,Name,E-Mail,Department,Salary,Manager ID\n1,\"open\n", cast_.jo).code(),
              "unclosed_quote");
    EXPECT_EQ(door_.as(cast_.jo).post("/api/people-imports", "{}").status, 415);
}

TEST_F(Importing, lists_where_lines_end_and_believes_the_administrator) {
    apply(upload("ID,Name,Manager\n801,Eva Fox,Rita Alves\n802,Bo Lund,Rita Alves\n803,Jo Fax,Eva Fox\n"));
    auto lines = door_.as(cast_.jo).get("/api/reporting-lines");
    ASSERT_EQ(lines.status, 200) << lines.body;
    EXPECT_EQ(lines.text("/items/0/name"), "Rita Alves");
    EXPECT_EQ(lines.text("/items/0/people_under"), "3");
    EXPECT_EQ(lines.text("/people_with_broken_line"), "3");
    auto body = R"({"person_ids":[")" + lines.text("/items/0/id") + R"("]})";
    support::expect_closed_to_others(door_, cast_, {http::Method::post, "/api/reporting-lines/confirmations", body},
                                     {cast_.jo, cast_.ana});
    auto confirmed = door_.as(cast_.amir).post("/api/reporting-lines/confirmations", body);
    ASSERT_EQ(confirmed.status, 200) << confirmed.body;
    EXPECT_EQ(confirmed.text("/people_with_broken_line"), "0");
    EXPECT_EQ(door_.as(cast_.amir).post("/api/reporting-lines/confirmations", body).code(), "line_is_not_broken");
}

TEST_F(Importing, lets_the_administrator_name_the_top) {
    auto named =
        door_.as(cast_.amir).put("/api/reporting-lines/top", R"({"person_id":")" + cast_.lena.text() + R"("})");
    ASSERT_EQ(named.status, 200) << named.body;
    EXPECT_EQ(named.text("/top_id"), cast_.lena.text());
    auto find = [&](PersonId id) {
        return door_.database().read([&](db::Tx& tx) { return store::find(tx, cast_.organisation, id).value(); });
    };
    EXPECT_EQ(find(cast_.ana).line_state, LineState::known);
    EXPECT_EQ(find(cast_.sofia).line_state, LineState::broken);
}

TEST_F(Importing, says_that_lines_changed_only_when_they_did) {
    auto told = [&](std::string const& kind) {
        return count("SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind = '" + kind + "'");
    };
    apply(upload(kThree));
    EXPECT_EQ(told("reporting_lines.changed"), 1);
    apply(upload(kThree));
    apply(upload("ID,Name,Department\n701,Eva Fox,Wholesale\n"));
    EXPECT_EQ(told("reporting_lines.changed"), 1);
    EXPECT_EQ(told("people_import.applied"), 3);
    apply(upload("ID,Name,Manager\n702,Bo Lund,Marta Kowalska\n"));
    EXPECT_EQ(told("reporting_lines.changed"), 2);
}

// 250 people come in by steps of a hundred; after the first, the worker hears that somebody has called it off.
TEST_F(Importing, keeps_what_it_has_saved_when_it_is_called_off_half_way) {
    std::string file = "ID,Name,Manager ID\n1000,Rita Alves,\n";
    for (int i = 1; i < 250; ++i)
        file += std::to_string(1000 + i) + ",Person Number" + std::to_string(i) + "," + std::to_string(999 + i) + "\n";
    auto staged = upload(file);
    ASSERT_EQ(staged.text("/figures/added"), "250") << staged.body;
    auto before = people();
    ASSERT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").status, 202);
    // A worker took it and died; the next one finds that it was called off meanwhile.
    door_.database().write([&](db::Tx& tx) {
        tx.run("UPDATE jobs SET state = 'running', leased_until = 0 WHERE organisation_id = $1", cast_.organisation);
    });
    auto asked = door_.as(cast_.jo).post(address(staged) + "/cancellation");
    EXPECT_EQ(asked.text("/state"), "applying") << "the worker says itself that it has stopped";
    board_.drain();

    auto ended = door_.as(cast_.jo).get(address(staged));
    EXPECT_EQ(ended.text("/state"), "cancelled");
    EXPECT_EQ(ended.text("/progress/done"), "100");
    EXPECT_EQ(ended.text("/progress/total"), "251") << "one who was here already has another place";
    EXPECT_EQ(ended.text("/allowed_actions"), "[]");
    EXPECT_EQ(people(), before + 99);
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_rows WHERE organisation_id = $1"), 0);
    EXPECT_EQ(count("SELECT people_under FROM people WHERE organisation_id = $1 AND external_id = '1000'"), 249)
        << "counted over the whole file";
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").code(), "import_not_staged");

    auto rest = upload(file);
    EXPECT_EQ(rest.text("/figures/added"), "151");
    EXPECT_EQ(apply(rest).text("/state"), "applied");
    EXPECT_EQ(people(), before + 250);
    EXPECT_EQ(upload(file).text("/figures/unchanged"), "250");
}

// Ninety days after the first import, with the cast's people needed and Eva asked to come in.
class ImportingAfterNinetyDays : public Importing {
  protected:
    static constexpr std::string_view kFive =
        "ID,Name,Department,Manager ID\n901,Rita Alves,Board,\n902,Eva Fox,Retail,901\n903,Bo Lund,Retail,902\n"
        "904,Tom Reis,Retail,902\n905,Ida Holm,Retail,901\n";

    void SetUp() override {
        Importing::SetUp();
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

class TheMessyExportAtTheDoor : public Importing {
  protected:
    void SetUp() override {
        Importing::SetUp();
        auto path = std::filesystem::path(OBVERSE_SOURCE_DIR) / "../shared/data/hr-export-messy.csv";
        if (!std::filesystem::exists(path)) GTEST_SKIP() << "the outside data set hr-export-messy.csv is not here";
        std::ifstream file(path, std::ios::binary);
        octets_.assign(std::istreambuf_iterator<char>(file), {});
    }
    std::string octets_;
};

TEST_F(TheMessyExportAtTheDoor, comes_in_with_nothing_lost_and_changes_nothing_again) {
    auto mapping = mapping_of(propose_columns(read_headers(octets_).value()));
    mapping.day_order = DayOrder::month_first;
    auto staged = upload(json::write(mapping), octets_, cast_.jo);
    ASSERT_EQ(staged.status, 201) << staged.body;
    EXPECT_EQ(staged.text("/figures/rows_read"), "311");
    EXPECT_EQ(staged.text("/figures/added"), "304");
    EXPECT_EQ(staged.text("/figures/refused"), "7");
    auto applied = apply(staged);
    EXPECT_EQ(applied.text("/state"), "applied") << applied.body;
    EXPECT_EQ(applied.text("/progress/done"), applied.text("/progress/total"));
    EXPECT_EQ(upload(json::write(mapping), octets_, cast_.jo).text("/figures/unchanged"), "304");
}

}  // namespace
}  // namespace person
