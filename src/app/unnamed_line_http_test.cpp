// AN9: who opened an anonymous line is told by nothing that anybody else is shown, sent or could find. The same words
// are written on a line by Ann in one world and by Bob in the other; everything every other person can fetch, and every
// event, job, mail and log line, is the same. And the database, with its log and its write-ahead log, holds neither the
// words nor, beside the line, the writer.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "message/anonymous_line_shapes.hpp"
#include "notice/notice_actions.hpp"
#include "support/databases.hpp"
#include "support/search_files.hpp"
#include "support/two_worlds.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using support::everybody_but;
using support::told_apart;
using support::World;
using testing::IsEmpty;
using testing::Not;

constexpr char const* kLine = "20000000-0000-4000-8000-000000000001";
constexpr char const* kFirst = "20000000-0000-4000-8000-000000000002";
constexpr char const* kAnswer = "20000000-0000-4000-8000-000000000003";
constexpr char const* kSecond = "20000000-0000-4000-8000-000000000004";

support::Reply put_keyed(World& world, access::PersonId by, std::string const& target, std::string body = "") {
    auto reply = world.door.as(by).send(http::Method::put, target, std::move(body), {{"Idempotency-Key", "a key"}});
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    return reply;
}

void hours_pass(World& world, int hours) {
    for (int hour = 0; hour < hours; ++hour) {
        world.door.clock().advance(std::chrono::hours(1));
        world.door.house().round();
        world.door.house().drain();
    }
}

enum class Leak { none, mail_to_the_author, event_with_the_person, exact_time, idempotency_record };

void plant(World& world, Leak leak, access::PersonId author) {
    auto const now = world.door.clock().now();
    world.door.database().write([&](db::Tx& tx) {
        auto const line = base::AnyId::parse(kLine).value();
        if (leak == Leak::mail_to_the_author)
            notice::tell(tx, world.cast.organisation, author, notice::round_result, std::nullopt, now);
        if (leak == Leak::event_with_the_person)
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, author), audit::Kind{"line.planted"},
                          line, {}, now);
        if (leak == Leak::exact_time)
            tx.run("UPDATE line_messages SET shown_at = $2 WHERE organisation_id = $1 AND answered_by IS NULL",
                   world.cast.organisation, now);
        if (leak == Leak::idempotency_record)
            tx.run(R"(INSERT INTO idempotency_keys (organisation_id, person_id, key, request_hash, status, body,
                                                    kept_at)
                      VALUES ($1, $2, 'a key', $3, 200, '{}', $4))",
                   world.cast.organisation, author, meta::Bytes{{1}}, now);
    });
}

// Whoever it is writes `minutes` into the hour, is answered, reads it and writes again.
support::Story line_by(std::string const& name, int minutes, Leak leak = Leak::none) {
    return [=](World& world) {
        auto const author = support::person_named(world.cast, name);
        for (auto const* id : {kLine, kFirst, kAnswer, kSecond}) world.ids.push_back(base::AnyId::parse(id).value());
        std::string const line = std::string("/api/anonymous-lines/") + kLine;
        auto const opening = "/api/programmes/" + world.cast.programme.text() + "/anonymous-lines/" + kLine;
        world.door.clock().advance(std::chrono::minutes(minutes));
        put_keyed(world, author, opening,
                  std::string(R"({"text":"I would rather not say who I am","message_id":")") + kFirst + "\"}");
        plant(world, leak, author);
        world.door.clock().advance(std::chrono::minutes(60 - minutes));
        hours_pass(world, 1);
        put_keyed(world, world.cast.jo, line + "/messages/" + kAnswer, R"({"text":"You need not"})");
        world.door.clock().advance(std::chrono::minutes(minutes));
        put_keyed(world, author, line + "/reading");
        put_keyed(world, author, line + "/messages/" + kSecond, R"({"text":"Thank you"})");
        world.door.clock().advance(std::chrono::minutes(60 - minutes));
        hours_pass(world, 2);
        put_keyed(world, world.cast.jo, line + "/reading");
    };
}

auto const kOthers = everybody_but({"ana", "bruno"});

TEST(AnAnonymousLine, is_betrayed_by_a_mail_to_whoever_opened_it) {
    EXPECT_THAT(told_apart(line_by("ana", 5, Leak::mail_to_the_author), line_by("bruno", 5, Leak::mail_to_the_author),
                           everybody_but({"ana", "bruno"})),
                testing::Contains(testing::HasSubstr("mails")));
}

