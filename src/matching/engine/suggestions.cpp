#include "matching/engine/suggestions.hpp"

#include <algorithm>
#include <iterator>

#include "base/random.hpp"
#include "matching/engine/coverage.hpp"
#include "matching/engine/reserve_search.hpp"
#include "matching/engine/residual_parts.hpp"
#include "matching/engine/suggestion_lists.hpp"

namespace matching::engine {

namespace {

// So many options are looked at for reserves, however large the cohort: what is left stays `costly`, and is told.
constexpr std::size_t kMostLooks = 200'000'000;

std::vector<Couple> in_order(std::vector<Couple> couples) {
    std::sort(couples.begin(), couples.end());
    return couples;
}

// Locks have become couples like any other. Whoever shares their places between the sides has on each as many as the
// assignment used, so that no suggestion is made which only the other side's places could take.
Snapshot with_places_as_used(Snapshot snapshot, Assignment const& assignment) {
    std::vector<std::int32_t> teaches(snapshot.mentors.size(), 0);
    std::vector<std::int32_t> learns(snapshot.mentees.size(), 0);
    for (auto const& couple : assignment.couples) {
        ++teaches[couple.mentor];
        ++learns[couple.mentee];
    }
    for (auto const& both : snapshot.shared) {
        snapshot.mentors[both.mentor].capacity = teaches[both.mentor];
        snapshot.mentees[both.mentee].capacity = learns[both.mentee];
    }
    snapshot.shared.clear();
    snapshot.locks.clear();
    snapshot.objective = Objective::best;
    snapshot.priority = Priority::most_pairs;
    return snapshot;
}

class Suggesting {
  public:
    Suggesting(Snapshot snapshot, Assignment const& assignment, std::int32_t each, Progress const& progress)
        : snapshot_(std::move(snapshot)), each_(each), progress_(progress), lists_(snapshot_, each) {
        for (auto const& couple : assignment.couples) lists_.add(couple);
    }

    base::Result<Suggestions> run() {
        TRY_VOID(make_largest_possible());
        TRY_VOID(serve_mentors());
        TRY_VOID(serve_mentees());
        TRY_VOID(find_reserves());
        TRY_VOID(fill_up());
        TRY_VOID(hold_largest());
        found_.costly = couples_in_every_largest();
        return std::move(found_);
    }

  private:
    // The snapshot with other places, no locks and nothing that is suggested already.
    [[nodiscard]] Snapshot left_over() const {
        auto left = snapshot_;
        erase_if(left.candidates, [&](Candidate const& c) { return lists_.holds({c.mentor, c.mentee}); });
        for (Index i = 0; i < left.mentors.size(); ++i) left.mentors[i].capacity = lists_.room_of_mentor(i);
        for (Index j = 0; j < left.mentees.size(); ++j) left.mentees[j].capacity = lists_.room_of_mentee(j);
        return left;
    }

    base::Result<bool> make_largest_possible() {
        if (each_ < 2) return true;
        TRY(largest, assign(snapshot_, progress_));
        if (std::ssize(largest.couples) > lists_.size())
            found_.for_largest = lists_.add_where_there_is_room(largest.couples);
        return true;
    }
    // Of all that is suggested by now.
    base::Result<bool> hold_largest() {
        auto suggested = snapshot_;
        erase_if(suggested.candidates, [&](Candidate const& c) { return !lists_.holds({c.mentor, c.mentee}); });
        TRY(largest, assign(suggested, progress_));
        held_ = std::move(largest.couples);
        return true;
    }

    base::Result<bool> serve_mentors() {
        auto left = left_over();
        for (Index i = 0; i < left.mentors.size(); ++i)
            left.mentors[i].capacity = lists_.of_mentor(i) == 0 ? std::min(1, left.mentors[i].capacity) : 0;
        return serve(left, found_.for_mentors, found_.mentors_served);
    }
    base::Result<bool> serve_mentees() {
        auto left = left_over();
        for (Index j = 0; j < left.mentees.size(); ++j)
            left.mentees[j].capacity = lists_.of_mentee(j) == 0 ? std::min(1, left.mentees[j].capacity) : 0;
        return serve(left, found_.for_mentees, found_.mentees_served);
    }
    base::Result<bool> serve(Snapshot const& left, std::vector<Couple>& added, Cover& served) {
        TRY(assignment, assign(left, progress_));
        added = lists_.add_where_there_is_room(assignment.couples);
        for (auto const& price : assignment.mentor_prices) served.mentors.push_back(price.first > 0);
        for (auto const& price : assignment.mentee_prices) served.mentees.push_back(price.first > 0);
        return true;
    }

