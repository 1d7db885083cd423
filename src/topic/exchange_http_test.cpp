#include "topic/exchange_http.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door.hpp"
#include "support/two_worlds.hpp"
#include "topic/exchange_store.hpp"

namespace topic {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Exchanges : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());

    std::string path(std::string const& rest = "/exchange") {
        return "/api/enrolments/" + cast.ana_enrolled.text() + rest;
    }
    Exchange read() { return door.as(cast.ana).get(path()).as<Exchange>(); }
    ExchangeInput draft() {
        auto const exchange = read();
        return {exchange.version, exchange.topics, exchange.profile};
    }
    support::Reply save(ExchangeInput const& input) { return door.as(cast.ana).put(path(), json::write(input)); }
    ExchangeInput ready() {
        auto input = draft();
        input.profile.usual_times = {{programme::Weekday::tuesday, 540, 720}};
        input.profile.charter_read_version = 1;
        return input;
    }
};

TEST_F(Exchanges, are_one_document_that_comes_back_as_it_was_written) {
    auto input = ready();
    input.topics.offers = {{"C1", 3}, {"D1", 2}};
    input.topics.wants = {{"I2", 1}};
    input.topics.private_topics = {{"E4", Way::bring, 2, false}};
    input.profile.motivation = "  My shift sees things first. ";
    input.profile.need_check = programme::NeedCheck{programme::Need::need_it_now, {}, {}};
    input.profile.style.agenda = programme::AgendaStyle::written_agenda;
    input.profile.helps = {programme::Help::captions};
    input.profile.languages = {"en", "pt"};
    auto saved = save(input);
    ASSERT_EQ(saved.status, 200) << saved.body;
    auto const exchange = read();
    EXPECT_EQ(exchange.version, input.version + 1);
    EXPECT_EQ(exchange.topics, input.topics);
    EXPECT_EQ(exchange.profile.motivation, "My shift sees things first.");
    EXPECT_EQ(exchange.profile.need_check->decision, programme::Need::need_it_now);
    EXPECT_THAT(exchange.profile.languages, ElementsAre("en", "pt"));
    EXPECT_THAT(exchange.profile.helps, ElementsAre(programme::Help::captions));
    EXPECT_THAT(exchange.profile.usual_times, ElementsAre(programme::UsualTime{programme::Weekday::tuesday, 540, 720}));
    EXPECT_THAT(exchange.still_needed, IsEmpty());
}

TEST_F(Exchanges, may_be_saved_unfinished_and_say_what_is_still_needed) {
    auto input = draft();
    input.topics = {};
    ASSERT_EQ(save(input).status, 200);
    EXPECT_THAT(read().still_needed, Contains(StillNeeded::bring));
}

TEST_F(Exchanges, refuse_everything_wrong_at_once_and_change_nothing) {
    auto input = ready();
    input.topics.offers = {{"E1", 2}};
    input.profile.capacity = 4;
    input.profile.career_stage = programme::CareerStage::early;
    auto refused = save(input);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("/topics/offers/0/topic"));
    EXPECT_THAT(refused.body, HasSubstr("/profile/capacity_reason"));
    EXPECT_THAT(refused.body, HasSubstr("not_asked_here"));
    EXPECT_EQ(read().version, input.version);
}

TEST_F(Exchanges, refuse_a_document_read_before_another_was_written) {
    auto const input = ready();
    ASSERT_EQ(save(input).status, 200);
    auto const late = save(input);
    EXPECT_EQ(late.code(), "stale");
    EXPECT_EQ(late.text("/params/version"), std::to_string(read().version));
}

TEST_F(Exchanges, open_for_their_owner_alone) {
    std::vector<access::PersonId> const others{cast.bruno, cast.sofia, cast.jo, cast.lena, cast.marta, cast.amir};
    expect_closed_to_others(door, cast, {http::Method::get, path()}, others);
    expect_closed_to_others(door, cast, {http::Method::put, path(), json::write(ready())}, others);
    expect_closed_to_others(door, cast, {http::Method::get, path("/will-not-discuss")}, others);
    expect_closed_to_others(door, cast, {http::Method::put, path("/will-not-discuss"), R"({"subjects":[]})"}, others);
}

TEST_F(Exchanges, keep_a_private_topic_sealed_in_the_table) {
    auto input = ready();
    input.topics.private_topics = {{"E4", Way::bring, 2, false}};
    ASSERT_EQ(save(input).status, 200);
    door.database().read([&](db::Tx& tx) {
        auto sealed = tx.value<meta::Bytes>("SELECT sealed_topic FROM private_topics WHERE organisation_id = $1",
                                            cast.organisation)
                          .value();
        std::string const text(sealed.octets.begin(), sealed.octets.end());
        EXPECT_THAT(text, Not(HasSubstr("E4")));
        return 0;
    });
    input = draft();
    input.topics.private_topics = {};
    ASSERT_EQ(save(input).status, 200);
    EXPECT_THAT(read().topics.private_topics, IsEmpty());
}

