#include "statistics/student.hpp"

#include <cmath>
#include <limits>

#include <boost/math/distributions/students_t.hpp>

namespace statistics {

std::optional<StudentTest> student(Erring const& of, double confidence) {
    if (!(of.degrees > 0)) return std::nullopt;
    if (of.error <= 10 * std::numeric_limits<double>::epsilon() * std::abs(of.value)) return std::nullopt;
    boost::math::students_t const distribution{of.degrees};
    auto const reach = boost::math::quantile(distribution, (1 + confidence) / 2) * of.error;
    auto const t = of.value / of.error;
    return StudentTest{{of.value - reach, of.value + reach},
                       t,
                       2 * boost::math::cdf(boost::math::complement(distribution, std::abs(t)))};
}

}  // namespace statistics
