#include "invitation/announcement_store.hpp"

#include <set>

#include "programme/closing_store.hpp"

namespace invitation::store {
namespace {

std::string const kAnnouncements =
    "SELECT a.id, a.programme_id, a.audience, a.people, a.sent_by, a.sent_at FROM announcements a ";

std::int64_t count_taking_part(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Audience audience) {
    return std::ssize(programme::store::list_taking_part(tx, organisation, programme, side_of(audience)));
}

}  // namespace

void insert_announcement(db::Tx& tx, OrganisationId organisation, Announcement const& announcement,
                         std::vector<AnnouncementText> const& texts) {
    tx.run(R"(INSERT INTO announcements (organisation_id, id, programme_id, audience, people, sent_by, sent_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, announcement.id, announcement.programme_id, announcement.audience, announcement.people,
           announcement.sent_by, announcement.sent_at);
    for (auto const& one : texts)
        tx.run(R"(INSERT INTO announcement_texts (organisation_id, announcement_id, language, title, text)
                  VALUES ($1, $2, $3, $4, $5))",
               organisation, announcement.id, one.language, one.title, one.text);
}

std::optional<Announcement> find_announcement(db::Tx& tx, OrganisationId organisation, AnnouncementId id) {
    static auto const sql = kAnnouncements + "WHERE a.organisation_id = $1 AND a.id = $2";
    return tx.one<Announcement>(sql, organisation, id);
}

std::vector<AnnouncementText> list_announcement_texts(db::Tx& tx, OrganisationId organisation, AnnouncementId id) {
    return tx.all<AnnouncementText>(R"(
        SELECT language, title, text FROM announcement_texts
        WHERE organisation_id = $1 AND announcement_id = $2 ORDER BY language)",
                                    organisation, id);
}

std::vector<Announcement> list_announcements(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static auto const sql = kAnnouncements + R"(
        WHERE a.organisation_id = $1 AND a.programme_id = $2 ORDER BY a.sent_at DESC, a.id LIMIT $3)";
    return tx.all<Announcement>(sql, organisation, programme, kMostAnnouncementsShown);
}

std::vector<Announcement> list_own_announcements(db::Tx& tx, Viewer const& viewer, bool is_not_to_be_asked) {
    static auto const sql = kAnnouncements + R"(
        JOIN programmes p ON p.organisation_id = a.organisation_id AND p.id = a.programme_id
        WHERE a.organisation_id = $1 AND p.state <> 'closed' AND (
            (a.audience <> 'not_joined' AND EXISTS (
                SELECT 1 FROM enrolments e WHERE e.organisation_id = a.organisation_id
                  AND e.programme_id = a.programme_id AND e.person_id = $2 AND e.state <> 'withdrawn'
                  AND (a.audience = 'everyone' OR (a.audience = 'mentors' AND e.side = 'mentor')
                       OR (a.audience = 'mentees' AND e.side = 'mentee'))))
            OR (a.audience = 'not_joined' AND NOT $3 AND EXISTS (
                SELECT 1 FROM invitations i WHERE i.organisation_id = a.organisation_id
                  AND i.programme_id = a.programme_id AND i.person_id = $2 AND i.invited_at <= a.sent_at)
                AND NOT EXISTS (
                SELECT 1 FROM enrolments e WHERE e.organisation_id = a.organisation_id
                  AND e.programme_id = a.programme_id AND e.person_id = $2 AND e.state <> 'withdrawn')))
        ORDER BY a.sent_at DESC, a.id LIMIT $4)";
    return tx.all<Announcement>(sql, viewer.organisation, viewer.person, is_not_to_be_asked, kMostAnnouncementsShown);
}

std::int64_t count_announcements_since(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                       base::Instant since) {
    return tx
        .value<std::int64_t>(R"(SELECT COUNT(*) FROM announcements
                                WHERE organisation_id = $1 AND programme_id = $2 AND sent_at > $3)",
                             organisation, programme, since)
        .value();
}

AnnouncementReach count_reach(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    std::set<PersonId> not_joined;
    for (auto const& one : list_to_write_to(tx, organisation, programme)) not_joined.insert(one.person_id);
    return {count_taking_part(tx, organisation, programme, Audience::everyone),
            count_taking_part(tx, organisation, programme, Audience::mentors),
            count_taking_part(tx, organisation, programme, Audience::mentees), std::ssize(not_joined)};
}

std::vector<Invitation> list_to_write_to(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<Invitation>(R"(
        SELECT i.id, i.programme_id, i.person_id, i.side, i.invited_at, i.written_again, i.last_written_at
        FROM invitations i
        WHERE i.organisation_id = $1 AND i.programme_id = $2 AND i.written_again < $3
          AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = i.organisation_id
               AND e.programme_id = i.programme_id AND e.person_id = i.person_id AND e.state <> 'withdrawn')
        ORDER BY i.id)",
                              organisation, programme, kMostRewrites);
}

}  // namespace invitation::store
