#include "programme/programme_store.hpp"

#include <charconv>

#include "base/text.hpp"
#include "programme/called_store.hpp"

namespace programme::store {
namespace {

struct AimRow {
    std::string aim;
    std::string instruments;
};
BOOST_DESCRIBE_STRUCT(AimRow, (), (aim, instruments))

struct WordsRow {
    std::string language;
    std::string name;
    std::optional<std::string> purpose;
    std::optional<std::string> mentor_singular;
    std::optional<std::string> mentor_plural;
    std::optional<std::string> mentor_neutral;
    std::optional<std::string> mentee_singular;
    std::optional<std::string> mentee_plural;
    std::optional<std::string> mentee_neutral;
};
BOOST_DESCRIBE_STRUCT(WordsRow, (),
                      (language, name, purpose, mentor_singular, mentor_plural, mentor_neutral, mentee_singular,
                       mentee_plural, mentee_neutral))

struct EligibilityRow {
    Side side;
    std::string field;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(EligibilityRow, (), (side, field, value))

struct SideRow {
    Side side;
    EnrolmentState state;
    std::int64_t people;
    std::int64_t places;
};
BOOST_DESCRIBE_STRUCT(SideRow, (), (side, state, people, places))

std::optional<RoleWords> role_words(std::optional<std::string> const& singular,
                                    std::optional<std::string> const& plural,
                                    std::optional<std::string> const& neutral) {
    if (!singular) return std::nullopt;
    return RoleWords{*singular, plural.value_or(*singular), neutral.value_or(*singular)};
}

template <class Member>
std::optional<std::string> word_of(std::optional<RoleWords> const& words, Member member) {
    if (!words) return std::nullopt;
    return (*words).*member;
}

void add_value(SideEligibility& side, EligibilityRow const& row) {
    if (row.field == "department") {
        side.departments.push_back(row.value);
    } else if (row.field == "site") {
        side.sites.push_back(row.value);
    } else {
        std::int32_t level = 0;
        std::from_chars(row.value.data(), row.value.data() + row.value.size(), level);
        side.levels.push_back(level);
    }
}

void insert_values(db::Tx& tx, OrganisationId organisation, ProgrammeId id, Side side, std::string_view field,
                   std::vector<std::string> const& values) {
    for (auto const& value : values)
        tx.run(R"(INSERT INTO eligibilities (organisation_id, programme_id, side, field, value)
                  VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING)",
               organisation, id, side, field, value);
}

void insert_side(db::Tx& tx, OrganisationId organisation, ProgrammeId id, Side side,
                 SideEligibility const& eligibility) {
    std::vector<std::string> levels;
    for (auto level : eligibility.levels) levels.push_back(std::to_string(level));
    insert_values(tx, organisation, id, side, "level", levels);
    insert_values(tx, organisation, id, side, "department", eligibility.departments);
    insert_values(tx, organisation, id, side, "site", eligibility.sites);
}

void add_count(SideCount& count, SideRow const& row) {
    auto const people = static_cast<std::int32_t>(row.people);
    if (row.state == EnrolmentState::joined) {
        count.joined = people;
        count.places = static_cast<std::int32_t>(row.places);
    } else if (row.state == EnrolmentState::waiting) {
        count.waiting = people;
    } else if (row.state == EnrolmentState::paused) {
        count.paused = people;
    }
}

// Found and sorted by the name the reader reads; their language is the sixth parameter.
CalledSql const& called_programmes() {
    static auto const called = called_in("p", "$6");
    return called;
}

page::Listing own_programmes() {
    static auto const columns = "p.id, " + called_programmes().name + R"( AS name, p.state, p.planned_pairs,
    EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = p.organisation_id AND r.person_id = $2
            AND r.programme_id = p.id AND r.role = 'coordinator') AS coordinates,
    EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = p.organisation_id AND e.person_id = $2
            AND e.programme_id = p.id AND e.state <> 'withdrawn') AS takes_part,
    EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = p.organisation_id AND r.person_id = $2
            AND r.role = 'employee_representative' AND (r.programme_id IS NULL OR r.programme_id = p.id))
            AS represents)";
    static auto const from = "FROM programmes p" + called_programmes().joins + R"(
    WHERE p.organisation_id = $1
      AND ($3 OR EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = p.organisation_id AND r.person_id = $2
                         AND (r.programme_id = p.id
                              OR (r.programme_id IS NULL AND r.role = 'employee_representative')))
              OR EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = p.organisation_id
                         AND e.person_id = $2 AND e.programme_id = p.id))
      AND ($4 IS NULL OR LOWER()" +
                             called_programmes().name + R"() LIKE LOWER($4) ESCAPE '!')
      AND ($5 IS NULL OR p.state = $5))";
    return {columns, from, "p.id"};
}

}  // namespace

