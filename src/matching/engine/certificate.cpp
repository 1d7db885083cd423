#include "matching/engine/certificate.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "matching/engine/floor_check.hpp"
#include "matching/engine/proof_pass.hpp"

namespace matching::engine {

namespace {

std::vector<Couple> couples_in_order(std::vector<Couple> couples) {
    std::sort(couples.begin(), couples.end());
    return couples;
}
std::vector<Couple> each_once(std::vector<Couple> in_order) {
    in_order.erase(std::unique(in_order.begin(), in_order.end()), in_order.end());
    return in_order;
}
bool holds(std::vector<Couple> const& in_order, Couple couple) {
    return !in_order.empty() && std::binary_search(in_order.begin(), in_order.end(), couple);
}

std::vector<std::int32_t> places_of(std::vector<Participant> const& side) {
    std::vector<std::int32_t> places(side.size());
    for (std::size_t i = 0; i < side.size(); ++i) places[i] = side[i].capacity;
    return places;
}

std::vector<std::int32_t> difference(std::vector<std::int32_t> const& from, std::vector<std::int32_t> what) {
    for (std::size_t i = 0; i < what.size(); ++i) what[i] = from[i] - what[i];
    return what;
}

// The candidates in rows of one mentor each, by mentee.
class Register {
    // Before their use: clang 14 looks no further inside a generic lambda.
    static constexpr std::size_t kNear = 16;

    template <class Cell>
    [[nodiscard]] std::span<Cell const> row_of(std::span<Cell const> cells, Index mentor) const {
        auto const first = rows_->first_of(mentor);
        return cells.subspan(first, rows_->first_of(std::size_t{mentor} + 1) - first);
    }
    // The cells among which the mentee stands if a row's mentees are spread evenly over all (interpolation search):
    // most couples are then found in a line or two of memory.
    template <class Cell>
    [[nodiscard]] std::span<Cell const> near_in(std::span<Cell const> row, Index mentee) const {
        auto const about = std::size_t{mentee} * row.size() / mentees_;
        auto const count = std::min(kNear, row.size());
        return row.subspan(std::min(about - std::min(about, kNear / 2), row.size() - count), count);
    }

  public:
    Register(CandidateList const& candidates, std::size_t mentees)
        : rows_(&candidates), mentees_(std::max<std::size_t>(mentees, 1)) {
        if (candidates.is_in_order()) return;
        ordered_ = candidates;
        ordered_.put_in_order();
        rows_ = &ordered_;
    }
    Register(Register const&) = delete;
    Register& operator=(Register const&) = delete;

    [[nodiscard]] CandidateList const& rows() const { return *rows_; }
    // Empty if they are no candidate.
    [[nodiscard]] std::optional<Candidate> find(Couple couple) const {
        return rows_->with_cells([&](auto cells) -> std::optional<Candidate> {
            auto const row = row_of(cells, couple.mentor);
            auto among = near_in(row, couple.mentee);
            if (among.empty()) return std::nullopt;
            if (among.front().mentee() > couple.mentee || among.back().mentee() < couple.mentee) among = row;
            // By halves, without branches: where it stands cannot be foreseen.
            auto const* at = among.data();
            for (auto left = among.size(); left > 1; left -= left / 2)
                at += at[left / 2].mentee() <= couple.mentee ? left / 2 : 0;
            if (at->mentee() != couple.mentee) return std::nullopt;
            return candidate_of(couple.mentor, *at);
        });
    }

    // Where it is looked for first.
    [[nodiscard]] std::span<std::byte const> near(Couple couple) const {
        return rows_->with_cells([&](auto cells) -> std::span<std::byte const> {
            return std::as_bytes(near_in(row_of(cells, couple.mentor), couple.mentee));
        });
    }

  private:
    CandidateList ordered_;  // a copy, only where they came in another order
    CandidateList const* rows_;
    std::size_t mentees_;
};

// A couple of the result.
struct Held {
    Candidate candidate;
    bool is_locked = false;
};

class Check {
  public:
    Check(Snapshot const& snapshot, Assignment const& assignment)
        : snapshot_(snapshot),
          assignment_(assignment),
          register_(snapshot.candidates, snapshot.mentees.size()),
          bans_(each_once(couples_in_order(snapshot.bans))),
          locks_(couples_in_order(snapshot.locks)) {}

