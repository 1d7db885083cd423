#include "signin/set_up_actions.hpp"

#include "organisation/installation_actions.hpp"
#include "organisation/organisation_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "signin/password.hpp"
#include "signin/password_link_actions.hpp"
#include "signin/session_store.hpp"

namespace signin {

namespace {

constexpr std::string_view kLanguageAtFirst = "en";
constexpr std::string_view kZoneAtFirst = "UTC";

// The set-up form has two names; the organisation's refusals speak of theirs as "/name".
base::Refusal about_organisation(base::Refusal refusal) {
    for (auto& error : refusal.errors)
        if (error.pointer == "/name") error.pointer = "/organisation_name";
    return refusal;
}

base::Result<organisation::Organisation> found_organisation(db::Tx& tx, Founder const& founder, base::Instant now) {
    auto created = organisation::create_organisation(
        tx,
        {founder.organisation_name, founder.language.value_or(std::string(kLanguageAtFirst)),
         founder.time_zone.value_or(std::string(kZoneAtFirst)), false},
        now);
    if (!created) return about_organisation(created.refusal());
    return created;
}

base::Result<person::Person> add_administrator(db::Tx& tx, access::OrganisationId organisation,
                                               person::NewPerson const& wanted, base::Instant now) {
    auto const house = access::house(organisation);
    TRY(added, person::add_person(tx, house, wanted, now));
    TRY_VOID(person::grant_role(tx, house, added.id, access::Role::administrator, std::nullopt, now));
    return added;
}

person::NewPerson to_new_person(std::string const& name, std::string const& sign_in_name,
                                std::optional<std::string> email) {
    person::NewPerson wanted;
    wanted.name = name;
    wanted.sign_in_name = sign_in_name;
    wanted.email = std::move(email);
    return wanted;
}

base::Result<organisation::Organisation> find_or_found(db::Tx& tx, NewAdministrator const& wanted, base::Instant now) {
    if (auto there = organisation::store::find_by_slug(tx, wanted.organisation)) return std::move(*there);
    return found_organisation(tx, {wanted.organisation, {}, {}, wanted.name, wanted.sign_in_name}, now);
}

}  // namespace

base::Result<SignedIn> set_up(access::Visit& visit, std::string const& code, Founder const& founder,
                              std::string const& password) {
    auto& tools = visit.tools;
    TRY_VOID(tools.database.read([&](db::Tx& tx) { return organisation::check_set_up_code(tx, code); }));
    TRY(checked, check_new_password(password, {founder.sign_in_name, founder.name, founder.organisation_name}));
    TRY(hash, tools.hashing.hash(checked));
    return tools.database.write([&](db::Tx& tx) -> base::Result<SignedIn> {
        TRY_VOID(organisation::use_set_up_code(tx, code));
        TRY(house, found_organisation(tx, founder, visit.now));
        TRY(administrator, add_administrator(tx, house.organisation_id,
                                             to_new_person(founder.name, founder.sign_in_name, {}), visit.now));
        // Whoever opens the house runs its first programme, until they name somebody else.
        TRY_VOID(person::grant_role(tx, access::house(house.organisation_id), administrator.id,
                                    access::Role::coordinator, std::nullopt, visit.now));
        store::put_password(tx, house.organisation_id, administrator.id, hash, tools.clock.wall());
        return start_session(tx, house.organisation_id, administrator.id, browser_of(visit.request),
                             tools.clock.wall());
    });
}

base::Result<CreatedAdministrator> create_administrator(db::Tx& tx, NewAdministrator const& wanted, base::Instant wall,
                                                        base::Instant now) {
    TRY(house, find_or_found(tx, wanted, now));
    TRY(administrator, add_administrator(tx, house.organisation_id,
                                         to_new_person(wanted.name, wanted.sign_in_name, wanted.email), now));
    auto const link = activation_of(tx, house.organisation_id, administrator.id, wall);
    return CreatedAdministrator{house.organisation_id, house.slug, link.value()};
}

}  // namespace signin
