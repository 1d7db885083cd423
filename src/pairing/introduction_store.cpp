#include "pairing/introduction_store.hpp"

#include "platform/crypto/seal.hpp"

namespace pairing::store {
namespace {

struct IntroductionRow {
    IntroductionId id;
    PairingId pairing_id;
    PersonId introducer_id;
    PersonId partner_id;
    PersonId colleague_id;
    base::Day asked_on;
    base::Day closes_on;
    std::optional<base::Day> made_on;
    std::optional<meta::Bytes> sealed_why;  // none: forgotten
};
BOOST_DESCRIBE_STRUCT(IntroductionRow, (),
                      (id, pairing_id, introducer_id, partner_id, colleague_id, asked_on, closes_on, made_on,
                       sealed_why))

crypto::SealedPlace why_of(OrganisationId organisation, IntroductionId id) {
    return {"introductions", "sealed_why", base::any(organisation), base::any(id)};
}

std::string introductions_where(std::string_view where) {
    return R"(
        SELECT i.id AS id, i.pairing_id AS pairing_id, i.introducer_id AS introducer_id, other.person_id AS partner_id,
               i.colleague_id AS colleague_id, i.asked_on AS asked_on, i.closes_on AS closes_on, i.made_on AS made_on,
               i.sealed_why AS sealed_why
        FROM introductions i
        JOIN pairing_people other ON other.organisation_id = i.organisation_id AND other.pairing_id = i.pairing_id
                                 AND other.person_id <> i.introducer_id
        WHERE i.organisation_id = $1 AND )" +
           std::string(where);
}

std::vector<Introduction> opened(crypto::Keys const& keys, OrganisationId organisation,
                                 std::vector<IntroductionRow> const& rows) {
    std::vector<Introduction> introductions;
    for (auto const& row : rows)
        introductions.push_back(
            {row.id, row.pairing_id, row.introducer_id, row.partner_id, row.colleague_id, row.asked_on, row.closes_on,
             row.made_on, row.sealed_why ? crypto::open(keys, why_of(organisation, row.id), *row.sealed_why) : ""});
    return introductions;
}

}  // namespace

void insert_introduction(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                         Introduction const& introduction) {
    tx.run(R"(
        INSERT INTO introductions (organisation_id, id, pairing_id, introducer_id, colleague_id, asked_on, closes_on,
                                   sealed_why)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
           organisation, introduction.id, introduction.pairing_id, introduction.introducer_id,
           introduction.colleague_id, introduction.asked_on, introduction.closes_on,
           crypto::seal(keys, why_of(organisation, introduction.id), introduction.why));
}

void mark_made(db::Tx& tx, OrganisationId organisation, Introduction const& introduction) {
    tx.run("UPDATE introductions SET made_on = $3 WHERE organisation_id = $1 AND id = $2", organisation,
           introduction.id, introduction.made_on);
}

void remove_introduction(db::Tx& tx, OrganisationId organisation, IntroductionId id) {
    tx.run("DELETE FROM introduction_answers WHERE organisation_id = $1 AND introduction_id = $2", organisation, id);
    tx.run("DELETE FROM introductions WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::optional<Introduction> find_introduction(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                              IntroductionId id) {
    auto found = opened(
        keys, organisation,
        tx.all<IntroductionRow>(introductions_where("i.id = $2 AND i.sealed_why IS NOT NULL"), organisation, id));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Introduction> introductions_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                           PairingId pairing) {
    return opened(keys, organisation,
                  tx.all<IntroductionRow>(introductions_where("i.pairing_id = $2 ORDER BY i.asked_on DESC, i.id"),
                                          organisation, pairing));
}

std::vector<Introduction> list_introductions(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                             PersonId person) {
    return opened(keys, organisation,
                  tx.all<IntroductionRow>(
                      introductions_where("(i.introducer_id = $2 OR i.colleague_id = $2 OR other.person_id = $2) "
                                          "AND i.sealed_why IS NOT NULL "
                                          "ORDER BY i.asked_on DESC, i.id LIMIT 50"),
                      organisation, person));
}

void forget_introductions(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    tx.run(R"(DELETE FROM introduction_answers WHERE organisation_id = $1 AND introduction_id IN (
                  SELECT id FROM introductions WHERE organisation_id = $1 AND pairing_id = $2))",
           organisation, pairing);
    tx.run("DELETE FROM introductions WHERE organisation_id = $1 AND pairing_id = $2 AND made_on IS NULL", organisation,
           pairing);
    tx.run("UPDATE introductions SET sealed_why = NULL WHERE organisation_id = $1 AND pairing_id = $2", organisation,
           pairing);
}

