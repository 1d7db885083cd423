// Rules 3, 4 and 6 through the whole house: for every private act there is, the same story is told in two worlds with
// another person, or another answer, and everything that anybody else can fetch, and every event, job, mail, notice and
// log line, is the same. The house follows up as it does for the server: dispatcher, reactions, schedule, jobs.

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invitation/invitation_shapes.hpp"
#include "matching/match_run_shapes.hpp"
#include "matching/suggestion_shapes.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/pairing_shapes.hpp"
#include "platform/json.hpp"
#include "support/two_worlds.hpp"
#include "topic/exchange_shapes.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::tell;
using support::told_apart;
using support::World;
using testing::IsEmpty;
using testing::Not;

constexpr char const* kHappy = R"({"answer":"happy_to_meet","decides_nothing_confirmed":true})";
constexpr char const* kHappySecond = R"({"answer":"happy_to_meet","decides_nothing_confirmed":true,"rank":2})";
constexpr char const* kHappyFirst = R"({"answer":"happy_to_meet","decides_nothing_confirmed":true,"rank":1})";
constexpr char const* kRatherNot = R"({"answer":"rather_not"})";
constexpr char const* kGoOn = R"({"answer":"go_on"})";
constexpr char const* kNotThisTime = R"({"answer":"not_this_time"})";

access::PersonId named(World const& world, std::string const& name) {
    return support::person_named(world.cast, name);
}

// As a client would send it that puts a key on everything.
support::Reply put(World& world, std::string const& who, std::string const& target, std::string body = "") {
    auto reply = world.door.as(named(world, who))
                     .send(http::Method::put, target, std::move(body), {{"Idempotency-Key", "a key of " + who}});
    EXPECT_LT(reply.status, 300) << who << " " << target << ": " << reply.body;
    return reply;
}

void follow_up(World& world) {
    world.door.house().round();
    world.door.house().drain();
}

void let_days_pass(World& world, int days) {
    for (int day = 0; day < days; ++day) {
        world.door.clock().advance(std::chrono::hours(24));
        follow_up(world);
    }
}

void remember(World& world, char const* table) {
    world.door.database().read([&](db::Tx& tx) {
        for (auto const& id :
             tx.values<base::AnyId>("SELECT id FROM " + std::string(table) + " WHERE organisation_id = $1 ORDER BY id",
                                    world.cast.organisation))
            world.ids.push_back(id);
    });
}

// Ana with Sofia, Bruno with David; with two each, the other way round as well.
void publish_suggestions(World& world, int each = 1) {
    auto const& cast = world.cast;
    auto const programme = "/api/programmes/" + cast.programme.text();
    world.door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET suggestions_each = $3 WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme, each);
    });
    put(world, "jo", programme + "/locks/" + cast.ana.text() + "/" + cast.sofia.text());
    put(world, "jo", programme + "/locks/" + cast.bruno.text() + "/" + cast.david.text());
    auto const started =
        world.door.as(cast.jo).post("/api/match-runs", R"({"seed":1,"programme_id":")" + cast.programme.text() + "\"}");
    ASSERT_EQ(started.status, 202) << started.body;
    follow_up(world);
    put(world, "jo", "/api/match-runs/" + started.text("/id") + "/publication");
    follow_up(world);
    remember(world, "match_runs");
    remember(world, "rounds");
    remember(world, "suggestions");
}

void answer(World& world, std::string const& who, std::string const& about, char const* body) {
    auto const mine = world.door.as(named(world, who)).get("/api/suggestions").as<matching::MySuggestions>();
    for (auto const& one : mine.items)
        if (one.partner.id == named(world, about)) {
            put(world, who, "/api/suggestions/" + one.id.text() + "/answer", body);
            return;
        }
    FAIL() << who << " has no suggestion of " << about;
}

// Lena and Amir are asked, and written to again the day after.
void invite_lena_and_amir(World& world) {
    auto const& cast = world.cast;
    auto const programme = "/api/programmes/" + cast.programme.text();
    support::make_ready_to_invite(world.door, cast);
    auto const body = json::write(invitation::InvitationsInput{programme::Side::mentor, {{cast.lena, cast.amir}}, {}});
    auto const sent = world.door.as(cast.jo).post(programme + "/invitations", body);
    ASSERT_EQ(sent.status, 200) << sent.body;
    follow_up(world);
    remember(world, "invitations");
}
void write_again(World& world) {
    world.door.clock().advance(std::chrono::hours(24));
    auto const sent =
        world.door.as(world.cast.jo).post("/api/programmes/" + world.cast.programme.text() + "/invitation-reminders");
    ASSERT_EQ(sent.status, 200) << sent.body;
    follow_up(world);
}
void answer_invitation(World& world, std::string const& who, std::string const& given) {
    auto const mine = world.door.as(named(world, who)).get("/api/my-invitations").as<invitation::OwnInvitationList>();
    put(world, who, "/api/invitations/" + mine.items.at(0).id.text() + "/answer", R"({"answer":")" + given + "\"}");
}

std::string only_pairing(World& world) {
    auto const mine = world.door.as(world.cast.ana).get("/api/pairings").as<pairing::MyPairings>();
    return "/api/pairings/" + mine.items.at(0).id.text();
}

// Ana and Sofia explore, after a final run.
std::string get_to_know(World& world) {
    publish_suggestions(world);
    answer(world, "ana", "sofia", kHappy);
    answer(world, "sofia", "ana", kHappy);
    let_days_pass(world, 8);
    remember(world, "pairings");
    return only_pairing(world);
}

