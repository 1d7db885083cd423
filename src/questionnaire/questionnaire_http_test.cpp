#include <thread>

#include <gmock/gmock.h>

#include "platform/crypto/secret.hpp"
#include "questionnaire/answer_store.hpp"
#include "questionnaire/questionnaire_shapes.hpp"
#include "questionnaire/tending.hpp"
#include "support/cast.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"
#include "support/voter.hpp"

namespace questionnaire {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr auto kADay = std::chrono::hours(24);
constexpr char const* kAgree = R"({"kind":"agreement","text":"There is enough time.","choices":[]})";
constexpr char const* kWhy = R"({"kind":"text","text":"What should change?","choices":[]})";

struct Questionnaires : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::vector<access::PersonId> people{cast.ana, cast.bruno, cast.sofia, cast.david};

    std::string programme(std::string const& rest) const {
        return "/api/programmes/" + cast.programme.text() + "/" + rest;
    }
    static std::string path(std::string const& id, std::string const& rest = "") {
        return "/api/questionnaires/" + id + rest;
    }
    void tend() {
        door.house().round();
        door.house().drain();
    }
    // The house looks once an hour.
    void an_hour_passes() {
        door.clock().advance(std::chrono::hours(1));
        tend();
    }
    // From the Sunday on which tests begin; questionnaires are told from Monday at eight.
    void days_pass(int days) {
        for (int day = 0; day < days; ++day) {
            door.clock().advance(kADay);
            tend();
        }
    }
    void enrol_more(int each) {
        door.database().write([&](db::Tx& tx) {
            for (int i = 0; i < each; ++i) {
                people.push_back(support::enrol_another(tx, cast, cast.ana_enrolled, "Mentor " + std::to_string(i)));
                people.push_back(support::enrol_another(tx, cast, cast.sofia_enrolled, "Mentee " + std::to_string(i)));
            }
        });
    }
    MyQuestionnaires asked(access::PersonId who) {
        return door.as(who).get("/api/questionnaires").as<MyQuestionnaires>();
    }
    std::string the_start() {
        tend();
        return asked(cast.ana).items.at(0).id.text();
    }
    support::Reply answer(access::PersonId who, std::string const& id, std::string const& answers,
                          std::string const& state = "sent") {
        return door.as(who).put(path(id, "/answers"), R"({"state":")" + state + R"(","answers":[)" + answers + "]}");
    }
    static std::string value(std::string const& question, int of) {
        return R"({"question":")" + question + R"(","value":)" + std::to_string(of) + "}";
    }

    static std::string draft(std::string const& questions, bool is_anonymous = false, int version = 0,
                             std::string const& reader = "null") {
        return R"({"version":)" + std::to_string(version) + R"(,"title":"Halfway","is_anonymous":)" +
               (is_anonymous ? "true" : "false") + R"(,"audience":"everybody","questions":[)" + questions +
               R"(],"reader_id":)" + reader + "}";
    }
    std::string written(std::string const& questions, bool is_anonymous = false, std::string const& reader = "null") {
        auto const made = door.as(cast.jo).post(programme("questionnaires"), draft(questions, is_anonymous, 0, reader));
        EXPECT_EQ(made.status, 201) << made.body;
        return made.text("/id");
    }
    support::Reply open(std::string const& id, std::string const& closes_on = "2026-11-30", int version = 1) {
        return door.as(cast.jo).put(path(id, "/opening"), R"({"version":)" + std::to_string(version) +
                                                              R"(,"closes_on":")" + closes_on + R"("})");
    }
    std::int64_t count(std::string const& from) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>("SELECT COUNT(*) FROM " + from + " WHERE organisation_id = $1", cast.organisation)
                .value();
        });
    }
    std::int64_t told(std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>("SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND kind = $2",
                                     cast.organisation, kind)
                .value();
        });
    }
};

