#include <set>

#include <gtest/gtest.h>

#include "notice/notice_actions.hpp"
#include "support/door.hpp"

namespace {

class NoticeDoor : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());

    void tell(access::PersonId person, notice::Kind const& kind, std::optional<base::AnyId> subject) {
        door_.database().write(
            [&](db::Tx& tx) { notice::tell(tx, cast_.organisation, person, kind, subject, door_.clock().now()); });
    }
    std::size_t rows(support::Reply const& reply) { return reply.json().at("items").as_array().size(); }
};

TEST_F(NoticeDoor, shows_a_person_what_they_were_told) {
    tell(cast_.ana, notice::suggestions_ready, base::any(cast_.programme));
    auto const inbox = door_.as(cast_.ana).get("/api/notices");
    EXPECT_EQ(inbox.text("/items/0/kind"), "suggestions_ready");
    EXPECT_EQ(inbox.text("/items/0/page"), "/suggestions");
    EXPECT_EQ(inbox.text("/unread"), "1");
    EXPECT_EQ(rows(door_.as(cast_.bruno).get("/api/notices")), 0U);
    EXPECT_EQ(door_.nobody().get("/api/notices").status, 401);
}

TEST_F(NoticeDoor, tells_once_about_one_subject) {
    for (int i = 0; i < 3; ++i) tell(cast_.ana, notice::suggestions_ready, base::any(cast_.programme));
    EXPECT_EQ(rows(door_.as(cast_.ana).get("/api/notices")), 1U);
    EXPECT_EQ(rows(door_.as(cast_.amir).get("/api/mails")), 1U);
}

TEST_F(NoticeDoor, lists_no_mail_whose_recipient_would_tell_what_somebody_else_did) {
    for (auto const* kind : {&notice::times_proposed, &notice::message_waits, &notice::dates_fit,
                             &notice::confidence_waits, &notice::introduction_waits, &notice::introduction_news})
        tell(cast_.ana, *kind, base::any(cast_.programme));
    EXPECT_EQ(rows(door_.as(cast_.amir).get("/api/mails")), 0U);
    auto const hidden = door_.database().read([&](db::Tx& tx) {
        return tx.value<base::AnyId>("SELECT id FROM mails WHERE organisation_id = $1 ORDER BY id LIMIT 1",
                                     cast_.organisation);
    });
    ASSERT_TRUE(hidden);
    EXPECT_EQ(door_.as(cast_.amir).post("/api/mails/" + hidden->text() + "/sending").status, 404);
    EXPECT_EQ(rows(door_.as(cast_.ana).get("/api/notices")), 6U) << "whoever was told still is";
}

TEST_F(NoticeDoor, remembers_what_was_read) {
    tell(cast_.ana, notice::suggestions_ready, base::any(cast_.programme));
    tell(cast_.ana, notice::round_result, base::any(cast_.programme));
    auto const id = door_.as(cast_.ana).get("/api/notices").text("/items/0/id");
    EXPECT_EQ(door_.as(cast_.ana).put("/api/notices/" + id + "/reading").status, 204);
    EXPECT_EQ(door_.as(cast_.ana).get("/api/notices").text("/unread"), "1");
    EXPECT_EQ(door_.as(cast_.ana).put("/api/notices/reading").status, 204);
    EXPECT_EQ(door_.as(cast_.ana).get("/api/notices").text("/unread"), "0");
}

TEST_F(NoticeDoor, is_closed_to_others) {
    tell(cast_.ana, notice::suggestions_ready, base::any(cast_.programme));
    auto const id = door_.as(cast_.ana).get("/api/notices").text("/items/0/id");
    support::expect_closed_to_others(door_, cast_, {http::Method::put, "/api/notices/" + id + "/reading"},
                                     {cast_.bruno, cast_.jo, cast_.amir});
    EXPECT_EQ(door_.as(cast_.ana).get("/api/notices").text("/unread"), "1");
}

TEST_F(NoticeDoor, pages_a_long_inbox) {
    for (int i = 0; i < 7; ++i) {
        tell(cast_.ana, notice::round_result, std::nullopt);
        door_.clock().advance(std::chrono::hours(i % 2));
    }
    std::vector<std::string> seen;
    std::string after;
    for (int page = 0; page < 4; ++page) {
        auto const reply = door_.as(cast_.ana).get("/api/notices?limit=2" + (after.empty() ? "" : "&cursor=" + after));
        auto const shown = reply.json();
        for (auto const& row : shown.at("items").as_array()) seen.emplace_back(row.at("id").as_string());
        after = reply.text("/next_cursor");
    }
    EXPECT_EQ(seen.size(), 7U);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 7U);
    EXPECT_EQ(door_.as(cast_.ana).get("/api/notices?limit=0").status, 422);
    EXPECT_EQ(door_.as(cast_.bruno).get("/api/notices?cursor=" + seen.front()).status, 422);
}

TEST_F(NoticeDoor, shows_an_administrator_the_mails_as_they_would_be_sent) {
    tell(cast_.ana, notice::agreement_waits, base::any(cast_.programme));
    auto const mails = door_.as(cast_.amir).get("/api/mails");
    EXPECT_EQ(mails.text("/items/0/to_address"), "ana@example.org");
    EXPECT_EQ(mails.text("/items/0/subject"), "Something waits for you at Nordlys");
    EXPECT_EQ(mails.text("/items/0/link"), "https://obverse.test/pair");
    EXPECT_EQ(mails.text("/items/0/state"), "waiting");
    EXPECT_EQ(rows(door_.as(cast_.otto).get("/api/mails")), 0U);
    for (auto person : {cast_.ana, cast_.jo, cast_.marta, cast_.nina, cast_.rosa})
        EXPECT_EQ(door_.as(person).get("/api/mails").status, 403);
    EXPECT_EQ(door_.nobody().get("/api/mails").status, 401);
}

TEST_F(NoticeDoor, mails_nobody_without_an_address_or_who_has_left) {
    door_.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET email = NULL WHERE organisation_id = $1 AND id = $2", cast_.organisation, cast_.ana);
        tx.run("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast_.organisation,
               cast_.bruno);
    });
    tell(cast_.ana, notice::round_result, base::any(cast_.programme));
    tell(cast_.bruno, notice::round_result, base::any(cast_.programme));
    EXPECT_EQ(rows(door_.as(cast_.amir).get("/api/mails")), 0U);
    EXPECT_EQ(rows(door_.as(cast_.ana).get("/api/notices")), 1U) << "the inbox reaches everybody";
}

TEST_F(NoticeDoor, tells_two_people_of_one_round_the_same) {
    for (auto person : {cast_.ana, cast_.bruno}) tell(person, notice::round_result, base::any(cast_.programme));
    auto const mails = door_.as(cast_.amir).get("/api/mails");
    EXPECT_EQ(mails.text("/items/0/subject"), mails.text("/items/1/subject"));
    auto const without_name = [&](std::string const& row) {
        auto body = mails.text(row + "/body");
        return body.substr(body.find(",\n"));
    };
    EXPECT_EQ(without_name("/items/0"), without_name("/items/1"));
}

}  // namespace
