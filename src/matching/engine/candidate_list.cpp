#include "matching/engine/candidate_list.hpp"

#include <limits>
#include <utility>

namespace matching::engine {

CandidateList::CandidateList(std::vector<Candidate> const& list) {
    reserve(list.size());
    for (auto const& candidate : list) push_back(candidate);
}

Candidate CandidateList::operator[](std::size_t at) const {
    auto const mentor =
        mentors_.empty() ? static_cast<Index>(std::upper_bound(first_.begin(), first_.end(), at) - first_.begin() - 1)
                         : mentors_[at];
    return candidate_at(mentor, at);
}

void CandidateList::push_back(Candidate const& candidate) {
    add(candidate, kFarApart);
}

void CandidateList::add(Candidate const& candidate, std::size_t most_apart) {
    if (!is_wide_ && !SmallCell::holds(candidate)) keep_in_full();
    name_mentor(candidate.mentor, most_apart);
    if (mentors_.empty() && size() > first_.back())
        mentees_ascend_ =
            mentees_ascend_ && with_cells([&](auto cells) { return cells.back().mentee() <= candidate.mentee; });
    if (is_wide_)
        wide_.emplace_back(candidate);
    else
        small_.emplace_back(candidate);
}

void CandidateList::name_mentor(Index mentor, std::size_t most_apart) {
    if (mentors_.empty()) {
        auto const rows = first_.size();
        if (std::size_t{mentor} + 1 == rows) return;
        if (mentor >= rows && mentor - rows < most_apart) return first_.resize(std::size_t{mentor} + 1, size());
        name_every_mentor();
    }
    mentors_.push_back(mentor);
}

void CandidateList::name_every_mentor() {
    std::vector<Index> mentors;
    mentors.reserve(size() + 1);
    for_each([&](Candidate const& candidate) { mentors.push_back(candidate.mentor); });
    mentors_ = std::move(mentors);
    first_ = {};
}

void CandidateList::keep_in_full() {
    wide_.reserve(size() + 1);
    for (std::size_t at = 0; at < small_.size(); ++at) wide_.emplace_back(candidate_of(0, small_[at]));
    small_ = {};
    is_wide_ = true;
}

void CandidateList::put_in_order() {
    if (is_in_order()) return;
    std::vector<Candidate> all(begin(), end());
    *this = {};
    std::stable_sort(all.begin(), all.end(), [](Candidate const& a, Candidate const& b) {
        return std::pair(a.mentor, a.mentee) < std::pair(b.mentor, b.mentee);
    });
    for (auto const& candidate : all) add(candidate, std::numeric_limits<std::size_t>::max());
}

}  // namespace matching::engine