TEST_F(Questionnaires, of_the_start_wait_for_everybody_who_knows_no_partner) {
    auto const id = the_start();
    auto const shown = door.as(cast.ana).get(path(id));
    EXPECT_EQ(shown.status, 200) << shown.body;
    EXPECT_EQ(shown.text("/moment"), "start");
    EXPECT_EQ(shown.as<AskedQuestionnaire>().questions.size(), 3U) << "no aim is named: the three of being heard";
    EXPECT_EQ(shown.text("/could_answer"), "4");
    EXPECT_EQ(door.as(cast.jo).get(path(id)).status, 404) << "is not asked";
    EXPECT_EQ(told("questionnaire_waits"), 0) << "it is a Sunday";
    days_pass(1);
    EXPECT_EQ(told("questionnaire_waits"), 4);
    days_pass(1);
    EXPECT_EQ(told("questionnaire_waits"), 4);
}

TEST_F(Questionnaires, can_be_left_half_way_changed_and_taken_back) {
    auto const id = the_start();
    EXPECT_EQ(answer(cast.ana, id, value("voice_1", 2), "saved").text("/standing"), "saved");
    EXPECT_EQ(answer(cast.ana, id, value("voice_1", 4)).text("/standing"), "sent");
    EXPECT_EQ(door.as(cast.ana).get(path(id)).text("/answers/0/value"), "4");
    EXPECT_EQ(door.as(cast.bruno).get(path(id)).text("/answers"), "[]");
    EXPECT_EQ(answer(cast.ana, id, "", "skipped").text("/standing"), "open");
    EXPECT_EQ(count("questionnaire_answers"), 0);
}

TEST_F(Questionnaires, are_refused_what_was_not_asked_and_who_was_not) {
    auto const id = the_start();
    EXPECT_EQ(answer(cast.ana, id, value("voice_6", 2)).text("/errors/0/code"), "unknown");
    EXPECT_EQ(answer(cast.ana, id, value("voice_1", 6)).text("/errors/0/code"), "out_of_range");
    EXPECT_EQ(door.as(cast.ana).put(path(id, "/answers"), "{}").status, 422);
    EXPECT_EQ(answer(cast.ana, "nonsense", value("voice_1", 2)).status, 404);
    support::expect_closed_to_others(door, cast,
                                     {http::Method::put, path(id, "/answers"), R"({"state":"sent","answers":[]})"},
                                     {cast.jo, cast.amir});
    support::expect_closed_to_others(door, cast, {http::Method::get, path(id)}, {cast.jo, cast.amir});
    EXPECT_EQ(count("questionnaire_answers"), 0);
}

TEST_F(Questionnaires, of_the_start_close_for_whoever_knows_a_partner) {
    auto const id = the_start();
    support::start_pair(door, cast);
    EXPECT_EQ(answer(cast.ana, id, value("voice_1", 2)).code(), "partner_known");
    EXPECT_EQ(answer(cast.bruno, id, value("voice_1", 2)).status, 200);
    EXPECT_EQ(door.as(cast.ana).get(path(id)).text("/is_open"), "false");
}

// The attacker has the database, the sealing key and a list of everybody; without the file of the key folder no answer
// is anybody's. First they win against a table that a careless hand would have made.
TEST_F(Questionnaires, tie_no_answer_to_anybody_without_the_key_folder) {
    auto const id = the_start();
    EXPECT_EQ(answer(cast.ana, id, value("voice_1", 2)).status, 200);
    auto const guesses = [&](access::PersonId person) {
        auto const text = person.text();
        auto const digest = crypto::sha256(text);
        auto const empty = crypto::mac(crypto::Key{}, crypto::bytes_of(text));
        return std::vector<crypto::Bytes>{{text.begin(), text.end()},
                                          {person.bytes.begin(), person.bytes.end()},
                                          {digest.begin(), digest.end()},
                                          {empty.begin(), empty.end()}};
    };
    auto const found = [&] {
        auto const rows = door.database().read([&](db::Tx& tx) {
            return tx.values<meta::Bytes>("SELECT respondent FROM questionnaire_answers WHERE organisation_id = $1",
                                          cast.organisation);
        });
        for (auto const& guess : guesses(cast.ana))
            if (std::ranges::any_of(rows, [&](auto const& row) { return row.octets == guess; })) return true;
        return false;
    };
    EXPECT_FALSE(found());
    door.database().write([&](db::Tx& tx) {
        auto const digest = crypto::sha256(cast.ana.text());
        store::save_answers(tx, door.tools().keys, cast.organisation, QuestionnaireId::parse(id).value(),
                            meta::Bytes{crypto::Bytes(digest.begin(), digest.end())}, {});
    });
    EXPECT_TRUE(found()) << "a digest of the person would be found at once";
}

