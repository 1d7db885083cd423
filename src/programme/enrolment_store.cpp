#include "programme/enrolment_store.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "platform/json.hpp"
#include "programme/called_store.hpp"

namespace programme::store {
namespace {

struct ProfileRow {
    std::int32_t capacity = 1;
    std::optional<std::string> capacity_reason;
    std::optional<std::string> motivation;
    bool shows_motivation = false;
    std::optional<meta::Bytes> sealed_need_check;
    WorkingStyle style;
    std::optional<CareerStage> career_stage;
    meta::Bytes weekly_slots;
    std::string languages;
    std::string helps;
    std::optional<std::string> helps_words;
    bool shows_helps = false;
    bool shows_will_not_discuss = false;
    std::optional<std::int32_t> charter_read_version;
};
BOOST_DESCRIBE_STRUCT(ProfileRow, (),
                      (capacity, capacity_reason, motivation, shows_motivation, sealed_need_check, style, career_stage,
                       weekly_slots, languages, helps, helps_words, shows_helps, shows_will_not_discuss,
                       charter_read_version))

crypto::SealedPlace need_check_place(OrganisationId organisation, EnrolmentId id) {
    return {"enrolments", "sealed_need_check", base::any(organisation), base::any(id)};
}

std::optional<NeedCheck> open_need_check(std::optional<meta::Bytes> const& sealed, OrganisationId organisation,
                                         EnrolmentId id, crypto::Keys const& keys) {
    if (!sealed) return std::nullopt;
    return json::read<NeedCheck>(crypto::open(keys, need_check_place(organisation, id), *sealed)).value();
}

std::optional<meta::Bytes> seal_need_check(std::optional<NeedCheck> const& check, OrganisationId organisation,
                                           EnrolmentId id, crypto::Keys const& keys) {
    if (!check) return std::nullopt;
    return crypto::seal(keys, need_check_place(organisation, id), json::write(*check));
}

std::vector<std::string> split_list(std::string const& text) {
    return text.empty() ? std::vector<std::string>{} : base::split(text, ',');
}

std::string join_helps(std::vector<Help> const& helps) {
    std::vector<std::string> names;
    for (auto help : helps) names.emplace_back(meta::name_of(help));
    return base::join(names, ",");
}

std::vector<Help> split_helps(std::string const& text) {
    std::vector<Help> helps;
    for (auto const& name : split_list(text))
        for (auto const& value : meta::of<Help>().values)
            if (value.name == name) helps.push_back(static_cast<Help>(value.number));
    return helps;
}

constexpr page::Listing kEnrolments{R"(
    e.id, e.person_id, COALESCE(q.called_name, q.name) AS name, q.department, q.site, q.job_title, q.level, e.side,
    e.state, e.joined_on, e.capacity, e.charter_read_version IS NOT NULL AS has_read_charter,
    LENGTH(e.weekly_slots) > 0 AS has_times)",
                                    R"(
    FROM enrolments e JOIN people q ON q.organisation_id = e.organisation_id AND q.id = e.person_id
    WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state <> 'withdrawn'
      AND e.person_id <> $3
      AND ($4 IS NULL OR e.side = $4) AND ($5 IS NULL OR e.state = $5)
      AND ($6 IS NULL OR q.name_folded LIKE $6 ESCAPE '!' OR LOWER(q.department) LIKE LOWER($7) ESCAPE '!'
           OR LOWER(q.site) LIKE LOWER($7) ESCAPE '!'))",
                                    "e.id"};

}  // namespace

std::optional<Enrolment> find_own_enrolment(db::Tx& tx, Viewer const& viewer, EnrolmentId id) {
    return tx.one<Enrolment>(R"(
        SELECT id, programme_id, person_id, side, state, joined_on, capacity, capacity_reason, charter_read_version,
               version
        FROM enrolments WHERE organisation_id = $1 AND id = $2 AND person_id = $3)",
                             viewer.organisation, id, viewer.person);
}

std::optional<Enrolment> find_enrolment_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                           PersonId person, Side side) {
    return tx.one<Enrolment>(R"(
        SELECT id, programme_id, person_id, side, state, joined_on, capacity, capacity_reason, charter_read_version,
               version
        FROM enrolments WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3 AND side = $4)",
                             organisation, programme, person, side);
}

