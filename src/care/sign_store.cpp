#include "care/sign_store.hpp"

#include <algorithm>

namespace care::store {
namespace {

struct SignRow {
    PairingId pairing_id;
    SignKind kind;
    Level level;
    std::int32_t amount;
};
BOOST_DESCRIBE_STRUCT(SignRow, (), (pairing_id, kind, level, amount))

struct LadderRow {
    PairingId pairing_id;
    Step step;
    SignKind sign;
    std::int32_t amount;
    Side side;
    base::Instant stepped_at;
};
BOOST_DESCRIBE_STRUCT(LadderRow, (), (pairing_id, step, sign, amount, side, stepped_at))

Ladder ladder_from(LadderRow const& row) {
    return {row.step, row.sign, row.amount, row.side, row.stepped_at};
}

void upsert_sign(db::Tx& tx, OrganisationId organisation, PairingId pairing, Sign const& sign, base::Day today) {
    tx.run(R"(
        INSERT INTO signs (organisation_id, pairing_id, kind, level, amount, since_on) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (organisation_id, pairing_id, kind) DO UPDATE SET level = excluded.level, amount = excluded.amount)",
           organisation, pairing, sign.kind, sign.level, sign.amount, today);
}

bool is_same(Sign const& one, Sign const& other) {
    return one.level == other.level && one.amount == other.amount;
}

}  // namespace

Thresholds thresholds_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx
        .one<Thresholds>(R"(
            SELECT version, not_booked_amber, not_booked_red, not_met_amber, not_met_red, gap_amber, gap_red,
                   changed_amber, changed_red, no_next_date_amber, no_next_date_red, unanswered_amber, unanswered_red
            FROM sign_thresholds WHERE organisation_id = $1 AND programme_id = $2)",
                         organisation, programme)
        .value_or(Thresholds{});
}

void save_thresholds(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, Thresholds const& thresholds) {
    auto const& t = thresholds;
    tx.run("DELETE FROM sign_thresholds WHERE organisation_id = $1 AND programme_id = $2", organisation, programme);
    tx.run(R"(
        INSERT INTO sign_thresholds (organisation_id, programme_id, version, not_booked_amber, not_booked_red,
                                     not_met_amber, not_met_red, gap_amber, gap_red, changed_amber, changed_red,
                                     no_next_date_amber, no_next_date_red, unanswered_amber, unanswered_red)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))",
           organisation, programme, t.version, t.not_booked.amber, t.not_booked.red, t.not_met.amber, t.not_met.red,
           t.gap.amber, t.gap.red, t.changed.amber, t.changed.red, t.no_next_date.amber, t.no_next_date.red,
           t.unanswered.amber, t.unanswered.red);
}

bool takes_part(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme) {
    return tx.value<std::int64_t>(R"(
               SELECT COUNT(*) FROM enrolments WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3
                 AND state <> 'withdrawn')",
                                  viewer.organisation, programme, viewer.person)
               .value() > 0;
}

std::map<PairingId, Standing> list_standing(db::Tx& tx, OrganisationId organisation, PairingId after, PairingId last) {
    std::map<PairingId, Standing> standing;
    for (auto const& row : tx.all<SignRow>(R"(
             SELECT pairing_id, kind, level, amount FROM signs
             WHERE organisation_id = $1 AND pairing_id > $2 AND pairing_id <= $3)",
                                           organisation, after, last))
        standing[row.pairing_id].signs.push_back({row.kind, row.level, row.amount, Side::mentor});
    for (auto const& row : tx.all<LadderRow>(R"(
             SELECT pairing_id, step, sign, amount, side, stepped_at FROM ladders
             WHERE organisation_id = $1 AND pairing_id > $2 AND pairing_id <= $3)",
                                             organisation, after, last))
        standing[row.pairing_id].ladder = ladder_from(row);
    return standing;
}

void save_signs(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::vector<Sign> const& before,
                std::vector<Sign> const& now, base::Day today) {
    for (auto const& sign : now) {
        auto const known = std::ranges::find(before, sign.kind, &Sign::kind);
        if (known == before.end() || !is_same(*known, sign)) upsert_sign(tx, organisation, pairing, sign, today);
    }
    for (auto const& sign : before)
        if (std::ranges::find(now, sign.kind, &Sign::kind) == now.end())
            tx.run("DELETE FROM signs WHERE organisation_id = $1 AND pairing_id = $2 AND kind = $3", organisation,
                   pairing, sign.kind);
}

void save_ladder(db::Tx& tx, OrganisationId organisation, PairingId pairing, std::optional<Ladder> const& ladder) {
    if (!ladder) {
        tx.run("DELETE FROM ladders WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
        return;
    }
    tx.run(R"(
        INSERT INTO ladders (organisation_id, pairing_id, step, sign, amount, side, stepped_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation_id, pairing_id) DO UPDATE
        SET step = excluded.step, sign = excluded.sign, amount = excluded.amount, side = excluded.side,
            stepped_at = excluded.stepped_at)",
           organisation, pairing, ladder->step, ladder->sign, ladder->amount, ladder->side, ladder->stepped_at);
}

std::vector<PairingId> list_stranded_ladders(db::Tx& tx, OrganisationId organisation) {
    return tx.values<PairingId>(R"(
        SELECT ladder.pairing_id FROM ladders ladder
        JOIN pairings p ON p.organisation_id = ladder.organisation_id AND p.id = ladder.pairing_id
        JOIN programmes programme ON programme.organisation_id = p.organisation_id AND programme.id = p.programme_id
        LEFT JOIN closures closure ON closure.organisation_id = p.organisation_id AND closure.pairing_id = p.id
        LEFT JOIN pauses pause ON pause.organisation_id = p.organisation_id AND pause.pairing_id = p.id
         AND pause.resumed_on IS NULL
        WHERE ladder.organisation_id = $1
          AND (closure.released_on IS NOT NULL OR pause.pairing_id IS NOT NULL OR programme.state = 'closed'))",
                                organisation);
}

void remove_old_signs(db::Tx& tx, OrganisationId organisation, base::Day ended_before) {
    tx.run(R"(
        DELETE FROM signs WHERE organisation_id = $1 AND pairing_id IN (
            SELECT pairing_id FROM closures WHERE organisation_id = $1 AND closed_on < $2))",
           organisation, ended_before);
}

}  // namespace care::store
