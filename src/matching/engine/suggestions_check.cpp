#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "matching/engine/coverage.hpp"
#include "matching/engine/suggestions.hpp"

namespace matching::engine {

namespace {

class SuggestionCheck {
  public:
    SuggestionCheck(Snapshot const& snapshot, Assignment const& assignment, Suggestions const& suggestions,
                    std::int32_t each)
        : snapshot_(people_alone(snapshot)), open_(open_couples(snapshot)), suggestions_(suggestions), each_(each) {
        divide_places(assignment);
        of_mentors_.assign(snapshot_.mentors.size(), 0);
        of_mentees_.assign(snapshot_.mentees.size(), 0);
        flaw_ = add(assignment.couples);
    }

    SuggestionFlaw run() {
        auto const step = [&](SuggestionFlaw found) {
            if (flaw_ == SuggestionFlaw::none) flaw_ = found;
        };
        step(add(suggestions_.for_largest));
        step(flaw_of_mentors_served());
        step(add(suggestions_.for_mentors));
        step(flaw_of_mentees_served());
        step(add(suggestions_.for_mentees));
        step(add(suggestions_.in_reserve));
        step(add(suggestions_.filled_up));
        if (flaw_ == SuggestionFlaw::none && each_ > 1 && pairs_of(suggested_) != pairs_of(open_))
            return SuggestionFlaw::not_the_largest;
        if (flaw_ == SuggestionFlaw::none && !names_what_costs()) return SuggestionFlaw::costly_wrong;
        return flaw_;
    }

  private:
    static std::vector<Couple> open_couples(Snapshot const& snapshot) {
        auto bans = snapshot.bans;
        std::sort(bans.begin(), bans.end());
        std::vector<Couple> open;
        open.reserve(snapshot.candidates.size());
        for (auto const& c : snapshot.candidates)
            if (Couple const couple{c.mentor, c.mentee}; !std::binary_search(bans.begin(), bans.end(), couple))
                open.push_back(couple);
        if (!std::is_sorted(open.begin(), open.end())) std::sort(open.begin(), open.end());
        open.erase(std::unique(open.begin(), open.end()), open.end());
        return open;
    }
    [[nodiscard]] bool is_open(Couple couple) const { return std::binary_search(open_.begin(), open_.end(), couple); }

    // As the suggestions were made: whoever shares places has on each side what the assignment used.
    void divide_places(Assignment const& assignment) {
        for (auto const& both : snapshot_.shared) {
            auto const uses = [&](Index Couple::*side, Index person) {
                return static_cast<std::int32_t>(std::count_if(assignment.couples.begin(), assignment.couples.end(),
                                                               [&](Couple c) { return c.*side == person; }));
            };
            snapshot_.mentors[both.mentor].capacity = uses(&Couple::mentor, both.mentor);
            snapshot_.mentees[both.mentee].capacity = uses(&Couple::mentee, both.mentee);
        }
        snapshot_.shared.clear();
    }

    SuggestionFlaw add(std::vector<Couple> const& couples) {
        for (auto const& couple : couples) {
            if (!is_open(couple)) return SuggestionFlaw::not_open;
            if (!suggested_.insert(couple).second) return SuggestionFlaw::twice;
            if (++of_mentors_[couple.mentor] > each_ * snapshot_.mentors[couple.mentor].capacity)
                return SuggestionFlaw::too_many_lists;
            if (++of_mentees_[couple.mentee] > each_ * snapshot_.mentees[couple.mentee].capacity)
                return SuggestionFlaw::too_many_lists;
        }
        return SuggestionFlaw::none;
    }

    // One side as the other sees it: who is on how many lists, and where the cover says that no more can be served.
    struct OneSide {
        Index Couple::*person;
        std::vector<Participant> const& people;
        std::vector<std::int32_t> const& lists;
        std::vector<bool> const& cover;

        [[nodiscard]] bool fits() const { return cover.size() == people.size(); }
        [[nodiscard]] std::int32_t room(std::size_t at, std::int32_t each) const {
            return each * people[at].capacity - lists[at];
        }
    };

