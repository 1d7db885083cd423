#pragma once
// The only SQL that writes programmes, their words, aims, eligibilities and opened tops.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "person/role.hpp"
#include "platform/page_of_rows.hpp"
#include "programme/enrolment.hpp"
#include "programme/programme_shapes.hpp"

namespace programme::store {

using access::Viewer;

std::optional<Programme> find_programme(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
// Only of one that the viewer coordinates, or of the organisation they administer.
std::optional<Programme> find_led_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id);
// Also of one in which the viewer takes part, is invited to, or has a role that is among its people.
std::optional<Programme> find_own_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id);
// Whose settings, and who changed them, the viewer may read (rules B): also for whoever represents the employees.
std::optional<Programme> find_open_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id);
base::Result<page::Rows<ProgrammeBrief>> list_own_programmes(db::Tx& tx, Viewer const& viewer,
                                                             ProgrammeQuery const& query);

ProgrammeId insert_programme(db::Tx& tx, Viewer const& viewer, Settings const& settings, base::Instant now);
// False when `version` is not the current one.
bool save_settings(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::int64_t version,
                   Settings const& settings);
void save_state(db::Tx& tx, OrganisationId organisation, ProgrammeId id, State state, base::Instant now);
// Couples have been looked for by name.
void save_names_shown(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
void save_lottery_seed(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::int64_t seed);

std::vector<Aim> list_aims(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
void replace_aims(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::vector<Aim> const& aims);
std::vector<Words> list_words(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
void replace_words(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::vector<Words> const& words);
Eligibility load_eligibility(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
void replace_eligibility(db::Tx& tx, OrganisationId organisation, ProgrammeId id, Eligibility const& eligibility);
std::vector<PersonId> list_opened_tops(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
void replace_opened_tops(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::vector<PersonId> const& people,
                         base::Instant now);
// How many of these are people of the organisation who may take part at all.
std::int32_t count_people(db::Tx& tx, OrganisationId organisation, std::vector<PersonId> const& people);

Counts count_enrolments(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
Standing load_standing(db::Tx& tx, OrganisationId organisation, ProgrammeId id);
// A programme that lives and would have fewer than two confidential contacts without this role.
std::optional<ProgrammeId> find_short_of_contacts(db::Tx& tx, OrganisationId organisation, person::RoleId without);

}  // namespace programme::store
