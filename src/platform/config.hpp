#pragma once
// Settings: one described struct whose fields can be set by file (TOML), environment and flag. The table of the struct
// is the only list of settings; the page docs/operate/configuration.md is printed from it.
//
//   field `public_url`: file `public_url = "https://..."`, OBVERSE_PUBLIC_URL, --public-url
//
// A flag wins over the environment, the environment over the file, the file over the default. Lists are written with
// commas outside the file.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/meta.hpp"

namespace config {

struct Sources {
    std::optional<std::string> file;  // its text
    std::function<std::optional<std::string>(std::string const& variable)> environment;
    std::map<std::string, std::string> flags;  // by field name
};

// Fills `settings`, which holds the defaults. Refusals name the setting and where it was said: invalid, with the
// pointer "/public_url" and params {"source": "environment"}; `file` for text that is not TOML.
base::Result<bool> read(meta::Type const& type, void* settings, Sources const& sources);

template <class T>
base::Result<T> read(Sources const& sources) {
    T settings{};
    TRY_VOID(read(meta::of<T>(), &settings, sources));
    return settings;
}

// "public_url" -> "OBVERSE_PUBLIC_URL", "--public-url".
std::string variable_of(std::string_view field);
std::string flag_of(std::string_view field);

// For operators: one sentence a wrong setting; the code alone where the whole is wrong, such as an empty file.
std::string sentence(base::Refusal const& refusal);

// The settings as a Markdown table: name, variable, flag, default, meaning.
std::string table(meta::Type const& type, void const* defaults);

}  // namespace config
