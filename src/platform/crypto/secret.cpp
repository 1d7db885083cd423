#include "platform/crypto/secret.hpp"

#include <stdexcept>

#include <sodium.h>

namespace crypto {

namespace {

constexpr std::string_view kCodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

// sodium_init is safe to call from many threads and does its work once.
void ready() {
    static bool const is_ready = sodium_init() >= 0;
    if (!is_ready) throw std::runtime_error("libsodium cannot start");
}

}  // namespace

std::span<std::uint8_t const> bytes_of(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

void fill_with_secret(std::span<std::uint8_t> bytes) {
    ready();
    randombytes_buf(bytes.data(), bytes.size());
}

Key random_key() {
    Key key;
    fill_with_secret(key);
    return key;
}

std::string random_secret() {
    return to_base64url(random_key());
}

std::string random_code() {
    ready();
    std::string code;
    for (int i = 0; i < 12; ++i) {
        if (i == 4 || i == 8) code += '-';
        code += kCodeLetters[randombytes_uniform(static_cast<std::uint32_t>(kCodeLetters.size()))];
    }
    return code;
}

Digest sha256(std::span<std::uint8_t const> bytes) {
    Digest digest;
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

Digest sha256(std::string_view text) {
    return sha256(bytes_of(text));
}

Digest mac(Key const& key, std::span<std::uint8_t const> bytes) {
    static_assert(crypto_auth_hmacsha256_KEYBYTES == sizeof(Key) && crypto_auth_hmacsha256_BYTES == sizeof(Digest));
    Digest digest;
    crypto_auth_hmacsha256(digest.data(), bytes.data(), bytes.size(), key.data());
    return digest;
}

bool is_equal(std::span<std::uint8_t const> a, std::span<std::uint8_t const> b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_equal(std::string_view a, std::string_view b) {
    return is_equal(bytes_of(a), bytes_of(b));
}

std::string to_base64url(std::span<std::uint8_t const> bytes) {
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<Bytes> from_base64url(std::string_view text) {
    if (text.empty()) return Bytes{};  // libsodium asks for a place to write to, even for nothing
    Bytes bytes(text.size());
    std::size_t length = 0;
    char const* end = nullptr;
    int const refused = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                                          sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (refused != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

}  // namespace crypto
