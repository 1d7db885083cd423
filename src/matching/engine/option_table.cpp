#include "matching/engine/option_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace matching::engine {

namespace {

// Short rows are ordered by counting for each word how many go before it: no branches, eight at a time.
constexpr std::size_t kCounted = 64;

constexpr std::size_t kSorted = 512;

// Long rows digit by digit, the lowest first (Knuth, TAOCP 3, 2nd ed. 1998, 5.2.5, algorithm R); digits that are the
// same in all words are left out.
template <class Word>
void order_by_digits(std::span<Word> words) {
    static constexpr unsigned kBits = 8;
    static constexpr std::size_t kDigits = sizeof(Word);
    std::array<std::array<std::uint32_t, 1U << kBits>, kDigits> count{};
    auto const digit = [](Word word, std::size_t k) { return static_cast<std::uint8_t>(~word >> kBits * k); };
    for (auto const word : words)
        for (std::size_t k = 0; k < kDigits; ++k) ++count[k][digit(word, k)];
    std::vector<Word> other(words.size());
    std::span<Word> from = words;
    std::span<Word> to = other;
    for (std::size_t k = 0; k < kDigits; ++k) {
        if (count[k][digit(words.front(), k)] == words.size()) continue;
        std::exclusive_scan(count[k].begin(), count[k].end(), count[k].begin(), 0U);
        for (auto const word : from) to[count[k][digit(word, k)]++] = word;
        std::swap(from, to);
    }
    if (from.data() != words.data()) std::copy(from.begin(), from.end(), words.begin());
}

template <class Word>
void order_words(std::span<Word> words) {
    if (words.size() > kSorted) return order_by_digits(words);
    if (words.size() > kCounted) return std::sort(words.begin(), words.end(), std::greater<>());
    std::array<Word, kCounted> before{};
    std::copy(words.begin(), words.end(), before.begin());
    for (std::size_t k = 0; k < words.size(); ++k) {
        Word place = 0;
        for (auto const other : before) place += static_cast<Word>(other > before[k]);
        words[static_cast<std::size_t>(place)] = before[k];
    }
}

template <class Word>
std::size_t place_in(std::span<Word const> words, Word wanted) {
    return static_cast<std::size_t>(std::lower_bound(words.begin(), words.end(), wanted, std::greater<>()) -
                                    words.begin());
}

}  // namespace

OptionTable::OptionTable(std::size_t partners, std::int32_t least, std::int32_t most) : least_(least) {
    auto const partner_bits = static_cast<unsigned>(std::bit_width(partners));
    auto const range = static_cast<std::uint64_t>(std::int64_t{most} - least);
    is_wide_ = partner_bits + static_cast<unsigned>(std::bit_width(range)) > 32;
    if (is_wide_) return;
    partner_bits_ = partner_bits;
    partner_mask_ = (std::uint32_t{1} << partner_bits) - 1;
}

void OptionTable::reserve(std::size_t count) {
    is_wide_ ? wide_.reserve(count) : small_.reserve(count);
}
void OptionTable::resize(std::size_t count) {
    is_wide_ ? wide_.resize(count) : small_.resize(count);
}
void OptionTable::clear() {
    small_.clear();
    wide_.clear();
}

void OptionTable::push_back(Option option) {
    if (is_wide_)
        wide_.push_back(word_of(option));
    else
        small_.push_back(static_cast<std::uint32_t>(word_of(option)));
}

void OptionTable::set(std::size_t at, Option option) {
    if (is_wide_)
        wide_[at] = word_of(option);
    else
        small_[at] = static_cast<std::uint32_t>(word_of(option));
}

void OptionTable::order(std::size_t first, std::size_t last) {
    if (is_wide_)
        order_words(std::span(wide_).subspan(first, last - first));
    else
        order_words(std::span(small_).subspan(first, last - first));
}

std::size_t OptionTable::find(std::size_t first, std::size_t last, Option wanted) const {
    if (is_wide_) return first + place_in(std::span(wide_).subspan(first, last - first), word_of(wanted));
    return first +
           place_in(std::span(small_).subspan(first, last - first), static_cast<std::uint32_t>(word_of(wanted)));
}

}  // namespace matching::engine
