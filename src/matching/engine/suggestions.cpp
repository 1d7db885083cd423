#include "matching/engine/suggestions.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <set>
#include <span>

#include "base/random.hpp"
#include "matching/engine/coverage.hpp"

namespace matching::engine {

namespace {

// So many options are looked at for reserves, however large the cohort: what is left stays `costly`, and is told.
constexpr std::size_t kMostLooks = 200'000'000;

std::vector<Couple> in_order(std::vector<Couple> couples) {
    std::sort(couples.begin(), couples.end());
    return couples;
}

// Who is on how many lists, and how many more they may be on.
class Lists {
  public:
    Lists(Snapshot const& snapshot, std::int32_t each)
        : snapshot_(snapshot),
          each_(each),
          of_mentors_(snapshot.mentors.size(), 0),
          of_mentees_(snapshot.mentees.size(), 0) {}

    [[nodiscard]] bool holds(Couple couple) const { return suggested_.contains(couple); }
    [[nodiscard]] std::int32_t of_mentor(Index mentor) const { return of_mentors_[mentor]; }
    [[nodiscard]] std::int32_t of_mentee(Index mentee) const { return of_mentees_[mentee]; }
    [[nodiscard]] std::int32_t room_of_mentor(Index mentor) const {
        return std::max(0, each_ * snapshot_.mentors[mentor].capacity - of_mentors_[mentor]);
    }
    [[nodiscard]] std::int32_t room_of_mentee(Index mentee) const {
        return std::max(0, each_ * snapshot_.mentees[mentee].capacity - of_mentees_[mentee]);
    }
    [[nodiscard]] bool have_room(Couple couple) const {
        return room_of_mentor(couple.mentor) > 0 && room_of_mentee(couple.mentee) > 0;
    }
    [[nodiscard]] std::ptrdiff_t size() const { return std::ssize(suggested_); }
    void add(Couple couple) {
        suggested_.insert(couple);
        ++of_mentors_[couple.mentor];
        ++of_mentees_[couple.mentee];
    }
    // Those for whom there is room; what was added.
    std::vector<Couple> add_where_there_is_room(std::vector<Couple> const& couples) {
        std::vector<Couple> added;
        for (auto const& couple : couples) {
            if (holds(couple) || !have_room(couple)) continue;
            add(couple);
            added.push_back(couple);
        }
        return added;
    }

  private:
    Snapshot const& snapshot_;
    std::int32_t each_;
    std::set<Couple> suggested_;
    std::vector<std::int32_t> of_mentors_;
    std::vector<std::int32_t> of_mentees_;
};

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
        std::erase_if(left.candidates, [&](Candidate const& c) { return lists_.holds({c.mentor, c.mentee}); });
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
        std::erase_if(suggested.candidates, [&](Candidate const& c) { return !lists_.holds({c.mentor, c.mentee}); });
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
    Lists lists_;
    std::vector<Couple> held_;  // a largest set of what is suggested
    Suggestions found_;
};

// Of each person, the others they make a couple with.
struct Neighbours {
    std::vector<std::vector<Index>> of_mentors;
    std::vector<std::vector<Index>> of_mentees;

    Neighbours(Snapshot const& snapshot, std::vector<Couple> const& couples)
        : of_mentors(snapshot.mentors.size()), of_mentees(snapshot.mentees.size()) {
        for (auto const& couple : couples) {
            of_mentors[couple.mentor].push_back(couple.mentee);
            of_mentees[couple.mentee].push_back(couple.mentor);
        }
    }
};

std::vector<Couple> open_couples(Snapshot const& snapshot) {
    auto const bans = in_order(snapshot.bans);
    std::vector<Couple> open;
    for (auto const& c : snapshot.candidates)
        if (Couple const couple{c.mentor, c.mentee}; !std::binary_search(bans.begin(), bans.end(), couple))
            open.push_back(couple);
    return open;
}

// The way by which a couple of a largest set could be replaced, with as few new suggestions as can be: from its mentor
// (or any free place) over suggested and new couples to its mentee (or any free place), as moves of the others.
class ReserveSearch {
  public:
    ReserveSearch(Snapshot const& snapshot, Lists const& lists, std::vector<Couple> const& held)
        : lists_(lists), held_(in_order(held)), open_(snapshot, open_couples(snapshot)), by_held_(snapshot, held_) {
        for (Index i = 0; i < snapshot.mentors.size(); ++i)
            if (std::ssize(by_held_.of_mentors[i]) < snapshot.mentors[i].capacity) free_mentors_.push_back(i);
        for (Index j = 0; j < snapshot.mentees.size(); ++j)
            mentee_is_free_.push_back(std::ssize(by_held_.of_mentees[j]) < snapshot.mentees[j].capacity);
    }