void start_a_pair(World& world, std::string const& pairing) {
    put(world, "ana", pairing + "/exploratory-answer", kGoOn);
    put(world, "sofia", pairing + "/exploratory-answer", kGoOn);
    put(world, "ana", pairing + "/agreement",
        R"({"version":0,"cadence":"monthly","channel":"call","notice_days":2,"booking_side":"mentee",
            "leading_side":"mentor","ends_on":"2027-05-31","mentor_outcomes":["one"],"mentee_outcomes":["two"]})");
    for (auto const* who : {"ana", "sofia"}) {
        world.door.clock().advance(std::chrono::seconds(1));
        put(world, who, pairing + "/agreement/signature", R"({"version":1,"neither_decides":true})");
        world.door.clock().advance(std::chrono::seconds(1));
        put(world, who, pairing + "/charter/signature", R"({"version":1})");
    }
    follow_up(world);
}

void write_exchange(World& world, std::string const& who, support::EnrolmentId enrolment,
                    std::function<void(topic::ExchangeInput&)> const& change) {
    auto const path = "/api/enrolments/" + enrolment.text() + "/exchange";
    auto const now = world.door.as(named(world, who)).get(path).as<topic::Exchange>();
    topic::ExchangeInput input{now.version, now.topics, now.profile};
    input.profile.usual_times = {{programme::Weekday::tuesday, 540, 720}};
    input.profile.charter_read_version = 1;
    change(input);
    put(world, who, path, json::write(input));
}

// What is left of the lines when those are taken away in which somebody sees what rules B let them see.
std::vector<std::string> beyond(std::vector<std::string> lines, std::vector<std::string> const& allowed) {
    std::erase_if(lines, [&](std::string const& line) {
        return std::ranges::any_of(allowed, [&](std::string const& part) { return line.find(part) != line.npos; });
    });
    return lines;
}

// Before and after the closing day.
constexpr int kMoments[] = {1, 9};

TEST(AnsweringASuggestion, looks_the_same_whoever_said_no_and_whether_anybody_did) {
    for (auto days : kMoments) {
        auto story = [=](char const* ana, char const* sofia) {
            return [=](World& world) {
                publish_suggestions(world);
                if (ana) answer(world, "ana", "sofia", ana);
                if (sofia) answer(world, "sofia", "ana", sofia);
                let_days_pass(world, days);
            };
        };
        auto others = everybody_but({"ana", "sofia"});
        auto const ana_said_no = tell(story(kRatherNot, kHappy));
        auto const sofia_said_no = tell(story(kHappy, kRatherNot));
        EXPECT_THAT(told_apart(ana_said_no, sofia_said_no, others), IsEmpty());
        EXPECT_THAT(told_apart(ana_said_no, tell(story(nullptr, nullptr)), others), IsEmpty());
        EXPECT_THAT(told_apart(ana_said_no, tell(story(nullptr, kHappy)), everybody_but({"ana"})), IsEmpty());
        EXPECT_THAT(told_apart(sofia_said_no, tell(story(kHappy, nullptr)), everybody_but({"sofia"})), IsEmpty());
    }
}

TEST(AnsweringASuggestion, shows_nobody_in_which_order) {
    for (auto days : kMoments) {
        auto story = [=](char const* about_sofia, char const* about_david) {
            return [=](World& world) {
                publish_suggestions(world, 2);
                answer(world, "ana", "sofia", about_sofia);
                answer(world, "ana", "david", about_david);
                answer(world, "sofia", "ana", kHappy);
                let_days_pass(world, days);
            };
        };
        EXPECT_THAT(
            told_apart(story(kHappyFirst, kHappySecond), story(kHappySecond, kHappyFirst), everybody_but({"ana"})),
            IsEmpty());
    }
}

// What the house once did: the reminder of the day before went to those who had not answered.
TEST(AnsweringASuggestion, would_be_found_out_by_a_reminder_to_the_silent) {
    auto story = [](char const* ana) {
        return [=](World& world) {
            publish_suggestions(world);
            if (ana) answer(world, "ana", "sofia", ana);
            world.door.database().write([&](db::Tx& tx) {
                for (auto const& who : tx.values<access::PersonId>(
                         R"(SELECT p.person_id FROM suggestion_people p WHERE p.organisation_id = $1 AND NOT EXISTS (
                            SELECT 1 FROM suggestion_answers a WHERE a.organisation_id = p.organisation_id
                            AND a.suggestion_id = p.suggestion_id AND a.person_id = p.person_id) ORDER BY p.person_id)",
                         world.cast.organisation))
                    notice::tell(tx, world.cast.organisation, who, notice::closes_soon, base::any(world.cast.programme),
                                 world.door.clock().now());
            });
        };
    };
    EXPECT_THAT(told_apart(story(kRatherNot), story(nullptr), everybody_but({"ana"})), Not(IsEmpty()));
}

TEST(AnsweringASuggestion, is_followed_by_the_same_reminder_to_everybody) {
    std::int64_t reminded = 0;
    support::tell([&](World& world) {
        publish_suggestions(world);
        answer(world, "ana", "sofia", kRatherNot);
        let_days_pass(world, 6);
        reminded = world.door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>("SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND kind = 'closes_soon'",
                                     world.cast.organisation)
                .value();
        });
    });
    EXPECT_EQ(reminded, 4);
}

TEST(DecliningAnInvitation, looks_the_same_whoever_did_it_and_after_the_house_wrote_again) {
    auto story = [](std::string who, std::string given) {
        return [=](World& world) {
            invite_lena_and_amir(world);
            if (!who.empty()) answer_invitation(world, who, given);
            write_again(world);
        };
    };
    auto others = everybody_but({"lena", "amir"});
    auto const lena_said_no = tell(story("lena", "no_dont_ask"));
    EXPECT_THAT(told_apart(lena_said_no, tell(story("amir", "no_dont_ask")), others), IsEmpty());
    EXPECT_THAT(told_apart(lena_said_no, tell(story("lena", "not_now")), everybody_but({"lena"})), IsEmpty());
    EXPECT_THAT(told_apart(lena_said_no, tell(story("", "")), everybody_but({"lena"})), IsEmpty());
}

