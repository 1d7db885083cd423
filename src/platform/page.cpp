#include "platform/page.hpp"

#include "base/text.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/json.hpp"

namespace page {

namespace {

std::string part_of(std::string_view text) {
    std::string pattern = "%";
    for (auto c : text) {
        if (c == '%' || c == '_' || c == '!') pattern.push_back('!');
        pattern.push_back(c);
    }
    return pattern + "%";
}

}  // namespace

std::string write_cursor(meta::Type const& place, void const* value) {
    auto const text = json::write(place, value);
    return crypto::to_base64url(crypto::bytes_of(text));
}

base::Result<bool> read_cursor(meta::Type const& place, void* value, std::string_view cursor) {
    auto const octets = crypto::from_base64url(cursor);
    if (!octets) return base::invalid("/cursor", "format");
    if (!json::read(place, value, std::string(octets->begin(), octets->end())))
        return base::invalid("/cursor", "format");
    return true;
}

std::optional<std::string> folded_part(std::optional<std::string> const& search) {
    if (!search) return std::nullopt;
    return part_of(base::fold(*search));
}

std::optional<std::string> typed_part(std::optional<std::string> const& search) {
    if (!search) return std::nullopt;
    return part_of(base::squeeze(*search));
}

}  // namespace page
