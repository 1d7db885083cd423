#pragma once
// The catalogues: one flat JSON object of ICU messages a language (locales/<tag>.json), the same file that the
// browser reads. The server formats mails, letters and CSV heads with it.
//
// A text is looked up in the language asked for ("de-AT"), then without its region ("de"), then in English; a key
// that is nowhere gives the key itself, and a test fails.

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace i18n {

using Argument = std::variant<std::string, std::int64_t>;
using Arguments = std::map<std::string, Argument>;
using Messages = std::map<std::string, std::string>;

class Catalogues {
  public:
    // Refused when the text is no flat object of strings or a message does not parse as ICU.
    base::Result<std::string> add(std::string const& language, std::string_view json);

    [[nodiscard]] std::string format(std::string_view language, std::string const& key,
                                     Arguments const& arguments = {}) const;
    [[nodiscard]] bool has(std::string const& key) const;
    // Sorted tags: "de", "en".
    [[nodiscard]] std::vector<std::string> languages() const;
    // The one of ours that serves `wanted`; English when none does.
    [[nodiscard]] std::string nearest(std::string_view wanted) const;
    // Keys that `language` lacks and another one has.
    [[nodiscard]] std::set<std::string> missing(std::string const& language) const;

  private:
    [[nodiscard]] std::string const* find(std::string const& language, std::string const& key) const;

    std::map<std::string, Messages> messages_;
};

// Those that the binary carries.
Catalogues const& ours();
// For development and tests.
base::Result<Catalogues> read_catalogues(std::filesystem::path const& folder);

// "22 November 2026", "Sunday, 22 November 2026 at 09:30" in the reader's language and zone.
std::string long_day(std::string const& language, base::Day day);
std::string long_time(std::string const& language, base::Instant instant, std::string const& time_zone);

}  // namespace i18n
