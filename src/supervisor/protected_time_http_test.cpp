// The supervisor's one page (R24; rules 4, B and E), through the doors.

#include "supervisor/protected_time_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/outgoing_mail.hpp"
#include "notice/mail_store.hpp"
#include "notice/notice_shapes.hpp"
#include "programme/called.hpp"
#include "supervisor/protected_time_actions.hpp"
#include "support/pair.hpp"

namespace supervisor {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kTwoHours = R"({"version":0,"hours_a_month":2,"until_on":"2027-05-31"})";
constexpr char const* kYes = R"({"answer":"yes","except_months":[]})";
constexpr char const* kNotInJanuary = R"({"answer":"yes_except","except_months":["2027-01"]})";
constexpr char const* kTalk = R"({"answer":"talk","except_months":[]})";

struct ASupervisor : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::string programme = "/api/programmes/" + cast.programme.text();
    std::string mine = programme + "/my-protected-time";

    MyProtectedTime ask(access::PersonId who, std::string const& body = kTwoHours) {
        auto const reply = door.as(who).put(mine, body);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.as<MyProtectedTime>();
    }
    support::Reply tell(access::PersonId who, std::string const& by, std::int64_t version = 1) {
        return door.as(who).put(mine + "/telling",
                                R"({"version":)" + std::to_string(version) + R"(,"by":")" + by + "\"}");
    }
    // By the link that the owner hands over.
    std::string page_told_by(access::PersonId who) {
        ask(who);
        auto const told = tell(who, "hand");
        EXPECT_EQ(told.status, 200) << told.body;
        return page_of(told.text("/time/link"));
    }
    static std::string page_of(std::string const& link) {
        return "/api/protected-times/" + link.substr(link.rfind('/') + 1);
    }
    std::vector<std::string> told_of(access::PersonId who) {
        std::vector<std::string> kinds;
        for (auto const& notice : door.as(who).get("/api/notices").as<notice::Notices>().items)
            kinds.push_back(notice.kind);
        return kinds;
    }
    std::int64_t count(std::string const& sql) {
        return door.database().read([&](db::Tx& tx) { return tx.value<std::int64_t>(sql, cast.organisation).value(); });
    }
};

TEST_F(ASupervisor, is_told_what_was_looked_at_before_and_answers_without_signing_in) {
    auto const drafted = ask(cast.ana);
    ASSERT_TRUE(drafted.time && drafted.time->mail && drafted.manager);
    EXPECT_EQ(drafted.manager->name, "Lena Vogel");
    EXPECT_EQ(drafted.time->page.hours_a_month, 2);
    EXPECT_THAT(drafted.time->mail->body, HasSubstr(drafted.time->link));
    EXPECT_THAT(drafted.time->mail->body, HasSubstr(drafted.time->page.person));
    EXPECT_THAT(drafted.time->mail->subject + drafted.time->mail->body, Not(HasSubstr("Customers first")))
        << "assistants read mail";
    auto const page = page_of(drafted.time->link);
    EXPECT_EQ(door.nobody().get(page).status, 404) << "a draft opens nothing";

    ASSERT_EQ(tell(cast.ana, "mail").status, 200);
    auto const seen = door.nobody().get(page);
    ASSERT_EQ(seen.status, 200);
    EXPECT_EQ(json::write(seen.as<SupervisorPage>()), json::write(drafted.time->page)) << "exactly as it was looked at";

    ASSERT_EQ(door.nobody().put(page + "/answer", kNotInJanuary).status, 200);
    auto const answered = door.as(cast.ana).get(mine).as<MyProtectedTime>();
    EXPECT_EQ(answered.time->page.answer, SupervisorAnswer::yes_except);
    EXPECT_THAT(answered.time->page.except_months, ElementsAre("2027-01"));
    EXPECT_THAT(told_of(cast.ana), ElementsAre("working_time_answered"));
    ASSERT_EQ(door.nobody().put(page + "/answer", kNotInJanuary).status, 200);
    EXPECT_THAT(told_of(cast.ana), SizeIs(1)) << "the same again is no news";
    ASSERT_EQ(door.nobody().put(page + "/answer", kYes).status, 200);
    EXPECT_EQ(door.nobody().get(page).as<SupervisorPage>().answer, SupervisorAnswer::yes);
}

