#include "voice/front_line_theme_store.hpp"

#include "platform/crypto/seal.hpp"

namespace voice::store {
namespace {

constexpr std::string_view kThemes = R"(
    SELECT id, programme_id, is_looked_at, shown_on, answered_on, version FROM front_line_themes )";

crypto::SealedPlace place_of(std::string_view column, OrganisationId organisation, FrontLineThemeId id) {
    return {"front_line_themes", column, base::any(organisation), base::any(id)};
}

}  // namespace

std::optional<Theme> find_theme(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id) {
    static std::string const kSql = std::string(kThemes) + "WHERE organisation_id = $1 AND id = $2";
    return tx.one<Theme>(kSql, organisation, id);
}

std::vector<Theme> list_themes(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    static std::string const kSql = std::string(kThemes) + R"(
        WHERE organisation_id = $1 AND programme_id = $2 ORDER BY COALESCE(shown_on, '') DESC, id)";
    return tx.all<Theme>(kSql, organisation, programme);
}

void save_theme(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Theme const& theme,
                std::string const& words) {
    tx.run(R"(
        INSERT INTO front_line_themes (organisation_id, id, programme_id, sealed_words, is_looked_at, version)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (organisation_id, id) DO UPDATE SET
               sealed_words = excluded.sealed_words, version = excluded.version)",
           organisation, theme.id, theme.programme_id,
           crypto::seal(keys, place_of("sealed_words", organisation, theme.id), words), theme.is_looked_at,
           theme.version);
}

void update_theme(db::Tx& tx, OrganisationId organisation, Theme const& theme) {
    tx.run(R"(UPDATE front_line_themes SET is_looked_at = $3, shown_on = $4, version = $5
              WHERE organisation_id = $1 AND id = $2)",
           organisation, theme.id, theme.is_looked_at, theme.shown_on, theme.version);
}

void delete_theme(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id) {
    tx.run("DELETE FROM theme_notes WHERE organisation_id = $1 AND theme_id = $2", organisation, id);
    tx.run("DELETE FROM front_line_themes WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::string theme_words(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, FrontLineThemeId id) {
    auto const sealed = tx.value<meta::Bytes>(
        "SELECT sealed_words FROM front_line_themes WHERE organisation_id = $1 AND id = $2", organisation, id);
    return crypto::open(keys, place_of("sealed_words", organisation, id), sealed.value());
}

void save_theme_answer(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Theme const& theme,
                       std::string const& answer) {
    tx.run(R"(UPDATE front_line_themes SET sealed_answer = $3, answered_on = $4, version = $5
              WHERE organisation_id = $1 AND id = $2)",
           organisation, theme.id, crypto::seal(keys, place_of("sealed_answer", organisation, theme.id), answer),
           theme.answered_on, theme.version);
}

std::optional<std::string> theme_answer(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        FrontLineThemeId id) {
    auto const sealed = tx.value<meta::Bytes>(R"(
        SELECT sealed_answer FROM front_line_themes
        WHERE organisation_id = $1 AND id = $2 AND sealed_answer IS NOT NULL)",
                                              organisation, id);
    if (!sealed) return std::nullopt;
    return crypto::open(keys, place_of("sealed_answer", organisation, id), *sealed);
}

std::vector<ThemeNote> list_theme_notes(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<ThemeNote>(R"(
        SELECT under.note_id, under.theme_id, under.is_fixed FROM theme_notes under
        JOIN front_line_themes t ON t.organisation_id = under.organisation_id AND t.id = under.theme_id
        WHERE under.organisation_id = $1 AND t.programme_id = $2 ORDER BY under.note_id)",
                             organisation, programme);
}

void save_theme_notes(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id,
                      std::vector<FrontLineNoteId> const& notes) {
    tx.run("DELETE FROM theme_notes WHERE organisation_id = $1 AND theme_id = $2 AND NOT is_fixed", organisation, id);
    for (auto const& note : notes)
        tx.run(R"(INSERT INTO theme_notes (organisation_id, note_id, theme_id, is_fixed) VALUES ($1, $2, $3, FALSE)
                  ON CONFLICT DO NOTHING)",
               organisation, note, id);
}

void fix_theme_notes(db::Tx& tx, OrganisationId organisation, FrontLineThemeId id) {
    tx.run("UPDATE theme_notes SET is_fixed = TRUE WHERE organisation_id = $1 AND theme_id = $2", organisation, id);
}

std::vector<PersonId> list_theme_readers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.values<PersonId>(R"(
        SELECT e.person_id FROM enrolments e
        WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state IN ('joined', 'paused')
        UNION SELECT s.person_id FROM sponsors s
        WHERE s.organisation_id = $1 AND s.programme_id = $2 AND s.person_id IS NOT NULL AND s.accepted_at IS NOT NULL
        UNION SELECT r.person_id FROM roles r
        WHERE r.organisation_id = $1 AND r.programme_id = $2 AND r.role = 'sponsor'
        ORDER BY person_id)",
                               organisation, programme);
}

std::vector<ProgrammeId> list_with_themes(db::Tx& tx, Viewer const& viewer) {
    return tx.values<ProgrammeId>(R"(
        SELECT p.id FROM programmes p
        WHERE p.organisation_id = $1 AND p.state <> 'draft'
          AND (EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = $1 AND e.programme_id = p.id
                         AND e.person_id = $2 AND e.state IN ('joined', 'paused'))
               OR EXISTS (SELECT 1 FROM sponsors s WHERE s.organisation_id = $1 AND s.programme_id = p.id
                            AND s.person_id = $2 AND s.accepted_at IS NOT NULL)
               OR EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = $1 AND r.programme_id = p.id
                            AND r.person_id = $2 AND r.role IN ('sponsor', 'analyst', 'coordinator')))
        ORDER BY p.id)",
                                  viewer.organisation, viewer.person);
}

void forget_themes(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    std::string const over = R"( IN (
        SELECT t.id FROM front_line_themes t
        JOIN programmes p ON p.organisation_id = t.organisation_id AND p.id = t.programme_id
        JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
        WHERE t.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))";
    tx.run("DELETE FROM theme_notes WHERE organisation_id = $1 AND theme_id" + over, organisation, last_before);
    tx.run("DELETE FROM front_line_themes WHERE organisation_id = $1 AND id" + over, organisation, last_before);
}

}  // namespace voice::store
