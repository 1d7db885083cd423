#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/crypto/key_folder.hpp"
#include "platform/crypto/link.hpp"
#include "platform/crypto/password_hash.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/crypto/secret.hpp"

namespace {

namespace fs = std::filesystem;

class KeyFolderTest : public testing::Test {
  protected:
    fs::path folder_ = fs::temp_directory_path() / ("keys-" + crypto::random_secret());
    ~KeyFolderTest() override { fs::remove_all(folder_); }
};

crypto::Keys some_keys() {
    return {{{1, crypto::random_key()}}, {{1, crypto::random_key()}}};
}

base::AnyId id_of(std::uint8_t first) {
    return {{first}};
}

crypto::Link activation_link() {
    return {"activation", id_of(1), id_of(2), crypto::random_nonce()};
}

TEST(ASecret, is_never_the_same_twice) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(crypto::random_secret());
    EXPECT_EQ(seen.size(), 1000U);
    EXPECT_EQ(crypto::random_secret().size(), 43U);
}

TEST(ACode, is_made_of_letters_that_do_not_look_alike) {
    auto const code = crypto::random_code();
    ASSERT_EQ(code.size(), 14U);
    EXPECT_EQ(code.find_first_of("01OIL"), std::string::npos);
}

TEST(ADigest, is_that_of_the_standard) {
    auto const digest = crypto::sha256("abc");
    EXPECT_EQ(crypto::to_base64url(digest), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
}

TEST(AMac, is_that_of_rfc_4231_with_its_key_padded) {
    crypto::Key key{};
    std::ranges::copy(crypto::bytes_of("Jefe"), key.begin());
    auto const code = crypto::mac(key, crypto::bytes_of("what do ya want for nothing?"));
    EXPECT_EQ(crypto::to_base64url(code), "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
}

TEST(Base64url, refuses_what_is_not_its_own) {
    EXPECT_EQ(crypto::to_base64url(*crypto::from_base64url("-_8")), "-_8");
    EXPECT_FALSE(crypto::from_base64url("a+b/"));
    EXPECT_FALSE(crypto::from_base64url("ab=="));
    EXPECT_FALSE(crypto::from_base64url("a"));
}

TEST(ConstantTimeComparison, says_what_comparison_says) {
    EXPECT_TRUE(crypto::is_equal(std::string_view("same"), std::string_view("same")));
    EXPECT_FALSE(crypto::is_equal(std::string_view("same"), std::string_view("sane")));
    EXPECT_FALSE(crypto::is_equal(std::string_view("same"), std::string_view("same ")));
}

TEST(APasswordHash, opens_for_its_password_alone) {
    crypto::HashingPool pool(crypto::kTestCost, {});
    auto const hash = pool.hash("correct horse").value();
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$")) << hash;
    EXPECT_TRUE(pool.verify("correct horse", hash).value());
    EXPECT_FALSE(pool.verify("correct horsf", hash).value());
    EXPECT_FALSE(pool.verify("", hash).value());
}

TEST(APasswordHash, does_not_cut_long_passwords) {
    crypto::HashingPool pool(crypto::kTestCost, {});
    std::string const first(200, 'a');
    std::string const second = std::string(199, 'a') + "b";
    EXPECT_FALSE(pool.verify(second, pool.hash(first).value()).value());
}

TEST(APasswordHash, reads_beyond_a_nul) {
    crypto::HashingPool pool(crypto::kTestCost, {});
    EXPECT_FALSE(
        pool.verify(std::string("secret\0two", 10), pool.hash(std::string("secret\0one", 10)).value()).value());
}

TEST(APasswordHash, is_outdated_once_the_cost_rises) {
    crypto::HashingPool cheap(crypto::kTestCost, {});
    crypto::HashingPool const dearer({2, 8192}, {});
    auto const hash = cheap.hash("correct horse").value();
    EXPECT_FALSE(cheap.is_outdated(hash));
    EXPECT_TRUE(dearer.is_outdated(hash));
}

TEST(TheHashingPool, works_as_hard_for_nobody_as_for_somebody) {
    crypto::HashingPool pool(crypto::kTestCost, {});
    EXPECT_FALSE(pool.verify_nobody("anything").value());
    EXPECT_EQ(pool.dummy_runs(), 1U);
}

TEST(TheHashingPool, bounds_what_runs_and_what_waits) {
    crypto::HashingPool pool({1, std::size_t{16} * 1024 * 1024}, {2, 3});
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 40; ++i)
        threads.emplace_back([&] {
            auto const hash = pool.hash("correct horse");
            if (!hash && hash.refusal().kind == base::RefusalKind::unavailable &&
                hash.refusal().params.contains("retry_after"))
                ++refused;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_LE(pool.peak().running, 2U);
    EXPECT_LE(pool.peak().waiting, 3U);
    EXPECT_GT(refused, 0);
    EXPECT_TRUE(pool.hash("correct horse")) << "a place was not given back";
}

TEST(ALink, opens_for_its_purpose_alone) {
    auto const keys = some_keys();
    auto const link = activation_link();
    auto const token = crypto::sign_link(keys, link);
    EXPECT_EQ(crypto::open_link(keys, "activation", token), link);
    EXPECT_FALSE(crypto::open_link(keys, "reset", token));
    EXPECT_FALSE(crypto::open_link(some_keys(), "activation", token));
    EXPECT_EQ(crypto::sign_link(keys, link), token) << "a retry makes the same link";
}

TEST(ALink, refuses_every_changed_letter) {
    auto const keys = some_keys();
    auto const token = crypto::sign_link(keys, activation_link());
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(crypto::open_link(keys, "activation", changed)) << i;
        EXPECT_FALSE(crypto::open_link(keys, "activation", token.substr(0, i))) << i;
    }
    EXPECT_FALSE(crypto::open_link(keys, "activation", std::string(1'000'000, 'A')));
}

TEST(ALink, outlives_a_rotation_of_the_keys) {
    auto keys = some_keys();
    auto const link = activation_link();
    auto const token = crypto::sign_link(keys, link);
    keys.link.emplace(std::uint8_t{2}, crypto::random_key());
    EXPECT_EQ(crypto::open_link(keys, "activation", token), link);
    EXPECT_NE(crypto::sign_link(keys, link), token);
}

TEST(ASealedColumn, opens_in_its_own_place_alone) {
    auto const keys = some_keys();
    crypto::SealedPlace const place{"agreements", "goal", id_of(1), id_of(2)};
    auto const sealed = crypto::seal(keys, place, "learn to ask");
    EXPECT_EQ(sealed.octets[0], 1);
    EXPECT_EQ(crypto::open(keys, place, sealed), "learn to ask");
    EXPECT_EQ(crypto::open(keys, place, crypto::seal(keys, place, "")), "");
    EXPECT_THROW(crypto::open(keys, {"agreements", "goal", id_of(1), id_of(3)}, sealed), crypto::SealBroken);
    EXPECT_THROW(crypto::open(keys, {"agreements", "goal", id_of(9), id_of(2)}, sealed), crypto::SealBroken);
    EXPECT_THROW(crypto::open(keys, {"agreement", "sgoal", id_of(1), id_of(2)}, sealed), crypto::SealBroken);
}

TEST(ASealedColumn, does_not_open_when_changed_or_without_its_key) {
    auto const keys = some_keys();
    crypto::SealedPlace const place{"notes", "body", id_of(1), id_of(2)};
    auto const sealed = crypto::seal(keys, place, "private");
    for (std::size_t i = 0; i < sealed.octets.size(); ++i) {
        auto changed = sealed;
        changed.octets[i] ^= 1U;
        EXPECT_THROW(crypto::open(keys, place, changed), crypto::SealBroken) << i;
    }
    EXPECT_THROW(crypto::open(some_keys(), place, sealed), crypto::SealBroken);
    EXPECT_THROW(crypto::open(keys, place, {}), crypto::SealBroken);
}

TEST(ASealedColumn, still_opens_after_a_rotation) {
    auto keys = some_keys();
    crypto::SealedPlace const place{"notes", "body", id_of(1), id_of(2)};
    auto const old = crypto::seal(keys, place, "private");
    keys.seal.emplace(std::uint8_t{2}, crypto::random_key());
    EXPECT_EQ(crypto::open(keys, place, old), "private");
    EXPECT_EQ(crypto::seal(keys, place, "private").octets[0], 2);
}

TEST_F(KeyFolderTest, is_made_for_its_owner_alone) {
    auto const made = crypto::make_keys(folder_).value();
    EXPECT_TRUE(crypto::has_keys(folder_));
    EXPECT_EQ(fs::status(folder_ / "seal" / "001.key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(folder_).permissions(), fs::perms::owner_all);
    EXPECT_TRUE(fs::is_directory(folder_ / "ballot"));
    EXPECT_EQ(crypto::marks_of(crypto::read_keys(folder_).value()), crypto::marks_of(made));
}

TEST_F(KeyFolderTest, is_never_made_over_another) {
    ASSERT_TRUE(crypto::make_keys(folder_));
    EXPECT_EQ(crypto::make_keys(folder_).refusal().code, "keys_exist");
}

TEST_F(KeyFolderTest, is_refused_when_others_may_read_it) {
    ASSERT_TRUE(crypto::make_keys(folder_));
    fs::permissions(folder_ / "link" / "001.key", fs::perms::others_read, fs::perm_options::add);
    EXPECT_EQ(crypto::read_keys(folder_).refusal().code, "key_open_to_others");
}

TEST_F(KeyFolderTest, is_refused_when_a_key_is_short_or_gone) {
    ASSERT_TRUE(crypto::make_keys(folder_));
    fs::resize_file(folder_ / "seal" / "001.key", 31);
    EXPECT_EQ(crypto::read_keys(folder_).refusal().code, "not_a_key");
    fs::remove(folder_ / "seal" / "001.key");
    EXPECT_EQ(crypto::read_keys(folder_).refusal().code, "keys_missing");
}

TEST_F(KeyFolderTest, keeps_the_old_keys_when_it_rotates) {
    auto const first = crypto::make_keys(folder_).value();
    auto const second = crypto::rotate_keys(folder_).value();
    EXPECT_EQ(second.seal.size(), 2U);
    EXPECT_EQ(second.link.size(), 2U);
    EXPECT_TRUE(crypto::missing_from(second, crypto::marks_of(first)).empty());
    EXPECT_EQ(crypto::missing_from(first, crypto::marks_of(second)).size(), 2U);
    EXPECT_EQ(crypto::marks_of(crypto::read_keys(folder_).value()), crypto::marks_of(second));
}

TEST_F(KeyFolderTest, is_exported_whole_into_an_empty_folder) {
    auto const keys = crypto::make_keys(folder_ / "keys").value();
    ASSERT_TRUE(crypto::export_keys(folder_ / "keys", folder_ / "safe"));
    EXPECT_EQ(crypto::marks_of(crypto::read_keys(folder_ / "safe").value()), crypto::marks_of(keys));
    EXPECT_EQ(crypto::export_keys(folder_ / "keys", folder_ / "safe").refusal().code, "target_not_empty");
}

TEST_F(KeyFolderTest, says_which_key_of_existing_rows_is_missing) {
    auto const keys = crypto::make_keys(folder_).value();
    auto const others = some_keys();
    auto const missing = crypto::missing_from(others, crypto::marks_of(keys));
    ASSERT_EQ(missing.size(), 2U);
    EXPECT_EQ(missing[0].purpose, "seal");
    EXPECT_EQ(missing[0].number, 1);
}

}  // namespace
