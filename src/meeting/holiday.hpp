#pragma once
// Days on which a site is closed: public holidays and the like, entered by whoever keeps the house's settings. No time
// that falls on one is proposed to somebody of that site. The calendars of countries are nobody's here to know: a file
// from whoever publishes them, or typed days, say them (decision 0181).

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "meeting/calendar_file.hpp"
#include "meeting/slots.hpp"
#include "platform/meta.hpp"

namespace meeting {

inline constexpr std::size_t kMostHolidays = 100;     // of one site
inline constexpr int kFarthestHolidayDays = 2 * 366;  // from today on
inline constexpr int kLongestQuietDays = 21;
inline constexpr std::size_t kLongestHolidayName = 100;  // code points
inline constexpr std::size_t kLargestHolidayFile = 1024 * 1024;

// `site` left out: of the whole house.
struct HolidaysQuery {
    std::optional<std::string> site;
};
BOOST_DESCRIBE_STRUCT(HolidaysQuery, (), (site))

struct Holidays {
    std::optional<std::string> site;
    std::vector<NamedDay> items;
};
BOOST_DESCRIBE_STRUCT(Holidays, (), (site, items))

// In order, with names squeezed. Refuses at the day of an item: `in_the_past` before today, `too_far`, `twice`.
base::Result<std::vector<NamedDay>> checked_holidays(std::vector<NamedDay> days, base::Day today);

// The whole days that a calendar file names from today on, two years ahead, names cut to what may be kept. Refuses as
// days_in; `no_days_ahead` for a file without any, and `too_many_days` for more than one site can have.
base::Result<std::vector<NamedDay>> read_holidays(std::string_view file, base::Day today);

// The closed days of a house by its sites, for jobs that ask about many people.
class ClosedSites {
  public:
    void add(std::string const& site, base::Day day) { days_.emplace(site, day.days); }
    // Of the whole house, or of that site; `site` "" for somebody without one.
    [[nodiscard]] bool is_closed(std::string const& site, base::Day day) const {
        return days_.contains({"", day.days}) || days_.contains({site, day.days});
    }

    // The one place that says so: whether somebody at that site, by the clock of `time_zone`, is written to at that
    // moment, if it can wait. What cannot wait asks nobody: decision 0175.
    [[nodiscard]] bool is_written_to(std::string const& site, std::string const& time_zone, base::Instant at) const;
    // So is somebody who is asked for something: on such a day, Monday to Friday, from eight to six by their own clock.
    [[nodiscard]] bool is_asked(std::string const& site, std::string const& time_zone, base::Instant at) const;

  private:
    std::set<std::pair<std::string, std::int32_t>> days_;
};

// A day left out of a search because the site of one of the two is closed.
struct ClosedDay {
    base::Day day;
    std::string name;
    bool is_yours = false;
    bool is_partners = false;

    auto operator<=>(ClosedDay const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClosedDay, (), (day, name, is_yours, is_partners))

// Of the days each of the two would usually work, those on which their own site is closed, in order; a day that both
// have has the name it has for the first.
std::vector<ClosedDay> closed_days(Week const& yours, std::vector<NamedDay> const& your_days, Week const& partners,
                                   std::vector<NamedDay> const& partners_days);

}  // namespace meeting

template <>
inline constexpr auto meta::limits<meeting::HolidaysQuery> =
    std::array{meta::Limit{"site", 1, 200, "As it stands beside people; the whole house when left out"}};
template <>
inline constexpr auto meta::limits<meeting::Holidays> =
    std::array{meta::Limit{"site", 1, 200, "As it stands beside people; the whole house when left out"},
               meta::Limit{"items", 0, 100, "From today on, each day once"}};
template <>
inline constexpr auto meta::limits<meeting::ClosedDay> =
    std::array{meta::doc("is_yours", "Your site is closed"), meta::doc("is_partners", "Your partner's is")};
