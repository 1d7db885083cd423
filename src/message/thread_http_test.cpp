#include "message/thread_actions.hpp"
#include "message/thread_shapes.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "support/message_door.hpp"

namespace message {
namespace {

using support::id_of;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Threads : support::MessageDoor {
    pairing::PairingId id = opened(cast.ana, cast.sofia);

    std::string path(std::string const& rest = "") { return "/api/threads/" + id.text() + rest; }
    std::string message(int n) { return path("/messages/" + id_of(n)); }
    support::Reply write(access::PersonId by, int n, std::string const& text) {
        return door.as(by).put(message(n), R"({"text":")" + text + "\"}");
    }
    ThreadAnswer seen(access::PersonId by) { return door.as(by).get(path()).as<ThreadAnswer>(); }
    std::vector<std::string> texts(access::PersonId by, std::string const& query = "") {
        std::vector<std::string> all;
        for (auto const& one : door.as(by).get(path("/messages") + query).as<MessagePage>().items)
            all.push_back(one.text.value_or("-"));
        return all;
    }
    void tell() {
        door.database().write([&](db::Tx& tx) { tell_waiting(tx, cast.organisation, door.clock().now()); });
    }
    std::int64_t mails() {
        return count("SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND kind = 'message_waits'");
    }
    std::int64_t notices() {
        return count("SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND kind = 'message_waits'");
    }
};

TEST_F(Threads, hold_what_each_of_the_two_writes_the_newest_first) {
    ASSERT_EQ(write(cast.ana, 1, "Hello Sofia").status, 200);
    ASSERT_EQ(write(cast.sofia, 2, "Hello Ana").status, 200);
    EXPECT_THAT(texts(cast.ana), ElementsAre("Hello Ana", "Hello Sofia"));
    EXPECT_THAT(texts(cast.sofia, "?order=ascending"), ElementsAre("Hello Sofia", "Hello Ana"));
    auto const first = door.as(cast.ana).get(path("/messages?limit=1")).as<MessagePage>();
    EXPECT_FALSE(first.items.at(0).is_own);
    EXPECT_THAT(first.items.at(0).allowed_actions, IsEmpty());
    EXPECT_THAT(texts(cast.ana, "?limit=1&cursor=" + *first.next_cursor), ElementsAre("Hello Sofia"));
}

TEST_F(Threads, open_for_nobody_else) {
    ASSERT_EQ(write(cast.ana, 1, "Hello").status, 200);
    std::vector<access::PersonId> const others{cast.bruno, cast.david, cast.lena, cast.marta,
                                               cast.jo,    cast.amir,  cast.nina, cast.rosa};
    for (auto const* rest : {"", "/messages"})
        expect_closed_to_others(door, cast, {http::Method::get, path(rest)}, others);
    expect_closed_to_others(door, cast, {http::Method::get, path("/attachments/" + id_of(5))}, others);
    expect_closed_to_others(door, cast, {http::Method::put, message(1), R"({"text":"other"})"}, others);
    expect_closed_to_others(door, cast, {http::Method::put, message(2), R"({"text":"other"})"}, others);
    expect_closed_to_others(door, cast, {http::Method::remove, message(1)}, others);
    expect_closed_to_others(door, cast, {http::Method::put, path("/reading"), R"({"position":1})"}, others);
    for (auto method : {http::Method::put, http::Method::remove})
        expect_closed_to_others(door, cast, {method, path("/block")}, others);
    EXPECT_THAT(texts(cast.ana), ElementsAre("Hello"));
}

TEST_F(Threads, take_the_same_message_once_however_often_it_is_sent) {
    for (int again = 0; again < 3; ++again) EXPECT_EQ(write(cast.ana, 1, "Hello").status, 200);
    EXPECT_THAT(texts(cast.ana), ElementsAre("Hello"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM idempotency_keys WHERE organisation_id = $1"), 0);
}

TEST_F(Threads, keep_a_message_to_its_author_and_its_thread) {
    ASSERT_EQ(write(cast.ana, 1, "Hello").status, 200);
    EXPECT_EQ(write(cast.sofia, 1, "I am Ana").status, 404);
    EXPECT_EQ(door.as(cast.sofia).remove(message(1)).status, 404);
    auto const other = opened(cast.bruno, cast.david);
    auto const elsewhere = "/api/threads/" + other.text() + "/messages/" + id_of(1);
    EXPECT_EQ(door.as(cast.bruno).put(elsewhere, R"({"text":"mine"})").status, 404);
    EXPECT_EQ(door.as(cast.bruno).remove(elsewhere).status, 404);
    EXPECT_THAT(texts(cast.ana), ElementsAre("Hello"));
}

TEST_F(Threads, refuse_what_is_no_message) {
    EXPECT_EQ(write(cast.ana, 1, "").code(), "invalid");
    EXPECT_EQ(write(cast.ana, 1, "  ").text("/errors/0/pointer"), "/text");
    EXPECT_EQ(write(cast.ana, 1, std::string(4001, 'a')).text("/errors/0/code"), "too_long");
    EXPECT_EQ(write(cast.ana, 1, std::string(4000, 'a')).status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path("/messages/nonsense"), R"({"text":"a"})").status, 404);
    EXPECT_EQ(door.as(cast.ana).put(message(2), R"({"text":"a","attachment_ids":[")" + id_of(8) + "\"]}").status, 404);
}

TEST_F(Threads, let_the_author_edit_for_a_quarter_of_an_hour_and_take_back_at_any_time) {
    ASSERT_EQ(write(cast.ana, 1, "Helo").status, 200);
    door.clock().advance(std::chrono::minutes(15));
    auto const edited = write(cast.ana, 1, "Hello").as<MessageAnswer>();
    EXPECT_TRUE(edited.edited_at);
    door.clock().advance(std::chrono::seconds(1));
    EXPECT_EQ(write(cast.ana, 1, "Hallo").code(), "too_late_to_edit");
    EXPECT_THAT(texts(cast.sofia), ElementsAre("Hello"));
    auto const gone = door.as(cast.ana).remove(message(1)).as<MessageAnswer>();
    EXPECT_FALSE(gone.text);
    EXPECT_THAT(texts(cast.sofia), ElementsAre("-"));
    EXPECT_EQ(write(cast.ana, 1, "Hello again").code(), "taken_back");
    EXPECT_EQ(count("SELECT COUNT(*) FROM messages WHERE organisation_id = $1 AND sealed_text IS NOT NULL"), 0);
}

TEST_F(Threads, count_what_one_has_not_read_for_oneself_alone) {
    ASSERT_EQ(write(cast.ana, 1, "One").status, 200);
    ASSERT_EQ(write(cast.ana, 2, "Two").status, 200);
    ASSERT_EQ(write(cast.ana, 3, "Three").status, 200);
    EXPECT_EQ(seen(cast.sofia).unread, 3);
    EXPECT_EQ(seen(cast.ana).unread, 0) << "one's own";
    auto const ana_before = door.as(cast.ana).get(path()).body + door.as(cast.ana).get(path("/messages")).body;
    EXPECT_EQ(door.as(cast.sofia).put(path("/reading"), R"({"position":2})").as<ThreadAnswer>().unread, 1);
    EXPECT_EQ(door.as(cast.sofia).put(path("/reading"), R"({"position":1})").as<ThreadAnswer>().unread, 1)
        << "not back";
    EXPECT_EQ(door.as(cast.ana).get(path()).body + door.as(cast.ana).get(path("/messages")).body, ana_before);
    ASSERT_EQ(door.as(cast.ana).remove(message(3)).status, 200);
    EXPECT_EQ(seen(cast.sofia).unread, 0) << "taken back";
    EXPECT_EQ(door.as(cast.sofia).put(path("/reading"), R"({"position":99})").as<ThreadAnswer>().read_position, 3);
    EXPECT_EQ(door.as(cast.ana).get("/api/threads").as<MyThreads>().items.size(), 1U);
    EXPECT_THAT(door.as(cast.bruno).get("/api/threads").as<MyThreads>().items, IsEmpty());
}

TEST_F(Threads, are_searched_for_the_two_whatever_case_and_accents_a_letter_is_made_of) {
    ASSERT_EQ(write(cast.ana, 1, "Caf\u00e9 at nine, \u00c9lodie").status, 200);
    ASSERT_EQ(write(cast.sofia, 2, "At noon").status, 200);
    ASSERT_EQ(write(cast.sofia, 3, "cafe\u0301 again").status, 200);
    EXPECT_THAT(texts(cast.sofia, "?search=CAF%C3%89"), testing::SizeIs(2));
    EXPECT_THAT(texts(cast.ana, "?search=%C3%A9lodie"), testing::SizeIs(1));
    EXPECT_THAT(texts(cast.ana, "?search=%25"), IsEmpty());
    auto const page = door.as(cast.ana).get(path("/messages?search=caf%C3%A9&limit=1")).as<MessagePage>();
    EXPECT_THAT(texts(cast.ana, "?search=caf%C3%A9&limit=1&cursor=" + *page.next_cursor), testing::SizeIs(1));
    ASSERT_EQ(door.as(cast.sofia).remove(message(2)).status, 200);
    EXPECT_THAT(texts(cast.ana, "?search=noon"), IsEmpty());
}

TEST_F(Threads, are_read_only_once_the_pairing_is_over) {
    ASSERT_EQ(write(cast.ana, 1, "Hello").status, 200);
    door.clock().advance(std::chrono::hours(24 * 9));
    EXPECT_EQ(write(cast.ana, 2, "Too late").code(), "pairing_over") << "before the job";
    door.database().write(
        [&](db::Tx& tx) { pairing::open_exploratory_answers(tx, cast.organisation, door.clock().now()); });
    EXPECT_EQ(write(cast.ana, 2, "Too late").code(), "pairing_over");
    EXPECT_EQ(door.as(cast.ana).remove(message(1)).code(), "pairing_over");
    EXPECT_TRUE(seen(cast.ana).is_over);
    EXPECT_THAT(seen(cast.ana).allowed_actions, Not(Contains(ThreadAction::write)));
    EXPECT_THAT(texts(cast.sofia), ElementsAre("Hello"));
}

TEST_F(Threads, take_nothing_from_somebody_blocked_without_telling_them_why) {
    ASSERT_EQ(write(cast.ana, 1, "Hello").status, 200);
    auto const ana_before = door.as(cast.ana).get(path()).body;
    EXPECT_TRUE(door.as(cast.sofia).put(path("/block")).as<ThreadAnswer>().has_blocked);
    EXPECT_EQ(door.as(cast.ana).get(path()).body, ana_before);
    auto const blocked = write(cast.ana, 2, "Again");
    EXPECT_EQ(blocked.code(), "takes_nothing_now");
    EXPECT_EQ(write(cast.ana, 1, "Edited instead").code(), "takes_nothing_now");
    EXPECT_EQ(write(cast.sofia, 3, "I may").status, 200);
    EXPECT_FALSE(door.as(cast.sofia).remove(path("/block")).as<ThreadAnswer>().has_blocked);
    EXPECT_EQ(write(cast.ana, 2, "Again").status, 200);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.sofia);
    });
    auto const gone = write(cast.ana, 4, "Hello?");
    EXPECT_EQ(gone.code(), blocked.code());
    EXPECT_EQ(gone.text("/detail"), blocked.text("/detail"));
}

