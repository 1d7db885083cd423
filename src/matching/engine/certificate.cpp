#include "matching/engine/certificate.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace matching::engine {

namespace {

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

bool stands_before(Candidate const& a, Candidate const& b) {
    return Couple{a.mentor, a.mentee} < Couple{b.mentor, b.mentee};
}

// The candidates in rows of one mentor each, by mentee, and what is said about each of them.
class Register {
  public:
    enum Mark : std::uint8_t { is_couple = 1, is_ban = 2, is_locked = 4 };

    explicit Register(Snapshot const& snapshot) : rows_(snapshot.candidates), marks_(rows_.size(), 0) {
        if (find_rows(snapshot.mentors.size())) return;
        sorted_ = snapshot.candidates;
        std::sort(sorted_.begin(), sorted_.end(), stands_before);
        rows_ = sorted_;
        find_rows(snapshot.mentors.size());
    }

    [[nodiscard]] bool is(std::size_t at, Mark mark) const { return (marks_[at] & mark) != 0; }
    void set(std::size_t at, Mark mark) { marks_[at] = static_cast<std::uint8_t>(marks_[at] | mark); }
    // kNowhere if they are no candidate.
    [[nodiscard]] std::size_t find(Couple couple) const {
        auto const begin = rows_.begin() + static_cast<std::ptrdiff_t>(first_[couple.mentor]);
        auto const end = rows_.begin() + static_cast<std::ptrdiff_t>(first_[couple.mentor + 1]);
        auto const at = std::lower_bound(begin, end, Candidate{couple.mentor, couple.mentee}, stands_before);
        return at != end && at->mentee == couple.mentee ? static_cast<std::size_t>(at - rows_.begin()) : kNowhere;
    }
    [[nodiscard]] Candidate const& at(std::size_t at) const { return rows_[at]; }
    // A mentor's candidates stand at [first_of(mentor), first_of(mentor + 1)).
    [[nodiscard]] std::size_t first_of(std::size_t mentor) const { return first_[mentor]; }

  private:
    // False if they do not stand in order.
    bool find_rows(std::size_t mentors) {
        first_.assign(mentors + 1, rows_.size());
        std::size_t at = 0;
        for (Index mentor = 0; mentor < mentors; ++mentor) {
            first_[mentor] = at;
            for (Index next = 0; at < rows_.size() && rows_[at].mentor == mentor; ++at) {
                if (rows_[at].mentee < next) return false;
                next = rows_[at].mentee;
            }
        }
        return at == rows_.size();
    }

    std::vector<Candidate> sorted_;  // a copy, only where they came in another order
    std::span<Candidate const> rows_;
    std::vector<std::uint8_t> marks_;
    std::vector<std::size_t> first_;
};

class Check {
  public:
    Check(Snapshot const& snapshot, Assignment const& assignment)
        : snapshot_(snapshot), assignment_(assignment), register_(snapshot) {
        for (auto const& couple : snapshot.bans)
            if (auto const at = register_.find(couple); at != kNowhere) register_.set(at, Register::is_ban);
    }

    Certificate run() {
        certificate_.flaw = flaw_of_couples();
        if (certificate_.verified() && !every_missing_lock_has_a_reason()) certificate_.flaw = Flaw::lock_missing;
        if (certificate_.verified() && !takes_divided_places()) certificate_.flaw = Flaw::divided_wrong;
        if (!certificate_.verified()) return certificate_;
        count();
        set_bars();
        if (snapshot_.objective == Objective::fair) certificate_.flaw = flaw_of_floor();
        if (!certificate_.verified()) return certificate_;
        certificate_.flaw = snapshot_.objective == Objective::stable ? flaw_of_bars() : flaw_of_prices();
        return certificate_;
    }