    // The best of what is left, place by place, so that nobody gets a third list before others got a second.
    base::Result<bool> fill_up() {
        for (std::int32_t list = 1; list < each_; ++list) {
            auto left = left_over();
            for (Index i = 0; i < left.mentors.size(); ++i)
                left.mentors[i].capacity = std::min(left.mentors[i].capacity, snapshot_.mentors[i].capacity);
            for (Index j = 0; j < left.mentees.size(); ++j)
                left.mentees[j].capacity = std::min(left.mentees[j].capacity, snapshot_.mentees[j].capacity);
            TRY(assignment, assign(left, progress_));
            auto const added = lists_.add_where_there_is_room(assignment.couples);
            found_.filled_up.insert(found_.filled_up.end(), added.begin(), added.end());
        }
        return true;
    }

    base::Result<bool> find_reserves();
    [[nodiscard]] std::vector<Couple> couples_in_every_largest() const;

    Snapshot snapshot_;
    std::int32_t each_;
    Progress const& progress_;
    SuggestionLists lists_;
    std::vector<Couple> held_;  // a largest set of what is suggested
    Suggestions found_;
};

base::Result<bool> Suggesting::find_reserves() {
    TRY_VOID(hold_largest());
    ReserveSearch search(snapshot_, lists_, held_);
    for (auto const& lost : couples_in_every_largest()) {
        if (search.looks() > kMostLooks) return true;
        auto const added = lists_.add_where_there_is_room(search.replace(lost));
        found_.in_reserve.insert(found_.in_reserve.end(), added.begin(), added.end());
    }
    return true;
}

std::vector<Couple> Suggesting::couples_in_every_largest() const {
    std::vector<Couple> suggested;
    for (auto const& c : snapshot_.candidates)
        if (lists_.holds({c.mentor, c.mentee})) suggested.push_back({c.mentor, c.mentee});
    auto const held = in_order(held_);
    ResidualParts const parts(snapshot_, suggested, held);
    std::vector<Couple> costly;
    std::copy_if(held.begin(), held.end(), std::back_inserter(costly), [&](Couple c) { return !parts.are_one(c); });
    return costly;
}

}  // namespace

std::vector<Couple> Suggestions::further() const {
    std::vector<Couple> all;
    for (auto const* part : {&for_largest, &for_mentors, &for_mentees, &in_reserve, &filled_up})
        all.insert(all.end(), part->begin(), part->end());
    return all;
}

base::Result<Suggestions> suggest(Snapshot const& snapshot, Assignment const& assignment, std::int32_t each,
                                  Progress const& progress) {
    return Suggesting(with_places_as_used(snapshot, assignment), assignment, each, progress).run();
}

std::int64_t expected_pairs(Snapshot const& snapshot, std::vector<Couple> const& suggested, std::int32_t percent) {
    static constexpr std::size_t kMostCouples = 400'000;  // in all draws together
    auto const draws = std::clamp<std::size_t>(kMostCouples / std::max<std::size_t>(1, suggested.size()), 5, 200);
    auto const couples = in_order(suggested);
    auto random = base::seeded_random(snapshot.seed + static_cast<std::uint64_t>(percent));
    auto const is_happy = [&] { return random->below(100) < static_cast<std::uint64_t>(percent); };
    auto answered = people_alone(snapshot);
    answered.shared.clear();
    std::int64_t pairs = 0;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        answered.candidates.clear();
        for (auto const& couple : couples) {
            auto const mentor = is_happy();
            auto const mentee = is_happy();
            if (mentor && mentee) answered.candidates.push_back({couple.mentor, couple.mentee, 1, 1, 1});
        }
        pairs += find_coverage(open_market(answered)).pairs;
    }
    return pairs * 100 / static_cast<std::int64_t>(draws);
}

Outlook outlook_of(Snapshot const& snapshot, Assignment const& assignment, Suggestions const& suggestions) {
    auto suggested = suggestions.further();
    suggested.insert(suggested.end(), assignment.couples.begin(), assignment.couples.end());
    auto const expected = [&](std::int32_t percent) {
        static constexpr std::int64_t kHundredths = 100;
        return (expected_pairs(snapshot, suggested, percent) + kHundredths / 2) / kHundredths;
    };
    return {std::ssize(suggestions.costly), expected(60), expected(70), expected(80)};
}

}  // namespace matching::engine
