#pragma once
// The only SQL that writes nudges, nudge_stops and help_wishes.

#include <optional>
#include <vector>

#include "care/nudge_link.hpp"
#include "platform/db/db.hpp"

namespace care::store {

using access::OrganisationId;
using access::ProgrammeId;
using access::Viewer;

void insert_nudge(db::Tx& tx, OrganisationId organisation, Nudge const& nudge);
struct DueNudge {
    Nudge nudge;
    meeting::Week week;  // the person's
    std::string site;    // "" when nobody said
};
// Planned and not sent, where the pair still runs without a date ahead and still stands on that step (what a
// coordinator asked waits for no step), and the person has not stopped such nudges, is not away today and had none
// after `told_after`.
std::vector<DueNudge> list_due_nudges(db::Tx& tx, OrganisationId organisation, base::Instant now,
                                      base::Instant told_after);
void mark_sent(db::Tx& tx, OrganisationId organisation, NudgeId nudge, base::Instant now);
// Those whose step is past, and questions planned before `asked_before`.
void remove_overtaken_nudges(db::Tx& tx, OrganisationId organisation, base::Instant asked_before);
void remove_old_nudges(db::Tx& tx, OrganisationId organisation, base::Day ended_before);

// The latest that was sent to this person about this pair and not put away; while the ladder stands, or until
// `asked_after` a question. Its reason is the sign as it stands, not the one it was sent for.
std::optional<Nudge> find_open_nudge(db::Tx& tx, Viewer const& viewer, PairingId pairing, base::Instant asked_after);
std::optional<NudgeLink> find_nudge_link(db::Tx& tx, OrganisationId organisation, NudgeId nudge);
void put_away_nudges(db::Tx& tx, Viewer const& viewer, PairingId pairing);
bool was_asked_after(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Instant then);
std::optional<ProgrammeId> find_programme_of_nudge(db::Tx& tx, OrganisationId organisation, NudgeId nudge);

bool has_stopped_nudges(db::Tx& tx, Viewer const& viewer);
void save_nudge_stop(db::Tx& tx, Viewer const& viewer, bool is_stopped);

struct HelpWish {
    PairingId pairing_id;
    PersonId person_id;
    std::string name;
    base::Day asked_on;
};
bool would_like_help(db::Tx& tx, Viewer const& viewer, PairingId pairing);
void save_help_wish(db::Tx& tx, Viewer const& viewer, PairingId pairing, base::Day today);
// False: there was none.
bool remove_help_wish(db::Tx& tx, OrganisationId organisation, PairingId pairing, PersonId person);
// Of pairs that run, without those of the viewer's own (rules 13); the longest waiting first.
std::vector<HelpWish> list_help_wishes(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

}  // namespace care::store
