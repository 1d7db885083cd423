#include "acquaintance/acquaintance_store.hpp"

#include <algorithm>

#include "platform/crypto/seal.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/json.hpp"

namespace acquaintance::store {
namespace {

constexpr auto* kRoundColumns =
    "id, programme_id, number, suggestions, opened_on, closes_on, closes_at, last_on, state";

struct OneRow {
    Side side = Side::mentor;
    meta::Bytes sealed_person_id;
    std::optional<Answer> answer;
    bool opens_name = false;
};
BOOST_DESCRIBE_STRUCT(OneRow, (), (side, sealed_person_id, answer, opens_name))

struct AcquaintanceRow {
    AcquaintanceId id;
    AnonymousRoundId anonymous_round_id;
    State state = State::suggested;
};
BOOST_DESCRIBE_STRUCT(AcquaintanceRow, (), (id, anonymous_round_id, state))

struct SidedRow {
    AcquaintanceId acquaintance_id;
    Side side = Side::mentor;
};
BOOST_DESCRIBE_STRUCT(SidedRow, (), (acquaintance_id, side))

struct AcquaintanceMessageRow {
    AcquaintanceMessageId id;
    std::int64_t position = 0;
    Side side = Side::mentor;
    meta::Bytes sealed_text;
    base::Instant shown_at;
};
BOOST_DESCRIBE_STRUCT(AcquaintanceMessageRow, (), (id, position, side, sealed_text, shown_at))

// The two of an acquaintance share its id, so the side is part of the place: neither opens as the other.
crypto::SealedPlace place_of_person(OrganisationId organisation, AcquaintanceId id, Side side) {
    return {"acquaintance_people", side == Side::mentor ? "sealed_person_id of the mentor" : "sealed_person_id",
            base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of_card(OrganisationId organisation, AcquaintanceId id, Side side) {
    return {"acquaintance_people", side == Side::mentor ? "sealed_card of the mentor" : "sealed_card",
            base::any(organisation), base::any(id)};
}
crypto::SealedPlace place_of_message(OrganisationId organisation, AcquaintanceMessageId id) {
    return {"acquaintance_messages", "sealed_text", base::any(organisation), base::any(id)};
}

meta::Bytes hash_of(crypto::Keys const& keys, OrganisationId organisation, PersonId person) {
    auto const text = "acquaintance_people.person_hash " + organisation.text() + ' ' + person.text();
    auto const digest = crypto::mac(keys.seal.begin()->second, crypto::bytes_of(text));
    return {crypto::Bytes(digest.begin(), digest.end())};
}

void insert_one(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AcquaintanceId id, Side side,
                PersonId person, Card const& card) {
    tx.run(R"(INSERT INTO acquaintance_people (organisation_id, acquaintance_id, side, person_hash, sealed_person_id,
                                               sealed_card, opens_name)
              VALUES ($1, $2, $3, $4, $5, $6, FALSE))",
           organisation, id, side, hash_of(keys, organisation, person),
           crypto::seal(keys, place_of_person(organisation, id, side), person.text()),
           crypto::seal(keys, place_of_card(organisation, id, side), json::write(card)));
}

Acquaintance acquaintance_from(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                               AcquaintanceRow const& row, AnonymousRound const& round) {
    Acquaintance acquaintance{row.id, round, row.state, {}, {}};
    for (auto const& one : tx.all<OneRow>(R"(
             SELECT side, sealed_person_id, answer, opens_name FROM acquaintance_people
             WHERE organisation_id = $1 AND acquaintance_id = $2)",
                                          organisation, row.id))
        acquaintance.of(one.side) = {
            PersonId::parse(crypto::open(keys, place_of_person(organisation, row.id, one.side), one.sealed_person_id))
                .value(),
            one.answer, one.opens_name};
    return acquaintance;
}

void save_one(db::Tx& tx, OrganisationId organisation, AcquaintanceId id, Side side, One const& one) {
    tx.run(R"(UPDATE acquaintance_people SET answer = $4, opens_name = $5
              WHERE organisation_id = $1 AND acquaintance_id = $2 AND side = $3)",
           organisation, id, side, one.answer, one.opens_name);
}

std::string level_word(db::Tx& tx, OrganisationId organisation, std::int32_t level) {
    return tx
        .value<std::string>("SELECT name FROM level_names WHERE organisation_id = $1 AND level = $2", organisation,
                            level)
        .value_or(std::to_string(level));
}

}  // namespace

