#include "matching/line_outlook_http.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "person/person_store.hpp"
#include "platform/json.hpp"
#include "programme/programme_shapes.hpp"
#include "support/door.hpp"

namespace matching {
namespace {

using Chain = std::vector<person::Person const*>;  // from the manager up

// Rules 1 to the letter, pair by pair, from the rows alone.
class NaiveLine {
  public:
    NaiveLine(std::vector<person::Person> people, std::set<PersonId> opened)
        : people_(std::move(people)), opened_(std::move(opened)) {}

    LineOutlook count(std::function<bool(person::Person const&)> const& may_teach,
                      std::function<bool(person::Person const&)> const& may_learn) const {
        LineOutlook counts;
        for (auto const& one : people_) counts.mentors += may_teach(one) ? 1 : 0;
        for (auto const& one : people_) counts.mentees += may_learn(one) ? 1 : 0;
        for (auto const& mentor : people_)
            for (auto const& mentee : people_)
                if (mentor.id != mentee.id && may_teach(mentor) && may_learn(mentee)) add(counts, mentor, mentee);
        return counts;
    }

  private:
    void add(LineOutlook& counts, person::Person const& a, person::Person const& b) const {
        ++counts.possible_pairs;
        if (is_unknown(a) || is_unknown(b)) {
            ++counts.unknown_line;
        } else if (stands_above(a, b) || stands_above(b, a)) {
            ++(opens(a, b) || opens(b, a) ? counts.opened : counts.above);
            if (opens(a, b) || opens(b, a)) ++counts.allowed_pairs;
        } else if (have_common_manager(a, b)) {
            ++counts.common_manager;
        } else {
            ++counts.allowed_pairs;
        }
    }
    static bool is_unknown(person::Person const& one) { return one.line_state == person::LineState::broken; }
    Chain managers_of(person::Person const& one) const {
        Chain chain;
        for (auto next = one.manager_id; next;) {
            auto const at = std::find_if(people_.begin(), people_.end(), [&](auto const& p) { return p.id == *next; });
            chain.push_back(&*at);
            next = at->manager_id;
        }
        return chain;
    }
    bool leads_more_than_half(person::Person const& one) const {
        return 2 * static_cast<std::size_t>(one.people_under) > people_.size();
    }
    bool stands_above(person::Person const& above, person::Person const& below) const {
        auto const chain = managers_of(below);
        return std::any_of(chain.begin(), chain.end(), [&](auto const* each) { return each->id == above.id; });
    }
    // The house of the test is two steps deep, so the top opens two steps below.
    bool opens(person::Person const& top, person::Person const& below) const {
        auto const chain = managers_of(below);
        return opened_.contains(top.id) && leads_more_than_half(top) && chain.size() >= 2 && chain[1]->id == top.id;
    }
    bool have_common_manager(person::Person const& a, person::Person const& b) const {
        auto const first_two = [&](person::Person const& one) {
            auto chain = managers_of(one);
            chain.resize(std::min<std::size_t>(chain.size(), 2));
            return chain;
        };
        for (auto const* one : first_two(a))
            for (auto const* other : first_two(b))
                if (one->id == other->id && !leads_more_than_half(*one)) return true;
        return false;
    }

    std::vector<person::Person> people_;
    std::set<PersonId> opened_;
};

class TheLineOutlook : public testing::Test {
  protected:
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string const path = "/api/programmes/" + cast.programme.text();

