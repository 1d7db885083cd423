#include "meeting/skipped_prompt_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Ana and Sofia, started.
struct SkippedPromptsOfOne : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);
    std::string path = "/api/pairings/" + pair.text() + "/skipped-prompts";

    std::string body(std::string const& numbers, std::string const& guide = "4") {
        return R"({"of_id":")" + pair.text() + R"(","guide":")" + guide + R"(","numbers":[)" + numbers + "]}";
    }
    std::vector<SkippedPrompts> seen(access::PersonId who) {
        auto const reply = door.as(who).get(path);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<SkippedList>().items;
    }
};

TEST_F(SkippedPromptsOfOne, are_kept_for_every_device_of_theirs_and_are_nobody_elses) {
    EXPECT_THAT(seen(cast.ana), IsEmpty());
    ASSERT_EQ(door.as(cast.ana).put(path, body("2")).status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path, body("1,2")).status, 200);
    EXPECT_THAT(seen(cast.ana), ElementsAre(SkippedPrompts{base::any(pair), "4", {1, 2}}));
    EXPECT_THAT(seen(cast.sofia), IsEmpty()) << "not even the partner's";
    auto const sealed = door.database().read([&](db::Tx& tx) {
        return tx
            .value<meta::Bytes>("SELECT sealed_prompts FROM skipped_prompts WHERE organisation_id = $1",
                                cast.organisation)
            .value();
    });
    EXPECT_THAT(std::string(sealed.octets.begin(), sealed.octets.end()), Not(HasSubstr("numbers")));
    ASSERT_EQ(door.as(cast.ana).put(path, body("")).status, 200);
    EXPECT_THAT(seen(cast.ana), IsEmpty()) << "asked again";
}

TEST_F(SkippedPromptsOfOne, are_refused_to_others_of_other_things_and_after_the_end) {
    support::expect_closed_to_others(door, cast, {http::Method::get, path},
                                     {cast.bruno, cast.jo, cast.amir, cast.nina});
    support::expect_closed_to_others(door, cast, {http::Method::put, path, body("1")},
                                     {cast.bruno, cast.jo, cast.amir});
    EXPECT_EQ(door.as(cast.ana).put(path, body("4")).text("/errors/0/pointer"), "/numbers");
    EXPECT_EQ(door.as(cast.ana).put(path, body("1", "99")).text("/errors/0/pointer"), "/guide");
    auto const elsewhere = R"({"of_id":")" + cast.ana.text() + R"(","guide":"4","numbers":[1]})";
    EXPECT_EQ(door.as(cast.ana).put(path, elsewhere).text("/errors/0/pointer"), "/of_id");
    ASSERT_EQ(door.as(cast.ana).put("/api/pairings/" + pair.text() + "/closure", "{}").status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path, body("1")).code(), "pairing_over");
}

}  // namespace
}  // namespace meeting
