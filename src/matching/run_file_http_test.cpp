#include "matching/run_file_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_shapes.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ARunAsAFile : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    void rename(PersonId person, std::string const& name) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE people SET name = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation, person,
                   name);
        });
    }
    MatchRunId run() {
        auto const id = door.as(cast.jo)
                            .post("/api/match-runs", R"({"seed":7,"programme_id":")" + cast.programme.text() + "\"}")
                            .as<MatchRunAnswer>()
                            .id;
        door.house().drain();
        return id;
    }
    static std::string file(MatchRunId id, std::string const& rest) {
        return "/api/match-runs/" + id.text() + "/" + rest;
    }
};

TEST_F(ARunAsAFile, holds_the_pairs_in_the_words_of_the_page) {
    auto const reply = door.as(cast.jo).get(file(run(), "pairs/file?format=csv"));
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.content_type, "text/csv; charset=utf-8");
    EXPECT_EQ(reply.headers.find("Content-Disposition"), "attachment; filename=\"pairs-1.csv\"");
    EXPECT_THAT(reply.body, StartsWith("\xEF\xBB\xBF"
                                       "Brings the topic,Wants the topic,\"Why, for the one who wants it\","));
    EXPECT_THAT(reply.body, HasSubstr("Ana Moreira,"));
    EXPECT_THAT(reply.body, HasSubstr("fits well both ways"));
    EXPECT_THAT(reply.body, Not(HasSubstr("C1"))) << "topics have names";
    EXPECT_THAT(reply.body, Not(HasSubstr("mentor")));
    EXPECT_THAT(reply.body, Not(HasSubstr("mentee")));
}

TEST_F(ARunAsAFile, is_a_spreadsheet_where_that_is_asked_for) {
    auto const id = run();
    for (auto const* what : {"pairs/file", "leftovers/file"}) {
        auto const reply = door.as(cast.jo).get(file(id, std::string(what) + "?format=xlsx"));
        EXPECT_EQ(reply.content_type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        EXPECT_THAT(reply.body, StartsWith("PK"));
    }
    EXPECT_EQ(door.as(cast.jo).get(file(id, "leftovers/file?format=xlsx")).headers.find("Content-Disposition"),
              "attachment; filename=\"without-a-partner-1.xlsx\"");
}

TEST_F(ARunAsAFile, says_why_somebody_has_no_partner) {
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET level = 1 WHERE organisation_id = $1 AND id = $2", cast.organisation, cast.sofia);
    });
    auto const reply = door.as(cast.jo).get(file(run(), "leftovers/file?format=csv"));
    EXPECT_THAT(reply.body, HasSubstr("Sofia Lind,Wants the topic,"));
    EXPECT_THAT(reply.body, HasSubstr("the levels are not as far apart as the programme asks"));
}

// A name is text in every spreadsheet, whatever it begins with.
TEST_F(ARunAsAFile, holds_nothing_that_a_spreadsheet_would_run) {
    rename(cast.ana, "=HYPERLINK(\"https://elsewhere.example\")");
    rename(cast.sofia, "@SUM(A1:A9)");
    auto const reply = door.as(cast.jo).get(file(run(), "pairs/file?format=csv"));
    EXPECT_THAT(reply.body, HasSubstr("\"'=HYPERLINK("));
    EXPECT_THAT(reply.body, HasSubstr("'@SUM(A1:A9)"));
    EXPECT_THAT(reply.body, Not(HasSubstr("\n@SUM")));
    EXPECT_THAT(reply.body, Not(HasSubstr(",@SUM")));
}

TEST_F(ARunAsAFile, holds_every_row_however_many_there_are) {
    auto const id = run();
    door.database().write([&](db::Tx& tx) {
        for (int i = 10; i < 260; ++i)
            tx.run(R"(INSERT INTO match_run_leftovers (organisation_id, match_run_id, position, person_id, side, reason)
                      VALUES ($1, $2, $3, $4, 'mentor',
                              '{"code":"nobody","could_meet":0,"rule":null,"taken":0,"department":null}'))",
                   cast.organisation, id, i, cast.lena);
    });
    auto const reply = door.as(cast.jo).get(file(id, "leftovers/file?format=csv"));
    EXPECT_EQ(std::ranges::count(reply.body, '\n'), 251);
}

// Rules 13.
TEST_F(ARunAsAFile, shows_a_coordinator_who_takes_part_nothing_about_themselves) {
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                  VALUES ($1, $2, $3, 'coordinator', $4, 0))",
               cast.organisation, tx.make_id<base::AnyId>(), cast.ana, cast.programme);
    });
    auto const reply = door.as(cast.ana).get(file(run(), "pairs/file?format=csv"));
    EXPECT_THAT(reply.body, Not(HasSubstr("Ana Moreira")));
    EXPECT_THAT(reply.body, HasSubstr("Bruno Castelli"));
}

TEST_F(ARunAsAFile, is_closed_to_everybody_else) {
    auto const id = run();
    for (auto const* what : {"pairs/file", "leftovers/file"}) {
        support::expect_closed_to_others(door, cast, {http::Method::get, file(id, what)},
                                         {cast.ana, cast.amir, cast.nina, cast.marta, cast.otto});
        EXPECT_EQ(door.as(cast.jo).get(file(MatchRunId{}, what)).status, 404);
        EXPECT_EQ(door.as(cast.jo).get(file(id, std::string(what) + "?format=pdf")).status, 422);
    }
}

}  // namespace
}  // namespace matching
