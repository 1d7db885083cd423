// The main job, walked once from an upload to a signed agreement, recording one main answer a noun
// (docs/api/examples/). Ids and clock are seeded, so that both engines give the same.

#include <gtest/gtest.h>

#include "outcome/released_words_store.hpp"
#include "programme/enrolment_store.hpp"
#include "support/acquaintances.hpp"
#include "support/databases.hpp"
#include "support/example.hpp"
#include "voice/front_line_note_store.hpp"

namespace examples {

class TheExamples : public testing::Test {
  protected:
    support::Reply get(access::PersonId who, std::string const& target) { return door.as(who).get("/api" + target); }
    support::Reply put(access::PersonId who, std::string const& target, std::string const& body = "") {
        auto const reply = door.as(who).put("/api" + target, body);
        EXPECT_LT(reply.status, 300) << target << ": " << reply.body;
        return reply;
    }
    support::Reply post(access::PersonId who, std::string const& target, std::string const& body = "") {
        auto const reply = door.as(who).post("/api" + target, body);
        EXPECT_LT(reply.status, 300) << target << ": " << reply.body;
        return reply;
    }
    void time_passes(base::Duration how_long) {
        door.clock().advance(how_long);
        door.house().round();
        door.house().drain();
    }

    void record_people();
    std::string record_an_import();
    void record_an_open_call();
    std::string record_a_run();
    void record_a_pair(std::string const& run);
    void record_meetings(std::string const& pairing, access::PersonId partner);
    void record_a_thread();
    void record_a_concern(std::string const& thread, std::string const& message);
    void record_a_line();
    void record_feedback();
    void record_preparation();
    void record_a_closing();
    void record_a_protected_time();
    void record_a_circle();
    void record_a_launch();
    void record_a_question();
    void record_a_note();
    void record_words();

