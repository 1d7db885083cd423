#include "support/acquaintances.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace support {
namespace {

acquaintance::Card card_with(std::string const& topic_wanted, std::string const& topic_brought) {
    acquaintance::Card card;
    card.you_want.push_back({"topic_equal", topic_wanted, {}, {}, {}});
    card.they_want.push_back({"topic_equal", topic_brought, {}, {}, {}});
    return card;
}

acquaintance::AnonymousRound round_of(Door& door, Cast const& cast, std::size_t couples) {
    auto const now = door.clock().now();
    acquaintance::AnonymousRound round;
    round.programme_id = cast.programme;
    round.suggestions = static_cast<std::int32_t>(couples);
    round.opened_on = base::utc_day(now);
    round.closes_on = round.opened_on + 5;
    round.closes_at = base::start_of_utc(round.closes_on + 1);
    round.last_on = round.closes_on + acquaintance::kTalkingDays;
    return round;
}

class Newcomers {
  public:
    Newcomers(db::Tx& tx, Cast const& cast, base::Instant now) : tx_(tx), cast_(cast), now_(now) {}

    void add(bool is_mentor) {
        auto const person = tx_.make_id<access::PersonId>();
        auto const name = "Crowd " + person.text();
        tx_.run(R"(INSERT INTO people (organisation_id, id, name, name_folded, sign_in_name, external_id, department,
                                       site, job_title, level, time_zone, language, manager_id, line_state,
                                       people_under, is_active, is_name_only, sign_in_epoch, created_at, version)
                   VALUES ($1, $2, $3, $4, $4, $4, 'Crowd', 'Leeds', 'Colleague', $5, 'Europe/London', 'en', $6,
                           'known', 0, TRUE, FALSE, 1, $7, 1))",
                cast_.organisation, person, name, base::fold(name), is_mentor ? 1 : 4,
                is_mentor ? cast_.lena : cast_.marta, now_);
        enrol(person, is_mentor);
    }

  private:
    void enrol(access::PersonId person, bool is_mentor) {
        auto const id = tx_.make_id<EnrolmentId>();
        tx_.run(R"(INSERT INTO enrolments (organisation_id, id, programme_id, person_id, side, state, joined_on,
                       capacity, shows_motivation, agenda_style, talking_style, thinking_style, rhythm_style,
                       learning_style, remarks_style, weekly_slots, languages, helps, shows_helps,
                       shows_will_not_discuss, version)
                   VALUES ($1, $2, $3, $4, $5, 'joined', $6, 1, FALSE, 'no_matter', 'no_matter', 'no_matter',
                           'no_matter', 'no_matter', 'no_matter', $7, 'en', '', FALSE, FALSE, 1))",
                cast_.organisation, id, cast_.programme, person, is_mentor ? "mentor" : "mentee", base::utc_day(now_),
                meta::Bytes{});
        tx_.run("INSERT INTO offers (organisation_id, id, enrolment_id, topic, strength) VALUES ($1, $2, $3, $4, 2)",
                cast_.organisation, tx_.make_id<base::AnyId>(), id, is_mentor ? "C1" : "I1");
        tx_.run("INSERT INTO wants (organisation_id, id, enrolment_id, topic, priority) VALUES ($1, $2, $3, $4, 1)",
                cast_.organisation, tx_.make_id<base::AnyId>(), id, is_mentor ? "I1" : "C1");
    }

    db::Tx& tx_;
    Cast const& cast_;
    base::Instant now_;
};

}  // namespace

std::vector<acquaintance::AcquaintanceId> suggest_without_names(Door& door, Cast const& cast, Couples const& couples) {
    auto round = round_of(door, cast, couples.size());
    std::vector<acquaintance::DrawnCouple> drawn;
    for (auto const& [mentor, mentee] : couples)
        drawn.push_back({mentor, mentee, card_with("I1", "C1"), card_with("C1", "I1")});
    std::vector<acquaintance::AcquaintanceId> ids;
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET anonymous_first = TRUE WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
        round.id = tx.make_id<acquaintance::AnonymousRoundId>();
        acquaintance::store::insert_round(tx, door.tools().keys, cast.organisation, round, drawn);
        auto const all = acquaintance::store::list_of_round(tx, door.tools().keys, cast.organisation, round);
        for (auto const& [mentor, mentee] : couples)
            for (auto const& one : all)
                if (one.mentor.person_id == mentor) ids.push_back(one.id);
    });
    return ids;
}

void let_them_talk(Door& door, Couples const& couples, std::vector<acquaintance::AcquaintanceId> const& ids) {
    for (std::size_t i = 0; i < couples.size(); ++i)
        for (auto who : {couples[i].first, couples[i].second}) {
            auto const reply =
                door.as(who).put("/api/acquaintances/" + ids[i].text() + "/answer", R"({"answer":"happy_to_meet"})");
            EXPECT_EQ(reply.status, 200) << reply.body;
        }
    door.clock().advance(std::chrono::hours(24 * 6));
    let_hours_pass(door, 1);
}

std::vector<acquaintance::AcquaintanceId> talk_without_names(Door& door, Cast const& cast, Couples const& couples) {
    auto ids = suggest_without_names(door, cast, couples);
    let_them_talk(door, couples, ids);
    return ids;
}

void let_hours_pass(Door& door, int hours) {
    for (int hour = 0; hour < hours; ++hour) {
        door.clock().advance(std::chrono::hours(1));
        door.house().round();
        door.house().drain();
    }
}

void add_crowd(Door& door, Cast const& cast, int each) {
    door.database().write([&](db::Tx& tx) {
        Newcomers newcomers(tx, cast, door.clock().now());
        for (int number = 0; number < each; ++number)
            for (auto is_mentor : {true, false}) newcomers.add(is_mentor);
    });
}

}  // namespace support
