// Mails that leave, from the act that tells somebody to the mail server, and what an administrator sees of them.

#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <sodium.h>

#include "app/cli.hpp"
#include "invitation/invitation_store.hpp"
#include "notice/mail_store.hpp"
#include "notice/notice_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "signin/password_link_store.hpp"
#include "support/door.hpp"
#include "support/pair.hpp"
#include "support/smtp_server.hpp"

namespace mail_delivery {

using namespace std::chrono_literals;
using notice::MailState;
using notice::MailTrouble;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// Other tests of this program leave mails that are due, and work that would write some; a house that sends would take
// them for its own.
class MailsThatLeave : public testing::Test {
  protected:
    MailsThatLeave() {
        support::Door sends_nothing;
        sends_nothing.house().drain();
        door_.database().write(
            [](db::Tx& tx) { tx.run("UPDATE mails SET state = 'sent', next_try_at = NULL WHERE state = 'waiting'"); });
        cast_ = support::make_cast(door_.database());
    }

    void tell(access::PersonId person, notice::Kind const& kind = notice::agreement_waits) {
        door_.database().write([&](db::Tx& tx) {
            notice::tell(tx, cast_.organisation, person, kind, base::any(cast_.programme), door_.clock().now());
        });
    }
    notice::Mails mails() { return door_.as(cast_.amir).get("/api/mails").as<notice::Mails>(); }
    notice::MailAnswer only_mail() {
        auto const all = mails().items;
        EXPECT_EQ(all.size(), 1U);
        return all.at(0);
    }
    void pass(base::Duration time) {
        door_.clock().advance(time);
        door_.house().drain();
    }
    void change(std::string_view sql, access::PersonId person) {
        door_.database().write([&](db::Tx& tx) { tx.run(sql, cast_.organisation, person); });
    }
    support::Reply send_again(notice::MailId id) {
        return door_.as(cast_.amir).post("/api/mails/" + id.text() + "/sending");
    }

    support::SmtpServer server_;
    support::Door door_{server_.settings()};
    support::Cast cast_;
};

}  // namespace mail_delivery

using namespace mail_delivery;

TEST_F(MailsThatLeave, reach_the_recipient_in_the_words_an_administrator_sees) {
    tell(cast_.ana);
    auto const shown = only_mail();
    EXPECT_EQ(shown.state, MailState::waiting);
    door_.house().drain();
    auto const received = server_.mails();
    ASSERT_EQ(received.size(), 1U);
    EXPECT_EQ(received[0].recipient, "ana@example.org");
    EXPECT_EQ(received[0].header("Subject"), shown.subject);
    EXPECT_EQ(received[0].header("Message-ID"), "<" + shown.id.text() + "@obverse.test>");
    EXPECT_THAT(received[0].header("From"), StartsWith("\"Nordlys\""));
    EXPECT_TRUE(received[0].has("https://obverse.test/pair"));
    auto const sent = only_mail();
    EXPECT_EQ(sent.state, MailState::sent);
    EXPECT_EQ(sent.sent_at, door_.clock().now());
    EXPECT_EQ(sent.tries, 1);
    EXPECT_TRUE(mails().is_sending);
    pass(48h);
    EXPECT_EQ(server_.mails().size(), 1U) << "once";
}

TEST_F(MailsThatLeave, carry_the_link_that_no_administrator_sees) {
    ASSERT_EQ(door_.as(cast_.jo)
                  .put("/api/programmes/" + cast_.programme.text() + "/sponsor",
                       R"({"person_id":")" + cast_.marta.text() + R"("})")
                  .status,
              200);
    door_.house().drain();
    ASSERT_EQ(server_.mails().size(), 1U);
    EXPECT_TRUE(server_.mails()[0].has("https://obverse.test/sponsor/"));
    EXPECT_THAT(only_mail().body, Not(HasSubstr("/sponsor/")));
}

