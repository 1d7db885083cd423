#include "base/id.hpp"

namespace base {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_dash_place(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

}  // namespace

std::string to_uuid(IdBytes const& bytes) {
    std::string text;
    text.reserve(36);
    for (auto byte : bytes) {
        if (is_dash_place(text.size())) text += '-';
        text += kHex[byte >> 4U];
        text += kHex[byte & 15U];
    }
    return text;
}

std::optional<IdBytes> from_uuid(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    IdBytes bytes{};
    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_dash_place(i)) {
            if (text[i] != '-') return std::nullopt;
            continue;
        }
        auto const value = nibble(text[i]);
        if (value < 0) return std::nullopt;
        auto& byte = bytes[digits / 2];
        byte = static_cast<std::uint8_t>(static_cast<unsigned>(byte) << 4U | static_cast<unsigned>(value));
        ++digits;
    }
    return bytes;
}

}  // namespace base
