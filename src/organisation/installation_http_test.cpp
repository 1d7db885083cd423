#include <filesystem>

#include <gtest/gtest.h>

#include "organisation/installation_actions.hpp"
#include "organisation/installation_store.hpp"
#include "organisation/organisation_actions.hpp"
#include "platform/crypto/secret.hpp"
#include "support/databases.hpp"

namespace {

namespace fs = std::filesystem;

class AnInstallation : public testing::Test {
  protected:
    fs::path folder_ = fs::temp_directory_path() / ("installation-" + crypto::random_secret());
    db::Database database_{{.address = support::fresh_address(support::Fresh::migrated)}};

    ~AnInstallation() override { fs::remove_all(folder_); }

    void set_up(bool is_demo) {
        auto const made = database_.write([&](db::Tx& tx) {
            return organisation::create_organisation(tx, {"Nordlys", "en", "Europe/Oslo", is_demo}, base::Instant{});
        });
        ASSERT_TRUE(made);
    }
    std::optional<std::string> start() {
        return database_.write([](db::Tx& tx) { return organisation::open_set_up(tx); });
    }
    base::Result<bool> use(std::string const& code) {
        return database_.write([&](db::Tx& tx) { return organisation::use_set_up_code(tx, code); });
    }
};

TEST_F(AnInstallation, makes_its_keys_at_the_first_start_and_finds_them_at_the_next) {
    auto const first = organisation::open_keys(database_, folder_);
    ASSERT_TRUE(first);
    auto const second = organisation::open_keys(database_, folder_);
    ASSERT_TRUE(second);
    EXPECT_EQ(crypto::marks_of(*first), crypto::marks_of(*second));
}

TEST_F(AnInstallation, does_not_start_without_the_key_of_existing_rows) {
    ASSERT_TRUE(organisation::open_keys(database_, folder_));
    fs::remove_all(folder_);
    auto const refused = organisation::open_keys(database_, folder_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "keys_missing");
    EXPECT_NE(refused.refusal().detail.find("001"), std::string::npos) << refused.refusal().detail;
    EXPECT_FALSE(fs::exists(folder_)) << "no new key is made over a lost one";
}

TEST_F(AnInstallation, does_not_start_with_the_keys_of_another) {
    ASSERT_TRUE(organisation::open_keys(database_, folder_));
    fs::remove_all(folder_);
    ASSERT_TRUE(crypto::make_keys(folder_));
    EXPECT_EQ(organisation::open_keys(database_, folder_).refusal().code, "keys_missing");
}

TEST_F(AnInstallation, remembers_a_rotated_key_from_the_next_start_on) {
    ASSERT_TRUE(organisation::open_keys(database_, folder_));
    ASSERT_TRUE(crypto::rotate_keys(folder_));
    ASSERT_TRUE(organisation::open_keys(database_, folder_));
    fs::remove(folder_ / "seal" / "002.key");
    EXPECT_EQ(organisation::open_keys(database_, folder_).refusal().code, "keys_missing");
}

TEST_F(AnInstallation, is_set_up_once_with_the_code_of_its_latest_start) {
    auto const first = start().value();
    auto const latest = start().value();
    EXPECT_EQ(use(first).refusal().errors.at(0).code, "wrong_code");
    EXPECT_EQ(use("").refusal().errors.at(0).code, "wrong_code");
    std::string typed = latest;
    for (auto& letter : typed) letter = letter == '-' ? ' ' : static_cast<char>(std::tolower(letter));
    EXPECT_TRUE(use(typed)) << "as people type it";
    EXPECT_EQ(use(latest).refusal().errors.at(0).code, "wrong_code") << "it was used up";
}

TEST_F(AnInstallation, prints_no_code_once_there_is_an_organisation) {
    auto const code = start().value();
    set_up(false);
    EXPECT_FALSE(start());
    EXPECT_EQ(use(code).refusal().code, "already_set_up");
}

TEST_F(AnInstallation, keeps_no_code_that_could_be_read_in_a_backup) {
    auto const code = start().value();
    auto const kept =
        database_.read([](db::Tx& tx) { return organisation::store::find_fact(tx, "set_up_code").value(); });
    EXPECT_EQ(kept.find(code), std::string::npos);
}

TEST_F(AnInstallation, travels_only_as_a_demo_and_only_forwards) {
    auto travel = [&](base::Duration by) {
        return database_.write([&](db::Tx& tx) { return organisation::travel(tx, by); });
    };
    EXPECT_EQ(travel(std::chrono::hours(1)).refusal().code, "not_a_demo");
    set_up(true);
    EXPECT_EQ(travel(std::chrono::hours(24)).value(), std::chrono::hours(24));
    EXPECT_EQ(travel(std::chrono::hours(24)).value(), std::chrono::hours(48));
    EXPECT_FALSE(travel(-std::chrono::hours(1)));
    EXPECT_EQ(database_.read([](db::Tx& tx) { return organisation::travelled(tx); }), std::chrono::hours(48));
    set_up(false);
    EXPECT_EQ(travel(std::chrono::hours(24)).refusal().code, "not_a_demo");
}

}  // namespace
