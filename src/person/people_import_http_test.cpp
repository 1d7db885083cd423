#include "person/people_import_http.hpp"

#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "support/importing.hpp"

namespace person {
namespace {

class StagingAnImport : public support::Importing {};

std::string on_one_line(std::string text) {
    std::erase(text, '\n');
    return text;
}

TEST_F(StagingAnImport, shows_first_and_writes_nothing_until_it_is_applied) {
    auto before = people();
    auto staged = upload(support::kThreeRows);
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

TEST_F(StagingAnImport, finds_a_row_by_any_cell_that_was_read) {
    auto staged = upload(support::kThreeRows);
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

TEST_F(StagingAnImport, forgets_what_was_staged_and_never_applied_after_a_day) {
    auto staged = upload(support::kThreeRows);
    door_.clock().advance(std::chrono::hours(25));
    door_.database().write([&](db::Tx& tx) {
        jobs::queue(tx, cast_.organisation, expire_people_imports, {}, {.now = door_.clock().now()});
    });
    board_.drain();
    EXPECT_EQ(door_.as(cast_.jo).get(address(staged)).text("/state"), "expired");
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_rows WHERE organisation_id = $1"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_problems WHERE organisation_id = $1"), 0);
}

TEST_F(StagingAnImport, remembers_a_corrected_mapping_for_the_next_file_with_this_header) {
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

TEST_F(StagingAnImport, happens_once_when_the_upload_comes_twice_at_the_same_moment) {
    auto const body = proposed(support::kThreeRows) + "\n" + std::string(support::kThreeRows);
    std::vector<support::Reply> replies(4);
    std::vector<std::thread> threads;
    for (auto& reply : replies)
        threads.emplace_back([&] {
            reply = door_.as(cast_.jo).send(
                http::Method::post, "/api/people-imports", body,
                {{"Content-Type", std::string(kImportContentType)}, {"Idempotency-Key", "one-upload"}});
        });
    for (auto& thread : threads) thread.join();
    for (auto const& reply : replies) {
        EXPECT_EQ(reply.status, 201) << reply.body;
        EXPECT_EQ(reply.body, replies.front().body);
    }
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_imports WHERE organisation_id = $1"), 1);
}

TEST_F(StagingAnImport, is_for_coordinators_and_administrators_of_this_organisation) {
    auto mapping = proposed(support::kThreeRows);
    EXPECT_EQ(upload(mapping, support::kThreeRows, cast_.ana).status, 403);
    auto staged = upload(support::kThreeRows);
    support::expect_closed_to_others(door_, cast_, {http::Method::get, address(staged)}, {cast_.ana, cast_.marta});
    for (auto const* part : {"/rows", "/problems"})
        EXPECT_EQ(door_.as(cast_.otto).get(address(staged) + part).status, 404);
    support::expect_closed_to_others(door_, cast_, {http::Method::post, address(staged) + "/application"},
                                     {cast_.ana, cast_.marta});
}

TEST_F(StagingAnImport, refuses_nonsense_with_a_reason) {
    EXPECT_EQ(upload("not json", "ID,Name\n", cast_.jo).status, 400);
    EXPECT_EQ(upload("{}", "ID,Name\n", cast_.jo).status, 422);
    EXPECT_EQ(upload(proposed(support::kThreeRows), "", cast_.jo).text("/errors/0/code"), "empty_file");
    EXPECT_EQ(upload(proposed(support::kThreeRows), "Other,Header\n1,2\n", cast_.jo).text("/errors/0/code"),
              "column_not_in_file");
    EXPECT_EQ(upload(proposed(support::kThreeRows), "ID,Name,E-Mail,Department,Salary,Manager ID\n1,\"open\n", cast_.jo)
                  .code(),
              "unclosed_quote");
    EXPECT_EQ(door_.as(cast_.jo).post("/api/people-imports", "{}").status, 415);
}

}  // namespace
}  // namespace person
