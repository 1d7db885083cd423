#pragma once
// The only SQL that writes preparation_plans, planned_modules, own_modules, modules_done, your_turns, ready_sentences,
// preparation_ratings and preparation_qualities.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "preparation/preparation_shapes.hpp"

namespace preparation::store {

using access::OrganisationId;
using access::Viewer;
using Done = std::set<std::string, std::less<>>;

// The programme's own, or the usual one for its size.
Plan plan_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
void save_plan(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Plan const& plan);

// Of somebody in a programme, on whichever side they read it: what is for both is read once (rules 13).
Done done_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person);
void save_done(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment, std::string const& module,
               base::Day done_on);

// The caller has found the enrolment to be the viewer's own.
std::optional<std::string> find_turn(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     EnrolmentId enrolment, std::string const& module);
// Empty text takes it away.
void save_turn(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, EnrolmentId enrolment,
               std::string const& module, std::string const& text);
std::vector<TickedInput> ticks_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                  EnrolmentId enrolment);
void save_ticks(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, EnrolmentId enrolment,
                std::vector<TickedInput> const& ticks);
std::optional<std::int32_t> rating_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                      EnrolmentId enrolment);
void save_rating(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, EnrolmentId enrolment,
                 std::int32_t rating);
// One a person, of the side they gave it on last where they gave it on both.
std::vector<std::int32_t> ratings_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     ProgrammeId programme);
std::optional<PreparationQuality> find_quality(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
void save_quality(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PreparationQuality const& quality);

// Somebody reports to the viewer.
bool leads_somebody(db::Tx& tx, Viewer const& viewer);
// The viewer was asked to stand for a programme.
bool is_asked_to_sponsor(db::Tx& tx, Viewer const& viewer);

// What each kept for themselves, of programmes that have closed and whose last day is before `last_before`.
void forget_kept(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace preparation::store
