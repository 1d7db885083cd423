#include "pairing/pairing_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matching/world_store.hpp"
#include "pairing/agreement_shapes.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/line_check_actions.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/rematch_shapes.hpp"
#include "support/door.hpp"

namespace pairing {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr auto kOneDay = std::chrono::hours(24);
constexpr char const* kGoOn = R"({"answer":"go_on"})";
constexpr char const* kNotThisTime = R"({"answer":"not_this_time"})";
constexpr char const* kWritten = R"({"version":0,"cadence":"monthly","channel":"in_person","notice_days":2,
    "booking_side":"mentee","leading_side":"mentor","ends_on":"2027-05-31",
    "mentor_outcomes":["Lead a meeting with directors in the room"],
    "mentee_outcomes":["Hear customers without a filter"]})";

struct Pairs : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    base::Instant now() { return door.clock().now(); }
    PairingId opened(PersonId mentor, PersonId mentee) {
        return door.database()
            .write([&](db::Tx& tx) {
                return open_pairing(tx, access::house(cast.organisation),
                                    {cast.programme, Origin::run, mentor, mentee, 0, {}}, now());
            })
            .value()
            .id;
    }
    std::string path(PairingId id, std::string const& rest = "") { return "/api/pairings/" + id.text() + rest; }
    PairingAnswer seen(PersonId by, PairingId id) { return door.as(by).get(path(id)).as<PairingAnswer>(); }
    ProgrammePairings list(PersonId by, std::string const& query = "") {
        return door.as(by)
            .get("/api/programmes/" + cast.programme.text() + "/pairings" + query)
            .as<ProgrammePairings>();
    }
    void answer(PersonId by, PairingId id, char const* body) {
        ASSERT_EQ(door.as(by).put(path(id, "/exploratory-answer"), body).status, 200);
    }
    PairingId after_both_go_on() {
        auto id = opened(cast.ana, cast.sofia);
        answer(cast.ana, id, kGoOn);
        answer(cast.sofia, id, kGoOn);
        return id;
    }
    void sign(PersonId by, PairingId id, int version = 1) {
        auto body = R"({"version":)" + std::to_string(version) + R"(,"neither_decides":true})";
        ASSERT_EQ(door.as(by).put(path(id, "/agreement/signature"), body).status, 200);
        ASSERT_EQ(door.as(by).put(path(id, "/charter/signature"), R"({"version":1})").status, 200);
    }
    PairingId started() {
        auto id = after_both_go_on();
        EXPECT_EQ(door.as(cast.sofia).put(path(id, "/agreement"), kWritten).status, 200);
        sign(cast.ana, id);
        sign(cast.sofia, id);
        return id;
    }
    void night_passes() {
        door.clock().advance(kOneDay);
        door.database().write([&](db::Tx& tx) {
            open_exploratory_answers(tx, cast.organisation, now());
            release_closings(tx, cast.organisation, now());
        });
    }
    void nights_pass(int nights) {
        for (int night = 0; night < nights; ++night) night_passes();
    }
};

TEST_F(Pairs, show_each_of_the_two_their_partner_and_their_own_side) {
    auto id = opened(cast.ana, cast.sofia);
    auto ana = seen(cast.ana, id);
    EXPECT_EQ(ana.partner.name, "Sofia Lind");
    EXPECT_EQ(ana.side, Side::mentor);
    EXPECT_EQ(ana.stage, Stage::exploring);
    EXPECT_THAT(ana.allowed_actions, ElementsAre(Action::set_meeting, Action::answer));
    EXPECT_EQ(seen(cast.sofia, id).partner.name, "Ana Moreira");
    EXPECT_EQ(door.as(cast.ana).get("/api/pairings").as<MyPairings>().items.size(), 1U);
    EXPECT_THAT(door.as(cast.bruno).get("/api/pairings").as<MyPairings>().items, IsEmpty());
}

