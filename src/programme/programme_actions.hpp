#pragma once
// What can be done with a programme. Each verb loads, decides, saves and records one event.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/db/db.hpp"
#include "programme/programme_shapes.hpp"
#include "programme/sponsor_shapes.hpp"

namespace programme {

using access::Viewer;

inline constexpr audit::Kind kProgrammeCreated{"programme.created"};
inline constexpr audit::Kind kProgrammeChanged{"programme.changed"};
inline constexpr audit::Kind kProgrammeMoved{"programme.moved"};
inline constexpr audit::Kind kSponsorAsked{"sponsor.asked"};
inline constexpr audit::Kind kSponsorAccepted{"sponsor.accepted"};

// Whoever sets it up coordinates it.
base::Result<ProgrammeId> create_programme(db::Tx& tx, Viewer const& viewer, NewProgramme const& wanted,
                                           base::Instant now);
// Refuses `stale`, and all that is wrong with the document at once.
base::Result<std::int64_t> save_set_up(db::Tx& tx, Viewer const& viewer, ProgrammeId id, SetUpInput const& input,
                                       base::Instant now);
base::Result<State> move_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id, State to, base::Instant now);

// For the rooms above, whose acts carry a programme forward: the same move, by whoever published or invited.
base::Result<State> advance_programme(db::Tx& tx, Viewer const& viewer, Programme const& programme, State to,
                                      base::Instant now);

// By the house, without a person. Where it stands already nothing is changed or recorded.
void move_by_house(db::Tx& tx, OrganisationId organisation, Programme const& programme, State to, base::Instant now);

// What follows when two have signed: the programme runs, by the house. Again it changes nothing.
void run_with_a_pair(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now);

// A new link each time; the earlier one is void, and so is an earlier acceptance.
base::Result<Sponsor> ask_sponsor(db::Tx& tx, Viewer const& viewer, ProgrammeId id, SponsorInput const& input,
                                  base::Instant now);
// By the computed link alone; nobody need be signed in.
base::Result<Sponsor> accept_as_sponsor(db::Tx& tx, crypto::Link const& link, Commitment const& commitment,
                                        base::Instant now);

// What follows from asking: a colleague is told by mail, somebody from outside by the coordinator's own letter.
void tell_sponsor(db::Tx& tx, OrganisationId organisation, SponsorId id, base::Instant now);

inline constexpr std::string_view kSponsorLink = "sponsor";
crypto::Link link_of(Sponsor const& sponsor, OrganisationId organisation);

}  // namespace programme
