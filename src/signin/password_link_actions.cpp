#include "signin/password_link_actions.hpp"

#include "base/text.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "signin/password.hpp"
#include "signin/password_link_store.hpp"
#include "signin/session_store.hpp"
#include "signin/throttle_actions.hpp"
#include "signin/throttle_store.hpp"

namespace signin {

namespace {

struct WantedLink {
    access::PersonId person;
    LinkPurpose purpose{};
    std::optional<access::PersonId> made_by;
    base::Duration lasts;
};

PasswordLink make_link(db::Tx& tx, access::OrganisationId organisation, WantedLink const& wanted, base::Instant wall) {
    store::void_open_links(tx, organisation, wanted.person, wall);
    PasswordLink const link{tx.make_id<PasswordLinkId>(),
                            wanted.person,
                            wanted.purpose,
                            crypto::random_nonce(),
                            wanted.made_by,
                            wall,
                            wall + wanted.lasts,
                            {},
                            {}};
    store::insert_link(tx, organisation, link);
    person::record_needed(tx, organisation, wanted.person);
    return link;
}

void mail_link(db::Tx& tx, access::OrganisationId organisation, PasswordLink const& link, base::Instant now) {
    auto const& kind = link.purpose == LinkPurpose::activation ? notice::activation : notice::reset;
    notice::tell(tx, organisation, link.person_id, kind, base::any(link.id), now);
}

base::Refusal no_address(std::size_t index) {
    return base::invalid("/people/" + std::to_string(index), "no_address");
}

base::Result<WantedLink> wanted_for(access::Call& call, access::PersonId person, std::size_t index, Delivery delivery) {
    auto const addressee = store::find_addressee(call.tx, call.viewer.organisation, person);
    if (!addressee) return base::not_found("person");
    TRY(purpose, purpose_for(call.viewer, addressee->has_password, addressee->has_role));
    if (delivery == Delivery::mailed && !addressee->email) return no_address(index);
    auto const lasts = purpose == LinkPurpose::activation ? kActivationLasts : kHandedResetLasts;
    return WantedLink{person, purpose, call.viewer.person, lasts};
}

bool can_sign_in(access::Call& call, access::PersonId person) {
    auto const addressee = store::find_addressee(call.tx, call.viewer.organisation, person);
    return addressee && addressee->has_password;
}

PasswordLink open_or_new(db::Tx& tx, access::OrganisationId organisation, WantedLink const& wanted,
                         base::Instant wall) {
    if (auto open = store::find_open_link_of(tx, organisation, wanted.person, wall)) return *open;
    return make_link(tx, organisation, wanted, wall);
}

// Whoever asks for somebody without a password gets them the open activation again: a printed letter stays good.
PasswordLink reset_or_activation(db::Tx& tx, access::OrganisationId organisation, store::Claimant const& claimant,
                                 base::Instant wall) {
    if (auto activation = activation_of(tx, organisation, claimant.person_id, wall)) return *activation;
    return make_link(tx, organisation, {claimant.person_id, LinkPurpose::reset, std::nullopt, kResetLasts}, wall);
}

// What a link opens, as far as it still does.
struct Redeemed {
    PasswordLink link;
    store::Claimant claimant;
};

base::Result<Redeemed> find_redeemed(db::Tx& tx, OpenedLink const& opened, base::Instant wall) {
    auto link = store::find_link(tx, opened.organisation, opened.id);
    if (!opened.is_of(link)) return kPasswordLink.not_found();
    TRY_VOID(check_open(*link, wall));
    auto claimant = store::find_claimant(tx, opened.organisation, link->person_id);
    if (!claimant) return kPasswordLink.not_found();
    return Redeemed{*link, std::move(*claimant)};
}

}  // namespace

base::Result<std::vector<PasswordLink>> make_links(access::Call& call, std::vector<access::PersonId> const& people,
                                                   Delivery delivery) {
    auto const wall = call.tools.clock.wall();
    auto const organisation = call.viewer.organisation;
    std::vector<PasswordLink> links;
    for (std::size_t i = 0; i < people.size(); ++i) {
        bool const is_letter = delivery == Delivery::printed;
        if (is_letter && can_sign_in(call, people[i])) continue;
        TRY(wanted, wanted_for(call, people[i], i, delivery));
        links.push_back(is_letter ? open_or_new(call.tx, organisation, wanted, wall)
                                  : make_link(call.tx, organisation, wanted, wall));
        if (delivery == Delivery::mailed) mail_link(call.tx, organisation, links.back(), call.now);
    }
    auto const one = links.size() == 1 ? std::optional(base::any(links.front().person_id)) : std::nullopt;
    audit::record(call.tx, call.viewer, password_links_made, one,
                  audit::Facts{}.number("people", std::ssize(links)).word("delivery", meta::name_of(delivery)),
                  call.now);
    return links;
}

std::optional<PasswordLink> activation_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person,
                                          base::Instant wall) {
    auto const addressee = store::find_addressee(tx, organisation, person);
    if (!addressee || addressee->has_password) return std::nullopt;
    return open_or_new(tx, organisation, {person, LinkPurpose::activation, std::nullopt, kActivationLasts}, wall);
}

