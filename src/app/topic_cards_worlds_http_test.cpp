// Rules 6: cards for a conversation tell nobody what the other will not discuss, or keeps private. Ana leaves out a
// whole family of topics in one world and nothing in the other, wants one private topic or another; Sofia, with whom
// she talks, and everybody else are shown the same.

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pair.hpp"
#include "support/two_worlds.hpp"
#include "topic/topic.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::told_apart;
using support::World;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

enum class CardLeak { none, agenda_without_what_is_left_out };

struct Silence {
    std::string left_out;  // "D", or nothing
    std::string private_topic;
};

void put_topics(World& world, access::PersonId who, support::EnrolmentId enrolment, std::string const& private_topic,
                bool may_be_named) {
    auto const path = "/api/enrolments/" + enrolment.text() + "/exchange";
    auto const read = world.door.as(who).get(path);
    ASSERT_EQ(read.status, 200) << read.body;
    auto json = read.json().as_object();
    boost::json::object wanted{
        {"version", json.at("version")}, {"topics", json.at("topics")}, {"profile", json.at("profile")}};
    wanted["topics"].as_object()["private_topics"] =
        boost::json::array{boost::json::object{{"topic", private_topic},
                                               {"way", who == world.cast.ana ? "bring" : "want"},
                                               {"weight", 1},
                                               {"may_be_named_on_my_card", may_be_named}}};
    auto const reply = world.door.as(who).put(path, boost::json::serialize(wanted));
    ASSERT_EQ(reply.status, 200) << reply.body;
}

std::string private_topic(std::size_t place) {
    std::vector<std::string> keys;
    for (auto const& topic : topic::catalogue().topics)
        if (topic.is_private) keys.push_back(topic.key);
    return keys.at(place);
}

support::Story talk(Silence const& silence, CardLeak leak = CardLeak::none, bool sofia_names_hers = false) {
    return [=](World& world) {
        auto const& cast = world.cast;
        put_topics(world, cast.ana, cast.ana_enrolled, silence.private_topic, false);
        put_topics(world, cast.sofia, cast.sofia_enrolled, private_topic(0), sofia_names_hers);
        auto const left = world.door.as(cast.ana).put(
            "/api/enrolments/" + cast.ana_enrolled.text() + "/will-not-discuss",
            silence.left_out.empty() ? R"({"subjects":[]})" : R"({"subjects":[")" + silence.left_out + "\"]}");
        ASSERT_EQ(left.status, 200) << left.body;
        auto const pair = support::start_pair(world.door, cast);
        world.ids.push_back(base::any(pair));
        auto const proposed = world.door.as(cast.sofia)
                                  .post("/api/pairings/" + pair.text() + "/meetings",
                                        R"({"minutes":45,"channel":"video","place":"","activity":"conversation",)"
                                        R"("times":[{"starts_local":"2026-12-01T15:00","time_zone":"UTC"}]})");
        ASSERT_LT(proposed.status, 300) << proposed.body;
        auto const meeting = proposed.text("/id");
        world.ids.push_back(base::AnyId::parse(meeting).value());
        auto const notebook = world.door.as(cast.sofia).get("/api/meetings/" + meeting + "/notebook");
        ASSERT_EQ(notebook.status, 200) << notebook.body;
        ASSERT_NE(notebook.body.find(R"("topic":"C1")"), std::string::npos) << "there are cards: " << notebook.body;
        if (leak != CardLeak::agenda_without_what_is_left_out) return;
        std::string const card = silence.left_out == "D" ? "A card of C" : "A card of D";
        auto const planted =
            world.door.as(cast.ana).put("/api/meetings/" + meeting + "/agenda/60000000-0000-4000-8000-000000000002",
                                        R"({"version":0,"lane":"mentor","text":")" + card + "\"}");
        ASSERT_EQ(planted.status, 200) << planted.body;
    };
}

TEST(TopicCards, would_tell_what_is_left_out_if_they_were_drawn_around_it) {
    EXPECT_THAT(
        told_apart(talk({"D", private_topic(0)}, CardLeak::agenda_without_what_is_left_out),
                   talk({"", private_topic(0)}, CardLeak::agenda_without_what_is_left_out), everybody_but({"ana"})),
        Contains(HasSubstr("A card of")));
}

TEST(TopicCards, look_the_same_whatever_the_other_leaves_out) {
    EXPECT_THAT(told_apart(talk({"D", private_topic(0)}), talk({"", private_topic(0)}), everybody_but({"ana"})),
                IsEmpty());
}

TEST(TopicCards, look_the_same_whatever_the_other_keeps_private) {
    for (bool const sofia_names_hers : {false, true})
        EXPECT_THAT(told_apart(talk({"", private_topic(0)}, CardLeak::none, sofia_names_hers),
                               talk({"", private_topic(1)}, CardLeak::none, sofia_names_hers), everybody_but({"ana"})),
                    IsEmpty())
            << sofia_names_hers;
}

}  // namespace
}  // namespace app
