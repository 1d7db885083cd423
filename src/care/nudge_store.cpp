#include "care/nudge_store.hpp"

namespace care::store {
namespace {

struct DueRow {
    NudgeId id;
    PairingId pairing_id;
    PersonId person_id;
    NudgeStep step;
    std::optional<SignKind> sign;
    std::int32_t amount;
    base::Instant planned_at;
    std::optional<meta::Bytes> weekly_slots;
    std::string time_zone;
    std::string site;
};
BOOST_DESCRIBE_STRUCT(DueRow, (),
                      (id, pairing_id, person_id, step, sign, amount, planned_at, weekly_slots, time_zone, site))

struct HelpRow {
    PairingId pairing_id;
    PersonId person_id;
    std::string name;
    base::Day asked_on;
};
BOOST_DESCRIBE_STRUCT(HelpRow, (), (pairing_id, person_id, name, asked_on))

DueNudge due_from(DueRow const& row) {
    auto const slots = programme::WeeklySlots::from_bytes(row.weekly_slots.value_or(meta::Bytes{}));
    return {{row.id, row.pairing_id, row.person_id, row.step, row.sign, row.amount, row.planned_at, std::nullopt},
            {slots, row.time_zone},
            row.site};
}

}  // namespace

void insert_nudge(db::Tx& tx, OrganisationId organisation, Nudge const& nudge) {
    tx.run(R"(
        INSERT INTO nudges (organisation_id, id, pairing_id, person_id, step, sign, amount, planned_at, nonce)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
           organisation, nudge.id, nudge.pairing_id, nudge.person_id, nudge.step, nudge.sign, nudge.amount,
           nudge.planned_at, crypto::random_nonce());
}

std::vector<DueNudge> list_due_nudges(db::Tx& tx, OrganisationId organisation, base::Instant now,
                                      base::Instant told_after) {
    std::vector<DueNudge> due;
    for (auto const& row : tx.all<DueRow>(R"(
             SELECT n.id, n.pairing_id, n.person_id, n.step, n.sign, n.amount, n.planned_at, enrolment.weekly_slots,
                    person.time_zone, COALESCE(person.site, '') AS site
             FROM nudges n
             JOIN pairings p ON p.organisation_id = n.organisation_id AND p.id = n.pairing_id
             JOIN pairing_people one ON one.organisation_id = n.organisation_id AND one.pairing_id = n.pairing_id
              AND one.person_id = n.person_id
             JOIN people person ON person.organisation_id = n.organisation_id AND person.id = n.person_id
             LEFT JOIN enrolments enrolment ON enrolment.organisation_id = n.organisation_id
              AND enrolment.programme_id = p.programme_id AND enrolment.person_id = n.person_id
              AND enrolment.side = one.side
             LEFT JOIN ladders ladder ON ladder.organisation_id = n.organisation_id
              AND ladder.pairing_id = n.pairing_id AND ladder.step = n.step
             WHERE n.organisation_id = $1 AND n.sent_at IS NULL AND person.is_active
               AND NOT EXISTS (SELECT 1 FROM closures closure WHERE closure.organisation_id = n.organisation_id
                                 AND closure.pairing_id = n.pairing_id)
               AND NOT EXISTS (SELECT 1 FROM pauses pause WHERE pause.organisation_id = n.organisation_id
                                 AND pause.pairing_id = n.pairing_id AND pause.resumed_on IS NULL)
               AND (n.step = 'asked' OR (
                    ladder.pairing_id IS NOT NULL AND (p.last_date_at IS NULL OR p.last_date_at <= $2)
                    AND NOT EXISTS (SELECT 1 FROM nudge_stops stop WHERE stop.organisation_id = n.organisation_id
                                      AND stop.person_id = n.person_id)))
               AND NOT EXISTS (SELECT 1 FROM nudges other WHERE other.organisation_id = n.organisation_id
                                 AND other.person_id = n.person_id AND other.sent_at > $3)
               AND NOT EXISTS (SELECT 1 FROM absences away WHERE away.organisation_id = n.organisation_id
                                 AND away.person_id = n.person_id AND away.from_on <= $4 AND away.until_on >= $4)
             ORDER BY n.planned_at, n.id)",
                                          organisation, now, told_after, base::utc_day(now)))
        due.push_back(due_from(row));
    return due;
}

void mark_sent(db::Tx& tx, OrganisationId organisation, NudgeId nudge, base::Instant now) {
    tx.run("UPDATE nudges SET sent_at = $3 WHERE organisation_id = $1 AND id = $2", organisation, nudge, now);
}

void remove_overtaken_nudges(db::Tx& tx, OrganisationId organisation, base::Instant asked_before) {
    tx.run(R"(
        DELETE FROM nudges WHERE organisation_id = $1 AND sent_at IS NULL
          AND ((step = 'asked' AND planned_at < $2)
               OR (step <> 'asked'
                   AND NOT EXISTS (SELECT 1 FROM ladders ladder WHERE ladder.organisation_id = nudges.organisation_id
                                     AND ladder.pairing_id = nudges.pairing_id AND ladder.step = nudges.step))))",
           organisation, asked_before);
}

void remove_old_nudges(db::Tx& tx, OrganisationId organisation, base::Day ended_before) {
    tx.run(R"(
        DELETE FROM nudges WHERE organisation_id = $1 AND pairing_id IN (
            SELECT pairing_id FROM closures WHERE organisation_id = $1 AND closed_on < $2))",
           organisation, ended_before);
}

