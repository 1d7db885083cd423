#include "care/thresholds.hpp"

#include <string>
#include <vector>

namespace care {
namespace {

struct Range {
    std::int32_t least;
    std::int32_t most;
};

void check(std::vector<base::FieldError>& errors, std::string const& name, Threshold threshold, Range range) {
    auto const is_out = [&](std::int32_t figure) { return figure < range.least || figure > range.most; };
    base::Params const params{{"least", std::to_string(range.least)}, {"most", std::to_string(range.most)}};
    if (is_out(threshold.amber)) errors.push_back({"/" + name + "/amber", "out_of_range", params});
    if (is_out(threshold.red)) errors.push_back({"/" + name + "/red", "out_of_range", params});
    if (threshold.red < threshold.amber) errors.push_back({"/" + name + "/red", "red_before_amber", {}});
}

}  // namespace

base::Result<Thresholds> checked(Thresholds const& thresholds) {
    std::vector<base::FieldError> errors;
    check(errors, "not_booked", thresholds.not_booked, {3, 120});
    check(errors, "not_met", thresholds.not_met, {7, 180});
    check(errors, "gap", thresholds.gap, {110, 500});
    check(errors, "changed", thresholds.changed, {2, 3});
    check(errors, "no_next_date", thresholds.no_next_date, {1, 6});
    check(errors, "unanswered", thresholds.unanswered, {3, 60});
    if (!errors.empty()) return base::invalid(std::move(errors));
    return thresholds;
}

}  // namespace care
