#pragma once
// Who may meet whom and what each of them would gain, as small as it comes: a hundred thousand people with fifty
// candidates each are five million of them.
//
// Candidates pushed mentor after mentor stand in rows, so that none of them names its mentor. The figures of a
// programme (0..1023) take ten bits each, so a candidate is eight bytes; as soon as one figure is beyond that, all of
// them are kept in full, in sixteen.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace matching::engine {

using Index = std::uint32_t;

// Two people who may meet. A programme's figures are 0..1000; points from a rules file may be any 32-bit number,
// also negative, and are then the same for both sides.
struct Candidate {
    Index mentor = 0;
    Index mentee = 0;
    std::int32_t mentor_benefit = 0;
    std::int32_t mentee_benefit = 0;
    std::int32_t benefit = 0;  // of the couple

    bool operator==(Candidate const&) const = default;
};

// A candidate as it is kept, without its mentor.
class SmallCell {
  public:
    static constexpr unsigned kBits = 10;  // of each benefit: the mentor's lowest, then the mentee's, then the couple's
    static constexpr std::int32_t kMost = (1 << kBits) - 1;

    explicit SmallCell(Candidate const& c)
        : mentee_(c.mentee),
          benefits_(static_cast<std::uint32_t>(c.mentor_benefit) |
                    static_cast<std::uint32_t>(c.mentee_benefit) << kBits |
                    static_cast<std::uint32_t>(c.benefit) << 2 * kBits) {}

    static bool holds(Candidate const& c) {
        auto const all = static_cast<std::uint32_t>(c.mentor_benefit | c.mentee_benefit | c.benefit);
        return all <= static_cast<std::uint32_t>(kMost);  // a negative figure is beyond it too
    }
    [[nodiscard]] Index mentee() const { return mentee_; }
    [[nodiscard]] std::int32_t mentor_benefit() const { return static_cast<std::int32_t>(benefits_ & kMask); }
    [[nodiscard]] std::int32_t mentee_benefit() const { return static_cast<std::int32_t>(benefits_ >> kBits & kMask); }
    [[nodiscard]] std::int32_t benefit() const { return static_cast<std::int32_t>(benefits_ >> 2 * kBits); }

  private:
    static constexpr std::uint32_t kMask = kMost;

    Index mentee_;
    std::uint32_t benefits_;
};

class WideCell {
  public:
    explicit WideCell(Candidate const& c)
        : mentee_(c.mentee),
          mentor_benefit_(c.mentor_benefit),
          mentee_benefit_(c.mentee_benefit),
          benefit_(c.benefit) {}

    [[nodiscard]] Index mentee() const { return mentee_; }
    [[nodiscard]] std::int32_t mentor_benefit() const { return mentor_benefit_; }
    [[nodiscard]] std::int32_t mentee_benefit() const { return mentee_benefit_; }
    [[nodiscard]] std::int32_t benefit() const { return benefit_; }

  private:
    Index mentee_;
    std::int32_t mentor_benefit_;
    std::int32_t mentee_benefit_;
    std::int32_t benefit_;
};

template <class Cell>
Candidate candidate_of(Index mentor, Cell const& cell) {
    return {mentor, cell.mentee(), cell.mentor_benefit(), cell.mentee_benefit(), cell.benefit()};
}

class CandidateList {
  public:
    // Gives out values, from the first to the last.
    class Iterator {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Candidate;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Candidate;

        Iterator() = default;
        Iterator(CandidateList const& list, std::size_t at) : list_(&list), at_(at) {}

        Candidate operator*() const { return list_->candidate_at(list_->mentor_from(mentor_, at_), at_); }
        Iterator& operator++() {
            mentor_ = list_->mentor_from(mentor_, at_++);
            return *this;
        }
        Iterator operator++(int) {
            auto const before = *this;
            ++*this;
            return before;
        }
        bool operator==(Iterator const& other) const { return at_ == other.at_; }

      private:
        CandidateList const* list_ = nullptr;
        std::size_t at_ = 0;
        Index mentor_ = 0;  // of the one before
    };
    using value_type = Candidate;
    using const_iterator = Iterator;

    CandidateList() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a list of candidates is one, however it is kept.
    CandidateList(std::vector<Candidate> const& list);

    [[nodiscard]] std::size_t size() const { return is_wide_ ? wide_.size() : small_.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Candidate operator[](std::size_t at) const;
    [[nodiscard]] Candidate back() const { return (*this)[size() - 1]; }
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }

    void push_back(Candidate const& candidate);
    // Room for so many small ones.
    void reserve(std::size_t count) { small_.reserve(count); }
    void clear() { *this = {}; }

    // By mentor, then mentee; the same couple may stand there twice.
    [[nodiscard]] bool is_in_order() const { return mentors_.empty() && mentees_ascend_; }
    // Every mentor is one there is: a row is opened for each up to the last.
    void put_in_order();

    // The candidates of a mentor are numbered [first_of(mentor), first_of(mentor + 1)); only while it is_in_order().
    [[nodiscard]] std::size_t first_of(std::size_t mentor) const {
        return mentor < first_.size() ? first_[mentor] : size();
    }

    // Calls `visit` with all candidates as a span of SmallCell or of WideCell, so that a loop asks only once which.
    template <class Visit>
    decltype(auto) with_cells(Visit visit) const {
        return is_wide_ ? visit(std::span(wide_)) : visit(std::span(small_));
    }
    template <class Visit>
    void for_each(Visit visit) const {
        with_cells([&](auto cells) {
            Index mentor = 0;
            for (std::size_t at = 0; at < cells.size(); ++at) {
                mentor = mentor_from(mentor, at);
                visit(candidate_of(mentor, cells[at]));
            }
        });
    }

    // What `change` makes of each of them, in their order.
    template <class Change>
    [[nodiscard]] CandidateList transformed(Change change) const {
        CandidateList made;
        made.reserve(is_wide_ ? 0 : size());
        for_each([&](Candidate const& candidate) { made.push_back(change(candidate)); });
        return made;
    }
    template <class Unwanted>
    friend void erase_if(CandidateList& list, Unwanted is_unwanted) {
        CandidateList kept;
        list.for_each([&](Candidate const& candidate) {
            if (!is_unwanted(candidate)) kept.push_back(candidate);
        });
        list = std::move(kept);
    }

  private:
    // Rows of nobody that one push opens: an index that is none must not fill the memory with them.
    static constexpr std::size_t kFarApart = std::size_t{1} << 24U;

    [[nodiscard]] Candidate candidate_at(Index mentor, std::size_t at) const {
        return is_wide_ ? candidate_of(mentor, wide_[at]) : candidate_of(mentor, small_[at]);
    }
    // The mentor of the candidate: `before`, or one behind it.
    [[nodiscard]] Index mentor_from(Index before, std::size_t at) const {
        if (!mentors_.empty()) return mentors_[at];
        while (first_of(std::size_t{before} + 1) <= at) ++before;
        return before;
    }
    void add(Candidate const& candidate, std::size_t most_apart);
    void name_mentor(Index mentor, std::size_t most_apart);
    void name_every_mentor();
    void keep_in_full();

    std::vector<std::size_t> first_;  // by mentor, as far as rows have begun
    std::vector<Index> mentors_;      // of each candidate; only once they came out of order
    std::vector<SmallCell> small_;
    std::vector<WideCell> wide_;
    bool is_wide_ = false;
    bool mentees_ascend_ = true;  // in each row
};

}  // namespace matching::engine
