#include "platform/content.hpp"

#include <stdexcept>

#include "platform/embedded.hpp"
#include "platform/json.hpp"

namespace content {
namespace {

std::string path_of(std::string_view folder, std::string_view language) {
    return std::string(folder) + std::string(language) + ".json";
}

}  // namespace

std::string nearest_language(std::string_view folder, std::string_view wanted) {
    for (auto const language : {wanted, wanted.substr(0, wanted.find('-'))})
        if (embedded::find(path_of(folder, language))) return std::string(language);
    return "en";
}

void read(meta::Type const& type, void* value, std::string_view folder, std::string_view language) {
    auto const path = path_of(folder, language);
    auto done = json::read(type, value, embedded::file(path));
    if (done) return;
    auto words = path + ": " + done.refusal().detail;
    for (auto const& error : done.refusal().errors) words += " " + error.pointer + " " + error.code;
    throw std::logic_error(words);
}

}  // namespace content
