#pragma once
// The colleagues of the demo organisation, made from a seed: the named cast first, then everybody around them, in one
// real reporting tree. Pure; the same seed gives the same house.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct DemoColleague {
    std::string name;
    std::string department;
    std::string site;
    std::string job_title;
    std::int32_t level = 1;              // 5 leads the house
    std::optional<std::size_t> manager;  // an earlier colleague; none at the top
};

// Places of the cast in the list of colleagues.
struct DemoCast {
    static constexpr std::size_t marta = 0, lena = 1, ana = 2, bruno = 3, sofia = 4, david = 5, jo = 6, kim = 7,
                                 amir = 8, nina = 9, rosa = 10;
    static constexpr std::size_t size = 11;
};

inline constexpr std::size_t kDemoPeople = 240;

std::vector<DemoColleague> demo_colleagues(std::uint64_t seed);

}  // namespace app
