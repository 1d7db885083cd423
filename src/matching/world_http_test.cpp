// Whoever was let go and comes in again (rules 11) is met by what was said about them in private.

#include <algorithm>

#include <gmock/gmock.h>

#include "matching/world_store.hpp"
#include "programme/enrolment_store.hpp"
#include "support/databases.hpp"
#include "support/importing.hpp"

namespace matching {
namespace {

class ComingInAgain : public support::Importing {
  protected:
    void import(std::string_view file) { ASSERT_EQ(apply(upload(file)).text("/state"), "applied"); }
    std::optional<access::PersonId> find(std::string const& number) {
        return door_.database().read([&](db::Tx& tx) {
            return tx.value<access::PersonId>("SELECT id FROM people WHERE organisation_id = $1 AND external_id = $2",
                                              cast_.organisation, number);
        });
    }
    // Ana and Ida, once she takes part, as a run finds them: whichever of the two it stands with.
    bool may_meet(access::PersonId ida) {
        return door_.database().write([&](db::Tx& tx) {
            programme::store::insert_enrolment(tx, cast_.organisation,
                                               {cast_.programme, ida, programme::Side::mentee,
                                                programme::EnrolmentState::joined, 1, "en", door_.clock().now()});
            auto world =
                store::load_world(tx, support::test_keys(), cast_.organisation, cast_.programme, door_.clock().now())
                    .value();
            auto const& mentor = world.world.mentors[*world.find(Side::mentor, cast_.ana)];
            auto const& mentee = world.world.mentees[*world.find(Side::mentee, ida)];
            auto const avoids = [](engine::Profile const& one, engine::Profile const& other) {
                return std::find(one.not_with.begin(), one.not_with.end(), other.person) != one.not_with.end();
            };
            return !avoids(mentor, mentee) && !avoids(mentee, mentor);
        });
    }
};

constexpr std::string_view kIda = "ID,Name,Department\n905,Ida Holm,Retail\n";

TEST_F(ComingInAgain, is_no_way_round_what_somebody_said_in_private) {
    import(kIda);
    auto first = find("905").value();
    ASSERT_EQ(door_.as(cast_.ana).put("/api/exclusions", R"({"person":"Ida Holm"})").status, 200);
    door_.clock().advance(std::chrono::hours(24) * 91);
    import(kIda);
    ASSERT_FALSE(find("905"));
    import(kIda);
    auto again = find("905").value();
    EXPECT_NE(again, first);
    EXPECT_FALSE(may_meet(again));
}

TEST_F(ComingInAgain, is_no_way_round_a_conflict_held_by_hr) {
    ASSERT_EQ(
        door_.as(cast_.amir).post("/api/people/" + cast_.nina.text() + "/roles", R"({"role":"conflicts"})").status,
        201);
    import(kIda);
    ASSERT_EQ(door_.as(cast_.nina).put("/api/conflicts", R"({"one":"905","other":"Ana Moreira"})").status, 200);
    door_.clock().advance(std::chrono::hours(24) * 91);
    import(kIda);
    ASSERT_FALSE(find("905")) << "a conflict keeps nobody, or others would see that there is one";
    import("ID,Name,Department\n905,Ida Holm-Berg,Retail\n");
    EXPECT_FALSE(may_meet(find("905").value())) << "known by number, whatever the name is now";
}

TEST_F(ComingInAgain, is_free_of_what_nobody_said) {
    import(kIda);
    EXPECT_TRUE(may_meet(find("905").value()));
}

}  // namespace
}  // namespace matching
