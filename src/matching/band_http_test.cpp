#include "matching/band_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/match_run_http.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

// Ana and Bruno each have a pair with Sofia and with David; nobody else stands anywhere until a test says so.
class TheBandsOfARun : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    MatchRunId run;

    void SetUp() override {
        run = door.as(cast.jo)
                  .post("/api/match-runs", R"({"seed":7,"programme_id":")" + cast.programme.text() + "\"}")
                  .as<MatchRunAnswer>()
                  .id;
        door.house().drain();
        for (auto const* rows : {"match_run_pairs", "match_run_leftovers"})
            run_sql("DELETE FROM " + std::string(rows) + " WHERE organisation_id = $1 AND match_run_id = $2", run);
        auto position = 0;
        for (auto const& mentor : {cast.ana, cast.bruno})
            for (auto const& mentee : {cast.sofia, cast.david}) pair(++position, mentor, mentee);
        place(cast.ana, "Sales", 1);
        place(cast.bruno, "", 1);
        place(cast.sofia, "Board", 9);
        place(cast.david, "Sales", 9);
    }

    template <class... Args>
    void run_sql(std::string const& sql, Args const&... args) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, args...); });
    }
    void place(PersonId person, std::string const& department, std::int32_t level) {
        run_sql("UPDATE people SET department = $3, site = 'Oslo', level = $4 WHERE organisation_id = $1 AND id = $2",
                person, department, level);
    }
    void pair(std::int32_t position, PersonId mentor, PersonId mentee, bool is_filled_up = false) {
        run_sql(R"(INSERT INTO match_run_pairs (organisation_id, match_run_id, position, mentor_id, mentee_id, fit,
                                                is_locked, is_filled_up, reasons)
                   VALUES ($1, $2, $3, $4, $5, 'both_ways', $7, $6,
                           '{"for_mentor":[],"for_mentee":[],"shared":[]}'))",
                run, position, mentor, mentee, is_filled_up, false);
    }
    void leave_alone(std::int32_t position, PersonId person, std::string const& side) {
        run_sql(R"(INSERT INTO match_run_leftovers (organisation_id, match_run_id, position, person_id, side, reason)
                   VALUES ($1, $2, $3, $4, $5,
                           '{"code":"nobody","could_meet":0,"rule":null,"taken":0,"department":null}'))",
                run, position, person, side);
    }
    // Five people of a new department who have no partner.
    void fill_department(std::string const& name, std::int32_t position) {
        for (int n = 0; n < 5; ++n) {
            auto const reply =
                door.as(cast.amir).post("/api/people", R"({"name":"Somebody )" + std::to_string(position + n) +
                                                           "\",\"department\":\"" + name + "\"}");
            ASSERT_EQ(reply.status, 201) << reply.body;
            leave_alone(position + n, *PersonId::parse(reply.text("/id")), "mentor");
        }
    }
    [[nodiscard]] std::string path(std::string const& rest) const { return "/api/match-runs/" + run.text() + rest; }
    RunBands bands(std::string const& by = "", std::optional<PersonId> reader = {}) {
        auto const reply = door.as(reader.value_or(cast.jo)).get(path("/bands" + by));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<RunBands>();
    }
    // "Sales > Board 1", the widest first.
    static std::vector<std::string> in_words(RunBands const& told) {
        std::vector<std::string> words;
        for (auto const& band : told.bands)
            words.push_back(band.mentor_group + " > " + band.mentee_group + " " + std::to_string(band.pairs));
        return words;
    }
    static BandGroup group(RunBands const& told, Side side, std::string const& key) {
        for (auto const& group : told.groups)
            if (group.side == side && group.key == key) return group;
        ADD_FAILURE() << "no " << key;
        return {};
    }
    std::vector<std::string> pairs_of(std::string const& query) {
        auto const reply = door.as(cast.jo).get(path("/pairs?" + query));
        EXPECT_EQ(reply.status, 200) << reply.body;
        std::vector<std::string> names;
        for (auto const& pair : reply.as<RunPairs>().items)
            names.push_back(pair.mentor.name + " > " + pair.mentee.name);
        return names;
    }
    std::vector<std::string> alone_of(std::string const& query) {
        auto const reply = door.as(cast.jo).get(path("/leftovers?" + query));
        EXPECT_EQ(reply.status, 200) << reply.body;
        std::vector<std::string> names;
        for (auto const& one : reply.as<RunLeftovers>().items) names.push_back(one.person.name);
        return names;
    }
};

TEST_F(TheBandsOfARun, count_its_pairs_by_department_unless_another_division_is_asked_for) {
    auto const told = bands();
    EXPECT_EQ(told.by, Division::department);
    EXPECT_EQ(told.pairs, 4);
    EXPECT_EQ(told.across, 1) << "Ana and Sofia; of Bruno it is not known";
    EXPECT_THAT(in_words(told), UnorderedElementsAre("of Sales > of Board 1", "of Sales > of Sales 1",
                                                     "unknown > of Board 1", "unknown > of Sales 1"));
    EXPECT_THAT(in_words(bands("?by=site")), ElementsAre("of Oslo > of Oslo 4"));
    EXPECT_EQ(door.as(cast.jo).get(path("/bands?by=age")).status, 422);
}

