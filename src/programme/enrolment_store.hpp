#pragma once
// The only SQL that writes enrolments and exclusions.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/page_of_rows.hpp"
#include "programme/draw_shapes.hpp"
#include "programme/eligibility.hpp"
#include "programme/enrolment_shapes.hpp"

namespace programme::store {

using access::Viewer;

std::optional<Enrolment> find_own_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id);
std::optional<Enrolment> find_enrolment_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                           PersonId person, Side side);
std::vector<OwnEnrolment> list_own_enrolments(db::Tx& tx, Viewer const& viewer);
// Of a programme that the caller has found for the viewer, without their own rows (rules 13).
base::Result<page::Rows<EnrolmentBrief>> list_enrolments(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                         EnrolmentQuery const& query);

struct NewEnrolment {
    ProgrammeId programme;
    PersonId person;
    Side side = Side::mentor;
    EnrolmentState state = EnrolmentState::joined;
    std::int32_t capacity = 1;
    std::string languages;
    base::Instant now;
};
EnrolmentId insert_enrolment(db::Tx& tx, OrganisationId organisation, NewEnrolment const& enrolment);
void save_enrolment_state(db::Tx& tx, OrganisationId organisation, Enrolment const& enrolment, base::Instant now);
// Of a paused one: it waited before.
bool was_waiting(db::Tx& tx, OrganisationId organisation, EnrolmentId id);
void save_lottery_place(db::Tx& tx, OrganisationId organisation, EnrolmentId id, std::int32_t place);
// Every ticket that was drawn, by side and place, whatever became of it: a list that shrinks would tell who withdrew.
std::vector<DrawnTicket> list_drawn(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Side side);
void save_waiting_status(db::Tx& tx, OrganisationId organisation, EnrolmentId id, WaitingStatus status,
                         base::Day today);

Profile load_profile(db::Tx& tx, OrganisationId organisation, EnrolmentId id, crypto::Keys const& keys);
// False when `version` is not the current one.
bool save_profile(db::Tx& tx, OrganisationId organisation, EnrolmentId id, std::int64_t version, Profile const& profile,
                  crypto::Keys const& keys);

// Where somebody works, and that they may take part at all.
struct Joiner {
    std::optional<std::int32_t> level;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(Joiner, (), (level, department, site, language))
bool coordinates(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person);
std::optional<Joiner> find_joiner(db::Tx& tx, OrganisationId organisation, PersonId person);

struct WaitingRow {
    EnrolmentId enrolment;
    ProgrammeId programme_id;
    PersonId person_id;
    Side side = Side::mentor;
    base::Instant since;
    std::optional<std::int32_t> lottery_place;
    std::optional<meta::Bytes> sealed_need_check;
    std::optional<WaitingStatus> status;
    std::optional<base::Day> said_on;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (),
                      (enrolment, programme_id, person_id, side, since, lottery_place, sealed_need_check, status,
                       said_on))
std::vector<ProgrammeId> list_programmes_with_waiting(db::Tx& tx, OrganisationId organisation);
std::vector<WaitingRow> list_waiting(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
std::int32_t urgency_of(WaitingRow const& row, OrganisationId organisation, crypto::Keys const& keys);

// For matching: everybody who has joined (nobody who waits, pauses or left).
std::vector<Participant> load_participants(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// Among the people of one programme, in both directions of writing.
std::vector<Exclusion> load_exclusions(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// Everybody who is spoken of by exactly this name, sign-in name or address, but for the viewer.
std::vector<PersonId> find_people_named(db::Tx& tx, Viewer const& viewer, std::string const& words);
std::vector<ExcludedPerson> list_own_exclusions(db::Tx& tx, Viewer const& viewer);
void insert_exclusion(db::Tx& tx, Viewer const& viewer, PersonId excluded);
void delete_exclusion(db::Tx& tx, Viewer const& viewer, PersonId excluded);

// Of programmes that have closed and whose last day is before `last_before`.
void forget_need_checks(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace programme::store