    Certificate run() {
        certificate_.flaw = flaw_of_couples();
        if (certificate_.verified() && !every_missing_lock_has_a_reason()) certificate_.flaw = Flaw::lock_missing;
        if (certificate_.verified() && !takes_divided_places()) certificate_.flaw = Flaw::divided_wrong;
        if (!certificate_.verified()) return certificate_;
        count();
        set_bars();
        if (snapshot_.objective == Objective::stable)
            certificate_.flaw = flaw_of_bars();
        else
            certificate_.flaw =
                snapshot_.objective == Objective::fair && has_open_pairs() ? flaw_of_floors() : flaw_of_prices();
        return certificate_;
    }

  private:
    Flaw flaw_of_couples() {
        static constexpr std::size_t kAhead = 16;
        static constexpr std::size_t kLine = 64;  // of memory
        mentor_places_ = places_of(snapshot_.mentors);
        mentee_places_ = places_of(snapshot_.mentees);
        auto mentor_left = mentor_places_;
        auto mentee_left = mentee_places_;
        couples_ = assignment_.couples;
        if (!std::is_sorted(couples_.begin(), couples_.end())) {
            ordered_couples_ = couples_in_order(assignment_.couples);
            couples_ = ordered_couples_;
        }
        held_.reserve(couples_.size());
        for (std::size_t k = 0; k < couples_.size(); ++k) {
            auto const couple = couples_[k];
            if (k + kAhead < couples_.size() && is_within(couples_[k + kAhead])) {
                // Here and not in a function of its own: g++ 12 takes one that only fetches for one that does nothing.
                auto const near = register_.near(couples_[k + kAhead]);
                for (std::size_t at = 0; at < near.size(); at += kLine) __builtin_prefetch(&near[at]);
                __builtin_prefetch(&mentee_left[couples_[k + kAhead].mentee]);
            }
            auto const candidate = is_within(couple) ? register_.find(couple) : std::nullopt;
            if (!candidate) return Flaw::couple_unknown;
            if (k > 0 && couples_[k - 1] == couple) return Flaw::couple_twice;
            if (is_ban(couple)) return Flaw::couple_apart;
            held_.push_back({*candidate, holds(locks_, couple)});
            if (--mentor_left[couple.mentor] < 0 || --mentee_left[couple.mentee] < 0) return Flaw::over_capacity;
        }
        mentor_load_ = difference(mentor_places_, std::move(mentor_left));
        mentee_load_ = difference(mentee_places_, std::move(mentee_left));
        for (auto const& both : snapshot_.shared)
            if (mentor_load_[both.mentor] + mentee_load_[both.mentee] > both.places) return Flaw::over_capacity;
        return Flaw::none;
    }

    [[nodiscard]] bool is_ban(Couple couple) const { return holds(bans_, couple); }
    [[nodiscard]] bool is_locked(Couple couple) const { return holds(locks_, couple) && is_held(couple); }
    [[nodiscard]] bool is_held(Couple couple) const {
        return std::binary_search(couples_.begin(), couples_.end(), couple);
    }

    [[nodiscard]] bool is_within(Couple couple) const {
        return couple.mentor < snapshot_.mentors.size() && couple.mentee < snapshot_.mentees.size();
    }

    [[nodiscard]] bool has_no_shared_place(Couple lock) const {
        return std::any_of(snapshot_.shared.begin(), snapshot_.shared.end(), [&](Shared const& both) {
            return (both.mentor == lock.mentor || both.mentee == lock.mentee) &&
                   mentor_locked_[both.mentor] + mentee_locked_[both.mentee] == both.places;
        });
    }

