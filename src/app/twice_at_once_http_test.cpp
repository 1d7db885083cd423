// What is asked twice at the same moment, as by two open pages or two people, happens once.

#include <array>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "meeting/exploratory_news.hpp"
#include "meeting/exploratory_news_store.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_shapes.hpp"
#include "programme/closing_actions.hpp"
#include "support/pair.hpp"

namespace app {
namespace {

using testing::UnorderedElementsAre;

class AskedTwiceAtOnce : public testing::Test {
  protected:
    support::Door door_;
    support::Cast cast_ = support::make_cast(door_.database());

    template <class One, class Other>
    static std::array<support::Reply, 2> at_once(One one, Other other) {
        std::array<support::Reply, 2> replies;
        {
            std::jthread const neighbour([&] { replies[1] = other(); });
            replies[0] = one();
        }
        return replies;
    }
    std::int64_t count(std::string const& rows) {
        return door_.database().read([&](db::Tx& tx) {
            return tx.value<std::int64_t>("SELECT COUNT(*) FROM " + rows, cast_.organisation).value();
        });
    }
    std::string role_of(access::PersonId who) {
        return door_.database().read([&](db::Tx& tx) {
            return tx
                .value<base::AnyId>(
                    "SELECT id FROM roles WHERE organisation_id = $1 AND person_id = $2 AND role = "
                    "'confidential_contact'",
                    cast_.organisation, who)
                .value()
                .text();
        });
    }
};

TEST_F(AskedTwiceAtOnce, the_date_of_a_first_conversation_moves_once_from_its_mail) {
    auto const now = door_.clock().now();
    auto const pair = door_.database()
                          .write([&](db::Tx& tx) {
                              return pairing::open_pairing(
                                  tx, access::house(cast_.organisation),
                                  {cast_.programme, pairing::Origin::run, cast_.ana, cast_.sofia, 0, {}}, now);
                          })
                          .value()
                          .id;
    auto const date = [](int version, std::string const& day) {
        return R"({"version":)" + std::to_string(version) + R"(,"starts_local":")" + day +
               R"(T10:00","time_zone":"Europe/Paris","mode":"call","place":""})";
    };
    auto const path = "/api/pairings/" + pair.text();
    ASSERT_EQ(door_.as(cast_.sofia).put(path + "/exploratory-meeting", date(0, "2026-11-26")).status, 200);
    auto const link = door_.database().write([&](db::Tx& tx) {
        meeting::tell_of_exploratory(tx, cast_.organisation, pair, now);
        auto const id = tx.value<meeting::ExploratoryTellingId>(
            "SELECT subject_id FROM notices WHERE organisation_id = $1 AND person_id = $2 AND kind = 'first_date_set'",
            cast_.organisation, cast_.ana);
        auto const telling = meeting::store::find_exploratory_telling(tx, cast_.organisation, id.value()).value();
        auto const page = meeting::exploratory_link_path(door_.tools().keys, cast_.organisation, telling);
        return "/api/exploratory-links/" + page.substr(std::string_view("/first-date/").size()) + "/date";
    });
    auto const replies = at_once([&] { return door_.nobody().put(link, date(1, "2026-11-27")); },
                                 [&] { return door_.nobody().put(link, date(1, "2026-11-30")); });
    EXPECT_EQ(replies[0].status + replies[1].status, 200 + 409) << replies[0].body << replies[1].body;
    auto const seen = door_.as(cast_.ana).get(path).as<pairing::PairingAnswer>();
    EXPECT_EQ(seen.exploratory_meeting.value().version, 2);
}

