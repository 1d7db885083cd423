#include "programme/weekly_slots.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace programme {
namespace {

constexpr std::uint8_t slot_bit(int slot) {
    return static_cast<std::uint8_t>(0x80U >> (static_cast<unsigned>(slot) % 8U));
}

std::optional<base::FieldError> wrong_with(UsualTime const& time, std::string const& pointer) {
    if (time.from_minute % kSlotMinutes != 0) return base::FieldError{pointer + "/from_minute", "half_hours", {}};
    if (time.until_minute % kSlotMinutes != 0) return base::FieldError{pointer + "/until_minute", "half_hours", {}};
    if (time.until_minute <= time.from_minute)
        return base::FieldError{pointer + "/until_minute", "until_before_from", {}};
    return std::nullopt;
}

}  // namespace

base::Result<WeeklySlots> WeeklySlots::from_times(std::vector<UsualTime> const& times) {
    WeeklySlots slots;
    std::vector<base::FieldError> errors;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (auto wrong = wrong_with(times[i], "/usual_times/" + std::to_string(i))) {
            errors.push_back(std::move(*wrong));
            continue;
        }
        int const midnight = static_cast<int>(times[i].weekday) * kSlotsADay;
        for (int minute = times[i].from_minute; minute < times[i].until_minute; minute += kSlotMinutes)
            slots.set(midnight + minute / kSlotMinutes);
    }
    if (!errors.empty()) return base::invalid(std::move(errors));
    return slots;
}

WeeklySlots WeeklySlots::from_bytes(meta::Bytes const& bytes) {
    WeeklySlots slots;
    if (bytes.octets.empty()) return slots;
    if (bytes.octets.size() != slots.octets_.size()) throw std::logic_error("weekly slots of another length");
    std::ranges::copy(bytes.octets, slots.octets_.begin());
    return slots;
}

WeeklySlots WeeklySlots::working_hours() {
    constexpr int kFrom = 9 * 2;
    constexpr int kUntil = 17 * 2;
    WeeklySlots slots;
    for (int day = 0; day < 5; ++day)
        for (int slot = kFrom; slot < kUntil; ++slot) slots.set(day * kSlotsADay + slot);
    return slots;
}

bool WeeklySlots::is_free(int slot) const {
    return (octets_.at(static_cast<std::size_t>(slot) / 8) & slot_bit(slot)) != 0;
}

int WeeklySlots::count() const {
    int sum = 0;
    for (auto octet : octets_) sum += std::popcount(octet);
    return sum;
}

std::vector<UsualTime> WeeklySlots::times() const {
    std::vector<UsualTime> times;
    for (int slot = 0; slot < kSlotsAWeek; ++slot) {
        if (!is_free(slot)) continue;
        auto const weekday = static_cast<Weekday>(slot / kSlotsADay);
        auto const from = slot % kSlotsADay * kSlotMinutes;
        if (!times.empty() && times.back().weekday == weekday && times.back().until_minute == from)
            times.back().until_minute += kSlotMinutes;
        else
            times.push_back({weekday, from, from + kSlotMinutes});
    }
    return times;
}

meta::Bytes WeeklySlots::bytes() const {
    if (count() == 0) return {};
    return {{octets_.begin(), octets_.end()}};
}

void WeeklySlots::set(int slot) {
    octets_.at(static_cast<std::size_t>(slot) / 8) |= slot_bit(slot);
}

}  // namespace programme