    // Places that were divided beforehand are what is proved; nobody else's may have been touched.
    [[nodiscard]] bool takes_divided_places() {
        if (!assignment_.divided) return true;
        auto const& [mentors, mentees] = *assignment_.divided;
        if (mentors.size() != mentor_places_.size() || mentees.size() != mentee_places_.size()) return false;
        auto mentor_left = places_left_of_mentors();
        auto mentee_left = places_left_of_mentees();
        for (auto const& both : snapshot_.shared) {
            auto const left = both.places - mentor_locked_[both.mentor] - mentee_locked_[both.mentee];
            auto const teaches = mentors[both.mentor];
            auto const learns = mentees[both.mentee];
            if (teaches < 0 || learns < 0 || teaches > mentor_left[both.mentor] || learns > mentee_left[both.mentee] ||
                teaches + learns > left)
                return false;
            mentor_left[both.mentor] = teaches;
            mentee_left[both.mentee] = learns;
        }
        if (mentors != mentor_left || mentees != mentee_left) return false;
        for (std::size_t i = 0; i < mentors.size(); ++i) mentor_places_[i] = mentors[i] + mentor_locked_[i];
        for (std::size_t j = 0; j < mentees.size(); ++j) mentee_places_[j] = mentees[j] + mentee_locked_[j];
        return true;
    }
    [[nodiscard]] std::int32_t left_in_all(Shared const& both) const {
        return both.places - mentor_locked_[both.mentor] - mentee_locked_[both.mentee];
    }
    [[nodiscard]] std::vector<std::int32_t> places_left_of_mentors() const {
        auto left = mentor_places_;
        for (std::size_t i = 0; i < left.size(); ++i) left[i] -= mentor_locked_[i];
        for (auto const& both : snapshot_.shared) left[both.mentor] = std::min(left[both.mentor], left_in_all(both));
        return left;
    }
    [[nodiscard]] std::vector<std::int32_t> places_left_of_mentees() const {
        auto left = mentee_places_;
        for (std::size_t j = 0; j < left.size(); ++j) left[j] -= mentee_locked_[j];
        for (auto const& both : snapshot_.shared) left[both.mentee] = std::min(left[both.mentee], left_in_all(both));
        return left;
    }

    [[nodiscard]] bool every_missing_lock_has_a_reason() {
        mentor_locked_.assign(snapshot_.mentors.size(), 0);
        mentee_locked_.assign(snapshot_.mentees.size(), 0);
        for (auto const& held : held_) {
            if (!held.is_locked) continue;
            ++mentor_locked_[held.candidate.mentor];
            ++mentee_locked_[held.candidate.mentee];
        }
        return std::all_of(snapshot_.locks.begin(), snapshot_.locks.end(), [&](Couple lock) {
            return is_locked(lock) || is_ban(lock) || !register_.find(lock) ||
                   mentor_locked_[lock.mentor] == snapshot_.mentors[lock.mentor].capacity ||
                   mentee_locked_[lock.mentee] == snapshot_.mentees[lock.mentee].capacity || has_no_shared_place(lock);
        });
    }

    void count() {
        certificate_.pairs = std::ssize(assignment_.couples);
        for (auto const& held : held_) certificate_.total_benefit += held.candidate.benefit;
        auto const reached = [](auto const& load) {
            return std::count_if(load.begin(), load.end(), [](auto n) { return n > 0; });
        };
        certificate_.mentors_reached = reached(mentor_load_);
        certificate_.mentees_reached = reached(mentee_load_);
    }

    void set_bars() {
        mentor_bars_ = bars_where_places_are_free(mentor_load_, mentor_places_);
        mentee_bars_ = bars_where_places_are_free(mentee_load_, mentee_places_);
        for (auto const& held : held_) {
            if (held.is_locked) continue;
            auto const& c = held.candidate;
            mentor_bars_[c.mentor] = std::min(mentor_bars_[c.mentor], Bar{c.mentor_benefit});
            mentee_bars_[c.mentee] = std::min(mentee_bars_[c.mentee], Bar{c.mentee_benefit});
        }
    }
    static std::vector<Bar> bars_where_places_are_free(std::vector<std::int32_t> const& load,
                                                       std::vector<std::int32_t> const& places) {
        std::vector<Bar> bars(load.size(), kClosedBar);
        for (std::size_t i = 0; i < bars.size(); ++i)
            if (load[i] < places[i]) bars[i] = kOpenBar;
        return bars;
    }