    [[nodiscard]] std::size_t looks() const { return looks_; }

    // The couples to suggest besides; empty if there is no way, or nothing new is needed.
    std::vector<Couple> replace(Couple lost) {
        start(lost);
        while (!queue_.empty()) {
            auto const [mentor, cost] = queue_.front();
            queue_.pop_front();
            if (cost > cost_[mentor]) continue;
            for (auto const mentee : open_.of_mentors[mentor]) {
                ++looks_;
                Couple const step{mentor, mentee};
                if (step == lost || is_held(step)) continue;
                auto const is_new = !lists_.holds(step);
                if (is_new && !lists_.have_room(step)) continue;
                if (mentee == lost.mentee || mentee_is_free_[mentee]) {
                    if (auto const whole = cost + static_cast<int>(is_new); whole < best_cost_) {
                        best_cost_ = whole;
                        best_end_ = step;
                    }
                    continue;
                }
                for (auto const next : by_held_.of_mentees[mentee])
                    if (!(Couple{next, mentee} == lost)) reach(next, cost + static_cast<int>(is_new), step);
            }
        }
        return new_couples_on_the_way();
    }

  private:
    struct Node {
        Index mentor;
        int cost;
    };
    static constexpr int kFar = std::numeric_limits<int>::max();

    void start(Couple lost) {
        cost_.assign(open_.of_mentors.size(), kFar);
        came_by_.assign(open_.of_mentors.size(), kNoStep);
        queue_.clear();
        best_cost_ = kFar;
        reach(lost.mentor, 0, kNoStep);
        for (auto const mentor : free_mentors_) reach(mentor, 0, kNoStep);
    }
    void reach(Index mentor, int cost, Couple by) {
        if (cost >= cost_[mentor] || cost >= best_cost_) return;
        cost_[mentor] = cost;
        came_by_[mentor] = by;
        if (queue_.empty() || cost <= queue_.front().cost)
            queue_.push_front({mentor, cost});
        else
            queue_.push_back({mentor, cost});
    }
    [[nodiscard]] std::vector<Couple> new_couples_on_the_way() const {
        std::vector<Couple> couples;
        if (best_cost_ == kFar || best_cost_ == 0) return couples;
        for (auto step = best_end_; !(step == kNoStep); step = came_by_[step.mentor])
            if (!lists_.holds(step)) couples.push_back(step);
        return couples;
    }
    [[nodiscard]] bool is_held(Couple couple) const { return std::binary_search(held_.begin(), held_.end(), couple); }

    static constexpr Couple kNoStep{std::numeric_limits<Index>::max(), std::numeric_limits<Index>::max()};

