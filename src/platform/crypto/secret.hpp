#pragma once
// Secrets, digests and their text. Everything here is libsodium; nothing is ours.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

using Bytes = std::vector<std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;
using Key = std::array<std::uint8_t, 32>;

std::span<std::uint8_t const> bytes_of(std::string_view text);

// From the operating system, never from a seed.
Key random_key();
void fill_with_secret(std::span<std::uint8_t> bytes);
// 256 bits as 43 letters of base64url: a session, a one-time code that is not typed.
std::string random_secret();
// Twelve letters and digits in groups of four, without those that look alike; 59 bits. For typing.
std::string random_code();

Digest sha256(std::span<std::uint8_t const> bytes);
Digest sha256(std::string_view text);
// HMAC-SHA-256.
Digest mac(Key const& key, std::span<std::uint8_t const> bytes);
// In a time that depends on the lengths alone.
bool is_equal(std::span<std::uint8_t const> a, std::span<std::uint8_t const> b);
bool is_equal(std::string_view a, std::string_view b);

// Without padding (RFC 4648, part 5).
std::string to_base64url(std::span<std::uint8_t const> bytes);
std::optional<Bytes> from_base64url(std::string_view text);

}  // namespace crypto