std::vector<OwnEnrolment> list_own_enrolments(db::Tx& tx, Viewer const& viewer) {
    static auto const called = called_in("p", "$3");
    static auto const sql = "SELECT e.id, e.programme_id, " + called.columns + R"(, p.state AS programme_state, e.side,
               e.state, e.joined_on, p.waiting_order = 'lottery' AS places_are_drawn
        FROM enrolments e
        JOIN programmes p ON p.organisation_id = e.organisation_id AND p.id = e.programme_id)" +
                            called.joins + R"(
        WHERE e.organisation_id = $1 AND e.person_id = $2 AND e.state <> 'withdrawn'
        ORDER BY e.joined_on DESC, e.id)";
    return tx.all<OwnEnrolment>(sql, viewer.organisation, viewer.person, viewer.language);
}

base::Result<page::Rows<EnrolmentBrief>> list_enrolments(db::Tx& tx, Viewer const& viewer, ProgrammeId programme,
                                                         EnrolmentQuery const& query) {
    static auto const by_state = page::rank_in("e.state", meta::of<EnrolmentState>());
    static std::array const sortings{
        page::Sorting{EnrolmentSort::name, "q.name_folded"},
        page::Sorting{EnrolmentSort::department, "COALESCE(q.department, '')"},
        page::Sorting{EnrolmentSort::joined_on, "e.joined_on", page::Compared::as_text, page::Order::descending},
        page::Sorting{EnrolmentSort::state, by_state, page::Compared::as_number},
    };
    return page::read<EnrolmentBrief>(tx, query, sortings, kEnrolments, viewer.organisation, programme, viewer.person,
                                      query.side, query.state, page::folded_part(query.search),
                                      page::typed_part(query.search));
}

EnrolmentId insert_enrolment(db::Tx& tx, OrganisationId organisation, NewEnrolment const& enrolment) {
    auto id = tx.make_id<EnrolmentId>();
    auto const waits = enrolment.state == EnrolmentState::waiting;
    tx.run(R"(
        INSERT INTO enrolments (organisation_id, id, programme_id, person_id, side, state, joined_on, capacity,
               shows_motivation, agenda_style, talking_style, thinking_style, rhythm_style, learning_style,
               remarks_style, weekly_slots, languages, helps, shows_helps, shows_will_not_discuss, waiting_since_at,
               version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, FALSE, 'no_matter', 'no_matter', 'no_matter', 'no_matter',
                'no_matter', 'no_matter', $9, $10, '', FALSE, FALSE, $11, 1))",
           organisation, id, enrolment.programme, enrolment.person, enrolment.side, enrolment.state,
           base::utc_day(enrolment.now), enrolment.capacity, WeeklySlots::working_hours().bytes(), enrolment.languages,
           waits ? std::optional(enrolment.now) : std::nullopt);
    return id;
}

void save_enrolment_state(db::Tx& tx, OrganisationId organisation, Enrolment const& enrolment, base::Instant now) {
    tx.run(R"(
        UPDATE enrolments SET state = $3, joined_on = $4,
               waiting_since_at = CASE WHEN $3 = 'waiting' THEN COALESCE(waiting_since_at, $5)
                                       WHEN $3 = 'paused' THEN waiting_since_at END,
               waiting_status = CASE WHEN $3 = 'waiting' THEN waiting_status END,
               waiting_status_on = CASE WHEN $3 = 'waiting' THEN waiting_status_on END,
               left_on = CASE WHEN $3 = 'withdrawn' THEN COALESCE(left_on, $6) END
        WHERE organisation_id = $1 AND id = $2)",
           organisation, enrolment.id, enrolment.state, enrolment.joined_on, now, base::utc_day(now));
}

bool was_waiting(db::Tx& tx, OrganisationId organisation, EnrolmentId id) {
    return tx
        .value<base::Instant>("SELECT waiting_since_at FROM enrolments WHERE organisation_id = $1 AND id = $2",
                              organisation, id)
        .has_value();
}

void save_lottery_place(db::Tx& tx, OrganisationId organisation, EnrolmentId id, std::int32_t place) {
    tx.run("UPDATE enrolments SET lottery_place = $3 WHERE organisation_id = $1 AND id = $2", organisation, id, place);
}

std::vector<DrawnTicket> list_drawn(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Side side) {
    return tx.all<DrawnTicket>(R"(
        SELECT lottery_place AS place, id AS ticket FROM enrolments
        WHERE organisation_id = $1 AND programme_id = $2 AND side = $3 AND lottery_place IS NOT NULL
        ORDER BY lottery_place)",
                               organisation, programme, side);
}

