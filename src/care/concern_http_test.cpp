#include "care/concern_http.hpp"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "care/concern_actions.hpp"
#include "care/contact_room_actions.hpp"
#include "care/contact_room_shapes.hpp"
#include "care/reporting_channel.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace care {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kConcern = "30000000-0000-4000-8000-000000000001";
constexpr char const* kWords = "30000000-0000-4000-8000-000000000002";

// Nina the analyst leaves that role; she and Rosa are confidential contacts of the house.
struct Concerns : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    Concerns() {
        door.database().write([&](db::Tx& tx) {
            tx.run("DELETE FROM roles WHERE organisation_id = $1 AND person_id = $2", cast.organisation, cast.nina);
        });
        make_contact(cast.rosa);
        make_contact(cast.nina);
    }
    void make_contact(access::PersonId person) {
        auto const reply =
            door.as(cast.amir).post("/api/people/" + person.text() + "/roles", R"({"role":"confidential_contact"})");
        EXPECT_EQ(reply.status, 201) << reply.body;
    }
    std::string of_programme(std::string const& rest) { return "/api/programmes/" + cast.programme.text() + rest; }
    static std::string path(std::string const& rest = "") { return std::string("/api/concerns/") + kConcern + rest; }
    static std::string id(int n) { return "30000000-0000-4000-8000-0000000001" + std::to_string(10 + n); }
    std::string body(access::PersonId contact, std::string const& text = "Something is wrong") {
        return R"({"contact_id":")" + contact.text() + R"(","wish":"advice_only","message_id":")" + kWords +
               R"(","text":")" + text + "\"}";
    }
    support::Reply raise(access::PersonId by, access::PersonId contact) {
        return door.as(by).put(of_programme("/concerns/") + kConcern, body(contact));
    }
    void lose_role(access::PersonId person) {
        door.database().write([&](db::Tx& tx) {
            tx.run("DELETE FROM roles WHERE organisation_id = $1 AND person_id = $2 AND role = 'confidential_contact'",
                   cast.organisation, person);
        });
    }
    support::Reply set_room(access::PersonId contact, std::string const& away, int months = 24) {
        return door.as(contact).put(
            "/api/contact-room", R"({"away_until_on":)" + away + R"(,"kept_months":)" + std::to_string(months) + "}");
    }
    std::vector<std::string> contacts(access::PersonId by) {
        std::vector<std::string> names;
        for (auto const& one : door.as(by).get(of_programme("/confidential-contacts")).as<ConcernContacts>().items)
            names.push_back(one.name);
        return names;
    }
    std::int64_t count(std::string const& sql) {
        return door.database().read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql, cast.organisation).value(); });
    }
};

TEST_F(Concerns, go_to_the_one_the_person_chose_and_to_nobody_else) {
    EXPECT_THAT(contacts(cast.ana), ElementsAre("Nina Roth", "Rosa Lima"));
    auto const raised = raise(cast.ana, cast.rosa);
    ASSERT_EQ(raised.status, 200) << raised.body;
    EXPECT_EQ(raised.as<ConcernAnswer>().side, ConcernSide::person);
    EXPECT_EQ(raised.as<ConcernAnswer>().note, std::nullopt);
    auto const seen = door.as(cast.rosa).get(path()).as<ConcernAnswer>();
    EXPECT_EQ(seen.side, ConcernSide::contact);
    EXPECT_EQ(seen.with, "Ana Moreira");
    EXPECT_EQ(seen.messages.at(0).text, "Something is wrong");
    EXPECT_FALSE(seen.messages.at(0).is_own);
    std::vector<access::PersonId> const others{cast.bruno, cast.sofia, cast.david, cast.lena, cast.marta,
                                               cast.jo,    cast.kim,   cast.amir,  cast.nina};
    expect_closed_to_others(door, cast, {http::Method::get, path()}, others);
    expect_closed_to_others(door, cast, {http::Method::put, path("/reading")}, others);
    expect_closed_to_others(door, cast, {http::Method::put, path("/messages/" + id(1)), R"({"text":"other"})"}, others);
    auto not_contacts = others;
    not_contacts.push_back(cast.ana);
    expect_closed_to_others(door, cast, {http::Method::put, path("/note"), R"({"text":"mine"})"}, not_contacts);
    expect_closed_to_others(door, cast, {http::Method::put, path("/closure")}, not_contacts);
    EXPECT_THAT(door.as(cast.nina).get("/api/concerns").as<ConcernPage>().items, IsEmpty());
    EXPECT_THAT(door.as(cast.rosa).get("/api/concerns").as<ConcernPage>().items, SizeIs(1));
    EXPECT_THAT(door.as(cast.ana).get("/api/my-concerns").as<MyConcerns>().items, SizeIs(1));
}