TEST_F(MailsThatLeave, are_tried_again_after_a_minute_under_the_same_id) {
    tell(cast_.ana);
    server_.answer(".", "451 4.3.0 try again later");
    door_.house().drain();
    auto const waits = only_mail();
    EXPECT_EQ(waits.state, MailState::waiting);
    EXPECT_EQ(waits.trouble, MailTrouble::try_later);
    EXPECT_EQ(waits.next_try_at, door_.clock().now() + 1min);
    pass(59s);
    EXPECT_THAT(server_.mails(), IsEmpty());
    pass(1s);
    ASSERT_EQ(server_.mails().size(), 1U);
    EXPECT_THAT(server_.mails()[0].header("Message-ID"), HasSubstr(waits.id.text()));
    EXPECT_EQ(only_mail().state, MailState::sent);
    EXPECT_EQ(only_mail().tries, 2);
}

TEST_F(MailsThatLeave, are_repeated_as_the_same_mail_when_the_yes_is_lost) {
    tell(cast_.ana);
    server_.answer(".", "LOST");
    door_.house().drain();
    EXPECT_EQ(only_mail().trouble, MailTrouble::broken_answer);
    pass(1min);
    auto const received = server_.mails();
    ASSERT_EQ(received.size(), 2U) << "at least once";
    EXPECT_EQ(received[0].header("Message-ID"), received[1].header("Message-ID"));
}

TEST_F(MailsThatLeave, survive_whoever_dies_in_the_middle) {
    tell(cast_.ana);
    // As a killed program leaves it: the try is counted, the words are said or not, and nothing came of it.
    auto const id = only_mail().id;
    door_.database().write([&](db::Tx& tx) {
        auto const viewer = support::viewer_of(tx, cast_.organisation, cast_.amir);
        auto const before = notice::store::find_mail(tx, viewer, id).value();
        notice::store::save(tx, notice::begin_try(before, door_.clock().now()), before);
    });
    door_.house().drain();
    EXPECT_THAT(server_.mails(), IsEmpty()) << "it may still be on its way";
    pass(1min);
    EXPECT_EQ(server_.mails().size(), 1U);
    EXPECT_EQ(only_mail().tries, 2);
}

TEST_F(MailsThatLeave, fail_for_good_where_nobody_lives_and_are_sent_again_by_hand) {
    tell(cast_.ana);
    server_.answer("RCPT", "550 5.1.1 no such mailbox, and a secret of the server");
    door_.house().drain();
    auto const failed = only_mail();
    EXPECT_EQ(failed.state, MailState::failed);
    EXPECT_EQ(failed.trouble, MailTrouble::recipient_refused);
    EXPECT_THAT(door_.as(cast_.amir).get("/api/mails").body, Not(HasSubstr("secret of the server")));
    pass(24h);
    EXPECT_THAT(server_.mails(), IsEmpty());

    support::expect_closed_to_others(door_, cast_, {http::Method::post, "/api/mails/" + failed.id.text() + "/sending"},
                                     {cast_.ana, cast_.jo, cast_.marta});
    EXPECT_EQ(send_again(failed.id).status, 204);
    EXPECT_EQ(send_again(failed.id).code(), "mail_not_failed");
    door_.house().drain();
    EXPECT_EQ(only_mail().state, MailState::sent);
    EXPECT_THAT(server_.mails().at(0).header("Message-ID"), HasSubstr(failed.id.text()));
    EXPECT_EQ(door_.as(cast_.amir).get("/api/audit-log").text("/items/0/kind"), "mail.sent_again");
}

TEST_F(MailsThatLeave, rest_while_the_server_is_away_and_drain_in_order_afterwards) {
    for (auto const person : {cast_.ana, cast_.bruno, cast_.sofia}) {
        tell(person);
        door_.clock().advance(1s);
    }
    server_.answer("CONNECT", "", 100);
    door_.house().drain();
    EXPECT_EQ(server_.connections(), 1) << "the others would fare no better";
    pass(30s);
    EXPECT_EQ(server_.connections(), 1);
    int tried = 0;
    for (auto const& mail : mails().items) tried += mail.tries;
    EXPECT_EQ(tried, 1);
    server_.answer_as_usual();
    pass(10min);
    std::vector<std::string> reached;
    for (auto const& mail : server_.mails()) reached.push_back(mail.recipient);
    EXPECT_THAT(reached, testing::UnorderedElementsAre("ana@example.org", "bruno@example.org", "sofia@example.org"));
}

