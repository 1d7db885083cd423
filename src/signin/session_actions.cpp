#include "signin/session_actions.hpp"

#include "base/text.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "person/person_store.hpp"
#include "signin/password.hpp"
#include "signin/session_store.hpp"
#include "signin/throttle_actions.hpp"
#include "signin/throttle_store.hpp"

namespace signin {

namespace {

constexpr base::Duration kFailuresKept = std::chrono::hours(12);

// Whom an attempt means, as far as anybody is meant at all.
struct Meant {
    OrganisationId organisation{};
    std::optional<store::Claimant> claimant;
    bool from_known_browser = false;
};

std::optional<organisation::Organisation> find_house(db::Tx& tx, Attempt const& attempt) {
    if (attempt.organisation) return organisation::store::find_by_slug(tx, *attempt.organisation);
    return organisation::store::find_only(tx);
}

Meant find_meant(db::Tx& tx, access::Tools const& tools, Attempt const& attempt, Browser const& browser) {
    Meant meant;
    auto const house = find_house(tx, attempt);
    if (!house) return meant;
    meant.organisation = house->organisation_id;
    meant.claimant = store::find_claimant(tx, meant.organisation, base::fold(attempt.sign_in_name));
    meant.from_known_browser = meant.claimant && is_known_browser(tools.keys, browser.known_cookie, meant.organisation,
                                                                  meant.claimant->person_id);
    return meant;
}

std::vector<Guard> guards_of(Meant const& meant, Attempt const& attempt, Browser const& browser) {
    if (meant.from_known_browser) return {{browser_subject(browser.known_cookie), kPerBrowser}};
    // Name and address are two ways to say one account: together they give no more tries.
    auto const& account = meant.claimant ? meant.claimant->sign_in_name : attempt.sign_in_name;
    return {{account_subject(account), kPerAccount}, {address_subject(browser.address), kPerAddress}};
}

base::Result<bool> is_right(access::Tools& tools, Meant const& meant, std::string const& password) {
    if (!meant.claimant || !meant.claimant->hash) return tools.hashing.verify_nobody(password);
    return tools.hashing.verify(password, *meant.claimant->hash);
}

// The hash of today's cost, when the stored one is of another.
base::Result<std::optional<std::string>> renewed_hash(access::Tools& tools, store::Claimant const& claimant,
                                                      std::string const& password) {
    if (!tools.hashing.is_outdated(*claimant.hash)) return std::optional<std::string>();
    TRY(hash, tools.hashing.hash(password));
    return std::optional(std::move(hash));
}

// Between the hash and here the person may have been cut off, or the password changed.
bool still_holds(db::Tx& tx, OrganisationId organisation, store::Claimant const& claimant) {
    auto const now = store::find_claimant(tx, organisation, claimant.person_id);
    return now && now->sign_in_epoch == claimant.sign_in_epoch && now->hash == claimant.hash;
}

std::vector<std::string> context_of(store::Claimant const& claimant) {
    return {claimant.sign_in_name, claimant.name, claimant.organisation_name, claimant.email.value_or("")};
}

}  // namespace

Browser browser_of(http::Request const& request) {
    auto const text = [](std::optional<std::string_view> found) { return std::string(found.value_or("")); };
    return {request.client_address, text(request.header("User-Agent")), text(request.cookie(kSessionCookie)),
            text(request.cookie(kBrowserCookie))};
}

SignedIn start_session(db::Tx& tx, OrganisationId organisation, PersonId person, Browser const& browser,
                       base::Instant wall) {
    if (auto const before = parse_session_key(browser.session_cookie)) store::remove_session(tx, *before);
    auto const claimant = store::find_claimant(tx, organisation, person).value();
    auto key = new_session_key(organisation);
    store::insert_session(tx, key, {person, claimant.sign_in_epoch, browser_of(browser.user_agent)}, wall);
    return {std::move(key), person};
}

base::Result<SignedIn> begin_session(access::Tools& tools, Attempt const& attempt, Browser const& browser) {
    auto const wall = tools.clock.wall();
    auto const meant = tools.database.read([&](db::Tx& tx) { return find_meant(tx, tools, attempt, browser); });
    auto const guards = guards_of(meant, attempt, browser);
    TRY_VOID(count_guess(tools.database, meant.organisation, guards, wall));

    auto const password = as_hashed(attempt.password);
    auto const right = is_right(tools, meant, password);
    if (!right) uncount_guess(tools.database, meant.organisation, guards);
    TRY_VOID(right);
    if (!*right) return wrong_credentials();
    TRY(renewed, renewed_hash(tools, *meant.claimant, password));

    return tools.database.write([&](db::Tx& tx) -> base::Result<SignedIn> {
        if (!still_holds(tx, meant.organisation, *meant.claimant)) return wrong_credentials();
        if (renewed) store::put_password(tx, meant.organisation, meant.claimant->person_id, *renewed, wall);
        forget_guesses(tx, meant.organisation, guards);
        return start_session(tx, meant.organisation, meant.claimant->person_id, browser, wall);
    });
}

base::Result<SignedIn> replace_password(access::Visit& visit, std::string const& current, std::string const& wanted) {
    auto& tools = visit.tools;
    auto const& viewer = visit.viewer;
    auto const wall = tools.clock.wall();
    auto const claimant = tools.database.read(
        [&](db::Tx& tx) { return store::find_claimant(tx, viewer.organisation, viewer.person.value()); });
    if (!claimant || !claimant->hash) return wrong_password();
    TRY(password, check_new_password(wanted, context_of(*claimant), "/new_password"));

    std::vector<Guard> const guards{{account_subject(claimant->person_id.text()), kPerAccount}};
    TRY_VOID(count_guess(tools.database, viewer.organisation, guards, wall));
    TRY(is_right, tools.hashing.verify(as_hashed(current), *claimant->hash));
    if (!is_right) return wrong_password();
    TRY(hash, tools.hashing.hash(password));

    return tools.database.write([&](db::Tx& tx) -> base::Result<SignedIn> {
        if (!still_holds(tx, viewer.organisation, *claimant)) return wrong_password();
        forget_guesses(tx, viewer.organisation, guards);
        store::put_password(tx, viewer.organisation, claimant->person_id, hash, wall);
        sign_out_everywhere(tx, viewer.organisation, claimant->person_id);
        audit::record(tx, viewer, password_changed, base::any(claimant->person_id), {}, visit.now);
        notice::tell(tx, viewer.organisation, claimant->person_id, notice::password_changed, std::nullopt, visit.now);
        return start_session(tx, viewer.organisation, claimant->person_id, browser_of(visit.request), wall);
    });
}

void sign_out_everywhere(db::Tx& tx, OrganisationId organisation, PersonId person) {
    person::store::raise_epoch(tx, organisation, person);
    store::remove_sessions_of(tx, organisation, person);
}

void sign_out_everywhere(db::Tx& tx, access::Viewer const& viewer, base::Instant now) {
    sign_out_everywhere(tx, viewer.organisation, viewer.person.value());
    audit::record(tx, viewer, signed_out_everywhere, base::any(*viewer.person), {}, now);
}

void tidy_sessions(db::Tx& tx, base::Instant wall) {
    store::remove_sessions_before(tx, wall - kAbsoluteLimit, wall - kIdleLimit);
    store::forget_failures_before(tx, wall - kFailuresKept);
}

}  // namespace signin