// What the house would do that leaves out whoever said no: a mail less.
TEST(DecliningAnInvitation, would_be_found_out_by_a_mail_that_is_missing) {
    auto story = [](std::string who) {
        return [=](World& world) {
            invite_lena_and_amir(world);
            answer_invitation(world, who, "no_dont_ask");
            world.door.database().write([&](db::Tx& tx) {
                tx.run("DELETE FROM mails WHERE organisation_id = $1 AND person_id = $2", world.cast.organisation,
                       named(world, who));
            });
        };
    };
    EXPECT_THAT(told_apart(story("lena"), story("amir"), everybody_but({"lena", "amir"})), Not(IsEmpty()));
}

// Who takes part, those who run the programme see, and their sponsor how many (rules B); nothing else tells that
// somebody withdrew, or when.
TEST(Withdrawing, looks_to_the_partner_like_every_other_silence) {
    for (auto days : kMoments) {
        auto story = [=](bool withdraws) {
            return [=](World& world) {
                publish_suggestions(world);
                answer(world, "sofia", "ana", kHappy);
                if (withdraws) put(world, "ana", "/api/enrolments/" + world.cast.ana_enrolled.text() + "/withdrawal");
                let_days_pass(world, days);
            };
        };
        EXPECT_THAT(beyond(told_apart(story(true), story(false), everybody_but({"ana"})),
                           {"/enrolments ", "/set-up ", "/match-outlook ", "/match-plan ", "/why-not?", "/remedies?",
                            "/topic-board ", "/topics ", "/my-sponsorships ", "/closing ", "/circles ",
                            "/announcements ", "/group-meetings "}),
                    IsEmpty());
    }
}

TEST(ExcludingSomebody, looks_the_same_whoever_of_the_two_did_it_even_to_the_next_run) {
    auto story = [](std::string who, std::string whom) {
        return [=](World& world) {
            put(world, who, "/api/exclusions/" + named(world, whom).text());
            publish_suggestions(world);
            let_days_pass(world, 1);
        };
    };
    EXPECT_THAT(told_apart(story("ana", "sofia"), story("sofia", "ana"), everybody_but({"ana", "sofia"})), IsEmpty());
}

TEST(ExcludingSomebody, changes_nothing_that_is_open_already) {
    for (auto days : kMoments) {
        auto story = [=](bool excludes) {
            return [=](World& world) {
                publish_suggestions(world);
                answer(world, "sofia", "ana", kHappy);
                if (excludes) put(world, "ana", "/api/exclusions/" + world.cast.sofia.text());
                let_days_pass(world, days);
            };
        };
        EXPECT_THAT(beyond(told_apart(story(true), story(false), everybody_but({"ana"})),
                           // The one bucket of rules 7, which always holds public causes too.
                           {"/match-outlook ", "/match-plan ", "/why-not?", "/remedies?"}),
                    IsEmpty());
    }
}

TEST(WillNotDiscussing, looks_the_same_whoever_leaves_it_out) {
    auto story = [](std::string who) {
        return [=](World& world) {
            auto const& cast = world.cast;
            auto const enrolment = who == "ana" ? cast.ana_enrolled : cast.bruno_enrolled;
            put(world, who, "/api/enrolments/" + enrolment.text() + "/will-not-discuss", R"({"subjects":["E"]})");
            publish_suggestions(world);
        };
    };
    EXPECT_THAT(told_apart(story("ana"), story("bruno"), everybody_but({"ana", "bruno"})), IsEmpty());
}

TEST(TheNeedCheck, is_shown_to_nobody) {
    auto story = [](programme::Need need) {
        return [=](World& world) {
            write_exchange(world, "sofia", world.cast.sofia_enrolled, [&](topic::ExchangeInput& input) {
                input.profile.need_check = programme::NeedCheck{need, need, need};
            });
            publish_suggestions(world);
        };
    };
    EXPECT_THAT(
        told_apart(story(programme::Need::need_it_now), story(programme::Need::nice_to_have), everybody_but({"sofia"})),
        IsEmpty());
}

TEST(PrivateTopics, are_not_told_apart) {
    auto story = [](std::string key) {
        return [=](World& world) {
            write_exchange(world, "ana", world.cast.ana_enrolled, [&](topic::ExchangeInput& input) {
                input.topics.private_topics = {{key, topic::Way::bring, 2, false}};
            });
            publish_suggestions(world);
        };
    };
    EXPECT_THAT(told_apart(story("E4"), story("E5"), everybody_but({"ana"})), IsEmpty());
}

TEST(GoingOnOrNot, looks_the_same_through_the_whole_house) {
    for (auto days : kMoments) {
        auto story = [=](char const* ana, char const* sofia) {
            return [=](World& world) {
                auto const pairing = get_to_know(world);
                // Their date is mailed and stands in both calendars, whoever answers what.
                put(world, "sofia", pairing + "/exploratory-meeting",
                    R"({"version":0,"starts_local":"2026-12-01T10:00","time_zone":"UTC","mode":"call","place":""})");
                if (ana) put(world, "ana", pairing + "/exploratory-answer", ana);
                if (sofia) put(world, "sofia", pairing + "/exploratory-answer", sofia);
                let_days_pass(world, days);
            };
        };
        auto others = everybody_but({"ana", "sofia"});
        auto const ana_said_no = tell(story(kNotThisTime, kGoOn));
        auto const sofia_said_no = tell(story(kGoOn, kNotThisTime));
        EXPECT_THAT(told_apart(ana_said_no, sofia_said_no, others), IsEmpty());
        EXPECT_THAT(told_apart(ana_said_no, tell(story(nullptr, nullptr)), others), IsEmpty());
        // Nor does the partner who said yes learn whether the other answered.
        EXPECT_THAT(told_apart(ana_said_no, tell(story(nullptr, kGoOn)), everybody_but({"ana"})), IsEmpty());
        EXPECT_THAT(told_apart(sofia_said_no, tell(story(kGoOn, nullptr)), everybody_but({"sofia"})), IsEmpty());
    }
}