std::optional<Programme> find_programme(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    return tx.one<Programme>(R"(
        SELECT id, name, state, direction, language, purpose, results_use, enrolment_closes_on, starts_on, ends_on,
               planned_pairs, suggestions_each, rounds, round_days, closing_working_days,
               publication_wait_minutes, cooling_days, mentor_capacity, mentee_capacity, total_capacity, level_gap_least,
               level_gap_most, department_rule, site_rule, needs_common_time,
               needs_common_language, weights_topics, weights_style, weights_distance, weights_times, uses_career_stage, waiting_order, waiting_is_comparison,
               lottery_seed, cadence, channel, notice_days, booking_side, leading_side, anonymous_first,
               apprentices_take_part, created_at, created_by, enrolling_at, closed_at, names_shown,
               EXISTS (SELECT 1 FROM anonymous_rounds round WHERE round.organisation_id = programmes.organisation_id
                         AND round.programme_id = programmes.id AND round.state <> 'over') AS has_anonymous_round,
               version
        FROM programmes WHERE organisation_id = $1 AND id = $2)",
                             organisation, id);
}

std::optional<Programme> find_led_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id) {
    if (!viewer.coordinates(id) && !viewer.is_administrator()) return std::nullopt;
    return find_programme(tx, viewer.organisation, id);
}

std::optional<Programme> find_open_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id) {
    for (auto const& grant : viewer.grants)
        if (grant.role != access::Role::conflicts && (!grant.programme || grant.programme == id))
            return find_programme(tx, viewer.organisation, id);
    auto const stands_for = tx.value<std::int64_t>(
        "SELECT 1 FROM sponsors WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3",
        viewer.organisation, id, viewer.person);
    return stands_for ? find_programme(tx, viewer.organisation, id) : find_own_programme(tx, viewer, id);
}

std::optional<Programme> find_own_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id) {
    if (auto led = find_led_programme(tx, viewer, id)) return led;
    auto belongs = tx.value<std::int64_t>(R"(
        SELECT 1 WHERE EXISTS (SELECT 1 FROM roles WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3
                               AND role <> 'employee_representative')
            OR EXISTS (SELECT 1 FROM enrolments WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3)
            OR EXISTS (SELECT 1 FROM people WHERE organisation_id = $1 AND id = $3 AND invited_at IS NOT NULL))",
                                          viewer.organisation, id, viewer.person);
    if (!belongs) return std::nullopt;
    return find_programme(tx, viewer.organisation, id);
}

base::Result<page::Rows<ProgrammeBrief>> list_own_programmes(db::Tx& tx, Viewer const& viewer,
                                                             ProgrammeQuery const& query) {
    static auto const by_state = page::rank_in("p.state", meta::of<State>());
    static std::array const sortings{
        page::Sorting{ProgrammeSort::name, called_programmes().name},
        page::Sorting{ProgrammeSort::state, by_state, page::Compared::as_number},
        page::Sorting{ProgrammeSort::created_at, "p.created_at", page::Compared::as_number, page::Order::descending},
    };
    return page::read<ProgrammeBrief>(tx, query, sortings, own_programmes(), viewer.organisation, viewer.person,
                                      viewer.is_administrator(), page::typed_part(query.search), query.state,
                                      viewer.language);
}