TEST_F(Questionnaires, are_compared_and_forgotten_by_a_secret_that_is_destroyed_after_two_years) {
    auto const id = the_start();
    EXPECT_EQ(answer(cast.ana, id, value("voice_1", 2)).status, 200);
    EXPECT_THAT(door.tools().key_files.list(), SizeIs(2)) << "this programme's, and that of the other house";
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET state = 'closed', closed_at = $3 WHERE organisation_id = $1 AND id = $2",
               cast.organisation, cast.programme, door.clock().now());
    });
    door.clock().advance(kADay * (kKeptDays - 1));
    tend();
    EXPECT_EQ(count("questionnaire_answers"), 1);
    door.clock().advance(kADay);
    tend();
    EXPECT_EQ(count("questionnaire_answers"), 0);
    EXPECT_EQ(count("respondent_keys"), 0);
    EXPECT_THAT(door.tools().key_files.list(), SizeIs(1));
}

TEST_F(Questionnaires, of_a_coordinator_are_drafted_changed_and_thrown_away) {
    auto const id = written(kAgree);
    EXPECT_EQ(door.as(cast.jo).get(path(id, "/form")).text("/asked"), "4");
    auto const changed = door.as(cast.jo).put(path(id, "/form"), draft(std::string(kAgree) + "," + kAgree, false, 1));
    EXPECT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.as<QuestionnaireForm>().of_mentors.size(), 2U);
    EXPECT_EQ(door.as(cast.jo).put(path(id, "/form"), draft(kAgree, false, 1)).code(), "stale");
    EXPECT_EQ(door.as(cast.jo).remove(path(id, "/form")).status, 204);
    EXPECT_EQ(door.as(cast.jo).get(path(id, "/form")).status, 404);
}

TEST_F(Questionnaires, of_a_coordinator_are_refused_field_by_field) {
    auto const refused = [&](std::string const& body) {
        auto const reply = door.as(cast.jo).post(programme("questionnaires"), body);
        return std::to_string(reply.status) + " " + reply.text("/errors/0/pointer") + " " +
               reply.text("/errors/0/code");
    };
    EXPECT_EQ(refused(draft(R"({"kind":"ladder","text":"x","choices":[]})")), "422 /questions/0 not_asked_here");
    EXPECT_EQ(refused(draft(kWhy)), "422 /reader_id reader_needed");
    EXPECT_EQ(refused(draft(kWhy, false, 0, "\"" + cast.nina.text() + "\"")).substr(0, 3), "201");
    EXPECT_EQ(refused(draft(kWhy, false, 0, "\"" + cast.marta.text() + "\"")), "422 /reader_id sponsor_reads_no_words");
    EXPECT_EQ(refused(draft(kWhy, false, 0, "\"" + cast.otto.text() + "\"")), "422 /reader_id sponsor_reads_no_words")
        << "somebody of another house";
    EXPECT_EQ(refused(draft("")), "422 /questions too_short");
    auto const post = support::Knock{http::Method::post, programme("questionnaires"), draft(kAgree)};
    support::expect_closed_to_others(door, cast, post, {cast.ana, cast.amir});
    auto const id = written(kAgree);
    for (auto const& knock :
         {support::Knock{http::Method::get, path(id, "/form")},
          support::Knock{http::Method::put, path(id, "/form"), draft(kAgree, false, 1)},
          support::Knock{http::Method::remove, path(id, "/form")},
          support::Knock{http::Method::put, path(id, "/opening"), R"({"version":1,"closes_on":"2026-11-30"})"}})
        support::expect_closed_to_others(door, cast, knock, {cast.ana, cast.amir});
}