TEST(StoppingAPair, looks_the_same_whoever_stopped_and_why_through_the_whole_house) {
    for (auto days : {0, 1, 3}) {
        auto story = [=](std::string who, std::string ending) {
            return [=](World& world) {
                auto const pairing = get_to_know(world);
                start_a_pair(world, pairing);
                let_days_pass(world, 2);
                put(world, who, pairing + "/closure", R"({"ending":")" + ending + "\"}");
                let_days_pass(world, days);
            };
        };
        auto const ana_stopped = tell(story("ana", "ended"));
        EXPECT_THAT(told_apart(ana_stopped, tell(story("sofia", "ended")), support::everybody()), IsEmpty());
        EXPECT_THAT(told_apart(ana_stopped, tell(story("ana", "goal_reached")), support::everybody()), IsEmpty());
        EXPECT_THAT(told_apart(ana_stopped, tell(story("sofia", "circumstances")), support::everybody()), IsEmpty());
    }
}

std::function<void(World&)> stopping_and_wishing(std::string const& who_stops, std::string const& ana_wishes,
                                                 std::string const& sofia_wishes, int days) {
    return [=](World& world) {
        auto const pairing = get_to_know(world);
        start_a_pair(world, pairing);
        let_days_pass(world, 2);
        put(world, who_stops, pairing + "/closure", "{}");
        if (!ana_wishes.empty()) put(world, "ana", pairing + "/rematch", R"({"note":"","wish":")" + ana_wishes + "\"}");
        if (!sofia_wishes.empty())
            put(world, "sofia", pairing + "/rematch", R"({"note":"","wish":")" + sofia_wishes + "\"}");
        let_days_pass(world, days);
    };
}

TEST(WishingANewPartner, tells_nobody_who_stopped_whatever_each_of_the_two_wants_next) {
    std::vector<std::pair<std::string, int>> const moments{{"now", 0}, {"later", 1}, {"stop", 20}, {"later", 20}};
    for (auto const& [wish, days] : moments)
        EXPECT_THAT(told_apart(stopping_and_wishing("ana", wish, "now", days),
                               stopping_and_wishing("sofia", wish, "now", days), support::everybody()),
                    IsEmpty())
            << wish << " " << days;
}

// What the house would do that lets only whoever stopped cool down.
TEST(WishingANewPartner, would_be_found_out_by_a_rest_for_whoever_stopped_alone) {
    auto story = [](std::string who) {
        return [=](World& world) {
            stopping_and_wishing(who, "", "", 1)(world);
            world.door.database().write([&](db::Tx& tx) {
                tx.run("DELETE FROM coolings WHERE organisation_id = $1 AND person_id <> $2", world.cast.organisation,
                       named(world, who));
            });
        };
    };
    EXPECT_THAT(told_apart(story("ana"), story("sofia"), everybody_but({"ana", "sofia"})), Not(IsEmpty()));
}

TEST(WishingANewPartner, shows_nobody_whether_it_is_now_later_or_not_until_the_cooling_time_is_over) {
    for (auto days : {1, 13}) {
        auto const now = tell(stopping_and_wishing("sofia", "now", "", days));
        auto others = everybody_but({"ana"});
        EXPECT_THAT(told_apart(now, tell(stopping_and_wishing("sofia", "later", "", days)), others), IsEmpty());
        EXPECT_THAT(told_apart(now, tell(stopping_and_wishing("sofia", "stop", "", days)), others), IsEmpty());
        EXPECT_THAT(told_apart(now, tell(stopping_and_wishing("sofia", "", "", days)), others), IsEmpty());
    }
}

// Then whoever wants a partner is looking for one, and whoever does not is not; nobody learns why.
TEST(WishingANewPartner, shows_nobody_afterwards_whether_it_is_later_or_not_at_all) {
    EXPECT_THAT(told_apart(stopping_and_wishing("ana", "later", "", 20), stopping_and_wishing("sofia", "stop", "", 20),
                           everybody_but({"ana"})),
                IsEmpty());
    EXPECT_THAT(beyond(told_apart(stopping_and_wishing("ana", "later", "", 20),
                                  stopping_and_wishing("ana", "now", "", 20), everybody_but({"ana"})),
                       {"/match-outlook ", "/match-plan ", "/why-not?", "/remedies?", "/match-runs"}),
                IsEmpty());
}

TEST(ChoosingHowToGoOn, looks_the_same_whoever_chose_what_until_both_choose_alike) {
    auto story = [](std::string ana, std::string sofia) {
        return [=](World& world) {
            auto const pairing = get_to_know(world);
            start_a_pair(world, pairing);
            let_days_pass(world, 1);
            if (!ana.empty()) put(world, "ana", pairing + "/continuation", R"({"onward":")" + ana + "\"}");
            if (!sofia.empty()) put(world, "sofia", pairing + "/continuation", R"({"onward":")" + sofia + "\"}");
            let_days_pass(world, 1);
        };
    };
    auto const ana_would_go_on = tell(story("informally", "stop"));
    auto others = everybody_but({"ana", "sofia"});
    EXPECT_THAT(told_apart(ana_would_go_on, tell(story("stop", "informally")), others), IsEmpty());
    EXPECT_THAT(told_apart(ana_would_go_on, tell(story("", "")), others), IsEmpty());
    EXPECT_THAT(told_apart(ana_would_go_on, tell(story("new_partner", "stop")), everybody_but({"ana"})), IsEmpty());
    EXPECT_THAT(told_apart(ana_would_go_on, tell(story("informally", "")), everybody_but({"sofia"})), IsEmpty());
}

