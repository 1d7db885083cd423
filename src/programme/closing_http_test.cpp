// Closing a programme through the doors: announced, told, reviewed, closed on its day, and to be read only afterwards.

#include "programme/closing_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairing/pairing_shapes.hpp"
#include "programme/closing_actions.hpp"
#include "programme/programme_store.hpp"
#include "support/pair.hpp"

namespace programme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// The cast's time is 2026-11-22.
constexpr char const* kClosesInDecember = R"({"version":0,"closes_on":"2026-12-13"})";
constexpr char const* kReviewOfOne =
    R"({"version":1,"targets":[{"text":"Two questions are answered","due_on":"2027-03-01","who":"Marta"}],
        "thanks":"Thank you for every hour."})";

struct AClosing : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    std::string path(std::string const& rest = "") { return "/api/programmes/" + cast.programme.text() + rest; }
    support::Reply announce(char const* body = kClosesInDecember) {
        return door.as(cast.jo).put(path("/closing"), body);
    }
    void let_house_work() {
        door.house().round();
        door.house().drain();
    }
    void let_days_pass(int days) {
        door.clock().advance(std::chrono::hours(24) * days);
        let_house_work();
    }
    std::int64_t count_told(access::PersonId who, std::string const& table, std::string const& kind) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM " + table + " WHERE organisation_id = $1 AND person_id = $2 AND kind = $3",
                    cast.organisation, who, kind)
                .value();
        });
    }
    std::vector<std::int64_t> told(std::string const& kind) {
        std::vector<std::int64_t> counts;
        for (auto who : {cast.ana, cast.bruno, cast.sofia, cast.david, cast.lena, cast.jo})
            counts.push_back(count_told(who, "notices", kind));
        return counts;
    }
    std::string ask_sponsor_to_agree() {
        support::make_ready_to_invite(door, cast);
        EXPECT_EQ(announce().status, 200);
        auto const reviewed = door.as(cast.jo).put(path("/closing/review"), kReviewOfOne);
        EXPECT_EQ(reviewed.status, 200) << reviewed.body;
        auto const link = reviewed.text("/link");
        return "/api/closing-reviews/" + link.substr(link.rfind('/') + 1);
    }
};

TEST_F(AClosing, is_told_to_everybody_who_takes_part_by_notice_and_mail_and_again_with_another_day) {
    auto const announced = announce();
    ASSERT_EQ(announced.status, 200) << announced.body;
    auto const page = announced.as<ClosingAnswer>();
    EXPECT_EQ(page.version, 1);
    EXPECT_EQ(page.taking_part, 4);
    EXPECT_EQ(base::to_text(page.earliest_on), "2026-12-06");
    let_house_work();
    EXPECT_THAT(told("closing_announced"), ElementsAre(1, 1, 1, 1, 0, 0));
    EXPECT_EQ(count_told(cast.ana, "mails", "closing_announced"), 1);

    ASSERT_EQ(announce().status, 200) << "the same again is no change";
    let_house_work();
    EXPECT_THAT(told("closing_announced"), ElementsAre(1, 1, 1, 1, 0, 0));
    ASSERT_EQ(announce(R"({"version":1,"closes_on":"2026-12-20"})").status, 200);
    let_house_work();
    EXPECT_THAT(told("closing_announced"), ElementsAre(2, 2, 2, 2, 0, 0));
}

TEST_F(AClosing, shows_whoever_takes_part_the_day_and_what_becomes_of_what_they_wrote) {
    announce();
    auto const mine = door.as(cast.ana).get("/api/my-closings").as<OwnClosings>();
    ASSERT_EQ(mine.items.size(), 1U);
    EXPECT_EQ(base::to_text(mine.items[0].closes_on), "2026-12-13");
    EXPECT_EQ(base::to_text(mine.items[0].echo_from), "2027-03-14");
    EXPECT_EQ(base::to_text(mine.items[0].kept_until), "2027-06-12");
    EXPECT_FALSE(mine.items[0].is_closed);
    EXPECT_THAT(door.as(cast.lena).get("/api/my-closings").as<OwnClosings>().items, IsEmpty());
    EXPECT_THAT(door.as(cast.otto).get("/api/my-closings").as<OwnClosings>().items, IsEmpty());
    EXPECT_EQ(door.nobody().get("/api/my-closings").status, 401);
}

