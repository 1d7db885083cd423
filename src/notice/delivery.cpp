#include "notice/delivery.hpp"

#include <algorithm>
#include <vector>

#include "access/hint.hpp"
#include "base/text.hpp"
#include "notice/mail_store.hpp"
#include "platform/log.hpp"

namespace notice {

// A mail in hand.
struct ToSend {
    Mail mail;
    OutgoingMail outgoing;
};

namespace {

using access::OrganisationId;

void save_and_hint(db::Tx& tx, Mail const& mail, Mail const& before) {
    if (store::save(tx, mail, before)) access::hint(tx, mail.organisation_id, "mail", base::any(mail.id));
}

// Counts the tries and makes the words. What can never be sent has failed already.
std::vector<ToSend> take_due(db::Tx& tx, OrganisationId organisation, WriteOutgoing const& write, base::Instant now) {
    std::vector<ToSend> taken;
    for (auto const& before : store::list_due(tx, organisation, now, kMailsAtOnce)) {
        auto mail = begin_try(before, now);
        auto outgoing = mail.state == MailState::waiting ? write(tx, mail) : std::nullopt;
        if (outgoing && outgoing->waits_until) {
            save_and_hint(tx, wait_for_open_day(std::move(mail), *outgoing->waits_until), before);
            continue;
        }
        if (mail.state == MailState::waiting && !outgoing) mail = give_up(std::move(mail), MailTrouble::subject_gone);
        save_and_hint(tx, mail, before);
        if (outgoing) taken.push_back({std::move(mail), std::move(*outgoing)});
    }
    // Last, so that they know how the others fared.
    std::ranges::stable_partition(taken, [](ToSend const& one) { return !one.outgoing.is_withheld; });
    return taken;
}

mail::WrittenMail written(ToSend const& one, mail::Server const& server, base::Instant wall) {
    mail::WrittenMail mail;
    mail.id = one.mail.id.text() + "@" + server.hello;
    mail.written_at = wall;
    mail.from = {base::squeeze(one.mail.organisation_name), server.from};
    mail.to = {base::squeeze(one.mail.person_name), one.mail.address.value_or("")};
    mail.subject = one.outgoing.text.subject;
    mail.text = one.outgoing.text.body;
    mail.calendar = one.outgoing.calendar;
    return mail;
}

// A server that takes everybody's address and nobody's words must not show who was not written to.
mail::Outcome as_the_one_before(mail::Outcome outcome, std::optional<mail::Outcome> before) {
    bool const fared_badly = before == mail::Outcome::content_refused || before == mail::Outcome::try_later;
    return outcome == mail::Outcome::accepted && fared_badly ? *before : outcome;
}

}  // namespace

struct Delivery::Batch {
    std::vector<ToSend> mails;
    base::Instant began_at;
};

Delivery::Delivery(db::Database& database, platform::Clock const& clock, std::optional<mail::Server> server,
                   WriteOutgoing write)
    : database_(database), clock_(clock), server_(std::move(server)), write_(std::move(write)) {}

bool Delivery::queue_due() {
    if (!server_ || is_resting()) return false;
    auto const now = clock_.now();
    bool is_any_queued = false;
    for (auto const& organisation : database_.read([&](db::Tx& tx) { return store::find_with_due_mails(tx, now); }))
        is_any_queued |= database_.write([&](db::Tx& tx) {
            auto const key = std::string(kSendMails.name);
            auto const standing = jobs::find_standing(tx, base::any(organisation), kSendMails.name, key);
            if (standing && (standing->state == jobs::State::waiting || standing->state == jobs::State::running))
                return false;
            jobs::queue(tx, organisation, kSendMails, jobs::Nothing{}, {.now = now, .unique_key = key});
            return true;
        });
    return is_any_queued;
}

base::Result<bool> Delivery::send_due(jobs::Work& work) {
    std::unique_lock const sending(sending_, std::try_to_lock);
    // Somebody else's turn; the next look queues it again.
    if (!server_ || !sending || is_resting()) return true;
    auto const began_at = clock_.wall();
    TRY(mails, work.write([&](db::Tx& tx) -> base::Result<std::vector<ToSend>> {
        return take_due(tx, work.organisation<OrganisationId>(), write_, clock_.now());
    }));
    if (!mails.empty()) send({std::move(mails), began_at});
    return true;
}

void Delivery::send(Batch const& batch) {
    mail::Session session(*server_);
    std::optional<mail::Outcome> before;
    for (auto const& one : batch.mails) {
        if (is_resting() || clock_.wall() - batch.began_at > kBatchLasts) {
            save(put_off(one.mail, clock_.now()), one.mail);
            continue;
        }
        auto const extent = one.outgoing.is_withheld ? mail::Extent::withheld : mail::Extent::whole;
        auto outcome = session.send(written(one, *server_, clock_.wall()), extent);
        if (one.outgoing.is_withheld)
            outcome = as_the_one_before(outcome, before);
        else
            before = outcome;
        save(end_try(one.mail, outcome, clock_.now()), one.mail);
        if (!mail::is_of_server(outcome)) continue;
        rests_until_ = clock_.wall() + kServerRests;
        platform::log(platform::LogLevel::warning, "mail_server", {{"outcome", meta::name_of(outcome)}});
    }
}

// By the row's own fence: what was sent is saved, also when the job's lease has run out meanwhile.
void Delivery::save(Mail const& mail, Mail const& before) {
    database_.write([&](db::Tx& tx) { save_and_hint(tx, mail, before); });
}

}  // namespace notice