TEST_F(Pairs, open_for_nobody_else) {
    auto id = opened(cast.ana, cast.sofia);
    std::vector<PersonId> others{cast.bruno, cast.david, cast.lena, cast.marta,
                                 cast.jo,    cast.amir,  cast.nina, cast.rosa};
    for (auto const* rest : {"", "/agreement"})
        expect_closed_to_others(door, cast, {http::Method::get, path(id, rest)}, others);
    std::vector<std::pair<std::string, std::string>> writes{
        {"/exploratory-answer", kGoOn},
        {"/exploratory-meeting",
         R"({"version":0,"starts_local":"2026-11-25T10:00","time_zone":"UTC","mode":"call","place":""})"},
        {"/agreement", kWritten},
        {"/agreement/signature", R"({"version":1,"neither_decides":true})"},
        {"/charter/signature", R"({"version":1})"},
        {"/pause", ""},
        {"/closure", "{}"}};
    for (auto const& [rest, body] : writes)
        expect_closed_to_others(door, cast, {http::Method::put, path(id, rest), body}, others);
    for (auto const* rest : {"/agreement/signature", "/pause"})
        expect_closed_to_others(door, cast, {http::Method::remove, path(id, rest)}, others);
    EXPECT_EQ(door.as(cast.ana).get("/api/pairings/nonsense").status, 404);
}

TEST_F(Pairs, set_a_date_to_explore_which_moves_the_closing_time) {
    auto id = opened(cast.ana, cast.sofia);
    auto before = seen(cast.ana, id).answers_close_at;
    auto reply = door.as(cast.sofia)
                     .put(path(id, "/exploratory-meeting"),
                          R"({"version":0,"starts_local":"2026-12-02T15:00","time_zone":"Europe/Paris",
                              "mode":"in_person","place":"Canteen"})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto ana = seen(cast.ana, id);
    ASSERT_TRUE(ana.exploratory_meeting);
    EXPECT_EQ(base::to_text(ana.exploratory_meeting->starts_at), "2026-12-02T14:00:00Z");
    EXPECT_GT(ana.answers_close_at, before);
    auto stale = door.as(cast.ana).put(path(id, "/exploratory-meeting"),
                                       R"({"version":0,"starts_local":"2026-12-03T15:00","time_zone":"UTC",
                                           "mode":"call","place":""})");
    EXPECT_EQ(stale.status, 409);
    EXPECT_EQ(stale.code(), "stale");
    EXPECT_EQ(stale.text("/params/version"), "1") << "the current one";
}

TEST_F(Pairs, refuse_a_meeting_that_is_no_time) {
    auto id = opened(cast.ana, cast.sofia);
    for (auto const* body :
         {R"({"version":0,"starts_local":"2026-13-02T15:00","time_zone":"UTC","mode":"call","place":""})",
          R"({"version":0,"starts_local":"2026-12-02T15:00","time_zone":"Mars","mode":"call","place":""})",
          R"({"version":0,"starts_local":"2020-12-02T15:00","time_zone":"UTC","mode":"call","place":""})",
          R"({"version":0,"starts_local":"2026-12-02T15:00","time_zone":"UTC","mode":"walk","place":""})", R"({})"})
        EXPECT_EQ(door.as(cast.ana).put(path(id, "/exploratory-meeting"), body).status, 422) << body;
}

TEST_F(Pairs, go_on_at_once_when_both_say_so) {
    auto id = after_both_go_on();
    for (auto who : {cast.ana, cast.sofia}) EXPECT_EQ(seen(who, id).stage, Stage::agreeing);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/exploratory-answer"), kGoOn).status, 200) << "the same again";
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/exploratory-answer"), kNotThisTime).code(), "answers_open");
}

TEST_F(Pairs, show_the_other_neither_a_yes_nor_a_no_before_both_are_open) {
    auto id = opened(cast.ana, cast.sofia);
    auto untouched = door.as(cast.sofia).get(path(id)).body;
    answer(cast.ana, id, kGoOn);
    EXPECT_EQ(door.as(cast.sofia).get(path(id)).body, untouched);
    answer(cast.ana, id, kNotThisTime);
    EXPECT_EQ(door.as(cast.sofia).get(path(id)).body, untouched);
    EXPECT_EQ(seen(cast.ana, id).own_answer, Answer::not_this_time);
}