void save_waiting_status(db::Tx& tx, OrganisationId organisation, EnrolmentId id, WaitingStatus status,
                         base::Day today) {
    tx.run(R"(UPDATE enrolments SET waiting_status = $3, waiting_status_on = $4
              WHERE organisation_id = $1 AND id = $2 AND state = 'waiting')",
           organisation, id, status, today);
}

Profile load_profile(db::Tx& tx, OrganisationId organisation, EnrolmentId id, crypto::Keys const& keys) {
    auto row = tx.one<ProfileRow>(R"(
        SELECT capacity, capacity_reason, motivation, shows_motivation, sealed_need_check,
               agenda_style AS style_agenda, talking_style AS style_talking, thinking_style AS style_thinking,
               rhythm_style AS style_rhythm, learning_style AS style_learning, remarks_style AS style_remarks,
               career_stage, weekly_slots, languages, helps, helps_words, shows_helps, shows_will_not_discuss,
               charter_read_version
        FROM enrolments WHERE organisation_id = $1 AND id = $2)",
                                  organisation, id)
                   .value();
    return {.capacity = row.capacity,
            .capacity_reason = row.capacity_reason,
            .motivation = row.motivation,
            .shows_motivation = row.shows_motivation,
            .need_check = open_need_check(row.sealed_need_check, organisation, id, keys),
            .style = row.style,
            .career_stage = row.career_stage,
            .usual_times = WeeklySlots::from_bytes(row.weekly_slots).times(),
            .languages = split_list(row.languages),
            .helps = split_helps(row.helps),
            .helps_words = row.helps_words,
            .shows_helps = row.shows_helps,
            .shows_will_not_discuss = row.shows_will_not_discuss,
            .charter_read_version = row.charter_read_version};
}

bool save_profile(db::Tx& tx, OrganisationId organisation, EnrolmentId id, std::int64_t version, Profile const& profile,
                  crypto::Keys const& keys) {
    auto const& style = profile.style;
    return tx.run(R"(
        UPDATE enrolments SET capacity = $4, capacity_reason = $5, motivation = $6, shows_motivation = $7,
               sealed_need_check = $8, agenda_style = $9, talking_style = $10, thinking_style = $11,
               rhythm_style = $12, learning_style = $13, remarks_style = $14, career_stage = $15, weekly_slots = $16,
               languages = $17, helps = $18, helps_words = $19, shows_helps = $20, shows_will_not_discuss = $21,
               charter_read_version = $22, version = version + 1
        WHERE organisation_id = $1 AND id = $2 AND version = $3)",
                  organisation, id, version, profile.capacity, profile.capacity_reason, profile.motivation,
                  profile.shows_motivation, seal_need_check(profile.need_check, organisation, id, keys), style.agenda,
                  style.talking, style.thinking, style.rhythm, style.learning, style.remarks, profile.career_stage,
                  WeeklySlots::from_times(profile.usual_times).value().bytes(), base::join(profile.languages, ","),
                  join_helps(profile.helps), profile.helps_words, profile.shows_helps, profile.shows_will_not_discuss,
                  profile.charter_read_version) == 1;
}

bool coordinates(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person) {
    return tx.value<std::int64_t>(R"(
        SELECT COUNT(*) FROM roles WHERE organisation_id = $1 AND (programme_id = $2 OR programme_id IS NULL)
          AND person_id = $3 AND role = 'coordinator')",
                                  organisation, programme, person)
               .value_or(0) > 0;
}

std::optional<Joiner> find_joiner(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx.one<Joiner>(R"(
        SELECT level, department, site, language FROM people
        WHERE organisation_id = $1 AND id = $2 AND is_active AND NOT is_name_only)",
                          organisation, person);
}

std::vector<ProgrammeId> list_programmes_with_waiting(db::Tx& tx, OrganisationId organisation) {
    return tx.values<ProgrammeId>(R"(
        SELECT DISTINCT programme_id FROM enrolments WHERE organisation_id = $1 AND state = 'waiting'
        ORDER BY programme_id)",
                                  organisation);
}

