#include "care/contact_link_actions.hpp"

#include "care/contact_link_store.hpp"
#include "notice/notice_actions.hpp"

namespace care {

base::Result<bool> check_link_of(db::Tx& tx, access::Viewer const& viewer, access::PersonId person) {
    auto const holder = store::find_holder(tx, viewer.organisation, person);
    if (!holder) return base::not_found("person");
    return check_link(*holder);
}

base::Result<bool> send_contact_link(db::Tx& tx, access::Viewer const& viewer, access::PersonId person,
                                     base::Instant now) {
    TRY_VOID(check_link_of(tx, viewer, person));
    store::save_contact_link(tx, viewer.organisation, {person, crypto::random_nonce(), base::utc_day(now)});
    notice::tell(tx, viewer.organisation, person, notice::contact_link, std::nullopt, now);
    audit::record(tx, viewer, kContactLinkMade, base::any(person), {}, now);
    return true;
}

base::Result<bool> withdraw_contact_link(db::Tx& tx, access::Viewer const& viewer, access::PersonId person,
                                         base::Instant now) {
    if (!store::remove_contact_link(tx, viewer.organisation, person)) return kContactLink.not_found();
    audit::record(tx, viewer, kContactLinkRemoved, base::any(person), {}, now);
    return true;
}

}  // namespace care
