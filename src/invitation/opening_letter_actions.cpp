#include "invitation/opening_letter_actions.hpp"

#include "invitation/opening_letter_store.hpp"
#include "notice/notice_actions.hpp"
#include "programme/closing.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace invitation {
namespace {

base::Result<programme::Programme> find_open(db::Tx& tx, Viewer const& viewer, ProgrammeId id) {
    auto const programme = programme::store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(programme::check_not_closed(programme->state));
    return *programme;
}

base::Result<OpeningLetter> find_written(db::Tx& tx, Viewer const& viewer, ProgrammeId id) {
    TRY_VOID(find_open(tx, viewer, id));
    auto const letter = store::find_letter(tx, viewer.organisation, id);
    if (!letter) return letter_not_found();
    return *letter;
}

}  // namespace

base::Result<OpeningLetter> write_opening_letter(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                 LetterInput const& input, base::Instant now) {
    TRY(programme, find_open(tx, viewer, id));
    TRY(texts, check_letter(input.texts, programme.language));
    auto const standing = store::find_letter(tx, viewer.organisation, id);
    TRY(letter, write_letter(standing, id, input.version));
    std::ranges::sort(texts, {}, &LetterText::language);
    if (standing && store::list_letter_texts(tx, viewer.organisation, id, standing->version) == texts) return *standing;
    store::save_letter(tx, viewer.organisation, letter);
    store::replace_letter_texts(tx, viewer.organisation, letter, texts);
    audit::record(tx, viewer, kLetterWritten, base::any(id), audit::Facts().number("languages", std::ssize(texts)),
                  now);
    return letter;
}

base::Result<OpeningLetter> put_letter_to_sponsor(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                  std::int64_t version, base::Instant now) {
    TRY(written, find_written(tx, viewer, id));
    auto const sponsor = programme::store::find_sponsor(tx, viewer.organisation, id);
    TRY(letter, put_to_sponsor(written, sponsor, version, tx.make_id<base::AnyId>()));
    if (letter.request_id == written.request_id) return letter;
    store::save_letter(tx, viewer.organisation, letter);
    audit::record(tx, viewer, kLetterPutToSponsor, base::any(id), {}, now);
    return letter;
}

base::Result<OpeningLetter> publish_opening_letter(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                   std::int64_t version, base::Instant now) {
    TRY(written, find_written(tx, viewer, id));
    auto const sponsor = programme::store::find_sponsor(tx, viewer.organisation, id);
    TRY(letter, publish_letter(written, sponsor, version, now));
    if (letter == written) return letter;
    store::save_letter(tx, viewer.organisation, letter);
    audit::record(tx, viewer, kLetterPublished, base::any(id), {}, now);
    return letter;
}

base::Result<OpeningLetter> take_letter_down(db::Tx& tx, Viewer const& viewer, ProgrammeId id, base::Instant now) {
    TRY(written, find_written(tx, viewer, id));
    if (!written.published_version) return written;
    auto const letter = take_down_letter(written);
    store::save_letter(tx, viewer.organisation, letter);
    audit::record(tx, viewer, kLetterTakenDown, base::any(id), {}, now);
    return letter;
}

std::optional<AskedForLetter> find_asked_for_letter(db::Tx& tx, crypto::Link const& link) {
    auto const sponsor = programme::store::find_linked_sponsor(tx, link);
    if (!sponsor || !sponsor->accepted_at) return std::nullopt;
    auto const letter = store::find_letter(tx, base::as<OrganisationId>(link.organisation), sponsor->programme_id);
    if (!letter || !is_asked(*letter, sponsor)) return std::nullopt;
    return AskedForLetter{*sponsor, *letter};
}

base::Result<OpeningLetter> agree_to_opening_letter(db::Tx& tx, crypto::Link const& link, std::int64_t version,
                                                    base::Instant now) {
    auto const asked = find_asked_for_letter(tx, link);
    if (!asked) return letter_not_found();
    auto const organisation = base::as<OrganisationId>(link.organisation);
    auto const programme = programme::store::find_programme(tx, organisation, asked->letter.programme_id).value();
    TRY_VOID(programme::check_not_closed(programme.state));
    TRY(letter, agree_to_letter(asked->letter, asked->sponsor, version, now));
    if (is_agreed(asked->letter, asked->sponsor)) return letter;
    store::save_letter(tx, organisation, letter);
    auto by = access::house(organisation);
    by.person = asked->sponsor.person_id;
    audit::record(tx, by, kLetterAgreed, base::any(letter.programme_id), {}, now);
    return letter;
}

void tell_of_letter(db::Tx& tx, OrganisationId organisation, ProgrammeId id, base::Instant now) {
    auto const letter = store::find_letter(tx, organisation, id);
    auto const sponsor = programme::store::find_sponsor(tx, organisation, id);
    if (!letter || !is_asked(*letter, sponsor) || is_agreed(*letter, sponsor)) return;
    if (sponsor->person_id)
        notice::tell(tx, organisation, *sponsor->person_id, notice::letter_to_agree, letter->request_id, now);
}

std::string letter_in_mail(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                           std::string const& language) {
    auto const letter = store::find_published_letter(tx, organisation, programme, language);
    if (!letter) return {};
    return i18n::ours().format(language, "mail.opening_letter",
                               {{"sponsor", letter->sponsor_name}, {"text", letter->text}});
}

crypto::Link letter_link_of(programme::Sponsor const& sponsor, OrganisationId organisation) {
    return {std::string(kLetterLink), base::any(organisation), base::any(sponsor.id), sponsor.link_nonce};
}

}  // namespace invitation
