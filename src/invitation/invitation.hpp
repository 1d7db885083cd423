#pragma once
// An invitation and its private answer. Pure.

#include <cstdint>
#include <optional>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "programme/programme.hpp"

namespace invitation {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;
using InvitationId = base::Id<struct InvitationTag>;

enum class Answer { yes, not_now, no_dont_ask };
BOOST_DESCRIBE_ENUM(Answer, yes, not_now, no_dont_ask)

struct Invitation {
    InvitationId id;
    ProgrammeId programme_id;
    PersonId person_id;
    programme::Side side = programme::Side::mentor;
    base::Instant invited_at;
    std::int32_t written_again = 0;
    base::Instant last_written_at;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (id, programme_id, person_id, side, invited_at, written_again, last_written_at))

inline constexpr std::int32_t kMostRewrites = 2;
inline constexpr int kDontAskDays = 365;

bool may_write_again(Invitation const& invitation);
Invitation write_again(Invitation invitation, base::Instant now);
// *Don't ask again* holds for a year from the day it was said.
bool is_not_to_be_asked(std::optional<Answer> answer, std::optional<base::Day> answered_on, base::Day today);

}  // namespace invitation
