#include "access/guesses.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <arpa/inet.h>

#include "platform/crypto/secret.hpp"

namespace obverse::access {

namespace {

constexpr std::size_t kMostKept = 50'000;
constexpr std::size_t kNetworkOctets = 8;

std::string address_key(std::string const& address) {
    return "address " + counted_address(address);
}
// A digest, so that nobody fills the memory with long paths.
std::string path_key(std::string const& path) {
    auto const digest = crypto::sha256(path);
    return "path " + std::string(digest.begin(), digest.end());
}

}  // namespace

std::optional<base::Duration> Guesses::wait_of(std::string const& address, std::string const& path,
                                               base::Instant wall) {
    std::scoped_lock const held(mutex_);
    auto const wait = wait_of_one(address_key(address), kPerAddress, wall);
    return path.empty() ? wait : std::max(wait, wait_of_one(path_key(path), kPerPath, wall));
}

void Guesses::count_failure(std::string const& address, std::string const& path, base::Instant wall) {
    std::scoped_lock const held(mutex_);
    count(address_key(address), wall);
    if (!path.empty()) count(path_key(path), wall);
}

std::optional<base::Duration> Guesses::wait_of_one(std::string const& key, int free, base::Instant wall) {
    auto const found = failures_.find(key);
    if (found == failures_.end() || found->second.count < free) return std::nullopt;
    auto const ends_at = found->second.first_at + kForgottenAfter;
    if (ends_at <= wall) return std::nullopt;
    return ends_at - wall;
}

void Guesses::count(std::string const& key, base::Instant wall) {
    if (failures_.size() >= kMostKept) forget_old(wall);
    auto& failures = failures_[key];
    if (failures.count == 0 || failures.first_at + kForgottenAfter <= wall) failures = {0, wall};
    ++failures.count;
}

void Guesses::forget_old(base::Instant wall) {
    std::erase_if(failures_, [&](auto const& one) { return one.second.first_at + kForgottenAfter <= wall; });
    if (failures_.size() < kMostKept) return;
    failures_.erase(std::ranges::min_element(failures_, {}, [](auto const& one) { return one.second.count; }));
}

base::Refusal try_later(base::Duration wait) {
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return {base::RefusalKind::throttled,
            "too_many_attempts",
            "Too many attempts; try again later.",
            {},
            {{"retry_after", std::to_string(seconds)}}};
}

std::string counted_address(std::string const& address) {
    std::array<std::uint8_t, 16> octets{};
    if (inet_pton(AF_INET6, address.c_str(), octets.data()) != 1) return address;
    return crypto::to_base64url(std::span(octets).first(kNetworkOctets));
}

}  // namespace obverse::access
