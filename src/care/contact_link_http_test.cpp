// Rules 13: one of the two may be outside the organisation, with nothing but a mail address and a private link.

#include "care/contact_link_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "care/concern_shapes.hpp"
#include "care/contact_link_store.hpp"
#include "care/contact_room_shapes.hpp"
#include "message/anonymous_line_shapes.hpp"
#include "support/door.hpp"

namespace care {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

constexpr char const* kToldByLink = "30000000-0000-4000-8000-000000000201";
constexpr char const* kWordsByLink = "30000000-0000-4000-8000-000000000202";
constexpr char const* kReplyByLink = "30000000-0000-4000-8000-000000000203";
constexpr char const* kLineByLink = "30000000-0000-4000-8000-000000000204";

struct AnOutsideContact : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    access::PersonId ines;

    AnOutsideContact() {
        auto const added =
            door.as(cast.amir).post("/api/people", R"({"name":"Ines Prado","email":"ines@advice.example"})");
        EXPECT_EQ(added.status, 201) << added.body;
        ines = access::PersonId::parse(added.text("/id")).value();
    }
    void make_contact() {
        EXPECT_EQ(door.as(cast.amir)
                      .post("/api/people/" + ines.text() + "/roles", R"({"role":"confidential_contact"})")
                      .status,
                  201);
    }
    std::string link_path() const { return "/api/people/" + ines.text() + "/contact-link"; }
    support::Reply send_link() { return door.as(cast.amir).post(link_path()); }
    std::string token() {
        auto const path = door.database().read([&](db::Tx& tx) {
            auto const link = store::find_contact_link(tx, cast.organisation, ines);
            return link ? contact_link_path(door.tools().keys, cast.organisation, *link) : std::string();
        });
        return path.substr(path.rfind('/') + 1);
    }
    static std::string room(std::string const& token, std::string const& rest = "") {
        return "/api/contact-rooms/" + token + rest;
    }
    std::string of_programme(std::string const& rest) { return "/api/programmes/" + cast.programme.text() + rest; }
};

TEST_F(AnOutsideContact, reads_and_answers_by_the_link_alone) {
    EXPECT_EQ(send_link().code(), "not_a_contact");
    make_contact();
    ASSERT_EQ(send_link().status, 201);
    EXPECT_THAT(door.as(cast.amir).get("/api/mails?kind=contact_link").body, Not(HasSubstr(token())))
        << "the link is the contact's alone";
    ASSERT_EQ(door.as(cast.ana)
                  .put(of_programme(std::string("/concerns/") + kToldByLink),
                       R"({"contact_id":")" + ines.text() + R"(","wish":"act","message_id":")" + kWordsByLink +
                           R"(","text":"Something is wrong"})")
                  .status,
              200);
    ASSERT_EQ(door.as(cast.bruno)
                  .put(of_programme(std::string("/anonymous-lines/") + kLineByLink),
                       R"({"contact_id":")" + ines.text() + R"(","message_id":")" + kReplyByLink +
                           R"(","text":"Without a name"})")
                  .status,
              200);
    door.clock().advance(std::chrono::hours(1));
    auto outside = door.nobody();
    auto const link = token();
    EXPECT_EQ(outside.get(room(link)).as<ContactRoom>().name, "Ines Prado");
    EXPECT_THAT(outside.get(room(link, "/concerns")).as<ConcernPage>().items, SizeIs(1));
    EXPECT_THAT(outside.get(room(link, "/anonymous-lines")).as<message::LinePage>().items, SizeIs(1));
    auto const concern = std::string("/concerns/") + kToldByLink;
    EXPECT_EQ(outside.get(room(link, concern)).as<ConcernAnswer>().side, ConcernSide::contact);
    ASSERT_EQ(outside.put(room(link, concern + "/messages/" + kReplyByLink), R"({"text":"I listen"})").status, 200);
    ASSERT_EQ(outside.put(room(link, concern + "/note"), R"({"text":"Call back"})").status, 200);
    ASSERT_EQ(outside.put(room(link, concern + "/reading")).status, 200);
    auto const line = std::string("/anonymous-lines/") + kLineByLink;
    ASSERT_EQ(outside.put(room(link, line + "/messages/" + kToldByLink), R"({"text":"I am here"})").status, 200);
    auto const seen = door.as(cast.ana).get("/api" + concern);
    EXPECT_THAT(seen.body, HasSubstr("I listen"));
    EXPECT_THAT(seen.body, Not(HasSubstr("Call back")));
    EXPECT_TRUE(
        door.as(cast.ana).get(of_programme("/confidential-contacts")).as<ConcernContacts>().items.at(0).reads_by_link);
    ASSERT_EQ(outside.put(room(link, concern + "/closure")).status, 200);
}

TEST_F(AnOutsideContact, has_one_link_that_opens_as_long_as_they_are_one) {
    support::name_two_to_talk_to(door, cast);  // or this one could not go
    make_contact();
    ASSERT_EQ(send_link().status, 201);
    auto const first = token();
    ASSERT_EQ(send_link().status, 201);
    auto const second = token();
    auto outside = door.nobody();
    EXPECT_EQ(outside.get(room(first)).status, 404) << "another link was sent";
    EXPECT_EQ(outside.get(room(second)).status, 200);
    EXPECT_EQ(outside.get(room("nonsense")).status, 404);
    EXPECT_EQ(outside.get(room(std::string(5000, 'x'))).status, 404);
    EXPECT_EQ(outside.get(room(second, std::string("/concerns/") + kToldByLink)).status, 404) << "not theirs";
    auto const roles = door.as(cast.amir).get("/api/people/" + ines.text()).text("/roles/0/id");
    ASSERT_LT(door.as(cast.amir).remove("/api/people/" + ines.text() + "/roles/" + roles).status, 300);
    EXPECT_EQ(outside.get(room(second)).status, 404) << "no contact any more";
    make_contact();
    EXPECT_EQ(outside.get(room(second)).status, 200);
    ASSERT_EQ(door.as(cast.amir).remove(link_path()).status, 200);
    EXPECT_EQ(outside.get(room(second)).status, 404) << "taken away";
    EXPECT_EQ(door.as(cast.amir).remove(link_path()).status, 404);
}

TEST_F(AnOutsideContact, is_sent_a_link_by_administrators_and_only_where_nobody_signs_in) {
    make_contact();
    support::expect_closed_to_others(door, cast, {http::Method::post, link_path()}, {cast.ana, cast.jo, cast.marta});
    support::expect_closed_to_others(door, cast, {http::Method::get, link_path()}, {cast.ana, cast.jo});
    ASSERT_EQ(send_link().status, 201);
    door.database().write([&](db::Tx& tx) {
        tx.run("INSERT INTO passwords (organisation_id, person_id, hash, changed_at) VALUES ($1, $2, 'x', $3)",
               cast.organisation, ines, door.clock().now());
    });
    EXPECT_EQ(send_link().code(), "signs_in");
    EXPECT_EQ(door.as(cast.amir).get(link_path()).as<ContactLinkAnswer>().made_on, std::nullopt);
    door.database().write([&](db::Tx& tx) {
        tx.run("DELETE FROM passwords WHERE organisation_id = $1 AND person_id = $2", cast.organisation, ines);
        tx.run("UPDATE people SET email = NULL WHERE organisation_id = $1 AND id = $2", cast.organisation, ines);
    });
    EXPECT_EQ(send_link().code(), "no_address");
    EXPECT_EQ(door.as(cast.amir).post("/api/people/" + cast.otto.text() + "/contact-link").status, 404);
}

}  // namespace
}  // namespace care
