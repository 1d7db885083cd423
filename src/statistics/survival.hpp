#pragma once
// How long until something happens, where it has not happened yet for everybody (Kaplan and Meier 1958). Times from
// nought in whatever unit; somebody for whom it has not happened is censored at the time known last, and counts as at
// risk at it.

#include <cstddef>
#include <optional>
#include <vector>

#include "statistics/interval.hpp"

namespace statistics {

struct Waiting {
    double time = 0;
    bool has_happened = false;  // else censored
};

// How an interval of the curve is reckoned, before it is turned back: R's conf.type. `log` is R's default; its upper
// end is cut at 1.
enum class CurveInterval { log, log_log, plain };

// At each time at which something happened.
struct CurveStep {
    double time = 0;
    std::size_t at_risk = 0;
    std::size_t events = 0;
    double waiting = 1;                // for how large a share it has not happened after this time
    std::optional<double> error;       // Greenwood 1926, of `waiting`; none where it is nought
    std::optional<Interval> interval;  // none where `waiting` is nought
};

struct Median {
    std::optional<double> time;  // none: it has not happened for half of them
    std::optional<double> low;   // Brookmeyer and Crowley 1982: where the interval of the curve crosses a half
    std::optional<double> high;
};

struct Curve {
    std::vector<CurveStep> steps;
    double last_time = 0;  // known of anybody
    std::size_t people = 0;

    // The share still waiting after `time`: 1 before the first event; none after the last time, unless it is nought
    // there.
    [[nodiscard]] std::optional<double> at(double time) const;
    // As R: the first time at which the curve is at or below a half; where it lies on a half, the middle of that
    // stretch.
    [[nodiscard]] Median median() const;
};

// None of nobody, or of a time below nought.
std::optional<Curve> kaplan_meier(std::vector<Waiting> people, CurveInterval kind = CurveInterval::log,
                                  double confidence = kConfidence);

}  // namespace statistics