// After the first conversation three taps wait for both.
TEST(AnsweringASurvey, looks_the_same_whoever_did_it_whatever_they_said_and_whether_anybody_did) {
    auto story = [](std::string who, std::string state, std::string value) {
        return [=](World& world) {
            auto const pairing = get_to_know(world);
            start_a_pair(world, pairing);
            world.door.database().write([&](db::Tx& tx) {
                tx.run("UPDATE pairings SET meetings_held = 1 WHERE organisation_id = $1", world.cast.organisation);
            });
            let_days_pass(world, 2);
            remember(world, "surveys");
            if (!who.empty()) {
                auto const mine = world.door.as(named(world, who)).get("/api/surveys");
                put(world, who, "/api/surveys/" + mine.text("/items/0/id") + "/answers",
                    R"({"state":")" + state + R"(","answers":[{"item":"pulse_2","value":)" + value + "}]}");
            }
            let_days_pass(world, 1);
        };
    };
    auto others = everybody_but({"ana", "sofia"});
    auto const ana_answered = tell(story("ana", "sent", "1"));
    EXPECT_THAT(told_apart(ana_answered, tell(story("sofia", "sent", "1")), others), IsEmpty());
    auto all_but_ana = everybody_but({"ana"});
    EXPECT_THAT(told_apart(ana_answered, tell(story("ana", "sent", "5")), all_but_ana), IsEmpty());
    EXPECT_THAT(told_apart(ana_answered, tell(story("ana", "skipped", "null")), all_but_ana), IsEmpty());
    EXPECT_THAT(told_apart(ana_answered, tell(story("", "", "")), all_but_ana), IsEmpty());
}

// Before they know a partner everybody is asked. While it is open nobody else sees a difference; what five answered is
// released at the end and is not looked at here.
TEST(AnsweringAQuestionnaire, looks_the_same_whoever_did_it_whatever_they_said_and_whether_anybody_did) {
    auto story = [](std::string who, std::string state, std::string value) {
        return [=](World& world) {
            let_days_pass(world, 1);
            remember(world, "questionnaires");
            if (!who.empty()) {
                auto const mine = world.door.as(named(world, who)).get("/api/questionnaires");
                put(world, who, "/api/questionnaires/" + mine.text("/items/0/id") + "/answers",
                    R"({"state":")" + state + R"(","answers":[{"question":"voice_2","value":)" + value + "}]}");
            }
            let_days_pass(world, 1);
        };
    };
    auto const ana_answered = tell(story("ana", "sent", "1"));
    EXPECT_THAT(told_apart(ana_answered, tell(story("sofia", "sent", "1")), everybody_but({"ana", "sofia"})),
                IsEmpty());
    EXPECT_THAT(told_apart(ana_answered, tell(story("ana", "saved", "5")), everybody_but({"ana"})), IsEmpty());
    EXPECT_THAT(told_apart(ana_answered, tell(story("", "", "")), everybody_but({"ana"})), IsEmpty());
}

// Both wait for a place. That one of them may be asked meanwhile, and is, nobody else is shown.
TEST(ConsentingWhileWaiting, looks_the_same_whoever_did_it_and_whether_anybody_did) {
    auto story = [](std::string who, bool takes_it_back) {
        return [=](World& world) {
            world.door.database().write([&](db::Tx& tx) {
                for (auto const& person : {world.cast.ana, world.cast.bruno})
                    tx.run(
                        "UPDATE enrolments SET state = 'waiting', waiting_since_at = $3 "
                        "WHERE organisation_id = $1 AND person_id = $2",
                        world.cast.organisation, person, world.door.clock().now());
                tx.run("UPDATE programmes SET waiting_order = 'lottery' WHERE organisation_id = $1",
                       world.cast.organisation);
            });
            auto const consent = "/api/programmes/" + world.cast.programme.text() + "/waiting-consent";
            if (!who.empty()) put(world, who, consent);
            let_days_pass(world, 2);
            remember(world, "questionnaires");
            if (takes_it_back) {
                EXPECT_EQ(world.door.as(named(world, who)).remove(consent).status, 200);
            }
            let_days_pass(world, 1);
        };
    };
    auto const ana_did = tell(story("ana", false));
    // That something is asked stands in their own inbox and in no list of mails.
    EXPECT_THAT(beyond(told_apart(ana_did, tell(story("bruno", false)), everybody_but({"ana", "bruno"})),
                       {"questionnaire_waits"}),
                IsEmpty());
    EXPECT_THAT(beyond(told_apart(ana_did, tell(story("", false)), everybody_but({"ana"})), {"questionnaire_waits"}),
                IsEmpty());
    EXPECT_THAT(beyond(told_apart(tell(story("ana", true)), ana_did, everybody_but({"ana"})), {"questionnaire_waits"}),
                IsEmpty());
}

// Sofia introduces Ana to Lena. Whoever said *not now* looks like whoever said nothing, also when it has closed.
TEST(AnsweringAnIntroduction, looks_the_same_whether_somebody_said_not_now_or_nothing) {
    auto story = [](char const* ana, char const* lena) {
        return [=](World& world) {
            auto const pairing = get_to_know(world);
            start_a_pair(world, pairing);
            auto const id = world.door.database().write([](db::Tx& tx) { return tx.make_id<base::AnyId>(); });
            world.ids.push_back(id);
            put(world, "sofia", pairing + "/introductions/" + id.text(), R"({"colleague":"Lena Vogel","why":"shops"})");
            auto const answer = "/api/introductions/" + id.text() + "/answer";
            if (ana) put(world, "ana", answer, ana);
            if (lena) put(world, "lena", answer, lena);
            let_days_pass(world, 15);
        };
    };
    constexpr char const* kIntroduce = R"({"answer":"yes"})";
    constexpr char const* kNotNow = R"({"answer":"not_now"})";
    auto const ana_said_no = tell(story(kNotNow, nullptr));
    auto const lena_said_no = tell(story(kIntroduce, kNotNow));
    EXPECT_THAT(told_apart(ana_said_no, tell(story(nullptr, nullptr)), everybody_but({"ana"})), IsEmpty());
    EXPECT_THAT(told_apart(lena_said_no, tell(story(kIntroduce, nullptr)), everybody_but({"lena"})), IsEmpty());
    // That Lena was asked stands in her own inbox and in no list of mails.
    EXPECT_THAT(beyond(told_apart(ana_said_no, lena_said_no, everybody_but({"ana", "lena"})), {"introduction_waits"}),
                IsEmpty());
}

