// What changed, in the words of those who took part, through the doors.

#include "outcome/released_words_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outcome/released_words_store.hpp"
#include "platform/json.hpp"
#include "support/front_line.hpp"
#include "support/pair.hpp"

namespace outcome {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Ana and Sofia are a pair; Jo and Kim coordinate, Marta stands for the programme and Nina analyses it. Lena is Ana's
// supervisor. It is Sunday, 22 November 2026.
struct Sentences : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string pair = support::start_pair(door, cast).text();
    std::string programme = "/api/programmes/" + cast.programme.text();
    std::string words = programme + "/released-words/6c1c0f52-9d1b-4f0e-8a53-000000000001";

    Sentences() {
        door.house().round();
        door.house().drain();
    }
    std::string about_pair(std::string const& named, int version = 0) const {
        return R"({"version":)" + std::to_string(version) + R"(,"about":"pair","pairing_id":")" + pair +
               R"(","is_named":)" + named + R"(,"text":" We decide in a week "})";
    }
    static std::string of_oneself(std::string const& named, std::string const& text = "I ask first now") {
        return R"({"version":0,"about":"oneself","is_named":)" + named + R"(,"text":")" + text + "\"}";
    }
    void releases(PersonId who, std::string const& body) {
        auto const written = door.as(who).put(words, body);
        ASSERT_EQ(written.status, 200) << written.body;
        auto const consented = door.as(who).put(words + "/consent", R"({"version":1})");
        ASSERT_EQ(consented.status, 200) << consented.body;
    }
    support::Reply answers(PersonId who, std::string const& answer, int version = 1) {
        return door.as(who).put(words + "/partner-consent",
                                R"({"version":)" + std::to_string(version) + R"(,"answer":")" + answer + "\"}");
    }
    MyReleasedWords mine(PersonId who) { return door.as(who).get("/api/released-words").as<MyReleasedWords>(); }
    std::vector<ReleasedWords> read(PersonId who) {
        return door.as(who).get(programme + "/released-words").as<ReleasedWordsOf>().items;
    }
    std::int64_t count(std::string const& from) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>("SELECT COUNT(*) FROM " + from + " AND organisation_id = $1", cast.organisation)
                .value();
        });
    }
    std::string publication(ReleasedWords const& one) {
        return programme + "/released-words/" + one.id.text() + "/publication";
    }
};

TEST_F(Sentences, are_written_changed_and_thrown_away_by_their_author_alone) {
    ASSERT_EQ(door.as(cast.ana).put(words, of_oneself("true")).status, 200);
    auto const own = mine(cast.ana).items;
    ASSERT_THAT(own, SizeIs(1));
    EXPECT_EQ(own[0].shown.text, "I ask first now");
    EXPECT_THAT(own[0].shown.names, ElementsAre("Ana Moreira"));
    EXPECT_THAT(mine(cast.sofia).items, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).put(words, of_oneself("true")).code(), "stale");
    EXPECT_EQ(door.as(cast.bruno).put(words, of_oneself("true")).status, 404) << "an id that is somebody else's";
    for (auto const& [body, code] :
         {std::pair{of_oneself("true", " "), "too_short"},
          std::pair{std::string(R"({"version":0,"about":"pair","text":"a","is_named":true})"), "required"},
          std::pair{
              R"({"version":0,"about":"pair","text":"a","is_named":true,"pairing_id":")" + cast.ana.text() + "\"}",
              "not_there"}}) {
        auto const other = programme + "/released-words/6c1c0f52-9d1b-4f0e-8a53-000000000002";
        EXPECT_EQ(door.as(cast.ana).put(other, body).text("/errors/0/code"), code);
    }
    EXPECT_EQ(door.as(cast.ana).put(words, of_oneself("true", std::string(501, 'a'))).status, 422);
    EXPECT_EQ(door.as(cast.ana).put(words, "[7]").status, 422);
    support::expect_closed_to_others(door, cast, {http::Method::put, words, of_oneself("true")},
                                     {cast.jo, cast.marta, cast.amir, cast.lena});
    support::expect_closed_to_others(door, cast, {http::Method::remove, words}, {cast.jo, cast.bruno, cast.sofia});
    ASSERT_EQ(door.as(cast.ana).remove(words).status, 200);
    EXPECT_THAT(mine(cast.ana).items, IsEmpty());
}