    std::shared_ptr<base::Random> random = base::seeded_random(20261122);
    db::Database database{
        {.address = support::fresh_address(support::Fresh::migrated), .readers = 1, .random = random}};
    support::Door door{database};
    support::Cast cast = support::make_cast(database);
    std::string programme = "/programmes/" + cast.programme.text();
};

void TheExamples::record_people() {
    support::expect_example("entrance/entrance", door.nobody().get("/api/entrance"));
    support::expect_example("organisation/organisation", get(cast.amir, "/organisation"));
    support::expect_example("session/my_session", get(cast.ana, "/session"));
    support::expect_example("people/page", get(cast.jo, "/people?limit=2"));
    support::expect_example("people/person", get(cast.amir, "/people/" + cast.ana.text()));
    support::expect_example("people/departments", get(cast.jo, "/departments"));
    support::expect_example("people/reporting_lines", get(cast.jo, "/reporting-lines"));
}

std::string TheExamples::record_an_import() {
    support::expect_example("people-imports/proposal",
                            post(cast.jo, "/import-mappings/proposal", R"({"headers":["ID","Name","Salary"]})"));
    auto const upload = door.as(cast.jo).send(
        http::Method::post, "/api/people-imports",
        R"({"columns":[{"position":0,"header":"ID","field":"external_id"},{"position":1,"header":"Name","field":"name"}],)"
        R"("has_header":true,"level_source":"none","recognise_by_name":false,"keep":"everyone","level_words":[],"listed":[]})"
        "\nID,Name,Salary\n7,\"Lund, Bo\",1\n8,Cy Berg,2\n9,,3\n",
        {{"Content-Type", "application/vnd.obverse.people-import"}});
    support::expect_example("people-imports/people_import", upload);
    auto const import = "/people-imports/" + upload.text("/id");
    support::expect_example("people-imports/rows", get(cast.jo, import + "/rows?limit=1"));
    support::expect_example("people-imports/problems", get(cast.jo, import + "/problems"));
    support::expect_example("people-imports/page", get(cast.jo, "/people-imports"));
    return import;
}

void TheExamples::record_an_open_call() {
    support::make_ready_to_invite(door, cast);
    auto const call = put(cast.jo, programme + "/open-call",
                          R"({"limited_by":"code","code":"spring-2026","closes_on":"2026-12-24"})");
    auto const link = call.text("/link");
    auto const token = link.substr(link.rfind('/') + 1);
    support::expect_example("programmes/open_call", get(cast.jo, programme + "/open-call"), {"/link", "/qr_code"});
    support::expect_example("programmes/call_page", door.nobody().get("/api/programme-calls/" + token));
    auto const asked =
        door.nobody().post("/api/programme-calls/" + token + "/join-requests",
                           R"({"name":"Di Holm","email":"di@example.org","code":"spring-2026","side":"mentor"})");
    EXPECT_EQ(asked.status, 200) << asked.body;
    support::expect_example("programmes/join_requests", get(cast.jo, programme + "/join-requests"));
}

std::string TheExamples::record_a_run() {
    support::expect_example("programmes/page", get(cast.jo, "/programmes"));
    support::expect_example("programmes/programme", get(cast.ana, programme));
    support::expect_example("programmes/set_up", get(cast.jo, programme + "/set-up"));
    support::expect_example("enrolments/page", get(cast.jo, programme + "/enrolments?limit=2"));
    support::expect_example("enrolments/my_enrolments", get(cast.ana, "/my-enrolments"));
    support::expect_example("topics/exchange", get(cast.ana, "/enrolments/" + cast.ana_enrolled.text() + "/exchange"));
    support::expect_example("match-runs/outlook", get(cast.jo, programme + "/match-outlook"));
    support::expect_example("match-runs/plan", get(cast.jo, programme + "/match-plan"));

    auto const run =
        "/match-runs/" +
        post(cast.jo, "/match-runs", R"({"seed":7,"programme_id":")" + cast.programme.text() + "\"}").text("/id");
    door.house().drain();
    support::expect_example("match-runs/match_run", get(cast.jo, run));
    support::expect_example("match-runs/audit", get(cast.jo, run + "/audit"));
    support::expect_example("match-runs/prices", get(cast.jo, run + "/prices"));
    support::expect_example("match-runs/pairs", get(cast.jo, run + "/pairs?limit=1"));
    support::expect_example("match-runs/bands", get(cast.jo, run + "/bands"));
    support::expect_example("match-runs/leftovers", get(cast.jo, run + "/leftovers"));
    put(cast.jo, programme + "/locks/" + cast.ana.text() + "/" + cast.sofia.text());
    support::expect_example("match-runs/wishes", get(cast.jo, programme + "/wishes"));
    put(cast.jo, run + "/publication");
    door.house().drain();
    support::expect_example("match-runs/rounds", get(cast.jo, programme + "/rounds"));
    support::expect_example("suggestions/list", get(cast.ana, "/suggestions"));
    support::expect_example("notices/page", get(cast.ana, "/notices"));
    support::expect_example("mails/page", get(cast.amir, "/mails?limit=1"));
    return run;
}

void TheExamples::record_meetings(std::string const& pairing, access::PersonId partner) {
    put(cast.jo, "/holidays",
        R"({"items":[{"day":"2027-01-13","name":"Stocktaking"},{"day":"2027-05-03","name":"Early May bank holiday"}]})");
    support::expect_example("organisation/holidays", get(cast.jo, "/holidays"));
    support::expect_example("meetings/slots", get(cast.ana, pairing + "/slots?from_on=2027-01-11"));
    auto const proposed =
        post(partner, pairing + "/meetings",
             R"({"minutes":45,"channel":"video","place":"https://video.example.org/ana-and-sofia","times":[)"
             R"({"starts_local":"2027-01-12T10:00","time_zone":"Europe/Paris"},)"
             R"({"starts_local":"2027-01-14T15:30","time_zone":"Europe/Paris"}]})");
    auto const meeting = "/meetings/" + proposed.text("/id");
    support::expect_example("meetings/meeting", get(cast.ana, meeting));
    auto const kept =
        "/delegations/" + post(cast.ana, "/delegations", R"({"assistant":"Nina Roth"})").text("/assistants/0/id");
    support::expect_example("delegations/list", get(cast.ana, "/delegations"));
    support::expect_example("delegations/dates", get(cast.nina, kept + "/dates"));
    put(cast.ana, meeting + "/time", R"({"version":1,"starts_at":"2027-01-14T14:30:00Z"})");
    support::expect_example("meetings/list", get(cast.ana, pairing + "/meetings"));
    support::expect_example(
        "meetings/occurrences",
        get(cast.ana, pairing + "/occurrences?starts_local=2027-02-11T15:30&time_zone=Europe/Paris&count=3"));
    support::expect_example("notebooks/guides", get(cast.ana, "/meeting-guides"));
    put(partner, meeting + "/agenda/5b1d3c7e-0f0a-4c55-9a7e-6c2b8f1d0a01",
        R"({"version":0,"lane":"mentor","text":"The queue at noon"})");
    put(cast.ana, meeting + "/agenda/5b1d3c7e-0f0a-4c55-9a7e-6c2b8f1d0a02",
        R"({"version":0,"lane":"mentee","text":"How the opening hours were decided"})");
    put(cast.ana, meeting + "/private-note", R"({"version":0,"text":"Begin with the story of the bag scale"})");
    put(partner, meeting + "/shared-note", R"({"version":0,"text":"We try the self-checkout together"})");
    put(cast.ana, meeting + "/promises/5b1d3c7e-0f0a-4c55-9a7e-6c2b8f1d0a03",
        R"({"version":0,"side":"mentee","text":"Ask for the noon figures","due_on":"2027-01-29","is_done":false})");
    put(partner, meeting + "/teach-backs/" + get(cast.ana, meeting + "/notebook").text("/teach_backs/0/topic"),
        R"({"version":0,"ticked":[1]})");
    support::expect_example("notebooks/notebook", get(cast.ana, meeting + "/notebook"));
    support::expect_example("record/timeline", get(cast.ana, pairing + "/timeline"));
}

