#pragma once
// How often somebody may guess. Failures are counted apart per account, per address and per known browser, each as a
// digest. After the free ones each failure doubles the wait. A browser that signed in here before has a count of its
// own and passes the other two, so that nobody locks the rightful person out by guessing.

#include <cstdint>
#include <optional>
#include <string_view>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"

namespace signin {

struct Allowance {
    std::int64_t free;
    base::Duration first_wait;
    base::Duration longest_wait;
    base::Duration forgotten_after;
    bool is_shared = false;  // by many people: one success forgives one failure, not all
};
inline constexpr Allowance kPerAccount{5, std::chrono::seconds(30), std::chrono::minutes(15), std::chrono::hours(12)};
inline constexpr Allowance kPerAddress{50, std::chrono::seconds(30), std::chrono::minutes(15), std::chrono::hours(1),
                                       true};
inline constexpr Allowance kPerBrowser{10, std::chrono::seconds(30), std::chrono::minutes(15), std::chrono::hours(12)};
// Asking for reset mails. The account's is silent: who asks learns nothing, and the person gets no heap of mails.
inline constexpr Allowance kResetsPerAccount{3, std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1)};
inline constexpr Allowance kResetsPerAddress{20, std::chrono::minutes(1), std::chrono::minutes(15),
                                             std::chrono::hours(1), true};

struct Failures {
    std::int64_t failures = 0;
    base::Instant last_failed_at;
    std::optional<base::Instant> blocked_until_at;
};
BOOST_DESCRIBE_STRUCT(Failures, (), (failures, last_failed_at, blocked_until_at))

Failures after_failure(std::optional<Failures> const& before, Allowance const& allowance, base::Instant now);
// How long it has to wait; nothing when it may try.
std::optional<base::Duration> wait_of(std::optional<Failures> const& failures, base::Instant now);

meta::Bytes account_subject(std::string_view name);
// An IPv6 address counts as its /64: one household, not one address of 2^64.
meta::Bytes address_subject(std::string_view address);
meta::Bytes browser_subject(std::string_view cookie);
meta::Bytes reset_account_subject(std::string_view name);
meta::Bytes reset_address_subject(std::string_view address);

}  // namespace signin