TEST_F(Sentences, go_out_on_a_monday_as_they_were_shown_and_are_withdrawn_until_they_are_published) {
    releases(cast.ana, of_oneself("false"));
    auto const shown = mine(cast.ana).items.at(0).shown;
    EXPECT_THAT(shown.names, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).put(words, of_oneself("false")).code(), "stale");
    EXPECT_EQ(door.as(cast.ana).put(words, R"({"version":1,"about":"oneself","is_named":false,"text":"Other"})").code(),
              "words_consented");
    EXPECT_EQ(door.as(cast.ana).remove(words).code(), "words_consented");
    EXPECT_THAT(read(cast.jo), IsEmpty());
    support::let_a_week_pass(door);
    for (auto const& reader : {cast.jo, cast.kim, cast.marta, cast.nina}) {
        auto const seen = read(reader);
        ASSERT_THAT(seen, SizeIs(1));
        EXPECT_EQ(json::write(seen[0].shown), json::write(shown));
        EXPECT_EQ(base::to_text(seen[0].week_on), "2026-11-23");
        EXPECT_NE(seen[0].id.text(), "6c1c0f52-9d1b-4f0e-8a53-000000000001");
        EXPECT_EQ(seen[0].allowed_actions.empty(), reader == cast.marta || reader == cast.nina);
    }
    EXPECT_THAT(read(cast.bruno), IsEmpty()) << "once published";
    support::expect_closed_to_others(door, cast, {http::Method::get, programme + "/released-words"},
                                     {cast.amir, cast.rosa, cast.lena});
    ASSERT_EQ(door.as(cast.ana).remove(words + "/consent").status, 200);
    ASSERT_EQ(door.as(cast.ana).remove(words + "/consent").status, 200) << "again without harm";
    EXPECT_THAT(read(cast.jo), IsEmpty());
    EXPECT_EQ(mine(cast.ana).items.at(0).state, WordsState::draft);
}

TEST_F(Sentences, are_published_by_whoever_coordinates_and_stay) {
    releases(cast.ana, of_oneself("true"));
    support::let_a_week_pass(door);
    auto const one = read(cast.jo).at(0);
    support::expect_closed_to_others(door, cast, {http::Method::put, publication(one)},
                                     {cast.marta, cast.nina, cast.ana, cast.amir});
    ASSERT_EQ(door.as(cast.jo).put(publication(one)).status, 200);
    ASSERT_EQ(door.as(cast.kim).put(publication(one)).status, 200) << "again without harm";
    EXPECT_EQ(read(cast.david).at(0).shown.text, "I ask first now");
    EXPECT_THAT(read(cast.david).at(0).shown.names, ElementsAre("Ana Moreira"));
    EXPECT_EQ(door.as(cast.ana).remove(words + "/consent").code(), "words_published");
    EXPECT_EQ(mine(cast.ana).items.at(0).state, WordsState::published);
    EXPECT_THAT(mine(cast.ana).items.at(0).allowed_actions, IsEmpty());
    // Lena reads them when Ana has told her that she takes part.
    EXPECT_EQ(door.as(cast.lena).get(programme + "/released-words").status, 404);
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO protected_times (organisation_id, id, programme_id, person_id, supervisor_id,
                          supervisor_name, hours_a_month, until_on, link_nonce, told_on, except_months, version)
                  VALUES ($1, $2, $3, $4, $5, 'Lena Vogel', 2, '2027-05-31', $2, '2026-11-22', '', 1))",
               cast.organisation, tx.make_id<base::AnyId>(), cast.programme, cast.ana, cast.lena);
    });
    EXPECT_THAT(read(cast.lena), SizeIs(1));
    EXPECT_THAT(door.as(cast.lena).get("/api/published-words").as<PublishedWords>().items, SizeIs(1));
    EXPECT_EQ(door.as(cast.jo).put(programme + "/released-words/" + cast.ana.text() + "/publication").status, 404);
}

