#include "statistics/score.hpp"

#include <algorithm>

namespace statistics {

double straight(Item const& item, double answer) {
    return item.is_reversed ? item.least + item.most - answer : answer;
}

std::optional<double> scale_score(std::vector<Item> const& items, std::vector<std::optional<double>> const& answers) {
    std::size_t answered = 0;
    double sum = 0;
    for (std::size_t at = 0; at < std::min(items.size(), answers.size()); ++at)
        if (answers[at]) {
            ++answered;
            sum += straight(items[at], *answers[at]);
        }
    if (answered == 0 || answered * 3 < items.size() * 2) return std::nullopt;
    return sum / static_cast<double>(answered);
}

std::optional<double> percent_of_possible(double score, double least, double most) {
    if (most <= least) return std::nullopt;
    return 100 * (score - least) / (most - least);
}

}  // namespace statistics
