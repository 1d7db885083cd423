#include "signin/throttle.hpp"

#include <algorithm>

#include "access/guesses.hpp"
#include "access/viewer.hpp"
#include "base/text.hpp"
#include "platform/crypto/secret.hpp"

namespace signin {

namespace {

constexpr std::int64_t kMostDoublings = 20;

meta::Bytes subject_digest(std::string_view of_what, std::string_view value) {
    auto const digest = crypto::sha256(std::string(of_what) + '\n' + std::string(value));
    return {{digest.begin(), digest.end()}};
}

base::Duration wait_after(std::int64_t failures, Allowance const& allowance) {
    auto const doublings = std::min(failures - allowance.free, kMostDoublings);
    return std::min(allowance.longest_wait, allowance.first_wait * (std::int64_t{1} << doublings));
}

}  // namespace

Failures after_failure(std::optional<Failures> const& before, Allowance const& allowance, base::Instant now) {
    bool const is_forgotten = !before || now - before->last_failed_at >= allowance.forgotten_after;
    Failures after{is_forgotten ? 1 : before->failures + 1, now, std::nullopt};
    if (after.failures >= allowance.free) after.blocked_until_at = now + wait_after(after.failures, allowance);
    return after;
}

std::optional<base::Duration> wait_of(std::optional<Failures> const& failures, base::Instant now) {
    if (!failures || !failures->blocked_until_at || *failures->blocked_until_at <= now) return std::nullopt;
    return *failures->blocked_until_at - now;
}

meta::Bytes account_subject(std::string_view name) {
    return subject_digest("account", base::fold(name));
}
meta::Bytes address_subject(std::string_view address) {
    return subject_digest("address", access::counted_address(std::string(address)));
}
meta::Bytes browser_subject(std::string_view cookie) {
    return subject_digest("browser", cookie);
}
meta::Bytes reset_account_subject(std::string_view name) {
    return subject_digest("reset account", base::fold(name));
}
meta::Bytes reset_address_subject(std::string_view address) {
    return subject_digest("reset address", access::counted_address(std::string(address)));
}

}  // namespace signin