TEST_F(Sentences, about_a_pair_need_both) {
    releases(cast.ana, about_pair("true"));
    auto const asked = mine(cast.sofia).asked;
    ASSERT_THAT(asked, SizeIs(1));
    EXPECT_EQ(asked[0].author, "Ana Moreira");
    EXPECT_EQ(asked[0].shown.text, "We decide in a week");
    EXPECT_THAT(asked[0].shown.names, ElementsAre("Ana Moreira", "Sofia Lind"));
    EXPECT_EQ(json::write(asked[0].shown), json::write(mine(cast.ana).items.at(0).shown));
    EXPECT_EQ(count("notices WHERE kind = 'words_ask_you'"), 1);
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), IsEmpty());
    support::expect_closed_to_others(
        door, cast, {http::Method::put, words + "/partner-consent", R"({"version":1,"answer":"consent"})"},
        {cast.ana, cast.david, cast.jo, cast.amir});
    EXPECT_EQ(answers(cast.sofia, "consent", 2).code(), "stale") << "to what was shown";
    ASSERT_EQ(answers(cast.sofia, "consent").status, 200);
    EXPECT_EQ(mine(cast.ana).items.at(0).state, WordsState::waits);
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), SizeIs(1));
    ASSERT_EQ(answers(cast.sofia, "rather_not").status, 200) << "until it is published";
    EXPECT_THAT(read(cast.jo), IsEmpty());
    EXPECT_EQ(mine(cast.ana).items.at(0).state, WordsState::waits);
    ASSERT_EQ(answers(cast.sofia, "consent").status, 200);
    support::let_a_week_pass(door);
    ASSERT_EQ(door.as(cast.jo).put(publication(read(cast.jo).at(0))).status, 200);
    EXPECT_EQ(answers(cast.sofia, "rather_not").code(), "words_published");
}

TEST_F(Sentences, are_asked_of_a_partner_again_only_when_they_have_changed) {
    releases(cast.ana, about_pair("false"));
    ASSERT_EQ(answers(cast.sofia, "rather_not").status, 200);
    ASSERT_EQ(door.as(cast.ana).remove(words + "/consent").status, 200);
    EXPECT_THAT(mine(cast.sofia).asked, IsEmpty());
    ASSERT_EQ(door.as(cast.ana).put(words + "/consent", R"({"version":1})").status, 200);
    EXPECT_EQ(count("notices WHERE kind = 'words_ask_you'"), 1) << "not a second time";
    EXPECT_EQ(mine(cast.sofia).asked.at(0).answer, PartnerConsent::rather_not);
    ASSERT_EQ(door.as(cast.ana).remove(words + "/consent").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(words, about_pair("true", 1)).status, 200);
    ASSERT_EQ(door.as(cast.ana).put(words + "/consent", R"({"version":2})").status, 200);
    EXPECT_EQ(mine(cast.sofia).asked.at(0).answer, std::nullopt);
}

TEST_F(Sentences, name_nobody_in_any_row) {
    releases(cast.ana, about_pair("false"));
    auto const kept = door.database().read(
        [&](db::Tx& tx) { return store::list_all(tx, door.tools().keys, cast.organisation, cast.programme); });
    ASSERT_THAT(kept, SizeIs(1));
    for (auto const& person : {cast.ana, cast.sofia})
        EXPECT_THAT(json::write(kept[0].words), Not(HasSubstr(person.text())));
    EXPECT_EQ(kept[0].author.octets.size(), 32U);
    EXPECT_EQ(count("events WHERE kind LIKE 'released_words%'"), 0);
    EXPECT_EQ(count("mails WHERE kind = 'words_ask_you'"), 0);
}

TEST_F(Sentences, are_ten_of_one_person_at_most) {
    for (int number = 10; number < 20; ++number)
        ASSERT_EQ(door.as(cast.ana)
                      .put(programme + "/released-words/6c1c0f52-9d1b-4f0e-8a53-0000000000" + std::to_string(number),
                           of_oneself("false"))
                      .status,
                  200);
    EXPECT_EQ(door.as(cast.ana).put(words, of_oneself("false")).code(), "too_many_words");
}

}  // namespace
}  // namespace outcome
