#include "preparation/preparation_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace preparation::store {
namespace {

// Three tables of the same form: one sealed column a row, read by whoever wrote it.
struct Kept {
    std::string_view table;
    std::string_view column;
};
constexpr Kept kTurns{"your_turns", "sealed_text"};
constexpr Kept kTicks{"ready_sentences", "sealed_ticks"};
constexpr Kept kRatings{"preparation_ratings", "sealed_rating"};

struct KeptRow {
    base::AnyId id;
    meta::Bytes sealed;
};
BOOST_DESCRIBE_STRUCT(KeptRow, (), (id, sealed))

struct RaterRow {
    base::AnyId id;
    PersonId person_id;
    meta::Bytes sealed;
};
BOOST_DESCRIBE_STRUCT(RaterRow, (), (id, person_id, sealed))

crypto::SealedPlace place_of(Kept const& kept, OrganisationId organisation, base::AnyId row) {
    return {kept.table, kept.column, base::any(organisation), row};
}

std::optional<KeptRow> find_kept(db::Tx& tx, Kept const& kept, OrganisationId organisation, EnrolmentId enrolment) {
    return tx.one<KeptRow>("SELECT id, " + std::string(kept.column) + " AS sealed FROM " + std::string(kept.table) +
                               " WHERE organisation_id = $1 AND enrolment_id = $2",
                           organisation, enrolment);
}

void save_kept(db::Tx& tx, crypto::Keys const& keys, Kept const& kept, OrganisationId organisation,
               EnrolmentId enrolment, std::string const& text) {
    auto const standing = find_kept(tx, kept, organisation, enrolment);
    auto const id = standing ? standing->id : tx.make_id<base::AnyId>();
    auto const column = std::string(kept.column);
    tx.run("INSERT INTO " + std::string(kept.table) + " (organisation_id, id, enrolment_id, " + column +
               ") VALUES ($1, $2, $3, $4) ON CONFLICT (organisation_id, id) DO UPDATE SET " + column + " = excluded." +
               column,
           organisation, id, enrolment, crypto::seal(keys, place_of(kept, organisation, id), text));
}

std::optional<KeptRow> find_turn_row(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment,
                                     std::string const& module) {
    return tx.one<KeptRow>(R"(
        SELECT id, sealed_text AS sealed FROM your_turns
        WHERE organisation_id = $1 AND enrolment_id = $2 AND module = $3)",
                           organisation, enrolment, module);
}

std::optional<std::int32_t> planned_pairs_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.value<std::int32_t>("SELECT planned_pairs FROM programmes WHERE organisation_id = $1 AND id = $2",
                                  organisation, programme);
}

}  // namespace

Plan plan_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    auto const version =
        tx.value<std::int32_t>("SELECT version FROM preparation_plans WHERE organisation_id = $1 AND programme_id = $2",
                               organisation, programme);
    if (!version) return default_plan(planned_pairs_of(tx, organisation, programme).value_or(0));
    Plan plan;
    plan.version = *version;
    plan.modules = tx.all<PlannedModule>(R"(
        SELECT module, reader, is_core FROM planned_modules
        WHERE organisation_id = $1 AND programme_id = $2 ORDER BY position)",
                                         organisation, programme);
    plan.own = tx.all<OwnModule>(R"(
        SELECT id, title, module_text AS text FROM own_modules
        WHERE organisation_id = $1 AND programme_id = $2 ORDER BY id)",
                                 organisation, programme);
    return plan;
}

void save_plan(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Plan const& plan) {
    tx.run(R"(
        INSERT INTO preparation_plans (organisation_id, programme_id, version) VALUES ($1, $2, $3)
        ON CONFLICT (organisation_id, programme_id) DO UPDATE SET version = excluded.version)",
           organisation, programme, plan.version);
    tx.run("DELETE FROM planned_modules WHERE organisation_id = $1 AND programme_id = $2", organisation, programme);
    tx.run("DELETE FROM own_modules WHERE organisation_id = $1 AND programme_id = $2", organisation, programme);
    for (auto const& own : plan.own)
        tx.run(R"(
            INSERT INTO own_modules (organisation_id, id, programme_id, title, module_text)
            VALUES ($1, $2, $3, $4, $5))",
               organisation, own.id, programme, own.title, own.text);
    std::int32_t position = 0;
    for (auto const& planned : plan.modules)
        tx.run(R"(
            INSERT INTO planned_modules (organisation_id, programme_id, position, module, reader, is_core)
            VALUES ($1, $2, $3, $4, $5, $6))",
               organisation, programme, ++position, planned.module, planned.reader, planned.is_core);
}

Done done_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person) {
    auto const done = tx.values<std::string>(R"(
        SELECT DISTINCT d.module FROM modules_done d
        JOIN enrolments e ON e.organisation_id = d.organisation_id AND e.id = d.enrolment_id
        WHERE d.organisation_id = $1 AND e.programme_id = $2 AND e.person_id = $3)",
                                             organisation, programme, person);
    return {done.begin(), done.end()};
}

