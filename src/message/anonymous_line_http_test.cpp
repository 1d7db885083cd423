#include "message/anonymous_line_shapes.hpp"
#include "message/thread_actions.hpp"
#include "support/message_door.hpp"

namespace message {
namespace {

using support::id_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto kAnHour = std::chrono::hours(1);

struct Lines : support::MessageDoor {
    std::string opening(int line) {
        return "/api/programmes/" + cast.programme.text() + "/anonymous-lines/" + id_of(line);
    }
    static std::string line(int n, std::string const& rest = "") { return "/api/anonymous-lines/" + id_of(n) + rest; }
    support::Reply open(access::PersonId by, int n, std::string const& text, std::string const& contact = "null") {
        return door.as(by).put(opening(n), R"({"contact_id":)" + contact + R"(,"message_id":")" + id_of(1000 + n) +
                                               R"(","text":")" + text + "\"}");
    }
    support::Reply write(access::PersonId by, int n, int message, std::string const& text) {
        return door.as(by).put(line(n, "/messages/" + id_of(message)), R"({"text":")" + text + "\"}");
    }
    LineAnswer seen(access::PersonId by, int n) { return door.as(by).get(line(n)).as<LineAnswer>(); }
    LinePage answered(access::PersonId by) { return door.as(by).get("/api/anonymous-lines").as<LinePage>(); }
    MyLines own(access::PersonId by) { return door.as(by).get("/api/my-anonymous-lines").as<MyLines>(); }
    static std::vector<std::string> texts(LineAnswer const& line) {
        std::vector<std::string> all;
        for (auto const& message : line.messages) all.push_back(message.text);
        return all;
    }
};

TEST_F(Lines, reach_the_coordinators_at_the_next_full_hour_and_are_answered_by_name) {
    auto const opened = open(cast.ana, 1, "Is it all right to move desks?");
    ASSERT_EQ(opened.status, 200) << opened.body;
    EXPECT_EQ(opened.as<LineAnswer>().side, LineSide::author);
    EXPECT_THAT(answered(cast.jo).items, IsEmpty());
    EXPECT_EQ(door.as(cast.jo).get(line(1)).status, 404) << "nothing of it is shown yet";
    door.clock().advance(kAnHour);
    EXPECT_EQ(answered(cast.jo).items.size(), 1U);
    EXPECT_EQ(answered(cast.kim).items.front().unread, 1);
    EXPECT_THAT(texts(seen(cast.jo, 1)), ElementsAre("Is it all right to move desks?"));
    ASSERT_EQ(write(cast.jo, 1, 1, "Of course").status, 200);
    auto const replied = seen(cast.ana, 1);
    EXPECT_EQ(replied.unread, 1);
    EXPECT_EQ(replied.messages.back().by, "Jo Byrne");
    EXPECT_EQ(replied.messages.front().by, std::nullopt);
    EXPECT_EQ(own(cast.ana).items.front().unread, 1);
    EXPECT_EQ(door.as(cast.ana).put(line(1, "/reading")).as<LineAnswer>().unread, 0);
    EXPECT_EQ(door.as(cast.jo).put(line(1, "/reading")).as<LineAnswer>().unread, 0);
    EXPECT_EQ(answered(cast.kim).items.front().unread, 1) << "each for themselves";
}