void TheExamples::record_a_pair(std::string const& run) {
    for (auto const who : {cast.ana, cast.bruno, cast.sofia, cast.david})
        put(who, "/suggestions/" + get(who, "/suggestions").text("/items/0/id") + "/answer",
            R"({"answer":"happy_to_meet","decides_nothing_confirmed":true})");
    time_passes(std::chrono::hours(24 * 9));
    auto const pairing = "/pairings/" + get(cast.ana, "/pairings").text("/items/0/id");
    support::expect_example("pairings/pairing", get(cast.ana, pairing));
    auto const partner = access::PersonId::parse(get(cast.ana, pairing).text("/partner/id")).value();
    for (auto const who : {cast.ana, partner}) put(who, pairing + "/exploratory-answer", R"({"answer":"go_on"})");
    time_passes(std::chrono::hours(24));
    put(partner, pairing + "/agreement", R"({"version":0,"cadence":"monthly","channel":"in_person","notice_days":2,
        "booking_side":"mentee","leading_side":"mentor","ends_on":"2027-05-31",
        "mentor_outcomes":["Lead a meeting with directors in the room"],
        "mentee_outcomes":["Hear customers without a filter"]})");
    for (auto const who : {cast.ana, partner}) {
        put(who, pairing + "/agreement/signature", R"({"version":1,"neither_decides":true})");
        put(who, pairing + "/charter/signature", R"({"version":1})");
    }
    support::expect_example("pairings/agreement", get(cast.ana, pairing + "/agreement"));
    record_meetings(pairing, partner);
    support::expect_example("pairings/page", get(cast.jo, programme + "/pairings?limit=1"));
    put(cast.ana, pairing + "/help-wish");
    support::expect_example("care/pair", get(cast.ana, pairing + "/care"));
    support::expect_example("care/monday", get(cast.jo, programme + "/monday"));
    support::expect_example("match-runs/page", get(cast.jo, "/match-runs?programme_id=" + cast.programme.text()));
    EXPECT_EQ(get(cast.jo, run).text("/state"), "published");
}

// What the two write, with a file, and what a contact is told of it.
void TheExamples::record_a_thread() {
    std::string const message = "7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c01";
    std::string const file = "7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c02";
    auto const thread = "/threads/" + get(cast.ana, "/threads").text("/items/0/id");
    auto const uploaded =
        door.as(cast.ana).send(http::Method::put, "/api" + thread + "/attachments/" + file + "?name=notes.md",
                               "Ask the night shift first.\n", {{"Content-Type", "application/octet-stream"}});
    support::expect_example("threads/attachment", uploaded);
    support::expect_example("threads/message",
                            put(cast.ana, thread + "/messages/" + message,
                                R"({"text":"My notes from Tuesday","attachment_ids":[")" + file + "\"]}"));
    support::expect_example("threads/messages", get(cast.ana, thread + "/messages"));
    support::expect_example("threads/thread", get(cast.ana, thread));
    record_a_concern(thread.substr(thread.rfind('/') + 1), message);
}

