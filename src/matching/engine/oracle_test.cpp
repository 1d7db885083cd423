// Every matching of small random cases, one by one: the best sum, the largest stable matching, the fairest one floor
// after the other. 100,000 cases at -O2
// (target oracle_matching), 1 % of them in the sanitized suite.
#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;

#ifdef OBVERSE_ORACLE
constexpr int kRandomCases = 99'000;
constexpr int kCompleteCases = 1'000;
#else
constexpr int kRandomCases = 990;
constexpr int kCompleteCases = 10;
#endif

constexpr int kMost = 5;
using Mask = unsigned;

// One small case as tables; masks of mentees are indexed by mentor and the other way round.
struct Case {
    Snapshot snapshot;
    Mask open[kMost]{};  // mentees each mentor may meet
    std::int32_t mentor_benefit[kMost][kMost]{};
    std::int32_t mentee_benefit[kMost][kMost]{};
    std::int32_t benefit[kMost][kMost]{};
};

Case make_case(base::Random& random, bool complete) {
    Case made;
    auto const draw = [&](std::uint64_t bound) { return static_cast<int>(random.below(bound)); };
    auto const mentors = complete ? kMost : 1 + draw(kMost);
    auto const mentees = complete ? kMost : 1 + draw(kMost);
    auto const density = complete ? 10 : 2 + draw(9);
    auto const levels = std::vector{1, 2, 3, 5, 1000}[random.below(5)];
    auto const identity = [&] { return base::AnyId::make(random).bytes; };
    auto const capacity = [&] { return complete ? 2 : draw(12) == 0 ? 0 : 1 + draw(2); };
    auto& snapshot = made.snapshot;
    snapshot.seed = random.next();
    for (int i = 0; i < mentors; ++i) snapshot.mentors.push_back({identity(), capacity()});
    for (int j = 0; j < mentees; ++j) snapshot.mentees.push_back({identity(), capacity()});
    for (int i = 0; i < mentors; ++i)
        for (int j = 0; j < mentees; ++j) {
            if (draw(10) >= density) continue;
            auto const a = draw(levels) + 1;
            auto const b = draw(levels) + 1;
            auto const w = draw(levels) - levels / 4;
            made.open[i] |= 1U << j;
            made.mentor_benefit[i][j] = a;
            made.mentee_benefit[i][j] = b;
            made.benefit[i][j] = w;
            snapshot.candidates.push_back({static_cast<Index>(i), static_cast<Index>(j), a, b, w});
        }
    return made;
}

// Pairs, for each floor what it is and how many do not lie at it, the sum.
using Fairness = std::vector<std::int64_t>;

Fairness fairness_of(std::vector<std::int64_t> benefits) {
    Fairness fairness{std::ssize(benefits)};
    std::sort(benefits.begin(), benefits.end());
    auto at = benefits.begin();
    for (std::size_t floor = 0; floor < kMostFloors && at != benefits.end(); ++floor) {
        auto const above = std::upper_bound(at, benefits.end(), *at);
        fairness.push_back(*at);
        fairness.push_back(at - above);
        at = above;
    }
    fairness.push_back(std::accumulate(benefits.begin(), benefits.end(), std::int64_t{0}));
    return fairness;
}

struct Truth {
    Worth best_by_pairs;
    Worth best_by_benefit;
    Fairness fairest{-1};
    int largest_stable = -1;
};

class EveryMatching {
  public:
    explicit EveryMatching(Case const& given) : given_(given) {
        mentors_ = static_cast<int>(given.snapshot.mentors.size());
        mentees_ = static_cast<int>(given.snapshot.mentees.size());
        for (int i = 0; i < mentors_; ++i) {
            mentor_capacity_[i] = given.snapshot.mentors[static_cast<std::size_t>(i)].capacity;
            for (Mask held = 0; held < 32; ++held) {
                sum_[i][held] = 0;
                least_[i][held] = kNoCouple;
                for (int j = 0; j < mentees_; ++j) {
                    if ((held >> j & 1U) == 0) continue;
                    sum_[i][held] += given.benefit[i][j];
                    least_[i][held] = std::min<std::int64_t>(least_[i][held], given.benefit[i][j]);
                }
                mentor_would_rather_[i][held] = would_rather(held, given.open[i], mentor_capacity_[i],
                                                             [&](int j) { return given.mentor_benefit[i][j]; });
            }
        }
        for (int j = 0; j < mentees_; ++j) {
            mentee_capacity_[j] = given.snapshot.mentees[static_cast<std::size_t>(j)].capacity;
            Mask open = 0;
            for (int i = 0; i < mentors_; ++i) open |= (given.open[i] >> j & 1U) << i;
            for (Mask held = 0; held < 32; ++held)
                mentee_would_rather_[j][held] =
                    would_rather(held, open, mentee_capacity_[j], [&](int i) { return given.mentee_benefit[i][j]; });
        }
    }

