#pragma once
// The verbs of preparation. What somebody reads, writes, ticks and thinks of it are private acts (rules 4): nobody is
// shown who was slow. Only the plan of a programme is an act by name.

#include <string>
#include <string_view>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "preparation/preparation_shapes.hpp"

namespace preparation {

using access::OrganisationId;
using access::Viewer;

inline constexpr audit::Kind kModuleDone{"preparation.module_done", audit::Private::yes};
inline constexpr audit::Kind kTurnWritten{"preparation.turn_written", audit::Private::yes};
inline constexpr audit::Kind kSentencesTicked{"preparation.sentences_ticked", audit::Private::yes};
inline constexpr audit::Kind kRated{"preparation.rated", audit::Private::yes};
inline constexpr audit::Kind kPlanChanged{"preparation.plan_changed"};

// The core modules of that side are done: all that the rooms above learn.
bool is_prepared(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person, Side side);

MyPreparation preparation_of(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer);

// A module by its key, as anybody signed in may read it: those of the house are no secret.
base::Result<ModuleAnswer> read_any_module(Viewer const& viewer, std::string_view key);

// A module of the plan, for one of the viewer's own enrolments. Refuses not_found.
struct Reading {
    programme::Enrolment enrolment;
    std::string key;
};
base::Result<Reading> find_reading(db::Tx& tx, Viewer const& viewer, EnrolmentId id, std::string_view key);
ModuleAnswer module_for(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, Reading const& reading);
// Done twice is done once. Everything that changes anything refuses `programme_closed`.
base::Result<bool> finish_module(db::Tx& tx, Viewer const& viewer, Reading const& reading, base::Instant now);
base::Result<bool> write_turn(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, Reading const& reading,
                              std::string const& text, base::Instant now);

// Refuses `unknown` and `twice` below /sentences.
base::Result<SidePreparation> tick_sentences(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer,
                                             EnrolmentId enrolment, TicksGiven const& given, base::Instant now);
base::Result<SidePreparation> rate_preparation(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer,
                                               EnrolmentId enrolment, std::int32_t rating, base::Instant now);

PlanAnswer plan_for_coordinator(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Refuses `stale`, and what is wrong with the document (plan.hpp); an own module without reader, title or text is
// `required`.
base::Result<PlanAnswer> save_plan(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, PlanWanted const& wanted,
                                   base::Instant now);

}  // namespace preparation