TEST_F(Concerns, are_replied_to_by_both_until_the_contact_closes_them) {
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200);
    ASSERT_EQ(door.as(cast.rosa).put(path("/messages/" + id(1)), R"({"text":"What would help?"})").status, 200);
    EXPECT_EQ(door.as(cast.ana).get("/api/my-concerns").as<MyConcerns>().items.at(0).unread, 1);
    ASSERT_EQ(door.as(cast.ana).put(path("/reading")).status, 200);
    EXPECT_EQ(door.as(cast.ana).get("/api/my-concerns").as<MyConcerns>().items.at(0).unread, 0);
    for (int again = 0; again < 2; ++again)
        ASSERT_EQ(door.as(cast.ana).put(path("/messages/" + id(2)), R"({"text":"To be heard"})").status, 200);
    EXPECT_EQ(door.as(cast.rosa).get(path()).as<ConcernAnswer>().messages.size(), 3U);
    EXPECT_EQ(door.as(cast.rosa).get("/api/concerns").as<ConcernPage>().items.at(0).unread, 2);
    ASSERT_EQ(door.as(cast.rosa).put(path("/closure")).status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path("/messages/" + id(3)), R"({"text":"More"})").code(), "concern_closed");
    EXPECT_THAT(door.as(cast.ana).get(path()).as<ConcernAnswer>().allowed_actions, IsEmpty());
}

// Rules 14: the excerpt that the reporter picks, and nothing else of the thread.
TEST_F(Concerns, show_the_messages_that_the_person_picked_and_no_others) {
    auto const thread = support::start_pair(door, cast).text();
    auto const write = [&](access::PersonId by, int n, std::string const& text) {
        auto const path = "/api/threads/" + thread + "/messages/" + id(n);
        ASSERT_EQ(door.as(by).put(path, R"({"text":")" + text + "\"}").status, 200);
    };
    write(cast.sofia, 1, "Picked words");
    write(cast.ana, 2, "Kept words");
    write(cast.ana, 3, "My answer");
    write(cast.ana, 4, "Gone words");
    ASSERT_EQ(door.as(cast.ana).remove("/api/threads/" + thread + "/messages/" + id(4)).status, 200);
    auto const picking = [&](std::string const& ids) {
        auto words = body(cast.rosa);
        words.back() = ',';
        return words + R"("picked":{"thread_id":")" + thread + R"(","message_ids":[)" + ids + "]}}";
    };
    auto const one = [&](int n) { return '"' + id(n) + '"'; };
    auto const sent = [&](access::PersonId by, std::string const& ids) {
        return door.as(by).put(of_programme("/concerns/") + kConcern, picking(ids)).status;
    };
    EXPECT_EQ(sent(cast.ana, one(4)), 404) << "taken back";
    EXPECT_EQ(sent(cast.ana, one(9)), 404);
    EXPECT_EQ(sent(cast.ana, ""), 422);
    EXPECT_EQ(sent(cast.bruno, one(1)), 404) << "not his thread";
    ASSERT_EQ(sent(cast.ana, one(3) + "," + one(1)), 200);
    auto const seen = door.as(cast.rosa).get(path());
    auto const excerpt = seen.as<ConcernAnswer>().excerpt.value();
    EXPECT_EQ(excerpt.partner, "Sofia Lind");
    ASSERT_EQ(excerpt.items.size(), 2U);
    EXPECT_EQ(excerpt.items.at(0).text, "Picked words");
    EXPECT_FALSE(excerpt.items.at(0).is_own);
    EXPECT_EQ(excerpt.items.at(1).text, "My answer");
    EXPECT_THAT(seen.body, Not(HasSubstr("Kept words")));
    EXPECT_EQ(door.as(cast.sofia).get(path()).status, 404) << "the partner is not told";
}