TEST_F(AClosing, is_refused_too_soon_in_nonsense_and_to_everybody_else) {
    EXPECT_EQ(announce(R"({"version":0,"closes_on":"2026-12-05"})").text("/errors/0/code"), "too_soon");
    EXPECT_EQ(announce(R"({"version":0,"closes_on":"9999-12-31"})").text("/errors/0/code"), "too_far");
    EXPECT_EQ(announce(R"({"version":0,"closes_on":"soon"})").status, 422);
    EXPECT_EQ(announce(R"({"version":0})").status, 422);
    EXPECT_EQ(door.as(cast.jo).put(path("/closing/review"), kReviewOfOne).code(), "closing_not_announced");
    auto const nobody_else = {cast.ana, cast.sofia, cast.lena, cast.marta, cast.nina, cast.rosa};
    expect_closed_to_others(door, cast, {http::Method::get, path("/closing")}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, path("/closing"), kClosesInDecember}, nobody_else);
    expect_closed_to_others(door, cast, {http::Method::put, path("/closing/review"), kReviewOfOne}, nobody_else);
    ASSERT_EQ(announce().status, 200);
    EXPECT_EQ(door.as(cast.kim).put(path("/closing"), R"({"version":0,"closes_on":"2026-12-20"})").code(), "stale");
    std::string const huge(2001, 'x');
    EXPECT_EQ(
        door.as(cast.jo).put(path("/closing/review"), R"({"version":1,"targets":[],"thanks":")" + huge + "\"}").status,
        422);
    EXPECT_EQ(door.as(cast.jo).put(path("/state"), R"({"state":"closed"})").code(), "closing_not_announced");
}

TEST_F(AClosing, is_agreed_to_by_the_sponsor_with_one_tap_and_then_shows_its_targets) {
    auto const review = ask_sponsor_to_agree();
    let_house_work();
    EXPECT_EQ(count_told(cast.marta, "mails", "closing_review"), 1);
    auto own = [&] { return door.as(cast.ana).get("/api/my-closings").as<OwnClosings>().items.at(0); };
    EXPECT_THAT(own().targets, IsEmpty());
    EXPECT_EQ(own().thanks, "Thank you for every hour.");

    auto const page = door.nobody().get(review);
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_EQ(page.text("/targets/0/who"), "Marta");
    EXPECT_EQ(door.nobody().put(review + "/agreement", R"({"version":1})").code(), "stale");
    auto const agreed = door.nobody().put(review + "/agreement", R"({"version":2})");
    ASSERT_EQ(agreed.status, 200) << agreed.body;
    EXPECT_EQ(door.nobody().put(review + "/agreement", R"({"version":2})").text("/agreed_at"),
              agreed.text("/agreed_at"));
    EXPECT_EQ(own().targets.at(0).text, "Two questions are answered");
    EXPECT_THAT(door.as(cast.jo).get(path("/closing")).as<ClosingAnswer>().remaining, IsEmpty());

    EXPECT_EQ(door.nobody().get("/api/closing-reviews/nonsense").status, 404);
    auto const sponsor_link = door.as(cast.jo).get(path("/sponsor")).text("/link");
    EXPECT_EQ(door.nobody().get("/api/closing-reviews/" + sponsor_link.substr(sponsor_link.rfind('/') + 1)).status, 404)
        << "the link of the acceptance opens nothing here";
}

TEST_F(AClosing, closes_the_programme_after_its_last_day_and_completes_its_pairs) {
    auto const pair = "/api/pairings/" + support::start_pair(door, cast).text();
    announce();
    let_days_pass(21);
    EXPECT_EQ(door.as(cast.ana).get(pair).text("/stage"), "started") << "on the last day itself";
    let_days_pass(1);
    EXPECT_EQ(door.as(cast.ana).get(pair).text("/stage"), "finished");
    EXPECT_EQ(door.as(cast.ana).get("/api/my-closings").text("/items/0/is_closed"), "true");
    let_house_work();
    EXPECT_THAT(told("programme_closed"), ElementsAre(1, 1, 1, 1, 0, 0));
    EXPECT_EQ(door.as(cast.jo).get(path("/set-up")).text("/state"), "closed");
}

