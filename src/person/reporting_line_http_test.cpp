#include <gmock/gmock.h>

#include "person/person_store.hpp"
#include "support/importing.hpp"

namespace person {
namespace {

class DrawingLines : public support::Importing {};

TEST_F(DrawingLines, lists_where_lines_end_and_believes_the_administrator) {
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

TEST_F(DrawingLines, lets_the_administrator_name_the_top) {
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

TEST_F(DrawingLines, says_that_lines_changed_only_when_they_did) {
    auto told = [&](std::string const& kind) {
        return count("SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind = '" + kind + "'");
    };
    apply(upload(support::kThreeRows));
    EXPECT_EQ(told("reporting_lines.changed"), 1);
    apply(upload(support::kThreeRows));
    apply(upload("ID,Name,Department\n701,Eva Fox,Wholesale\n"));
    EXPECT_EQ(told("reporting_lines.changed"), 1);
    EXPECT_EQ(told("people_import.applied"), 3);
    apply(upload("ID,Name,Manager\n702,Bo Lund,Marta Kowalska\n"));
    EXPECT_EQ(told("reporting_lines.changed"), 2);
}

}  // namespace
}  // namespace person
