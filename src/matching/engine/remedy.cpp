#include "matching/engine/remedy.hpp"

#include <algorithm>
#include <array>

namespace matching::engine {

namespace {

constexpr std::size_t kMostStated = 3;  // of people with whom one more place would do

class RemedySearch {
  public:
    RemedySearch(Snapshot const& snapshot, Room const& room, Seeker seeker, Progress const& progress)
        : room_(seeker.side == Side::mentor ? room.mentees : room.mentors),
          seeker_(seeker),
          progress_(progress),
          trial_(snapshot),
          others_(seeker.side == Side::mentor ? trial_.mentees : trial_.mentors) {
        order_those_who_could_meet();
    }

    base::Result<std::vector<Remedy>> find(std::vector<Variant> const& variants) {
        TRY_VOID(try_bans());
        TRY_VOID(try_places());
        TRY_VOID(try_locks());
        TRY_VOID(try_variants(variants));
        return std::move(found_);
    }

  private:
    template <class C>
    [[nodiscard]] Index own(C const& couple) const {
        return seeker_.side == Side::mentor ? couple.mentor : couple.mentee;
    }
    template <class C>
    [[nodiscard]] Index other(C const& couple) const {
        return seeker_.side == Side::mentor ? couple.mentee : couple.mentor;
    }

    // Those who would gain most first; equals by identity, so that the order of rows says nothing.
    void order_those_who_could_meet() {
        std::vector<Candidate> own_candidates;
        for (auto const& candidate : trial_.candidates)
            if (own(candidate) == seeker_.position && !is_apart(candidate)) own_candidates.push_back(candidate);
        std::sort(own_candidates.begin(), own_candidates.end(), [&](Candidate const& a, Candidate const& b) {
            if (a.benefit != b.benefit) return a.benefit > b.benefit;
            return others_[other(a)].identity < others_[other(b)].identity;
        });
        for (auto const& candidate : own_candidates) could_meet_.push_back(other(candidate));
    }
    [[nodiscard]] bool is_apart(Candidate const& candidate) const {
        return std::find(trial_.bans.begin(), trial_.bans.end(), Couple{candidate.mentor, candidate.mentee}) !=
               trial_.bans.end();
    }

    base::Result<bool> is_served_in(Snapshot const& snapshot) {
        TRY(assignment, assign(snapshot, progress_));
        return std::any_of(assignment.couples.begin(), assignment.couples.end(),
                           [&](Couple const& couple) { return own(couple) == seeker_.position; });
    }

    base::Result<bool> is_served_without(std::vector<Couple> Snapshot::*list, Couple couple) {
        auto const all = trial_.*list;
        std::erase(trial_.*list, couple);
        auto served = is_served_in(trial_);
        trial_.*list = all;
        return served;
    }

    // `more` places with each of the first `count` of `people`.
    base::Result<bool> is_served_with(std::vector<Index> const& people, std::size_t count, std::int32_t more) {
        for (std::size_t i = 0; i < count; ++i) others_[people[i]].capacity += more;
        auto served = is_served_in(trial_);
        for (std::size_t i = 0; i < count; ++i) others_[people[i]].capacity -= more;
        return served;
    }

    base::Result<bool> try_bans() {
        std::size_t tried = 0;
        for (auto const& ban : std::vector<Couple>(trial_.bans)) {
            if (own(ban) != seeker_.position || ++tried > kMostTried) continue;
            TRY(served, is_served_without(&Snapshot::bans, ban));
            if (served) found_.push_back({RemedyCode::no_longer_apart, {other(ban)}, 1, ban, {}, {}});
        }
        return true;
    }

    void state_places(std::vector<Index> people, std::int32_t number) {
        found_.push_back({RemedyCode::more_places, std::move(people), number, {}, {}, {}});
    }

