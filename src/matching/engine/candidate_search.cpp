#include "matching/engine/candidate_search.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "matching/engine/draw.hpp"
#include "matching/engine/in_parts.hpp"
#include "matching/engine/rule_scan.hpp"

namespace matching::engine {

namespace {

constexpr auto kSamePerson = static_cast<std::size_t>(Rule::same_person);
constexpr auto kNotAvailable = static_cast<std::size_t>(Rule::not_available);

// The best candidates of one person: by benefit, equals in the order of the draw. Half as many more are kept until they
// are cut to the best, so that one costs no search for its place.
class BestOf {
  public:
    explicit BestOf(std::size_t most) : most_(most) {}

    // `drawn` is the partner's number.
    void add(Candidate const& candidate, Index drawn) {
        Ranked const ranked{candidate, drawn};
        if (ranked.rank() < least_rank_) return;
        if (list_.empty()) list_.reserve(most_ + most_ / 2 + 1);
        list_.push_back(ranked);
        if (list_.size() == list_.capacity()) cut();
    }
    // Calls `visit` with the best, in any order.
    template <class Visit>
    void for_each(Visit visit) {
        if (list_.size() > most_) cut();
        for (auto const& ranked : list_) visit(ranked.candidate);
    }

  private:
    struct Ranked {
        Candidate candidate;
        Index drawn;

        // The greatest goes first.
        [[nodiscard]] std::int64_t rank() const { return (std::int64_t{candidate.benefit} << 32) - drawn; }
    };

    void cut() {
        auto const last = list_.begin() + static_cast<std::ptrdiff_t>(most_) - 1;
        std::nth_element(list_.begin(), last, list_.end(), [](auto& a, auto& b) { return a.rank() > b.rank(); });
        least_rank_ = last->rank();
        list_.erase(last + 1, list_.end());
    }

    std::size_t most_;
    std::int64_t least_rank_ = std::numeric_limits<std::int64_t>::min();
    std::vector<Ranked> list_;
};

std::vector<Index> numbers_in_draw(std::vector<Profile> const& side, std::uint64_t seed) {
    std::vector<Participant> participants;
    participants.reserve(side.size());
    for (auto const& profile : side) participants.push_back({profile.person, 0});
    auto const order = draw_order(participants, seed);
    std::vector<Index> number(order.size());
    for (Index i = 0; i < order.size(); ++i) number[order[i]] = i;
    return number;
}

bool is_listed_before(Candidate const& a, Candidate const& b) {
    return Couple{a.mentor, a.mentee} < Couple{b.mentor, b.mentee};
}

// What one thread finds.
struct Share {
    std::vector<Candidate> list;
    std::vector<BestOf> of_mentees;
    std::vector<std::int64_t> not_available_to;  // by mentee
    std::array<std::int64_t, kRules> taken{};
    std::array<std::int64_t, kRules> taken_alone{};
};

class Search {
  public:
    Search(World const& world, CandidateSearch const& how, Progress const& progress)
        : world_(world),
          how_(how),
          progress_(progress),
          judge_(world),
          mentor_sheets_(judge_.sheets().make(world.mentors)),
          mentee_sheets_(judge_.sheets().make(world.mentees)),
          always_(how.always) {
        std::sort(always_.begin(), always_.end());
        if (how.most_each > 0) {
            mentor_number_ = numbers_in_draw(world.mentors, how.seed);
            mentee_number_ = numbers_in_draw(world.mentees, how.seed);
        }
        found_.mentors.resize(world.mentors.size());
        found_.mentees.resize(world.mentees.size());
        shares_.resize(std::max(1U, how.threads));
        for (auto& share : shares_) {
            share.not_available_to.resize(world.mentees.size());
            if (how.most_each > 0) share.of_mentees.resize(world.mentees.size(), BestOf(how.most_each));
        }
    }

    base::Result<Candidates> run() {
        if (!look_from(Looking::mentor) || !look_from(Looking::mentee)) return cancelled();
        put_together();
        return std::move(found_);
    }

  private:
    // Every person of one side looks at the other. The mentors' look is nearly all of the work, and the only one that
    // reports.
    bool look_from(Looking looking) {
        auto const& lookers = looking == Looking::mentor ? world_.mentors : world_.mentees;
        auto const& people = looking == Looking::mentor ? world_.mentees : world_.mentors;
        RuleScan const scan({world_, judge_.tree(), people, looking, *how_.kernel});
        std::vector<Sighting> sightings(shares_.size(), scan.make_sighting());
        auto const reports = looking == Looking::mentor ? progress_ : Progress();
        return in_parts(lookers.size(), static_cast<unsigned>(shares_.size()), reports, [&](unsigned thread, auto i) {
            scan.look(lookers[i], sightings[thread]);
            count(looking, i, sightings[thread], shares_[thread]);
            if (looking == Looking::mentor) weigh_all(static_cast<Index>(i), sightings[thread], shares_[thread]);
        });
    }

