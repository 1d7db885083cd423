#pragma once
// The only SQL that writes reports. Words and excerpt are sealed.

#include "message/report_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace message::store {

// False, and nothing changed, when the id is taken: the same one was sent again.
bool insert_report(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, Report const& report);
// Sent to the viewer, who is still a confidential contact; the newest first unless asked otherwise.
base::Result<page::Rows<Report>> list_reports(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                              ReportsQuery const& query);

}  // namespace message::store