TEST_F(AClosing, comes_to_a_programme_that_has_run_by_itself_since_its_first_two_signed) {
    auto const state = [&] { return door.as(cast.jo).get(path("/set-up")).text("/state"); };
    auto const moved_by_the_house = [&] {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>(
                    "SELECT COUNT(*) FROM events WHERE organisation_id = $1 AND kind = "
                    "'programme.moved' AND actor_id IS NULL",
                    cast.organisation)
                .value();
        });
    };
    support::make_agreeing_pair(door, cast, cast.bruno, cast.david);
    let_house_work();
    EXPECT_EQ(state(), "matching") << "nobody has signed yet";
    support::start_pair(door, cast);
    let_house_work();
    EXPECT_EQ(state(), "running");
    ASSERT_EQ(door.as(cast.jo).put(path("/state"), R"({"state":"matching"})").status, 200);
    let_house_work();
    EXPECT_EQ(state(), "matching") << "another search may be on; only another pair lets it run again";
    EXPECT_EQ(moved_by_the_house(), 1);
    announce();
    let_days_pass(22);
    EXPECT_EQ(state(), "closed");
    let_days_pass(1);
    EXPECT_EQ(door.as(cast.jo).get(path("/pairings")).as<pairing::ProgrammePairings>().counts.finished, 1);
}

TEST_F(AClosing, leaves_a_programme_that_can_only_be_read) {
    support::make_ready_to_invite(door, cast);
    announce();
    let_days_pass(22);
    auto const page = door.as(cast.jo).get(path("/set-up")).as<::programme::SetUp>();
    EXPECT_THAT(page.allowed_actions, IsEmpty());
    struct Write {
        access::PersonId by;
        http::Method method;
        std::string target;
        std::string body;
    };
    auto const couple = cast.ana.text() + "/" + cast.sofia.text();
    auto const enrolment = "/api/enrolments/" + cast.ana_enrolled.text();
    std::vector<Write> const writes{
        {cast.jo, http::Method::put, path("/set-up"),
         json::write(SetUpInput{page.version, page.settings, page.aims, page.words, page.eligibility, {}})},
        {cast.jo, http::Method::put, path("/state"), R"({"state":"running"})"},
        {cast.jo, http::Method::put, path("/sponsor"), R"({"name":"Somebody"})"},
        {cast.jo, http::Method::put, path("/closing"), R"({"version":1,"closes_on":"2027-12-13"})"},
        {cast.jo, http::Method::put, path("/open-call"), R"({"limited_by":"code","closes_on":"2027-01-24"})"},
        {cast.jo, http::Method::put, path("/draw"), ""},
        {cast.jo, http::Method::put, path("/locks/" + couple), ""},
        {cast.jo, http::Method::put, path("/bans/" + couple), ""},
        {cast.jo, http::Method::post, "/api/match-runs", R"({"programme_id":")" + cast.programme.text() + "\"}"},
        {cast.jo, http::Method::post, path("/invitations"),
         R"({"side":"mentor","people":[")" + cast.lena.text() + "\"]}"},
        {cast.jo, http::Method::post, path("/invitation-reminders"), ""},
        {cast.ana, http::Method::put, enrolment + "/pause", ""},
        {cast.ana, http::Method::put, enrolment + "/will-not-discuss", R"({"subjects":[]})"},
    };
    for (auto const& write : writes) {
        auto const reply = door.as(write.by).send(write.method, write.target, write.body);
        EXPECT_EQ(reply.status, 409) << write.target << " " << reply.body;
        EXPECT_EQ(reply.code(), "programme_closed") << write.target;
    }
    EXPECT_EQ(door.as(cast.ana).put(enrolment + "/withdrawal").status, 200) << "leaving stays possible";
}

}  // namespace
}  // namespace programme