// AN7.
TEST_F(Questionnaires, change_no_more_once_they_are_open) {
    auto const id = written(kAgree);
    EXPECT_EQ(open(id, "2026-11-23").text("/errors/0/code"), "too_early");
    EXPECT_EQ(open(id).text("/state"), "open");
    EXPECT_EQ(open(id, "2026-11-30", 2).code(), "questionnaire_frozen");
    EXPECT_EQ(door.as(cast.jo).put(path(id, "/form"), draft(kAgree, true, 2)).code(), "questionnaire_frozen");
    EXPECT_EQ(door.as(cast.jo).remove(path(id, "/form")).code(), "questionnaire_frozen");
    enrol_more(1);
    tend();
    EXPECT_EQ(door.as(cast.ana).get(path(id)).text("/could_answer"), "4") << "who is asked stays as it was";
}

TEST_F(Questionnaires, are_opened_once_and_answered_once_by_many_requests_at_once) {
    auto const id = written(kAgree);
    auto const at_once = [](auto const& knock) {
        std::vector<int> statuses(12);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < statuses.size(); ++i)
                threads.emplace_back([&, i] { statuses[i] = knock(static_cast<int>(i)); });
        }
        return statuses;
    };
    auto const opened = at_once([&](int) { return open(id).status; });
    EXPECT_EQ(std::ranges::count(opened, 200), 1);
    EXPECT_EQ(std::ranges::count(opened, 409), 11);
    door.house().drain();
    auto const answered = at_once([&](int i) { return answer(cast.ana, id, value("own_1", 1 + i % 5)).status; });
    EXPECT_EQ(std::ranges::count(answered, 200), 12) << "each replaces the one before";
    EXPECT_EQ(count("questionnaire_answers"), 1);
}

TEST_F(Questionnaires, remind_everybody_whoever_has_answered) {
    auto const id = written(kAgree);
    open(id);
    days_pass(1);
    EXPECT_EQ(answer(cast.ana, id, value("own_1", 3)).status, 200);
    days_pass(3);
    EXPECT_EQ(told("questionnaire_closes"), 4);
}

TEST_F(Questionnaires, show_results_once_they_have_closed_and_never_other_ones) {
    enrol_more(3);
    auto const id = written(kAgree);
    open(id);
    days_pass(1);
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_EQ(answer(people[i], id, value("own_1", 1 + static_cast<int>(i) % 5)).status, 200);
    EXPECT_EQ(answer(people[6], id, value("own_1", 5), "saved").status, 200) << "begun, and counts nothing";
    EXPECT_EQ(door.as(cast.ana).get(path(id, "/results")).status, 404);
    days_pass(8);
    EXPECT_EQ(answer(cast.ana, id, value("own_1", 3)).code(), "questionnaire_closed");
    auto const results = door.as(cast.ana).get(path(id, "/results"));
    ASSERT_EQ(results.status, 200) << results.body;
    EXPECT_EQ(results.text("/results/could_answer"), "10");
    EXPECT_EQ(results.text("/results/answered/least"), "5");
    EXPECT_EQ(results.text("/results/answered/most"), "9");
    EXPECT_EQ(door.as(cast.jo).get(path(id, "/results")).body, results.body) << "everybody reads the same";
    EXPECT_EQ(told("results_ready"), 10);
    support::expect_closed_to_others(door, cast, {http::Method::get, path(id, "/results")}, {cast.amir});
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast.organisation,
               people.back());
    });
    days_pass(1);
    EXPECT_EQ(door.as(cast.ana).get(path(id, "/results")).body, results.body);
    EXPECT_EQ(door.as(cast.ana).get(programme("results")).as<ResultsList>().items.size(), 1U);
}

TEST_F(Questionnaires, say_nothing_of_four_people) {
    auto const id = written(kAgree);
    open(id);
    door.house().drain();
    for (auto const& person : people) EXPECT_EQ(answer(person, id, value("own_1", 3)).status, 200);
    days_pass(9);
    auto const results = door.as(cast.ana).get(path(id, "/results"));
    EXPECT_EQ(results.text("/results/answered"), "null");
    EXPECT_EQ(results.text("/results/questions/0/slices/0/hidden"), "too_few");
    EXPECT_EQ(results.text("/results/questions/0/slices/0/figures"), "null");
}