TEST_F(MailsThatLeave, reach_nobody_without_an_address_or_who_has_left_meanwhile) {
    tell(cast_.ana);
    tell(cast_.bruno);
    change("UPDATE people SET email = NULL WHERE organisation_id = $1 AND id = $2", cast_.ana);
    change("UPDATE people SET is_active = FALSE WHERE organisation_id = $1 AND id = $2", cast_.bruno);
    door_.house().drain();
    EXPECT_EQ(server_.connections(), 0) << "there is nothing to say";
    for (auto const& mail : mails().items) {
        EXPECT_EQ(mail.state, MailState::failed);
        EXPECT_EQ(mail.trouble, MailTrouble::no_address);
    }
    EXPECT_THAT(server_.mails(), IsEmpty());
}

TEST_F(MailsThatLeave, say_nothing_of_what_is_gone) {
    auto const now = door_.clock().now();
    door_.database().write([&](db::Tx& tx) {
        signin::PasswordLink link;
        link.id = tx.make_id<signin::PasswordLinkId>();
        link.person_id = cast_.ana;
        link.purpose = signin::LinkPurpose::reset;
        link.made_at = now;
        link.expires_at = now + signin::kResetLasts;
        signin::store::insert_link(tx, cast_.organisation, link);
        notice::tell(tx, cast_.organisation, cast_.ana, notice::reset, base::any(link.id), now);
        notice::tell(tx, cast_.organisation, cast_.bruno, notice::reset, base::any(cast_.programme), now);
    });
    pass(2h);
    EXPECT_EQ(mails().items.size(), 2U);
    for (auto const& mail : mails().items) EXPECT_EQ(mail.trouble, MailTrouble::subject_gone) << mail.to_name;
    EXPECT_THAT(server_.mails(), IsEmpty()) << "one link opens no more, the other never did";
}

TEST_F(MailsThatLeave, leave_no_demo) {
    door_.database().write([&](db::Tx& tx) {
        tx.run("UPDATE organisations SET is_demo = TRUE WHERE organisation_id = $1", cast_.organisation);
    });
    tell(cast_.ana);
    door_.house().drain();
    EXPECT_EQ(server_.connections(), 0);
    EXPECT_EQ(only_mail().state, MailState::waiting);
    EXPECT_FALSE(mails().is_sending);
}

TEST_F(MailsThatLeave, wait_where_no_server_is_set) {
    support::Door without;
    tell(cast_.ana);
    without.house().drain();
    without.house().round();
    without.house().drain();
    EXPECT_EQ(only_mail().state, MailState::waiting);
    EXPECT_EQ(only_mail().tries, 0);
    EXPECT_FALSE(without.as(cast_.amir).get("/api/mails").as<notice::Mails>().is_sending);
    EXPECT_EQ(without.database().read([&](db::Tx& tx) {
        return tx.value<std::int64_t>("SELECT COUNT(*) FROM jobs WHERE organisation_id = $1 AND kind = 'mails.send'",
                                      cast_.organisation);
    }),
              0);
}

TEST_F(MailsThatLeave, are_sent_once_by_two_nodes) {
    support::Door other(server_.settings());
    for (auto const person : cast_.colleagues()) tell(person);
    auto const queued = mails().items.size();
    ASSERT_GT(queued, 5U);
    for (int i = 0; i < 5; ++i) {
        std::jthread const one([&] { door_.house().drain(); });
        std::jthread const two([&] { other.house().drain(); });
    }
    EXPECT_EQ(server_.mails().size(), queued);
    for (auto const& mail : mails().items) EXPECT_EQ(mail.state, MailState::sent);
}

