#include "topic/exchange_store.hpp"

#include <algorithm>

#include "platform/json.hpp"

namespace topic::store {
namespace {

using PrivateTopicId = base::Id<struct PrivateTopicTag>;

struct SealedRow {
    PrivateTopicId id;
    EnrolmentId enrolment_id;
    meta::Bytes sealed_topic;
    base::Day consented_on;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (), (id, enrolment_id, sealed_topic, consented_on))

struct OfferRow {
    EnrolmentId enrolment_id;
    std::string topic;
    std::int32_t strength;
};
BOOST_DESCRIBE_STRUCT(OfferRow, (), (enrolment_id, topic, strength))

struct WantRow {
    EnrolmentId enrolment_id;
    std::string topic;
    std::int32_t priority;
};
BOOST_DESCRIBE_STRUCT(WantRow, (), (enrolment_id, topic, priority))

struct SubjectRow {
    EnrolmentId enrolment_id;
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(SubjectRow, (), (enrolment_id, subject))

crypto::SealedPlace place_of_topic(OrganisationId organisation, PrivateTopicId id) {
    return {"private_topics", "sealed_topic", base::any(organisation), base::any(id)};
}

PrivateTopic open_topic(SealedRow const& row, OrganisationId organisation, crypto::Keys const& keys) {
    return json::read<PrivateTopic>(crypto::open(keys, place_of_topic(organisation, row.id), row.sealed_topic)).value();
}

std::vector<SealedRow> list_sealed(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment) {
    return tx.all<SealedRow>(R"(SELECT id, enrolment_id, sealed_topic, consented_on FROM private_topics
                                WHERE organisation_id = $1 AND enrolment_id = $2)",
                             organisation, enrolment);
}

// Opened rows come in the order of their topics, so that the order of rows says nothing either.
std::vector<PrivateTopic> sorted(std::vector<PrivateTopic> topics) {
    std::ranges::sort(topics, {}, [](PrivateTopic const& one) { return std::pair(one.way, one.topic); });
    return topics;
}

void insert_private(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment, PrivateTopic const& topic,
                    base::Day consented_on, crypto::Keys const& keys) {
    auto const id = tx.make_id<PrivateTopicId>();
    tx.run(R"(INSERT INTO private_topics (organisation_id, id, enrolment_id, sealed_topic, consented_on)
              VALUES ($1, $2, $3, $4, $5))",
           organisation, id, enrolment, crypto::seal(keys, place_of_topic(organisation, id), json::write(topic)),
           consented_on);
}

void replace_private(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment,
                     std::vector<PrivateTopic> const& topics, base::Day today, crypto::Keys const& keys) {
    std::vector<std::pair<PrivateTopic, base::Day>> before;
    for (auto const& row : list_sealed(tx, organisation, enrolment))
        before.emplace_back(open_topic(row, organisation, keys), row.consented_on);
    tx.run("DELETE FROM private_topics WHERE organisation_id = $1 AND enrolment_id = $2", organisation, enrolment);
    for (auto const& topic : topics) {
        auto const same = std::ranges::find_if(
            before, [&](auto const& one) { return one.first.topic == topic.topic && one.first.way == topic.way; });
        insert_private(tx, organisation, enrolment, topic, same == before.end() ? today : same->second, keys);
    }
}

EnrolmentTopics& entry_of(std::vector<EnrolmentTopics>& all, EnrolmentId enrolment) {
    return *std::ranges::lower_bound(all, enrolment, {}, &EnrolmentTopics::enrolment);
}

}  // namespace

Topics load_topics(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment, crypto::Keys const& keys) {
    Topics topics;
    topics.offers = tx.all<Offer>(R"(SELECT topic, strength FROM offers
                                     WHERE organisation_id = $1 AND enrolment_id = $2 ORDER BY topic)",
                                  organisation, enrolment);
    topics.wants = tx.all<Want>(R"(SELECT topic, priority FROM wants
                                   WHERE organisation_id = $1 AND enrolment_id = $2 ORDER BY priority, topic)",
                                organisation, enrolment);
    for (auto const& row : list_sealed(tx, organisation, enrolment))
        topics.private_topics.push_back(open_topic(row, organisation, keys));
    topics.private_topics = sorted(std::move(topics.private_topics));
    return topics;
}

void replace_topics(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment, Topics const& topics,
                    base::Day today, crypto::Keys const& keys) {
    tx.run("DELETE FROM offers WHERE organisation_id = $1 AND enrolment_id = $2", organisation, enrolment);
    for (auto const& offer : topics.offers)
        tx.run("INSERT INTO offers (organisation_id, id, enrolment_id, topic, strength) VALUES ($1, $2, $3, $4, $5)",
               organisation, tx.make_id<base::AnyId>(), enrolment, offer.topic, offer.strength);
    tx.run("DELETE FROM wants WHERE organisation_id = $1 AND enrolment_id = $2", organisation, enrolment);
    for (auto const& want : topics.wants)
        tx.run("INSERT INTO wants (organisation_id, id, enrolment_id, topic, priority) VALUES ($1, $2, $3, $4, $5)",
               organisation, tx.make_id<base::AnyId>(), enrolment, want.topic, want.priority);
    replace_private(tx, organisation, enrolment, topics.private_topics, today, keys);
}

std::vector<std::string> load_will_not_discuss(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment) {
    return tx.values<std::string>(R"(SELECT subject FROM will_not_discuss
                                     WHERE organisation_id = $1 AND enrolment_id = $2 ORDER BY subject)",
                                  organisation, enrolment);
}

