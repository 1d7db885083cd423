#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "access/guesses.hpp"
#include "ballot/ballot_actions.hpp"
#include "ballot/question_set_store.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/sealed_box.hpp"
#include "platform/db/connection.hpp"
#include "support/door.hpp"
#include "support/search_files.hpp"
#include "support/voter.hpp"

namespace {

using namespace ballot;
using support::Door;
using support::Reply;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

// Of the ranks 0 to n - 1 as they stand, with their places.
double spearman(std::vector<int> const& ranks) {
    auto const n = static_cast<double>(ranks.size());
    double squares = 0;
    for (std::size_t place = 0; place < ranks.size(); ++place) {
        auto const apart = static_cast<double>(place) - ranks[place];
        squares += apart * apart;
    }
    return 1 - 6 * squares / (n * (n * n - 1));
}

class Ballots : public testing::Test {
  protected:
    Door door;
    support::Cast cast = support::make_cast(door.database());
    std::vector<access::PersonId> people{cast.ana,  cast.bruno, cast.sofia, cast.david,
                                         cast.lena, cast.marta, cast.nina,  cast.rosa};
    QuestionSetId set = support::ask_without_names(door, cast.organisation, people);

    void make_keys() { door.house().drain(); }
    void close() { support::close_ballots(door, cast.organisation); }

    std::string path() const { return "/api/question-sets/" + set.text(); }
    Reply shown_to(access::PersonId person) { return door.as(person).get(path()); }
    Reply issue(access::PersonId person, crypto::Bytes const& blinded) {
        return support::issue_ballot(door, person, set, blinded);
    }
    support::BlindAsker asker() { return support::blind_asker_for(door, people.front(), set); }
    support::Voter voter(access::PersonId person) { return support::voter(door, person, set); }
    std::string ballot(support::Voter const& of, std::string const& answers) const { return of.ballot(set, answers); }
    static std::string value(int of) { return R"([{"question":"safe","value":)" + std::to_string(of) + "}]"; }
    Reply put_in(std::string const& body) { return door.nobody().post("/api/ballots", body); }

    std::map<std::string, std::int64_t> rows_of_each_table() {
        return door.database().read([&](db::Tx& tx) {
            auto const tables = door.database().engine() == db::Engine::sqlite
                                    ? tx.values<std::string>("SELECT name FROM sqlite_master WHERE type = 'table'")
                                    : tx.values<std::string>(
                                          "SELECT table_name::text FROM information_schema.tables "
                                          "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'");
            std::map<std::string, std::int64_t> rows;
            for (auto const& table : tables)
                rows[table] = tx.value<std::int64_t>("SELECT COUNT(*) FROM \"" + table + "\"").value();
            return rows;
        });
    }
    std::int64_t count(std::string const& table) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>("SELECT COUNT(*) FROM " + table + " WHERE organisation_id = $1", cast.organisation)
                .value();
        });
    }
    // PostgreSQL writes a little later than it says.
    std::vector<std::string> files_holding(std::string const& word) {
        if (door.database().engine() == db::Engine::postgresql) door.database().connect()->run_script("CHECKPOINT");
        return support::files_holding(word, support::folder_of(door.database()));
    }
    std::vector<std::vector<QuestionAnswer>> answers() {
        return door.database().read(
            [&](db::Tx& tx) { return store::list_ballots(tx, door.tools().keys, cast.organisation, set); });
    }
};

TEST_F(Ballots, are_counted_once_the_box_is_opened_and_not_before) {
    make_keys();
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const kept = put_in(ballot(voter(people[i]), value(1 + static_cast<int>(i) % 5)));
        EXPECT_EQ(kept.status, 200) << kept.body;
    }
    EXPECT_EQ(count("ballot_box"), 8);
    EXPECT_THAT(answers(), IsEmpty());
    close();
    std::multiset<int> values;
    for (auto const& part : answers()) values.insert(part.at(0).value.value());
    EXPECT_THAT(values, ElementsAre(1, 1, 2, 2, 3, 3, 4, 5));
    EXPECT_EQ(count("ballot_box"), 0);
    EXPECT_EQ(count("ballot_issues"), 0) << "who could answer is forgotten with who did";
    EXPECT_THAT(door.tools().key_files.list(), IsEmpty()) << "nothing opens an old copy of the box";
    EXPECT_EQ(shown_to(cast.ana).status, 404);
}

