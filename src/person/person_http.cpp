#include "person/person_http.hpp"

#include <algorithm>

#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "person/role_store.hpp"
#include "platform/i18n.hpp"

namespace person {

namespace {

void add_roles(access::Call& call, std::vector<PersonRow>& rows) {
    for (auto const& grant : store::list_roles(call.tx, call.viewer.organisation)) {
        auto row = std::find_if(rows.begin(), rows.end(), [&](auto const& one) { return one.id == grant.person_id; });
        if (row == rows.end()) continue;
        if (std::find(row->roles.begin(), row->roles.end(), grant.role) == row->roles.end())
            row->roles.push_back(grant.role);
    }
}

std::vector<PersonAction> allowed_actions(access::Viewer const& viewer, Person const& person) {
    if (!viewer.is_administrator()) return {};
    std::vector<PersonAction> actions{PersonAction::change};
    if (!person.manager_id && person.line_state == LineState::broken) actions.push_back(PersonAction::confirm_line);
    if (person.is_name_only) return actions;
    if (!person.is_active) {
        actions.push_back(PersonAction::activate);
        return actions;
    }
    actions.insert(actions.end(), {PersonAction::grant_role, PersonAction::deactivate});
    return actions;
}

PersonAnswer answer_for(access::Call& call, Person const& person) {
    auto manager = person.manager_id ? store::find(call.tx, call.viewer.organisation, *person.manager_id)
                                     : std::optional<Person>{};
    return {.id = person.id,
            .name = person.name,
            .called_name = person.called_name,
            .pronouns = person.pronouns,
            .email = person.email,
            .sign_in_name = person.sign_in_name,
            .external_id = person.external_id,
            .department = person.department,
            .site = person.site,
            .job_title = person.job_title,
            .level = person.level,
            .level_name =
                person.level ? store::find_level_name(call.tx, call.viewer.organisation, *person.level) : std::nullopt,
            .time_zone = person.time_zone,
            .language = person.language,
            .manager_id = person.manager_id,
            .manager_name = manager ? std::optional(manager->name) : std::nullopt,
            .line_state = person.line_state,
            .people_under = person.people_under,
            .hired_on = person.hired_on,
            // Rules B: leaving dates are the administrator's.
            .left_on = call.viewer.is_administrator() ? person.left_on : std::nullopt,
            .is_active = person.is_active,
            .is_name_only = person.is_name_only,
            .roles = store::list_roles_of(call.tx, call.viewer.organisation, person.id),
            .allowed_actions = allowed_actions(call.viewer, person),
            .version = person.version};
}

MyDetails details_of(Person const& person) {
    return {person.name,      person.called_name,       person.pronouns, person.language,
            person.time_zone, i18n::ours().languages(), person.version};
}

base::Result<PersonAnswer> answer_by_id(access::Call& call, PersonId id) {
    auto person = store::find(call.tx, call.viewer.organisation, id);
    if (!person) return base::not_found("person");
    return answer_for(call, *person);
}

}  // namespace

base::Result<PeoplePage> list_people(access::Call& call, PeopleQuery const& query) {
    TRY(rows, store::list(call.tx, call.viewer, query, call.now));
    PeoplePage people;
    people.total = store::count(call.tx, call.viewer, query, call.now);
    page::fill(people, std::move(rows));
    add_roles(call, people.items);
    return people;
}

base::Result<DepartmentPage> list_departments(access::Call& call, DepartmentsQuery const& query) {
    TRY(rows, store::list_departments(call.tx, call.viewer, query));
    DepartmentPage departments;
    page::fill(departments, std::move(rows));
    return departments;
}

base::Result<SitePage> list_sites(access::Call& call, SitesQuery const& query) {
    TRY(rows, store::list_sites(call.tx, call.viewer, query));
    SitePage sites;
    page::fill(sites, std::move(rows));
    return sites;
}

base::Result<LevelPage> list_levels(access::Call& call, LevelsQuery const& query) {
    TRY(rows, store::list_levels(call.tx, call.viewer, query));
    LevelPage levels;
    page::fill(levels, std::move(rows));
    return levels;
}

base::Result<PersonAnswer> show_person(access::Call& call) {
    TRY(id, call.id<PersonId>("id"));
    return answer_by_id(call, id);
}

base::Result<PersonAnswer> add_person(access::Call& call, NewPerson const& wanted) {
    TRY(person, add_person(call.tx, call.viewer, wanted, call.now));
    return answer_for(call, person);
}

base::Result<PersonAnswer> change_person(access::Call& call, PersonChange const& change) {
    TRY(id, call.id<PersonId>("id"));
    TRY(person, change_person(call.tx, call.viewer, id, change, call.now));
    return answer_for(call, person);
}

base::Result<PersonAnswer> deactivate_person(access::Call& call) {
    TRY(id, call.id<PersonId>("id"));
    TRY(person, deactivate_person(call.tx, call.viewer, id, call.now));
    return answer_for(call, person);
}

base::Result<PersonAnswer> activate_person(access::Call& call) {
    TRY(id, call.id<PersonId>("id"));
    TRY(person, activate_person(call.tx, call.viewer, id, call.now));
    return answer_for(call, person);
}

base::Result<PersonAnswer> grant_role(access::Call& call, NewRole const& wanted) {
    TRY(id, call.id<PersonId>("id"));
    TRY_VOID(grant_role(call.tx, call.viewer, id, wanted.role, wanted.programme_id, call.now));
    return answer_by_id(call, id);
}

base::Result<PersonAnswer> revoke_role(access::Call& call) {
    TRY(id, call.id<PersonId>("id"));
    TRY(role, call.id<RoleId>("role_id"));
    TRY_VOID(revoke_role(call.tx, call.viewer, id, role, call.now));
    return answer_by_id(call, id);
}

base::Result<MyDetails> show_my_details(access::Call& call) {
    return details_of(store::find(call.tx, call.viewer.organisation, *call.viewer.person).value());
}

base::Result<MyDetails> change_my_details(access::Call& call, MyDetailsChange const& change) {
    TRY(person, change_own_details(call.tx, call.viewer, change, call.now));
    return details_of(person);
}

}  // namespace person