// Rules 9: below eight the page says why, and offers a named question.
TEST_F(Questionnaires, without_names_are_for_eight_people_at_least) {
    auto const id = written(kAgree, true);
    enrol_more(1);
    EXPECT_EQ(open(id).code(), "too_few_for_anonymity");
    enrol_more(1);
    EXPECT_EQ(open(id).text("/state"), "open");
}

TEST_F(Questionnaires, without_names_go_through_the_box_and_words_to_their_reader_alone) {
    enrol_more(4);
    auto const id = written(std::string(kAgree) + "," + kWhy, true, "\"" + cast.nina.text() + "\"");
    EXPECT_EQ(open(id).status, 200);
    tend();
    EXPECT_EQ(answer(cast.ana, id, value("own_1", 3)).code(), "ballot_needed");
    auto const shown = door.as(cast.ana).get(path(id));
    EXPECT_EQ(shown.text("/standing"), "null") << "whether somebody has answered nobody knows";
    EXPECT_THAT(shown.text("/reader"), HasSubstr("Nina"));
    auto const set = ballot::QuestionSetId::parse(shown.text("/question_set_id")).value();
    for (std::size_t i = 0; i < 10; ++i) {
        auto const sent = support::voter(door, people[i], set)
                              .ballot(set, "[" + value("own_1", 1 + static_cast<int>(i) % 5) +
                                               R"(,{"question":"own_2","text":"Words )" + std::to_string(i) + R"("}])");
        EXPECT_EQ(door.nobody().post("/api/ballots", sent).status, 200);
    }
    EXPECT_EQ(door.as(cast.nina).get(path(id, "/comments")).status, 404) << "not before the closing";
    days_pass(10);  // the box is opened on the ninth, and read when the house next looks
    auto const results = door.as(cast.ana).get(path(id, "/results"));
    EXPECT_EQ(results.text("/results/answered/least"), "10") << results.body;
    EXPECT_THAT(results.body, Not(HasSubstr("Words")));
    EXPECT_EQ(door.as(cast.nina).get("/api/questionnaires").text("/to_read/0/id"), id);
    EXPECT_EQ(told("words_to_read"), 1);
    auto const comments = door.as(cast.nina).get(path(id, "/comments")).as<Comments>();
    ASSERT_TRUE(comments.are_enough);
    EXPECT_THAT(comments.items.at(0).words, SizeIs(10));
    EXPECT_FALSE(std::ranges::is_sorted(comments.items.at(0).words));
    EXPECT_EQ(door.as(cast.jo).get(path(id, "/comments")).status, 404) << "whoever coordinates is not the reader";
}

TEST_F(Questionnaires, keep_the_words_of_nine_from_their_reader) {
    enrol_more(4);
    auto const id = written(kWhy, false, "\"" + cast.nina.text() + "\"");
    open(id);
    door.house().drain();
    for (std::size_t i = 0; i < 9; ++i)
        EXPECT_EQ(answer(people[i], id, R"({"question":"own_1","text":"Words"})").status, 200);
    days_pass(9);
    auto const comments = door.as(cast.nina).get(path(id, "/comments")).as<Comments>();
    EXPECT_FALSE(comments.are_enough);
    EXPECT_THAT(comments.items, IsEmpty());
}