ProgrammeId insert_programme(db::Tx& tx, Viewer const& viewer, Settings const& s, base::Instant now) {
    auto id = tx.make_id<ProgrammeId>();
    tx.run(R"(
        INSERT INTO programmes (organisation_id, id, name, direction, language, purpose, results_use,
               enrolment_closes_on, starts_on, ends_on, planned_pairs, suggestions_each, rounds, round_days,
               closing_working_days, mentor_capacity, mentee_capacity, total_capacity, level_gap_least,
               level_gap_most, department_rule, site_rule, uses_career_stage, waiting_order, waiting_is_comparison,
               cadence, channel, notice_days, booking_side, leading_side, publication_wait_minutes, needs_common_time,
               needs_common_language, weights_topics, weights_style, weights_distance, weights_times, state,
               created_at, created_by, cooling_days, anonymous_first, apprentices_take_part, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, 'draft', $38, $39, $40, $41, $42, 1))",
           viewer.organisation, id, s.name, s.direction, s.language, s.purpose, s.results_use, s.enrolment_closes_on,
           s.starts_on, s.ends_on, s.planned_pairs, s.suggestions_each, s.rounds, s.round_days, s.closing_working_days,
           s.mentor_capacity, s.mentee_capacity, s.total_capacity, s.level_gap_least, s.level_gap_most,
           s.department_rule, s.site_rule, s.uses_career_stage, s.waiting_order, s.waiting_is_comparison, s.cadence,
           s.channel, s.notice_days, s.booking_side, s.leading_side, s.publication_wait_minutes, s.needs_common_time,
           s.needs_common_language, s.weights.topics, s.weights.style, s.weights.distance, s.weights.times, now,
           viewer.person, s.cooling_days, s.anonymous_first, s.apprentices_take_part);
    return id;
}

bool save_settings(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::int64_t version, Settings const& s) {
    return tx.run(R"(
        UPDATE programmes SET name = $3, direction = $4, language = $5, purpose = $6, results_use = $7,
               enrolment_closes_on = $8, starts_on = $9, ends_on = $10, planned_pairs = $11, suggestions_each = $12,
               rounds = $13, round_days = $14, closing_working_days = $15, mentor_capacity = $16,
               mentee_capacity = $17, total_capacity = $18, level_gap_least = $19, level_gap_most = $20,
               department_rule = $21, site_rule = $22, uses_career_stage = $23, waiting_order = $24,
               waiting_is_comparison = $25, cadence = $26, channel = $27, notice_days = $28, booking_side = $29,
               leading_side = $30, publication_wait_minutes = $31, needs_common_time = $32,
               needs_common_language = $33, weights_topics = $34, weights_style = $35, weights_distance = $36,
               weights_times = $37, cooling_days = $39, anonymous_first = $40, apprentices_take_part = $41,
               version = version + 1
        WHERE organisation_id = $1 AND id = $2 AND version = $38)",
                  organisation, id, s.name, s.direction, s.language, s.purpose, s.results_use, s.enrolment_closes_on,
                  s.starts_on, s.ends_on, s.planned_pairs, s.suggestions_each, s.rounds, s.round_days,
                  s.closing_working_days, s.mentor_capacity, s.mentee_capacity, s.total_capacity, s.level_gap_least,
                  s.level_gap_most, s.department_rule, s.site_rule, s.uses_career_stage, s.waiting_order,
                  s.waiting_is_comparison, s.cadence, s.channel, s.notice_days, s.booking_side, s.leading_side,
                  s.publication_wait_minutes, s.needs_common_time, s.needs_common_language, s.weights.topics,
                  s.weights.style, s.weights.distance, s.weights.times, version, s.cooling_days, s.anonymous_first,
                  s.apprentices_take_part) == 1;
}

void save_names_shown(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    tx.run("UPDATE programmes SET names_shown = TRUE WHERE organisation_id = $1 AND id = $2 AND NOT names_shown",
           organisation, id);
}

void save_state(db::Tx& tx, OrganisationId organisation, ProgrammeId id, State state, base::Instant now) {
    tx.run(R"(
        UPDATE programmes SET state = $3,
               enrolling_at = CASE WHEN $3 = 'enrolling' AND enrolling_at IS NULL THEN $4 ELSE enrolling_at END,
               closed_at = CASE WHEN $3 = 'closed' THEN $4 ELSE closed_at END
        WHERE organisation_id = $1 AND id = $2)",
           organisation, id, state, now);
}