    void count(Looking looking, std::size_t looker, Sighting const& sighting, Share& share) {
        auto& tally = (looking == Looking::mentor ? found_.mentors : found_.mentees)[looker];
        tally.could_meet += sighting.count_left();
        if (looking == Looking::mentor && sighting.is_on_both_sides()) ++share.taken[kSamePerson];
        for (std::size_t rule = 0; rule < kRules; ++rule) {
            auto const& sums = sighting.sums_of(static_cast<Rule>(rule));
            tally.taken[rule] += sums.taken;
            tally.taken_alone[rule] += sums.alone;
            if (looking == Looking::mentee) continue;
            share.taken[rule] += sums.taken;
            share.taken_alone[rule] += sums.alone;
        }
    }

    void weigh_all(Index mentor, Sighting const& sighting, Share& share) {
        BestOf best(how_.most_each);
        sighting.for_each_left([&](Index mentee) {
            Benefit benefit;
            if (!judge_.is_available(mentor_sheets_[mentor], mentee_sheets_[mentee], benefit))
                return count_not_available(mentor, mentee, share);
            Candidate const candidate{mentor, mentee, benefit.mentor, benefit.mentee, benefit.together};
            if (how_.most_each == 0 || std::binary_search(always_.begin(), always_.end(), Couple{mentor, mentee}))
                share.list.push_back(candidate);
            if (how_.most_each == 0) return;
            best.add(candidate, mentee_number_[mentee]);
            share.of_mentees[mentee].add(candidate, mentor_number_[mentor]);
        });
        best.for_each([&](Candidate const& candidate) { share.list.push_back(candidate); });
    }

    // Private reasons are looked at where no public one speaks, so none of them stands beside another.
    void count_not_available(Index mentor, Index mentee, Share& share) {
        --found_.mentors[mentor].could_meet;
        ++found_.mentors[mentor].taken[kNotAvailable];
        ++found_.mentors[mentor].taken_alone[kNotAvailable];
        ++share.not_available_to[mentee];
        ++share.taken[kNotAvailable];
        ++share.taken_alone[kNotAvailable];
    }

    void put_together() {
        take_lists();
        for (auto const& share : shares_)
            for (std::size_t rule = 0; rule < kRules; ++rule) {
                found_.taken[rule] += share.taken[rule];
                found_.taken_alone[rule] += share.taken_alone[rule];
            }
        for (Index mentee = 0; mentee < world_.mentees.size(); ++mentee) count_not_available(mentee);
        if (how_.most_each == 0) return;
        for (Index mentee = 0; mentee < world_.mentees.size(); ++mentee) list_best_of(mentee);
        std::sort(found_.list.begin(), found_.list.end(), is_listed_before);
        auto const same = [](Candidate const& a, Candidate const& b) { return !is_listed_before(a, b); };
        found_.list.erase(std::unique(found_.list.begin(), found_.list.end(), same), found_.list.end());
    }

    // By mentor: each thread weighed all candidates of a mentor one after the other, and mentors in their order.
    void take_lists() {
        if (shares_.size() == 1) {
            found_.list = std::move(shares_.front().list);
            return;
        }
        std::size_t size = 0;
        for (auto const& share : shares_) size += share.list.size();
        found_.list.reserve(size);
        std::vector<std::size_t> taken(shares_.size(), 0);
        for (Index mentor = 0; mentor < world_.mentors.size(); ++mentor)
            for (std::size_t k = 0; k < shares_.size(); ++k) {
                auto const& list = shares_[k].list;
                for (; taken[k] < list.size() && list[taken[k]].mentor == mentor; ++taken[k])
                    found_.list.push_back(list[taken[k]]);
            }
        for (auto& share : shares_) share.list = {};
    }

    void count_not_available(Index mentee) {
        auto& tally = found_.mentees[mentee];
        for (auto const& share : shares_) {
            tally.taken[kNotAvailable] += share.not_available_to[mentee];
            tally.taken_alone[kNotAvailable] += share.not_available_to[mentee];
            tally.could_meet -= share.not_available_to[mentee];
        }
    }

