#pragma once
// What the two are told of a meeting, and the link in such a mail. Whoever reads the mail, an assistant too, may use it
// without signing in (rules 12): choose one of the times, propose others, name the place, say that it was held. It
// opens nothing else, and it says nothing but that there is a date, with whom, where.

#include <optional>
#include <string>
#include <vector>

#include "access/link.hpp"
#include "meeting/meeting.hpp"
#include "notice/kind.hpp"

namespace meeting {

using MeetingLinkId = base::Id<struct MeetingLinkTag>;

enum class TellingKind { times_proposed, date_set, date_called_off };
BOOST_DESCRIBE_ENUM(TellingKind, times_proposed, date_set, date_called_off)

struct Telling {
    Side side = Side::mentor;  // who is told
    TellingKind kind = TellingKind::date_set;
    std::int32_t told_of = 0;  // the version of a proposal, the sequence of a date: nothing is told twice

    auto operator<=>(Telling const&) const = default;
};
// What is to be told of a meeting as it stands; the same again while nothing changes.
std::vector<Telling> tellings_of(Meeting const& meeting);

notice::Kind const& kind_of(TellingKind kind);

struct MeetingLink {
    MeetingLinkId id;
    MeetingId meeting_id;
    Side side = Side::mentor;
    TellingKind kind = TellingKind::date_set;
    std::int32_t told_of = 0;
    crypto::Nonce nonce;
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(MeetingLink, (), (id, meeting_id, side, kind, told_of, nonce, made_at))

// A link outlives its date by a fortnight, so that "held" can still be said by it.
inline constexpr base::Duration kLinkOutlives = std::chrono::hours(24 * 14);
inline constexpr base::Duration kLinkWithoutDate = std::chrono::hours(24 * 60);
bool opens(MeetingLink const& link, Meeting const& meeting, base::Instant now);

inline constexpr access::LinkKind<MeetingLinkId> kMeetingLink{"meeting", "/date/", "meeting link"};
std::string meeting_link_path(crypto::Keys const& keys, access::OrganisationId organisation, MeetingLink const& link);

}  // namespace meeting
