#pragma once
// Changes of settings, for the rooms above that have settings of their own, and those that two sides agreed to.

#include "audit/event.hpp"
#include "programme/setting_shapes.hpp"

namespace programme {

// For 24 months after a programme has closed, as the audit log (rules D14).
inline constexpr int kSettingChangesKeptDays = 730;

// The entries of the log. Refuses `setting_locked`: call it when all is written, the door takes it back.
base::Result<bool> log_changes(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id,
                               std::span<SettingValue const> before, std::span<SettingValue const> after,
                               base::Instant now);
// The same of one setting, whether it is locked or not, because both sides said yes.
void log_agreed(db::Tx& tx, OrganisationId organisation, ProgrammeId id, SettingChangeKind kind,
                SettingDifference const& change, ChangedBy const& by, base::Instant now);

// The value of a lockable setting of the set-up; nothing for one of another room.
std::optional<meta::Json> find_value(db::Tx& tx, OrganisationId organisation, ProgrammeId id, LockableSetting setting);
// As the set-up would store it. Refuses as the set-up does.
base::Result<meta::Json> check_value(Programme const& before, LockableSetting setting, meta::Json const& value);
// Writes it. `viewer` is who said the last yes.
base::Result<bool> apply_value(db::Tx& tx, access::Viewer const& viewer, ProgrammeId id, LockableSetting setting,
                               meta::Json const& value, base::Instant now);

// By the schedule.
void forget_setting_changes(db::Tx& tx, OrganisationId organisation, base::Instant now);

}  // namespace programme