  private:
    Flaw flaw_of_couples() {
        mentor_load_.assign(snapshot_.mentors.size(), 0);
        mentee_load_.assign(snapshot_.mentees.size(), 0);
        for (auto const& participant : snapshot_.mentors) mentor_places_.push_back(participant.capacity);
        for (auto const& participant : snapshot_.mentees) mentee_places_.push_back(participant.capacity);
        for (auto const& couple : assignment_.couples) {
            auto const at = is_within(couple) ? register_.find(couple) : kNowhere;
            if (at == kNowhere) return Flaw::couple_unknown;
            if (register_.is(at, Register::is_couple)) return Flaw::couple_twice;
            if (register_.is(at, Register::is_ban)) return Flaw::couple_apart;
            register_.set(at, Register::is_couple);
            couples_.push_back(at);
            if (++mentor_load_[couple.mentor] > snapshot_.mentors[couple.mentor].capacity) return Flaw::over_capacity;
            if (++mentee_load_[couple.mentee] > snapshot_.mentees[couple.mentee].capacity) return Flaw::over_capacity;
        }
        for (auto const& both : snapshot_.shared)
            if (mentor_load_[both.mentor] + mentee_load_[both.mentee] > both.places) return Flaw::over_capacity;
        for (auto const& lock : snapshot_.locks)
            if (auto const at = register_.find(lock); at != kNowhere && register_.is(at, Register::is_couple))
                register_.set(at, Register::is_locked);
        return Flaw::none;
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
        for (auto const at : couples_) {
            if (!register_.is(at, Register::is_locked)) continue;
            ++mentor_locked_[register_.at(at).mentor];
            ++mentee_locked_[register_.at(at).mentee];
        }
        return std::all_of(snapshot_.locks.begin(), snapshot_.locks.end(), [&](Couple lock) {
            auto const at = register_.find(lock);
            return at == kNowhere || register_.is(at, Register::is_locked) || register_.is(at, Register::is_ban) ||
                   mentor_locked_[lock.mentor] == snapshot_.mentors[lock.mentor].capacity ||
                   mentee_locked_[lock.mentee] == snapshot_.mentees[lock.mentee].capacity || has_no_shared_place(lock);
        });
    }

    void count() {
        certificate_.pairs = std::ssize(assignment_.couples);
        for (auto const at : couples_) certificate_.total_benefit += register_.at(at).benefit;
        auto const reached = [](auto const& load) {
            return std::count_if(load.begin(), load.end(), [](auto n) { return n > 0; });
        };
        certificate_.mentors_reached = reached(mentor_load_);
        certificate_.mentees_reached = reached(mentee_load_);
    }

    // What each person would have to beat to be let in: nothing while a place is free, else the least valued partner
    // they are free to leave; without one, nobody can.
    using Bar = std::int64_t;
    static constexpr Bar kOpen = std::numeric_limits<Bar>::min();
    static constexpr Bar kClosed = std::numeric_limits<Bar>::max();

    void set_bars() {
        mentor_bars_ = bars_where_places_are_free(mentor_load_, mentor_places_);
        mentee_bars_ = bars_where_places_are_free(mentee_load_, mentee_places_);
        for (auto const at : couples_) {
            if (register_.is(at, Register::is_locked)) continue;
            auto const& c = register_.at(at);
            mentor_bars_[c.mentor] = std::min(mentor_bars_[c.mentor], Bar{c.mentor_benefit});
            mentee_bars_[c.mentee] = std::min(mentee_bars_[c.mentee], Bar{c.mentee_benefit});
        }
    }
    static std::vector<Bar> bars_where_places_are_free(std::vector<std::int32_t> const& load,
                                                       std::vector<std::int32_t> const& places) {
        std::vector<Bar> bars(load.size(), kClosed);
        for (std::size_t i = 0; i < bars.size(); ++i)
            if (load[i] < places[i]) bars[i] = kOpen;
        return bars;
    }

    // Visits every candidate once: it is most of the work to read them.
    template <class Visit>
    void for_each_candidate(Visit visit) {
        certificate_.blocking_pairs = 0;
        for (std::size_t mentor = 0; mentor < mentor_bars_.size(); ++mentor)
            for (auto at = register_.first_of(mentor); at < register_.first_of(mentor + 1); ++at) {
                auto const& c = register_.at(at);
                if (c.mentor_benefit > mentor_bars_[mentor] && c.mentee_benefit > mentee_bars_[c.mentee] &&
                    !register_.is(at, Register::is_couple) && !register_.is(at, Register::is_ban))
                    ++certificate_.blocking_pairs;
                visit(at, c);
            }
    }

