#include "matching/engine/certificate.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace matching::engine {

namespace {

std::uint64_t key_of(Couple couple) {
    return std::uint64_t{couple.mentor} << 32U | couple.mentee;
}

class Check {
  public:
    Check(Snapshot const& snapshot, Assignment const& assignment) : snapshot_(snapshot), assignment_(assignment) {
        for (auto const& candidate : snapshot.candidates)
            candidate_of_.emplace(key_of({candidate.mentor, candidate.mentee}), &candidate);
        for (auto const& ban : snapshot.bans) bans_.insert(key_of(ban));
        for (auto const& couple : assignment.couples) couples_.insert(key_of(couple));
        for (auto const& lock : snapshot.locks)
            if (couples_.contains(key_of(lock))) locked_.insert(key_of(lock));
    }

    Certificate run() {
        certificate_.flaw = flaw_of_couples();
        if (certificate_.verified() && !every_missing_lock_has_a_reason()) certificate_.flaw = Flaw::lock_missing;
        if (!certificate_.verified()) return certificate_;
        count();
        certificate_.blocking_pairs = count_blocking_pairs();
        if (snapshot_.objective == Objective::stable) {
            if (certificate_.blocking_pairs != 0) certificate_.flaw = Flaw::blocking_pairs;
        } else {
            certificate_.flaw = flaw_of_prices();
        }
        return certificate_;
    }

  private:
    Flaw flaw_of_couples() {
        mentor_load_.assign(snapshot_.mentors.size(), 0);
        mentee_load_.assign(snapshot_.mentees.size(), 0);
        if (couples_.size() != assignment_.couples.size()) return Flaw::couple_twice;
        for (auto const& couple : assignment_.couples) {
            if (!candidate_of_.contains(key_of(couple))) return Flaw::couple_unknown;
            if (bans_.contains(key_of(couple))) return Flaw::couple_apart;
            if (++mentor_load_[couple.mentor] > snapshot_.mentors[couple.mentor].capacity) return Flaw::over_capacity;
            if (++mentee_load_[couple.mentee] > snapshot_.mentees[couple.mentee].capacity) return Flaw::over_capacity;
        }
        return Flaw::none;
    }

    [[nodiscard]] bool every_missing_lock_has_a_reason() {
        mentor_locked_.assign(snapshot_.mentors.size(), 0);
        mentee_locked_.assign(snapshot_.mentees.size(), 0);
        for (auto const key : locked_) {
            ++mentor_locked_[key >> 32U];
            ++mentee_locked_[key & 0xFFFFFFFFU];
        }
        return std::all_of(snapshot_.locks.begin(), snapshot_.locks.end(), [&](Couple lock) {
            return locked_.contains(key_of(lock)) || bans_.contains(key_of(lock)) ||
                   !candidate_of_.contains(key_of(lock)) ||
                   mentor_locked_[lock.mentor] == snapshot_.mentors[lock.mentor].capacity ||
                   mentee_locked_[lock.mentee] == snapshot_.mentees[lock.mentee].capacity;
        });
    }

    void count() {
        certificate_.pairs = std::ssize(assignment_.couples);
        for (auto const& couple : assignment_.couples)
            certificate_.total_benefit += candidate_of_.at(key_of(couple))->benefit;
        auto const reached = [](auto const& load) {
            return std::count_if(load.begin(), load.end(), [](auto n) { return n > 0; });
        };
        certificate_.mentors_reached = reached(mentor_load_);
        certificate_.mentees_reached = reached(mentee_load_);
    }

    // What each person would have to beat to be let in: nothing while a place is free, else the least valued partner
    // they are free to leave.
    struct Threshold {
        bool has_free_place = false;
        std::optional<std::int32_t> least;

        [[nodiscard]] bool is_beaten_by(std::int32_t benefit) const {
            return has_free_place || (least && benefit > *least);
        }
        void hold(std::int32_t benefit) { least = least ? std::min(*least, benefit) : benefit; }
    };

    [[nodiscard]] std::int64_t count_blocking_pairs() const {
        std::vector<Threshold> mentors(snapshot_.mentors.size());
        std::vector<Threshold> mentees(snapshot_.mentees.size());
        for (std::size_t i = 0; i < mentors.size(); ++i)
            mentors[i].has_free_place = mentor_load_[i] < snapshot_.mentors[i].capacity;
        for (std::size_t j = 0; j < mentees.size(); ++j)
            mentees[j].has_free_place = mentee_load_[j] < snapshot_.mentees[j].capacity;
        for (auto const& couple : assignment_.couples) {
            if (locked_.contains(key_of(couple))) continue;
            auto const* candidate = candidate_of_.at(key_of(couple));
            mentors[couple.mentor].hold(candidate->mentor_benefit);
            mentees[couple.mentee].hold(candidate->mentee_benefit);
        }
        return std::count_if(snapshot_.candidates.begin(), snapshot_.candidates.end(), [&](Candidate const& c) {
            auto const key = key_of({c.mentor, c.mentee});
            return !couples_.contains(key) && !bans_.contains(key) &&
                   mentors[c.mentor].is_beaten_by(c.mentor_benefit) && mentees[c.mentee].is_beaten_by(c.mentee_benefit);
        });
    }

    [[nodiscard]] Flaw flaw_of_prices() const {
        auto const& u = assignment_.mentor_prices;
        auto const& v = assignment_.mentee_prices;
        if (u.size() != snapshot_.mentors.size() || v.size() != snapshot_.mentees.size()) return Flaw::prices_missing;
        auto const negative = [](Worth price) { return price < Worth{}; };
        if (std::any_of(u.begin(), u.end(), negative) || std::any_of(v.begin(), v.end(), negative))
            return Flaw::price_negative;

        Worth bound;
        Worth reached;
        for (std::size_t i = 0; i < u.size(); ++i) bound += u[i] * (snapshot_.mentors[i].capacity - mentor_locked_[i]);
        for (std::size_t j = 0; j < v.size(); ++j) bound += v[j] * (snapshot_.mentees[j].capacity - mentee_locked_[j]);
        for (auto const& candidate : snapshot_.candidates) {
            auto const key = key_of({candidate.mentor, candidate.mentee});
            if (bans_.contains(key) || locked_.contains(key)) continue;
            auto const worth =
                snapshot_.priority == Priority::most_pairs ? Worth{1, candidate.benefit} : Worth{candidate.benefit, 1};
            bound += std::max(Worth{}, worth - u[candidate.mentor] - v[candidate.mentee]);
            if (couples_.contains(key)) reached += worth;
        }
        return bound == reached ? Flaw::none : Flaw::prices_do_not_prove;
    }

    Snapshot const& snapshot_;
    Assignment const& assignment_;
    Certificate certificate_;
    std::unordered_map<std::uint64_t, Candidate const*> candidate_of_;
    std::unordered_set<std::uint64_t> bans_;
    std::unordered_set<std::uint64_t> couples_;
    std::unordered_set<std::uint64_t> locked_;
    std::vector<std::int32_t> mentor_load_;
    std::vector<std::int32_t> mentee_load_;
    std::vector<std::int32_t> mentor_locked_;
    std::vector<std::int32_t> mentee_locked_;
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
        case Flaw::blocking_pairs:
            return "two people would both rather have each other";
    }
    return "unknown";
}

}  // namespace matching::engine
