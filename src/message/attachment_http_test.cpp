#include "message/attachment.hpp"
#include "message/thread_actions.hpp"
#include "message/thread_shapes.hpp"
#include "support/message_door.hpp"

namespace message {
namespace {

using support::id_of;
using testing::HasSubstr;

struct Attachments : support::MessageDoor {
    pairing::PairingId id = opened(cast.ana, cast.sofia);

    std::string path(int n, std::string const& query = "") {
        return "/api/threads/" + id.text() + "/attachments/" + id_of(n) + query;
    }
    support::Reply upload(access::PersonId by, int n, std::string content, std::string const& query = "") {
        return door.as(by).send(http::Method::put, path(n, query), std::move(content),
                                {{"Content-Type", "application/octet-stream"}});
    }
    support::Reply send(access::PersonId by, int message, std::string const& attachments,
                        std::string const& text = "See") {
        return door.as(by).put("/api/threads/" + id.text() + "/messages/" + id_of(message),
                               R"({"text":")" + text + R"(","attachment_ids":[)" + attachments + "]}");
    }
    static std::string quoted(int n) { return '"' + id_of(n) + '"'; }
};

TEST_F(Attachments, come_with_their_message_and_are_only_ever_saved) {
    auto const kept = upload(cast.ana, 1, "%PDF-1.7 minutes", "?name=../Minutes.exe").as<AttachmentBrief>();
    EXPECT_EQ(kept.kind, AttachmentKind::pdf);
    EXPECT_EQ(kept.name, "Minutes.pdf");
    EXPECT_EQ(kept.octets, 16);
    EXPECT_EQ(door.as(cast.sofia).get(path(1)).status, 404) << "not sent yet";
    EXPECT_EQ(door.as(cast.ana).get(path(1)).status, 200);
    auto const sent = send(cast.ana, 1, quoted(1), "").as<MessageAnswer>();
    ASSERT_EQ(sent.attachments.size(), 1U);
    auto const fetched = door.as(cast.sofia).get(path(1));
    EXPECT_EQ(fetched.body, "%PDF-1.7 minutes");
    EXPECT_EQ(fetched.content_type, "application/pdf");
    EXPECT_THAT(std::string(fetched.headers.find("Content-Disposition").value()), HasSubstr("attachment;"));
    EXPECT_THAT(std::string(fetched.headers.find("Content-Security-Policy").value()), HasSubstr("sandbox"));
    for (auto who : {cast.bruno, cast.jo, cast.amir, cast.otto}) EXPECT_EQ(door.as(who).get(path(1)).status, 404);
    EXPECT_EQ(door.nobody().get(path(1)).status, 401);
}

TEST_F(Attachments, are_refused_by_what_they_are) {
    EXPECT_EQ(upload(cast.ana, 1, std::string("PK\x03\x04\0", 5)).text("/errors/0/code"), "unknown_kind");
    EXPECT_EQ(upload(cast.ana, 1, "\x89PNG\r\n\x1A\nno picture").text("/errors/0/code"), "broken_picture");
    EXPECT_EQ(upload(cast.ana, 1, "").status, 422);
    for (auto who : {cast.bruno, cast.jo, cast.otto}) EXPECT_EQ(upload(who, 1, "words").status, 404);
    EXPECT_EQ(upload(cast.ana, 1, "words").status, 200);
    EXPECT_EQ(upload(cast.ana, 1, "words").status, 200) << "sent again";
    EXPECT_EQ(upload(cast.sofia, 1, "other words").status, 404) << "somebody else's id";
    EXPECT_EQ(count("SELECT COUNT(*) FROM attachments WHERE organisation_id = $1"), 1);
}

TEST_F(Attachments, are_five_a_message_and_ones_own_that_were_not_sent) {
    std::string all;
    for (int n = 1; n <= 6; ++n) {
        ASSERT_EQ(upload(cast.ana, n, "words " + std::to_string(n)).status, 200);
        all += (n == 1 ? "" : ",") + quoted(n);
    }
    EXPECT_EQ(send(cast.ana, 1, all).status, 422);
    EXPECT_EQ(send(cast.sofia, 1, quoted(1)).status, 404);
    EXPECT_EQ(send(cast.ana, 1, quoted(1) + "," + quoted(9)).status, 404);
    EXPECT_EQ(send(cast.ana, 1, quoted(1) + "," + quoted(1)).status, 404) << "twice";
    ASSERT_EQ(send(cast.ana, 1, quoted(1)).status, 200);
    EXPECT_EQ(send(cast.ana, 2, quoted(1)).status, 404) << "sent already";
}

TEST_F(Attachments, that_wait_are_few_and_go_after_a_day) {
    for (int n = 1; n <= kMostUnsent; ++n) ASSERT_EQ(upload(cast.ana, n, "words").status, 200);
    EXPECT_EQ(upload(cast.ana, 50, "words").code(), "too_many_unsent");
    EXPECT_EQ(upload(cast.sofia, 51, "words").status, 200) << "each for themselves";
    ASSERT_EQ(send(cast.ana, 1, quoted(1)).status, 200);
    door.clock().advance(std::chrono::hours(25));
    door.database().write([&](db::Tx& tx) { forget_unsent(tx, cast.organisation, door.clock().now()); });
    EXPECT_EQ(count("SELECT COUNT(*) FROM attachments WHERE organisation_id = $1"), 1);
}

TEST_F(Attachments, go_with_a_message_that_is_taken_back) {
    ASSERT_EQ(upload(cast.ana, 1, "words").status, 200);
    ASSERT_EQ(send(cast.ana, 1, quoted(1)).status, 200);
    ASSERT_EQ(door.as(cast.ana).remove("/api/threads/" + id.text() + "/messages/" + id_of(1)).status, 200);
    EXPECT_EQ(door.as(cast.sofia).get(path(1)).status, 404);
    EXPECT_EQ(count("SELECT COUNT(*) FROM attachments WHERE organisation_id = $1"), 0);
}

TEST_F(Attachments, are_no_way_around_the_end_of_a_pairing) {
    door.clock().advance(std::chrono::hours(24 * 9));
    EXPECT_EQ(upload(cast.ana, 1, "words").code(), "pairing_over");
}

}  // namespace
}  // namespace message