TEST_F(Pairs, are_set_aside_at_the_closing_time_and_leave_the_coordinators_list) {
    auto id = opened(cast.ana, cast.sofia);
    answer(cast.ana, id, kNotThisTime);
    answer(cast.sofia, id, kGoOn);
    nights_pass(4);
    EXPECT_EQ(list(cast.jo).counts.getting_to_know, 1);
    nights_pass(4);
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::set_aside);
    EXPECT_THAT(seen(cast.sofia, id).allowed_actions, IsEmpty());
    EXPECT_THAT(list(cast.jo).items, IsEmpty());
    EXPECT_EQ(list(cast.jo).counts.finished, 0);
    opened(cast.ana, cast.david);
    opened(cast.bruno, cast.sofia);
}

TEST_F(Pairs, hold_a_place_of_both) {
    opened(cast.ana, cast.sofia);
    auto refused = [&](PersonId mentor, PersonId mentee) {
        return door.database()
            .write([&](db::Tx& tx) {
                return open_pairing(tx, access::house(cast.organisation),
                                    {cast.programme, Origin::run, mentor, mentee, 0, {}}, now());
            })
            .refusal()
            .code;
    };
    EXPECT_EQ(refused(cast.ana, cast.david), "no_free_place");
    EXPECT_EQ(refused(cast.bruno, cast.sofia), "no_free_place");
    EXPECT_EQ(refused(cast.ana, cast.sofia), "already_paired");
    EXPECT_EQ(refused(cast.lena, cast.david), "not_joined");
}

TEST_F(Pairs, start_when_both_have_signed_the_agreement_and_the_charter) {
    auto id = after_both_go_on();
    EXPECT_EQ(seen(cast.ana, id).mirror.line->state, CoordinatorState::getting_to_know);
    auto written = door.as(cast.sofia).put(path(id, "/agreement"), kWritten);
    ASSERT_EQ(written.status, 200) << written.body;
    sign(cast.ana, id);
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::agreeing);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement/signature"), R"({"version":1,"neither_decides":true})").code(),
              "already_signed");
    sign(cast.sofia, id);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::started);
    EXPECT_EQ(seen(cast.ana, id).started_at, now());
    EXPECT_EQ(door.as(cast.ana).remove(path(id, "/agreement/signature")).code(), "already_started");
}

TEST_F(Pairs, do_not_go_on_or_sign_once_they_have_come_into_one_line) {
    auto agreeing = after_both_go_on();
    EXPECT_EQ(door.as(cast.ana).put(path(agreeing, "/agreement"), kWritten).status, 200);
    auto exploring = opened(cast.bruno, cast.david);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET manager_id = $2 WHERE organisation_id = $1 AND id = $3", cast.organisation,
               cast.sofia, cast.lena);
        tx.run("UPDATE people SET line_state = 'broken' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.david);
    });
    EXPECT_EQ(
        door.as(cast.ana).put(path(agreeing, "/agreement/signature"), R"({"version":1,"neither_decides":true})").code(),
        "in_one_line");
    EXPECT_EQ(door.as(cast.sofia).put(path(agreeing, "/charter/signature"), R"({"version":1})").code(), "in_one_line");
    EXPECT_EQ(door.as(cast.bruno).put(path(exploring, "/exploratory-answer"), kGoOn).code(), "in_one_line");
    EXPECT_EQ(door.as(cast.bruno).put(path(exploring, "/exploratory-answer"), kNotThisTime).status, 200);
}

TEST_F(Pairs, end_without_a_word_why_when_one_withdraws_or_leaves_the_house) {
    auto const gone = [&](std::string const& sql, PersonId who) {
        door.database().write([&](db::Tx& tx) { tx.run(sql, cast.organisation, who); });
        door.database().write([&](db::Tx& tx) { end_pairings_of_the_gone(tx, cast.organisation, now()); });
    };
    auto const withdrawn = started();
    gone("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND person_id = $2", cast.ana);
    EXPECT_EQ(seen(cast.sofia, withdrawn).stage, Stage::finished);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started) << "until the day after";
    auto const left = opened(cast.bruno, cast.david);
    for (auto who : {cast.bruno, cast.david}) answer(who, left, kGoOn);
    gone("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast.david);
    EXPECT_EQ(seen(cast.bruno, left).stage, Stage::set_aside);
    night_passes();
    EXPECT_EQ(list(cast.jo).counts.finished, 1);
    EXPECT_EQ(list(cast.jo).items.size(), 1U);
}