IntroductionReplies replies_of(db::Tx& tx, OrganisationId organisation, Introduction const& introduction) {
    auto const of = [&](PersonId person) {
        return tx.value<IntroductionReply>(R"(
            SELECT answer FROM introduction_answers
            WHERE organisation_id = $1 AND introduction_id = $2 AND person_id = $3)",
                                           organisation, introduction.id, person);
    };
    return {of(introduction.partner_id), of(introduction.colleague_id)};
}

void save_reply(db::Tx& tx, OrganisationId organisation, IntroductionId id, PersonId person, IntroductionReply reply) {
    tx.run(R"(
        INSERT INTO introduction_answers (organisation_id, introduction_id, person_id, answer) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, introduction_id, person_id) DO UPDATE SET answer = excluded.answer)",
           organisation, id, person, reply);
}

bool are_kept_apart(db::Tx& tx, OrganisationId organisation, Introduction const& introduction) {
    return tx.value<std::int64_t>(R"(
        SELECT (SELECT COUNT(*) FROM exclusions e
                WHERE e.organisation_id = $1
                  AND ((e.person_id = $2 AND e.excluded_id = $3) OR (e.person_id = $3 AND e.excluded_id = $2)))
             + (SELECT COUNT(*) FROM conflict_people a
                JOIN conflict_people b ON b.organisation_id = a.organisation_id AND b.conflict_id = a.conflict_id
                WHERE a.organisation_id = $1 AND a.person_id = $2 AND b.person_id = $3))",
                                  organisation, introduction.partner_id, introduction.colleague_id)
               .value_or(0) > 0;
}

std::optional<programme::Direction> direction_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.value<programme::Direction>("SELECT direction FROM programmes WHERE organisation_id = $1 AND id = $2",
                                          organisation, programme);
}

IntroducedPerson introduced_person(db::Tx& tx, OrganisationId organisation, PersonId person) {
    return tx
        .one<IntroducedPerson>(R"(
        SELECT name, called_name, pronouns, job_title, department FROM people
        WHERE organisation_id = $1 AND id = $2)",
                               organisation, person)
        .value();
}

bool stands_for(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme) {
    return tx
        .value<std::int64_t>(R"(
        SELECT 1 FROM sponsors
        WHERE organisation_id = $1 AND programme_id = $2 AND person_id = $3 AND accepted_at IS NOT NULL)",
                             viewer.organisation, programme, viewer.person)
        .has_value();
}

std::int32_t count_made(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return static_cast<std::int32_t>(tx.value<std::int64_t>(R"(
        SELECT COUNT(*) FROM introductions i
        JOIN pairings p ON p.organisation_id = i.organisation_id AND p.id = i.pairing_id
        WHERE i.organisation_id = $1 AND p.programme_id = $2 AND i.made_on IS NOT NULL)",
                                                            organisation, programme)
                                         .value_or(0));
}

std::vector<Introduction> list_not_going_ahead(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                               base::Day today) {
    return opened(keys, organisation,
                  tx.all<IntroductionRow>(
                      introductions_where("i.closes_on <= $2 AND i.closes_on > $3 AND i.made_on IS NULL ORDER BY i.id"),
                      organisation, today, today - 7));
}

}  // namespace pairing::store
