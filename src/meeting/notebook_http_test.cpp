#include "meeting/notebook_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_shapes.hpp"
#include "meeting/notebook_store.hpp"
#include "platform/json.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

struct Notebooks : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);
    MeetingId meeting = set(2);

    std::string of_pair(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    std::string of(std::string const& rest = "/notebook") { return "/api/meetings/" + meeting.text() + rest; }
    MeetingId set(int days, std::string const& activity = "conversation") {
        auto const local = base::to_text(base::utc_day(door.clock().now()) + days) + "T15:00";
        auto const proposed =
            door.as(cast.sofia)
                .post(of_pair("/meetings"), R"({"minutes":45,"channel":"video","place":"","activity":")" + activity +
                                                R"(","times":[{"starts_local":")" + local + R"(","time_zone":"UTC"}]})")
                .as<MeetingAnswer>();
        auto const chosen = door.as(cast.ana).put(
            "/api/meetings/" + proposed.id.text() + "/time",
            R"({"version":1,"starts_at":")" + base::to_text(proposed.times.at(0).starts_at) + "\"}");
        EXPECT_EQ(chosen.status, 200) << chosen.body;
        return proposed.id;
    }
    void hold(int version = 2) {
        door.clock().advance(std::chrono::hours(24 * 2 + 16));
        auto const held = door.as(cast.ana).put(of("/holding"), R"({"version":)" + std::to_string(version) + "}");
        EXPECT_EQ(held.status, 200) << held.body;
    }
    Notebook seen(access::PersonId by) { return door.as(by).get(of()).as<Notebook>(); }
    static std::string id(int number) { return "00000000-0000-4000-8000-0000000000" + std::to_string(10 + number); }
    support::Reply put_item(access::PersonId by, int number, int version, std::string const& text,
                            std::string const& lane = "mentor") {
        return door.as(by).put(of("/agenda/" + id(number)), R"({"version":)" + std::to_string(version) +
                                                                R"(,"lane":")" + lane + R"(","text":")" + text + "\"}");
    }
    support::Reply put_note(access::PersonId by, std::string const& which, int version, std::string const& text) {
        return door.as(by).put(of("/" + which),
                               R"({"version":)" + std::to_string(version) + R"(,"text":")" + text + "\"}");
    }
    support::Reply put_promise(access::PersonId by, int number, int version, std::string const& text,
                               bool is_done = false) {
        return door.as(by).put(of("/promises/" + id(number)),
                               R"({"version":)" + std::to_string(version) + R"(,"side":"mentee","text":")" + text +
                                   R"(","due_on":"2027-02-01","is_done":)" + (is_done ? "true" : "false") + "}");
    }
    support::Reply tick(access::PersonId by, int version, std::string const& ticked, std::string const& topic = "C1") {
        return door.as(by).put(of("/teach-backs/" + topic),
                               R"({"version":)" + std::to_string(version) + R"(,"ticked":)" + ticked + "}");
    }
    std::vector<std::string> agenda(access::PersonId by) {
        std::vector<std::string> texts;
        for (auto const& item : seen(by).agenda) texts.push_back(item.text);
        return texts;
    }
};

TEST_F(Notebooks, begin_with_the_guide_of_their_number_and_what_the_two_bring) {
    auto const notebook = seen(cast.sofia);
    EXPECT_EQ(notebook.number, 1);
    EXPECT_EQ(notebook.guide, "1");
    EXPECT_EQ(notebook.side, Side::mentee);
    EXPECT_EQ(notebook.surprise_card, std::nullopt);
    EXPECT_THAT(notebook.agenda, IsEmpty());
    EXPECT_TRUE(notebook.may_plan);
    EXPECT_TRUE(notebook.may_write);
    ASSERT_THAT(notebook.teach_backs, Not(IsEmpty()));
    EXPECT_THAT(notebook.teach_backs.at(0).criteria, SizeIs(3));
}

TEST_F(Notebooks, count_the_conversations_from_before_the_programme) {
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE pairings SET meetings_before = 2 WHERE organisation_id = $1 AND id = $2", cast.organisation,
               pair);
    });
    EXPECT_EQ(seen(cast.sofia).number, 3);
    auto const card = seen(cast.sofia).surprise_card;
    ASSERT_TRUE(card);
    EXPECT_EQ(seen(cast.ana).surprise_card, card);
    auto const guides = door.as(cast.ana).get("/api/meeting-guides").as<Guides>();
    EXPECT_THAT(guides.items, testing::Contains(testing::Field(&Guide::key, seen(cast.ana).guide)));
}

