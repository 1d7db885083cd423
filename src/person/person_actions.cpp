#include "person/person_actions.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "base/version.hpp"
#include "organisation/organisation_store.hpp"
#include "person/person_store.hpp"
#include "person/reporting_line.hpp"
#include "person/role_store.hpp"
#include "platform/zone.hpp"

namespace person {

namespace {

constexpr std::array<std::string_view, 4> kLanguages = {"en", "de", "fr", "es"};

std::optional<std::string> squeezed(std::optional<std::string> const& text) {
    if (!text) return std::nullopt;
    auto short_text = base::squeeze(*text);
    return short_text.empty() ? std::nullopt : std::optional(short_text);
}

// The fields that somebody typed, tidied and checked by themselves; every wrong one at once.
base::Result<Person> checked(Person person) {
    std::vector<base::FieldError> errors;
    person.name = base::squeeze(person.name);
    if (person.name.empty()) errors.push_back({"/name", "too_short", {}});
    for (auto* text : {&person.called_name, &person.pronouns, &person.external_id, &person.department, &person.site,
                       &person.job_title})
        *text = squeezed(*text);
    if (person.email) {
        person.email = read_email(*person.email);
        if (!person.email) errors.push_back({"/email", "format", {}});
    }
    if (person.sign_in_name) {
        person.sign_in_name = read_sign_in_name(*person.sign_in_name);
        if (!person.sign_in_name) errors.push_back({"/sign_in_name", "format", {}});
    }
    if (!zone::is_known(person.time_zone)) errors.push_back({"/time_zone", "unknown_time_zone", {}});
    if (std::find(kLanguages.begin(), kLanguages.end(), person.language) == kLanguages.end())
        errors.push_back({"/language", "unknown_language", {}});
    if (person.hired_on && person.left_on && *person.left_on < *person.hired_on)
        errors.push_back({"/left_on", "left_before_hired", {}});
    if (!errors.empty()) return base::invalid(std::move(errors));
    return person;
}

base::Result<bool> check_nobody_else_has(db::Tx& tx, OrganisationId organisation, Person const& person) {
    if (person.email && store::has_email(tx, organisation, *person.email, person.id)) return email_taken();
    if (person.sign_in_name && store::has_sign_in_name(tx, organisation, *person.sign_in_name, person.id))
        return sign_in_name_taken();
    if (person.external_id && store::has_external_id(tx, organisation, *person.external_id, person.id))
        return external_id_taken();
    return true;
}

base::Result<Person> load_person(db::Tx& tx, OrganisationId organisation, PersonId id) {
    auto person = store::find(tx, organisation, id);
    if (!person) return base::not_found("person");
    return std::move(*person);
}

std::string made_sign_in_name(db::Tx& tx, OrganisationId organisation, Person const& person) {
    return free_sign_in_name(sign_in_name_from(speak(person.name)), [&](auto const& name) {
        return store::has_sign_in_name(tx, organisation, name, person.id);
    });
}

// Everybody, as positions in a tree.
class House {
  public:
    House(db::Tx& tx, OrganisationId organisation) : people_(store::list_all(tx, organisation)) {
        for (std::size_t at = 0; at < people_.size(); ++at) place_of_[people_[at].id] = at;
        std::vector<std::int32_t> people_under;
        for (auto const& person : people_) {
            Link link{.manager = {},
                      .is_confirmed_outside = person.outside_confirmed_at.has_value(),
                      .is_counted = person.is_active};
            if (person.manager_id) link.manager = place_of_.at(*person.manager_id);
            links_.push_back(link);
            people_under.push_back(person.people_under);
        }
        keep_people_elsewhere(links_, people_under);
    }

    [[nodiscard]] std::optional<std::size_t> find(PersonId id) const {
        auto found = place_of_.find(id);
        return found == place_of_.end() ? std::nullopt : std::optional(found->second);
    }
    base::Result<bool> move(PersonId id, std::optional<PersonId> manager_id) {
        auto at = place_of_.at(id);
        if (!manager_id) {
            links_[at].manager.reset();
            return true;
        }
        if (*manager_id == id) return own_manager();
        auto manager = find(*manager_id);
        if (!manager) return unknown_manager();
        std::vector<std::optional<std::size_t>> managers;
        for (auto const& link : links_) managers.push_back(link.manager);
        if (closes_cycle(managers, at, *manager)) return manager_below();
        links_[at].manager = manager;
        return true;
    }
    Link& link(PersonId id) { return links_[place_of_.at(id)]; }

    // Saves who stands elsewhere now.
    void redraw(db::Tx& tx, OrganisationId organisation, std::optional<PersonId> top_id, base::Instant now) {
        auto named = top_id ? find(*top_id) : std::nullopt;
        // A top that got a manager is no longer one.
        if (named && links_[*named].manager) named.reset();
        auto tree = build_tree(links_, named);
        for (std::size_t at = 0; at < people_.size(); ++at) {
            auto placed = people_[at];
            placed.manager_id.reset();
            if (auto manager = tree.managers[at]) placed.manager_id = people_[*manager].id;
            placed.line_state = tree.line_states[at];
            placed.people_under = tree.people_under[at];
            if (placed != people_[at]) store::place(tx, organisation, placed);
        }
        store::StoredTree stored{.top_id = {}, .headcount = tree.headcount};
        if (tree.top) stored.top_id = people_[*tree.top].id;
        store::put_tree(tx, organisation, stored, now);
    }

