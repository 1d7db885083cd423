#include <algorithm>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>

#include "platform/crypto/key_files.hpp"
#include "platform/crypto/sealed_box.hpp"
#include "support/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;

TEST(ASealedBox, opens_for_its_own_key_alone) {
    auto const key = crypto::make_box_key();
    for (std::string const text : {"", "5", "what nobody else is to read"}) {
        auto const locked = crypto::lock_away(key.public_key, text);
        EXPECT_EQ(crypto::unlock(key, locked), text);
        EXPECT_FALSE(crypto::unlock(crypto::make_box_key(), locked));
        EXPECT_NE(crypto::lock_away(key.public_key, text), locked) << "never the same twice";
    }
}

TEST(ASealedBox, does_not_open_when_an_octet_has_changed) {
    auto const key = crypto::make_box_key();
    auto locked = crypto::lock_away(key.public_key, "text");
    locked.back() ^= 1U;
    EXPECT_FALSE(crypto::unlock(key, locked));
    EXPECT_FALSE(crypto::unlock(key, {}));
}

TEST(ASealedBox, is_as_long_for_a_word_as_for_a_sentence) {
    auto const key = crypto::make_box_key();
    EXPECT_EQ(crypto::lock_away(key.public_key, "1").size(),
              crypto::lock_away(key.public_key, std::string(250, 'a')).size());
    EXPECT_LT(crypto::lock_away(key.public_key, "1").size(),
              crypto::lock_away(key.public_key, std::string(256, 'a')).size());
}

TEST(AKeyFile, is_kept_for_its_owner_until_it_is_destroyed) {
    support::TemporaryFolder const folder;
    crypto::KeyFiles const files(folder.at("ballot"));
    EXPECT_TRUE(files.list().empty());
    base::AnyId const id{{7}};
    crypto::Bytes const secret{1, 2, 3};
    files.save(id, secret);
    EXPECT_EQ(files.find(id), secret);
    EXPECT_EQ(files.list(), std::vector{id});
    auto const mode = fs::status(folder.at("ballot/" + id.text() + ".key")).permissions();
    EXPECT_EQ(mode & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
    EXPECT_ANY_THROW(files.save(id, crypto::Bytes{4})) << "none is written over";
    EXPECT_EQ(files.find(id), secret);
    files.destroy(id);
    EXPECT_FALSE(files.find(id));
    files.destroy(id);
    EXPECT_TRUE(files.list().empty());
}

}  // namespace