TEST_F(Lines, open_for_nobody_else) {
    ASSERT_EQ(open(cast.ana, 1, "A word").status, 200);
    door.clock().advance(kAnHour);
    std::vector<access::PersonId> const others{cast.bruno, cast.sofia, cast.david, cast.lena,
                                               cast.marta, cast.amir,  cast.nina,  cast.rosa};
    expect_closed_to_others(door, cast, {http::Method::get, line(1)}, others);
    expect_closed_to_others(door, cast, {http::Method::put, line(1, "/messages/" + id_of(5)), R"({"text":"a"})"},
                            others);
    expect_closed_to_others(door, cast, {http::Method::put, line(1, "/reading")}, others);
    expect_closed_to_others(door, cast, {http::Method::put, line(1, "/closure")}, others);
    expect_closed_to_others(
        door, cast, {http::Method::put, opening(1), R"({"message_id":")" + id_of(1001) + R"(","text":"a"})"}, others);
    for (auto who : others) {
        EXPECT_THAT(answered(who).items, IsEmpty());
        EXPECT_THAT(own(who).items, IsEmpty());
    }
    EXPECT_EQ(door.nobody().get("/api/anonymous-lines").status, 401);
    EXPECT_EQ(door.nobody().get("/api/my-anonymous-lines").status, 401);
}

TEST_F(Lines, are_opened_by_those_who_take_part_and_answer_no_lines_there) {
    for (auto who : {cast.lena, cast.amir, cast.otto}) {
        EXPECT_EQ(open(who, 1, "A word").status, 404);
        EXPECT_EQ(door.as(who).get("/api/programmes/" + cast.programme.text() + "/line-recipients").status, 404);
    }
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE enrolments SET person_id = $2 WHERE organisation_id = $1 AND id = $3", cast.organisation,
               cast.jo, cast.bruno_enrolled);
    });
    EXPECT_EQ(open(cast.jo, 1, "A word").code(), "answers_lines_here");
    auto const recipients =
        door.as(cast.ana).get("/api/programmes/" + cast.programme.text() + "/line-recipients").as<LineRecipients>();
    EXPECT_EQ(recipients.coordinators.size(), 2U);
    EXPECT_THAT(recipients.contacts, IsEmpty());
}

TEST_F(Lines, to_a_confidential_contact_are_theirs_alone) {
    make_contact(cast.rosa);
    make_contact(cast.lena);
    EXPECT_EQ(open(cast.ana, 1, "A word", '"' + cast.lena.text() + '"').status, 404) << "her own manager";
    EXPECT_EQ(open(cast.ana, 1, "A word", '"' + cast.bruno.text() + '"').status, 404);
    ASSERT_EQ(open(cast.ana, 1, "A word", '"' + cast.rosa.text() + '"').status, 200);
    door.clock().advance(kAnHour);
    EXPECT_EQ(answered(cast.rosa).items.size(), 1U);
    for (auto who : {cast.lena, cast.jo, cast.kim}) {
        EXPECT_THAT(answered(who).items, IsEmpty());
        EXPECT_EQ(door.as(who).get(line(1)).status, 404);
    }
    EXPECT_EQ(seen(cast.rosa, 1).contact->name, "Rosa Lima");
}

TEST_F(Lines, show_full_hours_and_nothing_on_its_way) {
    door.clock().advance(std::chrono::minutes(17));
    ASSERT_EQ(open(cast.ana, 1, "First").status, 200);
    door.clock().advance(kAnHour);
    auto const before = door.as(cast.jo).get(line(1)).body + door.as(cast.jo).get("/api/anonymous-lines").body;
    ASSERT_EQ(write(cast.ana, 1, 1, "On its way").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(line(1, "/reading")).status, 200);
    EXPECT_EQ(door.as(cast.jo).get(line(1)).body + door.as(cast.jo).get("/api/anonymous-lines").body, before);
    ASSERT_EQ(write(cast.jo, 1, 2, "Answer").status, 200);
    ASSERT_EQ(door.as(cast.jo).put(line(1, "/reading")).status, 200);
    door.clock().advance(kAnHour);
    auto const shown = seen(cast.jo, 1);
    EXPECT_THAT(texts(shown), ElementsAre("First", "Answer", "On its way"));
    EXPECT_EQ(shown.unread, 1) << "what was read before it was shown was not read";
    for (auto const& message : shown.messages)
        EXPECT_EQ(message.shown_at.microseconds % std::chrono::microseconds(kAnHour).count(), 0);
}