    [[nodiscard]] Flaw flaw_of_bars() {
        for_each_candidate([](std::size_t, Candidate const&) {});
        return certificate_.blocking_pairs == 0 ? Flaw::none : Flaw::blocking_pairs;
    }

    [[nodiscard]] Flaw flaw_of_floor() {
        std::int64_t pairs = 0;
        for (auto const at : couples_) pairs += static_cast<std::int64_t>(!register_.is(at, Register::is_locked));
        if (!assignment_.floor) return pairs == 0 ? Flaw::none : Flaw::floor_missing;
        auto const& floor = *assignment_.floor;
        least_ = floor.least;
        if (std::any_of(couples_.begin(), couples_.end(), [&](std::size_t at) {
                return !register_.is(at, Register::is_locked) && register_.at(at).benefit < least_;
            }))
            return Flaw::below_floor;
        auto const most = most_pairs(floor.of_all, std::numeric_limits<std::int64_t>::min());
        auto const most_above = most_pairs(floor.of_above, least_ + 1);
        if (!most || !most_above) return Flaw::floor_missing;
        return pairs == *most && *most_above < pairs ? Flaw::none : Flaw::floor_does_not_prove;
    }

    // What the cover says about the options worth at least `least`: no more pairs than this. Empty if it is none.
    [[nodiscard]] std::optional<std::int64_t> most_pairs(Cover const& cover, std::int64_t least) const {
        auto const mentors = places_left_of_mentors();
        auto const mentees = places_left_of_mentees();
        if (cover.mentors.size() != mentors.size() || cover.mentees.size() != mentees.size()) return std::nullopt;
        std::int64_t most = 0;
        for (std::size_t i = 0; i < mentors.size(); ++i) most += cover.mentors[i] ? mentors[i] : 0;
        for (std::size_t j = 0; j < mentees.size(); ++j) most += cover.mentees[j] ? mentees[j] : 0;
        for (std::size_t mentor = 0; mentor < mentors.size(); ++mentor) {
            if (cover.mentors[mentor]) continue;
            for (auto at = register_.first_of(mentor); at < register_.first_of(mentor + 1); ++at)
                most += static_cast<std::int64_t>(register_.at(at).benefit >= least &&
                                                  !cover.mentees[register_.at(at).mentee] && is_open(at));
        }
        return most;
    }
    [[nodiscard]] bool is_open(std::size_t at) const {
        return !register_.is(at, Register::is_ban) && !register_.is(at, Register::is_locked);
    }
    [[nodiscard]] Priority priority() const {
        return snapshot_.objective == Objective::fair ? Priority::most_pairs : snapshot_.priority;
    }

    [[nodiscard]] Flaw flaw_of_prices() {
        Worth reached;
        for (auto const at : couples_)
            if (!register_.is(at, Register::is_locked))
                reached += worth_of_couple(register_.at(at).benefit, priority());
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
        for_each_candidate([&](std::size_t at, Candidate const& c) {
            auto const above = worth_of_couple(c.benefit, ranking) - u[c.mentor] - v[c.mentee];
            if (above > Worth{} && c.benefit >= least_ && is_open(at)) bound += above;
        });
        return bound <= reached ? Flaw::none : Flaw::prices_do_not_prove;
    }

    Snapshot const& snapshot_;
    Assignment const& assignment_;
    Certificate certificate_;
    Register register_;
    std::vector<std::size_t> couples_;  // positions in the register
    std::vector<std::int32_t> mentor_load_;
    std::vector<std::int32_t> mentee_load_;
    std::vector<std::int32_t> mentor_locked_;
    std::vector<std::int32_t> mentee_locked_;
    std::vector<std::int32_t> mentor_places_;
    std::vector<std::int32_t> mentee_places_;
    std::int64_t least_ = std::numeric_limits<std::int64_t>::min();  // below it nothing takes part
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
        case Flaw::floor_does_not_prove:
            return "the least benefit could be greater, or there could be more pairs";
        case Flaw::divided_wrong:
            return "places that are shared between the sides were not divided as they may be";
        case Flaw::blocking_pairs:
            return "two people would both rather have each other";
    }
    return "unknown";
}

}  // namespace matching::engine
