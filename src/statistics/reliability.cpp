#include "statistics/reliability.hpp"

#include <algorithm>

#include <boost/math/distributions/fisher_f.hpp>

#include "statistics/mean.hpp"

namespace statistics {

namespace {

std::vector<double> column_of(Answers const& answers, std::size_t item) {
    std::vector<double> column;
    for (auto const& row : answers) column.push_back(row[item]);
    return column;
}

// Of all items but one.
std::vector<double> sums_without(Answers const& answers, std::optional<std::size_t> left_out) {
    std::vector<double> sums;
    for (auto const& row : answers) {
        double sum = 0;
        for (std::size_t item = 0; item < row.size(); ++item)
            if (item != left_out) sum += row[item];
        sums.push_back(sum);
    }
    return sums;
}

std::optional<double> alpha_without(Answers const& answers, std::optional<std::size_t> left_out) {
    auto const all = answers.front().size();
    auto const items = left_out ? all - 1 : all;
    if (items < 2) return std::nullopt;
    double by_item = 0;
    for (std::size_t item = 0; item < all; ++item)
        if (item != left_out) by_item += *variance(column_of(answers, item));
    auto const together = *variance(sums_without(answers, left_out));
    if (together <= 0) return std::nullopt;
    auto const k = static_cast<double>(items);
    return k / (k - 1) * (1 - by_item / together);
}

bool is_table(Answers const& answers) {
    return answers.size() > 1 && answers.front().size() > 1 &&
           std::all_of(answers.begin(), answers.end(),
                       [&](std::vector<double> const& row) { return row.size() == answers.front().size(); });
}

}  // namespace

std::optional<Alpha> cronbach_alpha(Answers const& answers, double confidence) {
    if (!is_table(answers)) return std::nullopt;
    auto const alpha = alpha_without(answers, std::nullopt);
    if (!alpha) return std::nullopt;
    auto const items = answers.front().size();
    auto const degrees = static_cast<double>(answers.size() - 1);
    boost::math::fisher_f const distribution{degrees, degrees * static_cast<double>(items - 1)};
    auto const at = [&](double share) { return 1 - (1 - *alpha) * boost::math::quantile(distribution, share); };
    Alpha made{answers.size(), *alpha, {at((1 + confidence) / 2), at((1 - confidence) / 2)}, {}, {}};
    for (std::size_t item = 0; item < items; ++item) {
        made.if_dropped.push_back(alpha_without(answers, item));
        made.with_others.push_back(correlation(column_of(answers, item), sums_without(answers, item)));
    }
    return made;
}

std::optional<double> spearman_brown(Answers const& answers) {
    if (!is_table(answers) || answers.front().size() != 2) return std::nullopt;
    auto const r = correlation(column_of(answers, 0), column_of(answers, 1));
    if (!r || *r <= -1) return std::nullopt;
    return 2 * *r / (1 + *r);
}

}  // namespace statistics
