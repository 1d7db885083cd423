#pragma once

#include "access/call.hpp"
#include "person/person_shapes.hpp"
#include "programme/programme_shapes.hpp"
#include "programme/sponsor_shapes.hpp"

namespace programme {

base::Result<ProgrammeList> list_programmes(access::Call& call, ProgrammeQuery const& query);
base::Result<CreatedProgramme> post_programme(access::Call& call, NewProgramme const& wanted);
base::Result<ProgrammePage> show_programme(access::Call& call);
base::Result<SetUp> show_set_up(access::Call& call);
base::Result<SetUp> put_set_up(access::Call& call, SetUpInput const& input);
base::Result<StateAnswer> put_state(access::Call& call, StateInput const& input);
base::Result<AimList> list_aims(access::Call& call, LanguageQuery const& query);

// A role may be for one programme, which only this floor knows; everything else is person::grant_role.
base::Result<person::PersonAnswer> post_role(access::Call& call, person::NewRole const& wanted);
// Refuses besides what person::revoke_role does: contacts_needed.
base::Result<person::PersonAnswer> remove_role(access::Call& call);

base::Result<SponsorAnswer> show_sponsor(access::Call& call);
base::Result<SponsorAnswer> put_sponsor(access::Call& call, SponsorInput const& input);
base::Result<Sponsorships> list_my_sponsorships(access::Call& call, SponsorshipQuery const& query);
base::Result<AcceptancePage> show_acceptance(access::Call& call);
base::Result<AcceptancePage> put_acceptance(access::Call& call, Commitment const& commitment);

}  // namespace programme
