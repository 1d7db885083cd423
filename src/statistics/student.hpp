#pragma once
// Student's t for an estimate with a standard error (distribution: Boost.Math).

#include <optional>

#include "statistics/interval.hpp"

namespace statistics {

struct Erring {
    double value = 0;
    double error = 0;  // standard error
    double degrees = 0;
};

struct StudentTest {
    Interval interval;
    double t = 0;
    double probability = 0;  // both ways
};

// None where the error is nought beside the value (as R's t.test: below ten units in its last place), or there are no
// degrees of freedom.
std::optional<StudentTest> student(Erring const& of, double confidence);

}  // namespace statistics