void replace_will_not_discuss(db::Tx& tx, OrganisationId organisation, EnrolmentId enrolment,
                              std::vector<std::string> const& subjects) {
    tx.run("DELETE FROM will_not_discuss WHERE organisation_id = $1 AND enrolment_id = $2", organisation, enrolment);
    for (auto const& subject : subjects)
        tx.run("INSERT INTO will_not_discuss (organisation_id, enrolment_id, subject) VALUES ($1, $2, $3)",
               organisation, enrolment, subject);
}

std::optional<ExchangeBrief> find_brief(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                        EnrolmentId enrolment) {
    auto const organisation = viewer.organisation;
    auto const found = tx.value<std::int64_t>(R"(
        SELECT 1 FROM enrolments
        WHERE organisation_id = $1 AND programme_id = $2 AND id = $3 AND state <> 'withdrawn'
          AND person_id <> $4)",
                                              organisation, programme, enrolment, viewer.person);
    if (!found) return std::nullopt;
    ExchangeBrief brief;
    brief.offers = tx.all<Offer>(R"(SELECT topic, strength FROM offers
                                    WHERE organisation_id = $1 AND enrolment_id = $2 ORDER BY topic)",
                                 organisation, enrolment);
    brief.wants = tx.all<Want>(R"(SELECT topic, priority FROM wants
                                  WHERE organisation_id = $1 AND enrolment_id = $2 ORDER BY priority, topic)",
                               organisation, enrolment);
    brief.has_private_topic = !list_sealed(tx, organisation, enrolment).empty();
    return brief;
}

TopicBoard load_board(db::Tx& tx, OrganisationId organisation, ProgrammeId programme) {
    auto supply = [&](Side gives, Side takes) {
        return tx.all<TopicSupply>(R"(
            SELECT topic, CAST(SUM(offered) AS BIGINT) AS offered, CAST(SUM(wanted) AS BIGINT) AS wanted FROM (
                SELECT o.topic, 1 AS offered, 0 AS wanted FROM offers o
                JOIN enrolments e ON e.organisation_id = o.organisation_id AND e.id = o.enrolment_id
                WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.side = $3 AND e.state = 'joined'
                UNION ALL
                SELECT w.topic, 0 AS offered, 1 AS wanted FROM wants w
                JOIN enrolments e ON e.organisation_id = w.organisation_id AND e.id = w.enrolment_id
                WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.side = $4 AND e.state = 'joined') both_sides
            GROUP BY topic ORDER BY topic)",
                                   organisation, programme, gives, takes);
    };
    return {supply(Side::mentor, Side::mentee), supply(Side::mentee, Side::mentor)};
}

std::vector<EnrolmentTopics> load_all_topics(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                             crypto::Keys const& keys) {
    std::vector<EnrolmentTopics> all;
    for (auto id : tx.values<EnrolmentId>(R"(SELECT id FROM enrolments WHERE organisation_id = $1 AND programme_id = $2
                                             AND state = 'joined')",
                                          organisation, programme))
        all.push_back({id, {}, {}});
    std::ranges::sort(all, {}, &EnrolmentTopics::enrolment);
    for (auto& row : tx.all<OfferRow>(R"(
            SELECT o.enrolment_id, o.topic, o.strength FROM offers o
            JOIN enrolments e ON e.organisation_id = o.organisation_id AND e.id = o.enrolment_id
            WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state = 'joined' ORDER BY o.topic)",
                                      organisation, programme))
        entry_of(all, row.enrolment_id).topics.offers.push_back({std::move(row.topic), row.strength});
    for (auto& row : tx.all<WantRow>(R"(
            SELECT w.enrolment_id, w.topic, w.priority FROM wants w
            JOIN enrolments e ON e.organisation_id = w.organisation_id AND e.id = w.enrolment_id
            WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state = 'joined'
            ORDER BY w.priority, w.topic)",
                                     organisation, programme))
        entry_of(all, row.enrolment_id).topics.wants.push_back({std::move(row.topic), row.priority});
    for (auto const& row : tx.all<SealedRow>(R"(
            SELECT t.id, t.enrolment_id, t.sealed_topic, t.consented_on FROM private_topics t
            JOIN enrolments e ON e.organisation_id = t.organisation_id AND e.id = t.enrolment_id
            WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state = 'joined')",
                                             organisation, programme))
        entry_of(all, row.enrolment_id).topics.private_topics.push_back(open_topic(row, organisation, keys));
    for (auto& row : tx.all<SubjectRow>(R"(
            SELECT d.enrolment_id, d.subject FROM will_not_discuss d
            JOIN enrolments e ON e.organisation_id = d.organisation_id AND e.id = d.enrolment_id
            WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state = 'joined' ORDER BY d.subject)",
                                        organisation, programme))
        entry_of(all, row.enrolment_id).will_not_discuss.push_back(std::move(row.subject));
    for (auto& one : all) one.topics.private_topics = sorted(std::move(one.topics.private_topics));
    return all;
}

void forget_private_wishes(db::Tx& tx, OrganisationId organisation, base::Day last_before) {
    for (auto const* table : {"private_topics", "will_not_discuss"})
        tx.run("DELETE FROM " + std::string(table) + R"( WHERE organisation_id = $1 AND enrolment_id IN (
                   SELECT e.id FROM enrolments e
                   JOIN programmes p ON p.organisation_id = e.organisation_id AND p.id = e.programme_id
                   JOIN closings c ON c.organisation_id = e.organisation_id AND c.programme_id = e.programme_id
                   WHERE e.organisation_id = $1 AND p.state = 'closed' AND c.closes_on < $2))",
               organisation, last_before);
}

}  // namespace topic::store