    [[nodiscard]] SuggestionFlaw flaw_of_mentors_served() const {
        auto const& cover = suggestions_.mentors_served;
        return flaw_of_served(suggestions_.for_mentors,
                              {&Couple::mentor, snapshot_.mentors, of_mentors_, cover.mentors},
                              {&Couple::mentee, snapshot_.mentees, of_mentees_, cover.mentees});
    }
    [[nodiscard]] SuggestionFlaw flaw_of_mentees_served() const {
        auto const& cover = suggestions_.mentees_served;
        return flaw_of_served(suggestions_.for_mentees,
                              {&Couple::mentee, snapshot_.mentees, of_mentees_, cover.mentees},
                              {&Couple::mentor, snapshot_.mentors, of_mentors_, cover.mentors});
    }

    // Everybody served is on a list for the first time, and the cover says that there cannot be more of them.
    [[nodiscard]] SuggestionFlaw flaw_of_served(std::vector<Couple> const& served, OneSide const& theirs,
                                                OneSide const& others) const {
        if (!theirs.fits() || !others.fits()) return SuggestionFlaw::not_served;
        auto const waits = [&](std::size_t at) { return theirs.lists[at] == 0 && theirs.room(at, each_) > 0; };
        std::int64_t most = 0;
        for (std::size_t at = 0; at < theirs.people.size(); ++at)
            most += static_cast<std::int64_t>(theirs.cover[at] && waits(at));
        for (std::size_t at = 0; at < others.people.size(); ++at) most += others.cover[at] ? others.room(at, each_) : 0;
        for (auto const& couple : open_) {
            auto const at = couple.*theirs.person;
            auto const other = couple.*others.person;
            most += static_cast<std::int64_t>(waits(at) && others.room(other, each_) > 0 && !theirs.cover[at] &&
                                              !others.cover[other]);
        }
        auto const first_time = std::count_if(served.begin(), served.end(), [&](Couple couple) {
            return couple.*theirs.person < theirs.people.size() && theirs.lists[couple.*theirs.person] == 0;
        });
        return first_time == most ? SuggestionFlaw::none : SuggestionFlaw::not_served;
    }

    // `left_out` of them aside.
    template <class Couples>
    [[nodiscard]] std::int64_t pairs_of(Couples const& couples, std::optional<Couple> left_out = {}) const {
        auto only = snapshot_;
        for (auto const& couple : couples)
            if (couple != left_out) only.candidates.push_back({couple.mentor, couple.mentee, 1, 1, 1});
        return find_coverage(open_market(only)).pairs;
    }

    // Takes each suggested couple away in turn; of a large cohort only as many of them as the time allows.
    [[nodiscard]] bool names_what_costs() const {
        static constexpr std::size_t kMostChecked = 4'000'000;
        auto const pairs = pairs_of(suggested_);
        std::set<Couple> const costly(suggestions_.costly.begin(), suggestions_.costly.end());
        auto looks_left = kMostChecked / std::max<std::size_t>(1, suggested_.size());
        for (auto const& couple : suggested_) {
            if (looks_left-- == 0) return true;
            if ((pairs_of(suggested_, couple) < pairs) != costly.contains(couple)) return false;
        }
        return std::all_of(costly.begin(), costly.end(), [&](Couple c) { return suggested_.contains(c); });
    }

    Snapshot snapshot_;         // people alone
    std::vector<Couple> open_;  // in order
    Suggestions const& suggestions_;
    std::int32_t each_;
    std::set<Couple> suggested_;
    std::vector<std::int32_t> of_mentors_;
    std::vector<std::int32_t> of_mentees_;
    SuggestionFlaw flaw_ = SuggestionFlaw::none;
};

}  // namespace

SuggestionFlaw check_suggestions(Snapshot const& snapshot, Assignment const& assignment, Suggestions const& suggestions,
                                 std::int32_t each) {
    return SuggestionCheck(snapshot, assignment, suggestions, each).run();
}

std::string to_text(SuggestionFlaw flaw) {
    switch (flaw) {
        case SuggestionFlaw::none:
            return "verified";
        case SuggestionFlaw::not_open:
            return "a suggested pair is not among the allowed pairs";
        case SuggestionFlaw::twice:
            return "a pair is suggested twice";
        case SuggestionFlaw::too_many_lists:
            return "somebody stands on more lists than they may";
        case SuggestionFlaw::not_the_largest:
            return "the suggested pairs hold fewer at once than there can be";
        case SuggestionFlaw::not_served:
            return "somebody has no suggestion who could have one";
        case SuggestionFlaw::costly_wrong:
            return "the pairs that would cost one are not the ones that are named";
    }
    return "unknown";
}

}  // namespace matching::engine
