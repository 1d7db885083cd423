#pragma once
// The instances of `bin/bench matching`, the same for Obverse and for its peers.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <sys/resource.h>

#include "support/cohort.hpp"

namespace bench {

inline double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}
inline double most_megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

// COHORT SIZE PLACES FORM. Form: `full`; `unequal` (60 % of the mentors); `gaps` (5 % of the mentors know only a
// fiftieth of whom they would); `tight` (one mentor in a thousand is missing).
inline matching::engine::Snapshot make_instance(char const* const* arguments) {
    auto const cohort =
        std::string_view(arguments[0]) == "uniform" ? support::Cohort::uniform : support::Cohort::competitive;
    auto const size = static_cast<std::uint32_t>(std::atoi(arguments[1]));
    static constexpr std::uint32_t kCandidates = 50;
    auto made = support::make_cohort(cohort, size, kCandidates, std::atoi(arguments[2]));
    std::string_view const form(arguments[3]);
    auto const keep_mentors = [&](std::uint32_t mentors) {
        made.mentors.resize(mentors);
        erase_if(made.candidates, [&](auto const& c) { return c.mentor >= mentors; });
    };
    if (form == "unequal") keep_mentors(size / 10 * 6);
    if (form == "tight") keep_mentors(size - size / 1000);
    if (form == "gaps")
        erase_if(made.candidates, [](auto const& c) { return c.mentor % 20 == 0 && c.mentee % 50 != 1; });
    return made;
}

inline void print_figures(double seconds, long long pairs, long long total, double megabytes_before) {
    std::printf("{\"seconds\": %.6f, \"pairs\": %lld, \"total\": %lld, \"megabytes\": %.1f, \"beside_input\": %.1f}\n",
                seconds, pairs, total, most_megabytes(), most_megabytes() - megabytes_before);
}

}  // namespace bench
