#include "programme/programme_actions.hpp"

#include "base/text.hpp"
#include "base/version.hpp"
#include "notice/notice_actions.hpp"
#include "person/person.hpp"
#include "person/person_actions.hpp"
#include "person/role_store.hpp"
#include "programme/called.hpp"
#include "programme/closing.hpp"
#include "programme/programme_store.hpp"
#include "programme/setting_actions.hpp"
#include "programme/setting_store.hpp"
#include "programme/sponsor_store.hpp"

namespace programme {
namespace {

struct CheckedSetUp {
    Settings settings;
    std::vector<Aim> aims;
    std::vector<Words> words;
};

template <class T>
void take(base::Result<T> result, T& place, std::string_view prefix, std::vector<base::FieldError>& errors) {
    if (result) {
        place = std::move(*result);
        return;
    }
    for (auto const& error : result.refusal().errors)
        errors.push_back({std::string(prefix) + error.pointer, error.code, error.params});
}

base::Result<CheckedSetUp> check_set_up(Programme const& before, SetUpInput const& input) {
    CheckedSetUp checked;
    std::vector<base::FieldError> errors;
    take(check_settings(before, input.settings), checked.settings, "/settings", errors);
    take(check_aims(input.aims, input.settings.planned_pairs), checked.aims, "", errors);
    take(check_words(input.words), checked.words, "", errors);
    if (!errors.empty()) return base::invalid(std::move(errors));
    checked.words = follow_settings(std::move(checked.words), before, checked.settings);
    return checked;
}

base::Result<Sponsor> sponsor_from(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, SponsorInput const& input) {
    Sponsor sponsor;
    if (input.person_id) {
        TRY_VOID(person::check_meeting(person::store::list_roles_of(tx, viewer.organisation, *input.person_id),
                                       access::Role::sponsor, programme));
        auto contact = store::find_contact(tx, viewer.organisation, *input.person_id);
        if (!contact) return base::invalid("/person_id", "unknown_person");
        sponsor.person_id = input.person_id;
        sponsor.name = contact->name;
        sponsor.email = contact->email;
        return sponsor;
    }
    sponsor.name = base::squeeze(input.name.value_or(""));
    if (sponsor.name.empty()) return base::invalid("/name", "required");
    if (input.email) {
        sponsor.email = person::read_email(*input.email);
        if (!sponsor.email) return base::invalid("/email", "format");
    }
    return sponsor;
}

}  // namespace

base::Result<ProgrammeId> create_programme(db::Tx& tx, Viewer const& viewer, NewProgramme const& wanted,
                                           base::Instant now) {
    constexpr std::int32_t kPilot = 15;
    auto settings = default_settings(base::squeeze(wanted.name), wanted.direction.value_or(Direction::reverse),
                                     wanted.planned_pairs.value_or(kPilot));
    settings.language = viewer.language.empty() ? "en" : viewer.language;
    auto const id = store::insert_programme(tx, viewer, settings, now);
    TRY_VOID(person::grant_role(tx, viewer, viewer.person.value(), access::Role::coordinator, id, now));
    audit::record(tx, viewer, kProgrammeCreated, base::any(id),
                  audit::Facts().number("planned_pairs", settings.planned_pairs), now);
    return id;
}

base::Result<std::int64_t> save_set_up(db::Tx& tx, Viewer const& viewer, ProgrammeId id, SetUpInput const& input,
                                       base::Instant now) {
    auto const before = store::find_led_programme(tx, viewer, id);
    if (!before) return base::not_found("programme");
    TRY_VOID(check_not_closed(before->state));
    TRY_VOID(base::check_version("programme", input.version, before->version));
    TRY(checked, check_set_up(*before, input));
    auto const organisation = viewer.organisation;
    if (store::count_people(tx, organisation, input.opened_tops) != std::ssize(input.opened_tops))
        return base::invalid("/opened_tops", "unknown_person");
    auto const was = store::load_values(tx, organisation, id);
    if (!store::save_settings(tx, organisation, id, input.version, checked.settings))
        return base::stale("programme", store::find_led_programme(tx, viewer, id).value_or(*before).version);
    store::replace_aims(tx, organisation, id, checked.aims);
    store::replace_words(tx, organisation, id, checked.words);
    store::replace_eligibility(tx, organisation, id, input.eligibility);
    store::replace_opened_tops(tx, organisation, id, input.opened_tops, now);
    for (auto top : input.opened_tops) person::record_needed(tx, organisation, top);
    TRY_VOID(log_changes(tx, viewer, id, was, store::load_values(tx, organisation, id), now));
    audit::record(tx, viewer, kProgrammeChanged, base::any(id), audit::Facts().number("version", input.version + 1),
                  now);
    return input.version + 1;
}

base::Result<State> move_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id, State to, base::Instant now) {
    auto programme = store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(check_not_closed(programme->state));
    if (to == State::closed) return closing_not_announced();
    return advance_programme(tx, viewer, *programme, to, now);
}

