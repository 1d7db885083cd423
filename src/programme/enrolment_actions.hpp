#pragma once
// How people come into a programme, pause and leave it. Leaving and *not with this person* are private acts.

#include <optional>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"
#include "programme/enrolment_shapes.hpp"

namespace programme {

using access::Viewer;

inline constexpr audit::Kind kEnrolmentJoined{"enrolment.joined"};
inline constexpr audit::Kind kEnrolmentChanged{"enrolment.changed"};
inline constexpr audit::Kind kEnrolmentPaused{"enrolment.paused"};
inline constexpr audit::Kind kEnrolmentResumed{"enrolment.resumed"};
inline constexpr audit::Kind kEnrolmentWithdrawn{"enrolment.withdrawn", audit::Private::yes};
inline constexpr audit::Kind kExclusionChanged{"exclusion.changed", audit::Private::yes};
inline constexpr audit::Kind kPlacesDrawn{"programme.places_drawn"};
inline constexpr audit::Kind kWaitingListTold{"waiting_list.told"};

// The caller has seen that this person may join (an invitation, the coordinator's yes). Joined, or waiting where the
// places are spoken for. Refuses `not_eligible`, `already_enrolled`, `needs_second_coordinator`, `programme_state`.
base::Result<Enrolment> join(db::Tx& tx, Viewer const& viewer, Programme const& programme, PersonId person, Side side,
                             base::Instant now);
// `version` is of the enrolment; answers the next one.
base::Result<std::int64_t> save_own_profile(db::Tx& tx, Viewer const& viewer, Enrolment const& enrolment,
                                            std::int64_t version, Profile const& profile, crypto::Keys const& keys,
                                            base::Instant now);
base::Result<Enrolment> pause_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id, base::Instant now);
base::Result<Enrolment> resume_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id, base::Instant now);
base::Result<Enrolment> withdraw_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id, base::Instant now);

// All who are called exactly so. Refuses `nobody_of_this_name`.
base::Result<ExclusionList> exclude(db::Tx& tx, Viewer const& viewer, std::string const& person, base::Instant now);
// From a suggestion: this very person. Refuses nothing about who they are.
base::Result<ExclusionList> exclude_person(db::Tx& tx, Viewer const& viewer, PersonId person, base::Instant now);
ExclusionList take_back_exclusion(db::Tx& tx, Viewer const& viewer, PersonId person, base::Instant now);

// Everybody's place in their side's line, by the programme's order.
struct Line {
    struct Entry {
        EnrolmentId enrolment;
        PlaceInLine place;
    };
    std::vector<Entry> entries;

    [[nodiscard]] std::optional<PlaceInLine> of(EnrolmentId enrolment) const;
};
Line waiting_line(db::Tx& tx, Programme const& programme, OrganisationId organisation, crypto::Keys const& keys,
                  base::Instant now);

// The draw (rules D3), once: everybody who waits gets a place in their side's line by the seed and their ticket alone,
// and the free places go to the first of them, also where the rest are the comparison. Asked again, it is the same
// draw. Refuses `no_draw_here` where places go by another order, `nobody_waits`, and `programme_not_inviting`.
base::Result<Programme> draw_places(db::Tx& tx, Viewer const& viewer, ProgrammeId id, std::int64_t fresh_seed,
                                    base::Instant now);

// Places that have become free go to those who wait, in order; everybody else's status is renewed where it is due.
// Run daily by the schedule and after a place became free; does nothing the second time.
void tend_waiting_list(db::Tx& tx, Viewer const& house, Programme const& programme, crypto::Keys const& keys,
                       base::Instant now);

// Daily, for every programme of the organisation that takes people.
inline constexpr jobs::Kind<jobs::Nothing> kTendWaitingLists{"programme.tend_waiting_lists"};
void tend_waiting_lists(db::Tx& tx, OrganisationId organisation, crypto::Keys const& keys, base::Instant now);

}  // namespace programme