TEST_F(MailsThatLeave, tell_nobody_who_is_not_to_be_asked) {
    auto const invite_both = [&] {
        door_.database().write([&](db::Tx& tx) {
            for (auto const person : {cast_.rosa, cast_.nina})
                notice::store::queue_mail(tx, cast_.organisation, person, notice::invitation, std::nullopt,
                                          door_.clock().now());
        });
    };
    door_.database().write([&](db::Tx& tx) {
        invitation::store::insert(tx, cast_.organisation, cast_.programme, cast_.rosa, programme::Side::mentor,
                                  door_.clock().now());
        auto const own = tx.value<invitation::InvitationId>(
            "SELECT id FROM invitations WHERE organisation_id = $1 AND person_id = $2", cast_.organisation, cast_.rosa);
        invitation::store::save_answer(tx, cast_.organisation, *own, invitation::Answer::no_dont_ask,
                                       base::utc_day(door_.clock().now()));
    });

    // What an administrator sees of each of the two, whatever the server does.
    auto const seen_of = [&](access::PersonId person) {
        std::vector<std::string> lines;
        for (auto const& mail : mails().items)
            if (mail.person_id == person && mail.kind == "invitation")
                lines.push_back(std::string(meta::name_of(mail.state)) + " " + std::to_string(mail.tries) + " " +
                                std::string(mail.trouble ? meta::name_of(*mail.trouble) : "fine") + " " +
                                (mail.sent_at ? base::to_text(*mail.sent_at) : "") + " " +
                                (mail.next_try_at ? base::to_text(*mail.next_try_at) : ""));
        return lines;
    };
    for (auto const& [verb, line] : {std::pair{"", ""},
                                     {"RCPT", "550 5.1.1 nobody"},
                                     {"RCPT", "451 4.2.0 later"},
                                     {".", "554 5.7.1 spam"},
                                     {".", "452 4.3.1 full"}}) {
        if (*verb != '\0') server_.answer(verb, line, 2);
        invite_both();
        door_.house().drain();
        EXPECT_EQ(seen_of(cast_.rosa), seen_of(cast_.nina)) << verb << " " << line;
        server_.answer_as_usual();
        pass(2min);
        EXPECT_EQ(seen_of(cast_.rosa), seen_of(cast_.nina)) << verb << " " << line;
    }
    EXPECT_EQ(server_.mails().size(), 3U) << "the other one was written to, unless the server would not";
    for (auto const& mail : server_.mails()) EXPECT_EQ(mail.recipient, "nina@example.org");
}

TEST(TheTestMail, is_sent_and_its_outcome_is_the_exit_code) {
    support::SmtpServer server;
    support::TemporaryFolder const folder;
    auto const type = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"mail", "test"});
        std::ostringstream out;
        std::ostringstream err;
        auto const exit = app::run_command(words, out, err);
        return std::to_string(exit) + " " + out.str() + err.str();
    };
    auto const url = mail::address_of(server.settings());
    std::vector<std::string> const settings{"ana@example.org", "--mail-server", url, "--mail-from",
                                            "obverse@nordlys.test"};
    EXPECT_THAT(type({"ana@example.org"}), testing::AllOf(StartsWith("1 "), HasSubstr("(no_mail_server)")));
    EXPECT_EQ(type(settings), "0 " + url + " has taken a mail to ana@example.org.\n");
    ASSERT_EQ(server.mails().size(), 1U);
    EXPECT_EQ(server.mails()[0].header("Subject"), "Obverse can send mail");
    server.answer("RCPT", "550 5.1.1 nobody");
    EXPECT_THAT(type(settings), testing::AllOf(StartsWith("1 "), HasSubstr("(recipient_refused)")));
    EXPECT_THAT(type({"ana@example.org", "--mail-server", "nonsense"}), StartsWith("2 "));
    EXPECT_THAT(type({}), StartsWith("2 "));
}

// The text of its calendar part, which goes out as base64; "" when there is none.
std::string calendar_in(support::ReceivedMail const& mail) {
    auto const part = mail.octets.find("Content-Type: text/calendar");
    if (part == std::string::npos) return "";
    auto const from = mail.octets.find("\r\n\r\n", part) + 4;
    auto const coded = mail.octets.substr(from, mail.octets.find("\r\n--", from) - from);
    std::string text(coded.size(), '\0');
    std::size_t length = 0;
    EXPECT_EQ(sodium_base642bin(reinterpret_cast<unsigned char*>(text.data()), text.size(), coded.data(), coded.size(),
                                "\r\n", &length, nullptr, sodium_base64_VARIANT_ORIGINAL),
              0);
    text.resize(length);
    return text;
}

