#include "pairing/rematch.hpp"

namespace pairing {

std::optional<base::Day> looks_from(Wish wish, base::Day closed_on, std::int32_t cooling_days) {
    if (wish != Wish::now) return std::nullopt;
    return closed_on + cooling_days;
}

base::Result<bool> may_wish(Pairing const& pairing) {
    if (stage_of(pairing) != Stage::finished) return not_finished();
    return true;
}

base::Refusal not_finished() {
    return base::conflict("not_finished", "the pair is not over, or had not begun");
}

}  // namespace pairing