    void list_best_of(Index mentee) {
        BestOf best(how_.most_each);
        for (auto& share : shares_) {
            share.of_mentees[mentee].for_each([&](Candidate const& c) { best.add(c, mentor_number_[c.mentor]); });
            share.of_mentees[mentee] = BestOf(0);
        }
        best.for_each([&](Candidate const& candidate) { found_.list.push_back(candidate); });
    }

    World const& world_;
    CandidateSearch const& how_;
    Progress const& progress_;
    Judge judge_;
    std::vector<Sheet> mentor_sheets_;
    std::vector<Sheet> mentee_sheets_;
    std::vector<Couple> always_;
    std::vector<Index> mentor_number_;  // in the draw
    std::vector<Index> mentee_number_;
    std::vector<Share> shares_;  // by thread
    Candidates found_;
};

// Who stands on both sides: nobody, in most programmes.
std::set<base::IdBytes> people_on_both_sides(World const& world) {
    std::set<base::IdBytes> mentors;
    for (auto const& mentor : world.mentors) mentors.insert(mentor.person);
    std::set<base::IdBytes> both;
    for (auto const& mentee : world.mentees)
        if (mentors.contains(mentee.person)) both.insert(mentee.person);
    return both;
}

// Keeps the better direction of two people who could meet both ways round; equal: the one with the smaller mentor.
void drop_second_directions(World const& world, std::vector<Candidate>& list) {
    auto const on_both = people_on_both_sides(world);
    if (on_both.empty()) return;
    using Both = std::pair<base::IdBytes, base::IdBytes>;
    std::map<Both, Benefit> seen;
    auto const mentor_of = [&](Candidate const& c) { return world.mentors[c.mentor].person; };
    auto const mentee_of = [&](Candidate const& c) { return world.mentees[c.mentee].person; };
    for (auto const& candidate : list)
        if (on_both.contains(mentor_of(candidate)) && on_both.contains(mentee_of(candidate)))
            seen.emplace(Both{mentor_of(candidate), mentee_of(candidate)},
                         Benefit{candidate.mentor_benefit, candidate.mentee_benefit, candidate.benefit});
    std::erase_if(list, [&](Candidate const& candidate) {
        auto const other = seen.find({mentee_of(candidate), mentor_of(candidate)});
        if (other == seen.end()) return false;
        auto const theirs = other->second.together;
        return theirs > candidate.benefit ||
               (theirs == candidate.benefit && mentee_of(candidate) < mentor_of(candidate));
    });
}

std::int32_t places_of(Profile const& profile) {
    return std::min(profile.free_places, profile.free_in_all.value_or(profile.free_places));
}

std::vector<Shared> shared_of(World const& world, Snapshot const& snapshot) {
    std::map<base::IdBytes, Index> mentee_of;
    for (Index j = 0; j < world.mentees.size(); ++j) mentee_of.emplace(world.mentees[j].person, j);
    std::vector<Shared> shared;
    for (Index i = 0; i < world.mentors.size(); ++i) {
        auto const found = mentee_of.find(world.mentors[i].person);
        auto const in_all = world.mentors[i].free_in_all;
        if (found == mentee_of.end() || !in_all) continue;
        if (snapshot.mentors[i].capacity + snapshot.mentees[found->second].capacity > *in_all)
            shared.push_back({i, found->second, *in_all});
    }
    return shared;
}

}  // namespace

base::Result<Candidates> find_candidates(World const& world, CandidateSearch const& search, Progress const& progress) {
    TRY(found, Search(world, search, progress).run());
    auto const listed = std::ssize(found.list);
    if (!world.rules.may_swap_sides) drop_second_directions(world, found.list);
    for (auto const& tally : found.mentors) found.allowed += tally.could_meet;
    found.allowed -= listed - std::ssize(found.list);
    return found;
}

Candidates find_candidates(World const& world) {
    static constexpr std::size_t kWorthAThread = 256;  // mentors
    auto const most = static_cast<unsigned>(1 + world.mentors.size() / kWorthAThread);
    return find_candidates(world, {.threads = std::min(threads_at_hand(), most)}).value();
}

Snapshot make_snapshot(World const& world, Candidates const& candidates) {
    Snapshot snapshot;
    for (auto const& mentor : world.mentors) snapshot.mentors.push_back({mentor.person, places_of(mentor)});
    for (auto const& mentee : world.mentees) snapshot.mentees.push_back({mentee.person, places_of(mentee)});
    snapshot.shared = shared_of(world, snapshot);
    snapshot.candidates = candidates.list;
    return snapshot;
}

}  // namespace matching::engine
