#pragma once
// The executive who stands for a programme (R02): asked, then accepted by one tap from a mail or a printed letter,
// signed in or not. Nobody but the coordinator is shown the name before it is accepted.

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/crypto/link.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace programme {

using SponsorId = base::Id<struct SponsorTag>;

enum class TakesPart { in_person, by_delegate };
BOOST_DESCRIBE_ENUM(TakesPart, in_person, by_delegate)

struct Sponsor {
    SponsorId id;
    ProgrammeId programme_id;
    std::optional<PersonId> person_id;
    std::string name;
    std::optional<std::string> email;
    TakesPart takes_part = TakesPart::in_person;
    std::optional<std::string> delegate_name;
    std::int32_t answers_within_days = 14;
    crypto::Nonce link_nonce;
    base::Instant link_expires_at;
    base::Instant asked_at;
    std::optional<base::Instant> accepted_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Sponsor, (),
                      (id, programme_id, person_id, name, email, takes_part, delegate_name, answers_within_days,
                       link_nonce, link_expires_at, asked_at, accepted_at, version))

inline constexpr base::Duration kSponsorLinkLasts = std::chrono::hours(24 * 60);

// What the sponsor promises beside opening the programme and a word at half-time.
struct Commitment {
    TakesPart takes_part = TakesPart::in_person;
    std::optional<std::string> delegate_name;
    std::int32_t answers_within_days = 14;
};
BOOST_DESCRIBE_STRUCT(Commitment, (), (takes_part, delegate_name, answers_within_days))

// A second tap changes the promise and keeps the day of the first. Refuses `link_expired`, and a delegate without a
// name (`required`).
base::Result<Sponsor> accept(Sponsor sponsor, Commitment const& commitment, base::Instant now);

base::Refusal sponsor_link_expired();

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::Commitment> =
    std::array{meta::Limit{"delegate_name", 1, 200, "Who takes part in the sponsor's place"},
               meta::Limit{"answers_within_days", 1, 90, "How soon questions to the sponsor are answered"}};
