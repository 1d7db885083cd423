// What people see from here, through the doors.

#include "voice/front_line_note_http.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/json.hpp"
#include "support/front_line.hpp"
#include "support/pair.hpp"
#include "voice/front_line_note_store.hpp"

namespace voice {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

// Eight bring something; Jo and Kim coordinate and Marta stands for the programme. It is Sunday, 22 November 2026.
struct FrontLine : testing::Test {
    support::Door door;
    support::Cast cast = support::make_cast(door.database());
    std::vector<PersonId> writers = support::make_eight_writers(door, cast);
    std::string programme = "/api/programmes/" + cast.programme.text();
    std::string theme = programme + "/front-line-themes/5b1c0f52-9d1b-4f0e-8a53-000000000001";

    std::string path(int number) const { return support::note_path(cast, number); }
    void sends(std::size_t writer, std::string const& text, std::string const& audience = "sponsor") {
        support::send_note(door, cast, writers.at(writer), static_cast<int>(writer) + 1, text, audience);
    }
    void all_send(std::size_t how_many, std::string const& text = "It is late, says ") {
        for (std::size_t writer = 0; writer < how_many; ++writer) sends(writer, text + std::to_string(writer));
    }
    MyFrontLineNotes mine(PersonId who) { return door.as(who).get("/api/front-line-notes").as<MyFrontLineNotes>(); }
    std::vector<ReleasedNote> read(PersonId who) {
        return door.as(who).get(programme + "/front-line-notes").as<ReleasedNotes>().items;
    }
    std::vector<std::string> texts(PersonId who) {
        std::vector<std::string> texts;
        for (auto const& one : read(who)) texts.push_back(one.note.text);
        std::ranges::sort(texts);
        return texts;
    }
    support::Reply compose(std::vector<ReleasedNote> const& notes, std::size_t how_many, int version = 0,
                           std::string const& text = "Changes come too late") {
        std::string ids;
        for (std::size_t at = 0; at < how_many; ++at) ids += (at == 0 ? "\"" : ",\"") + notes.at(at).id.text() + "\"";
        return door.as(cast.jo).put(
            theme, R"({"version":)" + std::to_string(version) + R"(,"text":")" + text + R"(","notes":[)" + ids + "]}");
    }
    std::vector<FrontLineTheme> themes(PersonId who) {
        return door.as(who).get(programme + "/front-line-themes").as<FrontLineThemes>().items;
    }
    std::int64_t count(std::string const& from) {
        return door.database().read([&](db::Tx& tx) {
            return tx
                .value<std::int64_t>("SELECT COUNT(*) FROM " + from + " AND organisation_id = $1", cast.organisation)
                .value();
        });
    }
    void withdraw(PersonId who) {
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE enrolments SET state = 'withdrawn' WHERE organisation_id = $1 AND person_id = $2",
                   cast.organisation, who);
        });
    }
};