    // Counts the couples that would both rather have each other. How much open candidates are worth above their prices.
    Worth look_at_all(PassFigures const& figures) {
        auto count = pass_over(register_.rows(), figures);
        Worth above;
        // By how much it is above its prices.
        auto const take_out = [&](Candidate const& c) {
            auto const by = std::max(Worth{}, figures.above_prices(c));
            count.beat_bars -= static_cast<std::int64_t>(figures.beats_bars(c));
            count.above_prices -= static_cast<std::int64_t>(by > Worth{});
            return by;
        };
        for (auto const& held : held_) {
            auto const by = take_out(held.candidate);
            if (!held.is_locked) above += by;
        }
        for (auto const& ban : bans_)
            if (auto const candidate = register_.find(ban)) take_out(*candidate);
        certificate_.blocking_pairs = count.beat_bars;
        return count.above_prices == 0 ? above : above + above_of_those_not_held(figures);
    }
    // Seldom asked: most proofs leave nothing above their prices but what is held.
    [[nodiscard]] Worth above_of_those_not_held(PassFigures const& figures) const {
        Worth above;
        register_.rows().for_each([&](Candidate const& c) {
            auto const by = figures.above_prices(c);
            Couple const couple{c.mentor, c.mentee};
            if (by > Worth{} && !is_ban(couple) && !is_held(couple)) above += by;
        });
        return above;
    }

    [[nodiscard]] Flaw flaw_of_bars() {
        look_at_all({mentor_bars_, mentee_bars_});
        return certificate_.blocking_pairs == 0 ? Flaw::none : Flaw::blocking_pairs;
    }

    [[nodiscard]] bool has_open_pairs() const {
        return std::any_of(held_.begin(), held_.end(), [](Held const& held) { return !held.is_locked; });
    }

    [[nodiscard]] Flaw flaw_of_floors() {
        FairResult result{register_.rows(),
                          {},
                          places_left_of_mentors(),
                          places_left_of_mentees(),
                          [&](Couple couple) { return !is_ban(couple) && !is_held(couple); },
                          assignment_};
        for (auto const& held : held_)
            if (!held.is_locked) result.held.push_back(held.candidate);
        look_at_all({mentor_bars_, mentee_bars_});
        return engine::flaw_of_floors(result);
    }

    [[nodiscard]] Priority priority() const {
        return snapshot_.objective == Objective::fair ? Priority::most_pairs : snapshot_.priority;
    }

    [[nodiscard]] Flaw flaw_of_prices() {
        Worth reached;
        for (auto const& held : held_)
            if (!held.is_locked) reached += worth_of_couple(held.candidate.benefit, priority());
        auto const mentors = places_left_of_mentors();
        auto const mentees = places_left_of_mentees();
        if (assignment_.proof.empty())
            return flaw_of_prices(assignment_.mentor_prices, assignment_.mentee_prices, mentors, mentees, reached);
        std::size_t visited = 0;
        return flaw_of_branch(0, mentors, mentees, reached, visited);
    }

    // Every allowed answer lies in one of two branches; in none of them is anything worth more.
    [[nodiscard]] Flaw flaw_of_branch(std::size_t at, std::vector<std::int32_t> const& mentors,
                                      std::vector<std::int32_t> const& mentees, Worth reached, std::size_t& visited) {
        if (at >= assignment_.proof.size() || ++visited > assignment_.proof.size()) return Flaw::prices_missing;
        auto const& branch = assignment_.proof[at];
        if (!branch.split) return flaw_of_prices(branch.mentor_prices, branch.mentee_prices, mentors, mentees, reached);
        auto const& split = *branch.split;
        if (!is_fair(split)) return Flaw::prices_do_not_prove;
        auto fewer_mentors = mentors;
        fewer_mentors[split.mentor] = std::min(fewer_mentors[split.mentor], split.most_teaching);
        auto fewer_mentees = mentees;
        fewer_mentees[split.mentee] = std::min(fewer_mentees[split.mentee], split.places - split.most_teaching - 1);
        auto const flaw = flaw_of_branch(split.one, fewer_mentors, mentees, reached, visited);
        return flaw == Flaw::none ? flaw_of_branch(split.other, mentors, fewer_mentees, reached, visited) : flaw;
    }