TEST_F(ASupervisor, whose_mail_goes_out_as_it_was_shown_stands_in_no_list) {
    auto const drafted = ask(cast.ana);
    ASSERT_EQ(tell(cast.ana, "mail").status, 200);
    auto const sent = door.database().read([&](db::Tx& tx) {
        auto const mails = notice::store::list_due(tx, cast.organisation, door.clock().now(), 10);
        return app::write_outgoing(tx, door.tools(), mails.at(0)).value().text;
    });
    EXPECT_EQ(sent.subject, drafted.time->mail->subject);
    EXPECT_EQ(sent.body, drafted.time->mail->body);
    EXPECT_THAT(door.as(cast.amir).get("/api/mails").body, Not(HasSubstr("working_time")));
    EXPECT_EQ(count("SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND kind = 'working_time_asked'"), 1);
    EXPECT_EQ(tell(cast.ana, "mail", 2).status, 200) << "once more";
    EXPECT_EQ(count("SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND kind = 'working_time_asked'"), 2);
    EXPECT_EQ(count("SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind = 'protected_time.told'"), 2);
    EXPECT_EQ(count("SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind LIKE 'protected_time.%'"
                    " AND (actor_id IS NOT NULL OR facts LIKE '%" +
                    cast.ana.text() + "%')"),
              0)
        << "an administrator does not read who takes part";
}

TEST_F(ASupervisor, is_seen_by_whoever_coordinates_as_yes_or_no_and_only_where_they_were_told) {
    auto const list = programme + "/protected-times";
    ask(cast.bruno);
    EXPECT_THAT(door.as(cast.jo).get(list).as<ConfirmedTimes>().items, IsEmpty()) << "a draft is nobody's to see";
    auto const page = page_told_by(cast.ana);
    auto of_jo = [&] { return door.as(cast.jo).get(list).as<ConfirmedTimes>(); };
    ASSERT_THAT(of_jo().items, SizeIs(1));
    EXPECT_EQ(of_jo().items.front().person_id, cast.ana);
    EXPECT_FALSE(of_jo().items.front().is_confirmed);

    ASSERT_EQ(door.nobody().put(page + "/answer", kTalk).status, 200);
    EXPECT_FALSE(of_jo().items.front().is_confirmed);
    EXPECT_THAT(of_jo().would_like_to_talk, ElementsAre("Lena Vogel"));
    EXPECT_THAT(told_of(cast.jo), ElementsAre("supervisor_would_talk"));
    EXPECT_THAT(door.as(cast.jo).get("/api/notices").body, Not(HasSubstr(cast.ana.text()))) << "not about the person";
    ASSERT_EQ(door.nobody().put(page + "/answer", kNotInJanuary).status, 200);
    EXPECT_TRUE(of_jo().items.front().is_confirmed);
    EXPECT_THAT(of_jo().would_like_to_talk, IsEmpty());
    EXPECT_THAT(door.as(cast.jo).get(list).body, Not(HasSubstr("2027-01"))) << "yes or no, and no more";
    EXPECT_THAT(door.as(cast.jo).get(list + "?is_confirmed=false").as<ConfirmedTimes>().items, IsEmpty());

    ASSERT_LT(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 300);
    EXPECT_THAT(of_jo().items, IsEmpty()) << "like whoever never came";
    EXPECT_EQ(door.nobody().get(page).status, 200) << "and the supervisor reads what they read before";
}

// Rules 4: whatever happens to the pair, the page stays as it was agreed, to the last letter.
TEST_F(ASupervisor, reads_the_same_page_whatever_becomes_of_the_pair) {
    auto const pair = support::start_pair(door, cast);
    auto const page = page_told_by(cast.ana);
    ASSERT_EQ(door.nobody().put(page + "/answer", kYes).status, 200);
    auto const before = door.nobody().get(page).body;
    ASSERT_LT(door.as(cast.sofia).put("/api/pairings/" + pair.text() + "/closure", "{}").status, 300);
    for (int day = 0; day < 7; ++day) {
        door.clock().advance(std::chrono::hours(24));
        door.house().round();
        door.house().drain();
        EXPECT_EQ(door.nobody().get(page).body, before);
    }
    ASSERT_LT(door.as(cast.ana).put("/api/enrolments/" + cast.ana_enrolled.text() + "/withdrawal").status, 300);
    EXPECT_EQ(door.nobody().get(page).body, before);
}

