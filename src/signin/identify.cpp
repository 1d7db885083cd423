#include "signin/identify.hpp"

#include "signin/session_store.hpp"

namespace signin {

namespace {

void note_seen(db::Tx& tx, access::Tools const& tools, OrganisationId organisation, store::LiveSession const& session,
               base::Instant wall) {
    if (wall - session.seen_at < kSeenStep) return;
    tx.after_commit([&database = tools.database, organisation, id = session.id, wall] {
        database.write([&](db::Tx& later) { store::see_session(later, organisation, id, wall); });
    });
}

}  // namespace

access::Viewer identify(db::Tx& tx, http::Request const& request, access::Tools const& tools) {
    auto const key = parse_session_key(request.cookie(kSessionCookie).value_or(""));
    if (!key) return access::nobody();
    auto session = store::find_session(tx, *key);
    auto const wall = tools.clock.wall();
    if (!session || is_over(session->started_at, session->seen_at, wall)) return access::nobody();
    note_seen(tx, tools, key->organisation, *session, wall);

    access::Viewer viewer;
    viewer.organisation = key->organisation;
    viewer.person = session->person_id;
    viewer.session = session->id;
    viewer.sign_in_epoch = session->sign_in_epoch;
    viewer.grants = store::list_grants(tx, key->organisation, session->person_id);
    viewer.language = std::move(session->language);
    viewer.time_zone = std::move(session->time_zone);
    return viewer;
}

}  // namespace signin
