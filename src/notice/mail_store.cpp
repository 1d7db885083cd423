#include "notice/mail_store.hpp"

#include <limits>

namespace notice::store {

namespace {

constexpr std::string_view kQueueMail = R"(
    INSERT INTO mails (organisation_id, id, person_id, kind, subject_id, state, queued_at)
    SELECT organisation_id, $3, id, $4, $5, 'waiting', $6 FROM people
    WHERE organisation_id = $1 AND id = $2 AND email IS NOT NULL AND is_active
    ON CONFLICT (organisation_id, person_id, kind, subject_id) DO NOTHING)";

constexpr std::string_view kMailsBefore = R"(
    SELECT mails.id AS id, mails.organisation_id AS organisation_id, mails.person_id AS person_id, mails.kind AS kind,
           mails.subject_id AS subject_id, mails.state AS state, mails.queued_at AS queued_at, people.email AS address,
           COALESCE(people.called_name, people.name) AS person_name, people.language AS language,
           organisations.name AS organisation_name, organisations.is_demo AS is_demo
    FROM mails
    JOIN people ON people.organisation_id = mails.organisation_id AND people.id = mails.person_id
    JOIN organisations ON organisations.organisation_id = mails.organisation_id
    WHERE mails.organisation_id = $1
      AND (mails.queued_at < $2 OR (mails.queued_at = $2 AND mails.id < $3))
      AND ($4 IS NULL OR people.name_folded LIKE $4 ESCAPE '!' OR people.email LIKE $4 ESCAPE '!')
      AND ($5 IS NULL OR mails.kind = $5) AND ($6 IS NULL OR mails.state = $6)
    ORDER BY mails.queued_at DESC, mails.id DESC LIMIT $7)";

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

std::vector<Mail> list_mails(db::Tx& tx, access::Viewer const& viewer, MailQuery const& query,
                             std::optional<MailPlace> const& after) {
    auto const from = after.value_or(MailPlace{{std::numeric_limits<std::int64_t>::max()}, {}});
    return tx.all<Mail>(kMailsBefore, viewer.organisation, from.key, from.id, page::folded_part(query.search),
                        query.kind, query.state, query.reach());
}

std::optional<Mail> find_mail(db::Tx& tx, access::Viewer const& viewer, MailId id) {
    return tx.one<Mail>(kMailById, viewer.organisation, id);
}

}  // namespace notice::store
