#include "notice/mail.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace notice {

namespace {

MailTrouble trouble_of(mail::Outcome outcome) {
    switch (outcome) {
        case mail::Outcome::unreachable:
            return MailTrouble::unreachable;
        case mail::Outcome::tls_refused:
            return MailTrouble::tls_refused;
        case mail::Outcome::login_refused:
            return MailTrouble::login_refused;
        case mail::Outcome::sender_refused:
            return MailTrouble::sender_refused;
        case mail::Outcome::recipient_refused:
            return MailTrouble::recipient_refused;
        case mail::Outcome::content_refused:
            return MailTrouble::content_refused;
        case mail::Outcome::try_later:
            return MailTrouble::try_later;
        case mail::Outcome::accepted:
        case mail::Outcome::broken_answer:
            break;
    }
    return MailTrouble::broken_answer;
}

bool has_tries_left(Mail const& mail) {
    return static_cast<std::size_t>(mail.tries) <= kMailWaits.size();
}

}  // namespace

Mail begin_try(Mail mail, base::Instant now) {
    if (!mail.address) return give_up(std::move(mail), MailTrouble::no_address);
    if (mail.next_try_at && now - *mail.next_try_at > kWorthSending)
        return give_up(std::move(mail), MailTrouble::too_old);
    // Its last try was never heard of again.
    if (!has_tries_left(mail)) {
        auto const last = mail.trouble.value_or(MailTrouble::broken_answer);
        return give_up(std::move(mail), last);
    }
    auto const wait = std::min(static_cast<std::size_t>(mail.tries), kMailWaits.size() - 1);
    ++mail.tries;
    mail.next_try_at = now + kMailWaits.at(wait);
    return mail;
}

Mail put_off(Mail mail, base::Instant now) {
    --mail.tries;
    mail.next_try_at = now;
    return mail;
}

Mail wait_for_open_day(Mail mail, base::Instant until) {
    --mail.tries;
    mail.next_try_at = until;
    return mail;
}

Mail end_try(Mail mail, mail::Outcome outcome, base::Instant now) {
    if (outcome == mail::Outcome::accepted) {
        mail.state = MailState::sent;
        mail.sent_at = now;
        mail.next_try_at.reset();
        mail.trouble.reset();
        return mail;
    }
    mail.trouble = trouble_of(outcome);
    auto const is_final = outcome == mail::Outcome::recipient_refused || outcome == mail::Outcome::content_refused;
    if (is_final || !has_tries_left(mail)) return give_up(std::move(mail), trouble_of(outcome));
    return mail;
}

Mail give_up(Mail mail, MailTrouble trouble) {
    mail.state = MailState::failed;
    mail.trouble = trouble;
    mail.next_try_at.reset();
    return mail;
}

base::Result<Mail> send_again(Mail mail, base::Instant now) {
    if (mail.state != MailState::failed)
        return base::conflict("mail_not_failed", "only a mail that failed is sent again");
    mail.state = MailState::waiting;
    mail.tries = 0;
    mail.trouble.reset();
    mail.next_try_at = now;
    return mail;
}

std::vector<MailAction> allowed_actions(Mail const& mail) {
    if (mail.state != MailState::failed) return {};
    return {MailAction::send_again};
}

MailText write_mail(Mail const& mail, std::string const& link, MailWords const& words) {
    i18n::Arguments const arguments{{"name", base::squeeze(mail.person_name)},
                                    {"organisation", base::squeeze(mail.organisation_name)},
                                    {"about", words.programme.empty() ? "none" : "programme"},
                                    {"programme", base::squeeze(words.programme)},
                                    {"has_details", words.details.empty() ? "no" : "yes"},
                                    {"details", words.details},
                                    {"title", base::squeeze(words.title)},
                                    {"link", link}};
    return {i18n::ours().format(mail.language, "mail." + mail.kind + ".subject", arguments),
            i18n::ours().format(mail.language, "mail." + mail.kind + ".body", arguments)};
}

}  // namespace notice