TEST_F(FrontLine, is_written_for_oneself_and_changed_and_thrown_away) {
    auto const written =
        door.as(cast.ana).put(path(1), R"({"version":0,"audience":"sponsor","text":"  The rota comes late "})");
    ASSERT_EQ(written.status, 200) << written.body;
    auto const own = written.as<MyFrontLineNotes>().items;
    ASSERT_THAT(own, SizeIs(1));
    EXPECT_EQ(own[0].preview.note.text, "The rota comes late");
    EXPECT_EQ(own[0].preview.note.author, std::nullopt);
    EXPECT_THAT(own[0].preview.readers, ElementsAre("Jo Byrne", "Kim Park"));
    EXPECT_THAT(mine(cast.bruno).items, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).put(path(1), R"({"version":0,"audience":"sponsor","text":"No"})").code(), "stale");
    ASSERT_EQ(door.as(cast.ana).put(path(1), R"({"version":1,"audience":"coordinator","text":"Later"})").status, 200);
    EXPECT_EQ(mine(cast.ana).items.at(0).preview.note.audience, NoteAudience::coordinator);
    // An id that is somebody else's is not there.
    EXPECT_EQ(door.as(cast.bruno).put(path(1), R"({"version":0,"audience":"sponsor","text":"Mine"})").status, 404);
    EXPECT_EQ(door.as(cast.bruno).remove(path(1)).status, 404);
    EXPECT_EQ(mine(cast.ana).items.at(0).preview.note.text, "Later");
    ASSERT_EQ(door.as(cast.ana).remove(path(1)).status, 200);
    EXPECT_THAT(mine(cast.ana).items, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).remove(path(1)).status, 404);

    EXPECT_EQ(door.as(cast.ana).put(path(1), R"({"version":0,"audience":"sponsor","text":" "})").text("/errors/0/code"),
              "too_short");
    EXPECT_EQ(door.as(cast.ana).put(path(1), R"({"version":0,"audience":"partner","text":"a"})").text("/errors/0/code"),
              "required");
    for (auto const* nonsense : {R"({"version":0,"audience":"everybody","text":"a"})", R"({"text":7})", "[]"})
        EXPECT_GE(door.as(cast.ana).put(path(1), nonsense).status, 400) << nonsense;
    EXPECT_EQ(door.as(cast.ana)
                  .put(path(1), R"({"version":0,"audience":"sponsor","text":")" + std::string(2001, 'a') + "\"}")
                  .status,
              422);
    for (auto const& [method, rest] : {std::pair{http::Method::put, ""}, std::pair{http::Method::remove, ""},
                                       std::pair{http::Method::remove, "/sending"}})
        support::expect_closed_to_others(
            door, cast,
            {method, path(1) + rest,
             method == http::Method::put ? R"({"version":0,"audience":"sponsor","text":"a"})" : ""},
            {cast.jo, cast.sofia, cast.marta, cast.amir});
}

TEST_F(FrontLine, is_read_by_the_partner_at_once_exactly_as_it_was_previewed) {
    auto const pair = mine(cast.ana).programmes.at(0).partners.at(0).pairing_id;
    auto const body =
        R"({"version":0,"audience":"partner","pairing_id":")" + pair.text() + R"(","text":"Come at six"})";
    ASSERT_EQ(door.as(cast.ana).put(path(1), body).status, 200);
    auto const preview = mine(cast.ana).items.at(0).preview;
    EXPECT_THAT(preview.readers, ElementsAre("Sofia Lind"));
    ASSERT_EQ(door.as(cast.ana).put(path(1) + "/sending", R"({"version":1})").status, 200);
    EXPECT_THAT(mine(cast.ana).items, IsEmpty());
    auto const received = mine(cast.sofia).received;
    ASSERT_THAT(received, SizeIs(1));
    EXPECT_EQ(json::write(received[0].note), json::write(preview.note));
    EXPECT_EQ(received[0].note.author, "Ana Moreira");
    EXPECT_EQ(base::to_text(received[0].sent_on), "2026-11-22");
    for (auto const& other : {cast.bruno, cast.david, cast.jo, cast.marta, cast.amir, cast.lena})
        EXPECT_THAT(mine(other).received, IsEmpty());
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), IsEmpty());
    EXPECT_EQ(count("notices WHERE kind = 'partner_note_waits'"), 1);
    EXPECT_EQ(count("mails WHERE kind = 'partner_note_waits'"), 0);
    // Bruno's pair is not hers.
    auto const theirs = mine(cast.bruno).programmes.at(0).partners.at(0).pairing_id;
    auto const wrong = R"({"version":0,"audience":"partner","pairing_id":")" + theirs.text() + R"(","text":"a"})";
    EXPECT_EQ(door.as(cast.ana).put(path(2), wrong).text("/errors/0/code"), "not_there");
}

