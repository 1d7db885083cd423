#include "meeting/meeting_link_store.hpp"

namespace meeting::store {

std::optional<MeetingLinkId> insert_link(db::Tx& tx, access::OrganisationId organisation, Meeting const& meeting,
                                         Telling const& telling, base::Instant now) {
    auto const is_told = tx.value<std::int64_t>(R"(
        SELECT COUNT(*) FROM meeting_links
        WHERE organisation_id = $1 AND meeting_id = $2 AND kind = $3 AND told_of = $4 AND side = $5)",
                                                organisation, meeting.id, telling.kind, telling.told_of, telling.side);
    if (is_told.value_or(0) > 0) return std::nullopt;
    auto const id = tx.make_id<MeetingLinkId>();
    tx.run(R"(
        INSERT INTO meeting_links (organisation_id, id, meeting_id, told_of, side, kind, nonce, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, id, meeting.id, telling.told_of, telling.side, telling.kind, crypto::random_nonce(), now);
    return id;
}

std::vector<MeetingLink> list_told_together(db::Tx& tx, access::OrganisationId organisation, MeetingLink const& link) {
    return tx.all<MeetingLink>(R"(
        SELECT l.id, l.meeting_id, l.side, l.kind, l.told_of, l.nonce, l.made_at FROM meeting_links l
        JOIN meetings m ON m.organisation_id = l.organisation_id AND m.id = l.meeting_id
        JOIN meetings told ON told.organisation_id = m.organisation_id AND told.pairing_id = m.pairing_id
         AND (told.series_id = m.series_id OR told.id = m.id)
        WHERE l.organisation_id = $1 AND told.id = $2 AND l.side = $3 AND l.kind = $4 AND l.made_at = $5
        ORDER BY m.starts_at, l.id)",
                               organisation, link.meeting_id, link.side, link.kind, link.made_at);
}

std::optional<MeetingLink> find_link(db::Tx& tx, access::OrganisationId organisation, MeetingLinkId id) {
    return tx.one<MeetingLink>(R"(
        SELECT id, meeting_id, side, kind, told_of, nonce, made_at FROM meeting_links WHERE organisation_id = $1 AND id = $2)",
                               organisation, id);
}

}  // namespace meeting::store
