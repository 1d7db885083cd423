#pragma once

#include "access/call.hpp"
#include "care/contact_room_shapes.hpp"

namespace care {

base::Result<ContactRoom> show_contact_room(access::Call& call);
base::Result<ContactRoom> put_contact_room(access::Call& call, RoomSettings const& settings);
base::Result<NamedContacts> list_named_contacts(access::Call& call);

}  // namespace care
