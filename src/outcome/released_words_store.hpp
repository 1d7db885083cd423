#pragma once
// The only SQL that writes words and released_words. What is written is sealed, and people stand as marks.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "outcome/released_words_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace outcome::store {

using access::OrganisationId;
using access::Viewer;

// In which the viewer takes or took part, and of which nothing has been forgotten yet: closed no earlier than that day.
std::vector<ProgrammeId> list_own_programmes(db::Tx& tx, Viewer const& viewer, base::Day closed_from);
std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person);

// Words with the marks they stand under.
struct Kept {
    WordsId id;
    meta::Bytes author;
    std::optional<meta::Bytes> partner;
    Words words;
};
std::vector<Kept> list_by_author(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                 ProgrammeId programme, meta::Bytes const& author);
// That wait for, or have had, this partner's consent.
std::vector<Kept> list_by_partner(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                  ProgrammeId programme, meta::Bytes const& partner);
// All of a programme, in the order of marks, which is chance.
std::vector<Kept> list_all(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme);
// False when the id is somebody else's.
bool save(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme, Kept const& kept);
void remove(db::Tx& tx, OrganisationId organisation, WordsId id);
std::vector<ProgrammeId> list_with_words(db::Tx& tx, OrganisationId organisation);

ReleasedWordsId insert_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                ProgrammeId programme, base::Day week_on, WordsAsShown const& shown);
void remove_released(db::Tx& tx, OrganisationId organisation, ReleasedWordsId id);
bool is_published(db::Tx& tx, OrganisationId organisation, ReleasedWordsId id);
// False when it is not there.
bool publish(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, ReleasedWordsId id, base::Day today);
struct ReleasedRow {
    ReleasedWordsId id;
    base::Day week_on;
    std::optional<base::Day> published_on;
    WordsAsShown shown;
};
// The latest week first; within it in the order of ids, which is chance.
std::vector<ReleasedRow> list_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                       ProgrammeId programme);

// runs: coordinates, stands for or analyses it, and reads what is released. reads: takes part, or is a supervisor who
// was told of it, and reads what is published.
enum class Reader { nobody, reads, runs };
Reader reader_of(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Which the viewer reads.
std::vector<ProgrammeId> list_readable(db::Tx& tx, Viewer const& viewer);

// Of programmes whose last pairs ended before that day.
void forget_words(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace outcome::store
