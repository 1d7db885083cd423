#include "app/cli/lottery.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace {

namespace files = std::filesystem;

class ADraw : public testing::Test {
  protected:
    files::path const path = files::temp_directory_path() / ("obverse-tickets-" + std::to_string(::getpid()));
    std::ostringstream out;
    std::ostringstream err;

    void TearDown() override { files::remove(path); }

    int replay(std::string const& tickets, std::vector<std::string> const& seed = {"--seed", "8675309"}) {
        std::ofstream(path) << tickets;
        std::vector<std::string> arguments{"--tickets", path.string()};
        arguments.insert(arguments.end(), seed.begin(), seed.end());
        out.str("");
        err.str("");
        return app::replay_lottery(arguments, out, err);
    }
};

TEST_F(ADraw, is_replayed_as_sha256sum_would) {
    // printf '%s' '8675309 11111111-1111-4111-8111-111111111111' | sha256sum, and so on
    std::string const one = "11111111-1111-4111-8111-111111111111";
    std::string const two = "22222222-2222-4222-8222-222222222222";
    ASSERT_EQ(replay(one + "\r\n\n " + two + "\n"), 0) << err.str();
    EXPECT_EQ(out.str(),
              "place,ticket,number\r\n"
              "1,11111111-1111-4111-8111-111111111111,"
              "0ed49fff26ed40eafa92b6bb6609c92da75e4d96c7d1cbaf3ff93638e641f6b7\r\n"
              "2,22222222-2222-4222-8222-222222222222,"
              "78d8e88fb8cd46df616150ec8dad75f1623e3825e41abd5a4e53e379e3b06603\r\n");
    auto const first = out.str();
    ASSERT_EQ(replay(two + "\n" + one), 0);
    EXPECT_EQ(out.str(), first) << "the order of the file decides nothing";
    ASSERT_EQ(replay(one, {"--seed", "1"}), 0);
    EXPECT_EQ(out.str().find("8675309"), std::string::npos);
}

TEST_F(ADraw, refuses_what_is_no_ticket) {
    std::string const one = "11111111-1111-4111-8111-111111111111";
    EXPECT_EQ(replay("nonsense\n"), 1);
    EXPECT_NE(err.str().find("line 1: \"nonsense\" is not a ticket. (ticket_wrong)"), std::string::npos) << err.str();
    EXPECT_EQ(replay(one + "\n" + one), 1);
    EXPECT_NE(err.str().find("(ticket_twice)"), std::string::npos);
    EXPECT_EQ(replay("\n"), 1);
    EXPECT_NE(err.str().find("(no_tickets)"), std::string::npos);
    EXPECT_TRUE(out.str().empty());
    EXPECT_EQ(replay(one, {"--seed", "-1"}), 2);
    EXPECT_EQ(replay(one, {}), 2);
}

}  // namespace