TEST_F(Concerns, have_a_note_that_only_the_contact_reads) {
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200);
    ASSERT_EQ(door.as(cast.rosa).put(path("/note"), R"({"text":"Call on Friday"})").status, 200);
    EXPECT_EQ(door.as(cast.rosa).get(path()).as<ConcernAnswer>().note, "Call on Friday");
    EXPECT_THAT(door.as(cast.ana).get(path()).body, Not(HasSubstr("Friday")));
    ASSERT_EQ(door.as(cast.rosa).put(path("/note"), R"({"text":""})").status, 200);
    EXPECT_EQ(count("SELECT COUNT(*) FROM concerns WHERE organisation_id = $1 AND sealed_note IS NOT NULL"), 0);
}

// Rules 13.
TEST_F(Concerns, never_go_to_somebody_in_the_line_a_partner_or_whoever_runs_the_programme) {
    make_contact(cast.lena);
    EXPECT_THAT(contacts(cast.ana), Not(Contains("Lena Vogel"))) << "above Ana";
    EXPECT_THAT(contacts(cast.sofia), Contains("Lena Vogel"));
    EXPECT_EQ(raise(cast.ana, cast.lena).status, 404);
    // Ana as a contact: below Lena, and Sofia's partner.
    make_contact(cast.ana);
    support::start_pair(door, cast);
    EXPECT_THAT(contacts(cast.sofia), Not(Contains("Ana Moreira")));
    EXPECT_THAT(contacts(cast.david), Contains("Ana Moreira"));
    // By the tables, should a grant ever have slipped through.
    for (auto const* role : {"coordinator", "sponsor", "analyst", "administrator"}) {
        door.database().write([&](db::Tx& tx) {
            tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                      VALUES ($1, $2, $3, $4, $5, $6))",
                   cast.organisation, tx.make_id<base::AnyId>(), cast.nina, role, cast.programme, door.clock().now());
        });
        EXPECT_THAT(contacts(cast.david), Not(Contains("Nina Roth"))) << role;
        door.database().write([&](db::Tx& tx) {
            tx.run("DELETE FROM roles WHERE organisation_id = $1 AND person_id = $2 AND role = $3", cast.organisation,
                   cast.nina, role);
        });
    }
    EXPECT_THAT(contacts(cast.david), Contains("Nina Roth"));
    for (auto const* role : {"coordinator", "sponsor", "analyst"})
        EXPECT_EQ(
            door.as(cast.amir)
                .post("/api/people/" + cast.rosa.text() + "/roles",
                      std::string(R"({"role":")") + role + R"(","programme_id":")" + cast.programme.text() + "\"}")
                .code(),
            "roles_exclude_each_other");
}

TEST_F(Concerns, show_who_is_there_while_one_is_away) {
    EXPECT_EQ(door.as(cast.jo).get("/api/contact-room").status, 404);
    EXPECT_EQ(set_room(cast.jo, R"("2027-01-10")").status, 404);
    EXPECT_EQ(set_room(cast.rosa, R"("2020-01-10")").text("/errors/0/code"), "past");
    EXPECT_EQ(set_room(cast.rosa, R"("soon")").status, 422);
    ASSERT_EQ(set_room(cast.rosa, R"("2027-01-10")").status, 200);
    auto const shown = door.as(cast.ana).get(of_programme("/confidential-contacts")).as<ConcernContacts>().items;
    EXPECT_EQ(shown.at(1).name, "Rosa Lima");
    EXPECT_EQ(base::to_text(*shown.at(1).away_until_on), "2027-01-10");
    EXPECT_EQ(shown.at(1).substitute, "Nina Roth");
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200) << "it is still the person's choice";
    EXPECT_EQ(door.as(cast.ana).get(path()).as<ConcernAnswer>().substitute, "Nina Roth");
    door.clock().advance(std::chrono::hours(24 * 60));
    EXPECT_EQ(door.as(cast.ana).get(path()).as<ConcernAnswer>().substitute, std::nullopt) << "an absence ends";
}

