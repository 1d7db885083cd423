#include "record/programme_facts_store.hpp"

namespace record::store {
namespace {

constexpr std::int64_t kMinutesAnHour = 60;

}  // namespace

ProgrammeFacts count_facts(db::Tx& tx, access::OrganisationId organisation, programme::ProgrammeId programme) {
    auto const count = [&](std::string_view what) {
        return tx.value<std::int64_t>("SELECT " + std::string(what), organisation, programme).value();
    };
    std::string const started = R"(pairings p WHERE p.organisation_id = $1 AND p.programme_id = $2
                                   AND p.started_at IS NOT NULL)";
    auto const of_pairs = [&](std::string_view counted, std::string_view table, std::string_view when) {
        return count(std::string(counted) + " FROM " + std::string(table) +
                     " x JOIN pairings p ON p.organisation_id = x.organisation_id AND p.id = x.pairing_id "
                     "WHERE p.organisation_id = $1 AND p.programme_id = $2 AND " +
                     std::string(when));
    };
    ProgrammeFacts facts;
    facts.programme_id = programme;
    facts.invited =
        count("COUNT(DISTINCT person_id) FROM invitations WHERE organisation_id = $1 AND programme_id = $2");
    facts.said_yes =
        count("COUNT(DISTINCT person_id) FROM enrolments WHERE organisation_id = $1 AND programme_id = $2");
    facts.waiting = count(
        "COUNT(DISTINCT person_id) FROM enrolments WHERE organisation_id = $1 AND programme_id = $2 "
        "AND state = 'waiting'");
    facts.in_pairs = of_pairs("COUNT(DISTINCT x.person_id)", "pairing_people", "p.started_at IS NOT NULL");
    facts.agreements = count("COUNT(*) FROM " + started);
    facts.conversations = of_pairs("COUNT(*)", "meetings", "x.held_at IS NOT NULL");
    facts.hours = 2 * of_pairs("CAST(COALESCE(SUM(x.minutes), 0) AS BIGINT)", "meetings", "x.held_at IS NOT NULL") /
                  kMinutesAnHour;
    facts.introductions = of_pairs("COUNT(*)", "introductions", "x.made_on IS NOT NULL");
    facts.questions =
        count("COUNT(*) FROM questions WHERE organisation_id = $1 AND programme_id = $2 AND audience = 'panel'");
    facts.decisions = count(
        "COUNT(*) FROM questions WHERE organisation_id = $1 AND programme_id = $2 AND audience = 'panel' "
        "AND closed_on IS NOT NULL");
    facts.targets = of_pairs("COUNT(*)", "targets", "p.started_at IS NOT NULL");
    return facts;
}

}  // namespace record::store
