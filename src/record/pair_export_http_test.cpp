#include "record/pair_export_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/meeting_shapes.hpp"
#include "record/pair_export.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace record {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

constexpr char const* kMessageOfAna = "01900000-0000-7000-8000-00000000000a";

// Ana and Sofia have a meeting with notes, and a thread.
struct APairExport : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);
    std::string path = "/api/pairings/" + pair.text();

    void SetUp() override {
        auto const proposed = door.as(cast.sofia)
                                  .post(path + "/meetings",
                                        R"({"minutes":45,"channel":"call","place":"","times":[
                                            {"starts_local":"2026-11-25T10:00","time_zone":"UTC"}]})")
                                  .as<meeting::MeetingAnswer>();
        auto const meeting = "/api/meetings/" + proposed.id.text();
        expect_done(
            door.as(cast.ana).put(meeting + "/private-note", R"({"version":0,"text":"Ana's own <b>note</b>"})"));
        expect_done(door.as(cast.sofia).put(meeting + "/private-note", R"({"version":0,"text":"Sofia's own"})"));
        expect_done(door.as(cast.sofia).put(meeting + "/shared-note", R"({"version":0,"text":"What we both saw"})"));
        expect_done(door.as(cast.ana).put("/api/threads/" + pair.text() + "/messages/" + kMessageOfAna,
                                          R"({"text":"See you <i>soon</i> & well"})"));
    }
    static void expect_done(support::Reply const& reply) { ASSERT_EQ(reply.status, 200) << reply.body; }
};

TEST_F(APairExport, holds_what_its_reader_may_see_and_never_the_other_ones_own_note) {
    auto const reply = door.as(cast.ana).get(path + "/export?format=json");
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto const file = json::read<PairExport>(reply.body).value();
    EXPECT_EQ(file.own_name, "Ana Moreira");
    ASSERT_THAT(file.meetings, SizeIs(1));
    EXPECT_EQ(file.meetings[0].own_note, "Ana's own <b>note</b>");
    EXPECT_EQ(file.meetings[0].shared_note, "What we both saw");
    EXPECT_EQ(file.agreement->own_outcomes.at(0), "Lead a meeting with directors in the room");
    ASSERT_THAT(file.messages, SizeIs(1));
    EXPECT_TRUE(file.messages[0].is_own);
    EXPECT_THAT(reply.body, Not(HasSubstr("Sofia's own")));
    EXPECT_THAT(door.as(cast.sofia).get(path + "/export?format=json").body, Not(HasSubstr("Ana's own")));
}

TEST_F(APairExport, is_a_page_in_which_nothing_that_was_typed_is_markup) {
    auto const page = door.as(cast.ana).get(path + "/export");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
    EXPECT_THAT(page.body, HasSubstr("See you &lt;i&gt;soon&lt;/i&gt; &amp; well"));
    EXPECT_THAT(page.body, Not(HasSubstr("<b>note")));
    EXPECT_THAT(page.headers.find("Content-Disposition").value_or(""), HasSubstr("attachment"));
}

TEST_F(APairExport, holds_the_files_of_the_messages_and_the_feedback_of_both_in_one_archive) {
    auto const thread = "/api/threads/" + pair.text();
    std::string const picked = "01900000-0000-7000-8000-00000000000b";
    auto const uploaded = door.as(cast.sofia)
                              .send(http::Method::put, thread + "/attachments/" + picked + "?name=a b.md",
                                    "What the night shift said\n", {{"Content-Type", "application/octet-stream"}});
    ASSERT_LT(uploaded.status, 300) << uploaded.body;
    expect_done(door.as(cast.sofia)
                    .put(thread + "/messages/01900000-0000-7000-8000-00000000000c",
                         R"({"text":"Look","attachment_ids":[")" + picked + "\"]}"));
    expect_done(door.as(cast.sofia)
                    .put(path + "/feedback/01900000-0000-7000-8000-00000000000d",
                         R"({"situation":"On Monday","saw":"You asked twice","effect":"They answered",
                                            "wish":"Ask <me> too"})"));
    auto const archive = door.as(cast.ana).get(path + "/export?format=zip");
    ASSERT_EQ(archive.status, 200) << archive.body;
    EXPECT_EQ(archive.content_type, "application/zip");
    EXPECT_THAT(archive.headers.find("Content-Disposition").value_or(""), HasSubstr("my-pair.zip"));
    EXPECT_THAT(archive.body, HasSubstr("files/1-a b.txtWhat the night shift said\n"));
    EXPECT_THAT(archive.body, HasSubstr("<a href=\"files/1-a%20b.txt\">"));
    EXPECT_THAT(archive.body, HasSubstr("Ask &lt;me&gt; too"));
    EXPECT_THAT(archive.body, Not(HasSubstr("Sofia's own")));
    auto const alone = json::read<PairExport>(door.as(cast.ana).get(path + "/export?format=json").body).value();
    EXPECT_EQ(alone.feedback.at(0).words.wish, "Ask <me> too");
    EXPECT_FALSE(alone.feedback.at(0).is_own);
    EXPECT_EQ(alone.messages.back().attachments.at(0).file, std::nullopt) << "nothing stands beside it";
}

TEST_F(APairExport, can_be_taken_after_the_end_until_what_was_written_is_forgotten) {
    ASSERT_EQ(door.as(cast.sofia).put(path + "/closure", "{}").status, 200);
    auto const texts = [&] {
        auto const file = json::read<PairExport>(door.as(cast.ana).get(path + "/export?format=json").body).value();
        return file.messages.size() + file.meetings.at(0).own_note.size() + file.agreement->own_outcomes.size();
    };
    for (auto days : {1, 179}) {
        door.clock().advance(std::chrono::hours(24) * (days == 1 ? 1 : 178));
        door.house().round();
        door.house().drain();
        EXPECT_GT(texts(), 0U) << days;
    }
    door.clock().advance(std::chrono::hours(24));
    door.house().round();
    door.house().drain();
    EXPECT_EQ(texts(), 0U) << "180 days after the end (rules D14)";
}

TEST_F(APairExport, is_refused_to_everybody_else) {
    expect_closed_to_others(door, cast, {http::Method::get, path + "/export"},
                            {cast.bruno, cast.david, cast.jo, cast.lena, cast.marta, cast.amir, cast.nina});
    EXPECT_EQ(door.as(cast.ana).get(path + "/export?format=pdf").status, 422);
    EXPECT_EQ(door.as(cast.ana).get("/api/pairings/nonsense/export").status, 404);
}

}  // namespace
}  // namespace record