TEST_F(Exchanges, show_the_coordinator_ordinary_topics_and_that_there_is_a_private_one) {
    auto input = ready();
    input.topics.private_topics = {{"E4", Way::bring, 2, true}};
    input.profile.motivation = "Because.";
    ASSERT_EQ(save(input).status, 200);
    auto const brief =
        "/api/programmes/" + cast.programme.text() + "/enrolments/" + cast.ana_enrolled.text() + "/topics";
    auto seen = door.as(cast.jo).get(brief);
    ASSERT_EQ(seen.status, 200);
    EXPECT_EQ(seen.text("/offers/0/topic"), "C1");
    EXPECT_EQ(seen.text("/has_private_topic"), "true");
    EXPECT_THAT(seen.body, Not(HasSubstr("E4")));
    EXPECT_THAT(seen.body, Not(HasSubstr("Because")));
    expect_closed_to_others(door, cast, {http::Method::get, brief}, {cast.ana, cast.sofia, cast.marta, cast.nina});
}

TEST_F(Exchanges, are_counted_on_a_board_without_private_topics) {
    auto const board = "/api/programmes/" + cast.programme.text() + "/topic-board";
    auto seen = door.as(cast.jo).get(board).as<TopicBoard>();
    ASSERT_EQ(seen.mentor.size(), 1U);
    EXPECT_EQ(seen.mentor.front().topic, "C1");
    EXPECT_EQ(seen.mentor.front().offered, 2);
    EXPECT_EQ(seen.mentor.front().wanted, 2);
    EXPECT_EQ(seen.mentee.front().topic, "I1");
    expect_closed_to_others(door, cast, {http::Method::get, board}, {cast.ana, cast.lena, cast.marta});
}

TEST_F(Exchanges, are_loaded_whole_for_matching) {
    auto input = ready();
    input.topics.private_topics = {{"E4", Way::want, 1, false}};
    ASSERT_EQ(save(input).status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path("/will-not-discuss"), R"({"subjects":["F"]})").status, 200);
    door.database().read([&](db::Tx& tx) {
        auto const all = store::load_all_topics(tx, cast.organisation, cast.programme, door.tools().keys);
        EXPECT_EQ(all.size(), 4U);
        auto const& ana = *std::ranges::find(all, EnrolmentId{cast.ana_enrolled.bytes}, &EnrolmentTopics::enrolment);
        EXPECT_THAT(ana.topics.private_topics, ElementsAre(PrivateTopic{"E4", Way::want, 1, false}));
        EXPECT_THAT(ana.will_not_discuss, ElementsAre("F"));
        return 0;
    });
}

TEST_F(Exchanges, leave_out_what_somebody_would_rather_not_discuss) {
    auto saved = door.as(cast.ana).put(path("/will-not-discuss"), R"({"subjects":["F3","E"]})");
    ASSERT_EQ(saved.status, 200);
    EXPECT_THAT(door.as(cast.ana).get(path("/will-not-discuss")).as<WillNotDiscuss>().subjects, ElementsAre("E", "F3"));
    EXPECT_EQ(door.as(cast.ana).put(path("/will-not-discuss"), R"({"subjects":["C1"]})").text("/errors/0/code"),
              "wanted_and_left_out");
}

void ana_leaves_out(support::World& world) {
    auto const path = "/api/enrolments/" + world.cast.ana_enrolled.text() + "/will-not-discuss";
    ASSERT_EQ(world.door.as(world.cast.ana).put(path, R"({"subjects":["E"]})").status, 200);
}
void bruno_leaves_out(support::World& world) {
    auto const path = "/api/enrolments/" + world.cast.bruno_enrolled.text() + "/will-not-discuss";
    ASSERT_EQ(world.door.as(world.cast.bruno).put(path, R"({"subjects":["F"]})").status, 200);
}

TEST(WillNotDiscussing, is_told_to_nobody) {
    EXPECT_THAT(support::told_apart(ana_leaves_out, bruno_leaves_out, support::everybody_but({"ana", "bruno"})),
                IsEmpty());
}

TEST(TheTopics, are_read_by_whoever_is_signed_in) {
    support::Door door;
    auto const cast = support::make_cast(door.database());
    EXPECT_EQ(door.as(cast.lena).get("/api/topics").as<Catalogue>().topics.size(), 61U);
    EXPECT_EQ(door.nobody().get("/api/topics").status, 401);
}

}  // namespace
}  // namespace topic