TEST_F(Lines, take_the_same_message_once) {
    for (int again = 0; again < 3; ++again) ASSERT_EQ(open(cast.ana, 1, "A word").status, 200);
    for (int again = 0; again < 3; ++again) ASSERT_EQ(write(cast.ana, 1, 1, "Another").status, 200);
    EXPECT_EQ(seen(cast.ana, 1).messages.size(), 2U);
    ASSERT_EQ(open(cast.bruno, 2, "Bruno's").status, 200);
    EXPECT_EQ(write(cast.bruno, 2, 1, "with an id of Ana's").status, 404);
    EXPECT_EQ(count("SELECT COUNT(*) FROM idempotency_keys WHERE organisation_id = $1"), 0);
    EXPECT_EQ(open(cast.ana, 3, " ").status, 422);
    EXPECT_EQ(write(cast.ana, 1, 7, std::string(4001, 'a')).status, 422);
}

TEST_F(Lines, are_closed_by_who_answers_as_a_line_and_never_as_a_person) {
    ASSERT_EQ(open(cast.ana, 1, "A word").status, 200);
    door.clock().advance(kAnHour);
    EXPECT_EQ(door.as(cast.ana).put(line(1, "/closure")).status, 404);
    EXPECT_TRUE(door.as(cast.jo).put(line(1, "/closure")).as<LineAnswer>().closed_on);
    EXPECT_EQ(door.as(cast.kim).put(line(1, "/closure")).status, 200);
    for (auto who : {cast.ana, cast.jo}) EXPECT_EQ(write(who, 1, 9, "More").code(), "line_closed");
    EXPECT_EQ(open(cast.ana, 2, "Another word").status, 200);
}

TEST_F(Lines, limit_each_person_without_telling_anybody_else) {
    for (int n = 1; n <= kMostOpenLines; ++n) ASSERT_EQ(open(cast.ana, n, "A word").status, 200);
    EXPECT_EQ(open(cast.ana, 50, "A word").code(), "too_many_lines");
    for (int n = 0; n < kMostADay - kMostOpenLines; ++n) ASSERT_EQ(write(cast.ana, 1, 100 + n, "More").status, 200);
    EXPECT_EQ(write(cast.ana, 1, 200, "More").code(), "too_many_today");
    EXPECT_EQ(open(cast.bruno, 60, "A word").status, 200);
    door.clock().advance(kAnHour);
    EXPECT_EQ(write(cast.jo, 1, 201, "Answer").status, 200);
    door.clock().advance(std::chrono::hours(24));
    EXPECT_EQ(write(cast.ana, 1, 200, "More").status, 200);
}

TEST_F(Lines, tell_who_answers_as_any_message_does_and_whoever_opened_one_never) {
    auto told = [&](access::PersonId person) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND person_id = $2 "
                    "AND kind = 'message_waits' AND subject_id IS NULL",
                    cast.organisation, person)
                .value();
        });
    };
    auto tell = [&] {
        door.database().write([&](db::Tx& tx) { tell_waiting(tx, cast.organisation, door.clock().now()); });
    };
    ASSERT_EQ(open(cast.ana, 1, "A word").status, 200);
    ASSERT_EQ(open(cast.bruno, 2, "Another").status, 200);
    tell();
    EXPECT_EQ(told(cast.jo), 0);
    door.clock().advance(kAnHour);
    tell();
    tell();
    EXPECT_EQ(told(cast.jo), 1) << "one mail, however many lines";
    EXPECT_EQ(told(cast.kim), 1);
    ASSERT_EQ(write(cast.jo, 1, 1, "Answer").status, 200);
    door.clock().advance(kAnHour);
    tell();
    EXPECT_EQ(told(cast.ana), 0) << "a mail to her would show who she is";
    EXPECT_EQ(told(cast.jo), 1);
}

}  // namespace
}  // namespace message