// Ana leaves her circle, and comes back, or Bruno does; a date is set before and after.
TEST(LeavingACircle, looks_the_same_whoever_did_it_and_whether_anybody_did) {
    auto story = [](std::string who, bool comes_back) {
        return [=](World& world) {
            world.door.database().write([&](db::Tx& tx) {
                tx.run("UPDATE enrolments SET side = 'mentor' WHERE organisation_id = $1 AND id = $2",
                       world.cast.organisation, world.cast.david_enrolled);
            });
            auto const formed =
                world.door.as(world.cast.jo).post("/api/programmes/" + world.cast.programme.text() + "/circles", "{}");
            ASSERT_EQ(formed.text("/placed"), "3") << formed.body;
            follow_up(world);
            remember(world, "circles");
            auto const circle = "/api/circles/" + world.ids.at(0).text();
            put(world, "jo", circle + "/date",
                R"({"version":0,"starts_local":"2026-12-01T10:00","time_zone":"UTC","minutes":60,"place":"Room 4"})");
            follow_up(world);
            if (!who.empty()) put(world, who, circle + "/departure");
            if (comes_back) {
                EXPECT_EQ(world.door.as(named(world, who)).remove(circle + "/departure").status, 200);
            }
            world.door.clock().advance(std::chrono::hours(24));
            put(world, "david", circle + "/date",
                R"({"version":1,"starts_local":"2026-12-02T10:00","time_zone":"UTC","minutes":60,"place":"Room 4"})");
            follow_up(world);
            remember(world, "circle_dates");
            remember(world, "circle_tellings");
        };
    };
    auto const ana_left = tell(story("ana", false));
    EXPECT_THAT(told_apart(ana_left, tell(story("bruno", false)), everybody_but({"ana", "bruno"})), IsEmpty());
    EXPECT_THAT(told_apart(ana_left, tell(story("", false)), everybody_but({"ana"})), IsEmpty());
    EXPECT_THAT(told_apart(ana_left, tell(story("ana", true)), everybody_but({"ana"})), IsEmpty());
}

std::string ask_panel(World& world, std::string const& who) {
    std::string const id = "11111111-1111-4111-8111-111111111111";
    put(world, who, "/api/programmes/" + world.cast.programme.text() + "/questions/" + id,
        R"({"standing":"sponsor","audience":"panel","question":"Shall we open at seven?","undecided":"Where",)"
        R"("fixed":"Pay","answer_by":"2026-11-30","decide_by":"2026-12-10"})");
    follow_up(world);
    return "/api/questions/" + id;
}

// Two are on the panel, and one of the others joins it as well, or leaves again, or nobody does.
TEST(BeingOnAPanel, looks_the_same_whoever_is_on_it) {
    auto story = [](std::string who, bool leaves) {
        return [=](World& world) {
            world.door.database().write([&](db::Tx& tx) {
                tx.run("UPDATE enrolments SET side = 'mentor' WHERE organisation_id = $1 AND programme_id = $2",
                       world.cast.organisation, world.cast.programme);
            });
            auto const panel = "/api/programmes/" + world.cast.programme.text() + "/panel-membership";
            put(world, "sofia", panel);
            put(world, "david", panel);
            if (!who.empty()) put(world, who, panel);
            if (leaves) {
                EXPECT_EQ(world.door.as(named(world, who)).remove(panel).status, 200);
            }
            ask_panel(world, "marta");
            world.ids.push_back(base::AnyId::parse("11111111-1111-4111-8111-111111111111").value());
            let_days_pass(world, 2);
        };
    };
    auto const ana_is = tell(story("ana", false));
    // That somebody is asked stands in their own inbox and in no list of mails.
    EXPECT_THAT(
        beyond(told_apart(ana_is, tell(story("bruno", false)), everybody_but({"ana", "bruno"})), {"question_waits"}),
        IsEmpty());
    EXPECT_THAT(told_apart(tell(story("ana", true)), tell(story("", false)), everybody_but({"ana"})), IsEmpty());
}

// Both are asked by Marta; Ana answers, or Bruno does, and says whether it is closed for them.
TEST(AnsweringAQuestion, looks_the_same_to_everybody_but_whoever_asked) {
    auto story = [](std::string who, char const* mark) {
        return [=](World& world) {
            auto const panel = "/api/programmes/" + world.cast.programme.text() + "/panel-membership";
            for (auto const* member : {"ana", "bruno"}) put(world, member, panel);
            auto const question = ask_panel(world, "marta");
            world.ids.push_back(base::AnyId::parse("11111111-1111-4111-8111-111111111111").value());
            if (!who.empty()) put(world, who, question + "/answer", R"({"text":"At eight"})");
            let_days_pass(world, 9);
            put(world, "marta", question + "/decision",
                R"({"version":1,"outcome":"declined","reason":"Too early","heard":"One would like eight"})");
            follow_up(world);
            remember(world, "decisions");
            if (mark != nullptr) put(world, who, question + "/mark", mark);
            let_days_pass(world, 16);
        };
    };
    auto const ana_did = tell(story("ana", R"({"mark":"closed"})"));
    EXPECT_THAT(
        told_apart(ana_did, tell(story("bruno", R"({"mark":"closed"})")), everybody_but({"ana", "bruno", "marta"})),
        IsEmpty());
    EXPECT_THAT(told_apart(ana_did, tell(story("", nullptr)), everybody_but({"ana", "marta"})), IsEmpty());
    EXPECT_THAT(told_apart(ana_did, tell(story("ana", R"({"mark":"not_yet"})")), everybody_but({"ana"})), IsEmpty());
}

