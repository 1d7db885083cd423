#include "meeting/free_busy_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/answering_server.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"

namespace meeting {
namespace {

using support::AnsweringServer;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Ana and Sofia, started; Ana's calendar says that every day of three months is taken but for one Thursday.
struct WithACalendar : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    pairing::PairingId pair = support::start_pair(door, cast);
    AnsweringServer calendar{AnsweringServer::with(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VFREEBUSY\r\nUID:f\r\n"
        "FREEBUSY:20261101T000000Z/20261203T000000Z,20261204T000000Z/20270301T000000Z\r\nEND:VFREEBUSY\r\n"
        "END:VCALENDAR\r\n")};

    std::string path(std::string const& rest) { return "/api/pairings/" + pair.text() + rest; }
    support::Reply search(access::PersonId who, std::string const& address) {
        return door.as(who).post(path("/slot-searches"), R"({"free_busy_address":")" + address + "\"}");
    }
    std::string trouble(std::string const& address) {
        auto const reply = search(cast.ana, address);
        EXPECT_EQ(reply.text("/errors/0/pointer"), "/free_busy_address") << reply.body;
        return reply.text("/errors/0/code");
    }
    void allow(outbound::AllowList allowed) { door.tools().free_busy = std::move(allowed); }
};

TEST_F(WithACalendar, keeps_the_times_that_it_leaves_free) {
    allow({calendar.origin()});
    auto const all = door.as(cast.ana).get(path("/slots")).as<Slots>();
    EXPECT_TRUE(all.takes_free_busy);
    EXPECT_THAT(all.items, SizeIs(testing::Gt(2U)));
    auto const reply = search(cast.ana, calendar.origin() + "/canary-7d1f.ics");
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto const left = reply.as<Slots>();
    ASSERT_THAT(left.items, Not(IsEmpty()));
    for (auto const& slot : left.items) EXPECT_THAT(base::to_text(slot.starts_at), HasSubstr("2026-12-03"));
    EXPECT_THAT(reply.body, Not(HasSubstr("canary")));
    EXPECT_EQ(door.as(cast.ana).get(path("/slots")).as<Slots>().items.size(), all.items.size()) << "forgotten again";
}

TEST_F(WithACalendar, leaves_no_trace_of_its_address) {
    allow({calendar.origin()});
    ASSERT_EQ(search(cast.ana, calendar.origin() + "/canary-7d1f.ics").status, 200);
    ASSERT_EQ(door.as(cast.ana)
                  .send(http::Method::post, path("/slot-searches"),
                        R"({"free_busy_address":")" + calendar.origin() + R"(/canary-7d1f.ics"})",
                        {{"Idempotency-Key", "a key"}})
                  .status,
              200);
    door.house().round();
    door.house().drain();
    door.database().read([&](db::Tx& tx) {
        EXPECT_EQ(tx.value<std::int64_t>("SELECT COUNT(*) FROM idempotency_keys WHERE organisation_id = $1",
                                         cast.organisation),
                  0);
        for (auto const& facts : tx.values<std::string>(
                 "SELECT COALESCE(facts, '') FROM events WHERE organisation_id = $1", cast.organisation))
            EXPECT_THAT(facts, Not(HasSubstr("canary")));
    });
}

TEST_F(WithACalendar, reads_none_unless_the_operator_allows_it) {
    EXPECT_FALSE(door.as(cast.ana).get(path("/slots")).as<Slots>().takes_free_busy);
    EXPECT_EQ(search(cast.ana, calendar.origin()).code(), "free_busy_off");
    allow({"*"});
    EXPECT_EQ(trouble(calendar.origin()), "not_https");
    for (auto const* address :
         {"https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/",
          "https://10.1.2.3/", "https://2130706433/", "https://0177.0.0.1/", "https://localhost/"})
        EXPECT_EQ(trouble(address), "address_not_allowed") << address;
    EXPECT_THAT(calendar.asked(), IsEmpty());
}

TEST_F(WithACalendar, says_in_plain_words_what_was_wrong_with_it) {
    AnsweringServer page(AnsweringServer::with("<html>Please sign in</html>"));
    AnsweringServer elsewhere(AnsweringServer::with("", "302 Found", "Location: http://127.0.0.1/\r\n"));
    allow({page.origin(), elsewhere.origin()});
    EXPECT_EQ(trouble(page.origin()), "no_calendar");
    EXPECT_EQ(trouble(elsewhere.origin()), "redirected");
    EXPECT_EQ(trouble("nonsense at all"), "format");
    EXPECT_EQ(search(cast.ana, std::string(2001, 'x')).status, 422);
    EXPECT_EQ(search(cast.ana, "").status, 422);
}

TEST_F(WithACalendar, is_read_for_the_two_alone) {
    allow({calendar.origin()});
    support::expect_closed_to_others(
        door, cast,
        {http::Method::post, path("/slot-searches"), R"({"free_busy_address":")" + calendar.origin() + "\"}"},
        {cast.bruno, cast.david, cast.jo, cast.amir, cast.nina, cast.rosa});
    EXPECT_THAT(calendar.asked(), IsEmpty()) << "nobody else makes the house dial";
}

}  // namespace
}  // namespace meeting
