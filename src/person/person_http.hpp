#pragma once

#include "access/call.hpp"
#include "person/person_shapes.hpp"

namespace person {

base::Result<PeoplePage> list_people(access::Call& call, PeopleQuery const& query);
base::Result<DepartmentPage> list_departments(access::Call& call, DepartmentsQuery const& query);
base::Result<SitePage> list_sites(access::Call& call, SitesQuery const& query);
base::Result<LevelPage> list_levels(access::Call& call, LevelsQuery const& query);
base::Result<PersonAnswer> show_person(access::Call& call);
base::Result<PersonAnswer> add_person(access::Call& call, NewPerson const& wanted);
base::Result<PersonAnswer> change_person(access::Call& call, PersonChange const& change);
base::Result<PersonAnswer> deactivate_person(access::Call& call);
base::Result<PersonAnswer> activate_person(access::Call& call);
base::Result<PersonAnswer> grant_role(access::Call& call, NewRole const& wanted);
base::Result<PersonAnswer> revoke_role(access::Call& call);
base::Result<MyDetails> show_my_details(access::Call& call);
base::Result<MyDetails> change_my_details(access::Call& call, MyDetailsChange const& change);

}  // namespace person
