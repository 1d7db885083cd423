#pragma once
// The only SQL that writes protected_times.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "platform/page_of_rows.hpp"
#include "supervisor/protected_time_shapes.hpp"

namespace supervisor::store {

using access::Viewer;

// The viewer's own.
std::optional<ProtectedTime> find_mine(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// For a link and for jobs.
std::optional<ProtectedTime> find(db::Tx& tx, OrganisationId organisation, ProtectedTimeId id);
std::optional<ProtectedTime> find_told(db::Tx& tx, OrganisationId organisation, TellingId telling);
void insert(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time);
// All of it but whose and in which programme. False: it is of another version by now. The version grows.
bool save(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time);
// The supervisor's answer, which moves no version: its owner has not written.
void save_answer(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time);
void remove(db::Tx& tx, OrganisationId organisation, ProtectedTimeId id);
// Whose day was before then.
void forget(db::Tx& tx, OrganisationId organisation, base::Day until_before);

// How somebody stands to a programme in which they took part at any time.
struct Standing {
    bool takes_part = false;  // on either side, and has not left
};
BOOST_DESCRIBE_STRUCT(Standing, (), (takes_part))
std::optional<Standing> find_standing(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

struct ManagerRow {
    PersonId id;
    std::string name;
    bool has_address = false;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(ManagerRow, (), (id, name, has_address, language))
// Of the reporting line, also where only a name is known.
std::optional<ManagerRow> find_manager(db::Tx& tx, OrganisationId organisation, PersonId person);
std::optional<ManagerRow> find_supervisor(db::Tx& tx, OrganisationId organisation, PersonId supervisor);
std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person);

// Of a programme that the viewer coordinates: who told and takes part, without the viewer (rules 13).
base::Result<page::Rows<ConfirmedTime>> list_told(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                  ConfirmedTimesQuery const& query);
// By name, each once; without whoever the viewer told themselves.
std::vector<std::string> list_who_would_talk(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, base::Day today);
// Whoever coordinates the programme, but for whom it is about.
std::vector<PersonId> list_coordinators(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time);

}  // namespace supervisor::store
