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
        if (certificate_.verified() && !takes_divided_places()) certificate_.flaw = Flaw::divided_wrong;
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
        for (auto const& participant : snapshot_.mentors) mentor_places_.push_back(participant.capacity);
        for (auto const& participant : snapshot_.mentees) mentee_places_.push_back(participant.capacity);
        if (couples_.size() != assignment_.couples.size()) return Flaw::couple_twice;
        for (auto const& couple : assignment_.couples) {
            if (!candidate_of_.contains(key_of(couple))) return Flaw::couple_unknown;
            if (bans_.contains(key_of(couple))) return Flaw::couple_apart;
            if (++mentor_load_[couple.mentor] > snapshot_.mentors[couple.mentor].capacity) return Flaw::over_capacity;
            if (++mentee_load_[couple.mentee] > snapshot_.mentees[couple.mentee].capacity) return Flaw::over_capacity;
        }
        for (auto const& both : snapshot_.shared)
            if (mentor_load_[both.mentor] + mentee_load_[both.mentee] > both.places) return Flaw::over_capacity;
        return Flaw::none;
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
        for (auto const key : locked_) {
            ++mentor_locked_[key >> 32U];
            ++mentee_locked_[key & 0xFFFFFFFFU];
        }
        return std::all_of(snapshot_.locks.begin(), snapshot_.locks.end(), [&](Couple lock) {
            return locked_.contains(key_of(lock)) || bans_.contains(key_of(lock)) ||
                   !candidate_of_.contains(key_of(lock)) ||
                   mentor_locked_[lock.mentor] == snapshot_.mentors[lock.mentor].capacity ||
                   mentee_locked_[lock.mentee] == snapshot_.mentees[lock.mentee].capacity || has_no_shared_place(lock);
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
            mentors[i].has_free_place = mentor_load_[i] < mentor_places_[i];
        for (std::size_t j = 0; j < mentees.size(); ++j)
            mentees[j].has_free_place = mentee_load_[j] < mentee_places_[j];
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
        Worth reached;
        for (auto const key : couples_)
            if (!locked_.contains(key)) reached += worth_of_couple(candidate_of_.at(key)->benefit, snapshot_.priority);
        auto const mentors = places_left_of_mentors();
        auto const mentees = places_left_of_mentees();
        if (assignment_.proof.empty())
            return flaw_of_prices(assignment_.mentor_prices, assignment_.mentee_prices, mentors, mentees, reached);
        std::size_t visited = 0;
        return flaw_of_branch(0, mentors, mentees, reached, visited);
    }

    // Every allowed answer lies in one of two branches; in none of them is anything worth more.
    [[nodiscard]] Flaw flaw_of_branch(std::size_t at, std::vector<std::int32_t> const& mentors,
                                      std::vector<std::int32_t> const& mentees, Worth reached,
                                      std::size_t& visited) const {
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
                                      std::vector<std::int32_t> const& mentees, Worth reached) const {
        if (u.size() != mentors.size() || v.size() != mentees.size()) return Flaw::prices_missing;
        auto const negative = [](Worth price) { return price < Worth{}; };
        if (std::any_of(u.begin(), u.end(), negative) || std::any_of(v.begin(), v.end(), negative))
            return Flaw::price_negative;
        Worth bound;
        for (std::size_t i = 0; i < u.size(); ++i) bound += u[i] * mentors[i];
        for (std::size_t j = 0; j < v.size(); ++j) bound += v[j] * mentees[j];
        for (auto const& candidate : snapshot_.candidates) {
            auto const key = key_of({candidate.mentor, candidate.mentee});
            if (bans_.contains(key) || locked_.contains(key)) continue;
            auto const worth = worth_of_couple(candidate.benefit, snapshot_.priority);
            bound += std::max(Worth{}, worth - u[candidate.mentor] - v[candidate.mentee]);
        }
        return bound <= reached ? Flaw::none : Flaw::prices_do_not_prove;
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
    std::vector<std::int32_t> mentor_places_;
    std::vector<std::int32_t> mentee_places_;
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
        case Flaw::divided_wrong:
            return "places that are shared between the sides were not divided as they may be";
        case Flaw::blocking_pairs:
            return "two people would both rather have each other";
    }
    return "unknown";
}

}  // namespace matching::engine
