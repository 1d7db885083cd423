#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <gmock/gmock.h>

#include "support/databases.hpp"
#include "support/importing.hpp"

namespace person {
namespace {

class ApplyingAnImport : public support::Importing {};

TEST_F(ApplyingAnImport, changes_nothing_when_the_same_file_comes_again) {
    apply(upload(support::kThreeRows));
    auto again = upload(support::kThreeRows);
    EXPECT_EQ(again.text("/figures/unchanged"), "2");
    EXPECT_EQ(again.text("/figures/added"), "0");
    auto before = people();
    apply(again);
    EXPECT_EQ(people(), before);
}

TEST_F(ApplyingAnImport, is_done_once_when_two_ask_at_the_same_time) {
    auto before = people();
    auto first = upload(support::kThreeRows);
    auto second = upload(support::kThreeRows);
    std::array<int, 4> statuses{};
    {
        std::vector<std::jthread> clerks;
        for (std::size_t i = 0; i < statuses.size(); ++i)
            clerks.emplace_back([&, i] {
                auto const& import = i % 2 == 0 ? first : second;
                statuses.at(i) = door_.as(cast_.jo).post(address(import) + "/application").status;
            });
    }
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 202), 1);
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 409), 3);
    {
        auto work = [&] { board_.drain(); };
        std::jthread one(work);
        std::jthread other(work);
    }
    EXPECT_EQ(people(), before + 2);
    // The one that came late finds everybody there.
    auto late = door_.as(cast_.jo).get(address(first)).text("/state") == "applied" ? second : first;
    apply(late);
    EXPECT_EQ(people(), before + 2);
}

TEST_F(ApplyingAnImport, may_be_repeated_by_a_worker_that_was_cut_off) {
    auto staged = upload(support::kThreeRows);
    auto before = people();
    ASSERT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").status, 202);
    // Half of it is there already, as after a crash between two steps.
    auto half = door_.as(cast_.amir).post("/api/people", R"({"name":"Eva Fox","external_id":"701"})");
    ASSERT_EQ(half.status, 201);
    board_.drain();
    EXPECT_EQ(door_.as(cast_.jo).get(address(staged)).text("/state"), "applied");
    EXPECT_EQ(people(), before + 2);
}

TEST_F(ApplyingAnImport, can_be_called_off) {
    auto staged = upload(support::kThreeRows);
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/cancellation").text("/state"), "cancelled");
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/cancellation").code(), "import_already_ended");
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").code(), "import_not_staged");
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_rows WHERE organisation_id = $1"), 0);

    auto waiting = upload(support::kThreeRows);
    ASSERT_EQ(door_.as(cast_.jo).post(address(waiting) + "/application").status, 202);
    EXPECT_EQ(door_.as(cast_.jo).post(address(waiting) + "/cancellation").text("/state"), "cancelled");
    auto before = people();
    board_.drain();
    EXPECT_EQ(people(), before);
}

// 250 people come in by steps of a hundred; after the first, the worker hears that somebody has called it off.
TEST_F(ApplyingAnImport, keeps_what_it_has_saved_when_it_is_called_off_half_way) {
    std::string file = "ID,Name,Manager ID\n1000,Rita Alves,\n";
    for (int i = 1; i < 250; ++i)
        file += std::to_string(1000 + i) + ",Person Number" + std::to_string(i) + "," + std::to_string(999 + i) + "\n";
    auto staged = upload(file);
    ASSERT_EQ(staged.text("/figures/added"), "250") << staged.body;
    auto before = people();
    ASSERT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").status, 202);
    // A worker took it and died; the next one finds that it was called off meanwhile.
    door_.database().write([&](db::Tx& tx) {
        tx.run("UPDATE jobs SET state = 'running', leased_until = 0 WHERE organisation_id = $1", cast_.organisation);
    });
    auto asked = door_.as(cast_.jo).post(address(staged) + "/cancellation");
    EXPECT_EQ(asked.text("/state"), "applying") << "the worker says itself that it has stopped";
    board_.drain();

    auto ended = door_.as(cast_.jo).get(address(staged));
    EXPECT_EQ(ended.text("/state"), "cancelled");
    EXPECT_EQ(ended.text("/progress/done"), "100");
    EXPECT_EQ(ended.text("/progress/total"), "251") << "one who was here already has another place";
    EXPECT_EQ(ended.text("/allowed_actions"), "[]");
    EXPECT_EQ(people(), before + 99);
    EXPECT_EQ(count("SELECT COUNT(*) FROM people_import_rows WHERE organisation_id = $1"), 0);
    EXPECT_EQ(count("SELECT people_under FROM people WHERE organisation_id = $1 AND external_id = '1000'"), 249)
        << "counted over the whole file";
    EXPECT_EQ(door_.as(cast_.jo).post(address(staged) + "/application").code(), "import_not_staged");

    auto rest = upload(file);
    EXPECT_EQ(rest.text("/figures/added"), "151");
    EXPECT_EQ(apply(rest).text("/state"), "applied");
    EXPECT_EQ(people(), before + 250);
    EXPECT_EQ(upload(file).text("/figures/unchanged"), "250");
}

TEST_F(ApplyingAnImport, lets_no_coordinator_take_over_an_address) {
    apply(upload(support::kThreeRows));
    constexpr std::string_view kOther = "ID,Name,E-Mail\n701,Eva Fox,thief@example.org\n";
    auto by_coordinator = upload(kOther);
    EXPECT_EQ(by_coordinator.text("/figures/unchanged"), "1");
    apply(by_coordinator);
    EXPECT_EQ(count("SELECT COUNT(*) FROM people WHERE organisation_id = $1 AND email = 'thief@example.org'"), 0);
    EXPECT_EQ(upload(proposed(kOther), kOther, cast_.amir).text("/figures/changed"), "1");
}

class TheMessyExportAtTheDoor : public support::Importing {
  protected:
    void SetUp() override {
        support::Importing::SetUp();
        auto path = std::filesystem::path(OBVERSE_SOURCE_DIR) / "../shared/data/hr-export-messy.csv";
        if (!std::filesystem::exists(path)) GTEST_SKIP() << "the outside data set hr-export-messy.csv is not here";
        std::ifstream file(path, std::ios::binary);
        octets_.assign(std::istreambuf_iterator<char>(file), {});
    }
    std::string octets_;
};

TEST_F(TheMessyExportAtTheDoor, comes_in_with_nothing_lost_and_changes_nothing_again) {
    auto mapping = mapping_of(propose_columns(read_headers(octets_).value()));
    mapping.day_order = DayOrder::month_first;
    auto staged = upload(json::write(mapping), octets_, cast_.jo);
    ASSERT_EQ(staged.status, 201) << staged.body;
    EXPECT_EQ(staged.text("/figures/rows_read"), "311");
    EXPECT_EQ(staged.text("/figures/added"), "304");
    EXPECT_EQ(staged.text("/figures/refused"), "7");
    auto applied = apply(staged);
    EXPECT_EQ(applied.text("/state"), "applied") << applied.body;
    EXPECT_EQ(applied.text("/progress/done"), applied.text("/progress/total"));
    EXPECT_EQ(upload(json::write(mapping), octets_, cast_.jo).text("/figures/unchanged"), "304");
}

}  // namespace
}  // namespace person
