#pragma once
// Who opened an anonymous line. The table anonymous_authors is written and read here and nowhere else; a person is
// sealed there, so that neither the database nor a backup tells. Nothing here answers "who": only whether a viewer is
// the one, and which lines are theirs.

#include <vector>

#include "access/viewer.hpp"
#include "message/anonymous_line.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace message::store {

void insert_author(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId line);
bool is_author(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId line);
// Of the programmes the viewer takes part in or took part in.
std::vector<LineId> lines_of(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer);

// How far whoever opened it has read. The caller has asked is_author.
std::int64_t author_read_position(db::Tx& tx, access::OrganisationId organisation, LineId line);
void mark_author_read(db::Tx& tx, access::OrganisationId organisation, LineId line, std::int64_t position);
void remove_author(db::Tx& tx, access::OrganisationId organisation, LineId line);

}  // namespace message::store