base::Result<bool> mail_reset(access::Tools& tools, std::string const& sign_in_name,
                              std::optional<std::string> const& organisation, Browser const& browser) {
    auto const wall = tools.clock.wall();
    auto const house = tools.database.read([&](db::Tx& tx) {
        return organisation ? organisation::store::find_by_slug(tx, *organisation) : organisation::store::find_only(tx);
    });
    auto const scope = house ? house->organisation_id : access::OrganisationId{};
    TRY_VOID(count_guess(tools.database, scope, {{reset_address_subject(browser.address), kResetsPerAddress}}, wall));
    auto const known =
        tools.database.read([&](db::Tx& tx) { return store::find_claimant(tx, scope, base::fold(sign_in_name)); });
    auto const& account = known ? known->sign_in_name : sign_in_name;
    if (!count_guess(tools.database, scope, {{reset_account_subject(account), kResetsPerAccount}}, wall)) return true;
    return tools.database.write([&](db::Tx& tx) -> base::Result<bool> {
        auto const meant = store::find_claimant(tx, scope, base::fold(sign_in_name));
        if (!meant || !meant->email) return true;
        mail_link(tx, scope, reset_or_activation(tx, scope, *meant, wall), tools.clock.now());
        return true;
    });
}

base::Result<SignedIn> set_password_by_link(access::Visit& visit, std::string_view token, std::string const& password) {
    auto& tools = visit.tools;
    auto const wall = tools.clock.wall();
    TRY(opened, kPasswordLink.open(tools.keys, token));
    auto const find = [&](db::Tx& tx) { return find_redeemed(tx, opened, wall); };
    TRY(redeemed, tools.database.read(find));
    auto const& claimant = redeemed.claimant;
    TRY(checked, check_new_password(password, {claimant.sign_in_name, claimant.name, claimant.organisation_name,
                                               claimant.email.value_or("")}));
    TRY(hash, tools.hashing.hash(checked));

    return tools.database.write([&](db::Tx& tx) -> base::Result<SignedIn> {
        TRY(again, find(tx));
        if (!store::use_link(tx, opened.organisation, opened, wall)) return link_used();
        auto const person = again.link.person_id;
        store::put_password(tx, opened.organisation, person, hash, wall);
        sign_out_everywhere(tx, opened.organisation, person);
        forget_guesses(tx, opened.organisation, {{account_subject(again.claimant.sign_in_name), kPerAccount}});
        audit::record(tx, access::house(opened.organisation), password_set, base::any(person), {}, visit.now);
        if (again.link.purpose == LinkPurpose::reset)
            notice::tell(tx, opened.organisation, person, notice::password_changed, std::nullopt, visit.now);
        return start_session(tx, opened.organisation, person, browser_of(visit.request), wall);
    });
}

}  // namespace signin
