#include "programme/open_call.hpp"

#include <gtest/gtest.h>

using namespace programme;

namespace {

constexpr base::Instant kCallTime{1'800'000'000'000'000};

OpenCall called_by(OpenCallInput input) {
    input.closes_on = base::utc_day(kCallTime) + 7;
    return open_call({}, input, "ABCD-EFGH", {}).value();
}

}  // namespace

TEST(AnOpenCall, makes_its_own_code_when_none_is_given) {
    EXPECT_EQ(called_by({}).code, "ABCD-EFGH");
    EXPECT_EQ(called_by({LimitedBy::code, " compass ", {}, {}}).code, "compass");
}

TEST(AnOpenCall, needs_a_domain_that_is_one) {
    EXPECT_EQ(open_call({}, {LimitedBy::mail_domain, {}, {}, {}}, "x", {}).refusal().errors.front().code, "required");
    EXPECT_EQ(open_call({}, {LimitedBy::mail_domain, {}, "no domain", {}}, "x", {}).refusal().errors.front().code,
              "format");
    EXPECT_EQ(called_by({LimitedBy::mail_domain, {}, "Example.ORG", {}}).mail_domain, "example.org");
}

TEST(AskingToJoin, needs_the_code_however_it_is_typed) {
    auto const call = called_by({});
    EXPECT_TRUE(ask_to_join(call, {"Ana", {}, " abcd-efgh ", Side::mentor}, base::utc_day(kCallTime), kCallTime));
    EXPECT_EQ(ask_to_join(call, {"Ana", {}, "abcd", Side::mentor}, base::utc_day(kCallTime), kCallTime)
                  .refusal()
                  .errors.front()
                  .code,
              "wrong_code");
    EXPECT_EQ(ask_to_join(call, {"Ana", {}, {}, Side::mentor}, base::utc_day(kCallTime), kCallTime)
                  .refusal()
                  .errors.front()
                  .code,
              "wrong_code");
}

TEST(AskingToJoin, needs_an_address_of_the_domain_and_not_of_one_that_ends_alike) {
    auto const call = called_by({LimitedBy::mail_domain, {}, "example.org", {}});
    EXPECT_TRUE(ask_to_join(call, {"Ana", "Ana@Example.org", {}, Side::mentor}, base::utc_day(kCallTime), kCallTime));
    for (auto const* wrong : {"ana@badexample.org", "ana@example.org.net"})
        EXPECT_EQ(ask_to_join(call, {"Ana", wrong, {}, Side::mentor}, base::utc_day(kCallTime), kCallTime)
                      .refusal()
                      .errors.front()
                      .code,
                  "other_domain");
    EXPECT_EQ(ask_to_join(call, {"Ana", {}, {}, Side::mentor}, base::utc_day(kCallTime), kCallTime)
                  .refusal()
                  .errors.front()
                  .code,
              "required");
}

TEST(AskingToJoin, is_refused_after_the_last_day) {
    auto const late = kCallTime + std::chrono::hours(24 * 8);
    auto const ask_on = [&](base::Day today) {
        return ask_to_join(called_by({}), {"Ana", {}, "ABCD-EFGH", Side::mentor}, today, late);
    };
    EXPECT_EQ(ask_on(base::utc_day(late)).refusal().code, "call_closed");
    // It is the day of the house that counts, whatever day it is elsewhere.
    EXPECT_TRUE(ask_on(called_by({}).closes_on));
}
