#include "outcome/released_words_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace outcome::store {
namespace {

struct SealedWords {
    WordsId id;
    meta::Bytes author;
    std::optional<meta::Bytes> partner;
    meta::Bytes sealed_words;
};
BOOST_DESCRIBE_STRUCT(SealedWords, (), (id, author, partner, sealed_words))

struct SealedReleased {
    ReleasedWordsId id;
    base::Day week_on;
    std::optional<base::Day> published_on;
    meta::Bytes sealed_shown;
};
BOOST_DESCRIBE_STRUCT(SealedReleased, (), (id, week_on, published_on, sealed_shown))

constexpr std::string_view kWords = R"(
    SELECT id, author, partner, sealed_words FROM words WHERE organisation_id = $1 AND programme_id = $2 )";

// With $1 the house and $2 the viewer: runs the programme `p`, or takes part in it, or was told of somebody who does.
constexpr std::string_view kRuns = R"((
    EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = p.organisation_id AND r.programme_id = p.id
              AND r.person_id = $2 AND r.role IN ('coordinator', 'sponsor', 'analyst'))
    OR EXISTS (SELECT 1 FROM sponsors s WHERE s.organisation_id = p.organisation_id AND s.programme_id = p.id
                 AND s.person_id = $2 AND s.accepted_at IS NOT NULL)))";
constexpr std::string_view kReads = R"((
    EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = p.organisation_id AND e.programme_id = p.id
              AND e.person_id = $2 AND e.state IN ('joined', 'paused'))
    OR EXISTS (SELECT 1 FROM protected_times t WHERE t.organisation_id = p.organisation_id AND t.programme_id = p.id
                 AND t.supervisor_id = $2 AND t.told_on IS NOT NULL)))";

crypto::SealedPlace place_of(OrganisationId organisation, WordsId id) {
    return {"words", "sealed_words", base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of(OrganisationId organisation, ReleasedWordsId id) {
    return {"released_words", "sealed_shown", base::any(organisation), base::any(id)};
}

std::vector<Kept> opened(crypto::Keys const& keys, OrganisationId organisation, std::vector<SealedWords> const& rows) {
    std::vector<Kept> kept;
    for (auto const& row : rows)
        kept.push_back(
            {row.id, row.author, row.partner,
             json::read<Words>(crypto::open(keys, place_of(organisation, row.id), row.sealed_words)).value()});
    return kept;
}

}  // namespace

std::vector<ProgrammeId> list_own_programmes(db::Tx& tx, Viewer const& viewer, base::Day closed_from) {
    return tx.values<ProgrammeId>(R"(
        SELECT p.id FROM programmes p
        WHERE p.organisation_id = $1 AND p.state <> 'draft'
          AND EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = $1 AND e.programme_id = p.id
                        AND e.person_id = $2 AND e.state <> 'waiting')
          AND NOT (p.state = 'closed' AND EXISTS (
                SELECT 1 FROM closings c WHERE c.organisation_id = $1 AND c.programme_id = p.id AND c.closes_on < $3))
        ORDER BY p.id)",
                                  viewer.organisation, viewer.person, closed_from);
}

std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx
        .value<std::string>("SELECT COALESCE(called_name, name) FROM people WHERE organisation_id = $1 AND id = $2",
                            organisation, person)
        .value();
}

std::vector<Kept> list_by_author(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                 ProgrammeId programme, meta::Bytes const& author) {
    static std::string const kSql = std::string(kWords) + "AND author = $3 ORDER BY id";
    return opened(keys, organisation, tx.all<SealedWords>(kSql, organisation, programme, author));
}

std::vector<Kept> list_by_partner(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                  ProgrammeId programme, meta::Bytes const& partner) {
    static std::string const kSql = std::string(kWords) + "AND partner = $3 ORDER BY id";
    auto kept = opened(keys, organisation, tx.all<SealedWords>(kSql, organisation, programme, partner));
    std::erase_if(kept, [](auto const& one) { return !one.words.is_consented; });
    return kept;
}

std::vector<Kept> list_all(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme) {
    static std::string const kSql = std::string(kWords) + "ORDER BY author, id";
    return opened(keys, organisation, tx.all<SealedWords>(kSql, organisation, programme));
}