// Rules D5. Nobody else learns who consents: no count moves, and no list of mails names them.
TEST_F(Questionnaires, ask_whoever_waits_with_their_consent_alone_and_keep_them_apart) {
    enrol_more(4);
    auto const wait = people[4];
    door.database().write([&](db::Tx& tx) {
        tx.run(
            "UPDATE enrolments SET state = 'waiting', waiting_since_at = $3 WHERE organisation_id = $1 "
            "AND person_id = $2",
            cast.organisation, wait, door.clock().now());
        tx.run("UPDATE programmes SET waiting_order = 'lottery' WHERE organisation_id = $1", cast.organisation);
    });
    auto const id = the_start();
    EXPECT_THAT(asked(wait).items, IsEmpty());
    ASSERT_THAT(asked(wait).waiting, SizeIs(1));
    EXPECT_FALSE(asked(wait).waiting.at(0).has_consented);
    EXPECT_THAT(asked(cast.ana).waiting, IsEmpty()) << "Ana has a place";
    auto const before = door.as(cast.jo).get(programme("questionnaires"));
    EXPECT_EQ(before.status, 200);

    EXPECT_EQ(door.as(cast.ana).put(programme("waiting-consent")).status, 404);
    EXPECT_EQ(door.as(wait).remove(programme("waiting-consent")).status, 404);
    auto const consented = door.as(wait).put(programme("waiting-consent"));
    EXPECT_EQ(consented.status, 200) << consented.body;
    EXPECT_EQ(consented.text("/waiting/0/has_consented"), "true");
    EXPECT_EQ(door.as(wait).put(programme("waiting-consent")).status, 200) << "said twice, it is said";
    an_hour_passes();
    ASSERT_THAT(asked(wait).items, SizeIs(1));
    EXPECT_EQ(door.as(cast.jo).get(programme("questionnaires")).body, before.body);
    EXPECT_EQ(door.as(wait).get(path(id)).text("/could_answer"), door.as(cast.ana).get(path(id)).text("/could_answer"));
    for (auto const& person : people) {
        auto const sent = answer(person, id, value("voice_2", person == wait ? 1 : 5));
        EXPECT_EQ(sent.status, 200) << sent.body;
    }
    days_pass(2);
    EXPECT_THAT(door.as(cast.jo).get("/api/mails?limit=100").body, Not(HasSubstr("questionnaire_waits")));

    // Taken back, it takes with it what was answered; given again, it asks again.
    ASSERT_EQ(door.as(wait).remove(programme("waiting-consent")).status, 200);
    EXPECT_THAT(asked(wait).items, IsEmpty());
    EXPECT_EQ(count("questionnaire_answers"), 11);
    EXPECT_EQ(answer(wait, id, value("voice_2", 1)).status, 404);
    ASSERT_EQ(door.as(wait).put(programme("waiting-consent")).status, 200);
    an_hour_passes();
    EXPECT_EQ(answer(wait, id, value("voice_2", 1)).status, 200);
    EXPECT_EQ(count("questionnaire_answers"), 12);

    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE questionnaires SET closes_on = '2026-11-20' WHERE organisation_id = $1", cast.organisation);
    });
    an_hour_passes();
    auto const results = door.as(cast.ana).get(path(id, "/results"));
    ASSERT_EQ(results.status, 200) << results.body;
    EXPECT_EQ(results.text("/results/answered/least"), "11") << "whoever waits is not among them: " << results.body;
}

// Found between the opening and the first open day: told of nothing that they may not answer any more.
TEST_F(Questionnaires, of_the_start_are_told_to_nobody_who_has_found_a_partner_meanwhile) {
    the_start();
    support::start_pair(door, cast);
    days_pass(1);
    auto const told_of = [&](access::PersonId who) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND person_id = $2 "
                    "AND kind = 'questionnaire_waits'",
                    cast.organisation, who)
                .value();
        });
    };
    EXPECT_EQ(told_of(cast.ana), 0);
    EXPECT_EQ(told_of(cast.bruno), 1);
}

TEST_F(Questionnaires, are_planned_by_the_days_of_the_programme) {
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET ends_on = '2027-05-31' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
    });
    auto const list = door.as(cast.jo).get(programme("questionnaires")).as<QuestionnaireOutlines>();
    std::vector<std::string> opening;
    for (auto const& one : list.planned) opening.push_back(one.opens_on ? base::to_text(*one.opens_on) : "");
    EXPECT_THAT(opening, ElementsAre("2026-11-22", "2027-05-17", "2027-08-29"));
}

}  // namespace
}  // namespace questionnaire
