#pragma once
// What follows from linear equations over a few groups of people, worked out exactly: rational numbers, Gauss-Jordan
// elimination. A set of groups is a mask with a bit for each of at most kMostUnknowns.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

namespace statistics {

using Mask = std::uint32_t;
using Whole = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using Rational =
    boost::multiprecision::number<boost::multiprecision::cpp_rational_backend, boost::multiprecision::et_off>;
inline constexpr std::size_t kMostUnknowns = 24;

class RowSpace {
  public:
    explicit RowSpace(std::size_t columns) : columns_{columns} {}

    [[nodiscard]] std::size_t rank() const { return rows_.size(); }
    // False: it followed from the others already.
    bool add(std::vector<Rational> row);
    bool add(Mask mask) { return add(row_of(mask)); }
    [[nodiscard]] bool contains(Mask mask) const;
    // Everything that is at right angles to every row.
    [[nodiscard]] RowSpace complement() const;

    // Every non-empty set of groups whose row of ones lies in the space and which has no forbidden group, until `visit`
    // returns true. False: given up, there are too many to look at.
    bool each_set(Mask forbidden, std::function<bool(Mask)> const& visit) const;

  private:
    struct Row {
        std::size_t pivot;
        std::vector<Rational> values;  // 1 at its pivot, 0 at the others'
    };
    [[nodiscard]] std::vector<Rational> row_of(Mask mask) const;
    void reduce(std::vector<Rational>& row) const;

    std::size_t columns_;
    std::vector<Row> rows_;
};

}  // namespace statistics
