#include "care/contact_room_actions.hpp"

#include "care/concern_store.hpp"
#include "notice/notice_actions.hpp"

namespace care {

base::Result<bool> set_contact_room(db::Tx& tx, access::Viewer const& viewer, RoomSettings const& settings,
                                    base::Instant now) {
    if (!viewer.has(access::Role::confidential_contact)) return contact_not_found();
    if (settings.away_until_on && *settings.away_until_on < base::utc_day(now))
        return base::invalid("/away_until_on", "past");
    store::save_settings(tx, viewer, settings);
    store::shorten_concerns(tx, viewer, settings.kept_months);
    audit::record_private(tx, viewer.organisation, kContactRoomSet, now);
    return true;
}

void tell_contacts(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    for (auto const& contact : store::mark_told(tx, organisation, base::utc_day(now) - 1))
        notice::tell(tx, organisation, contact, notice::confidence_waits, std::nullopt, now);
}

void tidy_confidences(db::Tx& tx, access::OrganisationId organisation, base::Day today) {
    store::remove_old_concerns(tx, organisation, today);
}

}  // namespace care
