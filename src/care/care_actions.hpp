#pragma once
// The verbs of care. The night looks after all pairs; the hours send what it planned.

#include "audit/event.hpp"
#include "care/care_shapes.hpp"
#include "care/history_store.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/board.hpp"
#include "platform/jobs/schedule.hpp"
#include "programme/setting.hpp"

namespace care {

using access::OrganisationId;
using access::ProgrammeId;

inline constexpr audit::Kind kThresholdsChanged{"sign_thresholds.changed"};
inline constexpr audit::Kind kAskedHowItGoes{"pairing.asked_how_it_goes"};
// Private: the audit log shows nobody who would like help (rules B).
inline constexpr audit::Kind kHelpWished{"help_wish.made", audit::Private::yes};
inline constexpr audit::Kind kHelpWishRemoved{"help_wish.removed", audit::Private::yes};
inline constexpr audit::Kind kNudgesStopped{"nudge_stop.changed", audit::Private::yes};

// Every night, for every live pair: signs, ladder, what a coordinator sees, whom to help. Stretch by stretch, each in
// a transaction of its own; done again it changes nothing.
inline constexpr jobs::Kind<jobs::Nothing> kLookAfterPairs{"care.look_after_pairs"};
base::Result<bool> look_after_pairs(jobs::Work& work);
// One stretch; the last pair of it, or nothing when there was none.
std::optional<PairingId> look_after_stretch(db::Tx& tx, OrganisationId organisation, PairingId after, std::int64_t most,
                                            base::Instant now);
// What is left of pairs that no longer run.
void tidy_care(db::Tx& tx, OrganisationId organisation, base::Instant now);

// After the end of a pair: its signs and nudges (rules D14).
inline constexpr int kKeptDays = 30;

inline constexpr jobs::Kind<jobs::Nothing> kSendNudges{"care.send_nudges"};
void send_nudges(db::Tx& tx, OrganisationId organisation, base::Instant now);

// By a coordinator. Refuses: stale, setting_locked; see thresholds.hpp.
base::Result<Thresholds> change_thresholds(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                           Thresholds const& wanted, base::Instant now);
// As a setting that can be locked; the version is no part of it.
programme::SettingValue value_of_thresholds(Thresholds thresholds);
// What both sides agreed to, locked or not.
base::Result<Thresholds> apply_thresholds(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                          Thresholds const& wanted, base::Instant now);
// The same words to both, whoever they are. Refuses: pairing_not_found, pair_not_running, asked_recently.
base::Result<Asking> ask_how_it_goes(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, PairingId id,
                                     base::Instant now);
// A person's own; said again, nothing changes.
void wish_for_help(db::Tx& tx, access::Viewer const& viewer, PairingId pairing, base::Instant now);
void take_help_wish_back(db::Tx& tx, access::Viewer const& viewer, PairingId pairing, base::Instant now);
void stop_nudges(db::Tx& tx, access::Viewer const& viewer, bool is_stopped, base::Instant now);

}  // namespace care
