#include "app/mails_http.hpp"

#include "app/mail_links.hpp"
#include "app/mail_programme.hpp"
#include "notice/mail_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"

namespace app {

namespace {

notice::MailAnswer to_mail_answer(access::Call& call, notice::Mail const& mail) {
    bool const is_secret = has_secret_link(mail) && !mail.is_demo;
    auto link = is_secret ? std::nullopt : link_of(call.tx, call.tools, mail);
    auto text = notice::write_mail(mail, link.value_or("…"), words_of_mail(call.tx, mail, call.now));
    return {.id = mail.id,
            .kind = mail.kind,
            .person_id = mail.person_id,
            .to_name = mail.person_name,
            .to_address = mail.address,
            .language = mail.language,
            .subject = std::move(text.subject),
            .body = std::move(text.body),
            .link = std::move(link),
            .state = mail.state,
            .queued_at = mail.queued_at,
            .sent_at = mail.sent_at,
            .tries = mail.tries,
            .next_try_at = mail.next_try_at,
            .trouble = mail.trouble,
            .allowed_actions = notice::allowed_actions(mail)};
}

}  // namespace

base::Result<notice::Mails> list_mails(access::Call& call, notice::MailQuery const& query) {
    TRY(rows, notice::store::list_mails(call.tx, call.viewer, query));
    notice::Mails mails;
    page::fill(mails, std::move(rows), [&](notice::Mail const& mail) { return to_mail_answer(call, mail); });
    auto const organisation = organisation::store::load(call.tx, call.viewer.organisation);
    mails.is_sending = call.tools.mail_server && !organisation.is_demo;
    return mails;
}

base::Result<access::Nothing> post_mail_sending(access::Call& call) {
    TRY(id, call.id<notice::MailId>("id"));
    TRY_VOID(notice::send_mail_again(call.tx, call.viewer, id, call.now));
    return access::Nothing{};
}

}  // namespace app