struct InOneLine : Pairs {
    PairingId id;
    std::string coordinators(std::string const& rest) {
        return "/api/programmes/" + cast.programme.text() + "/pairings/" + id.text() + rest;
    }
    // Sofia becomes the manager of Ana's manager; and the other way round.
    void reorganise(bool meet) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE people SET manager_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
                   cast.lena, meet ? cast.sofia : cast.marta);
        });
        recheck();
    }
    void recheck() {
        door.database().write([&](db::Tx& tx) { recheck_lines(tx, cast.organisation, now()); });
    }
    void SetUp() override {
        id = started();
        reorganise(true);
    }
    std::optional<LinesMet> shown() { return list(cast.jo).items.at(0).line.lines_met; }
    std::int64_t told(PersonId who) {
        return door.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM mails WHERE person_id = $1 AND kind = 'lines_met'", who)
                .value();
        });
    }
};

TEST_F(InOneLine, all_three_are_asked_once) {
    recheck();
    for (auto who : {cast.ana, cast.sofia, cast.jo, cast.kim}) EXPECT_EQ(told(who), 1);
    EXPECT_EQ(shown(), LinesMet::coordinator_is_asked);
    EXPECT_THAT(seen(cast.ana, id).allowed_actions, Contains(Action::go_on_knowingly));
    EXPECT_EQ(seen(cast.sofia, id).mirror.line->lines_met, LinesMet::coordinator_is_asked);
}

TEST_F(InOneLine, it_is_settled_when_both_and_a_coordinator_have_said_so) {
    auto const own = path(id, "/going-on-knowingly");
    ASSERT_EQ(door.as(cast.ana).put(own).status, 200);
    EXPECT_EQ(shown(), LinesMet::coordinator_is_asked) << "nobody sees that one of the two has said it";
    EXPECT_THAT(seen(cast.ana, id).allowed_actions, Not(Contains(Action::go_on_knowingly)));
    EXPECT_THAT(seen(cast.sofia, id).allowed_actions, Contains(Action::go_on_knowingly));
    ASSERT_EQ(door.as(cast.jo).put(coordinators("/going-on-knowingly")).status, 200);
    EXPECT_EQ(shown(), LinesMet::the_two_are_asked);
    ASSERT_EQ(door.as(cast.sofia).put(own).status, 200);
    EXPECT_EQ(shown(), LinesMet::settled);
    EXPECT_EQ(door.as(cast.jo).put(coordinators("/ending")).code(), "lines_not_met");
    recheck();
    EXPECT_EQ(shown(), LinesMet::settled) << "the next check asks nobody again";
}

TEST_F(InOneLine, a_coordinator_may_end_it_and_then_it_looks_like_every_ending) {
    ASSERT_EQ(door.as(cast.jo).put(coordinators("/ending")).status, 200);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::finished);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started);
    night_passes();
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::finished);
    EXPECT_EQ(shown(), std::nullopt);
}

TEST_F(InOneLine, a_coordinator_does_not_learn_that_one_has_stopped_today) {
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    EXPECT_EQ(door.as(cast.jo).put(coordinators("/going-on-knowingly")).status, 200);
    EXPECT_EQ(door.as(cast.jo).put(coordinators("/ending")).status, 200);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started);
}

TEST_F(InOneLine, it_is_over_when_the_lines_part_again) {
    reorganise(false);
    EXPECT_EQ(shown(), std::nullopt);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/going-on-knowingly")).code(), "lines_not_met");
}

TEST_F(InOneLine, nobody_else_has_a_voice) {
    expect_closed_to_others(door, cast, {http::Method::put, path(id, "/going-on-knowingly")},
                            {cast.bruno, cast.jo, cast.marta, cast.amir});
    for (auto const* rest : {"/going-on-knowingly", "/ending"})
        expect_closed_to_others(door, cast, {http::Method::put, coordinators(rest)},
                                {cast.ana, cast.sofia, cast.marta, cast.amir, cast.nina});
}

