#pragma once
// What a confidential contact sets for themselves, and what the house does for them every day.

#include "audit/event.hpp"
#include "care/contact_room_store.hpp"
#include "platform/jobs/schedule.hpp"

namespace care {

inline constexpr audit::Kind kContactRoomSet{"contact_room.set", audit::Private::yes};

// What is kept shorter than before counts at once for everything that was sent to them; what is kept longer, from now
// on. Refuses: contact_not_found for who is none; past at /away_until_on.
base::Result<bool> set_contact_room(db::Tx& tx, access::Viewer const& viewer, RoomSettings const& settings,
                                    base::Instant now);

// Once a day contacts are told that something came until the day before, in the same words whatever it is: a mail at
// the moment of writing would tell who sat at a desk (rules 4). On every day: what is said in confidence waits for no
// holiday of a site (decision 0175).
inline constexpr jobs::Kind<jobs::Nothing> kTellContacts{"care.tell_contacts"};
void tell_contacts(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

// Takes away what has been kept for long enough (rules D14).
void tidy_confidences(db::Tx& tx, access::OrganisationId organisation, base::Day today);

}  // namespace care
