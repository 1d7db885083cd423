#include "invitation/invitation.hpp"

namespace invitation {

bool may_write_again(Invitation const& invitation) {
    return invitation.written_again < kMostRewrites;
}

Invitation write_again(Invitation invitation, base::Instant now) {
    ++invitation.written_again;
    invitation.last_written_at = now;
    return invitation;
}

bool is_not_to_be_asked(std::optional<Answer> answer, std::optional<base::Day> answered_on, base::Day today) {
    return answer == Answer::no_dont_ask && answered_on && today - *answered_on < kDontAskDays;
}

}  // namespace invitation