TEST_F(FrontLine, goes_out_on_a_monday_when_five_wait_and_says_no_author_and_no_day) {
    all_send(4);
    EXPECT_THAT(read(cast.jo), IsEmpty());
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), IsEmpty()) << "four are held back";
    EXPECT_EQ(count("notices WHERE kind = 'notes_ready'"), 0);
    EXPECT_THAT(mine(cast.ana).items, SizeIs(1));
    sends(4, "It is late, says 4", "coordinator");
    EXPECT_THAT(read(cast.jo), IsEmpty()) << "not before Monday";
    auto const preview = mine(writers.at(4)).items.at(0).preview;
    support::let_a_week_pass(door);
    EXPECT_THAT(texts(cast.jo), ElementsAre("It is late, says 0", "It is late, says 1", "It is late, says 2",
                                            "It is late, says 3", "It is late, says 4"));
    auto const notes = read(cast.kim);
    for (auto const& one : notes) {
        EXPECT_EQ(base::to_text(one.week_on), "2026-11-30");
        EXPECT_EQ(one.note.author, std::nullopt);
    }
    auto const same =
        std::ranges::find(notes, NoteAudience::coordinator, [](auto const& one) { return one.note.audience; });
    ASSERT_NE(same, notes.end());
    EXPECT_EQ(json::write(same->note), json::write(preview.note)) << "as it was previewed";
    EXPECT_EQ(count("notices WHERE kind = 'notes_ready'"), 2) << "Jo and Kim, once";
    EXPECT_THAT(mine(cast.ana).items, IsEmpty()) << "what has gone out is with nobody any more";
    EXPECT_EQ(door.as(cast.ana).remove(path(1) + "/sending").status, 404) << "and is not taken back";
    support::expect_closed_to_others(door, cast, {http::Method::get, programme + "/front-line-notes"},
                                     {cast.ana, cast.sofia, cast.marta, cast.amir, cast.nina, cast.rosa, cast.lena});
    support::let_a_week_pass(door);
    EXPECT_EQ(count("notices WHERE kind = 'notes_ready'"), 2);
}

TEST_F(FrontLine, is_taken_back_in_silence_before_its_monday) {
    all_send(5);
    EXPECT_EQ(door.as(cast.ana).put(path(1), R"({"version":1,"audience":"sponsor","text":"a"})").code(), "note_waits");
    EXPECT_EQ(door.as(cast.ana).remove(path(1)).code(), "note_waits");
    ASSERT_EQ(door.as(cast.ana).remove(path(1) + "/sending").status, 200);
    ASSERT_EQ(door.as(cast.ana).remove(path(1) + "/sending").status, 200) << "again without harm";
    EXPECT_EQ(mine(cast.ana).items.at(0).state, NoteState::draft);
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), IsEmpty());
    ASSERT_EQ(door.as(cast.ana).put(path(1) + "/sending", R"({"version":1})").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path(1) + "/sending", R"({"version":1})").status, 200) << "again without harm";
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), SizeIs(5));
}

TEST_F(FrontLine, is_sent_as_it_was_previewed_and_one_at_a_time) {
    ASSERT_EQ(door.as(cast.ana).put(path(1), R"({"version":0,"audience":"sponsor","text":"One"})").status, 200);
    ASSERT_EQ(door.as(cast.ana).put(path(1), R"({"version":1,"audience":"sponsor","text":"Two"})").status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path(1) + "/sending", R"({"version":1})").code(), "stale");
    ASSERT_EQ(door.as(cast.ana).put(path(1) + "/sending", R"({"version":2})").status, 200);
    EXPECT_TRUE(mine(cast.ana).programmes.at(0).waits);
    ASSERT_EQ(door.as(cast.ana).put(path(20), R"({"version":0,"audience":"coordinator","text":"More"})").status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path(20) + "/sending", R"({"version":1})").code(), "note_waits");
    for (int number = 21; number < 39; ++number)
        ASSERT_EQ(door.as(cast.ana).put(path(number), R"({"version":0,"audience":"sponsor","text":"a"})").status, 200);
    EXPECT_EQ(door.as(cast.ana).put(path(39), R"({"version":0,"audience":"sponsor","text":"a"})").code(),
              "too_many_notes");
}