TEST_F(Concerns, refuse_what_is_none) {
    EXPECT_EQ(
        door.as(cast.ana).put(of_programme("/concerns/") + kConcern, body(cast.rosa, "  ")).text("/errors/0/code"),
        "too_short");
    EXPECT_EQ(raise(cast.ana, cast.jo).status, 404);
    EXPECT_EQ(raise(cast.lena, cast.rosa).status, 404) << "takes no part";
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200);
    EXPECT_EQ(raise(cast.ana, cast.rosa).status, 200) << "the same again";
    EXPECT_EQ(raise(cast.bruno, cast.rosa).status, 404) << "another's id";
    EXPECT_EQ(count("SELECT COUNT(*) FROM concern_messages WHERE organisation_id = $1"), 1);
    auto const huge = std::string(4001, 'x');
    EXPECT_EQ(door.as(cast.ana).put(path("/messages/" + id(1)), R"({"text":")" + huge + "\"}").status, 422);
    EXPECT_EQ(door.as(cast.rosa).put(path("/note"), R"({"text":")" + huge + huge + "\"}").status, 422);
    EXPECT_EQ(door.as(cast.ana).put(path("/messages/nonsense"), R"({"text":"x"})").status, 404);
    EXPECT_EQ(door.nobody().get(path()).status, 401);
    EXPECT_EQ(door.as(cast.otto).get(path()).status, 404);
}

TEST_F(Concerns, are_raised_once_though_sent_twice_at_once) {
    std::array<int, 2> statuses{};
    {
        std::jthread one([&] { statuses[0] = raise(cast.ana, cast.rosa).status; });
        std::jthread other([&] { statuses[1] = raise(cast.ana, cast.rosa).status; });
    }
    EXPECT_THAT(statuses, ElementsAre(200, 200));
    EXPECT_EQ(count("SELECT COUNT(*) FROM concern_messages WHERE organisation_id = $1"), 1);
}

TEST_F(Concerns, close_with_the_role) {
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200);
    lose_role(cast.rosa);
    EXPECT_EQ(door.as(cast.rosa).get(path()).status, 404);
    EXPECT_THAT(door.as(cast.rosa).get("/api/concerns").as<ConcernPage>().items, IsEmpty());
    auto const left = door.as(cast.ana).get(path()).as<ConcernAnswer>();
    EXPECT_FALSE(left.is_contact_there);
    EXPECT_THAT(left.allowed_actions, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).put(path("/messages/" + id(1)), R"({"text":"Hello?"})").code(), "contact_gone")
        << "nobody writes to somebody who will never read it";
}

// Rules 4: at no time that is finer than the day, and in no list that would count what came.
TEST_F(Concerns, tell_the_contact_once_the_day_after_and_seal_every_word) {
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200);
    auto const told = [&] {
        door.database().write([&](db::Tx& tx) { tell_contacts(tx, cast.organisation, door.clock().now()); });
        return count("SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND kind = 'confidence_waits'");
    };
    EXPECT_EQ(told(), 0);
    door.clock().advance(std::chrono::hours(24));
    for (int again = 0; again < 2; ++again) EXPECT_EQ(told(), 1);
    EXPECT_THAT(door.as(cast.amir).get("/api/mails?limit=100").body, Not(HasSubstr("confidence_waits")));
    ASSERT_EQ(door.as(cast.ana).put(path("/messages/" + id(1)), R"({"text":"And more"})").status, 200);
    ASSERT_EQ(door.as(cast.rosa).put(path("/reading")).status, 200);
    door.clock().advance(std::chrono::hours(24));
    EXPECT_EQ(told(), 1) << "read already";
    auto const sealed = door.database().read([&](db::Tx& tx) {
        return tx.value<meta::Bytes>(
            "SELECT sealed_text FROM concern_messages WHERE organisation_id = $1 AND position = 1", cast.organisation);
    });
    std::string const text(sealed->octets.begin(), sealed->octets.end());
    EXPECT_THAT(text, Not(HasSubstr("wrong")));
}

// Rules D14: as the contact sets, at most 24 months, and never longer than was said when it was sent.
TEST_F(Concerns, go_when_the_contact_has_kept_them_for_long_enough) {
    EXPECT_EQ(set_room(cast.rosa, "null", 25).status, 422);
    EXPECT_EQ(set_room(cast.rosa, "null", 0).status, 422);
    ASSERT_EQ(set_room(cast.rosa, "null", 12).status, 200);
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200);
    ASSERT_EQ(set_room(cast.rosa, "null", 24).status, 200);
    auto const until = [&] { return base::to_text(door.as(cast.ana).get(path()).as<ConcernAnswer>().kept_until); };
    auto const today = base::utc_day(door.clock().now());
    EXPECT_EQ(until(), base::to_text(months_after(today, 12)));
    ASSERT_EQ(set_room(cast.rosa, "null", 2).status, 200);
    EXPECT_EQ(until(), base::to_text(months_after(today, 2)));
    auto const left_on = [&](base::Day day) {
        door.database().write([&](db::Tx& tx) { tidy_confidences(tx, cast.organisation, day); });
        return count("SELECT COUNT(*) FROM concerns WHERE organisation_id = $1");
    };
    EXPECT_EQ(left_on(months_after(today, 2)), 1);
    EXPECT_EQ(left_on(months_after(today, 2) + 1), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM concern_messages WHERE organisation_id = $1"), 0);
}