std::optional<Nudge> find_open_nudge(db::Tx& tx, Viewer const& viewer, PairingId pairing, base::Instant asked_after) {
    auto found = tx.all<Nudge>(R"(
        SELECT n.id, n.pairing_id, n.person_id, n.step,
               CASE WHEN n.step = 'asked' THEN n.sign ELSE ladder.sign END AS sign,
               CASE WHEN n.step = 'asked' THEN n.amount ELSE ladder.amount END AS amount, n.planned_at, n.sent_at
        FROM nudges n
        LEFT JOIN ladders ladder ON ladder.organisation_id = n.organisation_id AND ladder.pairing_id = n.pairing_id
        WHERE n.organisation_id = $1 AND n.pairing_id = $2 AND n.person_id = $3 AND n.sent_at IS NOT NULL
          AND NOT n.is_put_away
          AND ((n.step <> 'asked' AND ladder.pairing_id IS NOT NULL) OR (n.step = 'asked' AND n.sent_at > $4))
        ORDER BY n.sent_at DESC, n.id LIMIT 1)",
                               viewer.organisation, pairing, viewer.person, asked_after);
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::optional<NudgeLink> find_nudge_link(db::Tx& tx, OrganisationId organisation, NudgeId nudge) {
    return tx.one<NudgeLink>(R"(
        SELECT id, pairing_id, person_id, step, sent_at, nonce FROM nudges WHERE organisation_id = $1 AND id = $2)",
                             organisation, nudge);
}

void put_away_nudges(db::Tx& tx, Viewer const& viewer, PairingId pairing) {
    tx.run(R"(
        UPDATE nudges SET is_put_away = TRUE
        WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3 AND sent_at IS NOT NULL)",
           viewer.organisation, pairing, viewer.person);
}

bool was_asked_after(db::Tx& tx, OrganisationId organisation, PairingId pairing, base::Instant then) {
    return tx.value<std::int64_t>(R"(
               SELECT COUNT(*) FROM nudges
               WHERE organisation_id = $1 AND pairing_id = $2 AND step = 'asked' AND planned_at > $3)",
                                  organisation, pairing, then)
               .value() > 0;
}

std::optional<ProgrammeId> find_programme_of_nudge(db::Tx& tx, OrganisationId organisation, NudgeId nudge) {
    return tx.value<ProgrammeId>(R"(
        SELECT p.programme_id FROM nudges n
        JOIN pairings p ON p.organisation_id = n.organisation_id AND p.id = n.pairing_id
        WHERE n.organisation_id = $1 AND n.id = $2)",
                                 organisation, nudge);
}

bool has_stopped_nudges(db::Tx& tx, Viewer const& viewer) {
    return tx.value<std::int64_t>("SELECT COUNT(*) FROM nudge_stops WHERE organisation_id = $1 AND person_id = $2",
                                  viewer.organisation, viewer.person)
               .value() > 0;
}

void save_nudge_stop(db::Tx& tx, Viewer const& viewer, bool is_stopped) {
    tx.run("DELETE FROM nudge_stops WHERE organisation_id = $1 AND person_id = $2", viewer.organisation, viewer.person);
    if (is_stopped)
        tx.run("INSERT INTO nudge_stops (organisation_id, person_id) VALUES ($1, $2)", viewer.organisation,
               viewer.person);
}

bool would_like_help(db::Tx& tx, Viewer const& viewer, PairingId pairing) {
    return tx.value<std::int64_t>(R"(
               SELECT COUNT(*) FROM help_wishes WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3)",
                                  viewer.organisation, pairing, viewer.person)
               .value() > 0;
}

void save_help_wish(db::Tx& tx, Viewer const& viewer, PairingId pairing, base::Day today) {
    tx.run(R"(
        INSERT INTO help_wishes (organisation_id, pairing_id, person_id, asked_on) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, pairing_id, person_id) DO NOTHING)",
           viewer.organisation, pairing, viewer.person, today);
}

bool remove_help_wish(db::Tx& tx, OrganisationId organisation, PairingId pairing, PersonId person) {
    return tx.run("DELETE FROM help_wishes WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3",
                  organisation, pairing, person) == 1;
}

std::vector<HelpWish> list_help_wishes(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    std::vector<HelpWish> wishes;
    for (auto const& row : tx.all<HelpRow>(R"(
             SELECT wish.pairing_id, wish.person_id, COALESCE(person.called_name, person.name) AS name, wish.asked_on
             FROM help_wishes wish
             JOIN pairings p ON p.organisation_id = wish.organisation_id AND p.id = wish.pairing_id
             JOIN people person ON person.organisation_id = wish.organisation_id AND person.id = wish.person_id
             LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
             WHERE wish.organisation_id = $1 AND p.programme_id = $2 AND closure.released_on IS NULL
               AND p.set_aside_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM pairing_people own WHERE own.organisation_id = p.organisation_id
                                 AND own.pairing_id = p.id AND own.person_id = $3)
             ORDER BY wish.asked_on, person.name_folded, wish.pairing_id)",
                                           viewer.organisation, programme, viewer.person))
        wishes.push_back({row.pairing_id, row.person_id, row.name, row.asked_on});
    return wishes;
}

}  // namespace care::store