// Rosa is somebody to talk to.
void TheExamples::record_a_concern(std::string const& thread, std::string const& message) {
    std::string const concern = "7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c03";
    post(cast.amir, "/people/" + cast.rosa.text() + "/roles", R"({"role":"confidential_contact"})");
    support::expect_example("concerns/contacts", get(cast.ana, programme + "/confidential-contacts"));
    support::expect_example(
        "concerns/raised",
        put(cast.ana, programme + "/concerns/" + concern,
            R"({"contact_id":")" + cast.rosa.text() +
                R"(","wish":"advice_only","message_id":"7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c07","text":"Please look",)"
                R"("picked":{"thread_id":")" +
                thread + R"(","message_ids":[")" + message + "\"]}}"));
    put(cast.rosa, "/concerns/" + concern + "/messages/7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c08",
        R"({"text":"I have read it. Shall we talk?"})");
    put(cast.rosa, "/concerns/" + concern + "/note", R"({"text":"Ask what she wants to happen"})");
    support::expect_example("concerns/page", get(cast.rosa, "/concerns"));
    support::expect_example("concerns/concern", get(cast.rosa, "/concerns/" + concern));
    support::expect_example("concerns/mine", get(cast.ana, "/my-concerns"));
    support::expect_example("concerns/room",
                            put(cast.rosa, "/contact-room", R"({"away_until_on":null,"kept_months":12})"));
    support::expect_example("concerns/named", get(cast.jo, programme + "/named-contacts"));
    put(cast.amir, "/reporting-channels/PT", R"({"name":"Canal de denúncia","link":"https://report.example.org"})");
    support::expect_example("concerns/reporting_channels", get(cast.ana, "/reporting-channels"));
}

void TheExamples::record_a_line() {
    std::string const line = "7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c04";
    support::expect_example("anonymous-lines/recipients", get(cast.ana, programme + "/line-recipients"));
    put(cast.ana, programme + "/anonymous-lines/" + line,
        R"({"message_id":"7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c05","text":"Is it all right to meet in the shop?"})");
    time_passes(std::chrono::hours(1));
    support::expect_example("anonymous-lines/page", get(cast.jo, "/anonymous-lines"));
    support::expect_example("anonymous-lines/line",
                            put(cast.jo, "/anonymous-lines/" + line + "/messages/7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c06",
                                R"({"text":"Of course, any time"})"));
    support::expect_example("anonymous-lines/mine", get(cast.ana, "/my-anonymous-lines"));
}

// What one of a pair says to the other, and to whom they introduce them.
void TheExamples::record_feedback() {
    auto const pairing = "/pairings/" + get(cast.ana, "/pairings").text("/items/0/id");
    auto const partner = access::PersonId::parse(get(cast.ana, pairing).text("/partner/id")).value();
    support::expect_example("feedback/page", put(cast.ana, pairing + "/feedback/7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c07",
                                                 R"({"situation":"On Monday, when the figures came up",
                                    "saw":"You answered before I had finished","effect":"I did not say the rest",
                                    "wish":"Wait three seconds before you answer"})"));
    std::string const introduction = "7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c08";
    put(partner, pairing + "/introductions/" + introduction,
        R"({"colleague":"Lena Vogel","why":"You both look after the night shift"})");
    put(cast.ana, "/introductions/" + introduction + "/answer", R"({"answer":"yes"})");
    support::expect_example("introductions/page", get(cast.lena, "/introductions"));
}

// Ana and Bruno with Amir, who brings something as well.
void TheExamples::record_a_circle() {
    door.database().write([&](db::Tx& tx) {
        programme::store::NewEnrolment enrolment;
        enrolment.programme = cast.programme;
        enrolment.person = cast.amir;
        enrolment.now = door.clock().now();
        programme::store::insert_enrolment(tx, cast.organisation, enrolment);
    });
    support::expect_example("circles/formed", post(cast.jo, programme + "/circles", "{}"));
    auto const circle = "/circles/" + get(cast.ana, "/circles").text("/items/0/id");
    put(cast.bruno, circle + "/date",
        R"({"version":0,"starts_local":"2027-01-14T12:30","time_zone":"Europe/Paris","minutes":60,"place":"Room 4"})");
    support::expect_example("circles/circle", get(cast.ana, circle));
}

