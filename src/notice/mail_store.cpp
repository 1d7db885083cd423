#include "notice/mail_store.hpp"

namespace notice::store {

namespace {

constexpr std::string_view kQueueMail = R"(
    INSERT INTO mails (organisation_id, id, person_id, kind, subject_id, state, queued_at)
    SELECT organisation_id, $3, id, $4, $5, 'waiting', $6 FROM people
    WHERE organisation_id = $1 AND id = $2 AND email IS NOT NULL AND is_active
    ON CONFLICT (organisation_id, person_id, kind, subject_id) DO NOTHING)";

constexpr std::array kMailSortings{
    page::Sorting{MailSort::queued_at, "mails.queued_at", page::Compared::as_number, page::Order::descending},
    page::Sorting{MailSort::name, "people.name_folded"},
};

constexpr page::Listing kMails{R"(
    mails.id AS id, mails.organisation_id AS organisation_id, mails.person_id AS person_id, mails.kind AS kind,
    mails.subject_id AS subject_id, mails.state AS state, mails.queued_at AS queued_at, people.email AS address,
    COALESCE(people.called_name, people.name) AS person_name, people.language AS language,
    organisations.name AS organisation_name, organisations.is_demo AS is_demo)",
                               R"(
    FROM mails
    JOIN people ON people.organisation_id = mails.organisation_id AND people.id = mails.person_id
    JOIN organisations ON organisations.organisation_id = mails.organisation_id
    WHERE mails.organisation_id = $1
      AND ($2 IS NULL OR people.name_folded LIKE $2 ESCAPE '!' OR people.email LIKE $2 ESCAPE '!')
      AND ($3 IS NULL OR mails.kind = $3) AND ($4 IS NULL OR mails.state = $4))",
                               "mails.id"};

constexpr std::string_view kMailById = R"(
    SELECT mails.id AS id, mails.organisation_id AS organisation_id, mails.person_id AS person_id, mails.kind AS kind,
           mails.subject_id AS subject_id, mails.state AS state, mails.queued_at AS queued_at, people.email AS address,
           COALESCE(people.called_name, people.name) AS person_name, people.language AS language,
           organisations.name AS organisation_name, organisations.is_demo AS is_demo
    FROM mails
    JOIN people ON people.organisation_id = mails.organisation_id AND people.id = mails.person_id
    JOIN organisations ON organisations.organisation_id = mails.organisation_id
    WHERE mails.organisation_id = $1 AND mails.id = $2)";

}  // namespace

void queue_mail(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
                std::optional<base::AnyId> subject, base::Instant now) {
    tx.run(kQueueMail, organisation, person, tx.make_id<MailId>(), kind.name, subject, now);
}

base::Result<page::Rows<Mail>> list_mails(db::Tx& tx, access::Viewer const& viewer, MailQuery const& query) {
    return page::read<Mail>(tx, query, kMailSortings, kMails, viewer.organisation, page::folded_part(query.search),
                            query.kind, query.state);
}

std::optional<Mail> find_mail(db::Tx& tx, access::Viewer const& viewer, MailId id) {
    return tx.one<Mail>(kMailById, viewer.organisation, id);
}

}  // namespace notice::store
