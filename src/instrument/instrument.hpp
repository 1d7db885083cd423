#pragma once
// A set of questions with a name, such as SE-M or VOICE. Only what a programme must know before it asks: how many
// questions, to which side (none: both), and from how many people on it may be asked at all.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace instrument {

enum class Side { mentor, mentee };
BOOST_DESCRIBE_ENUM(Side, mentor, mentee)

struct Instrument {
    std::string key;
    std::string name;
    std::string asks;
    std::optional<Side> side;
    std::int32_t items = 0;
    std::optional<std::int32_t> people_needed;
};
BOOST_DESCRIBE_STRUCT(Instrument, (), (key, name, asks, side, items, people_needed))

struct Catalogue {
    std::vector<Instrument> instruments;

    [[nodiscard]] Instrument const* find(std::string_view key) const;
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (instruments))

// In `language`, or in English where it has not been translated. Lives as long as the program.
Catalogue const& catalogue(std::string_view language = "en");

inline constexpr std::string_view kAlwaysAsked = "voice";
inline constexpr std::int32_t kAlwaysAskedItems = 3;
inline constexpr std::int32_t kSecondsAnItem = 12;

// What one side is asked at one moment.
struct Budget {
    std::int32_t items = 0;
    std::int32_t minutes = 0;  // rounded up
};
BOOST_DESCRIBE_STRUCT(Budget, (), (items, minutes))

// `keys`: the instruments a programme names, each counted once; unknown keys count nothing.
Budget budget(std::vector<std::string> const& keys, Side side);

}  // namespace instrument
