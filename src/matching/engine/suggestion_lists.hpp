#pragma once
// Who is on how many lists of suggestions, and how many more they may be on.

#include <algorithm>
#include <set>
#include <vector>

#include "matching/engine/snapshot.hpp"

namespace matching::engine {

class SuggestionLists {
  public:
    // `snapshot` must outlive it; `each`: lists for a place.
    SuggestionLists(Snapshot const& snapshot, std::int32_t each)
        : snapshot_(snapshot),
          each_(each),
          of_mentors_(snapshot.mentors.size(), 0),
          of_mentees_(snapshot.mentees.size(), 0) {}

    [[nodiscard]] bool holds(Couple couple) const { return suggested_.contains(couple); }
    [[nodiscard]] std::int32_t of_mentor(Index mentor) const { return of_mentors_[mentor]; }
    [[nodiscard]] std::int32_t of_mentee(Index mentee) const { return of_mentees_[mentee]; }
    [[nodiscard]] std::int32_t room_of_mentor(Index mentor) const {
        return room(snapshot_.mentors[mentor], of_mentors_[mentor]);
    }
    [[nodiscard]] std::int32_t room_of_mentee(Index mentee) const {
        return room(snapshot_.mentees[mentee], of_mentees_[mentee]);
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
    // Never more than anybody may have places: what is left is matched like any snapshot.
    [[nodiscard]] std::int32_t room(Participant const& participant, std::int32_t lists) const {
        return std::clamp(each_ * participant.capacity - lists, 0, kMostPlaces);
    }

    Snapshot const& snapshot_;
    std::int32_t each_;
    std::set<Couple> suggested_;
    std::vector<std::int32_t> of_mentors_;
    std::vector<std::int32_t> of_mentees_;
};

}  // namespace matching::engine