TEST_F(Notebooks, of_something_beyond_talk_have_its_own_guide_and_take_no_number) {
    auto const talk = meeting;
    meeting = set(1, "floor_walk");
    auto const walk = seen(cast.ana);
    EXPECT_EQ(walk.activity, Activity::floor_walk);
    EXPECT_EQ(walk.guide, "floor_walk");
    EXPECT_EQ(walk.number, std::nullopt);
    EXPECT_EQ(walk.rehearsal, std::nullopt);
    meeting = talk;
    EXPECT_EQ(seen(cast.ana).number, 1) << "the walk comes before it and is no conversation";
    meeting = walk.id;
    hold();
    auto const hours = door.as(cast.ana).get(of_pair("/meetings")).as<PairMeetings>();
    EXPECT_EQ(hours.minutes_held, 45);
    EXPECT_EQ(door.as(cast.ana).post(of_pair("/meetings"), R"({"activity":"dinner"})").status, 422);
}

TEST_F(Notebooks, rehearse_the_first_conversation_with_whoever_brings_the_topic) {
    auto const rehearsal = seen(cast.ana).rehearsal;
    ASSERT_TRUE(rehearsal);
    EXPECT_THAT(rehearsal->opening_lines, SizeIs(3));
    EXPECT_EQ(seen(cast.sofia).rehearsal, std::nullopt);
    hold();
    EXPECT_EQ(seen(cast.ana).rehearsal, std::nullopt) << "it was held";
    meeting = set(9);
    EXPECT_EQ(seen(cast.ana).rehearsal, std::nullopt) << "the second";
}

TEST_F(Notebooks, hold_an_agenda_that_both_write) {
    ASSERT_EQ(put_item(cast.ana, 1, 0, "  The queue at noon ").status, 200);
    ASSERT_EQ(put_item(cast.sofia, 2, 0, "How it was decided", "mentee").status, 200);
    EXPECT_THAT(agenda(cast.ana), ElementsAre("The queue at noon", "How it was decided"));
    ASSERT_EQ(put_item(cast.sofia, 1, 1, "The queue at eight").status, 200);
    EXPECT_THAT(agenda(cast.ana), ElementsAre("The queue at eight", "How it was decided"));
    EXPECT_EQ(door.as(cast.ana).remove(of("/agenda/" + id(2))).status, 200);
    EXPECT_EQ(door.as(cast.ana).remove(of("/agenda/" + id(2))).status, 200) << "again";
    EXPECT_THAT(agenda(cast.sofia), ElementsAre("The queue at eight"));
}

TEST_F(Notebooks, take_the_same_again_and_refuse_what_was_read_earlier) {
    ASSERT_EQ(put_item(cast.ana, 1, 0, "one").status, 200);
    EXPECT_EQ(put_item(cast.ana, 1, 0, "one").status, 200) << "its answer was lost";
    auto const stale = put_item(cast.sofia, 1, 0, "two");
    EXPECT_EQ(stale.code(), "stale");
    EXPECT_EQ(stale.text("/params/version"), "1");
    EXPECT_EQ(put_item(cast.ana, 2, 0, "  ").status, 422);
    EXPECT_EQ(put_item(cast.ana, 2, 0, std::string(501, 'x')).status, 422);
}

TEST_F(Notebooks, refuse_an_agenda_that_grows_without_end_and_one_of_a_meeting_that_was_held) {
    for (int number = 0; number < 20; ++number) ASSERT_EQ(put_item(cast.ana, number, 0, "one").status, 200);
    EXPECT_EQ(put_item(cast.ana, 20, 0, "one too many").code(), "too_many_items");
    hold();
    EXPECT_EQ(put_item(cast.ana, 1, 1, "later").code(), "meeting_over");
    EXPECT_EQ(door.as(cast.ana).remove(of("/agenda/" + id(1))).code(), "meeting_over");
    EXPECT_FALSE(seen(cast.ana).may_plan);
    EXPECT_EQ(put_note(cast.ana, "shared-note", 0, "what came of it").status, 200);
}

TEST_F(Notebooks, let_no_item_be_taken_from_another_meeting) {
    ASSERT_EQ(put_item(cast.ana, 1, 0, "here").status, 200);
    meeting = set(9);
    EXPECT_EQ(put_item(cast.ana, 1, 1, "there").status, 404);
    EXPECT_THAT(agenda(cast.ana), IsEmpty());
}

