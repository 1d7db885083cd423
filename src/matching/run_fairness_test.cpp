#include "matching/run_fairness.hpp"

#include <gtest/gtest.h>

namespace {

using namespace matching;

// Twelve who bring and twelve who want: six of each in either department, and one of Finance on both sides.
struct ARunToAudit : testing::Test {
    LoadedWorld loaded;
    engine::Candidates candidates;
    engine::Assignment assignment;

    ARunToAudit() {
        loaded.departments = {"", "Finance", "Stores"};
        loaded.sites = {"", "Riga"};
        for (std::uint8_t n = 0; n < 12; ++n) {
            loaded.world.mentors.push_back(profile(1, n, n < 6 ? 1 : 2, 1));
            loaded.world.mentees.push_back(profile(2, n, n < 6 ? 1 : 2, 4));
        }
        loaded.world.mentees[0].person = loaded.world.mentors[0].person;
        for (engine::Index n = 0; n < 12; ++n) candidates.list.push_back({n, n, 400, 600, 480});
    }
    static engine::Profile profile(std::uint8_t side, std::uint8_t number, engine::Index department, int level) {
        engine::Profile made;
        made.person[0] = side;
        made.person[1] = number;
        made.department = department;
        made.site = 1;
        made.level = level;
        return made;
    }
};

TEST_F(ARunToAudit, counts_everybody_with_a_place_once) {
    loaded.world.mentors[11].free_places = 0;
    for (engine::Index n = 0; n < 6; ++n) assignment.couples.push_back({n, n});
    auto const audit = fairness_of(loaded, candidates, assignment);
    EXPECT_EQ(audit.people, 22);
    EXPECT_EQ(audit.reached, 11);
    EXPECT_EQ(audit.benefit, 500);
    ASSERT_EQ(audit.divisions.size(), 3U);
    EXPECT_EQ(audit.divisions[0].division, "department");
    ASSERT_EQ(audit.divisions[0].rows.size(), 2U);
    EXPECT_EQ(audit.divisions[0].rows[0].group, "Finance");
    EXPECT_EQ(audit.divisions[0].rows[0].coverage, 1000);
    EXPECT_EQ(audit.divisions[0].rows[1].group, "Stores");
    EXPECT_EQ(audit.divisions[0].rows[1].coverage, 0);
    EXPECT_EQ(audit.divisions[1].rows.size(), 1U);
    EXPECT_EQ(audit.divisions[2].rows[0].group, "1");
    EXPECT_EQ(audit.divisions[2].rows[0].benefit, 428) << "the mean of each side's own benefit, and of the one on both";
}

}  // namespace
