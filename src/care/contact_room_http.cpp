#include "care/contact_room_http.hpp"

#include "care/concern_store.hpp"
#include "care/contact_room_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/called_store.hpp"

namespace care {
namespace {

ContactRoom room_for(access::Call& call) {
    auto const& viewer = call.viewer;
    auto const today = base::utc_day(call.now);
    ContactRoom room;
    static_cast<RoomSettings&>(room) = store::find_settings(call.tx, viewer.organisation, viewer.person.value(), today);
    room.name = store::name_of(call.tx, viewer.organisation, viewer.person.value());
    room.organisation = organisation::store::load(call.tx, viewer.organisation).name;
    for (auto const& [programme, people] : store::count_people(call.tx, viewer, months_after(today, -12)))
        room.counts.push_back({programme::store::find_called(call.tx, viewer.organisation, programme, viewer.language),
                               people < kFewestCounted ? std::nullopt : std::optional(people)});
    return room;
}

}  // namespace

base::Result<ContactRoom> show_contact_room(access::Call& call) {
    if (!call.viewer.has(access::Role::confidential_contact)) return contact_not_found();
    return room_for(call);
}

base::Result<ContactRoom> put_contact_room(access::Call& call, RoomSettings const& settings) {
    TRY_VOID(set_contact_room(call.tx, call.viewer, settings, call.now));
    return room_for(call);
}

base::Result<NamedContacts> list_named_contacts(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    NamedContacts contacts{store::list_named_contacts(call.tx, call.viewer.organisation, programme), false};
    contacts.is_enough = contacts.items.size() >= 2;
    return contacts;
}

}  // namespace care
