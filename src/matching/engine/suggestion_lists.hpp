#pragma once
// Who is on how many lists of suggestions, and how many more they may be on.

#include <algorithm>
#include <vector>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

class SuggestionLists {
  public:
    // `snapshot` must outlive it; `each`: lists for a place.
    SuggestionLists(Snapshot const& snapshot, std::int32_t each)
        : snapshot_(snapshot),
          each_(each),
          of_mentors_(snapshot.mentors.size()),
          of_mentees_(snapshot.mentees.size(), 0) {}

    // Asked of every option there is, so it looks through the few that the mentor has.
    [[nodiscard]] bool holds(Couple couple) const {
        auto const& list = of_mentors_[couple.mentor];
        return std::find(list.begin(), list.end(), couple.mentee) != list.end();
    }
    [[nodiscard]] std::int32_t of_mentor(Index mentor) const {
        return static_cast<std::int32_t>(of_mentors_[mentor].size());
    }
    [[nodiscard]] std::int32_t of_mentee(Index mentee) const { return of_mentees_[mentee]; }
    [[nodiscard]] std::int32_t room_of_mentor(Index mentor) const {
        return room(snapshot_.mentors[mentor], of_mentor(mentor));
    }
    [[nodiscard]] std::int32_t room_of_mentee(Index mentee) const {
        return room(snapshot_.mentees[mentee], of_mentees_[mentee]);
    }
    [[nodiscard]] bool have_room(Couple couple) const {
        return room_of_mentor(couple.mentor) > 0 && room_of_mentee(couple.mentee) > 0;
    }
    [[nodiscard]] std::ptrdiff_t size() const { return size_; }
    // One that is not on them.
    void add(Couple couple) {
        of_mentors_[couple.mentor].push_back(couple.mentee);
        ++of_mentees_[couple.mentee];
        ++size_;
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
    // Never more than anybody may have places: what is left is matched like any snapshot.
    [[nodiscard]] std::int32_t room(Participant const& participant, std::int32_t lists) const {
        return std::clamp(each_ * participant.capacity - lists, 0, kMostPlaces);
    }

    Snapshot const& snapshot_;
    std::int32_t each_;
    std::vector<std::vector<Index>> of_mentors_;
    std::vector<std::int32_t> of_mentees_;
    std::ptrdiff_t size_ = 0;
};

}  // namespace matching::engine