void insert_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AnonymousRound const& round,
                  std::vector<DrawnCouple> const& couples) {
    tx.run(R"(INSERT INTO anonymous_rounds (organisation_id, id, programme_id, number, suggestions, opened_on,
                                            closes_on, closes_at, last_on, state)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))",
           organisation, round.id, round.programme_id, round.number, round.suggestions, round.opened_on,
           round.closes_on, round.closes_at, round.last_on, round.state);
    for (auto const& couple : couples) {
        auto const id = tx.make_id<AcquaintanceId>();
        tx.run("INSERT INTO acquaintances (organisation_id, id, anonymous_round_id, state) VALUES ($1, $2, $3, $4)",
               organisation, id, round.id, State::suggested);
        insert_one(tx, keys, organisation, id, Side::mentor, couple.mentor_id, couple.for_mentor);
        insert_one(tx, keys, organisation, id, Side::mentee, couple.mentee_id, couple.for_mentee);
    }
}

void save_round_state(db::Tx& tx, OrganisationId organisation, AnonymousRoundId id, RoundState state) {
    tx.run("UPDATE anonymous_rounds SET state = $3 WHERE organisation_id = $1 AND id = $2", organisation, id, state);
}

std::optional<AnonymousRound> find_round(db::Tx& tx, OrganisationId organisation, AnonymousRoundId id) {
    return tx.one<AnonymousRound>(
        std::string("SELECT ") + kRoundColumns + " FROM anonymous_rounds WHERE organisation_id = $1 AND id = $2",
        organisation, id);
}

std::vector<AnonymousRound> list_rounds(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.all<AnonymousRound>(
        std::string("SELECT ") + kRoundColumns +
            " FROM anonymous_rounds WHERE organisation_id = $1 AND programme_id = $2 ORDER BY number DESC",
        organisation, programme);
}

std::vector<AnonymousRound> list_rounds_in(db::Tx& tx, OrganisationId organisation, RoundState state) {
    return tx.all<AnonymousRound>(
        std::string("SELECT ") + kRoundColumns +
            " FROM anonymous_rounds WHERE organisation_id = $1 AND state = $2 ORDER BY closes_at, id",
        organisation, state);
}

std::vector<AnonymousRoundId> list_rounds_to_forget(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    return tx.values<AnonymousRoundId>(R"(
        SELECT id FROM anonymous_rounds r WHERE organisation_id = $1 AND state = 'over' AND last_on < $2
          AND EXISTS (SELECT 1 FROM acquaintances a
                      WHERE a.organisation_id = r.organisation_id AND a.anonymous_round_id = r.id)
        ORDER BY id)",
                                       organisation, last_before);
}

void forget_round(db::Tx& tx, OrganisationId organisation, AnonymousRoundId id) {
    for (auto const& one : tx.values<AcquaintanceId>(
             "SELECT id FROM acquaintances WHERE organisation_id = $1 AND anonymous_round_id = $2", organisation, id))
        remove_acquaintance(tx, organisation, one);
}

std::vector<PersonId> list_people_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     AnonymousRoundId id) {
    std::vector<PersonId> people;
    auto const round = find_round(tx, organisation, id);
    if (!round) return people;
    for (auto const& acquaintance : list_of_round(tx, keys, organisation, *round))
        for (auto side : {Side::mentor, Side::mentee}) people.push_back(acquaintance.of(side).person_id);
    std::ranges::sort(people);
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

std::vector<Acquaintance> list_of_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        AnonymousRound const& round) {
    std::vector<Acquaintance> all;
    for (auto const& row : tx.all<AcquaintanceRow>(R"(
             SELECT id, anonymous_round_id, state FROM acquaintances
             WHERE organisation_id = $1 AND anonymous_round_id = $2 ORDER BY id)",
                                                   organisation, round.id))
        all.push_back(acquaintance_from(tx, keys, organisation, row, round));
    return all;
}

std::vector<std::pair<PersonId, PersonId>> list_couples(db::Tx& tx, crypto::Keys const& keys,
                                                        OrganisationId organisation, ProgrammeId programme) {
    std::vector<std::pair<PersonId, PersonId>> couples;
    for (auto const& round : list_rounds(tx, organisation, programme))
        for (auto const& one : list_of_round(tx, keys, organisation, round))
            couples.emplace_back(one.mentor.person_id, one.mentee.person_id);
    return couples;
}

void save_acquaintance(db::Tx& tx, OrganisationId organisation, Acquaintance const& acquaintance) {
    tx.run("UPDATE acquaintances SET state = $3 WHERE organisation_id = $1 AND id = $2", organisation, acquaintance.id,
           acquaintance.state);
    for (auto side : {Side::mentor, Side::mentee})
        save_one(tx, organisation, acquaintance.id, side, acquaintance.of(side));
}

void remove_acquaintance(db::Tx& tx, OrganisationId organisation, AcquaintanceId id) {
    tx.run("DELETE FROM acquaintance_messages WHERE organisation_id = $1 AND acquaintance_id = $2", organisation, id);
    tx.run("DELETE FROM acquaintance_people WHERE organisation_id = $1 AND acquaintance_id = $2", organisation, id);
    tx.run("DELETE FROM acquaintances WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::optional<SidedAcquaintance> find_mine(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer,
                                           AcquaintanceId id) {
    auto const side = tx.value<Side>(R"(
        SELECT side FROM acquaintance_people
        WHERE organisation_id = $1 AND acquaintance_id = $2 AND person_hash = $3)",
                                     viewer.organisation, id, hash_of(keys, viewer.organisation, *viewer.person));
    if (!side) return std::nullopt;
    return SidedAcquaintance{find_acquaintance(tx, keys, viewer.organisation, id).value(), *side};
}

