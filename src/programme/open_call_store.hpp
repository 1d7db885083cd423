#pragma once
// The only SQL that writes open_calls and join_requests.

#include <optional>

#include "access/viewer.hpp"
#include "platform/page_of_rows.hpp"
#include "programme/open_call.hpp"

namespace programme::store {

using access::Viewer;

std::optional<OpenCall> find_open_call(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Nothing unless the row still has this nonce.
std::optional<OpenCall> find_linked_call(db::Tx& tx, crypto::Link const& link);
void replace_open_call(db::Tx& tx, OrganisationId organisation, OpenCall const& call, base::Instant now);
void delete_open_call(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

std::int64_t count_join_requests(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// The same person asks for the same side once.
bool has_asked(db::Tx& tx, OrganisationId organisation, JoinRequest const& request);
void insert_join_request(db::Tx& tx, OrganisationId organisation, JoinRequest const& request);
// Who waits longest first, unless asked otherwise.
base::Result<JoinRequestList> page_of_join_requests(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                    JoinRequestQuery const& query);
std::optional<JoinRequest> find_join_request(db::Tx& tx, OrganisationId organisation, JoinRequestId id);
void delete_join_request(db::Tx& tx, OrganisationId organisation, JoinRequestId id);
std::optional<PersonId> find_person_by_email(db::Tx& tx, OrganisationId organisation, std::string const& email);

}  // namespace programme::store