TEST_F(Pairs, are_not_ended_by_a_coordinator_otherwise) {
    auto const id = started();
    auto const target = "/api/programmes/" + cast.programme.text() + "/pairings/" + id.text() + "/ending";
    EXPECT_EQ(door.as(cast.jo).put(target).code(), "lines_not_met");
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::started);
}

TEST_F(Pairs, of_a_coordinator_who_takes_part_are_brought_by_the_second_one) {
    auto const enrolled = door.database().write([&](db::Tx& tx) {
        return tx.run("UPDATE enrolments SET person_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
                      cast.ana_enrolled, cast.jo);
    });
    ASSERT_EQ(enrolled, 1);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET manager_id = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation, cast.jo,
               cast.lena);
    });
    auto const target = "/api/programmes/" + cast.programme.text() + "/pairings";
    auto const body = R"({"pairs":[{"mentor_id":")" + cast.jo.text() + R"(","mentee_id":")" + cast.sofia.text() +
                      R"(","meetings_before":3}]})";
    EXPECT_EQ(door.as(cast.jo).post(target, body).text("/errors/0/code"), "own_pair");
    EXPECT_EQ(door.as(cast.kim).post(target, body).status, 201);
    EXPECT_THAT(list(cast.jo).items, IsEmpty());
    EXPECT_EQ(list(cast.kim).items.size(), 1U);
}

TEST_F(Pairs, hold_their_places_until_others_may_learn_that_they_finished) {
    auto const id = started();
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    auto const again = [&] {
        return door.database().write([&](db::Tx& tx) {
            return open_pairing(tx, access::house(cast.organisation),
                                {cast.programme, Origin::run, cast.ana, cast.sofia, 0, {}}, now());
        });
    };
    EXPECT_EQ(again().refusal().code, "already_paired") << "a coordinator must not tell it from a pair that runs";
    night_passes();
    EXPECT_TRUE(again());
}

TEST_F(Pairs, that_have_finished_are_not_brought_again) {
    auto const id = started();
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    auto const bring = [&] {
        auto const body = R"({"pairs":[{"mentor_id":")" + cast.ana.text() + R"(","mentee_id":")" + cast.sofia.text() +
                          R"(","meetings_before":3}]})";
        return door.as(cast.jo).post("/api/programmes/" + cast.programme.text() + "/pairings", body);
    };
    EXPECT_EQ(bring().text("/errors/0/code"), "already_paired")
        << "a coordinator must not tell it from a pair that runs";
    night_passes();
    auto const refused = bring();
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("/errors/0/pointer"), "/pairs/0");
    EXPECT_EQ(refused.text("/errors/0/code"), "were_paired");
}

TEST_F(Pairs, count_whoever_withdrew_as_silent_while_the_answers_are_private) {
    auto const id = opened(cast.ana, cast.sofia);
    answer(cast.ana, id, kGoOn);
    ASSERT_EQ(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 200);
    door.database().write([&](db::Tx& tx) { end_pairings_of_the_gone(tx, cast.organisation, now()); });
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::exploring);
    answer(cast.sofia, id, kGoOn);
    EXPECT_EQ(seen(cast.sofia, id).stage, Stage::exploring);
}

TEST_F(Pairs, keep_their_outcomes_sealed_in_the_database) {
    auto id = started();
    auto agreement = door.as(cast.ana).get(path(id, "/agreement")).as<AgreementAnswer>();
    EXPECT_THAT(agreement.mentor_outcomes, ElementsAre("Lead a meeting with directors in the room"));
    auto sealed = door.database().read([&](db::Tx& tx) {
        return tx.values<meta::Bytes>("SELECT sealed_text FROM agreement_outcomes WHERE organisation_id = $1",
                                      cast.organisation);
    });
    ASSERT_EQ(sealed.size(), 2U);
    for (auto const& bytes : sealed)
        EXPECT_THAT(std::string(bytes.octets.begin(), bytes.octets.end()), Not(testing::HasSubstr("customers")));
}

