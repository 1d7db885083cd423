// Rules D16: an employee representative reads settings, who changed them, and the open pages; never people. An attacker
// walks every door that reads, with the id of everything there is, and looks for names. It first wins where the roles
// that must not meet are put into one person behind the rule's back.

#include <algorithm>
#include <map>
#include <set>

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pair.hpp"
#include "support/two_worlds.hpp"

namespace app {
namespace {

using support::World;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAreArray;

enum class RepresentativeLeak { none, also_coordinates, participant_in_the_log };

// A programme in which all has happened: a run, a pair with a date, a circle, a changed setting and a locked one.
support::Story full_programme(RepresentativeLeak leak) {
    return [=](World& world) {
        auto const& cast = world.cast;
        auto const programme = "/api/programmes/" + cast.programme.text();
        auto const pair = support::start_pair(world.door, cast);
        world.ids.push_back(base::any(pair));
        auto const run =
            world.door.as(cast.jo).post("/api/match-runs", R"({"programme_id":")" + cast.programme.text() + "\"}");
        ASSERT_EQ(run.status, 202) << run.body;
        world.ids.push_back(base::AnyId::parse(run.text("/id")).value());
        world.door.house().round();
        world.door.house().drain();
        auto const page = world.door.as(cast.jo).get(programme + "/set-up");
        ASSERT_EQ(page.status, 200);
        auto const json = page.json().as_object();
        boost::json::object wanted;
        for (auto const* key : {"version", "settings", "aims", "words", "eligibility", "opened_tops"})
            wanted[key] = json.at(key);
        wanted["settings"].as_object()["planned_pairs"] = 16;
        wanted["opened_tops"] = boost::json::array{cast.sofia.text()};
        ASSERT_EQ(world.door.as(cast.jo).put(programme + "/set-up", boost::json::serialize(wanted)).status, 200);
        auto const proposed =
            world.door.as(cast.jo).post(programme + "/setting-proposals", R"({"kind":"lock","setting":"aims"})");
        ASSERT_EQ(proposed.status, 201) << proposed.body;
        ASSERT_EQ(world.door.as(cast.rosa)
                      .put("/api/setting-proposals/" + proposed.text("/id") + "/answer", R"({"agrees":true})")
                      .status,
                  200);
        auto const now = world.door.clock().now();
        world.door.database().write([&](db::Tx& tx) {
            if (leak == RepresentativeLeak::also_coordinates)
                tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                          VALUES ($1, $2, $3, 'coordinator', $4, $5))",
                       cast.organisation, tx.make_id<base::AnyId>(), cast.rosa, cast.programme, now);
            if (leak == RepresentativeLeak::participant_in_the_log)
                tx.run(R"(UPDATE setting_changes SET changed_by = $2 WHERE organisation_id = $1
                          AND setting = 'opened_tops')",
                       cast.organisation, cast.sofia);
        });
    };
}

// The doors that opened for Rosa, "/api/programmes/id-0/settings", with everything they said.
std::multimap<std::string, std::string> opened(RepresentativeLeak leak) {
    std::multimap<std::string, std::string> doors;
    auto const tale = support::tell(full_programme(leak));
    for (auto const& line : tale.seen.at("rosa")) {
        constexpr std::string_view kGet = "rosa sees GET ";
        if (!line.starts_with(kGet)) continue;
        auto const path = line.substr(kGet.size(), line.find(' ', kGet.size()) - kGet.size());
        auto const rest = line.substr(kGet.size() + path.size() + 1);
        auto const status = rest.substr(0, 3);
        // 409: no draw here; 429: links that are guessed too often.
        EXPECT_TRUE(std::set<std::string>({"200", "204", "403", "404", "409", "422", "429"}).contains(status)) << line;
        if (status == "200") doors.emplace(path, rest.substr(4));
    }
    return doors;
}

// Whoever stands in an answer, but Rosa herself, "Ana Moreira at /api/...".
std::vector<std::string> people_found(std::multimap<std::string, std::string> const& doors) {
    std::vector<std::string> found;
    for (auto const& [path, body] : doors)
        for (auto const* name : {"Ana Moreira", "Bruno Castelli", "Sofia Lind", "David Okafor", "Lena Vogel",
                                 "Marta Kowalska", "Jo Byrne", "Kim Park", "Amir Haddad", "Nina Roth"})
            if (body.find(name) != std::string::npos) found.push_back(name + (" at " + path));
    return found;
}

// Those who run a programme and changed a setting of it, in the log of changes and in what was proposed.
bool is_of_who_changed_settings(std::string const& found) {
    return found.starts_with("Jo Byrne at ") &&
           (found.ends_with("/setting-changes") || found.ends_with("/setting-proposals"));
}

TEST(AnEmployeeRepresentative, would_be_found_to_read_people_if_they_coordinated_too) {
    auto found = people_found(opened(RepresentativeLeak::also_coordinates));
    std::erase_if(found, is_of_who_changed_settings);
    EXPECT_THAT(found, Not(IsEmpty()));
}

TEST(AnEmployeeRepresentative, would_be_found_to_read_a_participant_in_the_log_of_settings) {
    auto found = people_found(opened(RepresentativeLeak::participant_in_the_log));
    std::erase_if(found, is_of_who_changed_settings);
    EXPECT_THAT(found, Not(IsEmpty()));
}

TEST(AnEmployeeRepresentative, reads_settings_and_open_pages_and_never_people) {
    auto const doors = opened(RepresentativeLeak::none);
    auto found = people_found(doors);
    EXPECT_THAT(found, testing::Contains(testing::Truly(is_of_who_changed_settings)));
    std::erase_if(found, is_of_who_changed_settings);
    EXPECT_THAT(found, IsEmpty());
    // What opens below a programme, a pair, a run, a person, by an id in the path.
    std::set<std::string> below;
    for (auto const& [path, body] : doors)
        if (std::ranges::count(path, '/') > 3 && body != R"({"items":[]})") below.insert(path);
    EXPECT_THAT(below, UnorderedElementsAreArray({"/api/programmes/programme/settings",
                                                  "/api/programmes/programme/setting-changes",
                                                  "/api/programmes/programme/setting-proposals"}));
}

}  // namespace
}  // namespace app
