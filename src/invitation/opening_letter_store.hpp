#pragma once
// The only SQL that writes opening_letters and their texts.

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "invitation/opening_letter_shapes.hpp"
#include "platform/db/db.hpp"

namespace invitation::store {

using access::OrganisationId;
using access::Viewer;

std::optional<OpeningLetter> find_letter(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
// By what its mail is about.
std::optional<OpeningLetter> find_letter_asked(db::Tx& tx, OrganisationId organisation, base::AnyId request);
// By language.
std::vector<LetterText> list_letter_texts(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                          std::int64_t version);
void save_letter(db::Tx& tx, OrganisationId organisation, OpeningLetter const& letter);
// Of its version; those of versions that are neither written nor published any more go.
void replace_letter_texts(db::Tx& tx, OrganisationId organisation, OpeningLetter const& letter,
                          std::vector<LetterText> const& texts);

// What is to be read of a programme, by whoever reads `language`.
struct PublishedLetter {
    ProgrammeId programme_id;
    std::string sponsor_name;
    std::string language;
    std::string text;
    base::Instant published_at;
};
std::optional<PublishedLetter> find_published_letter(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                                     std::string const& language);
// Programmes with a published letter that the viewer takes part in or is invited to, and neither has closed; by name.
std::vector<ProgrammeId> list_with_letter(db::Tx& tx, Viewer const& viewer);
// Programmes whose letter waits for the viewer's yes as their sponsor.
std::vector<ProgrammeId> list_to_agree(db::Tx& tx, Viewer const& viewer);

// What programmes that closed before then said: letters and announcements.
void forget_words(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace invitation::store
