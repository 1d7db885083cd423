// Rules 11: what is not mapped is found nowhere afterwards. Every cell and header of an unmapped column holds a word
// that exists nowhere else; after the import, through the door and through the command line, that word is looked for
// in every file of the database (also its write-ahead log, its temporary files and what PostgreSQL logs), in every file
// this program holds open, in its folders, in what it printed and logged, and in every answer. The searcher first has
// to find words that were planted in each of those places.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "app/cli.hpp"
#include "organisation/organisation_actions.hpp"
#include "person/column_mapping.hpp"
#include "person/people_import_actions.hpp"
#include "person/people_import_http.hpp"
#include "platform/csv.hpp"
#include "platform/log.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"
#include "support/search_files.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

std::string octets_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Where a word stands, in any of these folders or in any file this program holds open, deleted ones too.
std::vector<std::string> places_of(std::string const& word, std::vector<fs::path> const& folders) {
    std::vector<std::string> places;
    for (auto const& folder : folders)
        std::ranges::move(support::files_holding(word, folder), std::back_inserter(places));
    for (auto const& open : fs::directory_iterator("/proc/self/fd"))
        if (support::holds(open.path(), word)) places.push_back(open.path().string());
    return places;
}

// An export of the worst kind, with the word in every header and cell that is not mapped.
std::string made_up_export(std::string const& word) {
    std::vector<std::string> const headers{"ID",
                                           "Name",
                                           "E-Mail",
                                           "Salary " + word,
                                           "Department",
                                           "Manager ID",
                                           "Birth date " + word,
                                           "Notes " + word,
                                           "Hire Date",
                                           word};
    auto file = csv::write_row(headers);
    auto row = [&](std::string const& id, std::string const& name, std::string const& email, std::string const& hired) {
        file += csv::write_row(std::vector<std::string>{id, name, email, word, "Retail", "700", word,
                                                        word + "\n\"quoted\", " + word, hired, word});
    };
    for (int i = 0; i < 40; ++i)
        row(std::to_string(700 + i),
            "Person " + std::string(1, static_cast<char>('A' + i % 26)) + " Number" + std::to_string(i),
            "p" + std::to_string(i) + "@example.org", "2020-01-31");
    row("701", "Twice Here", "", "2020-01-31");
    row("", "Without Number", "", "2020-01-31");
    row("801", "", "nameless@example.org", "2020-01-31");
    row("802", "Wrong Address", "no address", "never");
    file += csv::write_row(std::vector<std::string>{"803", "Too Many", "", word, "Retail", "", word, word, "2020-01-31",
                                                    word, word, word});
    file += csv::write_row(std::vector<std::string>{"804", "Too Few", "", word});
    return file;
}

// The messy export, with the word in place of every cell that is not mapped, where the row has all of its cells.
std::optional<std::string> messy_export(std::string const& word) {
    auto path = fs::path(OBVERSE_SOURCE_DIR) / "../shared/data/hr-export-messy.csv";
    if (!fs::exists(path)) return std::nullopt;
    auto decoded = csv::decode(octets_of(path));
    csv::Reader reader(decoded.text, ',');
    auto headers = (**reader.next()).cells;
    auto columns = person::propose_columns(headers);
    auto file = csv::write_row(headers);
    for (auto row = reader.next(); *row; row = reader.next()) {
        auto cells = (**row).cells;
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells.size() == headers.size() && !columns[i].field) cells[i] = word;
        file += csv::write_row(cells);
    }
    return file;
}

class TheCanary : public testing::Test {
  protected:
    fs::path folder_ = fs::path("/dev/shm") / ("obverse-canary-" + std::to_string(getpid()));
    std::string const word_ =
        "Zq7CanaryXw" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name());

    void SetUp() override {
        fs::create_directories(folder_ / "data");
        setenv("TMPDIR", folder_.c_str(), 1);
        platform::start_log(platform::LogLevel::debug, platform::LogFormat::json);
        testing::internal::CaptureStderr();
    }
    void TearDown() override {
        if (!has_ended_) end();
        platform::set_log_level(platform::LogLevel::warning);
        unsetenv("TMPDIR");
        fs::remove_all(folder_);
    }
    // What was logged until now.
    std::string end() {
        has_ended_ = true;
        return testing::internal::GetCapturedStderr();
    }
    std::vector<fs::path> folders_of(std::string const& address) {
        db::Database database({.address = address, .readers = 1});
        return {folder_, support::folder_of(database)};
    }

  private:
    bool has_ended_ = false;
};