TEST_F(Threads, leave_no_event_no_hint_for_others_and_no_log_entry) {
    auto const events = count("SELECT COUNT(*) FROM events WHERE organisation_id = $1");
    ASSERT_EQ(write(cast.ana, 1, "Hello").status, 200);
    ASSERT_EQ(write(cast.ana, 1, "Hi").status, 200);
    ASSERT_EQ(door.as(cast.ana).remove(message(1)).status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path("/block")).status, 200);
    EXPECT_EQ(count("SELECT COUNT(*) FROM events WHERE organisation_id = $1"), events);
}

TEST_F(Threads, tell_that_something_waits_at_most_once_an_hour) {
    tell();
    ASSERT_EQ(write(cast.ana, 1, "One").status, 200);
    tell();
    EXPECT_EQ(notices(), 0) << "whoever is there reads it in the meantime";
    door.clock().advance(std::chrono::minutes(3));
    tell();
    tell();
    EXPECT_EQ(notices(), 1);
    ASSERT_EQ(write(cast.ana, 2, "Two").status, 200);
    door.clock().advance(std::chrono::minutes(56));
    tell();
    EXPECT_EQ(notices(), 1);
    door.clock().advance(std::chrono::minutes(5));
    tell();
    EXPECT_EQ(notices(), 2);
    door.clock().advance(std::chrono::hours(30));
    tell();
    EXPECT_EQ(notices(), 2) << "of the same message nobody is told twice";
    EXPECT_EQ(count("SELECT COUNT(*) FROM notices WHERE organisation_id = $1 AND subject_id IS NOT NULL "
                    "AND kind = 'message_waits'"),
              0);
    EXPECT_THAT(door.as(cast.sofia).get("/api/notices").body, HasSubstr("message_waits"));
    EXPECT_THAT(door.as(cast.ana).get("/api/notices").body, Not(HasSubstr("message_waits")));
    EXPECT_LE(mails(), 2);
}

TEST_F(Threads, tell_nobody_of_what_they_have_read) {
    ASSERT_EQ(write(cast.ana, 1, "One").status, 200);
    ASSERT_EQ(door.as(cast.sofia).put(path("/reading"), R"({"position":1})").status, 200);
    door.clock().advance(std::chrono::minutes(30));
    tell();
    EXPECT_EQ(notices(), 0);
}

}  // namespace
}  // namespace message