std::vector<WaitingRow> list_waiting(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<WaitingRow>(R"(
        SELECT id AS enrolment, programme_id, person_id, side, waiting_since_at AS since, lottery_place,
               sealed_need_check, waiting_status AS status, waiting_status_on AS said_on
        FROM enrolments WHERE organisation_id = $1 AND programme_id = $2 AND state = 'waiting'
        ORDER BY waiting_since_at, id)",
                              organisation, programme);
}

std::int32_t urgency_of(WaitingRow const& row, OrganisationId organisation, crypto::Keys const& keys) {
    auto const check = open_need_check(row.sealed_need_check, organisation, row.enrolment, keys);
    return check ? urgency(*check) : 0;
}

std::vector<Participant> load_participants(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<Participant>(R"(
        SELECT e.id AS enrolment, e.person_id, e.side, e.capacity, e.agenda_style AS style_agenda,
               e.talking_style AS style_talking, e.thinking_style AS style_thinking, e.rhythm_style AS style_rhythm,
               e.learning_style AS style_learning, e.remarks_style AS style_remarks, e.career_stage, e.weekly_slots,
               e.languages, q.time_zone
        FROM enrolments e JOIN people q ON q.organisation_id = e.organisation_id AND q.id = e.person_id
        WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state = 'joined' AND q.is_active
        ORDER BY e.id)",
                               organisation, programme);
}

std::vector<Exclusion> load_exclusions(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<Exclusion>(R"(
        SELECT x.person_id, q.id AS excluded_id FROM exclusions x
        JOIN people q ON q.organisation_id = x.organisation_id
             AND (q.id = x.excluded_id
                  OR (q.name_folded = x.excluded_name_folded
                      AND NOT EXISTS (SELECT 1 FROM people k WHERE k.organisation_id = x.organisation_id
                                      AND k.id = x.excluded_id)))
        WHERE x.organisation_id = $1
          AND EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = $1 AND e.programme_id = $2
                      AND e.person_id = x.person_id)
          AND EXISTS (SELECT 1 FROM enrolments e WHERE e.organisation_id = $1 AND e.programme_id = $2
                      AND e.person_id = q.id)
        ORDER BY x.person_id, q.id)",
                             organisation, programme);
}

std::vector<PersonId> find_people_named(db::Tx& tx, Viewer const& viewer, std::string const& words) {
    auto const folded = base::fold(words);
    return tx.values<PersonId>(R"(
        SELECT id FROM people
        WHERE organisation_id = $1 AND id <> $2 AND (name_folded = $3 OR email = $3 OR sign_in_name = $3)
        ORDER BY id LIMIT 20)",
                               viewer.organisation, viewer.person, folded);
}

std::vector<ExcludedPerson> list_own_exclusions(db::Tx& tx, Viewer const& viewer) {
    return tx.all<ExcludedPerson>(R"(
        SELECT x.excluded_id AS person_id, COALESCE(q.called_name, q.name, x.excluded_name) AS name
        FROM exclusions x LEFT JOIN people q ON q.organisation_id = x.organisation_id AND q.id = x.excluded_id
        WHERE x.organisation_id = $1 AND x.person_id = $2 ORDER BY x.excluded_name_folded, x.excluded_id)",
                                  viewer.organisation, viewer.person);
}

void insert_exclusion(db::Tx& tx, Viewer const& viewer, PersonId excluded) {
    tx.run(R"(INSERT INTO exclusions (organisation_id, person_id, excluded_id, excluded_name, excluded_name_folded)
              SELECT o.organisation_id, o.id, q.id, COALESCE(q.called_name, q.name), q.name_folded
              FROM people o JOIN people q ON q.organisation_id = o.organisation_id
              WHERE o.organisation_id = $1 AND o.id = $2 AND q.id = $3
              ON CONFLICT DO NOTHING)",
           viewer.organisation, viewer.person, excluded);
}

void delete_exclusion(db::Tx& tx, Viewer const& viewer, PersonId excluded) {
    tx.run("DELETE FROM exclusions WHERE organisation_id = $1 AND person_id = $2 AND excluded_id = $3",
           viewer.organisation, viewer.person, excluded);
}

void forget_need_checks(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    tx.run(R"(
        UPDATE enrolments SET sealed_need_check = NULL
        WHERE organisation_id = $1 AND sealed_need_check IS NOT NULL AND programme_id IN (
              SELECT p.id FROM programmes p
              JOIN closings c ON c.organisation_id = p.organisation_id AND c.programme_id = p.id
              WHERE p.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))",
           organisation, last_before);
}

}  // namespace programme::store
