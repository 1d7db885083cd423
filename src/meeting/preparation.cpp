#include "meeting/preparation.hpp"

#include "meeting/meeting_store.hpp"
#include "notice/notice_actions.hpp"
#include "platform/content.hpp"

namespace meeting {
namespace {

constexpr auto kHalfHour = std::chrono::minutes(programme::kSlotMinutes);

}  // namespace

Rehearsal const& rehearsal_in(std::string_view language) {
    return content::read_once<Rehearsal>("content/rehearsal/", language);
}

base::Instant due_at(Week const& week, base::Instant starts_at) {
    auto const wanted = starts_at - kToldBefore;
    for (auto at = wanted; wanted - at < kLooksBack; at = at - kHalfHour)
        if (works_at(week, at)) return at;
    return wanted;
}

bool is_due(Week const& week, base::Instant starts_at, base::Instant now) {
    return now < starts_at && works_at(week, now) && due_at(week, starts_at) <= now;
}

void tell_to_prepare(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& one : store::list_to_prepare(tx, organisation, now, now + kToldBefore + kLooksBack))
        if (is_due(one.week, one.starts_at, now))
            notice::tell(tx, organisation, one.person_id, notice::preparation_waits, base::any(one.meeting_id), now);
}

}  // namespace meeting