std::vector<SidedAcquaintance> list_mine(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer) {
    std::vector<SidedAcquaintance> mine;
    for (auto const& row : tx.all<SidedRow>(R"(
             SELECT acquaintance_id, side FROM acquaintance_people
             WHERE organisation_id = $1 AND person_hash = $2 ORDER BY acquaintance_id)",
                                            viewer.organisation, hash_of(keys, viewer.organisation, *viewer.person)))
        mine.push_back({find_acquaintance(tx, keys, viewer.organisation, row.acquaintance_id).value(), row.side});
    return mine;
}

std::optional<Acquaintance> find_acquaintance(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                              AcquaintanceId id) {
    auto const row = tx.one<AcquaintanceRow>(
        "SELECT id, anonymous_round_id, state FROM acquaintances WHERE organisation_id = $1 AND id = $2", organisation,
        id);
    if (!row) return std::nullopt;
    return acquaintance_from(tx, keys, organisation, *row,
                             find_round(tx, organisation, row->anonymous_round_id).value());
}

Card card_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AcquaintanceId id, Side side) {
    auto const sealed = tx.value<meta::Bytes>(R"(
        SELECT sealed_card FROM acquaintance_people
        WHERE organisation_id = $1 AND acquaintance_id = $2 AND side = $3)",
                                              organisation, id, side)
                            .value();
    return json::read<Card>(crypto::open(keys, place_of_card(organisation, id, side), sealed)).value();
}

LevelWords words_of(db::Tx& tx, OrganisationId organisation, LevelBand const& band) {
    return {level_word(tx, organisation, band.least), level_word(tx, organisation, band.most)};
}

void insert_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AcquaintanceId acquaintance,
                    Message const& message) {
    tx.run(R"(INSERT INTO acquaintance_messages (organisation_id, id, acquaintance_id, position, side, sealed_text,
                                                 shown_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7))",
           organisation, message.id, acquaintance, message.position, message.side,
           crypto::seal(keys, place_of_message(organisation, message.id), message.text), message.shown_at);
}

std::optional<AcquaintanceId> acquaintance_of_message(db::Tx& tx, OrganisationId organisation,
                                                      AcquaintanceMessageId id) {
    return tx.value<AcquaintanceId>(
        "SELECT acquaintance_id FROM acquaintance_messages WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::int64_t last_position(db::Tx& tx, OrganisationId organisation, AcquaintanceId acquaintance) {
    return tx
        .value<std::int64_t>(
            "SELECT MAX(position) FROM acquaintance_messages WHERE organisation_id = $1 AND acquaintance_id = $2",
            organisation, acquaintance)
        .value_or(0);
}

std::vector<Message> list_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                   AcquaintanceId acquaintance) {
    std::vector<Message> messages;
    for (auto const& row : tx.all<AcquaintanceMessageRow>(R"(
             SELECT id, position, side, sealed_text, shown_at FROM acquaintance_messages
             WHERE organisation_id = $1 AND acquaintance_id = $2 ORDER BY position)",
                                                          organisation, acquaintance))
        messages.push_back({row.id, row.position, row.side,
                            crypto::open(keys, place_of_message(organisation, row.id), row.sealed_text), row.shown_at});
    return messages;
}

bool still_take_part(db::Tx& tx, OrganisationId organisation, Acquaintance const& acquaintance) {
    for (auto side : {Side::mentor, Side::mentee}) {
        auto const takes_part =
            tx.value<bool>(R"(
            SELECT EXISTS (SELECT 1 FROM enrolments e
                           JOIN people p ON p.organisation_id = e.organisation_id AND p.id = e.person_id
                           WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.person_id = $3 AND e.side = $4
                             AND e.state IN ('joined', 'paused') AND p.is_active))",
                           organisation, acquaintance.round.programme_id, acquaintance.of(side).person_id, side);
        if (!takes_part.value()) return false;
    }
    return true;
}

std::vector<PersonId> list_confidential_contacts(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx.values<PersonId>(R"(
        SELECT DISTINCT person_id FROM roles
        WHERE organisation_id = $1 AND role = 'confidential_contact'
          AND (programme_id IS NULL OR programme_id = $2))",
                               organisation, programme);
}

std::int64_t count_joined(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    return tx
        .value<std::int64_t>(
            "SELECT COUNT(*) FROM enrolments WHERE organisation_id = $1 AND programme_id = $2 AND state = 'joined'",
            organisation, programme)
        .value_or(0);
}

}  // namespace acquaintance::store