TEST_F(AskedTwiceAtOnce, prompts_are_skipped_in_one_row) {
    auto const pair = support::start_pair(door_, cast_).text();
    auto const skip = [&] {
        return door_.as(cast_.ana).put("/api/pairings/" + pair + "/skipped-prompts",
                                       R"({"of_id":")" + pair + R"(","guide":"4","numbers":[1]})");
    };
    auto const replies = at_once(skip, skip);
    EXPECT_EQ(replies[0].status, 200) << replies[0].body;
    EXPECT_EQ(replies[1].status, 200) << replies[1].body;
    EXPECT_EQ(count("skipped_prompts WHERE organisation_id = $1"), 1);
}

TEST_F(AskedTwiceAtOnce, an_exercise_is_written_in_one_row_and_a_module_done_once) {
    auto const module = "/api/enrolments/" + cast_.ana_enrolled.text() + "/modules/mj1";
    auto const write = [&] { return door_.as(cast_.ana).put(module + "/your-turn", R"({"text":"My sentence"})"); };
    auto const finish = [&] { return door_.as(cast_.ana).put(module + "/completion"); };
    auto const written = at_once(write, write);
    EXPECT_EQ(written[0].status + written[1].status, 400) << written[0].body << written[1].body;
    auto const done = at_once(finish, finish);
    EXPECT_EQ(done[0].status + done[1].status, 400) << done[0].body << done[1].body;
    EXPECT_EQ(count("your_turns WHERE organisation_id = $1"), 1);
    EXPECT_EQ(count("modules_done WHERE organisation_id = $1"), 1);
}

TEST_F(AskedTwiceAtOnce, a_colleague_is_named_once_to_talk_to_and_two_of_three_are_never_taken_away) {
    support::make_ready_to_invite(door_, cast_);
    ASSERT_EQ(door_.as(cast_.jo)
                  .put("/api/programmes/" + cast_.programme.text() + "/state", R"({"state":"matching"})")
                  .status,
              200);
    auto const name_david = [&] {
        return door_.as(cast_.amir)
            .post("/api/people/" + cast_.david.text() + "/roles",
                  R"({"role":"confidential_contact","programme_id":")" + cast_.programme.text() + "\"}");
    };
    at_once(name_david, name_david);
    EXPECT_EQ(count("roles WHERE organisation_id = $1 AND role = 'confidential_contact'"), 3);
    auto const take_away = [&](access::PersonId who) {
        auto const target = "/api/people/" + who.text() + "/roles/" + role_of(who);
        return [this, target] { return door_.as(cast_.amir).remove(target); };
    };
    auto const replies = at_once(take_away(cast_.david), take_away(cast_.lena));
    EXPECT_THAT((std::array{replies[0].code(), replies[1].code()}), UnorderedElementsAre("", "contacts_needed"))
        << replies[0].body << replies[1].body;
    EXPECT_EQ(count("roles WHERE organisation_id = $1 AND role = 'confidential_contact'"), 2);
}

TEST_F(AskedTwiceAtOnce, a_last_day_is_told_once_and_a_programme_closes_once) {
    support::make_ready_to_invite(door_, cast_);
    auto const announce = [&](access::PersonId by, std::string const& day) {
        return door_.as(by).put("/api/programmes/" + cast_.programme.text() + "/closing",
                                R"({"version":0,"closes_on":")" + day + "\"}");
    };
    auto const replies =
        at_once([&] { return announce(cast_.jo, "2026-12-13"); }, [&] { return announce(cast_.kim, "2026-12-20"); });
    EXPECT_EQ(replies[0].status + replies[1].status, 200 + 409) << replies[0].body << replies[1].body;
    EXPECT_EQ(count("events WHERE organisation_id = $1 AND kind = 'closing.announced'"), 1);
    door_.clock().advance(std::chrono::hours(24 * 30));
    auto const close = [&] {
        door_.database().write(
            [&](db::Tx& tx) { programme::close_due_programmes(tx, cast_.organisation, door_.clock().now()); });
        return support::Reply{};
    };
    at_once(close, close);
    EXPECT_EQ(count("events WHERE organisation_id = $1 AND kind = 'programme.closed'"), 1);
}

}  // namespace
}  // namespace app