TEST_F(FrontLine, of_somebody_who_leaves_is_not_sent_and_goes_with_them) {
    all_send(5);
    withdraw(cast.ana);
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), IsEmpty()) << "four are left, of whom nobody is told";
    EXPECT_EQ(count("note_drafts WHERE 1 = 1"), 4);
}

TEST_F(FrontLine, of_a_small_circle_is_for_the_partner_alone) {
    for (auto const* state : {"draft", "waiting"}) {
        if (std::string(state) == "waiting") {
            all_send(5);
        }
        auto const gone = writers.at(std::string(state) == "draft" ? 7 : 6);
        withdraw(gone);
        auto const opening = mine(cast.ana).programmes.at(0);
        EXPECT_TRUE(opening.could_point_at_somebody);
        EXPECT_THAT(opening.audiences, ElementsAre(NoteAudience::partner));
        ASSERT_EQ(door.as(cast.ana).put(path(9), R"({"version":0,"audience":"sponsor","text":"a"})").status, 200);
        EXPECT_EQ(door.as(cast.ana).put(path(9) + "/sending", R"({"version":1})").code(), "too_few_could_have_written");
        ASSERT_EQ(door.as(cast.ana).remove(path(9)).status, 200);
        door.database().write([&](db::Tx& tx) {
            tx.run("UPDATE enrolments SET state = 'joined' WHERE organisation_id = $1 AND person_id = $2",
                   cast.organisation, gone);
        });
        EXPECT_FALSE(mine(cast.ana).programmes.at(0).could_point_at_somebody);
    }
    withdraw(writers.at(7));
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), IsEmpty()) << "held while fewer than eight could have written";
}

TEST_F(FrontLine, does_not_go_out_of_a_programme_that_is_closed_and_is_not_written_by_whoever_coordinates_it) {
    door.database().write([&](db::Tx& tx) {
        tx.run(R"(INSERT INTO roles (organisation_id, id, person_id, role, programme_id, granted_at)
                  VALUES ($1, $2, $3, 'coordinator', $4, $5))",
               cast.organisation, tx.make_id<base::AnyId>(), writers.at(7), cast.programme, door.clock().now());
        support::enrol_another(tx, cast, cast.ana_enrolled, "Kay Brandt");
    });
    EXPECT_THAT(mine(writers.at(7)).programmes.at(0).audiences, ElementsAre(NoteAudience::partner));
    ASSERT_EQ(door.as(writers.at(7)).put(path(8), R"({"version":0,"audience":"sponsor","text":"a"})").status, 200);
    EXPECT_EQ(door.as(writers.at(7)).put(path(8) + "/sending", R"({"version":1})").code(), "coordinator_writes");
    all_send(5);
    door.database().write([&](db::Tx& tx) {
        tx.run("UPDATE programmes SET state = 'closed' WHERE organisation_id = $1 AND id = $2", cast.organisation,
               cast.programme);
    });
    support::let_a_week_pass(door);
    EXPECT_THAT(read(cast.jo), IsEmpty());
    EXPECT_THAT(mine(cast.ana).programmes, IsEmpty());
    EXPECT_EQ(door.as(cast.ana).put(path(1) + "/sending", R"({"version":1})").status, 404);
}

// With the database and the key of its sealed columns, and without the key folder.
TEST_F(FrontLine, names_nobody_in_any_row_also_where_it_is_opened) {
    all_send(6);
    auto const opened_drafts = door.database().read(
        [&](db::Tx& tx) { return store::list_all_drafts(tx, door.tools().keys, cast.organisation, cast.programme); });
    ASSERT_THAT(opened_drafts, SizeIs(6));
    for (auto const& one : opened_drafts)
        for (auto const& person : writers) EXPECT_THAT(json::write(one.own.draft), Not(HasSubstr(person.text())));
    support::let_a_week_pass(door);
    auto const released = door.database().read(
        [&](db::Tx& tx) { return store::list_released(tx, door.tools().keys, cast.organisation, cast.programme); });
    ASSERT_THAT(released, SizeIs(6));
    for (auto const& one : released) {
        EXPECT_EQ(one.note.author.size(), 43U);
        EXPECT_THAT(one.note.partner, SizeIs(43));
        for (auto const& person : cast.colleagues()) EXPECT_THAT(json::write(one.note), Not(HasSubstr(person.text())));
    }
    EXPECT_EQ(count("note_drafts WHERE 1 = 1"), 0);
}

