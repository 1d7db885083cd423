#pragma once
// A person's private calendar address: their dates, read by any calendar program without signing in. Computed from a
// nonce; a new one, or none, and the old address is dead. It also dies with a new password, like every session
// (engineering.md 5).

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "access/call.hpp"
#include "platform/db/db.hpp"

namespace meeting {

struct CalendarFeed {
    std::optional<std::string> address;  // in full; null while there is none
    std::optional<base::Instant> made_at;
};
BOOST_DESCRIBE_STRUCT(CalendarFeed, (), (address, made_at))

base::Result<CalendarFeed> show_feed(access::Call& call);
// A new address; an earlier one is void.
base::Result<CalendarFeed> post_feed(access::Call& call);
base::Result<CalendarFeed> remove_feed(access::Call& call);

// Whose dates the address in the path opens.
struct FedPerson {
    access::OrganisationId organisation;
    access::PersonId person;
};
base::Result<FedPerson> find_fed(access::Call& call);

}  // namespace meeting
