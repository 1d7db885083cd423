#include "invitation/opening_letter.hpp"

#include "base/version.hpp"
#include "programme/nearest_words.hpp"

namespace invitation {
namespace {

bool stands(std::optional<programme::Sponsor> const& sponsor, std::optional<programme::SponsorId> const& said_by) {
    return sponsor && sponsor->accepted_at && said_by == sponsor->id;
}

}  // namespace

base::Result<std::vector<LetterText>> check_letter(std::vector<LetterText> texts, std::string_view own_language) {
    std::vector<base::FieldError> errors;
    programme::check_languages(texts, own_language, "/texts", errors);
    for (std::size_t i = 0; i < texts.size(); ++i)
        programme::check_lines(texts[i].text, "/texts/" + std::to_string(i) + "/text", errors);
    if (!errors.empty()) return base::invalid(std::move(errors));
    return texts;
}

base::Result<OpeningLetter> write_letter(std::optional<OpeningLetter> letter, ProgrammeId programme,
                                         std::int64_t version) {
    TRY_VOID(base::check_version("opening letter", version, letter ? letter->version : 0));
    if (!letter) {
        OpeningLetter first;
        first.programme_id = programme;
        return first;
    }
    ++letter->version;
    letter->request_id.reset();
    letter->asked_of.reset();
    letter->agreed_by.reset();
    letter->agreed_at.reset();
    return *letter;
}

base::Result<OpeningLetter> put_to_sponsor(OpeningLetter letter, std::optional<programme::Sponsor> const& sponsor,
                                           std::int64_t version, base::AnyId id) {
    TRY_VOID(base::check_version("opening letter", version, letter.version));
    if (!sponsor || !sponsor->accepted_at) return sponsor_not_accepted();
    if (is_asked(letter, sponsor)) return letter;
    letter.agreed_by.reset();
    letter.agreed_at.reset();
    letter.request_id = id;
    letter.asked_of = sponsor->id;
    return letter;
}

base::Result<OpeningLetter> agree_to_letter(OpeningLetter letter, programme::Sponsor const& sponsor,
                                            std::int64_t version, base::Instant now) {
    TRY_VOID(base::check_version("opening letter", version, letter.version));
    if (is_agreed(letter, sponsor)) return letter;
    letter.agreed_by = sponsor.id;
    letter.agreed_at = now;
    return letter;
}

base::Result<OpeningLetter> publish_letter(OpeningLetter letter, std::optional<programme::Sponsor> const& sponsor,
                                           std::int64_t version, base::Instant now) {
    TRY_VOID(base::check_version("opening letter", version, letter.version));
    if (!is_agreed(letter, sponsor)) return letter_not_agreed();
    if (is_published(letter, sponsor) && letter.published_version == letter.version) return letter;
    letter.published_version = letter.version;
    letter.published_by = letter.agreed_by;
    letter.published_at = now;
    return letter;
}

OpeningLetter take_down_letter(OpeningLetter letter) {
    letter.published_version.reset();
    letter.published_by.reset();
    letter.published_at.reset();
    return letter;
}

bool is_asked(OpeningLetter const& letter, std::optional<programme::Sponsor> const& sponsor) {
    return letter.request_id && stands(sponsor, letter.asked_of);
}

bool is_agreed(OpeningLetter const& letter, std::optional<programme::Sponsor> const& sponsor) {
    return letter.agreed_at && stands(sponsor, letter.agreed_by);
}

bool is_published(OpeningLetter const& letter, std::optional<programme::Sponsor> const& sponsor) {
    return letter.published_version && stands(sponsor, letter.published_by);
}

base::Refusal letter_not_found() {
    return base::not_found("opening letter");
}

base::Refusal letter_not_agreed() {
    return base::conflict("letter_not_agreed", "the sponsor has not agreed to these words; they are the sponsor's");
}

base::Refusal sponsor_not_accepted() {
    return base::conflict("sponsor_not_accepted", "nobody stands for the programme as its sponsor yet");
}

}  // namespace invitation
