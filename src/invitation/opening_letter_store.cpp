#include "invitation/opening_letter_store.hpp"

#include "programme/nearest_words.hpp"
#include "programme/programme_store.hpp"
#include "programme/sponsor_store.hpp"

namespace invitation::store {
namespace {

std::string const kLetters = R"(
    SELECT programme_id, version, request_id, asked_of, agreed_by, agreed_at, published_version, published_by, published_at
    FROM opening_letters WHERE organisation_id = $1 AND )";

}  // namespace

std::optional<OpeningLetter> find_letter(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static auto const sql = kLetters + "programme_id = $2";
    return tx.one<OpeningLetter>(sql, organisation, programme);
}

std::optional<OpeningLetter> find_letter_asked(db::Tx& tx, OrganisationId organisation, base::AnyId request) {
    static auto const sql = kLetters + "request_id = $2";
    return tx.one<OpeningLetter>(sql, organisation, request);
}

std::vector<LetterText> list_letter_texts(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                          std::int64_t version) {
    return tx.all<LetterText>(R"(
        SELECT language, text FROM opening_letter_texts
        WHERE organisation_id = $1 AND programme_id = $2 AND version = $3 ORDER BY language)",
                              organisation, programme, version);
}

void save_letter(db::Tx& tx, OrganisationId organisation, OpeningLetter const& letter) {
    tx.run(R"(
        INSERT INTO opening_letters (organisation_id, programme_id, version, request_id, asked_of, agreed_by, agreed_at,
               published_version, published_by, published_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (organisation_id, programme_id) DO UPDATE SET
               version = excluded.version, request_id = excluded.request_id, asked_of = excluded.asked_of,
               agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at,
               published_version = excluded.published_version,
               published_by = excluded.published_by, published_at = excluded.published_at)",
           organisation, letter.programme_id, letter.version, letter.request_id, letter.asked_of, letter.agreed_by,
           letter.agreed_at, letter.published_version, letter.published_by, letter.published_at);
    tx.run(R"(DELETE FROM opening_letter_texts WHERE organisation_id = $1 AND programme_id = $2
              AND version <> $3 AND ($4 IS NULL OR version <> $4))",
           organisation, letter.programme_id, letter.version, letter.published_version);
}

void replace_letter_texts(db::Tx& tx, OrganisationId organisation, OpeningLetter const& letter,
                          std::vector<LetterText> const& texts) {
    tx.run("DELETE FROM opening_letter_texts WHERE organisation_id = $1 AND programme_id = $2 AND version = $3",
           organisation, letter.programme_id, letter.version);
    for (auto const& one : texts)
        tx.run(R"(INSERT INTO opening_letter_texts (organisation_id, programme_id, version, language, text)
                  VALUES ($1, $2, $3, $4, $5))",
               organisation, letter.programme_id, letter.version, one.language, one.text);
}

std::optional<PublishedLetter> find_published_letter(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                                     std::string const& language) {
    auto const letter = find_letter(tx, organisation, programme);
    auto const sponsor = programme::store::find_sponsor(tx, organisation, programme);
    if (!letter || !is_published(*letter, sponsor)) return std::nullopt;
    auto const texts = list_letter_texts(tx, organisation, programme, *letter->published_version);
    auto const own = programme::store::find_programme(tx, organisation, programme).value().language;
    auto const* nearest = programme::nearest(texts, language, own);
    if (nearest == nullptr) return std::nullopt;
    return PublishedLetter{programme, sponsor->name, nearest->language, nearest->text, *letter->published_at};
}

std::vector<ProgrammeId> list_with_letter(db::Tx& tx, Viewer const& viewer) {
    return tx.values<ProgrammeId>(R"(
        SELECT p.id FROM programmes p
        JOIN opening_letters l ON l.organisation_id = p.organisation_id AND l.programme_id = p.id
        WHERE p.organisation_id = $1 AND l.published_version IS NOT NULL AND p.state NOT IN ('draft', 'closed')
          AND (EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = p.organisation_id
                       AND e.programme_id = p.id AND e.person_id = $2 AND e.state <> 'withdrawn')
               OR EXISTS (SELECT 1 FROM invitations i WHERE i.organisation_id = p.organisation_id
                          AND i.programme_id = p.id AND i.person_id = $2))
        ORDER BY p.name, p.id)",
                                  viewer.organisation, viewer.person);
}

std::vector<ProgrammeId> list_to_agree(db::Tx& tx, Viewer const& viewer) {
    return tx.values<ProgrammeId>(R"(
        SELECT l.programme_id FROM opening_letters l
        JOIN sponsors s ON s.organisation_id = l.organisation_id AND s.programme_id = l.programme_id
        JOIN programmes p ON p.organisation_id = l.organisation_id AND p.id = l.programme_id
        WHERE l.organisation_id = $1 AND s.person_id = $2 AND s.accepted_at IS NOT NULL AND p.state <> 'closed'
          AND l.asked_of = s.id AND l.agreed_by IS NULL
        ORDER BY p.name, p.id)",
                                  viewer.organisation, viewer.person);
}

void forget_words(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    std::string const over = R"( IN (
        SELECT p.id FROM programmes p
        JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
        WHERE p.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))";
    tx.run(R"(DELETE FROM announcement_texts WHERE organisation_id = $1 AND announcement_id IN (
                  SELECT id FROM announcements WHERE organisation_id = $1 AND programme_id)" +
               over + ")",
           organisation, last_before);
    for (auto const* table : {"announcements", "opening_letter_texts", "opening_letters"})
        tx.run("DELETE FROM " + std::string(table) + " WHERE organisation_id = $1 AND programme_id" + over,
               organisation, last_before);
}

}  // namespace invitation::store