// The sponsor's letter, a word to everybody, and the first hour together.
void TheExamples::record_a_launch() {
    support::make_ready_to_invite(door, cast);
    auto const letter = programme + "/opening-letter";
    put(cast.jo, letter,
        R"({"version":0,"texts":[{"language":"en","text":"Dear colleagues,\n\nthis is not about replacing anyone."}]})");
    auto const asked = put(cast.jo, letter + "/request", R"({"version":1})");
    support::expect_example("opening-letters/letter", asked, {"/link", "/qr_code"});
    auto const link = asked.text("/link");
    auto const page = "/api/opening-letters/" + link.substr(link.rfind('/') + 1);
    support::expect_example("opening-letters/page", door.nobody().get(page));
    EXPECT_EQ(door.nobody().put(page + "/agreement", R"({"version":1})").status, 200);
    put(cast.jo, letter + "/publication", R"({"version":1})");
    support::expect_example("opening-letters/mine", get(cast.ana, "/my-opening-letters"));

    std::string const words =
        R"({"audience":"everyone","texts":[{"language":"en","title":"We begin on Monday","text":"Ten minutes are enough."}]})";
    support::expect_example("announcements/preview", post(cast.jo, programme + "/announcement-previews", words));
    support::expect_example("announcements/sent", post(cast.jo, programme + "/announcements", words));
    support::expect_example("announcements/list", get(cast.jo, programme + "/announcements"));
    support::expect_example("announcements/mine", get(cast.ana, "/my-announcements"));

    support::expect_example(
        "group-meetings/group_meeting",
        post(cast.jo, programme + "/group-meetings",
             R"({"version":0,"kind":"kick_off","title":"Our first hour","asked":"everyone","by_sponsor":true,
                 "starts_local":"2026-12-01T10:00","time_zone":"Europe/Paris","minutes":60,"place":"Canteen"})"));
    support::expect_example("group-meetings/mine", get(cast.ana, "/my-group-meetings"));
}

void TheExamples::record_a_question() {
    put(cast.bruno, programme + "/panel-membership");
    support::expect_example("questions/openings", get(cast.sofia, "/question-openings"));
    std::string const id = "0b9ad4e4-9a3c-4c2e-9d52-6f0a3d2f7a11";
    put(cast.sofia, programme + "/questions/" + id,
        R"({"standing":"mentee","audience":"panel","question":"Shall the stores open at seven?",
            "undecided":"Which stores begin, and when","fixed":"Early hours are paid as such",
            "answer_by":"2027-01-10","decide_by":"2027-01-20"})");
    put(cast.bruno, "/questions/" + id + "/answer", R"({"text":"At eight. The first bus comes at half past seven."})");
    support::expect_example("questions/list", get(cast.bruno, "/questions"));
    put(cast.sofia, "/questions/" + id + "/decision",
        R"({"version":1,"outcome":"deferred","reason":"The bus company answers in January",
            "heard":"Before eight nobody can come by bus","until_on":"2027-02-15"})");
    support::expect_example("questions/loop_board", get(cast.bruno, programme + "/loop-board"));
    support::expect_example("questions/question", get(cast.sofia, "/questions/" + id));
}

void TheExamples::record_words() {
    auto const words = programme + "/released-words/6c1c0f52-9d1b-4f0e-8a53-000000000001";
    auto const pairing = get(cast.ana, "/released-words").text("/programmes/0/partners/0/pairing_id");
    put(cast.ana, words,
        R"({"version":0,"about":"pair","is_named":true,"pairing_id":")" + pairing +
            R"(","text":"Prices are the same on the shelf and on the phone by nine"})");
    put(cast.ana, words + "/consent", R"({"version":1})");
    auto const partner = access::PersonId::parse(get(cast.ana, "/pairings/" + pairing).text("/partner/id")).value();
    support::expect_example("released-words/mine", get(cast.ana, "/released-words"));
    support::expect_example("released-words/asked", get(partner, "/released-words"));
    door.database().write([&](db::Tx& tx) {
        outcome::store::insert_released(tx, door.tools().keys, cast.organisation, cast.programme,
                                        base::make_day(2026, 11, 30).value(), {"Nobody had asked me before", {}});
    });
    support::expect_example("released-words/released", get(cast.jo, programme + "/released-words"));
}

