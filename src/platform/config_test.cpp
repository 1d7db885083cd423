#include "platform/config.hpp"

#include <gtest/gtest.h>

namespace config_examples {

enum class Level { low, high };
BOOST_DESCRIBE_ENUM(Level, low, high)

struct Settings {
    std::string listen = "127.0.0.1:8080";
    std::int32_t workers = 4;
    bool loud = false;
    Level level = Level::low;
    std::vector<std::string> trusted_proxies;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (listen, workers, loud, level, trusted_proxies))

}  // namespace config_examples

template <>
inline constexpr auto meta::limits<config_examples::Settings> =
    std::array{meta::Limit{"listen", 1, 100, "Where to listen"}, meta::Limit{"workers", 1, 64, "Threads"}};

using config_examples::Settings;

namespace {

config::Sources sources(std::optional<std::string> file, std::map<std::string, std::string> variables = {},
                        std::map<std::string, std::string> flags = {}) {
    auto environment = [variables](std::string const& name) -> std::optional<std::string> {
        auto found = variables.find(name);
        if (found == variables.end()) return std::nullopt;
        return found->second;
    };
    return {std::move(file), environment, std::move(flags)};
}

std::string wrong(config::Sources const& from) {
    auto read = config::read<Settings>(from);
    return read ? "" : config::sentence(read.refusal());
}

}  // namespace

TEST(ASetting, is_said_by_file_environment_and_flag_in_rising_order) {
    auto read = config::read<Settings>(
        sources("listen = '0.0.0.0:1'\nworkers = 8\nloud = true\nlevel = 'high'\ntrusted_proxies = ['10.0.0.1', '::1']",
                {{"OBVERSE_WORKERS", "9"}, {"OBVERSE_LISTEN", "a:2"}}, {{"listen", "b:3"}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->listen, "b:3");
    EXPECT_EQ(read->workers, 9);
    EXPECT_TRUE(read->loud);
    EXPECT_EQ(read->level, config_examples::Level::high);
    EXPECT_EQ(read->trusted_proxies, (std::vector<std::string>{"10.0.0.1", "::1"}));
}

TEST(ASetting, has_a_default) {
    auto read = config::read<Settings>(sources(std::nullopt));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->listen, "127.0.0.1:8080");
}

TEST(ASetting, may_be_a_list_with_commas) {
    auto read = config::read<Settings>(sources({}, {{"OBVERSE_TRUSTED_PROXIES", "10.0.0.0/8, ::1,"}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->trusted_proxies, (std::vector<std::string>{"10.0.0.0/8", "::1"}));
}

TEST(AWrongSetting, is_named_with_its_source) {
    EXPECT_EQ(wrong(sources("workers = 0")), "workers: too_small, least 1, source file");
    EXPECT_EQ(wrong(sources("wrokers = 1")), "wrokers: unknown, source file");
    EXPECT_EQ(wrong(sources("workers = ")), "config: file, line 1");
    EXPECT_EQ(wrong(sources("[server]\nlisten = 'a'")), "server: unknown, source file");
    EXPECT_EQ(wrong(sources({}, {{"OBVERSE_LEVEL", "middle"}}, {{"workers", "x"}})),
              "level: enum, allowed low, high, source environment\n"
              "workers: type, expected whole number, source flag");
}

TEST(TheTable, lists_every_setting_once) {
    Settings defaults;
    EXPECT_EQ(config::table(meta::of<Settings>(), &defaults).substr(0, 192),
              "| setting | environment | flag | default | meaning |\n| --- | --- | --- | --- | --- |\n"
              "| `listen` | `OBVERSE_LISTEN` | `--listen` | `127.0.0.1:8080` | Where to listen |\n"
              "| `workers` | `OBVERSE_WO");
}
