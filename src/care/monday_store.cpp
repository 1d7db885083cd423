#include "care/monday_store.hpp"

namespace care::store {
namespace {

// What a coordinator sees as *started*.
constexpr std::string_view kRunning = R"(
    p.started_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM closures closure WHERE closure.organisation_id = p.organisation_id
                      AND closure.pairing_id = p.id AND closure.closed_on < $3)
    AND NOT EXISTS (SELECT 1 FROM pauses pause WHERE pause.organisation_id = p.organisation_id
                      AND pause.pairing_id = p.id AND pause.resumed_on IS NULL) )";

}  // namespace

MondayCounts count_for_monday(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId reader,
                              base::Instant now) {
    static std::string const kSql = R"(
        SELECT COUNT(*) AS pairs,
               COUNT(CASE WHEN p.meetings_held + p.meetings_before > 0 THEN 1 END) AS met,
               (SELECT COUNT(*) FROM help_wishes wish
                JOIN pairings of ON of.organisation_id = wish.organisation_id AND of.id = wish.pairing_id
                WHERE wish.organisation_id = $1 AND of.programme_id = $2 AND of.set_aside_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM closures closure WHERE closure.organisation_id = of.organisation_id
                                    AND closure.pairing_id = of.id AND closure.released_on IS NOT NULL)
                  AND NOT EXISTS (SELECT 1 FROM pairing_people own WHERE own.organisation_id = of.organisation_id
                                    AND own.pairing_id = of.id AND own.person_id = $4)) AS help,
               COUNT(p.word_sign) AS word,
               COUNT(CASE WHEN p.last_date_at IS NULL OR p.last_date_at < $5 THEN 1 END) AS no_next_date
        FROM pairings p
        WHERE p.organisation_id = $1 AND p.programme_id = $2 AND )" +
                                    std::string(kRunning) + R"(
          AND NOT EXISTS (SELECT 1 FROM pairing_people own WHERE own.organisation_id = p.organisation_id
                            AND own.pairing_id = p.id AND own.person_id = $4))";
    auto const today = base::utc_day(now);
    return tx.one<MondayCounts>(kSql, organisation, programme, today, reader, base::start_of_utc(today)).value();
}

std::vector<Monday> begin_mondays(db::Tx& tx, OrganisationId organisation, base::Day week_on) {
    static std::string const kSql = R"(
        SELECT programme.id FROM programmes programme
        WHERE programme.organisation_id = $1 AND programme.state <> 'closed'
          AND NOT EXISTS (SELECT 1 FROM mondays monday WHERE monday.organisation_id = $1
                            AND monday.programme_id = programme.id AND monday.week_on = $2)
          AND EXISTS (SELECT 1 FROM pairings p WHERE p.organisation_id = $1 AND p.programme_id = programme.id AND )" +
                                    std::string(kRunning) + ") ORDER BY programme.id";
    std::vector<Monday> mondays;
    for (auto const& programme : tx.values<ProgrammeId>(kSql, organisation, week_on, week_on)) {
        Monday monday{tx.make_id<MondayId>(), programme, {}};
        tx.run("INSERT INTO mondays (organisation_id, id, programme_id, week_on) VALUES ($1, $2, $3, $4)", organisation,
               monday.id, programme, week_on);
        monday.readers = tx.values<PersonId>(R"(
            SELECT person_id FROM roles WHERE organisation_id = $1 AND programme_id = $2 AND role = 'coordinator'
            ORDER BY person_id)",
                                             organisation, programme);
        mondays.push_back(std::move(monday));
    }
    return mondays;
}

std::optional<ProgrammeId> find_programme_of_monday(db::Tx& tx, OrganisationId organisation, MondayId monday) {
    return tx.value<ProgrammeId>("SELECT programme_id FROM mondays WHERE organisation_id = $1 AND id = $2",
                                 organisation, monday);
}

}  // namespace care::store
