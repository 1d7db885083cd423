#include "platform/crypto/link.hpp"

#include <algorithm>

namespace crypto {

namespace {

constexpr std::size_t kIdLength = 16;
constexpr std::size_t kFixedLength = 1 + 3 * kIdLength;
constexpr std::size_t kMostLetters = 400;

void append_id(Bytes& bytes, base::IdBytes const& id) {
    bytes.insert(bytes.end(), id.begin(), id.end());
}

base::IdBytes id_at(Bytes const& bytes, std::size_t place) {
    base::IdBytes id;
    std::copy_n(bytes.begin() + 1 + static_cast<std::ptrdiff_t>(place * kIdLength), kIdLength, id.begin());
    return id;
}

Bytes link_payload(KeyNumber number, Link const& link) {
    Bytes bytes{number};
    append_id(bytes, link.organisation.bytes);
    append_id(bytes, link.id.bytes);
    append_id(bytes, link.nonce.bytes);
    bytes.insert(bytes.end(), link.purpose.begin(), link.purpose.end());
    return bytes;
}

}  // namespace

Nonce random_nonce() {
    Nonce nonce;
    fill_with_secret(nonce.bytes);
    return nonce;
}

std::string sign_link(Keys const& keys, Link const& link) {
    auto const& [number, key] = *keys.link.rbegin();
    Bytes const payload = link_payload(number, link);
    return to_base64url(payload) + "." + to_base64url(mac(key, payload));
}

std::optional<Link> open_link(Keys const& keys, std::string_view purpose, std::string_view token) {
    auto const dot = token.find('.');
    if (token.size() > kMostLetters || dot == std::string_view::npos) return std::nullopt;
    auto const payload = from_base64url(token.substr(0, dot));
    auto const given = from_base64url(token.substr(dot + 1));
    if (!payload || !given || payload->size() < kFixedLength) return std::nullopt;
    auto const key = keys.link.find(payload->front());
    if (key == keys.link.end() || !is_equal(mac(key->second, *payload), *given)) return std::nullopt;
    Link link{{payload->begin() + kFixedLength, payload->end()},
              {id_at(*payload, 0)},
              {id_at(*payload, 1)},
              {id_at(*payload, 2)}};
    if (link.purpose != purpose) return std::nullopt;
    return link;
}

}  // namespace crypto
