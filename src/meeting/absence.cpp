#include "meeting/absence.hpp"

#include <algorithm>

namespace meeting {

base::Result<Absences> joined(Absences absences) {
    for (std::size_t position = 0; position < absences.items.size(); ++position)
        if (absences.items[position].until_on < absences.items[position].from_on)
            return base::invalid("/items/" + std::to_string(position) + "/until_on", "until_before_from");
    std::sort(absences.items.begin(), absences.items.end());
    Absences result;
    for (auto const& absence : absences.items) {
        if (result.items.empty() || result.items.back().until_on + 1 < absence.from_on)
            result.items.push_back(absence);
        else
            result.items.back().until_on = std::max(result.items.back().until_on, absence.until_on);
    }
    return result;
}

}  // namespace meeting