    Truth look() {
        visit(0, 0, 0, kNoCouple);
        return truth_;
    }
    [[nodiscard]] std::int64_t matchings() const { return matchings_; }

  private:
    static constexpr std::int64_t kNoCouple = std::numeric_limits<std::int64_t>::max();

    // Everybody open to somebody who holds `held` and would be rather had: all while a place is free, else the better
    // ones than the least.
    template <class Benefit>
    static Mask would_rather(Mask held, Mask open, int capacity, Benefit benefit) {
        int least = INT32_MAX;
        for (int k = 0; k < kMost; ++k)
            if ((held >> k & 1U) != 0) least = std::min(least, benefit(k));
        Mask rather = 0;
        for (int k = 0; k < kMost; ++k)
            if ((held >> k & 1U) == 0 && (open >> k & 1U) != 0 &&
                (std::popcount(held) < capacity || (held != 0 && benefit(k) > least)))
                rather |= 1U << k;
        return rather;
    }

    void visit(int mentor, int pairs, std::int64_t benefit, std::int64_t least) {
        if (mentor == mentors_) return judge(pairs, benefit, least);
        Mask full = 0;
        for (int j = 0; j < mentees_; ++j)
            if (std::popcount(mentee_holds_[j]) >= mentee_capacity_[j]) full |= 1U << j;
        auto const choice = given_.open[mentor] & ~full;
        for (Mask held = choice;; held = (held - 1) & choice) {
            if (std::popcount(held) <= mentor_capacity_[mentor]) {
                for (int j = 0; j < mentees_; ++j) mentee_holds_[j] |= (held >> j & 1U) << mentor;
                mentor_holds_[mentor] = held;
                visit(mentor + 1, pairs + std::popcount(held), benefit + sum_[mentor][held],
                      std::min(least, least_[mentor][held]));
                for (int j = 0; j < mentees_; ++j) mentee_holds_[j] &= ~(1U << mentor);
            }
            if (held == 0) break;
        }
    }

    [[nodiscard]] bool keeps_shared_places() const {
        return std::all_of(given_.snapshot.shared.begin(), given_.snapshot.shared.end(), [&](Shared const& both) {
            return std::popcount(mentor_holds_[both.mentor]) + std::popcount(mentee_holds_[both.mentee]) <= both.places;
        });
    }

    void judge(int pairs, std::int64_t benefit, std::int64_t least) {
        if (!keeps_shared_places()) return;
        ++matchings_;
        truth_.best_by_pairs = std::max(truth_.best_by_pairs, Worth{pairs, benefit});
        truth_.best_by_benefit = std::max(truth_.best_by_benefit, Worth{benefit, pairs});
        if (pairs >= truth_.fairest[0] && (pairs == 0 || Fairness{pairs, least} >= fairest_floor()))
            truth_.fairest = std::max(truth_.fairest, fairness_of(benefits_held()));
        if (pairs > truth_.largest_stable && is_stable()) truth_.largest_stable = pairs;
    }

    // Seldom asked for the whole row: most matchings hold fewer pairs or have a lower floor.
    [[nodiscard]] Fairness fairest_floor() const {
        return {truth_.fairest.begin(),
                truth_.fairest.begin() + std::min<std::ptrdiff_t>(2, std::ssize(truth_.fairest))};
    }
    [[nodiscard]] std::vector<std::int64_t> benefits_held() const {
        std::vector<std::int64_t> benefits;
        for (int i = 0; i < mentors_; ++i)
            for (int j = 0; j < mentees_; ++j)
                if ((mentor_holds_[i] >> j & 1U) != 0) benefits.push_back(given_.benefit[i][j]);
        return benefits;
    }

    [[nodiscard]] bool is_stable() const {
        for (int i = 0; i < mentors_; ++i) {
            auto const rather = mentor_would_rather_[i][mentor_holds_[i]];
            for (int j = 0; j < mentees_; ++j)
                if ((rather >> j & 1U) != 0 && (mentee_would_rather_[j][mentee_holds_[j]] >> i & 1U) != 0) return false;
        }
        return true;
    }

    Case const& given_;
    int mentors_ = 0;
    int mentees_ = 0;
    int mentor_capacity_[kMost]{};
    int mentee_capacity_[kMost]{};
    std::int64_t sum_[kMost][32]{};
    std::int64_t least_[kMost][32]{};
    Mask mentor_would_rather_[kMost][32]{};
    Mask mentee_would_rather_[kMost][32]{};
    Mask mentor_holds_[kMost]{};
    Mask mentee_holds_[kMost]{};
    std::int64_t matchings_ = 0;
    Truth truth_;
};

struct Certified : Certificate {
    Fairness fairness;  // as its floors tell it
};