bool save(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme, Kept const& kept) {
    return tx.run(R"(
        INSERT INTO words (organisation_id, id, programme_id, author, partner, sealed_words)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (organisation_id, id) DO UPDATE SET
               partner = excluded.partner, sealed_words = excluded.sealed_words
        WHERE words.author = excluded.author AND words.programme_id = excluded.programme_id)",
                  organisation, kept.id, programme, kept.author, kept.partner,
                  crypto::seal(keys, place_of(organisation, kept.id), json::write(kept.words))) == 1;
}

void remove(db::Tx& tx, OrganisationId organisation, WordsId id) {
    tx.run("DELETE FROM words WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::vector<ProgrammeId> list_with_words(db::Tx& tx, OrganisationId organisation) {
    return tx.values<ProgrammeId>(
        "SELECT DISTINCT programme_id FROM words WHERE organisation_id = $1 ORDER BY programme_id", organisation);
}

ReleasedWordsId insert_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                ProgrammeId programme, base::Day week_on, WordsAsShown const& shown) {
    auto const id = tx.make_id<ReleasedWordsId>();
    tx.run(R"(INSERT INTO released_words (organisation_id, id, programme_id, week_on, sealed_shown)
              VALUES ($1, $2, $3, $4, $5))",
           organisation, id, programme, week_on, crypto::seal(keys, place_of(organisation, id), json::write(shown)));
    return id;
}

void remove_released(db::Tx& tx, OrganisationId organisation, ReleasedWordsId id) {
    tx.run("DELETE FROM released_words WHERE organisation_id = $1 AND id = $2 AND published_on IS NULL", organisation,
           id);
}

bool is_published(db::Tx& tx, OrganisationId organisation, ReleasedWordsId id) {
    return tx.value<std::int64_t>(R"(
                 SELECT COUNT(*) FROM released_words
                 WHERE organisation_id = $1 AND id = $2 AND published_on IS NOT NULL)",
                                  organisation, id)
               .value() > 0;
}

bool publish(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, ReleasedWordsId id, base::Day today) {
    return tx.run(R"(UPDATE released_words SET published_on = COALESCE(published_on, $4)
                     WHERE organisation_id = $1 AND programme_id = $2 AND id = $3)",
                  organisation, programme, id, today) == 1;
}

std::vector<ReleasedRow> list_released(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                       ProgrammeId programme) {
    std::vector<ReleasedRow> released;
    for (auto const& row : tx.all<SealedReleased>(R"(
             SELECT id, week_on, published_on, sealed_shown FROM released_words
             WHERE organisation_id = $1 AND programme_id = $2 ORDER BY week_on DESC, id)",
                                                  organisation, programme))
        released.push_back(
            {row.id, row.week_on, row.published_on,
             json::read<WordsAsShown>(crypto::open(keys, place_of(organisation, row.id), row.sealed_shown)).value()});
    return released;
}

Reader reader_of(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    auto const is = [&](std::string_view standing) {
        auto const sql =
            "SELECT COUNT(*) FROM programmes p WHERE p.organisation_id = $1 AND p.id = $3 AND " + std::string(standing);
        return tx.value<std::int64_t>(sql, viewer.organisation, viewer.person, programme).value() > 0;
    };
    if (is(kRuns)) return Reader::runs;
    return is(kReads) ? Reader::reads : Reader::nobody;
}

std::vector<ProgrammeId> list_readable(db::Tx& tx, Viewer const& viewer) {
    static std::string const kSql =
        "SELECT p.id FROM programmes p WHERE p.organisation_id = $1 AND p.state <> 'draft' AND (" + std::string(kRuns) +
        " OR " + std::string(kReads) + ") ORDER BY p.id";
    return tx.values<ProgrammeId>(kSql, viewer.organisation, viewer.person);
}

void forget_words(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    for (auto const* table : {"words", "released_words"})
        tx.run("DELETE FROM " + std::string(table) + R"( WHERE organisation_id = $1 AND programme_id IN (
            SELECT p.id FROM programmes p
            JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
            WHERE p.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))",
               organisation, last_before);
}

}  // namespace outcome::store
