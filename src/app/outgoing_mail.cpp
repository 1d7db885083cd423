#include "app/outgoing_mail.hpp"

#include "app/mail_links.hpp"
#include "app/mail_programme.hpp"
#include "invitation/invitation_store.hpp"

namespace app {

namespace {

// Rules D10: whoever said not to be asked is not asked, and no list of mails tells who that is.
bool is_withheld(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    if (mail.kind != notice::invitation.name) return false;
    auto const today = base::utc_day(tools.clock.now());
    return invitation::store::is_not_to_be_asked(tx, mail.organisation_id, mail.person_id, today);
}

}  // namespace

std::optional<notice::OutgoingMail> write_outgoing(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const link = link_of(tx, tools, mail);
    if (!link) return std::nullopt;
    return notice::OutgoingMail{.text = notice::write_mail(mail, *link, programme_of_mail(tx, mail)),
                                .is_withheld = is_withheld(tx, tools, mail)};
}

}  // namespace app