TEST_F(Pairs, draft_the_agreement_from_offers_wants_and_the_programmes_usual_one) {
    auto id = after_both_go_on();
    auto draft = door.as(cast.ana).get(path(id, "/agreement")).as<AgreementAnswer>();
    EXPECT_EQ(draft.version, 0);
    EXPECT_EQ(draft.notice_days, 2);
    EXPECT_EQ(draft.leading_side, Side::mentor);
    ASSERT_EQ(draft.mentor_outcomes.size(), 1U);
    EXPECT_THAT(draft.mentor_outcomes[0], testing::HasSubstr("Career choices"));
    ASSERT_EQ(draft.mentee_outcomes.size(), 1U);
    EXPECT_THAT(draft.mentee_outcomes[0], testing::HasSubstr("How new customers choose"));
    auto exploring = opened(cast.bruno, cast.david);
    EXPECT_EQ(door.as(cast.bruno).get(path(exploring, "/agreement")).code(), "still_exploring");
}

TEST_F(Pairs, refuse_an_agreement_that_is_nonsense_or_huge) {
    auto id = after_both_go_on();
    auto with = [](std::string const& outcome) {
        return std::string(kWritten).replace(std::string(kWritten).find("Hear customers without a filter"), 31,
                                             outcome);
    };
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), with(std::string(301, 'x'))).status, 422);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), R"({"version":"one"})").status, 422);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), "{").status, 400);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement"), with("   ")).status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/agreement/signature"), R"({"version":1,"neither_decides":true})").code(),
              "outcome_missing");
}

TEST_F(Pairs, stop_without_a_reason_and_show_only_the_week_from_the_day_after) {
    auto id = started();
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::finished);
    EXPECT_EQ(list(cast.jo).items.at(0).line.state, CoordinatorState::started);
    night_passes();
    auto line = list(cast.jo).items.at(0).line;
    EXPECT_EQ(line.state, CoordinatorState::finished);
    EXPECT_EQ(base::to_text(*line.finished_week_on), "2026-11-16");
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/closure"), R"({"ending":"goal_reached"})").status, 200);
    EXPECT_EQ(list(cast.jo).items.at(0).line, line) << "the second says nothing new";
}

RematchAnswer rematch(support::Reply const& reply) {
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.as<RematchAnswer>();
}

TEST_F(Pairs, say_privately_what_they_want_next_once_they_are_over) {
    auto id = started();
    auto const wants = [&](PersonId who, std::string const& wish) {
        return door.as(who).put(path(id, "/rematch"), R"({"note":" Shorter ","wish":")" + wish + "\"}");
    };
    EXPECT_EQ(wants(cast.ana, "now").code(), "not_finished");
    EXPECT_EQ(door.as(cast.ana).get(path(id, "/rematch")).code(), "not_finished");
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    auto const nothing_said = rematch(door.as(cast.ana).get(path(id, "/rematch")));
    EXPECT_EQ(nothing_said.wish, std::nullopt);
    EXPECT_EQ(base::to_text(*nothing_said.looks_from_on), "2026-12-06") << "fourteen days after the closing";
    EXPECT_EQ(rematch(wants(cast.ana, "later")).looks_from_on, std::nullopt);
    auto const said = rematch(door.as(cast.ana).get(path(id, "/rematch")));
    EXPECT_EQ(said.wish, Wish::later);
    EXPECT_EQ(said.note, "Shorter");
    EXPECT_EQ(rematch(door.as(cast.sofia).get(path(id, "/rematch"))).note, "") << "the partner is shown their own";
    EXPECT_EQ(wants(cast.ana, "perhaps").status, 422);
    EXPECT_EQ(door.as(cast.ana)
                  .put(path(id, "/rematch"), R"({"wish":"now","note":")" + std::string(1001, 'x') + "\"}")
                  .status,
              422);
    std::vector<PersonId> others{cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa};
    expect_closed_to_others(door, cast, {http::Method::get, path(id, "/rematch")}, others);
    expect_closed_to_others(door, cast, {http::Method::put, path(id, "/rematch"), R"({"wish":"now","note":""})"},
                            others);
}