TEST_F(FrontLine, makes_a_theme_that_is_shown_on_a_monday_when_it_stands_on_five) {
    all_send(6);
    support::let_a_week_pass(door);
    auto const notes = read(cast.jo);
    ASSERT_THAT(notes, SizeIs(6));
    ASSERT_EQ(compose(notes, 4).status, 200);
    support::let_a_week_pass(door);
    auto const not_yet = themes(cast.jo);
    ASSERT_THAT(not_yet, SizeIs(1));
    EXPECT_EQ(not_yet[0].shown_on, std::nullopt);
    EXPECT_TRUE(not_yet[0].is_looked_at);
    EXPECT_THAT(themes(cast.marta), IsEmpty());
    EXPECT_THAT(themes(cast.ana), IsEmpty());
    EXPECT_EQ(count("notices WHERE kind = 'theme_shown'"), 0);

    auto const version = static_cast<int>(not_yet[0].version);
    EXPECT_EQ(compose(notes, 3, version).text("/errors/0/code"), "stays_with_it") << "a look cannot be tried again";
    EXPECT_EQ(door.as(cast.jo).remove(theme).code(), "theme_looked_at");
    ASSERT_EQ(compose(notes, 5, version).status, 200);
    EXPECT_EQ(themes(cast.jo).at(0).shown_on, std::nullopt) << "not before Monday";
    support::let_a_week_pass(door);
    EXPECT_EQ(base::to_text(themes(cast.jo).at(0).shown_on.value()), "2026-12-07");
    EXPECT_EQ(compose(notes, 6, version + 2).code(), "theme_shown");
    EXPECT_EQ(door.as(cast.jo).remove(theme).code(), "theme_shown");
    for (auto const& reader : {cast.marta, cast.ana, cast.sofia, cast.nina}) {
        auto const seen = themes(reader);
        ASSERT_THAT(seen, SizeIs(1));
        EXPECT_EQ(seen[0].text, "Changes come too late");
        EXPECT_THAT(seen[0].notes, IsEmpty()) << "which notes are for whoever composes";
        EXPECT_THAT(door.as(reader).get(programme + "/front-line-themes").body, Not(HasSubstr("It is late")));
    }
    EXPECT_EQ(count("notices WHERE kind = 'theme_shown'"), 13) << "all who take part, whoever wrote, and Marta";
    support::expect_closed_to_others(door, cast, {http::Method::get, programme + "/front-line-themes"},
                                     {cast.amir, cast.rosa, cast.lena});
}

TEST_F(FrontLine, makes_no_theme_of_five_notes_of_fewer_people) {
    all_send(5);
    support::let_a_week_pass(door);
    all_send(5, "And still, says ");
    support::let_a_week_pass(door);
    auto notes = read(cast.jo);
    ASSERT_THAT(notes, SizeIs(10));
    // Of Ana, Bruno and Carla, over two weeks.
    std::erase_if(notes, [](auto const& one) { return one.note.text.back() > '2'; });
    ASSERT_THAT(notes, SizeIs(6));
    ASSERT_EQ(compose(notes, 6).status, 200);
    support::let_a_week_pass(door);
    EXPECT_EQ(themes(cast.jo).at(0).shown_on, std::nullopt);
    EXPECT_THAT(themes(cast.marta), IsEmpty());
}