TEST_F(ASupervisor, reads_what_its_owner_changes_and_nothing_once_it_is_taken_back_or_over) {
    auto const page = page_told_by(cast.ana);
    ASSERT_EQ(door.nobody().put(page + "/answer", kYes).status, 200);
    EXPECT_EQ(door.as(cast.ana).put(mine, kTwoHours).code(), "stale");
    auto const changed = ask(cast.ana, R"({"version":2,"hours_a_month":3,"until_on":"2027-05-31"})");
    EXPECT_TRUE(changed.time->told_on);
    EXPECT_EQ(door.nobody().get(page).as<SupervisorPage>().hours_a_month, 3);
    EXPECT_FALSE(door.nobody().get(page).as<SupervisorPage>().answer) << "they said yes to two hours";
    ASSERT_EQ(door.as(cast.ana).remove(mine).status, 200);
    EXPECT_EQ(door.nobody().get(page).status, 404);
    EXPECT_EQ(door.nobody().put(page + "/answer", kYes).status, 404);
    EXPECT_EQ(door.as(cast.ana).remove(mine).status, 404);

    auto const again = page_told_by(cast.ana);
    door.clock().advance(std::chrono::hours(24 * 191));
    EXPECT_EQ(door.nobody().get(again).status, 404) << "its day has passed";
    EXPECT_TRUE(door.as(cast.ana).get(mine).as<MyProtectedTime>().time->is_over);
    door.clock().advance(std::chrono::hours(24 * 90));
    door.database().write([&](db::Tx& tx) { forget_times(tx, cast.organisation, door.clock().now()); });
    EXPECT_FALSE(door.as(cast.ana).get(mine).as<MyProtectedTime>().time);
}

TEST_F(ASupervisor, of_a_name_that_was_typed_is_handed_the_link) {
    auto const body = R"({"version":0,"supervisor_name":"Ida Holm","hours_a_month":1,"until_on":"2027-05-31"})";
    auto const drafted = ask(cast.ana, body);
    EXPECT_FALSE(drafted.time->is_manager);
    EXPECT_FALSE(drafted.time->mail);
    EXPECT_EQ(tell(cast.ana, "mail").code(), "no_address");
    ASSERT_EQ(tell(cast.ana, "hand").status, 200);
    EXPECT_EQ(door.nobody().get(page_of(drafted.time->link)).as<SupervisorPage>().supervisor, "Ida Holm");
    auto const other = R"({"version":2,"supervisor_name":"Bo Lind","hours_a_month":1,"until_on":"2027-05-31"})";
    EXPECT_FALSE(ask(cast.ana, other).time->told_on) << "somebody else is asked anew";
    EXPECT_EQ(door.nobody().get(page_of(drafted.time->link)).status, 404);
}

TEST_F(ASupervisor, is_refused_what_makes_no_sense) {
    auto refusal = [&](access::PersonId who, char const* body) { return door.as(who).put(mine, body).body; };
    EXPECT_THAT(refusal(cast.ana, R"({"version":0,"hours_a_month":2,"until_on":"2026-11-01"})"),
                HasSubstr("in_the_past"));
    EXPECT_THAT(refusal(cast.ana, R"({"version":0,"hours_a_month":2,"until_on":"2029-11-01"})"), HasSubstr("too_far"));
    EXPECT_EQ(door.as(cast.ana).put(mine, R"({"version":0,"hours_a_month":41,"until_on":"2027-05-31"})").status, 422);
    EXPECT_EQ(tell(cast.ana, "hand").status, 404);
    auto const page = page_told_by(cast.ana);
    for (auto const* body :
         {R"({"answer":"yes_except","except_months":[]})", R"({"answer":"yes_except"})",
          R"({"answer":"yes_except","except_months":["2030-01"]})", R"({"answer":"yes","except_months":["2027-01"]})"})
        EXPECT_EQ(door.nobody().put(page + "/answer", body).status, 422) << body;
    ASSERT_LT(door.as(cast.bruno).put("/api/enrolments/" + cast.bruno_enrolled.text() + "/withdrawal").status, 300);
    EXPECT_EQ(door.as(cast.bruno).put(mine, kTwoHours).code(), "not_taking_part");
}

TEST_F(ASupervisor, opens_to_nobody_else) {
    ask(cast.ana);
    support::expect_closed_to_others(door, cast, {http::Method::get, mine}, {cast.lena, cast.jo, cast.amir});
    support::expect_closed_to_others(door, cast, {http::Method::put, mine, kTwoHours}, {cast.lena, cast.amir});
    support::expect_closed_to_others(door, cast, {http::Method::get, programme + "/protected-times"},
                                     {cast.ana, cast.lena, cast.marta, cast.amir, cast.nina, cast.rosa});
    EXPECT_EQ(door.nobody().get("/api/protected-times/nonsense").status, 404);
}

}  // namespace
}  // namespace supervisor