// What a mail of a date tells the recipient's calendar, as the mail server received it.
class MailsOfADate : public MailsThatLeave {
  protected:
    std::string propose() {
        auto const day = base::to_text(base::utc_day(door_.clock().now()) + 4);
        auto const reply = door_.as(cast_.sofia)
                               .post("/api/pairings/" + pair_.text() + "/meetings",
                                     R"({"minutes":45,"channel":"video","place":"Canteen","times":[{"starts_local":")" +
                                         day + R"(T15:00","time_zone":"Europe/Paris"}]})");
        starts_at_ = reply.text("/times/0/starts_at");
        return "/api/meetings/" + reply.text("/id");
    }
    void put(access::PersonId by, std::string const& path, std::string const& body) {
        ASSERT_EQ(door_.as(by).put(path, body).status, 200);
    }
    // Everything that went out since the last time, each with its calendar as text.
    std::vector<std::string> calendars() {
        door_.house().drain();
        std::vector<std::string> all;
        auto const mails = server_.mails();
        for (; read_ < mails.size(); ++read_) all.push_back(calendar_in(mails[read_]));
        return all;
    }

    pairing::PairingId pair_ = support::start_pair(door_, cast_);
    std::string starts_at_;
    std::size_t read_ = 0;
};

TEST_F(MailsOfADate, ask_both_calendars_for_it_and_take_it_off_again) {
    auto const meeting = propose();
    for (auto const& calendar : calendars()) EXPECT_EQ(calendar, "") << "nothing stands yet";
    put(cast_.ana, meeting + "/time", R"({"version":1,"starts_at":")" + starts_at_ + "\"}");
    auto const set = calendars();
    ASSERT_EQ(set.size(), 2U);
    for (auto const& calendar : set) {
        EXPECT_THAT(calendar, HasSubstr("METHOD:REQUEST"));
        EXPECT_THAT(calendar, HasSubstr("SEQUENCE:0"));
        EXPECT_THAT(calendar, HasSubstr("DTSTART;TZID=Europe/Paris:"));
        EXPECT_THAT(calendar, HasSubstr("ORGANIZER"));
        EXPECT_THAT(calendar, HasSubstr("ATTENDEE"));
        EXPECT_THAT(calendar, HasSubstr("CLASS:PRIVATE"));
    }
    put(cast_.sofia, meeting + "/times",
        R"({"version":2,"times":[{"starts_local":"2027-02-02T10:00","time_zone":"Europe/Paris"}]})");
    int cancelled = 0;
    for (auto const& calendar : calendars()) {
        if (calendar.empty()) continue;
        EXPECT_THAT(calendar, HasSubstr("METHOD:CANCEL"));
        EXPECT_THAT(calendar, HasSubstr("SEQUENCE:1"));
        ++cancelled;
    }
    EXPECT_EQ(cancelled, 2);
    put(cast_.ana, meeting + "/time", R"({"version":3,"starts_at":"2027-02-02T09:00:00Z"})");
    for (auto const& calendar : calendars()) EXPECT_THAT(calendar, HasSubstr("SEQUENCE:1"));
}

TEST_F(MailsOfADate, that_has_been_cancelled_before_they_left_ask_no_calendar_for_it) {
    auto const meeting = propose();
    server_.answer(".", "451 4.3.0 try again later");
    put(cast_.ana, meeting + "/time", R"({"version":1,"starts_at":")" + starts_at_ + "\"}");
    put(cast_.ana, meeting + "/cancellation", R"({"version":2})");
    pass(48h);
    for (auto const& calendar : calendars()) EXPECT_THAT(calendar, Not(HasSubstr("METHOD:REQUEST")));
}

