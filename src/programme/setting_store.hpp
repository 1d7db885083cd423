#pragma once
// The only SQL that writes locks of settings and the log of their changes.

#include "platform/page_of_rows.hpp"
#include "programme/setting.hpp"
#include "programme/setting_shapes.hpp"

namespace programme::store {

// Every setting of the set-up, in one order: those of `Settings`, then aims, words, eligibility and how many people at
// the top are opened.
std::vector<SettingValue> load_values(db::Tx& tx, OrganisationId organisation, ProgrammeId id);

std::vector<SettingLock> list_locks(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
// False where it is locked already.
bool insert_lock(db::Tx& tx, OrganisationId organisation, ProgrammeId id, SettingLock const& lock);
void delete_lock(db::Tx& tx, OrganisationId organisation, ProgrammeId id, LockableSetting setting);

void insert_change(db::Tx& tx, OrganisationId organisation, ProgrammeId id, SettingChangeKind kind,
                   SettingDifference const& change, ChangedBy const& by, base::Instant now);
// Newest first unless asked otherwise.
base::Result<page::Rows<SettingChange>> list_changes(db::Tx& tx, OrganisationId organisation, ProgrammeId id,
                                                     SettingChangeQuery const& query);
// Of programmes that closed before then.
void forget_changes(db::Tx& tx, OrganisationId organisation, base::Instant closed_before);

}  // namespace programme::store