void save_done(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment, std::string const& module,
               base::Day done_on) {
    tx.run(R"(
        INSERT INTO modules_done (organisation_id, enrolment_id, module, done_on) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING)",
           organisation, enrolment, module, done_on);
}

std::optional<std::string> find_turn(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     EnrolmentId enrolment, std::string const& module) {
    auto const row = find_turn_row(tx, organisation, enrolment, module);
    if (!row) return std::nullopt;
    return crypto::open(keys, place_of(kTurns, organisation, row->id), row->sealed);
}

void save_turn(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, EnrolmentId enrolment,
               std::string const& module, std::string const& text) {
    auto const standing = find_turn_row(tx, organisation, enrolment, module);
    if (text.empty()) {
        tx.run("DELETE FROM your_turns WHERE organisation_id = $1 AND enrolment_id = $2 AND module = $3", organisation,
               enrolment, module);
        return;
    }
    auto const id = standing ? standing->id : tx.make_id<base::AnyId>();
    tx.run(R"(
        INSERT INTO your_turns (organisation_id, id, enrolment_id, module, sealed_text) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (organisation_id, id) DO UPDATE SET sealed_text = excluded.sealed_text)",
           organisation, id, enrolment, module, crypto::seal(keys, place_of(kTurns, organisation, id), text));
}

std::vector<TickedInput> ticks_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                  EnrolmentId enrolment) {
    auto const row = find_kept(tx, kTicks, organisation, enrolment);
    if (!row) return {};
    return json::read<TicksGiven>(crypto::open(keys, place_of(kTicks, organisation, row->id), row->sealed))
        .value()
        .sentences;
}

void save_ticks(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, EnrolmentId enrolment,
                std::vector<TickedInput> const& ticks) {
    save_kept(tx, keys, kTicks, organisation, enrolment, json::write(TicksGiven{ticks}));
}

std::optional<std::int32_t> rating_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                      EnrolmentId enrolment) {
    auto const row = find_kept(tx, kRatings, organisation, enrolment);
    if (!row) return std::nullopt;
    return json::read<RatingGiven>(crypto::open(keys, place_of(kRatings, organisation, row->id), row->sealed))
        .value()
        .rating;
}

void save_rating(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, EnrolmentId enrolment,
                 std::int32_t rating) {
    save_kept(tx, keys, kRatings, organisation, enrolment, json::write(RatingGiven{rating}));
}

std::vector<std::int32_t> ratings_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     ProgrammeId programme) {
    std::map<PersonId, std::int32_t> by_person;
    for (auto const& row : tx.all<RaterRow>(R"(
             SELECT r.id, e.person_id, r.sealed_rating AS sealed FROM preparation_ratings r
             JOIN enrolments e ON e.organisation_id = r.organisation_id AND e.id = r.enrolment_id
             WHERE r.organisation_id = $1 AND e.programme_id = $2 ORDER BY r.id)",
                                            organisation, programme))
        by_person[row.person_id] =
            json::read<RatingGiven>(crypto::open(keys, place_of(kRatings, organisation, row.id), row.sealed))
                .value()
                .rating;
    std::vector<std::int32_t> ratings;
    for (auto const& [person, rating] : by_person) ratings.push_back(rating);
    return ratings;
}

std::optional<PreparationQuality> find_quality(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.one<PreparationQuality>(
        "SELECT raters, tenths FROM preparation_qualities WHERE organisation_id = $1 AND programme_id = $2",
        organisation, programme);
}

void save_quality(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PreparationQuality const& quality) {
    tx.run(R"(
        INSERT INTO preparation_qualities (organisation_id, programme_id, raters, tenths) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, programme_id) DO UPDATE SET raters = excluded.raters, tenths = excluded.tenths)",
           organisation, programme, quality.raters, quality.tenths);
}

bool leads_somebody(db::Tx& tx, Viewer const& viewer) {
    return tx
        .value<std::int64_t>(R"(
            SELECT 1 FROM people WHERE organisation_id = $1 AND manager_id = $2 AND is_active LIMIT 1)",
                             viewer.organisation, viewer.person)
        .has_value();
}

bool is_asked_to_sponsor(db::Tx& tx, Viewer const& viewer) {
    return tx
        .value<std::int64_t>("SELECT 1 FROM sponsors WHERE organisation_id = $1 AND person_id = $2 LIMIT 1",
                             viewer.organisation, viewer.person)
        .has_value();
}

void forget_kept(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    for (auto const* table : {"your_turns", "ready_sentences", "preparation_ratings", "modules_done"})
        tx.run("DELETE FROM " + std::string(table) + R"( WHERE organisation_id = $1 AND enrolment_id IN (
                   SELECT e.id FROM enrolments e
                   JOIN programmes p ON p.organisation_id = e.organisation_id AND p.id = e.programme_id
                   JOIN closings c ON c.organisation_id = e.organisation_id AND c.programme_id = e.programme_id
                   WHERE e.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))",
               organisation, last_before);
}

}  // namespace preparation::store
