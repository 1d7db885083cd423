#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "app/demo_people.hpp"
#include "app/doctor.hpp"
#include "matching/match_run_store.hpp"
#include "organisation/installation_actions.hpp"
#include "organisation/organisation_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/json.hpp"
#include "support/cast.hpp"
#include "support/databases.hpp"

namespace demo_examples {

namespace fs = std::filesystem;

struct ProgrammeFigures {
    std::string name;
    std::string state;
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::optional<std::string> report;
};
BOOST_DESCRIBE_STRUCT(ProgrammeFigures, (), (name, state, mentors, mentees, report))

access::Viewer nobody_identified(db::Tx& /*tx*/, http::Request const& /*request*/, access::Tools const& /*tools*/) {
    return access::nobody();
}

class TheDemo : public testing::Test {
  protected:
    ~TheDemo() override { fs::remove_all(folder); }

    ProgrammeFigures figures_of(std::string const& name) {
        return database
            .read([&](db::Tx& tx) {
                return tx.one<ProgrammeFigures>(R"(
                    SELECT p.name, p.state,
                        (SELECT count(*) FROM enrolments e WHERE e.organisation_id = p.organisation_id
                         AND e.programme_id = p.id AND e.side = 'mentor' AND e.state = 'joined') AS mentors,
                        (SELECT count(*) FROM enrolments e WHERE e.organisation_id = p.organisation_id
                         AND e.programme_id = p.id AND e.side = 'mentee' AND e.state = 'joined') AS mentees,
                        (SELECT r.report FROM match_runs r WHERE r.organisation_id = p.organisation_id
                         AND r.programme_id = p.id) AS report
                    FROM programmes p WHERE p.name = $1)",
                                                name);
            })
            .value();
    }
    std::int64_t count(std::string_view sql) {
        return database.read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql).value_or(-1); });
    }

    fs::path folder = fs::temp_directory_path() / ("demo-" + crypto::random_secret());
    db::Database database{{.address = support::fresh_address(support::Fresh::migrated), .readers = 4}};
    crypto::Keys keys = organisation::open_keys(database, folder).value();
    platform::TestClock clock{support::cast_time()};
    crypto::HashingPool hashing{crypto::kTestCost, {}};
    app::House house{
        app::Ground{database, clock, keys, hashing, crypto::KeyFiles(folder / "ballot"), "http://127.0.0.1:8080"},
        nobody_identified};
};

}  // namespace demo_examples

using namespace demo_examples;

TEST(TheDemosPeople, are_the_cast_and_a_real_tree_around_them) {
    auto const people = app::demo_colleagues(7);
    ASSERT_EQ(people.size(), app::kDemoPeople);
    EXPECT_EQ(people[app::DemoCast::ana].name, "Ana Moreira");
    EXPECT_EQ(std::ranges::count_if(people, [](auto const& one) { return !one.manager; }), 1);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < people.size(); ++i) {
        names.push_back(people[i].name);
        if (!people[i].manager) continue;
        EXPECT_LT(*people[i].manager, i) << "no cycles";
        EXPECT_GT(people[*people[i].manager].level, people[i].level) << people[i].name;
    }
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

TEST(TheDemosPeople, are_the_same_for_the_same_seed_only) {
    auto const names = [](std::uint64_t seed) {
        std::vector<std::string> all;
        for (auto const& one : app::demo_colleagues(seed)) all.push_back(one.name);
        return all;
    };
    EXPECT_EQ(names(3), names(3));
    EXPECT_NE(names(3), names(4));
}

TEST_F(TheDemo, is_made_once_with_three_programmes_and_a_clean_bill_of_health) {
    auto const made = app::make_demo(house, 7);
    ASSERT_TRUE(made) << made.refusal().code << ": " << made.refusal().detail;
    EXPECT_TRUE(*made);
    EXPECT_FALSE(app::make_demo(house, 7).value()) << "the second time there is nothing to do";
    EXPECT_EQ(count("SELECT count(*) FROM people"), 241) << "somebody from outside";
    EXPECT_EQ(count("SELECT count(*) FROM concerns"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM circle_dates"), 2) << "one in each circle of the pilot";
    EXPECT_EQ(count("SELECT count(*) FROM opening_letters WHERE published_version = 1"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM announcements"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM group_meetings"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM passwords"), 240);
    EXPECT_EQ(count("SELECT count(*) FROM people WHERE removable_at IS NOT NULL"), 0)
        << "no import lets go whoever may sign in";
    EXPECT_EQ(count("SELECT count(*) FROM people WHERE line_state = 'broken'"), 0);

    auto const pilot = figures_of("Customers first");
    EXPECT_EQ(pilot.state, "matching");
    EXPECT_EQ(pilot.mentors, 15);
    EXPECT_EQ(pilot.mentees, 15);
    auto const report = json::read<matching::RunReport>(pilot.report.value()).value();
    EXPECT_EQ(report.pairs, 15);
    EXPECT_EQ(report.certificate, "verified");

    EXPECT_EQ(figures_of("Front line first").state, "enrolling");
    EXPECT_EQ(figures_of("Front line first").mentors, 11);
    auto const large = json::read<matching::RunReport>(figures_of("Across the house").report.value()).value();
    EXPECT_GE(large.pairs, 50);
    EXPECT_EQ(count("SELECT count(*) FROM suggestions"), large.pairs + large.filled_up);

    auto const migrations = db::read_migrations(fs::path(OBVERSE_SOURCE_DIR) / "db" / "migrations");
    for (auto const& finding : app::examine({database, migrations, folder, clock.wall()}))
        if (finding.check != "engine") {
            EXPECT_EQ(finding.gravity, app::Gravity::well) << finding.check << ": " << finding.words;
        }
}

TEST_F(TheDemo, never_moves_in_beside_somebody_else) {
    ASSERT_TRUE(database.write([](db::Tx& tx) {
        return organisation::create_organisation(tx, {"A real house", "en", "UTC", false}, base::Instant{});
    }));
    EXPECT_EQ(app::make_demo(house, 7).refusal().code, "not_empty");
}