TEST_F(Notebooks, keep_a_private_note_for_its_writer_alone) {
    ASSERT_EQ(put_note(cast.ana, "private-note", 0, "a word for myself").status, 200);
    EXPECT_EQ(seen(cast.ana).private_note.text, "a word for myself");
    EXPECT_EQ(seen(cast.sofia).private_note, Note{});
    ASSERT_EQ(put_note(cast.sofia, "private-note", 0, "another").status, 200) << "its own version";
    EXPECT_THAT(door.as(cast.sofia).get(of()).body, Not(HasSubstr("a word for myself")));
    EXPECT_EQ(put_note(cast.ana, "private-note", 0, "from another tab").code(), "stale");
}

TEST_F(Notebooks, hold_a_note_of_both_that_nobody_writes_over_unseen) {
    ASSERT_EQ(put_note(cast.ana, "shared-note", 0, "by Ana").status, 200);
    EXPECT_EQ(put_note(cast.sofia, "shared-note", 0, "by Sofia").code(), "stale");
    EXPECT_EQ(put_note(cast.sofia, "shared-note", 1, "by both").status, 200);
    EXPECT_EQ(seen(cast.ana).shared_note, (Note{2, "by both"}));
}

TEST_F(Notebooks, carry_promises_over_until_they_are_done) {
    ASSERT_EQ(put_promise(cast.ana, 1, 0, "try the checkout").status, 200);
    ASSERT_EQ(put_promise(cast.sofia, 2, 0, "introduce Ana to Marta").status, 200);
    auto const first = meeting;
    meeting = set(9);
    ASSERT_THAT(seen(cast.sofia).promises, SizeIs(2));
    EXPECT_FALSE(seen(cast.sofia).promises.at(0).is_of_this_meeting);
    EXPECT_EQ(put_promise(cast.sofia, 1, 1, "try the checkout", true).status, 200) << "kept at a later meeting";
    EXPECT_THAT(seen(cast.ana).promises, SizeIs(1));
    EXPECT_EQ(door.as(cast.ana).remove(of("/promises/" + id(2))).status, 200);
    meeting = first;
    EXPECT_THAT(seen(cast.ana).promises, SizeIs(1));
    EXPECT_TRUE(seen(cast.ana).promises.at(0).is_done);
    EXPECT_EQ(put_promise(cast.ana, 1, 1, "again").code(), "stale");
}

TEST_F(Notebooks, let_the_one_who_learns_tick_first) {
    EXPECT_EQ(tick(cast.ana, 0, "[1]").code(), "mentee_ticks_first");
    ASSERT_EQ(tick(cast.sofia, 0, "[1,2]").status, 200);
    auto const ticked = tick(cast.ana, 1, "[2]");
    ASSERT_EQ(ticked.status, 200) << ticked.body;
    for (auto const& one : ticked.as<Notebook>().teach_backs) {
        if (one.topic != "C1") continue;
        EXPECT_TRUE(one.criteria.at(0).is_ticked);
        EXPECT_FALSE(one.criteria.at(0).is_ticked_by_both);
        EXPECT_TRUE(one.criteria.at(1).is_ticked_by_both);
    }
    EXPECT_EQ(tick(cast.sofia, 1, "[]").code(), "stale");
    EXPECT_EQ(tick(cast.sofia, 2, "[4]").status, 422);
    EXPECT_EQ(tick(cast.sofia, 0, "[1]", "Z9").status, 404);
}

TEST_F(Notebooks, are_the_two_alones_and_of_nobody_else_whatever_their_role) {
    ASSERT_EQ(put_item(cast.ana, 1, 0, "one").status, 200);
    for (auto const& who : {cast.jo, cast.bruno, cast.amir, cast.marta}) {
        EXPECT_EQ(door.as(who).get(of()).status, 404);
        EXPECT_EQ(put_item(who, 1, 1, "two").status, 404);
        EXPECT_EQ(put_note(who, "shared-note", 0, "two").status, 404);
        EXPECT_EQ(put_note(who, "private-note", 0, "two").status, 404);
        EXPECT_EQ(put_promise(who, 1, 0, "two").status, 404);
        EXPECT_EQ(tick(who, 0, "[1]").status, 404);
    }
    EXPECT_EQ(door.nobody().get(of()).status, 401);
}

