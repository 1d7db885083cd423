#include "pairing/line_check.hpp"

namespace pairing {

Voice voice_of(Side side) {
    return side == Side::mentor ? Voice::mentor : Voice::mentee;
}

bool goes_on(Pairing const& pairing, Voice voice) {
    if (voice == Voice::mentor) return pairing.mentor_goes_on;
    return voice == Voice::mentee ? pairing.mentee_goes_on : pairing.coordinator_goes_on;
}

bool is_settled(Pairing const& pairing) {
    return pairing.mentor_goes_on && pairing.mentee_goes_on && pairing.coordinator_goes_on;
}

std::optional<LinesMet> lines_met(Pairing const& pairing) {
    if (!pairing.lines_met_on) return std::nullopt;
    if (is_settled(pairing)) return LinesMet::settled;
    return pairing.coordinator_goes_on ? LinesMet::the_two_are_asked : LinesMet::coordinator_is_asked;
}

base::Result<Pairing> go_on_knowingly(Pairing pairing, Voice voice) {
    if (!is_live(pairing)) return pairing_over();
    if (!pairing.lines_met_on) return lines_not_met();
    if (voice == Voice::mentor) pairing.mentor_goes_on = true;
    if (voice == Voice::mentee) pairing.mentee_goes_on = true;
    if (voice == Voice::coordinator) pairing.coordinator_goes_on = true;
    return pairing;
}

base::Result<Pairing> end_for_line(Pairing const& pairing, base::Day today) {
    if (!pairing.lines_met_on || is_settled(pairing)) return lines_not_met();
    return close(pairing, Ending::circumstances, today);
}

base::Refusal lines_not_met() {
    return base::conflict("lines_not_met", "the two do not stand in one line, or it is settled");
}

}  // namespace pairing
