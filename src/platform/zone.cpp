#include "platform/zone.hpp"

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

namespace zone {

namespace {

using std::chrono::floor;

constexpr double kMillisecondsInAMinute = 60'000;
constexpr int kMinutesInADay = 1440;

std::unique_ptr<icu::TimeZone> make_zone(std::string_view name) {
    return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(
        icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())})));
}

// All zones of the zone database are BasicTimeZone; one object a thread, since making one reads the data again.
icu::BasicTimeZone const& find_zone(std::string const& name) {
    thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>> zones;
    auto& zone = zones[name];
    if (!zone) {
        if (!is_known(name)) throw std::invalid_argument(fmt::format("'{}' is not a time zone", name));
        zone = make_zone(name);
    }
    return dynamic_cast<icu::BasicTimeZone const&>(*zone);
}

double local_milliseconds(LocalTime local) {
    return (static_cast<double>(local.day.days) * kMinutesInADay + local.minute) * kMillisecondsInAMinute;
}

double offset_by(icu::BasicTimeZone const& zone, double local, UTimeZoneLocalOption option) {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone.getOffsetFromLocal(local, option, option, raw, summer, error);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    return static_cast<double>(raw) + summer;
}

base::Instant from_milliseconds(double milliseconds) {
    return {static_cast<std::int64_t>(milliseconds) * 1000};
}

}  // namespace

bool is_known(std::string_view name) {
    if (name == "UTC") return true;
    if (name.find('/') == std::string_view::npos || name.starts_with("Etc/")) return false;
    std::array<char, 8> letters{};
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t const region =
        icu::TimeZone::getRegion(icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())}),
                                 letters.data(), static_cast<std::int32_t>(letters.size()), error);
    return region > 0;
}

Landed to_instant(LocalTime local, std::string const& name) {
    auto const& zone = find_zone(name);
    double const wanted = local_milliseconds(local);
    double const before = offset_by(zone, wanted, UCAL_TZ_LOCAL_FORMER);
    double const after = offset_by(zone, wanted, UCAL_TZ_LOCAL_LATTER);
    auto const landing = before == after ? Landing::exact : before < after ? Landing::gap : Landing::overlap;
    // With the offset before the change a skipped time lands after the gap, and a doubled one on its first showing.
    return {from_milliseconds(wanted - before), landing};
}

LocalTime to_local(base::Instant instant, std::string const& name) {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode error = U_ZERO_ERROR;
    auto const utc = floor<std::chrono::milliseconds>(base::Duration(instant.microseconds)).count();
    find_zone(name).getOffset(static_cast<double>(utc), 0, raw, summer, error);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    auto const local = std::chrono::milliseconds(utc + raw + summer);
    auto const day = floor<std::chrono::days>(local);
    return {{static_cast<std::int32_t>(day.count())},
            static_cast<int>(floor<std::chrono::minutes>(local - day).count())};
}

base::Day day_of(base::Instant instant, std::string const& name) {
    return to_local(instant, name).day;
}

base::Instant start_of(base::Day day, std::string const& name) {
    auto const landed = to_instant({day, 0}, name);
    if (landed.landing != Landing::gap) return landed.instant;
    // Midnight is skipped: the day begins at the very change, which lies before where midnight landed.
    icu::TimeZoneTransition transition;
    auto const whole = landed.instant.microseconds / 1000;
    auto const milliseconds = static_cast<double>(whole);
    if (!find_zone(name).getPreviousTransition(milliseconds, static_cast<UBool>(true), transition))
        return landed.instant;
    return from_milliseconds(transition.getTime());
}

}  // namespace zone