    base::Result<bool> try_places() {
        std::vector<Index> open;
        for (auto const person : could_meet_)
            if (room_[person] > 0) open.push_back(person);
        auto const before = found_.size();
        for (std::size_t i = 0; i < std::min(open.size(), kMostTried) && found_.size() - before < kMostStated; ++i) {
            TRY(served, is_served_with({open[i]}, 1, 1));
            if (served) state_places({open[i]}, 1);
        }
        if (open.empty() || found_.size() > before) return true;
        return try_places_together(open);
    }

    // Others compete for the same places: one more with each of the first few, as few as do.
    base::Result<bool> try_places_together(std::vector<Index> const& open) {
        TRY(are_enough, is_served_with(open, open.size(), 1));
        if (!are_enough) return try_many_places(open);
        TRY(count, least(1, open.size(), [&](std::size_t first) { return is_served_with(open, first, 1); }));
        state_places({open.begin(), open.begin() + static_cast<std::ptrdiff_t>(count)}, 1);
        return true;
    }

    // As many as it takes with the one person who could be given most.
    base::Result<bool> try_many_places(std::vector<Index> const& open) {
        auto const widest =
            *std::max_element(open.begin(), open.end(), [&](Index a, Index b) { return room_[a] < room_[b]; });
        auto const most = static_cast<std::size_t>(
            std::min<std::int64_t>(room_[widest], std::ssize(trial_.mentors) + std::ssize(trial_.mentees)));
        auto const with = [&](std::size_t more) {
            return is_served_with({widest}, 1, static_cast<std::int32_t>(more));
        };
        TRY(are_enough, with(most));
        if (!are_enough) return true;
        TRY(number, least(1, most, with));
        state_places({widest}, static_cast<std::int32_t>(number));
        return true;
    }

    // By halves; `helps(last)` is known, and whatever is answered has been tried.
    template <class Helps>
    base::Result<std::size_t> least(std::size_t first, std::size_t last, Helps helps) {
        while (first < last) {
            auto const middle = first + (last - first) / 2;
            TRY(served, helps(middle));
            if (served)
                last = middle;
            else
                first = middle + 1;
        }
        return last;
    }

    base::Result<bool> try_locks() {
        std::size_t tried = 0;
        for (auto const person : could_meet_)
            for (auto const& lock : std::vector<Couple>(trial_.locks)) {
                if (other(lock) != person || own(lock) == seeker_.position || ++tried > kMostTried) continue;
                TRY(served, is_served_without(&Snapshot::locks, lock));
                if (served) found_.push_back({RemedyCode::no_longer_together, {person}, 1, lock, {}, {}});
            }
        return true;
    }

    base::Result<bool> try_variants(std::vector<Variant> const& variants) {
        std::vector<std::uint32_t> stated;
        for (std::size_t i = 0; i < variants.size(); ++i) {
            auto const& variant = variants[i];
            if (std::find(stated.begin(), stated.end(), variant.family) != stated.end()) continue;
            TRY(served, is_served_in(variant.snapshot()));
            if (!served) continue;
            stated.push_back(variant.family);
            found_.push_back(variant.remedy);
            found_.back().variant = i;
        }
        return true;
    }

    std::vector<std::int32_t> const& room_;
    Seeker seeker_;
    Progress const& progress_;
    Snapshot trial_;
    std::vector<Participant>& others_;
    std::vector<Index> could_meet_;
    std::vector<Remedy> found_;
};

}  // namespace

char const* name_of(RemedyCode code) {
    static constexpr std::array kNames{"more_places", "no_longer_apart", "no_longer_together", "looser_rule"};
    return kNames[static_cast<std::size_t>(code)];
}

base::Result<std::vector<Remedy>> find_remedies(Snapshot const& snapshot, Room const& room, Seeker seeker,
                                                std::vector<Variant> const& variants, Progress const& progress) {
    auto const& own = seeker.side == Side::mentor ? snapshot.mentors : snapshot.mentees;
    if (own[seeker.position].capacity == 0) return std::vector<Remedy>{};
    return RemedySearch(snapshot, room, seeker, progress).find(variants);
}

}  // namespace matching::engine
