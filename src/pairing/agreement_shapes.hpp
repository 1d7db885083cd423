#pragma once
// What goes in and out about the agreement and the charter.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "pairing/agreement.hpp"
#include "pairing/charter.hpp"
#include "platform/meta.hpp"

namespace pairing {

// When each has signed what stands there now; null where they have not.
struct SignedAt {
    std::optional<base::Instant> mentor;
    std::optional<base::Instant> mentee;
};
BOOST_DESCRIBE_STRUCT(SignedAt, (), (mentor, mentee))

struct AgreementAnswer {
    std::int32_t version = 0;  // 0: the draft, not written down yet
    Cadence cadence = Cadence::monthly;
    Channel channel = Channel::in_person;
    std::int32_t notice_days = 1;
    Side booking_side = Side::mentee;
    Side leading_side = Side::mentor;
    base::Day ends_on;
    std::vector<std::string> mentor_outcomes;
    std::vector<std::string> mentee_outcomes;
    Side side = Side::mentor;  // yours
    SignedAt agreement_signed_at;
    std::int32_t charter_version = 1;
    SignedAt charter_signed_at;
    std::vector<Action> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(AgreementAnswer, (),
                      (version, cadence, channel, notice_days, booking_side, leading_side, ends_on, mentor_outcomes,
                       mentee_outcomes, side, agreement_signed_at, charter_version, charter_signed_at, allowed_actions))

struct AgreementChange {
    std::int32_t version = 0;  // the one it was read with
    Cadence cadence = Cadence::monthly;
    Channel channel = Channel::in_person;
    std::int32_t notice_days = 1;
    Side booking_side = Side::mentee;
    Side leading_side = Side::mentor;
    base::Day ends_on;
    std::vector<std::string> mentor_outcomes;
    std::vector<std::string> mentee_outcomes;
};
BOOST_DESCRIBE_STRUCT(AgreementChange, (),
                      (version, cadence, channel, notice_days, booking_side, leading_side, ends_on, mentor_outcomes,
                       mentee_outcomes))

struct AgreementSigning {
    std::int32_t version = 0;
    bool neither_decides = false;
};
BOOST_DESCRIBE_STRUCT(AgreementSigning, (), (version, neither_decides))

struct CharterSigning {
    std::int32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CharterSigning, (), (version))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::AgreementChange> =
    std::array{meta::Limit{"version", 0, meta::kNoMost, "The one it was read with; 0 for the draft"},
               meta::Limit{"notice_days", 0, 14, "Days before which a date is moved or cancelled"},
               meta::Limit{"mentor_outcomes", 0, 2, "What the mentor takes away, in their own words", 1, 300},
               meta::Limit{"mentee_outcomes", 0, 2, "What the mentee takes away, in their own words", 1, 300}};
template <>
inline constexpr auto meta::limits<pairing::AgreementSigning> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "The one that was read"},
               meta::doc("neither_decides", "Neither decides on the other's pay, promotion or a case about them")};
template <>
inline constexpr auto meta::limits<pairing::CharterSigning> =
    std::array{meta::Limit{"version", 1, meta::kNoMost, "The one that was read"}};