base::Result<State> advance_programme(db::Tx& tx, Viewer const& viewer, Programme const& programme, State to,
                                      base::Instant now) {
    auto const standing = store::load_standing(tx, viewer.organisation, programme.id);
    TRY(state, move(programme.state, to, programme, standing));
    if (state == programme.state) return state;
    store::save_state(tx, viewer.organisation, programme.id, state, now);
    audit::record(tx, viewer, kProgrammeMoved, base::any(programme.id),
                  audit::Facts().word("state", meta::name_of(state)), now);
    return state;
}

void run_with_a_pair(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now) {
    auto const programme = store::find_programme(tx, organisation, id);
    if (programme) move_by_house(tx, organisation, *programme, state_with_a_pair(programme->state), now);
}

void move_by_house(db::Tx& tx, OrganisationId organisation, Programme const& programme, State to, base::Instant now) {
    if (to == programme.state) return;
    store::save_state(tx, organisation, programme.id, to, now);
    audit::record(tx, access::house(organisation), kProgrammeMoved, base::any(programme.id),
                  audit::Facts().word("state", meta::name_of(to)), now);
}

base::Result<Sponsor> ask_sponsor(db::Tx& tx, Viewer const& viewer, ProgrammeId id, SponsorInput const& input,
                                  base::Instant now) {
    auto const programme = store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(check_not_closed(programme->state));
    TRY(sponsor, sponsor_from(tx, viewer, id, input));
    sponsor.id = tx.make_id<SponsorId>();
    sponsor.programme_id = id;
    sponsor.link_nonce = crypto::random_nonce();
    sponsor.asked_at = now;
    sponsor.link_expires_at = now + kSponsorLinkLasts;
    store::replace_sponsor(tx, viewer.organisation, sponsor);
    if (sponsor.person_id) person::record_needed(tx, viewer.organisation, *sponsor.person_id);
    audit::record(tx, viewer, kSponsorAsked, base::any(sponsor.id), audit::Facts().id("programme", id), now);
    return sponsor;
}

base::Result<Sponsor> accept_as_sponsor(db::Tx& tx, crypto::Link const& link, Commitment const& commitment,
                                        base::Instant now) {
    auto sponsor = store::find_linked_sponsor(tx, link);
    if (!sponsor) return base::not_found("sponsor");
    TRY(accepted, accept(*sponsor, commitment, now));
    auto const organisation = base::as<OrganisationId>(link.organisation);
    store::save_acceptance(tx, organisation, accepted);
    auto by = access::house(organisation);
    by.person = accepted.person_id;
    audit::record(tx, by, kSponsorAccepted, base::any(accepted.id),
                  audit::Facts().id("programme", accepted.programme_id), now);
    return accepted;
}

void tell_sponsor(db::Tx& tx, OrganisationId organisation, SponsorId id, base::Instant now) {
    auto const person = store::find_asked_colleague(tx, organisation, id);
    if (person) notice::tell(tx, organisation, *person, notice::sponsor_acceptance, base::any(id), now);
}

crypto::Link link_of(Sponsor const& sponsor, OrganisationId organisation) {
    return {std::string(kSponsorLink), base::any(organisation), base::any(sponsor.id), sponsor.link_nonce};
}

}  // namespace programme