void TheExamples::record_a_note() {
    auto const note = programme + "/front-line-notes/4a1c0f52-9d1b-4f0e-8a53-000000000001";
    auto const pairing = get(cast.ana, "/front-line-notes").text("/programmes/0/partners/0/pairing_id");
    put(cast.ana, note,
        R"({"version":0,"audience":"partner","pairing_id":")" + pairing +
            R"(","text":"New prices reach the shelf two days after the shop on the phone"})");
    support::expect_example("front-line-notes/mine", get(cast.ana, "/front-line-notes"));
    auto const released = door.database().write([&](db::Tx& tx) {
        voice::store::insert_released(tx, door.tools().keys, cast.organisation, cast.programme,
                                      base::make_day(2026, 11, 30).value(),
                                      {voice::NoteAudience::sponsor, "The rota is told on the day itself", "a", "b"});
        return voice::store::list_released(tx, door.tools().keys, cast.organisation, cast.programme).at(0).id.text();
    });
    support::expect_example("front-line-notes/released", get(cast.jo, programme + "/front-line-notes"));
    support::expect_example("front-line-notes/themes",
                            put(cast.jo, programme + "/front-line-themes/5b1c0f52-9d1b-4f0e-8a53-000000000001",
                                R"({"version":0,"text":"Changes come too late","notes":[")" + released + "\"]}"));
}

void TheExamples::record_preparation() {
    auto const mine = "/enrolments/" + cast.ana_enrolled.text();
    put(cast.ana, mine + "/modules/mj1/your-turn", R"({"text":"May I begin with something I saw on Tuesday?"})");
    put(cast.ana, mine + "/modules/mj1/completion");
    put(cast.ana, mine + "/ready-sentences",
        R"({"sentences":[{"key":"first_sentence","is_true":true},{"key":"my_limits","is_true":false}]})");
    support::expect_example("preparation/mine", get(cast.ana, "/my-preparation"));
    support::expect_example("preparation/module", get(cast.ana, mine + "/modules/mj1"));
    support::expect_example("preparation/plan", get(cast.jo, programme + "/preparation"));
}

void TheExamples::record_a_protected_time() {
    auto const mine = programme + "/my-protected-time";
    put(cast.ana, mine, R"({"version":0,"hours_a_month":2,"until_on":"2027-05-31"})");
    auto const told = put(cast.ana, mine + "/telling", R"({"version":1,"by":"mail"})");
    auto const link = told.text("/time/link");
    auto const page = "/api/protected-times/" + link.substr(link.rfind('/') + 1);
    EXPECT_EQ(door.nobody().put(page + "/answer", R"({"answer":"yes_except","except_months":["2027-01"]})").status,
              200);
    support::expect_example("protected-times/page", door.nobody().get(page));
    support::expect_example("protected-times/mine", get(cast.ana, mine), {"/time/link", "/time/mail/body"});
    support::expect_example("protected-times/list", get(cast.jo, programme + "/protected-times"));
}

void TheExamples::record_a_closing() {
    put(cast.jo, programme + "/closing", R"({"version":0,"closes_on":"2027-06-30"})");
    auto const reviewed = put(cast.jo, programme + "/closing/review",
                              R"({"version":1,"targets":[{"text":"The noon queue is half as long",
                                  "due_on":"2027-10-01","who":"Marta"}],"thanks":"Thank you for every hour."})");
    auto const link = reviewed.text("/link");
    auto const review = "/api/closing-reviews/" + link.substr(link.rfind('/') + 1);
    support::expect_example("closings/review", door.nobody().get(review));
    EXPECT_EQ(door.nobody().put(review + "/agreement", R"({"version":2})").status, 200);
    support::expect_example("closings/closing", get(cast.jo, programme + "/closing"), {"/link", "/qr_code"});
    support::expect_example("closings/mine", get(cast.ana, "/my-closings"));
}

}  // namespace examples

using namespace examples;