TEST_F(Notebooks, are_sealed_and_leave_nothing_in_the_log) {
    auto count = [&] {
        return door.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM events WHERE organisation_id = $1", cast.organisation)
                .value();
        });
    };
    auto const before = count();
    ASSERT_EQ(put_item(cast.ana, 1, 0, "the queue").status, 200);
    ASSERT_EQ(put_note(cast.ana, "private-note", 0, "the queue").status, 200);
    ASSERT_EQ(put_note(cast.ana, "shared-note", 0, "the queue").status, 200);
    ASSERT_EQ(put_promise(cast.ana, 1, 0, "the queue").status, 200);
    ASSERT_EQ(tick(cast.sofia, 0, "[1]").status, 200);
    EXPECT_EQ(count(), before);
    for (auto const* column : {"agenda_items.sealed_text", "private_notes.sealed_text", "shared_notes.sealed_text",
                               "promises.sealed_text", "teach_backs.sealed_ticks"}) {
        std::string const place = column;
        auto const table = place.substr(0, place.find('.'));
        auto const rows = door.database().read([&](db::Tx& tx) {
            return tx.values<meta::Bytes>("SELECT " + place + " FROM " + table + " WHERE organisation_id = $1",
                                          cast.organisation);
        });
        ASSERT_THAT(rows, SizeIs(1)) << column;
        std::string const text(rows[0].octets.begin(), rows[0].octets.end());
        EXPECT_THAT(text, Not(HasSubstr("queue"))) << column;
        EXPECT_THAT(text, Not(HasSubstr("C1"))) << column;
    }
}

TEST_F(Notebooks, are_read_only_once_the_pair_is_over) {
    ASSERT_EQ(put_item(cast.ana, 1, 0, "one").status, 200);
    EXPECT_EQ(door.as(cast.ana).put(of_pair("/pause")).status, 200);
    EXPECT_EQ(put_note(cast.ana, "shared-note", 0, "while we pause").status, 200);
    EXPECT_EQ(door.as(cast.ana).put(of_pair("/closure"), "{}").status, 200);
    EXPECT_EQ(put_item(cast.ana, 1, 1, "two").code(), "pairing_over");
    EXPECT_EQ(put_note(cast.ana, "private-note", 0, "two").code(), "pairing_over");
    EXPECT_EQ(put_promise(cast.ana, 1, 0, "two").code(), "pairing_over");
    EXPECT_EQ(tick(cast.sofia, 0, "[1]").code(), "pairing_over");
    EXPECT_THAT(agenda(cast.ana), ElementsAre("one"));
    EXPECT_FALSE(seen(cast.ana).may_write);
}

TEST_F(Notebooks, tell_signs_how_many_cards_a_lane_had_and_nothing_else) {
    ASSERT_EQ(put_item(cast.ana, 1, 0, "one").status, 200);
    ASSERT_EQ(put_item(cast.ana, 2, 0, "two").status, 200);
    auto const used = [&] {
        return door.database().read([&](db::Tx& tx) { return store::lanes_used(tx, cast.organisation, pair); });
    };
    EXPECT_THAT(used(), IsEmpty()) << "not held yet";
    hold();
    ASSERT_THAT(used(), SizeIs(1));
    EXPECT_EQ(used().at(0).mentor_items, 2);
    EXPECT_EQ(used().at(0).mentee_items, 0);
}

TEST_F(Notebooks, have_cards_of_what_one_brings_and_the_other_wants_the_same_for_both) {
    auto const cards = seen(cast.ana).topic_cards;
    ASSERT_THAT(cards, SizeIs(2));
    EXPECT_EQ(cards[0].topic, "C1");
    EXPECT_EQ(cards[0].brought_by, Side::mentor);
    EXPECT_EQ(cards[1].topic, "I1");
    EXPECT_EQ(cards[1].brought_by, Side::mentee);
    EXPECT_THAT(cards[0].bringing, SizeIs(3));
    EXPECT_THAT(cards[0].wanting, SizeIs(3));
    EXPECT_EQ(json::write(seen(cast.sofia).topic_cards[0]), json::write(cards[0]));
    EXPECT_EQ(put_item(cast.ana, 1, 0, cards[0].bringing[1]).status, 200) << "with one tap";
    EXPECT_EQ(seen(cast.sofia).agenda[0].text, cards[0].bringing[1]);
}

}  // namespace
}  // namespace meeting
