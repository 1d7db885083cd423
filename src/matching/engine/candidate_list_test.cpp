#include "matching/engine/candidate_list.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "matching/engine/snapshot.hpp"

namespace {

using namespace matching::engine;

std::vector<Candidate> all_of(CandidateList const& list) {
    return {list.begin(), list.end()};
}

std::vector<Candidate> read_by_number(CandidateList const& list) {
    std::vector<Candidate> read;
    for (std::size_t at = 0; at < list.size(); ++at) read.push_back(list[at]);
    return read;
}

std::vector<Candidate> visited(CandidateList const& list) {
    std::vector<Candidate> seen;
    list.for_each([&](Candidate const& candidate) { seen.push_back(candidate); });
    return seen;
}

void expect_holds(CandidateList const& list, std::vector<Candidate> const& expected) {
    EXPECT_EQ(list.size(), expected.size());
    EXPECT_EQ(all_of(list), expected);
    EXPECT_EQ(read_by_number(list), expected);
    EXPECT_EQ(visited(list), expected);
}

TEST(ACandidateList, gives_back_what_was_pushed_whatever_the_order_and_the_figures) {
    auto const random = base::seeded_random(5);
    for (auto const most : {1023U, 1024U, 1U << 31U})
        for (int round = 0; round < 50; ++round) {
            std::vector<Candidate> pushed;
            CandidateList list;
            for (auto left = random->below(40); left > 0; --left) {
                auto const figure = [&] { return static_cast<std::int32_t>(random->below(most)); };
                pushed.push_back({static_cast<Index>(random->below(9)), static_cast<Index>(random->below(9)), figure(),
                                  figure(), figure() - (most > 1024 ? 1000 : 0)});
                list.push_back(pushed.back());
                expect_holds(list, pushed);
            }
            auto const place = [](Candidate const& c) { return std::pair(c.mentor, c.mentee); };
            auto const before = [&](Candidate const& a, Candidate const& b) { return place(a) < place(b); };
            std::stable_sort(pushed.begin(), pushed.end(), before);
            list.put_in_order();
            EXPECT_TRUE(list.is_in_order());
            expect_holds(list, pushed);
            for (Index mentor = 0; mentor < 12; ++mentor)
                EXPECT_EQ(list.first_of(mentor + 1) - list.first_of(mentor),
                          static_cast<std::size_t>(std::count_if(pushed.begin(), pushed.end(),
                                                                 [&](auto const& c) { return c.mentor == mentor; })));
        }
}

TEST(ACandidateList, keeps_the_least_and_the_greatest_figures_there_are) {
    constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
    constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
    std::vector<Candidate> const pushed{{0, 3, 0, 1023, 512}, {0, 4, 1, -1, 1}, {2, 0, kLeast, kMost, kLeast}};
    expect_holds(CandidateList(pushed), pushed);
}

TEST(ACandidateList, is_in_order_by_mentor_and_then_by_mentee) {
    EXPECT_TRUE(CandidateList().is_in_order());
    EXPECT_TRUE(CandidateList({{0, 1, 1, 1, 1}, {0, 2, 1, 1, 1}, {3, 0, 1, 1, 1}}).is_in_order());
    EXPECT_FALSE(CandidateList({{0, 2, 1, 1, 1}, {0, 1, 1, 1, 1}}).is_in_order());
    EXPECT_FALSE(CandidateList({{1, 0, 1, 1, 1}, {0, 0, 1, 1, 1}}).is_in_order());
}

TEST(ACandidateList, can_be_changed_and_thinned_out) {
    CandidateList list({{0, 1, 5, 6, 7}, {1, 0, 8, 9, 10}, {1, 2, 11, 12, 13}});
    expect_holds(list.transformed([](Candidate c) {
        c.benefit *= -1;
        return c;
    }),
                 {{0, 1, 5, 6, -7}, {1, 0, 8, 9, -10}, {1, 2, 11, 12, -13}});
    erase_if(list, [](Candidate const& c) { return c.mentee == 0; });
    expect_holds(list, {{0, 1, 5, 6, 7}, {1, 2, 11, 12, 13}});
    list.clear();
    EXPECT_TRUE(list.empty());
    list.push_back({4, 4, 1, 1, 1});
    expect_holds(list, {{4, 4, 1, 1, 1}});
}

TEST(ACandidateList, survives_an_index_that_nobody_has) {
    auto const nobody = std::numeric_limits<Index>::max();
    CandidateList list;
    list.push_back({nobody, nobody, 1, 1, 1});
    expect_holds(list, {{nobody, nobody, 1, 1, 1}});
    Snapshot snapshot;
    snapshot.candidates = list;
    EXPECT_EQ(checked(snapshot).refusal().code, "person_unknown");
    EXPECT_EQ(check(snapshot).refusal().code, "person_unknown");
}

}  // namespace