    LineOutlook outlook() { return door.as(cast.jo).get(path + "/line-outlook").as<LineOutlook>(); }
    std::vector<person::Person> people() {
        return door.database().read([&](db::Tx& tx) { return person::store::list_all(tx, cast.organisation); });
    }
    template <class Change>
    void change_set_up(Change change) {
        auto const read = door.as(cast.jo).get(path + "/set-up").as<programme::SetUp>();
        programme::SetUpInput input{read.version, read.settings,    read.aims,
                                    read.words,   read.eligibility, read.opened_tops};
        change(input);
        auto const reply = door.as(cast.jo).put(path + "/set-up", json::write(input));
        ASSERT_EQ(reply.status, 200) << reply.body;
    }
    void run_sql(std::string const& sql, PersonId person) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, person); });
    }
    static void expect_same(LineOutlook const& one, LineOutlook const& other) {
        EXPECT_EQ(one.mentors, other.mentors);
        EXPECT_EQ(one.mentees, other.mentees);
        EXPECT_EQ(one.possible_pairs, other.possible_pairs);
        EXPECT_EQ(one.unknown_line, other.unknown_line);
        EXPECT_EQ(one.above, other.above);
        EXPECT_EQ(one.common_manager, other.common_manager);
        EXPECT_EQ(one.opened, other.opened);
        EXPECT_EQ(one.allowed_pairs, other.allowed_pairs);
    }
};

bool anybody(person::Person const&) {
    return true;
}

TEST_F(TheLineOutlook, counts_what_looking_at_every_pair_counts) {
    auto const counted = outlook();
    EXPECT_GT(counted.above, 0);
    EXPECT_GT(counted.common_manager, 0);
    expect_same(counted, NaiveLine(people(), {}).count(anybody, anybody));
}

TEST_F(TheLineOutlook, counts_only_who_may_take_part) {
    change_set_up([](programme::SetUpInput& input) {
        input.eligibility.mentor.levels = {1};
        input.eligibility.mentee.departments = {"Logistics", "Finance", "Board"};
    });
    run_sql("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast.david);
    auto const is_here = [&](person::Person const& one) { return one.id != cast.david; };
    auto const expected =
        NaiveLine(people(), {})
            .count([&](auto const& one) { return is_here(one) && one.level == 1; },
                   [&](auto const& one) {
                       return is_here(one) && (one.department == "Logistics" || one.department == "Finance" ||
                                               one.department == "Board");
                   });
    EXPECT_GT(expected.mentees, 0);
    expect_same(outlook(), expected);
}

TEST_F(TheLineOutlook, removes_every_pair_of_somebody_whose_line_is_unknown) {
    run_sql("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.sofia);
    auto const counted = outlook();
    EXPECT_EQ(counted.unknown_line, 2 * (counted.mentors - 1));
    expect_same(counted, NaiveLine(people(), {}).count(anybody, anybody));
}

TEST_F(TheLineOutlook, names_the_top_and_gives_back_what_opening_it_allows) {
    auto const closed = outlook();
    ASSERT_EQ(closed.tops.size(), 1U);
    EXPECT_EQ(closed.tops[0].id, cast.marta);
    EXPECT_EQ(closed.tops[0].opens_from, 2);
    EXPECT_FALSE(closed.tops[0].is_opened);
    change_set_up([&](programme::SetUpInput& input) { input.opened_tops = {cast.marta}; });
    auto const opened = outlook();
    EXPECT_TRUE(opened.tops[0].is_opened);
    EXPECT_GT(opened.opened, 0);
    EXPECT_EQ(opened.allowed_pairs, closed.allowed_pairs + opened.opened);
    expect_same(opened, NaiveLine(people(), {cast.marta}).count(anybody, anybody));
}

TEST_F(TheLineOutlook, is_the_same_whatever_is_private) {
    auto const before = door.as(cast.jo).get(path + "/line-outlook").body;
    ASSERT_EQ(door.as(cast.ana).put("/api/exclusions/" + cast.sofia.text()).status, 200);
    EXPECT_EQ(door.as(cast.jo).get(path + "/line-outlook").body, before);
}

TEST_F(TheLineOutlook, is_for_whoever_leads_the_programme) {
    support::expect_closed_to_others(door, cast, {http::Method::get, path + "/line-outlook"},
                                     {cast.ana, cast.sofia, cast.marta});
    EXPECT_EQ(door.as(cast.amir).get(path + "/line-outlook").status, 200);
    EXPECT_EQ(door.as(cast.otto).get(path + "/line-outlook").status, 404);
    EXPECT_EQ(door.as(cast.jo).get("/api/programmes/nonsense/line-outlook").status, 404);
}

}  // namespace
}  // namespace matching
