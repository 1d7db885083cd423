#include "notice/mail_store.hpp"

namespace notice::store {

namespace {

constexpr std::string_view kQueueMail = R"(
    INSERT INTO mails (organisation_id, id, person_id, kind, subject_id, state, queued_at, next_try_at)
    SELECT organisation_id, $3, id, $4, $5, 'waiting', $6, $6 FROM people
    WHERE organisation_id = $1 AND id = $2 AND email IS NOT NULL AND is_active
    ON CONFLICT (organisation_id, person_id, kind, subject_id) DO NOTHING)";

constexpr std::array kMailSortings{
    page::Sorting{MailSort::queued_at, "mails.queued_at", page::Compared::as_number, page::Order::descending},
    page::Sorting{MailSort::name, "people.name_folded"},
};

constexpr std::string_view kColumns = R"(
    mails.id AS id, mails.organisation_id AS organisation_id, mails.person_id AS person_id, mails.kind AS kind,
    mails.subject_id AS subject_id, mails.state AS state, mails.queued_at AS queued_at, mails.sent_at AS sent_at,
    mails.tries AS tries, mails.next_try_at AS next_try_at, mails.trouble AS trouble,
    CASE WHEN people.is_active THEN people.email END AS address,
    COALESCE(people.called_name, people.name) AS person_name, people.language AS language,
    organisations.name AS organisation_name, organisations.is_demo AS is_demo)";

std::string is_shown() {
    std::string hidden;
    for (auto const* kind : kKinds)
        if (kind->listing == notice::Listing::hidden)
            hidden += (hidden.empty() ? "'" : ", '") + std::string(kind->name) + "'";
    return "mails.kind NOT IN (" + hidden + ")";
}

std::string const kMails = R"(
    FROM mails
    JOIN people ON people.organisation_id = mails.organisation_id AND people.id = mails.person_id
    JOIN organisations ON organisations.organisation_id = mails.organisation_id
    WHERE mails.organisation_id = $1 AND )" +
                           is_shown() + R"(
      AND ($2 IS NULL OR people.name_folded LIKE $2 ESCAPE '!' OR people.email LIKE $2 ESCAPE '!')
      AND ($3 IS NULL OR mails.kind = $3) AND ($4 IS NULL OR mails.state = $4))";

std::string select(std::string_view where) {
    return "SELECT " + std::string(kColumns) + R"(
    FROM mails
    JOIN people ON people.organisation_id = mails.organisation_id AND people.id = mails.person_id
    JOIN organisations ON organisations.organisation_id = mails.organisation_id
    WHERE mails.organisation_id = $1 AND )" +
           std::string(where);
}

}  // namespace

void queue_mail(db::Tx& tx, access::OrganisationId organisation, access::PersonId person, Kind const& kind,
                std::optional<base::AnyId> subject, base::Instant now) {
    tx.run(kQueueMail, organisation, person, tx.make_id<MailId>(), kind.name, subject, now);
}

base::Result<page::Rows<Mail>> list_mails(db::Tx& tx, access::Viewer const& viewer, MailQuery const& query) {
    return page::read<Mail>(tx, query, kMailSortings, {kColumns, kMails, "mails.id"}, viewer.organisation,
                            page::folded_part(query.search), query.kind, query.state);
}

std::optional<Mail> find_mail(db::Tx& tx, access::Viewer const& viewer, MailId id) {
    return tx.one<Mail>(select("mails.id = $2 AND " + is_shown()), viewer.organisation, id);
}

std::vector<access::OrganisationId> find_with_due_mails(db::Tx& tx, base::Instant now) {
    return tx.values<access::OrganisationId>(R"(
        SELECT DISTINCT mails.organisation_id FROM mails
        JOIN organisations ON organisations.organisation_id = mails.organisation_id
        WHERE mails.state = 'waiting' AND mails.next_try_at <= $1 AND NOT organisations.is_demo)",
                                             now);
}

std::vector<Mail> list_due(db::Tx& tx, access::OrganisationId organisation, base::Instant now, std::int64_t most) {
    return tx.all<Mail>(select(R"(mails.state = 'waiting' AND mails.next_try_at <= $2 AND NOT organisations.is_demo
    ORDER BY mails.next_try_at, mails.id LIMIT $3)"),
                        organisation, now, most);
}

bool save(db::Tx& tx, Mail const& mail, Mail const& before) {
    return tx.run(R"(
        UPDATE mails SET state = $3, sent_at = $4, tries = $5, next_try_at = $6, trouble = $7
        WHERE organisation_id = $1 AND id = $2 AND state = $8 AND tries = $9)",
                  mail.organisation_id, mail.id, mail.state, mail.sent_at, mail.tries, mail.next_try_at, mail.trouble,
                  before.state, before.tries) == 1;
}

std::int64_t count_waiting_since(db::Tx& tx, base::Instant then) {
    return tx
        .value<std::int64_t>(R"(
        SELECT COUNT(*) FROM mails JOIN organisations ON organisations.organisation_id = mails.organisation_id
        WHERE mails.state = 'waiting' AND mails.queued_at < $1 AND NOT organisations.is_demo)",
                             then)
        .value_or(0);
}

}  // namespace notice::store
