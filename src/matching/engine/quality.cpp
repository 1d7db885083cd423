#include "matching/engine/quality.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "matching/engine/explanation.hpp"

namespace matching::engine {

namespace {

Spread spread_of(std::vector<Candidate> const& couples, std::int32_t Candidate::*benefit) {
    if (couples.empty()) return {};
    std::vector<std::int64_t> figures;
    figures.reserve(couples.size());
    for (auto const& couple : couples) figures.push_back(couple.*benefit);
    std::sort(figures.begin(), figures.end());
    auto const count = std::ssize(figures);
    std::int64_t sum = 0;
    for (auto const figure : figures) sum += figure;
    auto const middle = figures.size() / 2;
    auto const median = count % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle] + 1) / 2;
    static constexpr std::size_t kTwentieth = 20;
    return {(2 * sum + count) / (2 * count), median, figures[(figures.size() - 1) / kTwentieth], figures.front()};
}

std::int64_t people_in(std::vector<Candidate> const& couples, Index Candidate::*side) {
    std::set<Index> people;
    for (auto const& couple : couples) people.insert(couple.*side);
    return std::ssize(people);
}

// What each person would have to gain to leave a partner for another: nothing while a place is free; more than from
// the least valued of those they may leave otherwise. A lock is somebody's decision and is not left.
class Bars {
  public:
    Bars(Snapshot const& snapshot, std::vector<Candidate> const& couples)
        : places_of_mentors_(places(snapshot.mentors)), places_of_mentees_(places(snapshot.mentees)) {
        for (auto const& couple : couples) {
            --places_of_mentors_[couple.mentor];
            --places_of_mentees_[couple.mentee];
        }
        for (auto const& both : snapshot.shared) close_shared(snapshot, both);
        mentors_.assign(snapshot.mentors.size(), kClosed);
        mentees_.assign(snapshot.mentees.size(), kClosed);
        std::set<Couple> const locks(snapshot.locks.begin(), snapshot.locks.end());
        for (auto const& couple : couples) {
            if (locks.contains({couple.mentor, couple.mentee})) continue;
            lower(mentors_[couple.mentor], couple.mentor_benefit);
            lower(mentees_[couple.mentee], couple.mentee_benefit);
        }
        open(mentors_, places_of_mentors_);
        open(mentees_, places_of_mentees_);
    }

    [[nodiscard]] bool both_would_rather(Candidate const& one) const {
        return one.mentor_benefit > mentors_[one.mentor] && one.mentee_benefit > mentees_[one.mentee];
    }

  private:
    using Bar = std::int64_t;
    static constexpr Bar kOpen = std::numeric_limits<Bar>::min();
    static constexpr Bar kClosed = std::numeric_limits<Bar>::max();

    static std::vector<std::int32_t> places(std::vector<Participant> const& side) {
        std::vector<std::int32_t> left;
        left.reserve(side.size());
        for (auto const& participant : side) left.push_back(participant.capacity);
        return left;
    }
    // Somebody on both sides whose places in all are used has none left on either.
    void close_shared(Snapshot const& snapshot, Shared const& both) {
        auto const used = snapshot.mentors[both.mentor].capacity - places_of_mentors_[both.mentor] +
                          snapshot.mentees[both.mentee].capacity - places_of_mentees_[both.mentee];
        if (used < both.places) return;
        places_of_mentors_[both.mentor] = 0;
        places_of_mentees_[both.mentee] = 0;
    }
    static void lower(Bar& bar, std::int32_t benefit) { bar = std::min(bar, Bar{benefit}); }
    static void open(std::vector<Bar>& bars, std::vector<std::int32_t> const& places) {
        for (std::size_t i = 0; i < bars.size(); ++i)
            if (places[i] > 0) bars[i] = kOpen;
    }

    std::vector<std::int32_t> places_of_mentors_;
    std::vector<std::int32_t> places_of_mentees_;
    std::vector<Bar> mentors_;
    std::vector<Bar> mentees_;
};

template <class IsAbout>
void count_blocking(Quality& quality, Snapshot const& snapshot, std::vector<Candidate> const& couples,
                    IsAbout is_about) {
    Bars const bars(snapshot, couples);
    std::set<Couple> apart(snapshot.bans.begin(), snapshot.bans.end());
    for (auto const& couple : couples) apart.insert({couple.mentor, couple.mentee});
    std::set<base::IdBytes> people;
    for (auto const& one : snapshot.candidates) {
        if (!bars.both_would_rather(one) || is_about(one) || apart.contains({one.mentor, one.mentee})) continue;
        ++quality.blocking_pairs;
        people.insert(snapshot.mentors[one.mentor].identity);
        people.insert(snapshot.mentees[one.mentee].identity);
    }
    quality.blocking_people = std::ssize(people);
}

void count_fits(Quality& quality, std::vector<Candidate> const& couples) {
    for (auto const& couple : couples) {
        auto const fit = fit_of({couple.mentor_benefit, couple.mentee_benefit, couple.benefit});
        ++(fit == Fit::both_ways ? quality.fit_both_ways : fit == Fit::fits ? quality.fit : quality.fit_thin);
        auto const [lesser, greater] = std::minmax(couple.mentor_benefit, couple.mentee_benefit);
        if (2 * std::int64_t{lesser} < greater) ++quality.one_sided;
    }
}

}  // namespace

Quality measure(Snapshot const& snapshot, std::vector<Candidate> const& couples,
                std::optional<base::IdBytes> const& unseen) {
    auto const is_about = [&](Candidate const& couple) {
        return unseen && (snapshot.mentors[couple.mentor].identity == *unseen ||
                          snapshot.mentees[couple.mentee].identity == *unseen);
    };
    Quality quality;
    quality.pairs = std::ssize(couples);
    quality.mentors_reached = people_in(couples, &Candidate::mentor);
    quality.mentees_reached = people_in(couples, &Candidate::mentee);
    count_blocking(quality, snapshot, couples, is_about);
    auto seen = couples;
    std::erase_if(seen, is_about);
    quality.mentor = spread_of(seen, &Candidate::mentor_benefit);
    quality.mentee = spread_of(seen, &Candidate::mentee_benefit);
    quality.together = spread_of(seen, &Candidate::benefit);
    count_fits(quality, seen);
    return quality;
}

}  // namespace matching::engine