    Lists const& lists_;
    std::vector<Couple> held_;
    Neighbours open_;
    Neighbours by_held_;
    std::vector<Index> free_mentors_;
    std::vector<bool> mentee_is_free_;
    std::vector<int> cost_;        // by mentor: new couples on the way here
    std::vector<Couple> came_by_;  // by mentor: the couple after which this one had to move
    std::deque<Node> queue_;       // cheapest first
    int best_cost_ = kFar;
    Couple best_end_ = kNoStep;
    std::size_t looks_ = 0;
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

// A couple of a largest set can be replaced exactly if both stand in one strongly connected part of the graph in which
// suggested couples that are not held lead from mentor to mentee, held ones back, and free and taken places to and from
// one more node on each side (Regin, AAAI 1994; parts: Tarjan, SIAM J. Computing 1(2) 1972).
class Parts {
  public:
    Parts(Snapshot const& snapshot, std::vector<Couple> const& suggested, std::vector<Couple> const& held)
        : mentors_(static_cast<std::uint32_t>(snapshot.mentors.size())),
          nodes_(mentors_ + static_cast<std::uint32_t>(snapshot.mentees.size()) + 2),
          next_(nodes_) {
        Neighbours const by_held(snapshot, held);
        for (auto const& couple : suggested) {
            if (std::binary_search(held.begin(), held.end(), couple))
                next_[mentee(couple.mentee)].push_back(couple.mentor);
            else
                next_[couple.mentor].push_back(mentee(couple.mentee));
        }
        for (Index i = 0; i < mentors_; ++i)
            connect(nodes_ - 2, i, std::ssize(by_held.of_mentors[i]), snapshot.mentors[i].capacity);
        for (Index j = 0; j < snapshot.mentees.size(); ++j)
            connect_back(nodes_ - 1, mentee(j), std::ssize(by_held.of_mentees[j]), snapshot.mentees[j].capacity);
        part_.assign(nodes_, 0);
        number_.assign(nodes_, 0);
        low_.assign(nodes_, 0);
        for (std::uint32_t node = 0; node < nodes_; ++node)
            if (number_[node] == 0) visit_from(node);
    }

    [[nodiscard]] bool are_one(Couple couple) const { return part_[couple.mentor] == part_[mentee(couple.mentee)]; }

  private:
    [[nodiscard]] std::uint32_t mentee(Index index) const { return mentors_ + index; }
    // Places that are free may be taken, places that are taken given up.
    void connect(std::uint32_t side, std::uint32_t person, std::ptrdiff_t load, std::int32_t places) {
        if (load < places) next_[side].push_back(person);
        if (load > 0) next_[person].push_back(side);
    }
    void connect_back(std::uint32_t side, std::uint32_t person, std::ptrdiff_t load, std::int32_t places) {
        if (load < places) next_[person].push_back(side);
        if (load > 0) next_[side].push_back(person);
    }

    void visit_from(std::uint32_t root) {
        struct Frame {
            std::uint32_t node;
            std::size_t at;
        };
        std::vector<Frame> frames{{root, 0}};
        open(root);
        while (!frames.empty()) {
            auto& [node, at] = frames.back();
            if (at < next_[node].size()) {
                auto const to = next_[node][at++];
                if (number_[to] == 0) {
                    open(to);
                    frames.push_back({to, 0});
                } else if (part_[to] == 0) {
                    low_[node] = std::min(low_[node], number_[to]);
                }
                continue;
            }
            auto const done = node;
            close(done);
            frames.pop_back();
            if (!frames.empty()) low_[frames.back().node] = std::min(low_[frames.back().node], low_[done]);
        }
    }
    void open(std::uint32_t node) {
        number_[node] = low_[node] = ++count_;
        stack_.push_back(node);
    }
    void close(std::uint32_t node) {
        if (low_[node] != number_[node]) return;
        ++parts_;
        for (;;) {
            auto const member = stack_.back();
            stack_.pop_back();
            part_[member] = parts_;
            if (member == node) return;
        }
    }

    std::uint32_t mentors_;
    std::uint32_t nodes_;
    std::vector<std::vector<std::uint32_t>> next_;
    std::vector<std::uint32_t> part_;
    std::vector<std::uint32_t> number_;
    std::vector<std::uint32_t> low_;
    std::vector<std::uint32_t> stack_;
    std::uint32_t count_ = 0;
    std::uint32_t parts_ = 0;
};

std::vector<Couple> Suggesting::couples_in_every_largest() const {
    std::vector<Couple> suggested;
    for (auto const& c : snapshot_.candidates)
        if (lists_.holds({c.mentor, c.mentee})) suggested.push_back({c.mentor, c.mentee});
    auto const held = in_order(held_);
    Parts const parts(snapshot_, suggested, held);
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
    auto answered = snapshot;
    answered.locks.clear();
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

}  // namespace matching::engine
