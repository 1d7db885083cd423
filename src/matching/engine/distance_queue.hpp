#pragma once
// What a search from near to far looks at next: a radix heap (Ahuja, Mehlhorn, Orlin and Tarjan 1990). What is added
// lies no nearer than what was taken last; its room grows with what waits, not with how far it lies.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace matching::engine {

class DistanceQueue {
  public:
    struct Entry {
        std::int32_t distance;
        std::uint32_t node;
    };

    // Distances from 0.
    void add(std::int32_t distance, std::uint32_t node) {
        buckets_[bucket_of(distance)].push_back({distance, node});
        ++size_;
    }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    // Not when empty.
    [[nodiscard]] std::int32_t nearest() {
        if (buckets_[0].empty()) draw_near();
        return last_;
    }
    Entry take() {
        if (buckets_[0].empty()) draw_near();
        auto const entry = buckets_[0].back();
        buckets_[0].pop_back();
        --size_;
        return entry;
    }
    void clear() {
        for (auto& bucket : buckets_) bucket.clear();
        size_ = 0;
        last_ = 0;
    }

  private:
    // By the highest bit in which it differs from what was taken last.
    [[nodiscard]] std::size_t bucket_of(std::int32_t distance) const {
        return static_cast<std::size_t>(std::bit_width(static_cast<std::uint32_t>(distance ^ last_)));
    }
    void draw_near() {
        std::size_t nearest = 1;
        while (buckets_[nearest].empty()) ++nearest;
        last_ = std::numeric_limits<std::int32_t>::max();
        for (auto const& entry : buckets_[nearest]) last_ = std::min(last_, entry.distance);
        for (auto const& entry : buckets_[nearest]) buckets_[bucket_of(entry.distance)].push_back(entry);
        buckets_[nearest].clear();
    }

    std::array<std::vector<Entry>, 33> buckets_;
    std::size_t size_ = 0;
    std::int32_t last_ = 0;
};

}  // namespace matching::engine
