#pragma once
// From where to where something lies, with a stated confidence; 0.95 unless it says otherwise.

#include <boost/describe/class.hpp>

namespace statistics {

inline constexpr double kConfidence = 0.95;

struct Interval {
    double low = 0;
    double high = 0;

    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
};
BOOST_DESCRIBE_STRUCT(Interval, (), (low, high))

}  // namespace statistics
