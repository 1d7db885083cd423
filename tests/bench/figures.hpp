#pragma once
// What a solver of `bin/bench matching` tells of itself: one line of JSON. Shared with peers, so in C++17.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

namespace bench {

inline double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Of this program alone: what getrusage tells begins with what its parent had.
inline double most_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0) return std::atof(line.c_str() + sizeof "VmHWM:") / 1024;
    return 0;
}

inline void print_figures(double seconds, long long pairs, long long total, double megabytes_before) {
    std::printf("{\"seconds\": %.6f, \"pairs\": %lld, \"total\": %lld, \"megabytes\": %.1f, \"beside_input\": %.1f}\n",
                seconds, pairs, total, most_megabytes(), most_megabytes() - megabytes_before);
}

}  // namespace bench
