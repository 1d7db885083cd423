#include "meeting/meeting_link.hpp"

namespace meeting {
namespace {

void add_for_both(std::vector<Telling>& tellings, TellingKind kind, std::int32_t sequence) {
    for (auto side : {Side::mentor, Side::mentee}) tellings.push_back({side, kind, sequence});
}

}  // namespace

std::vector<Telling> tellings_of(Meeting const& meeting) {
    std::vector<Telling> tellings;
    switch (state_of(meeting)) {
        case State::proposed:
            // The date before, which no longer stands.
            if (meeting.sequence > 0) add_for_both(tellings, TellingKind::date_called_off, meeting.sequence);
            tellings.push_back({pairing::other(meeting.proposed_by), TellingKind::times_proposed, meeting.version});
            break;
        case State::set:
            add_for_both(tellings, TellingKind::date_set, meeting.sequence);
            break;
        case State::cancelled:
            add_for_both(tellings, TellingKind::date_called_off, meeting.sequence);
            break;
        case State::held:
            break;
    }
    return tellings;
}

notice::Kind const& kind_of(TellingKind kind) {
    switch (kind) {
        case TellingKind::times_proposed:
            return notice::times_proposed;
        case TellingKind::date_set:
            return notice::date_set;
        case TellingKind::date_called_off:
            break;
    }
    return notice::date_called_off;
}

bool opens(MeetingLink const& link, Meeting const& meeting, base::Instant now) {
    if (!is_open(meeting)) return false;
    if (meeting.time) return now < ends_at(meeting, *meeting.time) + kLinkOutlives;
    return now < link.made_at + kLinkWithoutDate;
}

std::string meeting_link_path(crypto::Keys const& keys, access::OrganisationId organisation, MeetingLink const& link) {
    return kMeetingLink.path(keys, organisation, link.id, link.nonce);
}

}  // namespace meeting