// Ana, Bruno and Amir; Ana leaves between two dates.
TEST_F(MailsThatLeave, of_a_circles_date_ask_no_calendar_for_an_answer_and_do_not_go_to_whoever_has_left) {
    door_.database().write([&](db::Tx& tx) {
        programme::store::NewEnrolment enrolment;
        enrolment.programme = cast_.programme;
        enrolment.person = cast_.amir;
        enrolment.now = door_.clock().now();
        programme::store::insert_enrolment(tx, cast_.organisation, enrolment);
    });
    std::size_t read = 0;
    auto const calendars = [&] {
        door_.house().drain();
        std::vector<std::string> all;
        auto const mails = server_.mails();
        for (; read < mails.size(); ++read) all.push_back(calendar_in(mails[read]));
        return all;
    };
    ASSERT_EQ(door_.as(cast_.jo).post("/api/programmes/" + cast_.programme.text() + "/circles", "{}").status, 200);
    EXPECT_THAT(calendars(), ElementsAre("", "", ""));
    auto const circle = "/api/circles/" + door_.as(cast_.ana).get("/api/circles").text("/items/0/id");
    auto const set = [&](std::string const& version, std::string const& day) {
        auto const at = base::to_text(base::utc_day(door_.clock().now()) + 9);
        auto const reply =
            door_.as(cast_.bruno)
                .put(circle + "/date", R"({"version":)" + version + R"(,"starts_local":")" + at + "T" + day +
                                           R"(:00","time_zone":"UTC","minutes":60,"place":"Room 4"})");
        ASSERT_EQ(reply.status, 200) << reply.body;
    };
    set("0", "10");
    auto const asked = calendars();
    ASSERT_EQ(asked.size(), 3U);
    for (auto const& calendar : asked) {
        EXPECT_THAT(calendar, HasSubstr("METHOD:REQUEST"));
        EXPECT_THAT(calendar, HasSubstr("RSVP=FALSE"));
        EXPECT_THAT(calendar, HasSubstr("CLASS:PRIVATE"));
        EXPECT_THAT(calendar, Not(HasSubstr("Ana Moreira · ")));
    }
    ASSERT_EQ(door_.as(cast_.ana).put(circle + "/departure").status, 200);
    set("1", "11");
    auto const moved = calendars();
    ASSERT_EQ(moved.size(), 2U);
    for (auto const& calendar : moved) EXPECT_THAT(calendar, HasSubstr("SEQUENCE:1"));
    ASSERT_EQ(door_.as(cast_.jo).remove(circle + "/date?version=2").status, 200);
    auto const cancelled = calendars();
    ASSERT_EQ(cancelled.size(), 2U);
    for (auto const& calendar : cancelled) EXPECT_THAT(calendar, HasSubstr("METHOD:CANCEL"));
    auto const waiting = door_.database().read([&](db::Tx& tx) {
        return tx
            .value<std::int64_t>(
                "SELECT COUNT(*) FROM mails WHERE organisation_id = $1 AND person_id = $2 AND state <> 'sent'",
                cast_.organisation, cast_.ana)
            .value();
    });
    EXPECT_EQ(waiting, 0) << "her rows end like everybody's";
}

// Rosa has said not to be asked, Nina nothing: both have not joined.
TEST_F(MailsThatLeave, say_nothing_to_whoever_is_not_to_be_asked_and_read_alike) {
    support::make_ready_to_invite(door_, cast_);
    auto const jo = door_.as(cast_.jo);
    auto const programme = "/api/programmes/" + cast_.programme.text();
    ASSERT_EQ(jo.post(programme + "/invitations",
                      R"({"side":"mentor","people":[")" + cast_.rosa.text() + R"(",")" + cast_.nina.text() + "\"]}")
                  .status,
              200);
    door_.house().drain();
    auto const own = door_.as(cast_.rosa).get("/api/my-invitations").text("/items/0/id");
    ASSERT_EQ(door_.as(cast_.rosa).put("/api/invitations/" + own + "/answer", R"({"answer":"no_dont_ask"})").status,
              200);
    auto const before = server_.mails().size();
    pass(24h);
    ASSERT_EQ(jo.post(programme + "/announcements",
                      R"({"audience":"not_joined","texts":[{"language":"en","title":"Until Friday","text":"Come."}]})")
                  .status,
              201);
    door_.house().drain();
    auto const received = server_.mails();
    ASSERT_EQ(received.size(), before + 1);
    EXPECT_EQ(received.back().recipient, "nina@example.org");
    EXPECT_EQ(received.back().header("Subject"), "Customers first: Until Friday");
    std::vector<std::string> seen;
    for (auto const& mail : door_.as(cast_.amir).get("/api/mails?kind=announcement").as<notice::Mails>().items)
        seen.push_back(std::string(meta::name_of(mail.state)) + " " + std::to_string(mail.tries) + " " + mail.subject);
    EXPECT_THAT(seen, ElementsAre("sent 1 Customers first: Until Friday", "sent 1 Customers first: Until Friday"));
}

