#include "matching/engine/mentor_lists.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace matching::engine {

MentorLists::MentorLists(Market const& market) : market_(market), heads_(market.mentors.size()) {
    lines_.reserve(std::min(market.options.size(), market.mentors.size() * kHead));
    for (std::size_t mentor = 0; mentor < heads_.size(); ++mentor) order_head(mentor);
}

MentorLists::Rank MentorLists::rank_of(std::uint32_t option) const {
    static constexpr std::int64_t kLeastValue = std::numeric_limits<std::int32_t>::min();
    auto const above_least = std::int64_t{market_.own_benefits[option].mentor} - kLeastValue;
    return {static_cast<std::uint64_t>(above_least) << 32U | ~market_.options[option].mentee, option};
}

// One more than the head is looked for: it tells whether the last tie is whole.
void MentorLists::order_head(std::size_t mentor) {
    std::array<Rank, kHead + 1> best;
    std::size_t count = 0;
    for (auto option = market_.first_option[mentor]; option < market_.first_option[mentor + 1]; ++option) {
        auto const rank = rank_of(option);
        if (count == best.size()) {
            if (rank.number < best.back().number) continue;
            --count;
        }
        auto at = count++;
        for (; at > 0 && best[at - 1].number < rank.number; --at) best[at] = best[at - 1];
        best[at] = rank;
    }
    if (count == best.size()) {
        auto const value = [&](std::size_t at) { return best[at].number >> 32U; };
        for (--count; count > 0 && value(count - 1) == value(count);) --count;
    }
    write_lines(mentor, best.data(), count);
}

void MentorLists::order_all(std::size_t mentor) {
    ranks_.clear();
    for (auto option = market_.first_option[mentor]; option < market_.first_option[mentor + 1]; ++option)
        ranks_.push_back(rank_of(option));
    std::sort(ranks_.begin(), ranks_.end(), [](Rank const& a, Rank const& b) { return a.number > b.number; });
    write_lines(mentor, ranks_.data(), ranks_.size());
}

void MentorLists::write_lines(std::size_t mentor, Rank const* ranks, std::size_t count) {
    heads_[mentor] = {lines_.size(), count};
    for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
        while (end < count && ranks[end].number >> 32U == ranks[begin].number >> 32U) ++end;
        for (auto at = begin; at < end; ++at) {
            auto const option = ranks[at].option;
            lines_.push_back({option, market_.options[option].mentee, market_.own_benefits[option].mentee,
                              static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        }
    }
}

}  // namespace matching::engine
