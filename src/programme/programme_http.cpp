#include "programme/programme_http.hpp"

#include <algorithm>

#include "person/person_http.hpp"
#include "platform/qr_code.hpp"
#include "programme/called_http.hpp"
#include "programme/called_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/closing_store.hpp"
#include "programme/programme_actions.hpp"
#include "programme/programme_store.hpp"
#include "programme/setting_store.hpp"
#include "programme/sponsor_store.hpp"

namespace programme {
namespace {

std::vector<ProgrammeAction> allowed_actions(Programme const& programme, std::vector<Missing> const& missing) {
    std::vector<ProgrammeAction> actions;
    if (programme.state != State::closed) actions = {ProgrammeAction::change, ProgrammeAction::ask_sponsor};
    bool const takes_people =
        programme.state == State::enrolling || programme.state == State::matching || programme.state == State::running;
    if (takes_people && missing.empty()) actions.push_back(ProgrammeAction::invite);
    for (auto next : next_states(programme.state)) {
        if (next == State::enrolling && missing.empty()) actions.push_back(ProgrammeAction::enrol);
        if (next == State::matching) actions.push_back(ProgrammeAction::match);
        if (next == State::running) actions.push_back(ProgrammeAction::run);
        if (next == State::reviewing) actions.push_back(ProgrammeAction::review);
    }
    if (programme.state != State::draft && programme.state != State::closed) actions.push_back(ProgrammeAction::close);
    return actions;
}

SetUp set_up_of(access::Call& call, Programme const& programme) {
    auto& tx = call.tx;
    auto const organisation = call.viewer.organisation;
    auto const standing = store::load_standing(tx, organisation, programme.id);
    SetUp page;
    page.id = programme.id;
    page.state = programme.state;
    page.version = programme.version;
    page.settings = static_cast<Settings const&>(programme);
    page.aims = store::list_aims(tx, organisation, programme.id);
    page.words = store::list_words(tx, organisation, programme.id);
    page.eligibility = store::load_eligibility(tx, organisation, programme.id);
    page.opened_tops = store::list_opened_tops(tx, organisation, programme.id);
    if (auto sponsor = store::find_sponsor(tx, organisation, programme.id))
        page.sponsor = SponsorStanding{sponsor->name, sponsor->asked_at, sponsor->accepted_at};
    page.counts = store::count_enrolments(tx, organisation, programme.id);
    page.questions = {instrument::budget(standing.instruments, instrument::Side::mentor),
                      instrument::budget(standing.instruments, instrument::Side::mentee)};
    page.locks = store::list_locks(tx, organisation, programme.id);
    page.missing = missing_before_inviting(programme, standing);
    page.allowed_actions = allowed_actions(programme, page.missing);
    return page;
}

std::vector<AimWords> aims_in_words(std::vector<Aim> const& aims, std::string_view language) {
    std::vector<AimWords> named;
    for (auto const& aim : aims)
        if (auto const* words = aim_catalogue(language).find(aim.aim)) named.push_back(*words);
    return named;
}

// Nobody learns the name of an executive who has not accepted (R02).
std::optional<AcceptedSponsor> accepted_sponsor(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    auto sponsor = store::find_sponsor(tx, organisation, id);
    if (!sponsor || !sponsor->accepted_at) return std::nullopt;
    return AcceptedSponsor{sponsor->name, *sponsor->accepted_at, sponsor->takes_part, sponsor->delegate_name,
                           sponsor->answers_within_days};
}

SponsorAnswer answer_of(access::Call& call, Sponsor const& sponsor) {
    auto const token = crypto::sign_link(call.tools.keys, link_of(sponsor, call.viewer.organisation));
    auto const link = call.tools.public_url + "/sponsor/" + token;
    return {sponsor.person_id,     sponsor.name,
            sponsor.email,         sponsor.takes_part,
            sponsor.delegate_name, sponsor.answers_within_days,
            sponsor.asked_at,      sponsor.link_expires_at,
            sponsor.accepted_at,   link,
            qr_code::svg(link)};
}

AcceptancePage acceptance_of(access::Call& call, OrganisationId organisation, Sponsor const& sponsor) {
    auto& tx = call.tx;
    auto const programme = store::find_programme(tx, organisation, sponsor.programme_id).value();
    AcceptancePage page;
    page.organisation_name = store::organisation_name(tx, organisation);
    page.programme = called_by_link(call, organisation, programme.id);
    page.results_use = programme.results_use;
    page.starts_on = programme.starts_on;
    page.ends_on = programme.ends_on;
    page.sponsor_name = sponsor.name;
    for (auto const& aim : aims_in_words(store::list_aims(tx, organisation, programme.id), programme.language))
        page.aims.push_back(aim.name);
    page.takes_part = sponsor.takes_part;
    page.delegate_name = sponsor.delegate_name;
    page.answers_within_days = sponsor.answers_within_days;
    page.accepted_at = sponsor.accepted_at;
    return page;
}

// Only while the sponsor's yes is still to come.
std::optional<std::string> review_link_of(access::Call& call, Sponsor const& sponsor) {
    auto const organisation = call.viewer.organisation;
    auto const link = closing_link_of(sponsor, organisation);
    auto const asked = find_asked_to_agree(call.tx, link);
    if (!asked || asked->closing.agreed_at) return std::nullopt;
    return call.tools.public_url + "/closing/" + crypto::sign_link(call.tools.keys, link);
}

// The link only while it is still to be answered: whoever has accepted has nothing more to open.
Sponsorship sponsorship_of(access::Call& call, store::OwnSponsorship const& row) {
    auto& tx = call.tx;
    auto const organisation = call.viewer.organisation;
    auto const programme = store::find_programme(tx, organisation, row.programme_id).value();
    auto const counts = store::count_enrolments(tx, organisation, row.programme_id);
    Sponsorship mine;
    mine.programme_id = programme.id;
    mine.programme = store::find_called(tx, organisation, programme.id, call.viewer.language);
    mine.state = programme.state;
    mine.starts_on = programme.starts_on;
    mine.ends_on = programme.ends_on;
    if (auto const closing = store::find_closing(tx, organisation, programme.id)) mine.closes_on = closing->closes_on;
    mine.mentors_joined = counts.mentor.joined;
    mine.mentees_joined = counts.mentee.joined;
    auto const sponsor = row.is_asked ? store::find_sponsor(tx, organisation, row.programme_id) : std::nullopt;
    if (!sponsor) return mine;
    mine.asked_at = sponsor->asked_at;
    mine.accepted_at = sponsor->accepted_at;
    mine.takes_part = sponsor->takes_part;
    mine.delegate_name = sponsor->delegate_name;
    mine.answers_within_days = sponsor->answers_within_days;
    if (!sponsor->accepted_at && call.now < sponsor->link_expires_at)
        mine.link =
            call.tools.public_url + "/sponsor/" + crypto::sign_link(call.tools.keys, link_of(*sponsor, organisation));
    mine.review_link = review_link_of(call, *sponsor);
    return mine;
}

base::Result<crypto::Link> link_in_path(access::Call& call) {
    auto link = crypto::open_link(call.tools.keys, kSponsorLink, call.parameter("link"));
    if (!link) return base::not_found("sponsor");
    return *link;
}

}  // namespace

base::Result<ProgrammeList> list_programmes(access::Call& call, ProgrammeQuery const& query) {
    TRY(rows, store::list_own_programmes(call.tx, call.viewer, query));
    ProgrammeList list;
    list.may_create = call.viewer.has(access::Role::coordinator);
    page::fill(list, std::move(rows));
    return list;
}

base::Result<CreatedProgramme> post_programme(access::Call& call, NewProgramme const& wanted) {
    TRY(id, create_programme(call.tx, call.viewer, wanted, call.now));
    return CreatedProgramme{id};
}

base::Result<ProgrammePage> show_programme(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto programme = store::find_own_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    auto const organisation = call.viewer.organisation;
    ProgrammePage page;
    page.id = id;
    page.state = programme->state;
    page.programme = store::find_called(call.tx, organisation, id, call.viewer.language);
    page.results_use = programme->results_use;
    page.enrolment_closes_on = programme->enrolment_closes_on;
    page.starts_on = programme->starts_on;
    page.ends_on = programme->ends_on;
    page.rounds = programme->rounds;
    page.round_days = programme->round_days;
    page.closing_working_days = programme->closing_working_days;
    page.cadence = programme->cadence;
    page.uses_career_stage = programme->uses_career_stage;
    page.aims = aims_in_words(store::list_aims(call.tx, organisation, id), call.viewer.language);
    page.sponsor = accepted_sponsor(call.tx, organisation, id);
    page.coordinates = call.viewer.coordinates(id);
    return page;
}

base::Result<SetUp> show_set_up(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto programme = store::find_led_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    return set_up_of(call, *programme);
}

base::Result<SetUp> put_set_up(access::Call& call, SetUpInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(save_set_up(call.tx, call.viewer, id, input, call.now));
    return show_set_up(call);
}

base::Result<StateAnswer> put_state(access::Call& call, StateInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY(state, move_programme(call.tx, call.viewer, id, input.state, call.now));
    return StateAnswer{state};
}

base::Result<AimList> list_aims(access::Call& call, LanguageQuery const& query) {
    auto const language = query.language.value_or(call.viewer.language);
    return AimList{aim_catalogue(language).aims, instrument::catalogue(language).instruments};
}

base::Result<person::PersonAnswer> post_role(access::Call& call, person::NewRole const& wanted) {
    auto const& programme = wanted.programme_id;
    if (programme && !store::find_programme(call.tx, call.viewer.organisation, *programme))
        return base::invalid("/programme_id", "unknown_programme");
    return person::grant_role(call, wanted);
}

base::Result<person::PersonAnswer> remove_role(access::Call& call) {
    TRY(role, call.id<person::RoleId>("role_id"));
    auto const organisation = call.viewer.organisation;
    if (auto const programme = store::find_short_of_contacts(call.tx, organisation, role))
        return contacts_needed(store::find_called(call.tx, organisation, *programme, call.viewer.language).name);
    return person::revoke_role(call);
}

base::Result<SponsorAnswer> show_sponsor(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!store::find_led_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    auto sponsor = store::find_sponsor(call.tx, call.viewer.organisation, id);
    if (!sponsor) return base::not_found("sponsor");
    return answer_of(call, *sponsor);
}

base::Result<SponsorAnswer> put_sponsor(access::Call& call, SponsorInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY(sponsor, ask_sponsor(call.tx, call.viewer, id, input, call.now));
    return answer_of(call, sponsor);
}

base::Result<Sponsorships> list_my_sponsorships(access::Call& call, SponsorshipQuery const& query) {
    TRY(mine, store::list_own_sponsorships(call.tx, call.viewer, query));
    Sponsorships list;
    page::fill(list, std::move(mine), [&](store::OwnSponsorship const& row) { return sponsorship_of(call, row); });
    return list;
}

base::Result<AcceptancePage> show_acceptance(access::Call& call) {
    TRY(link, link_in_path(call));
    auto sponsor = store::find_linked_sponsor(call.tx, link);
    if (!sponsor) return base::not_found("sponsor");
    return acceptance_of(call, base::as<OrganisationId>(link.organisation), *sponsor);
}

base::Result<AcceptancePage> put_acceptance(access::Call& call, Commitment const& commitment) {
    TRY(link, link_in_path(call));
    TRY(sponsor, accept_as_sponsor(call.tx, link, commitment, call.now));
    return acceptance_of(call, base::as<OrganisationId>(link.organisation), sponsor);
}

}  // namespace programme