TEST_F(TheExamples, are_the_recorded_ones) {
    record_people();
    record_an_import();
    record_an_open_call();
    record_a_pair(record_a_run());
    door.house().round();
    record_a_thread();
    record_a_line();
    support::expect_example("audit-log/page", get(cast.amir, "/audit-log?limit=3"));
    record_feedback();
    record_a_question();
    record_a_note();
    record_words();
    record_a_closing();
    record_a_circle();
    record_preparation();
}

TEST_F(TheExamples, of_a_launch_are_the_recorded_ones) {
    record_a_launch();
}

TEST_F(TheExamples, of_a_supervisor_are_the_recorded_ones) {
    record_a_protected_time();
}

// Of two people without names, and of how one is opened.
TEST_F(TheExamples, of_anonymous_first_are_the_recorded_ones) {
    support::Couples const couples{{cast.ana, cast.sofia}};
    auto const ids = support::suggest_without_names(door, cast, couples);
    support::expect_example("acquaintances/suggested", get(cast.ana, "/my-acquaintances"));
    support::let_them_talk(door, couples, ids);
    support::expect_example("acquaintances/rounds", get(cast.jo, programme + "/anonymous-rounds"));
    auto const acquaintance = "/acquaintances/" + ids.front().text();
    std::string const message = "7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c10";
    put(cast.ana, acquaintance + "/messages/" + message, R"({"text":"What do customers ask you?"})");
    time_passes(std::chrono::hours(1));
    support::expect_example("acquaintances/talking", get(cast.sofia, acquaintance));
    std::string const concern = "7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c11";
    post(cast.amir, "/people/" + cast.rosa.text() + "/roles", R"({"role":"confidential_contact"})");
    put(cast.sofia, programme + "/concerns/" + concern,
        R"({"contact_id":")" + cast.rosa.text() +
            R"(","wish":"act","message_id":"7c1f0e52-9d1b-4f0e-8a53-5b0f3f6a1c12","text":"Please look",)"
            R"("picked_without_names":{"acquaintance_id":")" +
            ids.front().text() + R"(","message_ids":[")" + message + "\"]}}");
    put(cast.rosa, "/concerns/" + concern + "/name-opening", R"({"danger":"Somebody was threatened"})");
    auto const opening = get(cast.amir, "/name-openings").text("/items/0/id");
    support::expect_example("acquaintances/name_opening", put(cast.amir, "/name-openings/" + opening + "/agreement"));
}

// Of settings that a coordinator and an employee representative change together.
TEST_F(TheExamples, of_agreed_settings_are_the_recorded_ones) {
    auto const proposed = post(cast.jo, programme + "/setting-proposals",
                               R"({"kind":"lock","setting":"uses_career_stage","reason":"As we said on Monday"})");
    support::expect_example("employee-representatives/proposed", proposed);
    auto const answer = "/setting-proposals/" + proposed.text("/id") + "/answer";
    support::expect_example("employee-representatives/agreed", put(cast.rosa, answer, R"({"agrees":true})"));
    auto const sideways = door.as(cast.jo).post("/api" + programme + "/setting-proposals",
                                                R"({"kind":"change","setting":"aims","value":[]})");
    EXPECT_EQ(sideways.status, 409);
    support::expect_example("employee-representatives/changes", get(cast.ana, programme + "/setting-changes"));
    support::expect_example("employee-representatives/kept", get(cast.rosa, "/kept"));
}

// Of a programme in which two people are kept apart from everybody: what would change that, and what stands between
// two.
TEST_F(TheExamples, of_what_would_change_are_the_recorded_ones) {
    for (auto const whom : {cast.sofia, cast.david})
        put(cast.jo, programme + "/bans/" + cast.ana.text() + "/" + whom.text());
    auto const id =
        post(cast.jo, "/match-runs", R"({"seed":7,"programme_id":")" + cast.programme.text() + "\"}").text("/id");
    door.house().drain();
    support::expect_example("match-runs/remedies",
                            get(cast.jo, "/match-runs/" + id + "/remedies?person_id=" + cast.ana.text()));
    support::expect_example("match-runs/why_not",
                            get(cast.jo, programme + "/why-not?mentor_id=" + cast.bruno.text() +
                                             "&mentee_id=" + cast.sofia.text() + "&match_run_id=" + id));
}
