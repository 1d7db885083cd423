#pragma once
// From answers to the score of a scale (evidence 2.4).

#include <cstddef>
#include <optional>
#include <vector>

namespace statistics {

struct Item {
    double least = 1;
    double most = 5;
    bool is_reversed = false;
};

// least + most - answer for a reversed item, else the answer.
double straight(Item const& item, double answer);

// The mean of the answered items in scale points, reversed ones straightened, if at least two thirds of them were
// answered; else none. `answers`: one for each item, none: left out or "cannot say".
std::optional<double> scale_score(std::vector<Item> const& items, std::vector<std::optional<double>> const& answers);

// In hundredths of what is possible (POMP): 100 (score - least) / (most - least). None of a scale without width.
std::optional<double> percent_of_possible(double score, double least, double most);

}  // namespace statistics
