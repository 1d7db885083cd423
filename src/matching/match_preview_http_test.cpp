#include "support/matching.hpp"

namespace matching {
namespace {

using testing::HasSubstr;

using APreview = Matching;

TEST_F(APreview, shows_a_programme_from_pasted_rows_and_stores_nothing) {
    auto const count_events = [&] {
        return door.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM events WHERE organisation_id = $1", cast.organisation);
        });
    };
    auto const before = count_events();
    auto const reply = door.as(cast.jo).post("/api/match-previews", R"({"rows":[
        {"name":"Ana","level":1,"department":"Stores","brings":["C1"],"wants":["leading"],"manager":"Lena"},
        {"name":"Bo","level":1,"department":"Stores","brings":["C1"],"wants":["sailing"],"manager":"Lena"},
        {"name":"Sofia","level":4,"department":"Logistics","brings":["Leading"],"wants":["C2"],"manager":"Marta"},
        {"name":"David","level":4,"department":"Finance","brings":["leading"],"wants":["C1"],"manager":"Marta"}]})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_THAT(reply.body, HasSubstr("Lena"));
    EXPECT_EQ(reply.text("/pairs/0/reasons/for_mentor/0/topic"), "leading");
    EXPECT_THAT(reply.body, HasSubstr(R"({"topic":"C2","wanted_by":1})"));
    EXPECT_EQ(reply.text("/leaves_topics_out"), "false");
    EXPECT_EQ(reply.text("/certificate"), "verified");
    EXPECT_EQ(count_events(), before);
}

TEST_F(APreview, leaves_the_topics_out_where_there_are_none) {
    auto const reply =
        door.as(cast.jo).post("/api/match-previews", R"({"rows":[{"name":"Ana","level":1,"brings":[],"wants":[]},
                                           {"name":"Sofia","level":4,"brings":[],"wants":[]}]})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.text("/leaves_topics_out"), "true");
    EXPECT_EQ(reply.text("/pairs/0/mentor"), "0");
    EXPECT_EQ(reply.text("/pairs/0/mentee"), "1");
}

TEST_F(APreview, refuses_nonsense_and_strangers) {
    auto const rows = R"({"rows":[{"name":"Ana","brings":[],"wants":[]},{"name":"ana ","brings":[],"wants":[]}]})";
    EXPECT_EQ(door.as(cast.jo).post("/api/match-previews", rows).status, 422);
    EXPECT_EQ(door.as(cast.jo).post("/api/match-previews", R"({"rows":[]})").status, 422);
    EXPECT_EQ(door.nobody().post("/api/match-previews", rows).status, 401);
    EXPECT_EQ(door.as(cast.ana).post("/api/match-previews", rows).status, 403);
}

}  // namespace
}  // namespace matching