void save_lottery_seed(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::int64_t seed) {
    tx.run("UPDATE programmes SET lottery_seed = $3 WHERE organisation_id = $1 AND id = $2 AND lottery_seed IS NULL",
           organisation, id, seed);
}

std::vector<Aim> list_aims(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    std::vector<Aim> aims;
    for (auto& row : tx.all<AimRow>(R"(SELECT aim, instruments FROM programme_aims
                                       WHERE organisation_id = $1 AND programme_id = $2 ORDER BY position)",
                                    organisation, id))
        aims.push_back({std::move(row.aim), base::split(row.instruments, ',')});
    return aims;
}

void replace_aims(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::vector<Aim> const& aims) {
    tx.run("DELETE FROM programme_aims WHERE organisation_id = $1 AND programme_id = $2", organisation, id);
    std::int32_t position = 0;
    for (auto const& aim : aims)
        tx.run(R"(INSERT INTO programme_aims (organisation_id, programme_id, position, aim, instruments)
                  VALUES ($1, $2, $3, $4, $5))",
               organisation, id, ++position, aim.aim, base::join(aim.instruments, ","));
}

std::vector<Words> list_words(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    std::vector<Words> words;
    for (auto& row : tx.all<WordsRow>(R"(
            SELECT language, name, purpose, mentor_singular, mentor_plural, mentor_neutral, mentee_singular,
                   mentee_plural, mentee_neutral
            FROM programme_words WHERE organisation_id = $1 AND programme_id = $2 ORDER BY language)",
                                      organisation, id))
        words.push_back({row.language, row.name, row.purpose,
                         role_words(row.mentor_singular, row.mentor_plural, row.mentor_neutral),
                         role_words(row.mentee_singular, row.mentee_plural, row.mentee_neutral)});
    return words;
}

void replace_words(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::vector<Words> const& words) {
    tx.run("DELETE FROM programme_words WHERE organisation_id = $1 AND programme_id = $2", organisation, id);
    for (auto const& one : words)
        tx.run(R"(INSERT INTO programme_words (organisation_id, programme_id, language, name, purpose, mentor_singular,
                         mentor_plural, mentor_neutral, mentee_singular, mentee_plural, mentee_neutral)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))",
               organisation, id, one.language, one.name, one.purpose, word_of(one.mentor, &RoleWords::singular),
               word_of(one.mentor, &RoleWords::plural), word_of(one.mentor, &RoleWords::neutral),
               word_of(one.mentee, &RoleWords::singular), word_of(one.mentee, &RoleWords::plural),
               word_of(one.mentee, &RoleWords::neutral));
}

Eligibility load_eligibility(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    Eligibility eligibility;
    for (auto const& row : tx.all<EligibilityRow>(R"(
            SELECT side, field, value FROM eligibilities
            WHERE organisation_id = $1 AND programme_id = $2 ORDER BY side, field, value)",
                                                  organisation, id))
        add_value(row.side == Side::mentor ? eligibility.mentor : eligibility.mentee, row);
    return eligibility;
}

void replace_eligibility(db::Tx& tx, OrganisationId organisation, ProgrammeId id, Eligibility const& eligibility) {
    tx.run("DELETE FROM eligibilities WHERE organisation_id = $1 AND programme_id = $2", organisation, id);
    insert_side(tx, organisation, id, Side::mentor, eligibility.mentor);
    insert_side(tx, organisation, id, Side::mentee, eligibility.mentee);
}

std::vector<PersonId> list_opened_tops(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    return tx.values<PersonId>(R"(SELECT person_id FROM opened_tops
                                  WHERE organisation_id = $1 AND programme_id = $2 ORDER BY person_id)",
                               organisation, id);
}

void replace_opened_tops(db::Tx& tx, OrganisationId organisation, ProgrammeId id, std::vector<PersonId> const& people,
                         base::Instant now) {
    tx.run("DELETE FROM opened_tops WHERE organisation_id = $1 AND programme_id = $2", organisation, id);
    for (auto person : people)
        tx.run(R"(INSERT INTO opened_tops (organisation_id, programme_id, person_id, opened_at)
                  VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING)",
               organisation, id, person, now);
}

