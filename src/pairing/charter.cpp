#include "pairing/charter.hpp"

#include <charconv>
#include <stdexcept>

#include "base/text.hpp"

namespace pairing {
namespace {

constexpr std::string_view kVersionKey = "version: ";

std::int32_t version_in(std::string_view line) {
    std::int32_t version = 0;
    auto digits = line.substr(kVersionKey.size());
    auto read = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (read.ec != std::errc() || version < 1) throw std::logic_error("the charter has no version");
    return version;
}

void fill(std::string& text, std::string_view room, std::string const& words) {
    if (auto const at = text.find(room); at != std::string::npos) text.replace(at, room.size(), words);
}

void add_line(Charter& charter, std::string_view line) {
    if (line.starts_with(kVersionKey)) {
        charter.version = version_in(line);
    } else if (line.starts_with("## ")) {
        charter.clauses.push_back({base::trim(line.substr(3)), ""});
    } else if (line.starts_with("# ")) {
        charter.title = base::trim(line.substr(2));
    } else if (!charter.clauses.empty()) {
        auto& text = charter.clauses.back().text;
        text = base::trim(text + "\n" + std::string(line));
    }
}

}  // namespace

Charter read_charter(std::string_view markdown) {
    Charter charter;
    for (auto const& line : base::split(markdown, '\n')) add_line(charter, line);
    if (charter.version == 0 || charter.title.empty() || charter.clauses.empty())
        throw std::logic_error("the charter lacks its version, title or clauses");
    return charter;
}

Charter filled(Charter charter, int days, std::string const& kept_of_a_pair) {
    for (auto& clause : charter.clauses) {
        fill(clause.text, "{days}", std::to_string(days));
        fill(clause.text, "{kept_of_a_pair}", kept_of_a_pair);
    }
    return charter;
}

}  // namespace pairing
