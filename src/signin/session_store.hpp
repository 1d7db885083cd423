#pragma once
// The only SQL that writes sessions and passwords.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "signin/session.hpp"

namespace signin::store {

// Who may be meant by a sign-in name or an address, with what proves it.
struct Claimant {
    PersonId person_id;
    std::string name;
    std::string sign_in_name;
    std::optional<std::string> email;
    std::string organisation_name;
    std::int64_t sign_in_epoch = 0;
    std::optional<std::string> hash;  // none: no password was ever set
};
BOOST_DESCRIBE_STRUCT(Claimant, (), (person_id, name, sign_in_name, email, organisation_name, sign_in_epoch, hash))

// Active people alone. `name` folded.
std::optional<Claimant> find_claimant(db::Tx& tx, OrganisationId organisation, std::string_view name);
std::optional<Claimant> find_claimant(db::Tx& tx, OrganisationId organisation, PersonId person);

void put_password(db::Tx& tx, OrganisationId organisation, PersonId person, std::string const& hash,
                  base::Instant wall);

struct NewSession {
    PersonId person;
    std::int64_t sign_in_epoch;
    std::string browser;
};
SessionId insert_session(db::Tx& tx, SessionKey const& key, NewSession const& session, base::Instant wall);

// A session whose person is active and whose epoch still holds, with what a Viewer needs.
struct LiveSession {
    SessionId id;
    PersonId person_id;
    std::int64_t sign_in_epoch = 0;
    std::string language;
    std::string time_zone;
    base::Instant started_at;
    base::Instant seen_at;
};
BOOST_DESCRIBE_STRUCT(LiveSession, (), (id, person_id, sign_in_epoch, language, time_zone, started_at, seen_at))

std::optional<LiveSession> find_session(db::Tx& tx, SessionKey const& key);
std::vector<access::Grant> list_grants(db::Tx& tx, OrganisationId organisation, PersonId person);
void see_session(db::Tx& tx, OrganisationId organisation, SessionId id, base::Instant wall);

struct OwnSession {
    SessionId id;
    std::string browser;
    base::Instant started_at;
    base::Instant seen_at;
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (id, browser, started_at, seen_at))

std::vector<OwnSession> list_own_sessions(db::Tx& tx, access::Viewer const& viewer);
// False: not there, or not the viewer's.
bool remove_own_session(db::Tx& tx, access::Viewer const& viewer, SessionId id);
void remove_session(db::Tx& tx, SessionKey const& key);
void remove_sessions_of(db::Tx& tx, OrganisationId organisation, PersonId person);
// Those that are over anyway; tidying up, since find_session never gives them.
void remove_sessions_before(db::Tx& tx, base::Instant started, base::Instant seen);

}  // namespace signin::store