TEST_F(MailsThatLeave, of_a_group_meeting_set_move_and_cancel_an_entry_that_asks_for_no_answer) {
    support::make_ready_to_invite(door_, cast_);
    door_.house().drain();
    auto read = server_.mails().size();
    auto const calendars = [&] {
        door_.house().drain();
        std::vector<std::string> all;
        auto const mails = server_.mails();
        for (; read < mails.size(); ++read) all.push_back(calendar_in(mails[read]));
        return all;
    };
    auto const words = [&](std::string const& version, std::string const& hour) {
        return R"({"version":)" + version + R"(,"kind":"kick_off","title":"Our first hour","asked":"everyone",)" +
               R"("by_sponsor":true,"starts_local":")" + base::to_text(base::utc_day(door_.clock().now()) + 9) + "T" +
               hour + R"(:00","time_zone":"Europe/Paris","minutes":60,"place":"Canteen"})";
    };
    auto const set =
        door_.as(cast_.jo).post("/api/programmes/" + cast_.programme.text() + "/group-meetings", words("0", "10"));
    ASSERT_EQ(set.status, 201) << set.body;
    auto const asked = calendars();
    ASSERT_EQ(asked.size(), 5U) << "the four who take part, and the sponsor";
    for (auto const& calendar : asked) {
        EXPECT_THAT(calendar, HasSubstr("METHOD:REQUEST"));
        EXPECT_THAT(calendar, HasSubstr("SEQUENCE:0"));
        EXPECT_THAT(calendar, HasSubstr("RSVP=FALSE"));
        EXPECT_THAT(calendar, HasSubstr("CLASS:PRIVATE"));
        EXPECT_THAT(calendar, Not(HasSubstr("Customers first")));
    }
    auto const meeting = "/api/group-meetings/" + set.text("/id");
    ASSERT_EQ(door_.as(cast_.jo).put(meeting, words("1", "11")).status, 200);
    auto const moved = calendars();
    ASSERT_EQ(moved.size(), 5U);
    for (auto const& calendar : moved) EXPECT_THAT(calendar, HasSubstr("SEQUENCE:1"));
    ASSERT_EQ(door_.as(cast_.jo).remove(meeting + "?version=2").status, 200);
    auto const cancelled = calendars();
    ASSERT_EQ(cancelled.size(), 5U);
    for (auto const& calendar : cancelled) {
        EXPECT_THAT(calendar, HasSubstr("METHOD:CANCEL"));
        EXPECT_THAT(calendar, HasSubstr("SEQUENCE:2"));
    }
}

TEST_F(MailsThatLeave, wait_for_an_open_day_where_they_can_and_come_at_once_to_a_confidential_contact) {
    change("UPDATE people SET site = 'Kiel', time_zone = 'Europe/Berlin' WHERE organisation_id = $1 AND id = $2",
           cast_.ana);
    change("UPDATE people SET site = 'Oslo' WHERE organisation_id = $1 AND id = $2", cast_.bruno);
    ASSERT_EQ(door_.as(cast_.amir)
                  .put("/api/holidays", R"({"site":"Kiel","items":[{"day":"2026-11-22","name":"a"},)"
                                        R"({"day":"2026-11-23","name":"b"}]})")
                  .status,
              200);
    auto const recipients = [&] {
        std::vector<std::string> all;
        for (auto const& mail : server_.mails()) all.push_back(mail.recipient);
        return all;
    };
    tell(cast_.ana, notice::message_waits);
    tell(cast_.bruno, notice::message_waits);
    pass(1s);
    EXPECT_THAT(recipients(), ElementsAre("bruno@example.org"));
    tell(cast_.ana, notice::confidence_waits);
    pass(1s);
    EXPECT_THAT(recipients(), ElementsAre("bruno@example.org", "ana@example.org"));
    pass(24h);
    EXPECT_EQ(server_.mails().size(), 2U);
    pass(24h);
    ASSERT_EQ(server_.mails().size(), 3U);
    EXPECT_EQ(server_.mails().back().recipient, "ana@example.org");
    EXPECT_THAT(server_.mails().back().header("Subject"), StartsWith("Something waits for you at"));
}
