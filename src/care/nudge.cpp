#include "care/nudge.hpp"

#include "platform/zone.hpp"

namespace care {

std::vector<Side> helped_by(Ladder const& ladder) {
    switch (ladder.step) {
        case Step::one:
            return {ladder.side};
        case Step::both:
            return {Side::mentor, Side::mentee};
        case Step::word:
            break;
    }
    return {};
}

bool is_working_time(meeting::Week const& week, base::Instant now) {
    auto const local = zone::to_local(now, week.time_zone);
    auto const slot = (local.day.weekday() - 1) * programme::kSlotsADay + local.minute / programme::kSlotMinutes;
    auto const slots = week.slots.count() > 0 ? week.slots : programme::WeeklySlots::working_hours();
    return slots.is_free(slot);
}

std::size_t slots_with(NudgeStep step) {
    switch (step) {
        case NudgeStep::one:
            return 3;
        case NudgeStep::both:
            return 2;
        case NudgeStep::asked:
            break;
    }
    return 0;
}

base::Refusal asked_recently() {
    return base::conflict("asked_recently", "the two were asked how it goes within the last seven days");
}
base::Refusal pair_not_running() {
    return base::conflict("pair_not_running", "only a pair that has started and does not pause is asked");
}

}  // namespace care