TEST_F(FrontLine, is_composed_in_the_coordinators_own_words_of_notes_that_may_go_further) {
    all_send(5, "Nobody tells the night shift of changes before the day itself, says ");
    sends(5, "For you alone", "coordinator");
    support::let_a_week_pass(door);
    auto notes = read(cast.jo);
    std::ranges::stable_partition(notes, [](auto const& one) { return one.note.audience == NoteAudience::sponsor; });
    EXPECT_EQ(compose(notes, 6).text("/errors/0/code"), "not_for_the_sponsor");
    EXPECT_EQ(compose(notes, 5, 0, "They say: nobody tells the night shift of changes.").text("/errors/0/code"),
              "quotes_a_note");
    EXPECT_EQ(compose(notes, 5, 0, " ").text("/errors/0/code"), "too_short");
    EXPECT_EQ(compose(notes, 0).status, 422);
    EXPECT_EQ(compose(notes, 5, 3).code(), "stale");
    ASSERT_EQ(compose(notes, 5).status, 200);
    auto const other = programme + "/front-line-themes/5b1c0f52-9d1b-4f0e-8a53-000000000002";
    auto const taken = R"({"version":0,"text":"Rota","notes":[")" + notes.at(0).id.text() + "\"]}";
    EXPECT_EQ(door.as(cast.jo).put(other, taken).text("/errors/0/code"), "under_another_theme");
    auto const unknown = R"({"version":0,"text":"Rota","notes":[")" + cast.ana.text() + "\"]}";
    EXPECT_EQ(door.as(cast.jo).put(other, unknown).text("/errors/0/code"), "not_there");
    support::expect_closed_to_others(door, cast, {http::Method::put, other, taken}, {cast.ana, cast.marta, cast.amir});
    support::expect_closed_to_others(door, cast, {http::Method::remove, theme}, {cast.ana, cast.marta, cast.amir});
    ASSERT_EQ(compose(notes, 2, 1).status, 200) << "rearranged before the first look";
    ASSERT_EQ(
        door.as(cast.jo).put(other, R"({"version":0,"text":"Rota","notes":[")" + notes.at(4).id.text() + "\"]}").status,
        200);
    ASSERT_EQ(door.as(cast.jo).remove(other).status, 200);
    EXPECT_EQ(door.as(cast.jo).remove(other).status, 404);
    ASSERT_EQ(door.as(cast.jo).remove(theme).status, 200);
    EXPECT_THAT(themes(cast.jo), IsEmpty());
}

TEST_F(FrontLine, is_answered_by_the_sponsor_once_for_everybody) {
    all_send(5);
    support::let_a_week_pass(door);
    ASSERT_EQ(compose(read(cast.jo), 5).status, 200);
    auto const answer = [&](PersonId who, std::string const& text) {
        return door.as(who).put(theme + "/answer", R"({"text":")" + text + "\"}");
    };
    EXPECT_EQ(answer(cast.marta, "Soon").status, 404) << "it is not shown yet";
    support::let_a_week_pass(door);
    support::expect_closed_to_others(door, cast, {http::Method::put, theme + "/answer", R"({"text":"a"})"},
                                     {cast.jo, cast.ana, cast.nina, cast.amir});
    EXPECT_EQ(answer(cast.marta, " ").text("/errors/0/code"), "too_short");
    ASSERT_EQ(answer(cast.marta, "A week ahead from May on").status, 200);
    EXPECT_EQ(answer(cast.marta, "Or not").code(), "theme_answered");
    EXPECT_EQ(themes(cast.bruno).at(0).answer, "A week ahead from May on");
    EXPECT_EQ(count("notices WHERE kind = 'theme_answered'"), 12);
    auto const everywhere = door.as(cast.sofia).get("/api/front-line-themes").as<MyFrontLineThemes>();
    ASSERT_THAT(everywhere.items, SizeIs(1));
    EXPECT_EQ(everywhere.items[0].items.at(0).answer, "A week ahead from May on");
}

}  // namespace
}  // namespace voice