TEST_F(Ballots, keep_a_text_apart_from_everything_else_of_its_writer) {
    make_keys();
    put_in(ballot(voter(cast.ana), R"([{"question":"safe","value":2},{"question":"why","text":"Less mail"}])"));
    close();
    EXPECT_THAT(answers(), UnorderedElementsAre(ElementsAre(QuestionAnswer{"safe", 2, {}}),
                                                ElementsAre(QuestionAnswer{"why", {}, "Less mail"})));
}

TEST_F(Ballots, are_not_to_be_had_before_the_keys_are_made) {
    EXPECT_EQ(shown_to(cast.ana).text("/stage"), "preparing");
    EXPECT_EQ(issue(cast.ana, crypto::Bytes(384, 1)).code(), "ballots_not_ready");
    make_keys();
    EXPECT_EQ(shown_to(cast.ana).text("/stage"), "open");
}

TEST_F(Ballots, are_issued_once_to_everybody_who_may_answer_and_to_nobody_else) {
    make_keys();
    auto const asked = asker();
    EXPECT_EQ(shown_to(cast.ana).text("/is_issued"), "false");
    auto const first = issue(cast.ana, asked.blinded());
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(shown_to(cast.ana).text("/is_issued"), "true");
    EXPECT_EQ(issue(cast.ana, asked.blinded()).body, first.body) << "asked again after a lost answer";
    EXPECT_EQ(issue(cast.ana, asker().blinded()).code(), "ballot_issued");
    EXPECT_EQ(issue(cast.jo, asked.blinded()).status, 404) << "not among those who may answer";
    support::expect_closed_to_others(
        door, cast, {http::Method::put, path() + "/ballot", R"({"blinded_message":"AAAA"})"}, {cast.jo, cast.amir});
    support::expect_closed_to_others(door, cast, {http::Method::get, path()}, {cast.jo, cast.amir});
}

TEST_F(Ballots, are_not_issued_for_nonsense) {
    make_keys();
    for (auto const& blinded :
         {crypto::Bytes{}, crypto::Bytes(384, 0), crypto::Bytes(384, 0xff), crypto::Bytes(383, 1)})
        EXPECT_EQ(issue(cast.ana, blinded).status, 422);
    EXPECT_EQ(door.as(cast.ana).put(path() + "/ballot", R"({"blinded_message":"not base64url!"})").status, 422);
    EXPECT_EQ(issue(cast.ana, asker().blinded()).status, 200) << "and nothing is used up";
}

TEST_F(Ballots, are_taken_once_and_may_be_sent_again) {
    make_keys();
    auto const ana = voter(cast.ana);
    auto const sent = ballot(ana, value(4));
    EXPECT_EQ(put_in(sent).status, 200);
    EXPECT_EQ(put_in(sent).status, 200) << "after a lost answer";
    EXPECT_EQ(put_in(ballot(ana, value(5))).code(), "ballot_cast");
    EXPECT_EQ(count("ballot_box"), 1);
    close();
    EXPECT_THAT(answers(), ElementsAre(ElementsAre(QuestionAnswer{"safe", 4, {}})));
    EXPECT_EQ(put_in(sent).code(), "ballots_over");
}