// Rules E: never a count per programme below five.
TEST_F(Concerns, are_counted_from_five_people_on_and_for_the_contact_alone) {
    auto const people = [&] { return door.as(cast.rosa).get("/api/contact-room").as<ContactRoom>().counts; };
    EXPECT_THAT(people(), IsEmpty());
    ASSERT_EQ(raise(cast.ana, cast.rosa).status, 200);
    EXPECT_EQ(people().at(0).people, std::nullopt);
    door.database().write([&](db::Tx& tx) {
        for (auto const& person : {cast.bruno, cast.sofia, cast.david, cast.lena}) {
            Concern concern{tx.make_id<ConcernId>(), cast.programme, person, cast.rosa, {}, {}, {}, {}, 24};
            concern.raised_on = concern.last_on = base::utc_day(door.clock().now());
            store::insert_concern(tx, cast.organisation, concern);
        }
    });
    EXPECT_EQ(people().at(0).people, 5);
    EXPECT_EQ(door.as(cast.jo).get("/api/contact-room").status, 404);
    EXPECT_THAT(door.as(cast.nina).get("/api/contact-room").as<ContactRoom>().counts, IsEmpty());
}

TEST_F(Concerns, are_answered_by_two_people_whose_names_coordinators_know) {
    auto const named = door.as(cast.jo).get(of_programme("/named-contacts")).as<NamedContacts>();
    EXPECT_EQ(named.items.size(), 2U);
    EXPECT_TRUE(named.is_enough);
    lose_role(cast.nina);
    EXPECT_FALSE(door.as(cast.jo).get(of_programme("/named-contacts")).as<NamedContacts>().is_enough);
    expect_closed_to_others(door, cast, {http::Method::get, of_programme("/named-contacts")}, {cast.ana, cast.rosa});
}

TEST_F(Concerns, are_not_the_official_channel_which_the_house_names) {
    auto const list = [&] { return door.as(cast.ana).get("/api/reporting-channels").as<ReportingChannels>().items; };
    auto const of = [&](std::string const& country) {
        for (auto const& one : list())
            if (one.country == country) return one;
        return ReportingChannel{};
    };
    EXPECT_EQ(of("FR").official, std::nullopt);
    EXPECT_EQ(of("FR").help_lines.at(0).phone, "3114");
    std::string const body = R"({"name":"Whistleblower office","link":"https://report.example.org"})";
    for (auto const& wrong : {cast.ana, cast.sofia, cast.jo, cast.lena, cast.marta, cast.rosa})
        EXPECT_EQ(door.as(wrong).put("/api/reporting-channels/FR", body).status, 403);
    EXPECT_EQ(door.nobody().put("/api/reporting-channels/FR", body).status, 401);
    ASSERT_EQ(door.as(cast.otto).put("/api/reporting-channels/FR", body).status, 200);
    EXPECT_EQ(of("FR").official, std::nullopt) << "another house";
    ASSERT_EQ(door.as(cast.amir).put("/api/reporting-channels/FR", body).status, 200);
    ASSERT_EQ(door.as(cast.amir).put("/api/reporting-channels/AT", body).status, 200);
    EXPECT_EQ(of("FR").official, (Official{"Whistleblower office", "https://report.example.org"}));
    EXPECT_THAT(of("AT").help_lines, IsEmpty());
    EXPECT_EQ(door.as(cast.amir).put("/api/reporting-channels/Fr", body).status, 404);
    EXPECT_EQ(door.as(cast.amir)
                  .put("/api/reporting-channels/FR", R"x({"name":"X","link":"javascript:alert(1)"})x")
                  .text("/errors/0/code"),
              "no_address");
    ASSERT_EQ(door.as(cast.amir).remove("/api/reporting-channels/AT").status, 200);
    EXPECT_EQ(door.as(cast.amir).remove("/api/reporting-channels/AT").status, 404);
}

}  // namespace
}  // namespace care
