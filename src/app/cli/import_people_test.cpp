#include "app/cli/import_people.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "app/cli.hpp"
#include "organisation/organisation_actions.hpp"
#include "platform/db/db.hpp"

namespace app {
namespace {

using testing::HasSubstr;

class ImportingFromTheCommandLine : public testing::Test {
  protected:
    std::filesystem::path folder_ = std::filesystem::path("/dev/shm") / ("obverse-import-" + std::to_string(getpid()));
    std::string out_;
    std::string err_;

    void SetUp() override {
        std::filesystem::create_directories(folder_);
        ASSERT_EQ(type({"migrate", "--data", folder_.string()}), 0) << err_;
        db::Options options;
        options.address = (folder_ / "obverse.db").string();
        db::Database database(options);
        auto created = database.write([](db::Tx& tx) {
            return organisation::create_organisation(tx, {"Nordlys", "en", "Europe/London"}, base::Instant{});
        });
        ASSERT_TRUE(created);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    int type(std::vector<std::string> const& words) {
        std::ostringstream out;
        std::ostringstream err;
        auto exit = run_command(words, out, err);
        out_ = out.str();
        err_ = err.str();
        return exit;
    }
    int import(std::string const& text, std::vector<std::string> const& more = {}) {
        auto path = folder_ / "people.csv";
        std::ofstream(path) << text;
        std::vector<std::string> words{"import", "people", path.string(), "--data", folder_.string()};
        words.insert(words.end(), more.begin(), more.end());
        return type(words);
    }
};

constexpr char const* kTyped =
    "ID,Name,Hire Date,Manager\n1,\"Fox, Eva\",1/2/2020,\n2,Bo Lund,31/2/2020,Eva Fox\n3,,,\n";

TEST_F(ImportingFromTheCommandLine, asks_shows_applies_and_finds_nothing_left_to_do) {
    EXPECT_EQ(import(kTyped), 1);
    EXPECT_THAT(err_, HasSubstr("day_order: needed"));
    EXPECT_EQ(import(kTyped, {"--day-order", "day_first", "--dry-run"}), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("3 rows: 2 added, 0 changed, 0 unchanged, 1 refused; 1 repaired"));
    EXPECT_THAT(out_, HasSubstr("line 4 refused: name_missing, column Name"));
    EXPECT_THAT(out_, HasSubstr("line 3 repaired: day_unreadable, column Hire Date, value \"31/2/2020\""));
    EXPECT_EQ(import(kTyped, {"--day-order", "day_first", "--report", (folder_ / "report.json").string()}), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("applied"));
    EXPECT_TRUE(std::filesystem::exists(folder_ / "report.json"));
    EXPECT_EQ(import(kTyped, {"--day-order", "day_first"}), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("0 added, 0 changed, 2 unchanged, 1 refused"));
}

TEST_F(ImportingFromTheCommandLine, says_what_it_cannot_read) {
    EXPECT_EQ(type({"import", "people", "/nowhere.csv", "--data", folder_.string()}), 1);
    EXPECT_THAT(err_, HasSubstr("unreadable_file"));
    EXPECT_EQ(import(kTyped, {"--organisation", "elsewhere"}), 1);
    EXPECT_THAT(err_, HasSubstr("not_found"));
}

}  // namespace
}  // namespace app
