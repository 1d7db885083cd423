#pragma once
// The times at which somebody can usually meet, as half hours of their own week: 336 of them, Monday 00:00 first.

#include <array>
#include <cstdint>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/result.hpp"
#include "platform/meta.hpp"

namespace programme {

inline constexpr int kSlotsADay = 48;
inline constexpr int kSlotsAWeek = 7 * kSlotsADay;
inline constexpr int kSlotMinutes = 30;

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

// Minutes of the day in whole half hours; `until_minute` is not in it and may be 1440.
struct UsualTime {
    Weekday weekday = Weekday::monday;
    std::int32_t from_minute = 0;
    std::int32_t until_minute = 0;

    bool operator==(UsualTime const&) const = default;
};
BOOST_DESCRIBE_STRUCT(UsualTime, (), (weekday, from_minute, until_minute))

class WeeklySlots {
  public:
    // Refuses `half_hours` and `until_before_from`, with pointers below "/usual_times".
    static base::Result<WeeklySlots> from_times(std::vector<UsualTime> const& times);
    // 42 octets, high bit first; no octets are no times. Anything else is a row that cannot be.
    static WeeklySlots from_bytes(meta::Bytes const& bytes);
    // What a form is filled with in advance: Monday to Friday, nine to five.
    static WeeklySlots working_hours();

    [[nodiscard]] bool is_free(int slot) const;
    [[nodiscard]] int count() const;
    // In order of the week, neighbouring half hours joined within a day.
    [[nodiscard]] std::vector<UsualTime> times() const;
    [[nodiscard]] meta::Bytes bytes() const;

  private:
    void set(int slot);
    std::array<std::uint8_t, kSlotsAWeek / 8> octets_{};
};

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::UsualTime> =
    std::array{meta::Limit{"from_minute", 0, 1410, "Minutes after midnight, in whole half hours"},
               meta::Limit{"until_minute", 30, 1440, "Minutes after midnight, in whole half hours"}};