Fairness told_by(Assignment const& assignment, Certificate const& certificate) {
    Fairness fairness{certificate.pairs};
    if (assignment.floors)
        for (auto const& floor : assignment.floors->floors) {
            fairness.push_back(floor.benefit);
            fairness.push_back(-floor.couples);
        }
    fairness.push_back(certificate.total_benefit);
    return fairness;
}

Certified certified(Snapshot snapshot, Objective objective, Priority priority) {
    snapshot.objective = objective;
    snapshot.priority = priority;
    auto const assignment = assign(snapshot);
    EXPECT_TRUE(assignment);
    auto const certificate = certify(snapshot, *assignment);
    EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
    return {certificate, told_by(*assignment, certificate)};
}

// False at the first difference, so that a loop stops at the case to look at.
bool agrees(Case const& made, Truth const& truth) {
    auto const by_pairs = certified(made.snapshot, Objective::best, Priority::most_pairs);
    auto const by_benefit = certified(made.snapshot, Objective::best, Priority::most_benefit);
    auto const stable = certified(made.snapshot, Objective::stable, Priority::most_pairs);
    EXPECT_EQ((Worth{by_pairs.pairs, by_pairs.total_benefit}), truth.best_by_pairs);
    EXPECT_EQ((Worth{by_benefit.total_benefit, by_benefit.pairs}), truth.best_by_benefit);
    EXPECT_EQ(certified(made.snapshot, Objective::fair, Priority::most_pairs).fairness, truth.fairest);
    for (auto const priority : {Priority::most_pairs, Priority::most_benefit}) {
        auto const& best = priority == Priority::most_pairs ? by_pairs : by_benefit;
        auto const balanced = certified(made.snapshot, Objective::balanced, priority);
        EXPECT_EQ(std::pair(balanced.pairs, balanced.total_benefit), std::pair(best.pairs, best.total_benefit));
        EXPECT_LE(balanced.blocking_pairs, best.blocking_pairs);
    }
    EXPECT_EQ(stable.blocking_pairs, 0);
    EXPECT_LE(stable.pairs, truth.largest_stable);
    EXPECT_LE(2 * truth.largest_stable, 3 * stable.pairs);
    return !testing::Test::HasFailure();
}

TEST(EveryMatchingOfSmallCases, never_beats_the_engine) {
    auto const random = base::seeded_random(20261122);
    for (int n = 0; n < kRandomCases; ++n) {
        auto const made = make_case(*random, false);
        ASSERT_TRUE(agrees(made, EveryMatching(made).look())) << "case " << n;
    }
}

TEST(EveryMatchingOfSmallCases, never_beats_the_engine_when_everybody_may_meet_everybody) {
    auto const random = base::seeded_random(55);
    for (int n = 0; n < kCompleteCases; ++n) {
        auto const made = make_case(*random, true);
        EveryMatching every(made);
        auto const truth = every.look();
        ASSERT_EQ(every.matchings(), 304'186);
        ASSERT_TRUE(agrees(made, truth)) << "complete case " << n;
    }
}

TEST(EveryMatchingOfSmallCases, never_beats_the_engine_where_people_share_their_places) {
    auto const random = base::seeded_random(13);
    int bound = 0;
    for (int n = 0; n < kRandomCases; ++n) {
        auto made = make_case(*random, false);
        auto& snapshot = made.snapshot;
        for (Index i = 0; i < std::min(snapshot.mentors.size(), snapshot.mentees.size()); ++i) {
            auto const most = snapshot.mentors[i].capacity + snapshot.mentees[i].capacity;
            if (random->below(3) != 0)
                snapshot.shared.push_back(
                    {i, i, static_cast<std::int32_t>(random->below(1 + static_cast<std::uint64_t>(most)))});
        }
        auto const truth = EveryMatching(made).look();
        auto const by_pairs = certified(snapshot, Objective::best, Priority::most_pairs);
        auto const by_benefit = certified(snapshot, Objective::best, Priority::most_benefit);
        auto const stable = certified(snapshot, Objective::stable, Priority::most_pairs);
        ASSERT_EQ((Worth{by_pairs.pairs, by_pairs.total_benefit}), truth.best_by_pairs) << "case " << n;
        ASSERT_EQ((Worth{by_benefit.total_benefit, by_benefit.pairs}), truth.best_by_benefit) << "case " << n;
        ASSERT_LE(stable.pairs, by_pairs.pairs) << "case " << n;
        ASSERT_LE(certified(snapshot, Objective::fair, Priority::most_pairs).pairs, by_pairs.pairs) << "case " << n;
        ASSERT_LE(certified(snapshot, Objective::balanced, Priority::most_pairs).pairs, by_pairs.pairs) << "case " << n;
        auto const assignment = assign(snapshot);
        if (assignment->proof.size() > 1) ++bound;
    }
    EXPECT_GT(bound, kRandomCases / 20) << "the cases must be ones in which sharing decides";
}

}  // namespace
