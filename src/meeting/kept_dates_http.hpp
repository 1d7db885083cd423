#pragma once
// The dates of a principal, as whoever keeps them sees them: with whom, when, where, and nothing else (rules 12 and B,
// column AS). An assistant proposes, chooses, moves, names the place and says it was held, like whoever reads the
// principal's mails; ending a date stays with the two.

#include "access/call.hpp"
#include "meeting/meeting_link_http.hpp"

namespace meeting {

struct KeptPartner {
    PairingId pairing_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(KeptPartner, (), (pairing_id, name))

struct KeptMeeting : LinkedMeeting {
    MeetingId id;
    PairingId pairing_id;
};
BOOST_DESCRIBE_STRUCT(KeptMeeting, (LinkedMeeting), (id, pairing_id))

struct KeptDates {
    std::string person;     // whose they are
    std::string time_zone;  // of that person
    std::vector<KeptPartner> partners;
    std::vector<KeptMeeting> items;  // open, in the order of their dates
};
BOOST_DESCRIBE_STRUCT(KeptDates, (), (person, time_zone, partners, items))

base::Result<KeptDates> list_kept_dates(access::Call& call);
base::Result<KeptMeeting> post_kept_meeting(access::Call& call, Proposal const& proposal);
base::Result<Slots> list_kept_slots(access::Call& call, SlotQuery const& query);
base::Result<KeptMeeting> put_kept_time(access::Call& call, Choice const& choice);
base::Result<KeptMeeting> put_kept_times(access::Call& call, Moving const& moving);
base::Result<KeptMeeting> put_kept_where(access::Call& call, WhereChange const& change);
base::Result<KeptMeeting> put_kept_holding(access::Call& call, Holding const& holding);

}  // namespace meeting
