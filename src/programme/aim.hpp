#pragma once
// What a programme wants to change (R01): one of six ready aims in words, each with the instruments that measure it
// (rules D25), what either side gains, and the business aim it serves.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/result.hpp"
#include "instrument/instrument.hpp"
#include "platform/meta.hpp"

namespace programme {

// Words of content/aims; `instruments` in the order they are added, the first is the one of a small programme.
struct AimWords {
    std::string key;
    std::string name;
    std::string purpose;
    std::string gains_of_those_who_teach;
    std::string gains_of_those_who_learn;
    std::string business_aim;
    std::vector<std::string> instruments;
};
BOOST_DESCRIBE_STRUCT(AimWords, (),
                      (key, name, purpose, gains_of_those_who_teach, gains_of_those_who_learn, business_aim,
                       instruments))

struct AimCatalogue {
    std::vector<AimWords> aims;

    [[nodiscard]] AimWords const* find(std::string_view key) const;
};
BOOST_DESCRIBE_STRUCT(AimCatalogue, (), (aims))

AimCatalogue const& aim_catalogue(std::string_view language = "en");

struct Aim {
    std::string aim;
    std::vector<std::string> instruments;

    bool operator==(Aim const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Aim, (), (aim, instruments))

// No side is asked more at one moment; a small programme asks kLightItems at the start.
inline constexpr std::int32_t kMostItems = 30;
inline constexpr std::int32_t kLightItems = 10;

// The aims as they may be stored: known, once each, with instruments of their own (none given: its first), STAY only
// from 60 people, and no side asked more than kMostItems. Codes: `unknown_aim`, `twice`, `unknown_instrument`,
// `too_few_people`, `too_many_questions`.
base::Result<std::vector<Aim>> check_aims(std::vector<Aim> aims, std::int32_t planned_pairs);
std::vector<std::string> instruments_of(std::vector<Aim> const& aims);

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::Aim> =
    std::array{meta::Limit{"aim", 1, 60}, meta::Limit{"instruments", 0, 10, "None: the aim's first", 1, 30}};