std::int32_t count_people(db::Tx& tx, OrganisationId organisation, std::vector<PersonId> const& people) {
    std::int32_t count = 0;
    for (auto person : people)
        if (tx.value<std::int64_t>("SELECT 1 FROM people WHERE organisation_id = $1 AND id = $2 AND is_active "
                                   "AND NOT is_name_only",
                                   organisation, person))
            ++count;
    return count;
}

Counts count_enrolments(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    Counts counts;
    for (auto const& row : tx.all<SideRow>(R"(
            SELECT side, state, COUNT(*) AS people, CAST(SUM(capacity) AS BIGINT) AS places FROM enrolments
            WHERE organisation_id = $1 AND programme_id = $2 GROUP BY side, state)",
                                           organisation, id))
        add_count(row.side == Side::mentor ? counts.mentor : counts.mentee, row);
    counts.join_requests = static_cast<std::int32_t>(
        tx.value<std::int64_t>("SELECT COUNT(*) FROM join_requests WHERE organisation_id = $1 AND programme_id = $2",
                               organisation, id)
            .value_or(0));
    return counts;
}

Standing load_standing(db::Tx& tx, OrganisationId organisation, ProgrammeId id) {
    Standing standing;
    auto const aims = list_aims(tx, organisation, id);
    standing.aims = static_cast<std::int32_t>(aims.size());
    standing.instruments = instruments_of(aims);
    auto count = [&](std::string_view sql) {
        return static_cast<std::int32_t>(tx.value<std::int64_t>(sql, organisation, id).value_or(0));
    };
    standing.coordinators = count(R"(
        SELECT COUNT(DISTINCT r.person_id) FROM roles r
        JOIN people p ON p.organisation_id = r.organisation_id AND p.id = r.person_id AND p.is_active
        WHERE r.organisation_id = $1 AND (r.programme_id = $2 OR r.programme_id IS NULL) AND r.role = 'coordinator')");
    standing.participating_coordinators = count(R"(
        SELECT COUNT(DISTINCT r.person_id) FROM roles r
        JOIN people p ON p.organisation_id = r.organisation_id AND p.id = r.person_id AND p.is_active
        WHERE r.organisation_id = $1 AND (r.programme_id = $2 OR r.programme_id IS NULL) AND r.role = 'coordinator'
          AND EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = r.organisation_id
                      AND e.programme_id = $2 AND e.person_id = r.person_id AND e.state <> 'withdrawn'))");
    standing.confidential_contacts = count(R"(
        SELECT COUNT(DISTINCT r.person_id) FROM roles r
        JOIN people p ON p.organisation_id = r.organisation_id AND p.id = r.person_id AND p.is_active
        WHERE r.organisation_id = $1 AND (r.programme_id = $2 OR r.programme_id IS NULL)
          AND r.role = 'confidential_contact')");
    standing.sponsor_accepted = count(
                                    "SELECT COUNT(*) FROM sponsors WHERE organisation_id = $1 AND programme_id = $2 "
                                    "AND accepted_at IS NOT NULL") > 0;
    return standing;
}

std::optional<ProgrammeId> find_short_of_contacts(db::Tx& tx, OrganisationId organisation, person::RoleId without) {
    return tx.value<ProgrammeId>(R"(
        SELECT programme.id FROM programmes programme
        JOIN roles gone ON gone.organisation_id = programme.organisation_id AND gone.id = $2
         AND gone.role = 'confidential_contact' AND (gone.programme_id IS NULL OR gone.programme_id = programme.id)
        WHERE programme.organisation_id = $1 AND programme.state NOT IN ('draft', 'closed')
          AND (SELECT COUNT(DISTINCT r.person_id) FROM roles r
               JOIN people p ON p.organisation_id = r.organisation_id AND p.id = r.person_id AND p.is_active
               WHERE r.organisation_id = $1 AND (r.programme_id = programme.id OR r.programme_id IS NULL)
                 AND r.role = 'confidential_contact' AND r.id <> $2) < $3
        ORDER BY programme.name, programme.id LIMIT 1)",
                                 organisation, without, kFewestContacts);
}

}  // namespace programme::store