// The partner and whoever coordinates learn that both are ready, and of one alone nothing.
TEST(PreparingOneself, looks_the_same_whichever_of_the_two_did_it_and_whether_anybody_did) {
    auto story = [](std::string who, std::string said) {
        return [=](World& world) {
            get_to_know(world);
            if (who.empty()) return follow_up(world);
            bool const is_ana = who == "ana";
            auto const mine =
                "/api/enrolments/" + (is_ana ? world.cast.ana_enrolled : world.cast.sofia_enrolled).text();
            auto const first = mine + (is_ana ? "/modules/mj1" : "/modules/ms1");
            put(world, who, first + "/your-turn", R"({"text":")" + said + "\"}");
            for (auto const& key : {first, mine + (is_ana ? "/modules/mj3" : "/modules/ms3")})
                put(world, who, key + "/completion");
            put(world, who, mine + "/ready-sentences",
                R"({"sentences":[{"is_true":)" + std::string(said == "a" ? "true" : "false") + R"(,"key":")" +
                    (is_ana ? "way_out" : "keep_date") + "\"}]}");
            put(world, who, mine + "/preparation-rating", R"({"rating":)" + std::string(said == "a" ? "1" : "5") + "}");
            follow_up(world);
        };
    };
    auto const ana_did = tell(story("ana", "a"));
    EXPECT_THAT(told_apart(ana_did, tell(story("sofia", "a")), everybody_but({"ana", "sofia"})), IsEmpty());
    EXPECT_THAT(told_apart(ana_did, tell(story("ana", "b")), everybody_but({"ana"})), IsEmpty());
    EXPECT_THAT(told_apart(ana_did, tell(story("", "")), everybody_but({"ana"})), IsEmpty());
}

