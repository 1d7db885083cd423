#pragma once
// Content that is data: content/<folder>/<language>.json, one described struct a file, the same keys in every
// language. What we ship is never wrong because of a visitor, so a file that does not read is a broken house.

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "platform/meta.hpp"

namespace content {

// "de-AT" is served by "de", and what no language of ours serves by "en".
std::string nearest_language(std::string_view folder, std::string_view wanted);
// Fills `value` or throws std::logic_error.
void read(meta::Type const& type, void* value, std::string_view folder, std::string_view language);

// Read at the first call and kept as long as the program runs; `folder` ends in "/". One struct has one folder.
template <meta::DescribedStruct T>
T const& read_once(std::string_view folder, std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, T, std::less<>> kept;
    auto const nearest = nearest_language(folder, language);
    std::lock_guard const lock(mutex);
    if (auto found = kept.find(nearest); found != kept.end()) return found->second;
    T fresh{};
    read(meta::of<T>(), &fresh, folder, nearest);
    return kept.emplace(nearest, std::move(fresh)).first->second;
}

}  // namespace content
