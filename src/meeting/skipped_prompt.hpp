#pragma once
// Which prompts of a guide one of a pair has skipped, wherever they read it: theirs alone, on every device.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "meeting/guide.hpp"
#include "platform/meta.hpp"

namespace meeting {

// Of so many guides the last; those skipped longest ago are asked again.
inline constexpr std::size_t kMostSkippedGuides = 200;

struct SkippedPrompts {
    base::AnyId of_id;                  // a meeting of the pair; where the guide stands at no meeting, the pairing
    std::string guide;                  // its key
    std::vector<std::int32_t> numbers;  // from 1, in the order of the guide

    auto operator<=>(SkippedPrompts const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SkippedPrompts, (), (of_id, guide, numbers))

// `all` with `wanted` in place of what was skipped there of that guide; without numbers, it is all asked again. Refuses
// `unknown` at /guide and /numbers.
base::Result<std::vector<SkippedPrompts>> skip(std::vector<SkippedPrompts> all, SkippedPrompts wanted,
                                               std::vector<Guide> const& guides);

}  // namespace meeting

template <>
inline constexpr auto meta::limits<meeting::SkippedPrompts> =
    std::array{meta::doc("of_id", "A meeting, or the pairing where the guide stands at none"),
               meta::Limit{"guide", 1, 40, "The key of a guide"},
               meta::Limit{"numbers", 0, meeting::kMostPrompts, "From 1; empty: all are asked again"}};