// Whoever adds a route by which a participant writes says here whether the act is private; a private one leaves no
// access-log line, no figure of its own and no idempotency record.
TEST(WhatParticipantsDo, is_private_or_not_by_decision) {
    std::map<std::string, bool> const is_private{{"PUT /api/enrolments/{id}/pause", false},
                                                 {"DELETE /api/enrolments/{id}/pause", false},
                                                 {"PUT /api/enrolments/{id}/withdrawal", true},
                                                 {"PUT /api/exclusions", true},
                                                 {"PUT /api/exclusions/{person_id}", true},
                                                 {"DELETE /api/exclusions/{person_id}", true},
                                                 {"PUT /api/enrolments/{id}/exchange", false},
                                                 {"PUT /api/enrolments/{id}/will-not-discuss", true},
                                                 {"PUT /api/enrolments/{id}/modules/{key}/completion", true},
                                                 {"PUT /api/enrolments/{id}/modules/{key}/your-turn", true},
                                                 {"PUT /api/enrolments/{id}/ready-sentences", true},
                                                 {"PUT /api/enrolments/{id}/preparation-rating", true},
                                                 {"PUT /api/invitations/{id}/answer", true},
                                                 {"PUT /api/suggestions/{id}/answer", true},
                                                 {"PUT /api/pairings/{id}/exploratory-meeting", false},
                                                 {"PUT /api/pairings/{id}/exploratory-answer", true},
                                                 {"PUT /api/pairings/{id}/agreement", false},
                                                 {"PUT /api/pairings/{id}/agreement/signature", false},
                                                 {"DELETE /api/pairings/{id}/agreement/signature", false},
                                                 {"PUT /api/pairings/{id}/charter/signature", false},
                                                 {"POST /api/pairings/{id}/meetings", false},
                                                 {"POST /api/pairings/{id}/meeting-series", false},
                                                 {"PUT /api/meeting-series/{id}/acceptance", false},
                                                 {"PUT /api/meetings/{id}/time", false},
                                                 {"PUT /api/meetings/{id}/times", false},
                                                 {"PUT /api/meetings/{id}/where", false},
                                                 {"PUT /api/meetings/{id}/holding", false},
                                                 {"PUT /api/meetings/{id}/cancellation", false},
                                                 {"PUT /api/meetings/{id}/agenda/{item_id}", true},
                                                 {"DELETE /api/meetings/{id}/agenda/{item_id}", true},
                                                 {"PUT /api/pairings/{id}/skipped-prompts", true},
                                                 {"PUT /api/meetings/{id}/private-note", true},
                                                 {"PUT /api/meetings/{id}/shared-note", true},
                                                 {"PUT /api/meetings/{id}/promises/{promise_id}", true},
                                                 {"DELETE /api/meetings/{id}/promises/{promise_id}", true},
                                                 {"PUT /api/meetings/{id}/teach-backs/{topic}", true},
                                                 {"POST /api/pairings/{id}/slot-searches", true},
                                                 {"PUT /api/absences", false},
                                                 {"PUT /api/meetings/{id}/attendance", false},
                                                 {"POST /api/calendar-replies", false},
                                                 {"PUT /api/threads/{id}/messages/{message_id}", true},
                                                 {"DELETE /api/threads/{id}/messages/{message_id}", true},
                                                 {"PUT /api/threads/{id}/reading", true},
                                                 {"PUT /api/threads/{id}/block", true},
                                                 {"DELETE /api/threads/{id}/block", true},
                                                 {"PUT /api/threads/{id}/attachments/{attachment_id}", true},
                                                 {"PUT /api/programmes/{id}/anonymous-lines/{line_id}", true},
                                                 {"PUT /api/anonymous-lines/{id}/messages/{message_id}", true},
                                                 {"PUT /api/anonymous-lines/{id}/reading", true},
                                                 {"PUT /api/anonymous-lines/{id}/closure", true},
                                                 {"PUT /api/acquaintances/{id}/answer", true},
                                                 {"PUT /api/acquaintances/{id}/messages/{message_id}", true},
                                                 {"PUT /api/acquaintances/{id}/name-choice", true},
                                                 {"PUT /api/acquaintances/{id}/departure", true},
                                                 {"PUT /api/concerns/{id}/name-opening", true},
                                                 {"DELETE /api/pairings/{id}/nudge", true},
                                                 {"PUT /api/pairings/{id}/help-wish", true},
                                                 {"DELETE /api/pairings/{id}/help-wish", true},
                                                 {"PUT /api/nudge-stop", true},
                                                 {"PUT /api/programmes/{id}/concerns/{concern_id}", true},
                                                 {"PUT /api/concerns/{id}/messages/{message_id}", true},
                                                 {"PUT /api/concerns/{id}/reading", true},
                                                 {"PUT /api/concerns/{id}/note", true},
                                                 {"PUT /api/concerns/{id}/closure", true},
                                                 {"PUT /api/contact-room", true},
                                                 {"PUT /api/pairings/{id}/pause", false},
                                                 {"DELETE /api/pairings/{id}/pause", false},
                                                 {"PUT /api/pairings/{id}/going-on-knowingly", true},
                                                 {"PUT /api/pairings/{id}/rematch", true},
                                                 {"PUT /api/pairings/{id}/continuation", true},
                                                 {"PUT /api/pairings/{id}/goals/{side}/{position}", false},
                                                 {"DELETE /api/pairings/{id}/goals/{side}/{position}", false},
                                                 {"PUT /api/pairings/{id}/ladder", true},
                                                 {"PUT /api/pairings/{id}/targets", true},
                                                 {"PUT /api/pairings/{id}/echo", true},
                                                 {"PUT /api/surveys/{id}/answers", true},
                                                 {"PUT /api/questionnaires/{id}/answers", true},
                                                 {"PUT /api/programmes/{id}/waiting-consent", true},
                                                 {"DELETE /api/programmes/{id}/waiting-consent", true},
                                                 {"PUT /api/pairings/{id}/feedback/{feedback_id}", true},
                                                 {"DELETE /api/pairings/{id}/feedback/{feedback_id}", true},
                                                 {"PUT /api/pairings/{id}/feedback/{feedback_id}/goal", true},
                                                 {"PUT /api/pairings/{id}/feedback/{feedback_id}/look", true},
                                                 {"PUT /api/pairings/{id}/introductions/{introduction_id}", true},
                                                 {"DELETE /api/pairings/{id}/introductions/{introduction_id}", true},
                                                 {"PUT /api/introductions/{id}/answer", true},
                                                 {"PUT /api/circles/{id}/date", false},
                                                 {"DELETE /api/circles/{id}/date", false},
                                                 {"PUT /api/circles/{id}/departure", true},
                                                 {"DELETE /api/circles/{id}/departure", true},
                                                 {"PUT /api/programmes/{id}/panel-membership", true},
                                                 {"DELETE /api/programmes/{id}/panel-membership", true},
                                                 {"PUT /api/programmes/{id}/questions/{question_id}", true},
                                                 {"PUT /api/questions/{id}/answer", true},
                                                 {"DELETE /api/questions/{id}/answer", true},
                                                 {"PUT /api/questions/{id}/decision", true},
                                                 {"PUT /api/questions/{id}/draft", true},
                                                 {"PUT /api/programmes/{id}/drafter", true},
                                                 {"DELETE /api/programmes/{id}/drafter", true},
                                                 {"PUT /api/programmes/{id}/loop-board/publication", false},
                                                 {"DELETE /api/programmes/{id}/loop-board/publication", false},
                                                 {"PUT /api/questions/{id}/mark", true},
                                                 {"PUT /api/programmes/{id}/my-protected-time", true},
                                                 {"DELETE /api/programmes/{id}/my-protected-time", true},
                                                 {"PUT /api/programmes/{id}/my-protected-time/telling", true},
                                                 {"PUT /api/pairings/{id}/closure", true}};
    auto all = is_private;
    for (auto const* route :
         {"PUT /api/programmes/{id}/front-line-notes/{note_id}",
          "DELETE /api/programmes/{id}/front-line-notes/{note_id}",
          "PUT /api/programmes/{id}/front-line-notes/{note_id}/sending",
          "PUT /api/programmes/{id}/released-words/{words_id}", "DELETE /api/programmes/{id}/released-words/{words_id}",
          "PUT /api/programmes/{id}/released-words/{words_id}/consent",
          "DELETE /api/programmes/{id}/released-words/{words_id}/consent",
          "PUT /api/programmes/{id}/released-words/{words_id}/partner-consent",
          "DELETE /api/programmes/{id}/front-line-notes/{note_id}/sending"})
        all.emplace(route, true);
    all.emplace("PUT /api/programmes/{id}/front-line-themes/{theme_id}/answer", false);
    support::Door door;
    std::set<std::string> found;
    for (auto const* route : door.house().router().all()) {
        if (route->who_may != "participant" || route->method == http::Method::get) continue;
        auto const name = std::string(http::name_of(route->method)) + " " + route->path;
        found.insert(name);
        auto const decided = all.find(name);
        ASSERT_NE(decided, all.end()) << name << " is not decided";
        EXPECT_EQ(route->trace == http::Trace::quiet, decided->second) << name;
        EXPECT_FALSE(decided->second && route->takes_idempotency_key) << name;
    }
    EXPECT_EQ(found.size(), all.size());
}

}  // namespace
}  // namespace app
