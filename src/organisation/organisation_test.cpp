#include "organisation/organisation.hpp"

#include <gtest/gtest.h>

namespace {

organisation::Organisation nordlys() {
    organisation::Organisation organisation;
    organisation.name = "Nordlys";
    organisation.language = "en";
    organisation.time_zone = "Europe/Copenhagen";
    return organisation;
}

TEST(AnOrganisation, keeps_what_a_change_leaves_out) {
    auto const changed = organisation::change(nordlys(), {.name = "  Nordlys   A/S ", .language = {}, .time_zone = {}});
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->name, "Nordlys A/S");
    EXPECT_EQ(changed->time_zone, "Europe/Copenhagen");
}

TEST(AnOrganisation, hears_of_every_wrong_field_at_once) {
    auto const refused = organisation::change(nordlys(), {.name = " \t", .language = "tlh", .time_zone = "Mars/Base"});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().errors.size(), 3U);
    EXPECT_EQ(refused.refusal().errors[0].pointer, "/name");
    EXPECT_EQ(refused.refusal().errors[1].code, "unknown_language");
    EXPECT_EQ(refused.refusal().errors[2].code, "unknown_time_zone");
}

TEST(ASlug, is_made_of_plain_letters) {
    EXPECT_EQ(organisation::slug_from("Nordlys A/S"), "nordlys-a-s");
    EXPECT_EQ(organisation::slug_from("  Žilina & Söhne!  "), "zilina-sohne");
    EXPECT_EQ(organisation::slug_from("../../etc"), "etc");
    EXPECT_EQ(organisation::slug_from("!!!"), "organisation");
    EXPECT_LE(organisation::slug_from(std::string(500, 'a')).size(), 40U);
}

}  // namespace