TEST_F(Ballots, are_refused_that_nobody_issued) {
    make_keys();
    auto const ana = voter(cast.ana);
    support::Voter const forged{asker(), ana.signature};
    EXPECT_EQ(put_in(ballot(forged, value(4))).text("/errors/0/code"), "not_a_ballot");
    auto const other = support::ask_without_names(door, cast.organisation, people);
    make_keys();
    EXPECT_EQ(put_in(ana.ballot(other, value(4))).text("/errors/0/code"), "not_a_ballot") << "of another set";
    EXPECT_EQ(put_in(ana.ballot(QuestionSetId{{9}}, value(4))).status, 404);
    EXPECT_EQ(put_in(ballot(ana, "[]")).status, 422);
    EXPECT_EQ(put_in(ballot(ana, value(6))).text("/errors/0/pointer"), "/answers/0");
    EXPECT_EQ(put_in("{}").status, 422);
    EXPECT_EQ(count("ballot_box"), 0);
}

// By address, and not by the path that everybody sends to.
TEST_F(Ballots, are_forged_thirty_times_from_one_address_and_no_more) {
    make_keys();
    auto const ana = voter(cast.ana);
    auto const forged = support::Voter{asker(), ana.signature}.ballot(set, value(4));
    for (int i = 0; i < access::Guesses::kPerAddress; ++i) EXPECT_EQ(put_in(forged).status, 422);
    EXPECT_EQ(put_in(forged).status, 429);
    EXPECT_EQ(put_in(ballot(ana, value(4))).status, 429);
    door.clock().advance(access::Guesses::kForgottenAfter);
    EXPECT_EQ(put_in(ballot(ana, value(4))).status, 200);
}

TEST_F(Ballots, come_from_nobody) {
    make_keys();
    auto const sent = ballot(voter(cast.ana), value(4));
    EXPECT_EQ(door.as(cast.ana).post("/api/ballots", sent).code(), "ballot_with_a_name");
    EXPECT_EQ(count("ballot_box"), 0);
}

// AN11.
TEST_F(Ballots, are_issued_once_to_fifty_requests_at_once) {
    make_keys();
    std::vector<support::BlindAsker> askers;
    for (int i = 0; i < 50; ++i) askers.push_back(asker());
    std::vector<int> statuses(askers.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < askers.size(); ++i)
            threads.emplace_back([&, i] { statuses[i] = issue(cast.ana, askers[i].blinded()).status; });
    }
    EXPECT_EQ(std::ranges::count(statuses, 200), 1);
    EXPECT_EQ(std::ranges::count(statuses, 409), 49);
}

TEST_F(Ballots, are_taken_once_from_fifty_requests_at_once) {
    make_keys();
    auto const ana = voter(cast.ana);
    std::vector<int> statuses(50);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < statuses.size(); ++i)
            threads.emplace_back(
                [&, i] { statuses[i] = put_in(ballot(ana, value(1 + static_cast<int>(i) % 5))).status; });
    }
    EXPECT_EQ(std::ranges::count(statuses, 200), 10) << "those that say the same as the first";
    EXPECT_EQ(std::ranges::count(statuses, 409), 40);
    EXPECT_EQ(count("ballot_box"), 1);
}

// AN3: what is answered leaves one row in the box, and a person nowhere; what has a person leaves no time.
TEST_F(Ballots, that_are_cast_write_one_row_and_say_nothing) {
    make_keys();
    auto const ana = voter(cast.ana);
    auto const issued = rows_of_each_table();
    auto const kept = put_in(ballot(ana, value(4)));
    ASSERT_EQ(kept.status, 200) << kept.body;
    auto const after = rows_of_each_table();
    auto expected = issued;
    ++expected["ballot_box"];
    EXPECT_EQ(after, expected);
    for (auto const* header : {"set-cookie", "x-request-id"}) EXPECT_EQ(kept.headers.count(header), 0U) << header;
}