TEST_F(TheBandsOfARun, call_a_level_by_its_word) {
    run_sql("DELETE FROM level_names WHERE organisation_id = $1");
    run_sql("INSERT INTO level_names (organisation_id, level, name) VALUES ($1, 9, 'Director')");
    auto const told = bands("?by=level");
    EXPECT_THAT(in_words(told), ElementsAre("of 1 > of 9 4"));
    EXPECT_EQ(group(told, Side::mentee, "of 9").name, "Director");
    EXPECT_EQ(group(told, Side::mentor, "of 1").name, "1");
}

TEST_F(TheBandsOfARun, count_who_is_without_a_partner_and_not_what_only_fills_up) {
    leave_alone(1, cast.lena, "mentor");
    place(cast.lena, "Sales", 1);
    pair(9, cast.lena, cast.sofia, true);
    auto const told = bands();
    EXPECT_EQ(told.pairs, 4);
    EXPECT_EQ(group(told, Side::mentor, "of Sales").alone, 1);
    EXPECT_EQ(group(told, Side::mentor, "of Sales").pairs, 2);
    EXPECT_EQ(group(told, Side::mentee, "of Sales").alone, 0);
}

TEST_F(TheBandsOfARun, lead_to_their_pairs_and_to_the_people_beside_them) {
    leave_alone(1, cast.lena, "mentor");
    place(cast.lena, "Sales", 1);
    EXPECT_THAT(pairs_of("mentor_group=of%20Sales&mentee_group=of%20Board"), ElementsAre("Ana Moreira > Sofia Lind"));
    EXPECT_THAT(pairs_of("mentor_group=unknown"),
                UnorderedElementsAre("Bruno Castelli > Sofia Lind", "Bruno Castelli > David Okafor"));
    EXPECT_THAT(pairs_of("by=site&mentor_group=of%20Oslo"), SizeIs(4));
    EXPECT_THAT(pairs_of("by=level&mentor_group=of%209"), IsEmpty());
    EXPECT_THAT(pairs_of("by=level&mentee_group=of%209&limit=100"), SizeIs(4));
    EXPECT_THAT(alone_of("group=of%20Sales"), SizeIs(1));
    EXPECT_THAT(alone_of("group=of%20Board"), IsEmpty());
    for (auto const* wrong : {"/pairs?mentor_group=Sales", "/pairs?mentee_group=Sales", "/leftovers?group=Sales"}) {
        auto const refused = door.as(cast.jo).get(path(wrong));
        EXPECT_EQ(refused.status, 422);
        EXPECT_EQ(refused.text("/errors/0/code"), "format");
    }
}

TEST_F(TheBandsOfARun, find_the_rest_by_what_does_not_stand_by_itself) {
    // With the two in which the pairs are eleven, and larger than those.
    for (int n = 1; n <= 9; ++n) fill_department("D%_" + std::to_string(n), n * 10);
    EXPECT_EQ(group(bands(), Side::mentor, "of Sales").pairs, 2) << "eleven stand by themselves, so there is no rest";
    EXPECT_THAT(pairs_of("mentor_group=rest"), IsEmpty());
    for (int n = 10; n <= 11; ++n) fill_department("D%_" + std::to_string(n), n * 10);
    auto const told = bands();
    EXPECT_EQ(group(told, Side::mentor, "rest").groups, 3);
    EXPECT_THAT(in_words(told), UnorderedElementsAre("rest > rest 2", "unknown > rest 2"));
    EXPECT_THAT(pairs_of("mentor_group=rest&mentee_group=rest"),
                UnorderedElementsAre("Ana Moreira > Sofia Lind", "Ana Moreira > David Okafor"));
    EXPECT_THAT(pairs_of("mentor_group=unknown&mentee_group=rest"), SizeIs(2));
    EXPECT_THAT(alone_of("group=of%20D%25_11"), SizeIs(5));
}

// Rules 13.
TEST_F(TheBandsOfARun, count_nothing_about_a_coordinator_who_takes_part) {
    run_sql(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
               VALUES ($1, $2, $3, 'coordinator', $4, 0))",
            access::PersonId{{1}}, cast.ana, cast.programme);
    auto const told = bands("", cast.ana);
    EXPECT_EQ(told.pairs, 2);
    EXPECT_THAT(in_words(told), UnorderedElementsAre("unknown > of Board 1", "unknown > of Sales 1"));
}

TEST_F(TheBandsOfARun, are_closed_to_everybody_else) {
    support::expect_closed_to_others(door, cast, {http::Method::get, path("/bands")},
                                     {cast.ana, cast.amir, cast.nina, cast.marta, cast.otto});
    EXPECT_EQ(door.as(cast.jo).get("/api/match-runs/" + MatchRunId{}.text() + "/bands").status, 404);
}

}  // namespace
}  // namespace matching
