#include "platform/embedded.hpp"

#include <gtest/gtest.h>

TEST(EmbeddedFiles, are_found_by_their_path_and_whole) {
    auto migration = embedded::file("db/migrations/0001_organisation.sql");
    EXPECT_TRUE(migration.starts_with("--"));
    EXPECT_TRUE(migration.ends_with(";\n"));
}

TEST(EmbeddedFiles, are_listed_by_folder_in_order) {
    auto migrations = embedded::list("db/migrations/");
    ASSERT_GE(migrations.size(), 2U);
    EXPECT_EQ(migrations.front().path, "db/migrations/0001_organisation.sql");
    EXPECT_LT(migrations[0].path, migrations[1].path);
}

TEST(EmbeddedFiles, that_are_not_there_are_not_found) {
    EXPECT_FALSE(embedded::find("db/migrations/9999_nothing.sql"));
    EXPECT_THROW(embedded::file("nothing"), std::logic_error);
}
