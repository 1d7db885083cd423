// The program itself, as a script runs it: exit codes, and what goes to which of its two outputs.

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/cli.hpp"
#include "platform/db/db.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

std::string content_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class TheProgram : public testing::Test {
  protected:
    fs::path folder_ = fs::path("/dev/shm") / ("obverse-program-" + std::to_string(getpid()));
    std::string out_;
    std::string err_;

    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    std::string data() const { return (folder_ / "data").string(); }
    fs::path write(std::string const& name, std::string const& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    // Its exit code; with a data folder of the test's own and nothing else of the environment.
    int run(std::vector<std::string> words, std::string const& out_file = {}) {
        words.insert(words.begin(), OBVERSE_PROGRAM);
        std::vector<char*> argv;
        for (auto& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        auto variables = std::array{"OBVERSE_DATA=" + data(), std::string("PATH=/usr/bin:/bin"),
                                    std::string("OBVERSE_PUBLIC_URL=http://127.0.0.1:8080")};
        std::vector<char*> environment;
        for (auto& variable : variables) environment.push_back(variable.data());
        environment.push_back(nullptr);
        auto out = out_file.empty() ? (folder_ / "out").string() : out_file;
        auto err = (folder_ / "err").string();
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        pid_t child = 0;
        EXPECT_EQ(posix_spawn(&child, OBVERSE_PROGRAM, &files, nullptr, argv.data(), environment.data()), 0);
        posix_spawn_file_actions_destroy(&files);
        int status = 0;
        waitpid(child, &status, 0);
        out_ = out_file.empty() ? content_of(out) : "";
        err_ = content_of(err);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    void migrated() { ASSERT_EQ(run({"migrate"}), 0) << err_; }
    db::Database database() const { return db::Database({.address = data() + "/obverse.db", .readers = 1}); }
    int create_admin(std::string const& sign_in_name, std::string const& organisation = "Nordlys") {
        return run({"admin", "create", "--organisation", organisation, "--name", "Amir Haddad", "--sign-in-name",
                    sign_in_name});
    }
};

TEST_F(TheProgram, says_which_one_it_is_and_what_it_can_do) {
    EXPECT_EQ(run({"--version"}), 0);
    EXPECT_THAT(out_, testing::MatchesRegex("obverse [0-9]+\\.[0-9]+\\.[0-9]+[^\n]*\n"));
    EXPECT_THAT(err_, IsEmpty());
    EXPECT_EQ(run({"--help"}), 0);
    for (auto const& verb : verbs()) EXPECT_THAT(out_, HasSubstr(verb.name));
    EXPECT_THAT(err_, IsEmpty());
}

TEST_F(TheProgram, refuses_what_it_does_not_know_and_begins_nothing) {
    EXPECT_EQ(run({}), 2);
    EXPECT_EQ(run({"nonsense"}), 2);
    EXPECT_THAT(out_, IsEmpty());
    EXPECT_THAT(err_, HasSubstr("(unknown_verb)"));
    EXPECT_EQ(run({"admin", "nonsense"}), 2);
    EXPECT_EQ(err_, "obverse: `admin` needs a second word: `admin create` (unknown_verb)\n");
    EXPECT_EQ(run({"import"}), 2);
    EXPECT_EQ(err_, "obverse: `import` needs a second word: `import people` (unknown_verb)\n");
    EXPECT_EQ(run({"migrate", "--no-such-flag"}), 2);
    EXPECT_EQ(run({"migrate", "--database"}), 2);
    EXPECT_FALSE(fs::exists(data()));
}

TEST_F(TheProgram, says_every_mistake_in_one_form) {
    auto const wrong = [&](std::vector<std::string> const& words, std::string const& code) {
        EXPECT_EQ(run(words), 2) << err_;
        EXPECT_THAT(err_, StartsWith("obverse: "));
        EXPECT_THAT(err_, testing::EndsWith("(" + code + ")\n"));
    };
    wrong({"migrate", "--no-such-flag"}, "wrong_arguments");
    wrong({"match", "--rules", "x"}, "wrong_arguments");
    for (auto const* verb : {"serve", "migrate", "doctor", "demo"}) {
        wrong({verb, "--workers", "many"}, "invalid");
        wrong({verb, "--listen", "nonsense"}, "listen_malformed");
        wrong({verb, "--metrics-from", "nonsense"}, "metrics_from_malformed");
        wrong({verb, "--assets", "/nowhere"}, "assets_missing");
        wrong({verb, "--tls-certificate", "/nowhere", "--tls-key", "/nowhere"}, "tls_unreadable");
        wrong({verb, "--tls-certificate", "/dev/null", "--tls-key", "/dev/null"}, "tls_unreadable");
        wrong({verb, "--config", "/dev/shm"}, "invalid");
    }
    EXPECT_FALSE(fs::exists(data()));
}

TEST_F(TheProgram, does_not_call_done_what_nobody_could_read) {
    EXPECT_EQ(run({"openapi"}, "/dev/full"), 70);
    EXPECT_THAT(err_, HasSubstr("(broken)"));
}

TEST_F(TheProgram, makes_nothing_where_it_only_looks) {
    EXPECT_EQ(run({"doctor"}), 1) << "a mistyped folder is not a healthy installation";
    EXPECT_THAT(err_, HasSubstr("(not_migrated)"));
    EXPECT_EQ(run({"serve"}), 1);
    EXPECT_THAT(err_, HasSubstr("(not_migrated)"));
    EXPECT_EQ(run({"migrate", "--dry-run"}), 0) << err_;
    EXPECT_FALSE(fs::exists(data()));
}

TEST_F(TheProgram, refuses_a_newer_database_with_a_code) {
    migrated();
    database().write([](db::Tx& tx) {
        tx.run("INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (9999, '9999_later', '', 0)");
    });
    for (auto const* verb : {"migrate", "serve", "demo"}) {
        EXPECT_EQ(run({verb}), 1) << verb;
        EXPECT_THAT(err_, HasSubstr("(database_newer)"));
    }
    EXPECT_EQ(run({"doctor"}), 3);
    EXPECT_THAT(out_, HasSubstr("newer Obverse"));
}

TEST_F(TheProgram, calls_a_file_that_is_no_database_ill) {
    fs::create_directories(data());
    write("data/obverse.db",
          "this is no database, and longer than the header of one is, which has a hundred octets or so");
    EXPECT_EQ(run({"doctor"}), 3) << err_;
    EXPECT_THAT(out_, StartsWith("illness  "));
}

TEST_F(TheProgram, takes_every_step_of_the_schema_once) {
    EXPECT_EQ(run({"migrate", "--dry-run"}), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("0001_organisation"));
    EXPECT_EQ(run({"migrate"}), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("0001_organisation"));
    EXPECT_EQ(run({"migrate"}), 0) << err_;
    EXPECT_THAT(out_, Not(HasSubstr("0001_organisation")));
}

TEST_F(TheProgram, makes_an_administrator_and_prints_the_link_alone) {
    EXPECT_EQ(create_admin("amir.haddad"), 1);
    EXPECT_THAT(err_, HasSubstr("(not_migrated)"));
    migrated();
    EXPECT_EQ(create_admin("amir.haddad"), 0) << err_;
    EXPECT_THAT(out_, testing::MatchesRegex("http://127\\.0\\.0\\.1:8080/[^ \n]+\n"));
    EXPECT_THAT(err_, IsEmpty());
    EXPECT_EQ(create_admin("amir.haddad", "nordlys"), 1) << "by slug: there is one of this name";
    EXPECT_THAT(out_, IsEmpty());
    EXPECT_THAT(err_, HasSubstr("sign_in_name_taken"));
    EXPECT_EQ(create_admin("jo.byrne", "nordlys"), 0) << err_;
    EXPECT_EQ(create_admin("A Name With Spaces", "nordlys"), 1);
    EXPECT_THAT(err_, HasSubstr("sign_in_name"));
    EXPECT_EQ(run({"admin", "create", "--organisation", "Nordlys"}), 2) << "--name is missing";
}

TEST_F(TheProgram, keeps_keys_apart_and_never_over_others) {
    EXPECT_EQ(run({"keys", "new"}), 0) << err_;
    auto const first = out_;
    EXPECT_THAT(first, HasSubstr("link "));
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(data()) / "keys")) {
        if (!entry.is_regular_file()) continue;
        EXPECT_EQ(entry.status().permissions() & fs::perms::all, fs::perms::owner_read | fs::perms::owner_write);
    }
    EXPECT_EQ(run({"keys", "new"}), 1);
    EXPECT_THAT(out_, IsEmpty());
    EXPECT_THAT(err_, StartsWith("obverse: "));
    EXPECT_EQ(run({"keys", "rotate"}), 0) << err_;
    EXPECT_THAT(out_, StartsWith(first.substr(0, first.find('\n'))));
    EXPECT_GT(out_.size(), first.size());
    EXPECT_EQ(run({"keys", "export"}), 2) << "--to is missing";
    auto const target = (folder_ / "copy").string();
    EXPECT_EQ(run({"keys", "export", "--to", target}), 0) << err_;
    EXPECT_EQ(run({"keys", "export", "--to", target}), 1) << "the folder is not empty any more";
    EXPECT_EQ(run({"keys"}), 2);
    EXPECT_EQ(run({"keys", "new", "--keys", (folder_ / "elsewhere").string()}), 0) << err_;
    EXPECT_TRUE(fs::exists(folder_ / "elsewhere" / "link"));
}

TEST_F(TheProgram, exits_with_three_when_a_promise_is_broken) {
    migrated();
    ASSERT_EQ(create_admin("amir.haddad"), 0) << err_;
    EXPECT_EQ(run({"doctor"}), 0) << out_;
    fs::remove_all(fs::path(data()) / "keys");
    EXPECT_EQ(run({"doctor"}), 3) << out_;
}

class TheProgramImporting : public TheProgram {
  protected:
    void SetUp() override {
        TheProgram::SetUp();
        migrated();
        ASSERT_EQ(create_admin("amir.haddad"), 0) << err_;
    }
    int import(std::string const& text, std::vector<std::string> const& more = {}) {
        std::vector<std::string> words{"import", "people", write("people.csv", text).string()};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
};

constexpr char const* kTwoPeople = "ID,Name,Department,Manager\n1,Eva Fox,Retail,\n2,Bo Lund,Retail,Eva Fox\n";

TEST_F(TheProgramImporting, shows_before_it_does_and_does_it_once) {
    EXPECT_EQ(import(kTwoPeople, {"--dry-run"}), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("2 rows: 2 added, 0 changed, 0 unchanged, 0 refused"));
    EXPECT_THAT(out_, Not(HasSubstr("applied")));
    EXPECT_EQ(import(kTwoPeople, {"--report", (folder_ / "report.json").string()}), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("2 rows: 2 added")) << "the dry run had added nobody";
    EXPECT_THAT(out_, HasSubstr("applied\n"));
    auto const report = boost::json::parse(content_of(folder_ / "report.json"));
    EXPECT_EQ(report.at("figures").at("added"), 2);
    EXPECT_EQ(report.at("state"), "applied");
    EXPECT_EQ(import(kTwoPeople), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("0 added, 0 changed, 2 unchanged"));
    EXPECT_THAT(err_, IsEmpty());
}

TEST_F(TheProgramImporting, says_each_refused_row_and_still_does_the_rest) {
    EXPECT_EQ(import("ID,Name\n1,Eva Fox\n,Nobody Knows\n1,Twice Here\n"), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("line 3 refused: id_missing, column ID"));
    EXPECT_THAT(out_, HasSubstr("line 4 refused: twice_in_file, column ID, value \"1\""));
    EXPECT_THAT(out_, HasSubstr("3 rows: 1 added, 0 changed, 0 unchanged, 2 refused"));
}

TEST_F(TheProgramImporting, exits_with_one_for_what_it_cannot_read_or_must_ask) {
    EXPECT_EQ(import(""), 1);
    EXPECT_THAT(err_, HasSubstr("empty_file"));
    EXPECT_EQ(import("Name,Hire Date\nEva Fox,1/2/2020\n", {"--recognise-by-name"}), 1);
    EXPECT_THAT(err_, HasSubstr("day_order: needed"));
    EXPECT_EQ(import("Name,Hire Date\nEva Fox,1/2/2020\n", {"--recognise-by-name", "--day-order", "day_first"}), 0)
        << err_;
    EXPECT_EQ(import(kTwoPeople, {"--mapping", write("mapping.json", "not json").string()}), 1);
    EXPECT_THAT(out_, IsEmpty());
    EXPECT_EQ(import(kTwoPeople, {"--organisation", "elsewhere"}), 1);
    EXPECT_THAT(err_, HasSubstr("not_found"));
    EXPECT_EQ(run({"import", "people", "/nowhere/people.csv"}), 1);
    EXPECT_THAT(err_, HasSubstr("unreadable_file"));
}

TEST_F(TheProgramImporting, begins_nothing_when_its_report_could_not_be_written) {
    EXPECT_EQ(import(kTwoPeople, {"--report", "/nowhere/report.json"}), 1);
    EXPECT_THAT(err_, HasSubstr("report: unwritable_file"));
    EXPECT_EQ(import(kTwoPeople), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("2 added")) << "nobody had been";
}

TEST_F(TheProgramImporting, exits_with_two_for_wrong_words) {
    EXPECT_EQ(run({"import", "people"}), 2);
    EXPECT_EQ(run({"import"}), 2);
    EXPECT_EQ(import(kTwoPeople, {"--day-order", "year_first"}), 2);
    EXPECT_EQ(import(kTwoPeople, {"--no-such-flag"}), 2);
}

}  // namespace
}  // namespace app
