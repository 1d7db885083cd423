#pragma once
// Who may be given to whom, by benefit: the options of a market, and the arcs of an auction. They are most of what a
// solver keeps, so an option is one word: benefit, then partner, counted so that the greater word is the better option.
// Thirty-two bits are enough for a hundred thousand people and figures up to 32,767; else it takes sixty-four.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

#include "matching/engine/candidate_list.hpp"

namespace matching::engine {

struct Option {
    Index mentee = 0;  // number in the draw
    std::int32_t benefit = 0;
};

class OptionTable {
  public:
    // Gives out values.
    class Iterator {
      public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Option;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Option;

        Iterator() = default;
        Iterator(OptionTable const& table, std::size_t at) : table_(&table), at_(static_cast<difference_type>(at)) {}

        Option operator*() const { return (*table_)[static_cast<std::size_t>(at_)]; }
        Option operator[](difference_type n) const { return *(*this + n); }
        Iterator& operator+=(difference_type n) {
            at_ += n;
            return *this;
        }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this += -1; }
        Iterator operator++(int) {
            auto const before = *this;
            ++*this;
            return before;
        }
        Iterator operator--(int) {
            auto const before = *this;
            --*this;
            return before;
        }
        Iterator operator+(difference_type n) const { return Iterator(*this) += n; }
        Iterator operator-(difference_type n) const { return Iterator(*this) += -n; }
        difference_type operator-(Iterator const& other) const { return at_ - other.at_; }
        auto operator<=>(Iterator const& other) const { return at_ <=> other.at_; }
        bool operator==(Iterator const& other) const { return at_ == other.at_; }

      private:
        OptionTable const* table_ = nullptr;
        difference_type at_ = 0;
    };
    using const_iterator = Iterator;
    class Row {
      public:
        Row(OptionTable const& table, std::size_t first, std::size_t last)
            : table_(table), first_(first), last_(last) {}
        [[nodiscard]] Iterator begin() const { return {table_, first_}; }
        [[nodiscard]] Iterator end() const { return {table_, last_}; }
        [[nodiscard]] std::size_t size() const { return last_ - first_; }

      private:
        OptionTable const& table_;
        std::size_t first_;
        std::size_t last_;
    };

    // The words themselves, for those who read very many.
    template <class Word>
    struct Words {
        std::span<Word const> all;
        std::int64_t least;
        std::uint32_t partner_mask;
        unsigned partner_bits;

        [[nodiscard]] Index mentee(std::size_t at) const { return static_cast<Index>(~all[at] & partner_mask); }
        [[nodiscard]] std::int32_t benefit(std::size_t at) const {
            return static_cast<std::int32_t>(static_cast<std::int64_t>(all[at] >> partner_bits) + least);
        }
        [[nodiscard]] Option operator[](std::size_t at) const { return {mentee(at), benefit(at)}; }
    };

    OptionTable() = default;
    // For partners below `partners` and benefits from `least` to `most`.
    OptionTable(std::size_t partners, std::int32_t least, std::int32_t most);

    [[nodiscard]] std::size_t size() const { return is_wide_ ? wide_.size() : small_.size(); }
    [[nodiscard]] Option operator[](std::size_t at) const {
        return is_wide_ ? words_of(wide_)[at] : words_of(small_)[at];
    }
    // Calls `visit` with all Words, of 32 or of 64 bits.
    template <class Visit>
    decltype(auto) with_words(Visit visit) const {
        return is_wide_ ? visit(words_of(wide_)) : visit(words_of(small_));
    }
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }
    [[nodiscard]] Row row(std::size_t first, std::size_t last) const { return {*this, first, last}; }

    void reserve(std::size_t count);
    void resize(std::size_t count);
    void clear();
    void push_back(Option option);
    void set(std::size_t at, Option option);
    // [first, last): by benefit, the greatest first, then by partner.
    void order(std::size_t first, std::size_t last);
    // Where `wanted` stands in a row that is in this order; it does stand there.
    [[nodiscard]] std::size_t find(std::size_t first, std::size_t last, Option wanted) const;

  private:
    template <class Word>
    [[nodiscard]] Words<Word> words_of(std::vector<Word> const& words) const {
        return {words, least_, partner_mask_, partner_bits_};
    }
    [[nodiscard]] std::uint64_t word_of(Option option) const {
        return static_cast<std::uint64_t>(std::int64_t{option.benefit} - least_) << partner_bits_ |
               (~std::uint64_t{option.mentee} & partner_mask_);
    }

    std::vector<std::uint32_t> small_;
    std::vector<std::uint64_t> wide_;
    std::int64_t least_ = 0;
    std::uint32_t partner_mask_ = ~std::uint32_t{0};
    unsigned partner_bits_ = 32;
    bool is_wide_ = true;
};

}  // namespace matching::engine