  private:
    std::vector<Person> people_;
    std::unordered_map<PersonId, std::size_t> place_of_;
    std::vector<Link> links_;
};

std::optional<PersonId> stored_top(db::Tx& tx, OrganisationId organisation) {
    auto tree = store::find_tree(tx, organisation);
    return tree ? tree->top_id : std::nullopt;
}

void apply_change(Person& person, PersonChange const& change) {
    person.name = change.name.value_or(person.name);
    person.called_name = change.called_name.applied_to(person.called_name);
    person.pronouns = change.pronouns.applied_to(person.pronouns);
    person.email = change.email.applied_to(person.email);
    if (change.sign_in_name) person.sign_in_name = change.sign_in_name;
    person.external_id = change.external_id.applied_to(person.external_id);
    person.department = change.department.applied_to(person.department);
    person.site = change.site.applied_to(person.site);
    person.job_title = change.job_title.applied_to(person.job_title);
    person.level = change.level.applied_to(person.level);
    person.time_zone = change.time_zone.value_or(person.time_zone);
    person.language = change.language.value_or(person.language);
    person.hired_on = change.hired_on.applied_to(person.hired_on);
    person.left_on = change.left_on.applied_to(person.left_on);
}

bool is_last_administrator(db::Tx& tx, OrganisationId organisation, Person const& person) {
    return store::list_administrators(tx, organisation) == std::vector{person.id};
}

base::Result<Person> set_active(db::Tx& tx, access::Viewer const& viewer, Person person, bool is_active,
                                audit::Kind const& kind, base::Instant now) {
    person.is_active = is_active;
    ++person.sign_in_epoch;
    store::update(tx, viewer.organisation, person);
    redraw_tree(tx, viewer.organisation, now);
    audit::record(tx, viewer, kind, base::any(person.id), {}, now);
    return load_person(tx, viewer.organisation, person.id);
}

}  // namespace

base::Result<Person> add_person(db::Tx& tx, access::Viewer const& viewer, NewPerson const& wanted, base::Instant now) {
    auto house = organisation::store::load(tx, viewer.organisation);
    Person person;
    person.id = tx.make_id<PersonId>();
    person.created_at = now;
    person.removable_at = now + kKeptUninvited;
    person.name = wanted.name;
    person.sign_in_name = wanted.sign_in_name;
    person.time_zone = wanted.time_zone.value_or(house.time_zone);
    person.language = wanted.language.value_or(house.language);
    person.called_name = wanted.called_name;
    person.pronouns = wanted.pronouns;
    person.email = wanted.email;
    person.external_id = wanted.external_id;
    person.department = wanted.department;
    person.site = wanted.site;
    person.job_title = wanted.job_title;
    person.level = wanted.level;
    person.hired_on = wanted.hired_on;
    TRY(fine, checked(std::move(person)));
    if (!fine.sign_in_name) fine.sign_in_name = made_sign_in_name(tx, viewer.organisation, fine);
    TRY_VOID(check_nobody_else_has(tx, viewer.organisation, fine));
    store::insert(tx, viewer.organisation, fine);
    House lines(tx, viewer.organisation);
    if (wanted.manager_id) TRY_VOID(lines.move(fine.id, wanted.manager_id));
    lines.redraw(tx, viewer.organisation, stored_top(tx, viewer.organisation), now);
    audit::record(tx, viewer, person_added, base::any(fine.id), {}, now);
    return load_person(tx, viewer.organisation, fine.id);
}

base::Result<Person> change_person(db::Tx& tx, access::Viewer const& viewer, PersonId id, PersonChange const& change,
                                   base::Instant now) {
    TRY(current, load_person(tx, viewer.organisation, id));
    TRY_VOID(base::check_version("person", change.version, current.version));
    auto manager_id = change.manager_id.applied_to(current.manager_id);
    auto is_moved = manager_id != current.manager_id;
    auto wanted = current;
    apply_change(wanted, change);
    TRY(fine, checked(std::move(wanted)));
    TRY_VOID(check_nobody_else_has(tx, viewer.organisation, fine));
    if (has_left(fine.left_on, base::utc_day(now)) && fine.is_active) {
        if (is_last_administrator(tx, viewer.organisation, fine)) return last_administrator();
        fine.is_active = false;
        ++fine.sign_in_epoch;
    }
    store::update(tx, viewer.organisation, fine);
    if (is_moved || fine.is_active != current.is_active) {
        House lines(tx, viewer.organisation);
        TRY_VOID(lines.move(id, manager_id));
        lines.redraw(tx, viewer.organisation, stored_top(tx, viewer.organisation), now);
    }
    audit::record(tx, viewer, is_moved ? lines_changed : person_changed, base::any(id), {}, now);
    return load_person(tx, viewer.organisation, id);
}

base::Result<Person> change_own_details(db::Tx& tx, access::Viewer const& viewer, MyDetailsChange const& change,
                                        base::Instant now) {
    TRY(person, load_person(tx, viewer.organisation, *viewer.person));
    TRY_VOID(base::check_version("person", change.version, person.version));
    person.called_name = change.called_name.applied_to(person.called_name);
    person.pronouns = change.pronouns.applied_to(person.pronouns);
    person.language = change.language.value_or(person.language);
    person.time_zone = change.time_zone.value_or(person.time_zone);
    TRY(fine, checked(std::move(person)));
    if (!store::update(tx, viewer.organisation, fine)) {
        TRY(newer, load_person(tx, viewer.organisation, fine.id));
        return base::stale("person", newer.version);
    }
    audit::record(tx, viewer, own_details_changed, base::any(fine.id), {}, now);
    return load_person(tx, viewer.organisation, fine.id);
}

base::Result<Person> deactivate_person(db::Tx& tx, access::Viewer const& viewer, PersonId id, base::Instant now) {
    TRY(person, load_person(tx, viewer.organisation, id));
    if (person.is_name_only) return is_name_only();
    if (!person.is_active) return already_inactive();
    if (is_last_administrator(tx, viewer.organisation, person)) return last_administrator();
    return set_active(tx, viewer, std::move(person), false, person_deactivated, now);
}

base::Result<Person> activate_person(db::Tx& tx, access::Viewer const& viewer, PersonId id, base::Instant now) {
    TRY(person, load_person(tx, viewer.organisation, id));
    if (person.is_name_only) return is_name_only();
    if (person.is_active) return already_active();
    if (has_left(person.left_on, base::utc_day(now))) person.left_on.reset();
    return set_active(tx, viewer, std::move(person), true, person_activated, now);
}

base::Result<RoleGrant> grant_role(db::Tx& tx, access::Viewer const& viewer, PersonId id, access::Role role,
                                   std::optional<ProgrammeId> programme, base::Instant now) {
    TRY(person, load_person(tx, viewer.organisation, id));
    if (person.is_name_only || !person.is_active) return inactive_holder();
    TRY_VOID(check_grant(store::list_roles_of(tx, viewer.organisation, id), role, programme));
    RoleGrant grant{.id = tx.make_id<RoleId>(), .person_id = id, .role = role, .programme_id = programme};
    store::insert_role(tx, viewer.organisation, grant, viewer.person, now);
    store::mark_needed(tx, viewer.organisation, id);
    audit::record(tx, viewer, role_granted, base::any(id), audit::Facts().word("role", meta::name_of(role)), now);
    return grant;
}

base::Result<bool> revoke_role(db::Tx& tx, access::Viewer const& viewer, PersonId id, RoleId role, base::Instant now) {
    TRY(person, load_person(tx, viewer.organisation, id));
    auto grant = store::find_role(tx, viewer.organisation, id, role);
    if (!grant) return base::not_found("role");
    if (grant->role == access::Role::administrator && is_last_administrator(tx, viewer.organisation, person))
        return last_administrator();
    store::remove_role(tx, viewer.organisation, role);
    store::raise_epoch(tx, viewer.organisation, id);
    audit::record(tx, viewer, role_revoked, base::any(id), audit::Facts().word("role", meta::name_of(grant->role)),
                  now);
    return true;
}

base::Result<bool> confirm_lines(db::Tx& tx, access::Viewer const& viewer, std::vector<PersonId> const& heads,
                                 base::Instant now) {
    House lines(tx, viewer.organisation);
    for (auto id : heads) {
        TRY(head, load_person(tx, viewer.organisation, id));
        if (head.manager_id || head.line_state != LineState::broken) return line_is_not_broken();
        store::confirm_outside(tx, viewer.organisation, id, now);
        lines.link(id).is_confirmed_outside = true;
    }
    lines.redraw(tx, viewer.organisation, stored_top(tx, viewer.organisation), now);
    audit::record(tx, viewer, lines_confirmed, std::nullopt,
                  audit::Facts().number("branches", static_cast<std::int64_t>(heads.size())), now);
    return true;
}

base::Result<bool> name_top(db::Tx& tx, access::Viewer const& viewer, PersonId top, base::Instant now) {
    House lines(tx, viewer.organisation);
    if (!lines.find(top)) return base::not_found("person");
    TRY_VOID(lines.move(top, std::nullopt));
    lines.redraw(tx, viewer.organisation, top, now);
    audit::record(tx, viewer, lines_changed, base::any(top), {}, now);
    return true;
}

void redraw_tree(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    House(tx, organisation).redraw(tx, organisation, stored_top(tx, organisation), now);
}

void record_invited(db::Tx& tx, OrganisationId organisation, PersonId id, base::Instant now) {
    store::mark_invited(tx, organisation, id, now);
    store::mark_needed(tx, organisation, id);
}

void record_needed(db::Tx& tx, OrganisationId organisation, PersonId id) {
    store::mark_needed(tx, organisation, id);
}

}  // namespace person
