// Whose words a coordinator reads on Monday: Ana wrote one thing and Bruno another, and in the other world each wrote
// what the other did, in another order and at other minutes. Nobody is shown, sent or could find a difference, while
// they wait, when they have gone out and when a theme of them is shown; nor whether somebody's waits at all.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/event.hpp"
#include "notice/notice_actions.hpp"
#include "support/databases.hpp"
#include "support/front_line.hpp"
#include "support/two_worlds.hpp"
#include "support/whole_dump.hpp"
#include "voice/front_line_shapes.hpp"

namespace app {
namespace {

using support::everybody_but;
using support::told_apart;
using support::World;
using testing::IsEmpty;
using testing::Not;

struct Wrote {
    std::string name;
    std::string text;
};
enum class Until { sent, gone_out, theme_shown };
enum class NoteLeak { none, event_with_the_person, notice_after_some_words, row_with_the_person };

constexpr auto kRota = "The rota comes on the day itself";
constexpr auto kTill = "The second till is never open";

void plant(World& world, NoteLeak leak, access::PersonId person, std::string const& text) {
    auto const now = world.door.clock().now();
    world.door.database().write([&](db::Tx& tx) {
        if (leak == NoteLeak::event_with_the_person && text == kRota)
            audit::record(tx, support::viewer_of(tx, world.cast.organisation, person), audit::Kind{"note.planted"},
                          std::nullopt, {}, now);
        if (leak == NoteLeak::notice_after_some_words && text == kRota)
            notice::tell(tx, world.cast.organisation, person, notice::round_result, std::nullopt, now);
        if (leak == NoteLeak::row_with_the_person && text == kRota)
            tx.run(R"(INSERT INTO panel_members (organisation_id, programme_id, person_id) VALUES ($1, $2, $3))",
                   world.cast.organisation, world.cast.programme, person);
    });
}

void show_a_theme(World& world) {
    auto const programme = "/api/programmes/" + world.cast.programme.text();
    auto const jo = world.door.as(world.cast.jo);
    std::string ids;
    for (auto const& note : jo.get(programme + "/front-line-notes").as<voice::ReleasedNotes>().items)
        ids += (ids.empty() ? "\"" : ",\"") + note.id.text() + "\"";
    constexpr auto kTheme = "5b1c0f52-9d1b-4f0e-8a53-000000000001";
    auto const composed = jo.put(programme + "/front-line-themes/" + kTheme,
                                 R"({"version":0,"text":"Changes come too late","notes":[)" + ids + "]}");
    ASSERT_EQ(composed.status, 200) << composed.body;
    world.ids.push_back(base::AnyId::parse(kTheme).value());
    support::let_a_week_pass(world.door);
    auto const shown = jo.get(programme + "/front-line-themes").as<voice::FrontLineThemes>();
    ASSERT_TRUE(shown.items.at(0).shown_on.has_value());
}

// `others` have one waiting before anybody of the story writes.
support::Story notes_of(std::vector<Wrote> const& wrote, int minutes, Until until, NoteLeak leak = NoteLeak::none,
                        std::size_t others = 3, bool takes_back = false) {
    return [=](World& world) {
        auto const writers = support::make_eight_writers(world.door, world.cast);
        for (std::size_t at = 0; at < others; ++at)
            support::send_note(world.door, world.cast, writers.at(2 + at), static_cast<int>(3 + at),
                               "Nobody asks, says " + std::to_string(at));
        for (auto const& [name, text] : wrote) {
            world.door.clock().advance(std::chrono::minutes(minutes));
            auto const person = support::person_named(world.cast, name);
            // By the words and not by who wrote them: an id is chance, and nobody knows whose it is.
            int const number = text == kRota ? 1 : 2;
            support::send_note(world.door, world.cast, person, number, text);
            if (takes_back) {
                auto const back = world.door.as(person).remove(support::note_path(world.cast, number) + "/sending");
                ASSERT_EQ(back.status, 200) << back.body;
            }
            plant(world, leak, person, text);
        }
        for (auto const* id : {"4a1c0f52-9d1b-4f0e-8a53-000000000001", "4a1c0f52-9d1b-4f0e-8a53-000000000002"})
            world.ids.push_back(base::AnyId::parse(id).value());
        world.door.clock().advance(std::chrono::minutes(90 - minutes * static_cast<int>(wrote.size())));
        world.door.house().round();
        world.door.house().drain();
        if (until != Until::sent) support::let_a_week_pass(world.door);
        if (until == Until::theme_shown) show_a_theme(world);
    };
}

std::vector<Wrote> const kOneWay = {{"ana", kRota}, {"bruno", kTill}};
std::vector<Wrote> const kTheOther = {{"bruno", kRota}, {"ana", kTill}};
std::vector<Wrote> const kTheOtherTurnedRound = {{"ana", kTill}, {"bruno", kRota}};
auto const kBesideTheTwo = everybody_but({"ana", "bruno"});

TEST(WhatISeeFromHere, would_be_found_out_by_an_event_or_by_what_follows_some_words) {
    for (auto const leak : {NoteLeak::event_with_the_person, NoteLeak::notice_after_some_words})
        EXPECT_THAT(told_apart(notes_of(kOneWay, 5, Until::sent, leak), notes_of(kTheOther, 5, Until::sent, leak),
                               kBesideTheTwo),
                    Not(IsEmpty()));
}

TEST(WhatISeeFromHere, looks_the_same_whoever_wrote_what_in_which_order_and_when) {
    for (auto const until : {Until::sent, Until::gone_out, Until::theme_shown}) {
        auto const one = support::tell(notes_of(kOneWay, 5, until));
        for (auto const& other : {kTheOther, kTheOtherTurnedRound})
            EXPECT_THAT(told_apart(one, support::tell(notes_of(other, 40, until)), kBesideTheTwo), IsEmpty());
    }
}

// Only the database is looked at: nobody of the house asks anything.
std::vector<std::string> dump_of(std::vector<Wrote> const& wrote, Until until, NoteLeak leak) {
    support::OwnDatabase database;
    support::Door door(*database);
    World world{door, support::make_cast(door.database())};
    notes_of(wrote, 5, until, leak)(world);
    return support::whole_dump(world);
}

// Whoever has the files of the database, of whichever moment, and not the key folder.
TEST(WhatISeeFromHere, stands_in_no_row_of_the_database_with_whoever_wrote_it) {
    for (auto const until : {Until::sent, Until::gone_out, Until::theme_shown}) {
        EXPECT_NE(dump_of(kOneWay, until, NoteLeak::row_with_the_person),
                  dump_of(kTheOther, until, NoteLeak::row_with_the_person));
        EXPECT_EQ(dump_of(kOneWay, until, NoteLeak::none), dump_of(kTheOther, until, NoteLeak::none));
    }
}

// Three others wait, and Ana's makes no five: not even a Monday later does anybody learn that she wrote.
TEST(WhatISeeFromHere, cannot_be_told_from_silence_while_it_is_held_and_when_it_was_taken_back) {
    auto const silent = support::tell(notes_of({}, 5, Until::gone_out));
    EXPECT_THAT(
        told_apart(silent, support::tell(notes_of({{"ana", kRota}}, 5, Until::gone_out)), everybody_but({"ana"})),
        IsEmpty());
    EXPECT_THAT(told_apart(support::tell(notes_of({}, 5, Until::gone_out, NoteLeak::none, 5)),
                           support::tell(notes_of({{"ana", kRota}}, 5, Until::gone_out, NoteLeak::none, 5, true)),
                           everybody_but({"ana"})),
                IsEmpty());
}

}  // namespace
}  // namespace app