TEST(AnAnonymousLine, is_betrayed_by_an_event_with_a_person) {
    EXPECT_THAT(told_apart(line_by("ana", 5, Leak::event_with_the_person),
                           line_by("bruno", 5, Leak::event_with_the_person), kOthers),
                Not(IsEmpty()));
}

TEST(AnAnonymousLine, is_betrayed_by_an_exact_time_and_by_what_is_kept_of_a_request) {
    EXPECT_THAT(told_apart(line_by("ana", 5, Leak::exact_time), line_by("bruno", 40, Leak::exact_time), kOthers),
                Not(IsEmpty()));
    EXPECT_THAT(
        told_apart(line_by("ana", 5, Leak::idempotency_record), line_by("bruno", 5, Leak::idempotency_record), kOthers),
        Not(IsEmpty()));
}

TEST(AnAnonymousLine, tells_nobody_who_of_two_opened_it_nor_when_in_the_hour) {
    EXPECT_THAT(told_apart(line_by("ana", 5), line_by("bruno", 40), kOthers), IsEmpty());
}

TEST(AnAnonymousLine, tells_nobody_of_the_other_side_either) {
    EXPECT_THAT(told_apart(line_by("sofia", 5), line_by("ana", 5), everybody_but({"ana", "sofia"})), IsEmpty());
}

bool is_in_the_database(support::Door& door, std::string const& word) {
    return !support::files_holding(word, support::folder_of(door.database())).empty();
}

TEST(WhatIsWritten, stands_in_no_file_of_the_database) {
    db::Database database({.address = support::fresh_address(support::Fresh::migrated), .readers = 1});
    support::Door door(database);
    auto const cast = support::make_cast(database);
    std::string const word = "Zq8CanaryMessage";
    door.database().write(
        [&](db::Tx& tx) { tx.run("UPDATE people SET called_name = $2 WHERE id = $1", cast.nina, word + "Planted"); });
    EXPECT_TRUE(is_in_the_database(door, word + "Planted")) << "the searcher finds what is there";

    {
        World world{door, cast};
        auto const pairing =
            door.as(cast.jo).post("/api/programmes/" + cast.programme.text() + "/pairings",
                                  R"({"pairs":[{"mentor_id":")" + cast.ana.text() + R"(","mentee_id":")" +
                                      cast.sofia.text() + R"(","meetings_before":1}]})");
        ASSERT_EQ(pairing.status, 201) << pairing.body;
        EXPECT_EQ(door.as(cast.amir)
                      .post("/api/people/" + cast.rosa.text() + "/roles", R"({"role":"confidential_contact"})")
                      .status,
                  201);
        auto const thread = "/api/threads/" + pairing.text("/ids/0");
        auto const uploaded = door.as(cast.ana).send(
            http::Method::put, thread + "/attachments/" + kAnswer + "?name=" + word + "Name.txt", word + "File",
            {{"Content-Type", "application/octet-stream"}, {"Idempotency-Key", "upload"}});
        ASSERT_EQ(uploaded.status, 200) << uploaded.body;
        put_keyed(world, cast.ana, thread + "/messages/" + kFirst,
                  R"({"text":")" + word + R"(Text","attachment_ids":[")" + kAnswer + "\"]}");
        ASSERT_EQ(door.as(cast.sofia).get(thread + "/messages?search=" + word).status, 200);
        auto const concern = "/api/concerns/" + std::string(kSecond);
        put_keyed(world, cast.sofia, "/api/programmes/" + cast.programme.text() + "/concerns/" + kSecond,
                  R"({"contact_id":")" + cast.rosa.text() + R"(","wish":"act","message_id":")" + kSecond +
                      R"(","text":")" + word + R"(Concern","picked":{"thread_id":")" + pairing.text("/ids/0") +
                      R"(","message_ids":[")" + kFirst + "\"]}}");
        put_keyed(world, cast.rosa, concern + "/note", R"({"text":")" + word + "Note\"}");
        line_by("ana", 5)(world);
        put_keyed(world, cast.ana, std::string("/api/anonymous-lines/") + kLine + "/messages/" + pairing.text("/ids/0"),
                  R"({"text":")" + word + "Line\"}");
    }
    for (auto const* part : {"Text", "Name", "File", "Concern", "Note", "Line"})
        EXPECT_FALSE(is_in_the_database(door, word + part)) << part;
}

}  // namespace
}  // namespace app
