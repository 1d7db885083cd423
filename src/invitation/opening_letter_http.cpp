#include "invitation/opening_letter_http.hpp"

#include "invitation/opening_letter_actions.hpp"
#include "invitation/opening_letter_store.hpp"
#include "platform/qr_code.hpp"
#include "programme/called_http.hpp"
#include "programme/called_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace invitation {
namespace {

std::string letter_address(access::Call& call, programme::Sponsor const& sponsor) {
    return call.tools.public_url + "/letter/" +
           crypto::sign_link(call.tools.keys, letter_link_of(sponsor, call.viewer.organisation));
}

std::vector<LetterAction> letter_actions(programme::State state, std::optional<OpeningLetter> const& letter,
                                         std::optional<programme::Sponsor> const& sponsor) {
    if (state == programme::State::closed) return {};
    std::vector<LetterAction> actions{LetterAction::write};
    if (!letter) return actions;
    bool const has_sponsor = sponsor && sponsor->accepted_at;
    if (has_sponsor && !is_asked(*letter, sponsor)) actions.push_back(LetterAction::put_to_sponsor);
    if (is_agreed(*letter, sponsor) &&
        !(is_published(*letter, sponsor) && letter->published_version == letter->version))
        actions.push_back(LetterAction::publish);
    if (is_published(*letter, sponsor)) actions.push_back(LetterAction::take_down);
    return actions;
}

LetterAnswer answer_about(access::Call& call, programme::Programme const& programme) {
    auto const organisation = call.viewer.organisation;
    auto const letter = store::find_letter(call.tx, organisation, programme.id);
    auto const sponsor = programme::store::find_sponsor(call.tx, organisation, programme.id);
    LetterAnswer answer;
    answer.own_language = programme.language;
    if (sponsor && sponsor->accepted_at) answer.sponsor_name = sponsor->name;
    answer.allowed_actions = letter_actions(programme.state, letter, sponsor);
    if (!letter) return answer;
    answer.version = letter->version;
    answer.texts = store::list_letter_texts(call.tx, organisation, programme.id, letter->version);
    if (is_agreed(*letter, sponsor)) answer.agreed_at = letter->agreed_at;
    if (is_published(*letter, sponsor)) {
        answer.published_at = letter->published_at;
        answer.is_published_as_written = letter->published_version == letter->version;
    }
    answer.is_asked = is_asked(*letter, sponsor);
    if (answer.is_asked && !answer.agreed_at) {
        answer.link = letter_address(call, *sponsor);
        answer.qr_code = qr_code::svg(*answer.link);
    }
    return answer;
}

base::Result<crypto::Link> letter_link_in_path(access::Call& call) {
    auto link = crypto::open_link(call.tools.keys, kLetterLink, call.parameter("link"));
    if (!link) return letter_not_found();
    return *link;
}

}  // namespace

base::Result<LetterAnswer> show_letter(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const programme = programme::store::find_led_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    return answer_about(call, *programme);
}

base::Result<LetterAnswer> put_letter(access::Call& call, LetterInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(write_opening_letter(call.tx, call.viewer, id, input, call.now));
    return show_letter(call);
}

base::Result<LetterAnswer> put_letter_request(access::Call& call, LetterRead const& read) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(put_letter_to_sponsor(call.tx, call.viewer, id, read.version, call.now));
    return show_letter(call);
}

base::Result<LetterAnswer> put_letter_publication(access::Call& call, LetterRead const& read) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(publish_opening_letter(call.tx, call.viewer, id, read.version, call.now));
    return show_letter(call);
}

base::Result<LetterAnswer> remove_letter_publication(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(take_letter_down(call.tx, call.viewer, id, call.now));
    return show_letter(call);
}

base::Result<LetterPage> show_letter_page(access::Call& call) {
    TRY(link, letter_link_in_path(call));
    auto const asked = find_asked_for_letter(call.tx, link);
    if (!asked) return letter_not_found();
    auto const organisation = base::as<OrganisationId>(link.organisation);
    auto const& letter = asked->letter;
    auto const agreed_at = is_agreed(letter, asked->sponsor) ? letter.agreed_at : std::nullopt;
    return LetterPage{programme::store::organisation_name(call.tx, organisation),
                      programme::called_by_link(call, organisation, letter.programme_id),
                      asked->sponsor.name,
                      letter.version,
                      store::list_letter_texts(call.tx, organisation, letter.programme_id, letter.version),
                      agreed_at};
}

base::Result<LetterPage> put_letter_agreement(access::Call& call, LetterRead const& read) {
    TRY(link, letter_link_in_path(call));
    TRY_VOID(agree_to_opening_letter(call.tx, link, read.version, call.now));
    return show_letter_page(call);
}

base::Result<OwnLetters> list_my_letters(access::Call& call) {
    auto const organisation = call.viewer.organisation;
    auto const& language = call.viewer.language;
    OwnLetters list;
    for (auto const& id : store::list_with_letter(call.tx, call.viewer))
        if (auto letter = store::find_published_letter(call.tx, organisation, id, language))
            list.items.push_back({id, programme::store::find_called(call.tx, organisation, id, language),
                                  letter->sponsor_name, letter->language, letter->text, letter->published_at});
    for (auto const& id : store::list_to_agree(call.tx, call.viewer))
        list.to_agree.push_back(
            {id, programme::store::find_called(call.tx, organisation, id, language),
             letter_address(call, programme::store::find_sponsor(call.tx, organisation, id).value())});
    return list;
}

}  // namespace invitation
