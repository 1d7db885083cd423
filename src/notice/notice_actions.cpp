#include "notice/notice_actions.hpp"

#include "access/hint.hpp"
#include "notice/mail_store.hpp"
#include "notice/notice_store.hpp"
#include "person/person_actions.hpp"

namespace notice {

void tell(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
          std::optional<base::AnyId> subject, base::Instant now) {
    person::record_needed(tx, organisation, person);
    if (kind.is_in_inbox()) {
        store::insert(tx, organisation, person, kind, subject, now);
        access::hint(tx, organisation, "notice", base::any(person), {person});
    }
    if (kind.is_mailed()) store::queue_mail(tx, organisation, person, kind, subject, now);
}

base::Result<Mail> send_mail_again(db::Tx& tx, access::Viewer const& viewer, MailId id, base::Instant now) {
    auto const before = store::find_mail(tx, viewer, id);
    if (!before) return base::not_found("mail");
    TRY(mail, send_again(*before, now));
    store::save(tx, mail, *before);
    audit::record(tx, viewer, kMailSentAgain, base::any(id), {}, now);
    return mail;
}

}  // namespace notice