// AN2: where a row lies tells nothing about when it came, neither in the box nor after the closing.
TEST_F(Ballots, lie_in_an_order_that_is_not_that_of_their_coming) {
    make_keys();
    constexpr int kMany = 200;
    door.database().write([&](db::Tx& tx) {
        auto const box = store::find_box(tx, set).value();
        crypto::Key box_key{};
        std::ranges::copy(box.box_key->octets, box_key.begin());
        for (int i = 0; i < kMany; ++i) {
            auto const digest = crypto::sha256("token " + std::to_string(i));
            auto const number = std::to_string(i);
            auto const locked = crypto::lock_away(
                box_key, R"({"answers":[{"question":"why","value":null,"text":")" + number + R"("}]})");
            store::insert_cast(tx, box,
                               {meta::Bytes{{digest.begin(), digest.end()}},
                                meta::Bytes{{number.begin(), number.end()}}, meta::Bytes{locked}});
        }
    });
    auto const as_it_lies = [&](std::string const& sql) {
        return door.database().read([&](db::Tx& tx) { return tx.values<meta::Bytes>(sql, cast.organisation); });
    };
    std::vector<int> in_the_box;
    for (auto const& mark : as_it_lies("SELECT mark FROM ballot_box WHERE organisation_id = $1 ORDER BY token_digest"))
        in_the_box.push_back(std::stoi(std::string(mark.octets.begin(), mark.octets.end())));
    std::vector<int> planted(kMany);
    std::iota(planted.begin(), planted.end(), 0);
    EXPECT_GT(spearman(planted), 0.99) << "a table in the order of coming would be found out";
    EXPECT_LT(std::abs(spearman(in_the_box)), 0.15);
    close();
    std::vector<int> kept;
    for (auto const& part : answers()) kept.push_back(std::stoi(part.at(0).text.value()));
    ASSERT_THAT(kept, SizeIs(kMany));
    EXPECT_LT(std::abs(spearman(kept)), 0.15);
}

TEST_F(Ballots, go_half_a_year_after_the_closing) {
    make_keys();
    put_in(ballot(voter(cast.ana), value(4)));
    close();
    auto const days_pass = [&](int days) {
        door.clock().advance(std::chrono::hours(24) * days);
        door.house().round();
        door.house().drain();
    };
    days_pass(kKeptDays - 1);
    EXPECT_THAT(answers(), SizeIs(1));
    days_pass(1);
    EXPECT_THAT(answers(), IsEmpty());
}

TEST_F(Ballots, leave_out_what_does_not_open) {
    make_keys();
    put_in(ballot(voter(cast.ana), value(4)));
    put_in(ballot(voter(cast.bruno), value(2)));
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(UPDATE ballot_box SET locked_answers = mark WHERE organisation_id = $1 AND token_digest =
                  (SELECT token_digest FROM ballot_box WHERE organisation_id = $1 ORDER BY token_digest LIMIT 1))",
               cast.organisation);
    });
    close();
    EXPECT_THAT(answers(), SizeIs(1));
}

TEST_F(Ballots, are_for_eight_people_at_least) {
    auto const asked = door.database().write([&](db::Tx& tx) {
        return open_question_set(tx, cast.organisation, {{}, {people.begin(), people.begin() + 7}, door.clock().now()},
                                 door.clock().now());
    });
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.refusal().code, "too_few_for_anonymity");
}

// A word of an answer stands in no file before the closing, and in none but sealed after it; the attacker finds it
// where it is planted.
TEST_F(Ballots, hold_no_word_that_can_be_read_on_the_disk) {
    make_keys();
    std::string const word = "kingfisher" + crypto::random_secret().substr(0, 8);
    std::string const planted = "kingfisher" + crypto::random_secret().substr(0, 8);
    put_in(ballot(voter(cast.ana), R"([{"question":"why","text":")" + word + R"("}])"));
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE question_sets SET questions = $2 WHERE organisation_id = $1 AND id = $3", cast.organisation,
               R"({"questions":[{"key":"why","kind":"text","text":")" + planted + R"(","choices":[]}]})", set);
    });
    EXPECT_THAT(files_holding(planted), testing::Not(IsEmpty()));
    EXPECT_THAT(files_holding(word), IsEmpty());
    close();
    EXPECT_THAT(answers(), ElementsAre(ElementsAre(QuestionAnswer{"why", {}, word})));
    EXPECT_THAT(files_holding(word), IsEmpty());
}

}  // namespace