    [[nodiscard]] bool is_fair(ProofSplit const& split) const {
        return split.most_teaching >= 0 && split.places > split.most_teaching &&
               std::any_of(snapshot_.shared.begin(), snapshot_.shared.end(), [&](Shared const& both) {
                   return both.mentor == split.mentor && both.mentee == split.mentee &&
                          both.places - mentor_locked_[both.mentor] - mentee_locked_[both.mentee] == split.places;
               });
    }

    [[nodiscard]] Flaw flaw_of_prices(std::vector<Worth> const& u, std::vector<Worth> const& v,
                                      std::vector<std::int32_t> const& mentors,
                                      std::vector<std::int32_t> const& mentees, Worth reached) {
        if (u.size() != mentors.size() || v.size() != mentees.size()) return Flaw::prices_missing;
        auto const negative = [](Worth price) { return price < Worth{}; };
        if (std::any_of(u.begin(), u.end(), negative) || std::any_of(v.begin(), v.end(), negative))
            return Flaw::price_negative;
        Worth bound;
        auto const ranking = priority();
        for (std::size_t i = 0; i < u.size(); ++i) bound += u[i] * mentors[i];
        for (std::size_t j = 0; j < v.size(); ++j) bound += v[j] * mentees[j];
        bound += look_at_all({mentor_bars_, mentee_bars_, &u, &v, ranking});
        return bound <= reached ? Flaw::none : Flaw::prices_do_not_prove;
    }

    Snapshot const& snapshot_;
    Assignment const& assignment_;
    Certificate certificate_;
    Register register_;
    std::vector<Couple> bans_;  // in order, each once
    std::vector<Couple> locks_;
    std::vector<Couple> ordered_couples_;  // a copy, only where they came in another order
    std::span<Couple const> couples_;
    std::vector<Held> held_;  // like couples_
    std::vector<std::int32_t> mentor_load_;
    std::vector<std::int32_t> mentee_load_;
    std::vector<std::int32_t> mentor_locked_;
    std::vector<std::int32_t> mentee_locked_;
    std::vector<std::int32_t> mentor_places_;
    std::vector<std::int32_t> mentee_places_;
    std::vector<Bar> mentor_bars_;
    std::vector<Bar> mentee_bars_;
};

}  // namespace

Certificate certify(Snapshot const& snapshot, Assignment const& assignment) {
    return Check(snapshot, assignment).run();
}

std::string to_text(Flaw flaw) {
    switch (flaw) {
        case Flaw::none:
            return "verified";
        case Flaw::couple_unknown:
            return "a pair is not among the allowed pairs";
        case Flaw::couple_twice:
            return "a pair stands twice";
        case Flaw::couple_apart:
            return "a pair that is kept apart";
        case Flaw::over_capacity:
            return "somebody has more partners than places";
        case Flaw::lock_missing:
            return "a pair that is kept together is missing";
        case Flaw::prices_missing:
            return "no prices";
        case Flaw::price_negative:
            return "a price is below zero";
        case Flaw::prices_do_not_prove:
            return "the prices do not prove the result best";
        case Flaw::floor_missing:
            return "no proof of the least benefit";
        case Flaw::below_floor:
            return "a pair gains less than the least benefit";
        case Flaw::floor_miscounted:
            return "not as many pairs gain the least benefit as it says";
        case Flaw::floors_end_wrong:
            return "a wrong reason why no further pairs were raised";
        case Flaw::floor_does_not_prove:
            return "the least benefit could be greater, fewer could gain so little, or there could be more pairs";
        case Flaw::divided_wrong:
            return "places that are shared between the sides were not divided as they may be";
        case Flaw::blocking_pairs:
            return "two people would both rather have each other";
    }
    return "unknown";
}

}  // namespace matching::engine
