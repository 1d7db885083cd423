#include "statistics/survival.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace statistics {

namespace {

constexpr double kHalf = 0.5;
// R's: what lies so near to a half lies on it.
constexpr double kNear = 1.5e-8;

// `relative`: the standard error of the logarithm of the share.
std::optional<Interval> interval_of(double share, double relative, double z, CurveInterval kind) {
    if (share <= 0) return std::nullopt;
    auto const cut = [](double low, double high) { return Interval{std::max(low, 0.0), std::min(high, 1.0)}; };
    if (kind == CurveInterval::plain) return cut(share - z * share * relative, share + z * share * relative);
    if (kind == CurveInterval::log) return cut(share * std::exp(-z * relative), share * std::exp(z * relative));
    if (share >= 1) return Interval{1, 1};
    auto const reach = z * relative / std::log(share);
    return Interval{std::pow(share, std::exp(-reach)), std::pow(share, std::exp(reach))};
}

// Where a falling line of steps comes to a half. `height` of a step: none ends the line.
template <class Height>
std::optional<double> half_of(std::vector<CurveStep> const& steps, double last_time, Height const& height) {
    for (auto step = steps.begin(); step != steps.end(); ++step) {
        auto const here = height(*step);
        if (!here || *here > kHalf + kNear) continue;
        if (*here < kHalf - kNear) return step->time;
        auto const next = std::find_if(step, steps.end(), [&](CurveStep const& later) {
            auto const there = height(later);
            return there && *there < kHalf - kNear;
        });
        return (step->time + (next == steps.end() ? last_time : next->time)) / 2;
    }
    return std::nullopt;
}

}  // namespace

std::optional<double> Curve::at(double time) const {
    auto const after =
        std::find_if(steps.begin(), steps.end(), [&](CurveStep const& step) { return step.time > time; });
    auto const share = after == steps.begin() ? 1.0 : std::prev(after)->waiting;
    if (time > last_time && share > 0) return std::nullopt;
    return share;
}

Median Curve::median() const {
    auto const half = [&](auto const& height) { return half_of(steps, last_time, height); };
    using Height = std::optional<double>;
    return {half([](CurveStep const& step) { return Height{step.waiting}; }),
            half([](CurveStep const& step) { return step.interval ? Height{step.interval->low} : Height{}; }),
            half([](CurveStep const& step) { return step.interval ? Height{step.interval->high} : Height{}; })};
}

std::optional<Curve> kaplan_meier(std::vector<Waiting> people, CurveInterval kind, double confidence) {
    if (people.empty()) return std::nullopt;
    std::sort(people.begin(), people.end(), [](Waiting const& a, Waiting const& b) { return a.time < b.time; });
    if (people.front().time < 0) return std::nullopt;
    auto const z = boost::math::quantile(boost::math::normal{}, (1 + confidence) / 2);
    Curve curve;
    curve.people = people.size();
    curve.last_time = people.back().time;
    double waiting = 1;
    double greenwood = 0;
    for (auto first = people.begin(); first != people.end();) {
        auto const end =
            std::find_if(first, people.end(), [&](Waiting const& other) { return other.time > first->time; });
        auto const at_risk = static_cast<double>(people.end() - first);
        auto const events =
            static_cast<double>(std::count_if(first, end, [](Waiting const& one) { return one.has_happened; }));
        if (events > 0) {
            auto const is_last = events >= at_risk;
            waiting = is_last ? 0 : waiting * (at_risk - events) / at_risk;
            if (!is_last) greenwood += events / (at_risk * (at_risk - events));
            auto const relative = std::sqrt(greenwood);
            curve.steps.push_back({first->time, static_cast<std::size_t>(at_risk), static_cast<std::size_t>(events),
                                   waiting, is_last ? std::nullopt : std::optional{waiting * relative},
                                   interval_of(waiting, relative, z, kind)});
        }
        first = end;
    }
    return curve;
}

}  // namespace statistics