TEST_F(Pairs, are_left_out_of_runs_while_they_cool_and_as_long_as_they_wish) {
    auto id = started();
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/rematch"), R"({"wish":"later","note":""})").status, 200);
    auto const looking = [&] {
        return door.database().read([&](db::Tx& tx) {
            auto const loaded =
                matching::store::load_world(tx, door.tools().keys, cast.organisation, cast.programme, now()).value();
            return std::pair(loaded.find(programme::Side::mentor, cast.ana).has_value(),
                             loaded.find(programme::Side::mentee, cast.sofia).has_value());
        });
    };
    nights_pass(1);
    EXPECT_EQ(looking(), std::pair(false, false)) << "never at once";
    nights_pass(12);
    EXPECT_EQ(looking(), std::pair(false, false));
    nights_pass(1);
    EXPECT_EQ(looking(), std::pair(false, true)) << "whoever said nothing is looking again after the cooling time";
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/rematch"), R"({"wish":"now","note":""})").status, 200);
    EXPECT_EQ(looking(), std::pair(true, true));
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/rematch"), R"({"wish":"stop","note":""})").status, 200);
    EXPECT_EQ(looking(), std::pair(true, false));
}

TEST_F(Pairs, have_no_cooling_time_when_they_never_began) {
    auto id = after_both_go_on();
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/closure"), "{}").status, 200);
    nights_pass(1);
    EXPECT_EQ(door.as(cast.ana).get(path(id, "/rematch")).code(), "not_finished");
    EXPECT_EQ(door.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT COUNT(*) FROM coolings WHERE organisation_id = $1", cast.organisation);
    }),
              0);
}

TEST_F(Pairs, pause_and_go_on) {
    auto id = started();
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/pause")).as<PairingAnswer>().stage, Stage::paused);
    EXPECT_EQ(list(cast.jo).counts.paused, 1);
    EXPECT_EQ(door.as(cast.sofia).remove(path(id, "/pause")).as<PairingAnswer>().stage, Stage::started);
    EXPECT_EQ(door.as(cast.sofia).remove(path(id, "/pause")).code(), "not_paused");
}

TEST_F(Pairs, tell_both_in_the_same_words_when_both_go_on_and_when_it_does_not_go_ahead) {
    auto kinds_told = [&](PersonId who) {
        return door.database().read([&](db::Tx& tx) {
            return tx.values<std::string>("SELECT kind FROM notices WHERE person_id = $1 ORDER BY kind", who);
        });
    };
    auto tell = [&](auto what, PairingId id) {
        door.database().write([&](db::Tx& tx) {
            what(tx, cast.organisation, id, now());
            what(tx, cast.organisation, id, now());
        });
    };
    tell(tell_agreement_waits, after_both_go_on());
    tell(tell_ending, opened(cast.bruno, cast.david));
    for (auto who : {cast.ana, cast.sofia}) EXPECT_THAT(kinds_told(who), ElementsAre("agreement_waits"));
    for (auto who : {cast.bruno, cast.david}) EXPECT_THAT(kinds_told(who), ElementsAre("round_result"));
}

TEST_F(Pairs, mirror_the_very_line_the_coordinator_sees) {
    auto exploring = opened(cast.bruno, cast.david);
    auto id = after_both_go_on();
    auto compare = [&] {
        for (auto const& row : list(cast.jo).items) {
            auto who = row.id == id ? cast.ana : cast.bruno;
            EXPECT_EQ(seen(who, row.id).mirror.line, row.line);
        }
    };
    compare();
    EXPECT_THAT(seen(cast.ana, id).mirror.seen_by, ElementsAre("Jo Byrne", "Kim Park"));
    ASSERT_EQ(door.as(cast.sofia).put(path(id, "/agreement"), kWritten).status, 200);
    sign(cast.ana, id);
    compare();
    sign(cast.sofia, id);
    compare();
    ASSERT_EQ(door.as(cast.ana).put(path(id, "/closure"), "{}").status, 200);
    compare();
    night_passes();
    compare();
    nights_pass(8);
    EXPECT_EQ(list(cast.jo).items.size(), 1U);
    EXPECT_EQ(seen(cast.bruno, exploring).mirror.line, std::nullopt);
}