class TheCanaryAtTheDoor : public TheCanary {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());
    std::unique_ptr<base::Random> random_ = base::seeded_random(21);
    jobs::Board board_{door_.database(), door_.clock(), *random_};
    std::string answers_;

    std::string address() { return door_.database().options().address; }
    support::Reply kept(support::Reply reply) {
        answers_ += reply.body;
        return reply;
    }
    std::string import(std::string const& file) {
        person::add_jobs(board_);
        person::Headers headers{person::read_headers(file).value()};
        auto jo = door_.as(cast_.jo);
        // The proposal repeats the header to whoever sent it, so that answer is not looked at; it must not be kept.
        auto proposal = jo.send(http::Method::post, "/api/import-mappings/proposal", json::write(headers),
                                {{"Idempotency-Key", "a-proposal"}});
        EXPECT_EQ(proposal.status, 200) << proposal.body;
        auto mapping = proposal.as<person::MappingProposal>().mapping;
        mapping.day_order = person::DayOrder::month_first;
        auto staged = kept(
            jo.send(http::Method::post, "/api/people-imports", json::write(mapping) + "\n" + file,
                    {{"Content-Type", std::string(person::kImportContentType)}, {"Idempotency-Key", "an-upload"}}));
        EXPECT_EQ(staged.status, 201) << staged.body;
        auto path = "/api/people-imports/" + staged.text("/id");
        read(path);
        EXPECT_THAT(places_of(word_, folders_of(address())), IsEmpty()) << "after the dry run";
        EXPECT_EQ(kept(jo.send(http::Method::post, path + "/application", "", {{"Idempotency-Key", "now"}})).status,
                  202);
        board_.drain();
        read(path);
        return kept(jo.get(path)).text("/state");
    }
    void read(std::string const& path) {
        for (auto const* part : {"", "/rows?limit=100", "/rows?outcome=refused", "/problems"})
            kept(door_.as(cast_.jo).get(path + part));
        kept(door_.as(cast_.amir).get("/api/people?state=everyone&limit=100"));
        kept(door_.as(cast_.amir).get("/api/audit-log"));
        kept(door_.as(cast_.amir).get("/api/reporting-lines"));
    }
};

TEST_F(TheCanaryAtTheDoor, is_found_wherever_it_was_planted) {
    auto planted = [&](std::string const& where) { return word_ + where; };
    door_.database().write([&](db::Tx& tx) {
        jobs::queue_text(tx, base::any(cast_.organisation), "no.such.kind", "{\"id\":\"" + planted("InAJob") + "\"}",
                         {.now = door_.clock().now()});
    });
    EXPECT_THAT(places_of(planted("InAJob"), folders_of(address())), testing::Not(IsEmpty()));

    std::ofstream(folder_ / "left-behind.tmp") << planted("InAFile");
    EXPECT_THAT(places_of(planted("InAFile"), folders_of(address())), testing::Not(IsEmpty()));

    auto* open = std::tmpfile();
    std::fputs(planted("InADeletedFile").c_str(), open);
    std::fflush(open);
    EXPECT_THAT(places_of(planted("InADeletedFile"), {}), testing::Not(IsEmpty()));
    std::fclose(open);

    platform::log(platform::LogLevel::debug, "planted", {{"cell", std::string_view("InTheLog")}});
    EXPECT_THAT(end(), HasSubstr("InTheLog"));
}

TEST_F(TheCanaryAtTheDoor, is_nowhere_after_a_made_up_export) {
    auto state = import(made_up_export(word_));
    EXPECT_EQ(state, "applied");
    EXPECT_THAT(places_of(word_, folders_of(address())), IsEmpty());
    EXPECT_EQ(answers_.find(word_), std::string::npos) << answers_;
    EXPECT_EQ(end().find(word_), std::string::npos);
}

TEST_F(TheCanaryAtTheDoor, is_nowhere_after_the_messy_export) {
    auto file = messy_export(word_);
    if (!file) GTEST_SKIP() << "the outside data set hr-export-messy.csv is not here";
    auto state = import(*file);
    EXPECT_EQ(state, "applied");
    EXPECT_THAT(places_of(word_, folders_of(address())), IsEmpty());
    EXPECT_EQ(answers_.find(word_), std::string::npos);
    EXPECT_EQ(end().find(word_), std::string::npos);
}

class TheCanaryOnTheCommandLine : public TheCanary {
  protected:
    std::string address_ = support::fresh_address(support::Fresh::migrated);
    std::ostringstream out_;
    std::ostringstream err_;

    void SetUp() override {
        db::Database database({.address = address_, .readers = 1});
        auto created = database.write([](db::Tx& tx) {
            return organisation::create_organisation(tx, {"Nordlys", "en", "Europe/London"}, base::Instant{});
        });
        ASSERT_TRUE(created);
        TheCanary::SetUp();
    }
    int import(std::string const& file) {
        // The file itself stands where the operator put it: not in any folder of the program.
        auto where = fs::path("/dev/shm") / ("obverse-canary-file-" + std::to_string(getpid()) + ".csv");
        std::ofstream(where, std::ios::binary) << file;
        auto exit =
            run_command(std::vector<std::string>{"import", "people", where.string(), "--data",
                                                 (folder_ / "data").string(), "--database", address_, "--day-order",
                                                 "month_first", "--report", (folder_ / "report.json").string()},
                        out_, err_);
        fs::remove(where);
        return exit;
    }
    void expect_nowhere() {
        EXPECT_TRUE(fs::exists(folder_ / "report.json"));
        EXPECT_THAT(places_of(word_, folders_of(address_)), IsEmpty());
        EXPECT_EQ((out_.str() + err_.str()).find(word_), std::string::npos) << out_.str();
        EXPECT_EQ(end().find(word_), std::string::npos);
    }
};

TEST_F(TheCanaryOnTheCommandLine, is_nowhere_after_a_made_up_export) {
    EXPECT_EQ(import(made_up_export(word_)), 0) << err_.str();
    EXPECT_THAT(out_.str(), HasSubstr("46 rows: ")) << out_.str();
    expect_nowhere();
}

TEST_F(TheCanaryOnTheCommandLine, is_nowhere_after_the_messy_export) {
    auto file = messy_export(word_);
    if (!file) GTEST_SKIP() << "the outside data set hr-export-messy.csv is not here";
    EXPECT_EQ(import(*file), 0) << err_.str();
    EXPECT_THAT(out_.str(), HasSubstr("311 rows: 304 added"));
    expect_nowhere();
}

}  // namespace
}  // namespace app