TEST_F(Pairs, are_listed_for_those_who_coordinate_this_programme_alone) {
    opened(cast.ana, cast.sofia);
    auto target = "/api/programmes/" + cast.programme.text() + "/pairings";
    expect_closed_to_others(door, cast, {http::Method::get, target},
                            {cast.ana, cast.sofia, cast.lena, cast.marta, cast.amir, cast.nina, cast.rosa});
    EXPECT_EQ(list(cast.jo).items.size(), 1U);
}

TEST_F(Pairs, of_a_coordinator_who_takes_part_are_hidden_from_them) {
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                  VALUES ($1, $2, $3, 'coordinator', $4, 0))",
               cast.organisation, tx.make_id<base::AnyId>(), cast.sofia, cast.programme);
    });
    auto own = opened(cast.ana, cast.sofia);
    opened(cast.bruno, cast.david);
    EXPECT_EQ(list(cast.sofia).items.size(), 1U);
    EXPECT_EQ(list(cast.sofia).counts.getting_to_know, 1);
    EXPECT_EQ(list(cast.jo).items.size(), 2U);
    EXPECT_THAT(seen(cast.ana, own).mirror.seen_by, ElementsAre("Jo Byrne", "Kim Park"));
}

TEST_F(Pairs, are_listed_page_by_page_and_by_state) {
    opened(cast.ana, cast.sofia);
    opened(cast.bruno, cast.david);
    auto first = list(cast.jo, "?limit=1");
    ASSERT_EQ(first.items.size(), 1U);
    ASSERT_TRUE(first.next_cursor);
    EXPECT_EQ(first.counts.getting_to_know, 2);
    auto second = list(cast.jo, "?limit=1&cursor=" + *first.next_cursor);
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_NE(second.items[0].id, first.items[0].id);
    EXPECT_FALSE(second.next_cursor);
    EXPECT_THAT(list(cast.jo, "?state=started").items, IsEmpty());
    auto target = "/api/programmes/" + cast.programme.text() + "/pairings";
    for (auto const* query : {"?cursor=x", "?limit=0", "?limit=101", "?state=sad", "?sort=site"})
        EXPECT_EQ(door.as(cast.jo).get(target + query).status, 422) << query;
}

TEST_F(Pairs, of_a_running_programme_are_brought_and_confirmed_by_both) {
    auto target = "/api/programmes/" + cast.programme.text() + "/pairings";
    auto body = R"({"pairs":[{"mentor_id":")" + cast.ana.text() + R"(","mentee_id":")" + cast.sofia.text() +
                R"(","meetings_before":3}]})";
    expect_closed_to_others(door, cast, {http::Method::post, target, body}, {cast.ana, cast.marta, cast.amir});
    auto reply = door.as(cast.jo).post(target, body);
    ASSERT_EQ(reply.status, 201) << reply.body;
    auto id = reply.as<OpenedPairings>().ids.at(0);
    EXPECT_EQ(seen(cast.ana, id).origin, Origin::brought);
    EXPECT_EQ(seen(cast.ana, id).meetings_before, 3);
    auto again = door.as(cast.jo).post(target, body);
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(again.text("/errors/0/pointer"), "/pairs/0");
    EXPECT_EQ(again.text("/errors/0/code"), "already_paired");
    answer(cast.ana, id, kGoOn);
    answer(cast.sofia, id, kGoOn);
    EXPECT_EQ(seen(cast.ana, id).stage, Stage::agreeing);
}

TEST_F(Pairs, read_the_charter_when_signed_in) {
    EXPECT_EQ(door.nobody().get("/api/charter").status, 401);
    auto charter = door.as(cast.ana).get("/api/charter").as<Charter>();
    EXPECT_EQ(charter.version, 1);
    EXPECT_EQ(charter.clauses.size(), 12U);
}

}  // namespace
}  // namespace pairing
