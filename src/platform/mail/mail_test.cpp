#include <array>
#include <cstdio>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "platform/mail/session.hpp"
#include "support/smtp_server.hpp"

namespace mail_examples {

using mail::Encryption;
using mail::Extent;
using mail::Outcome;
using support::SmtpServer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

mail::WrittenMail a_mail() {
    mail::WrittenMail mail;
    mail.id = "f9b4d5c6-dfd8-4dbf-8bb1-b71eca21e749@obverse.test";
    mail.written_at = base::parse_instant("2026-11-22T09:00:05Z").value();
    mail.from = {"Nordlys", "obverse@nordlys.test"};
    mail.to = {"Ana Moreira", "ana@example.org"};
    mail.subject = "Something waits for you at Nordlys";
    mail.text = "Hello Ana,\n\nsomething waits.\n\nhttps://obverse.test/";
    return mail;
}

// What Python's e-mail package makes of the octets.
boost::json::value read_outside(std::string const& octets) {
    support::TemporaryFolder const folder;
    auto const file = folder.write("mail.eml", octets);
    auto const command = "python3 " OBVERSE_SOURCE_DIR "/tests/support/read_mail.py < " + file;
    auto* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c)
    std::string text;
    std::array<char, 65'536> part{};
    while (auto const count = std::fread(part.data(), 1, part.size(), pipe)) text.append(part.data(), count);
    EXPECT_EQ(pclose(pipe), 0) << octets;
    return boost::json::parse(text);
}

std::string text_at(boost::json::value const& value, std::string_view pointer) {
    return std::string(value.at_pointer(pointer).as_string());
}

// Line ends are the transport's, and so is the last one.
std::string with_lf(std::string text) {
    std::string out;
    for (auto const c : text)
        if (c != '\r') out += c;
    return out;
}

class AMailThatLeaves : public testing::Test {
  protected:
    support::ReceivedMail sent(mail::WrittenMail const& mail) {
        mail::Session session(settings_);
        EXPECT_EQ(session.send(mail), Outcome::accepted);
        auto const mails = server_.mails();
        EXPECT_FALSE(mails.empty());
        return mails.empty() ? support::ReceivedMail{} : mails.back();
    }
    boost::json::value read_after_sending(mail::WrittenMail const& mail) { return read_outside(sent(mail).octets); }

    SmtpServer server_;
    mail::Server settings_ = server_.settings();
};

}  // namespace mail_examples

using namespace mail_examples;

TEST_F(AMailThatLeaves, arrives_with_its_envelope_and_its_head) {
    auto const mail = sent(a_mail());
    EXPECT_EQ(mail.sender, "obverse@nordlys.test");
    EXPECT_EQ(mail.recipient, "ana@example.org");
    EXPECT_EQ(mail.header("Message-ID"), "<f9b4d5c6-dfd8-4dbf-8bb1-b71eca21e749@obverse.test>");
    EXPECT_EQ(mail.header("Date"), "Sun, 22 Nov 2026 09:00:05 +0000");
    EXPECT_EQ(mail.header("Auto-Submitted"), "auto-generated");
    EXPECT_THAT(server_.commands(), testing::Contains("EHLO obverse.test"));
}

TEST_F(AMailThatLeaves, reads_outside_as_it_was_written) {
    auto const read = read_after_sending(a_mail());
    EXPECT_TRUE(read.at("defects").as_array().empty()) << read;
    EXPECT_EQ(text_at(read, "/subject"), a_mail().subject);
    EXPECT_EQ(text_at(read, "/to/0/name"), "Ana Moreira");
    EXPECT_EQ(text_at(read, "/from/0/address"), "obverse@nordlys.test");
    EXPECT_EQ(text_at(read, "/date"), "2026-11-22T09:00:05+00:00");
    EXPECT_EQ(with_lf(text_at(read, "/parts/0/text")), a_mail().text);
}

TEST_F(AMailThatLeaves, keeps_every_kind_of_text) {
    std::string const long_line(5000, 'x');
    std::string const long_word = [] {
        std::string text;
        for (int i = 0; i < 700; ++i) text += "ü€😀";
        return text;
    }();
    for (auto const& text : std::vector<std::string>{
             "🎉 Feier für Łukasz",
             "שלום עולם",
             "مرحبا بالعالم \u202Ebackwards",
             "=?utf-8?B?QmNjOiBldmlsQGV4YW1wbGUub3Jn?=",
             "a, \"quoted\" <name> (comment) \\ and; more: things",
             " leading and trailing ",
             "x",
             long_line,
             long_word,
             "e\u0301 decomposed, \uFEFF and \u200B",
         }) {
        auto mail = a_mail();
        mail.subject = text;
        mail.to.name = text;
        mail.text = text + "\n.\n..\n.hidden\nFrom here\n=3D\n \n" + text;
        auto const received = sent(mail);
        for (auto const& line : base::split(with_lf(received.octets), '\n'))
            EXPECT_LE(line.size(), line.starts_with("Content-Type") ? 80U : 76U) << line;
        auto const read = read_outside(received.octets);
        EXPECT_TRUE(read.at("defects").as_array().empty()) << read.at("defects") << "\n" << received.octets;
        EXPECT_EQ(text_at(read, "/subject"), text);
        EXPECT_EQ(text_at(read, "/to/0/name"), text);
        EXPECT_EQ(read.at("to").as_array().size(), 1U);
        EXPECT_EQ(text_at(read, "/to/0/address"), "ana@example.org");
        EXPECT_EQ(with_lf(text_at(read, "/parts/0/text")), mail.text);
    }
}

TEST_F(AMailThatLeaves, carries_a_meeting_beside_its_text) {
    auto mail = a_mail();
    mail.calendar = {"REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Ana & Søren\r\nEND:VCALENDAR\r\n"};
    mail.attachments = {{"invite.ics", "text/calendar", mail.calendar->text}};
    mail.in_reply_to = "11111111-1111-4111-8111-111111111111@obverse.test";
    mail.list_unsubscribe = "https://obverse.test/unsubscribe/abc";
    auto const read = read_after_sending(mail);
    EXPECT_TRUE(read.at("defects").as_array().empty()) << read;
    ASSERT_EQ(read.at("parts").as_array().size(), 3U) << read;
    EXPECT_EQ(text_at(read, "/parts/0/type"), "text/plain");
    EXPECT_EQ(text_at(read, "/parts/0/inside"), "multipart/alternative");
    EXPECT_EQ(text_at(read, "/parts/1/type"), "text/calendar");
    EXPECT_EQ(text_at(read, "/parts/1/inside"), "multipart/alternative");
    EXPECT_EQ(text_at(read, "/parts/1/method"), "REQUEST");
    EXPECT_EQ(text_at(read, "/parts/1/charset"), "utf-8");
    EXPECT_EQ(text_at(read, "/parts/1/text"), mail.calendar->text);
    EXPECT_EQ(text_at(read, "/parts/2/file_name"), "invite.ics");
    EXPECT_EQ(text_at(read, "/parts/2/inside"), "multipart/mixed");
    EXPECT_EQ(text_at(read, "/parts/2/text"), mail.calendar->text);
    EXPECT_EQ(text_at(read, "/headers/in-reply-to"), "<11111111-1111-4111-8111-111111111111@obverse.test>");
    EXPECT_EQ(text_at(read, "/headers/list-unsubscribe"), "<https://obverse.test/unsubscribe/abc>");
    EXPECT_EQ(text_at(read, "/headers/list-unsubscribe-post"), "List-Unsubscribe=One-Click");
}

TEST_F(AMailThatLeaves, takes_no_line_of_its_head_from_a_value) {
    using Change = void (*)(mail::WrittenMail&, std::string const&);
    std::array<Change, 8> const places{
        [](mail::WrittenMail& mail, std::string const& text) { mail.subject += text; },
        [](mail::WrittenMail& mail, std::string const& text) { mail.to.name += text; },
        [](mail::WrittenMail& mail, std::string const& text) { mail.from.name += text; },
        [](mail::WrittenMail& mail, std::string const& text) { mail.id += text; },
        [](mail::WrittenMail& mail, std::string const& text) { mail.in_reply_to = "a@b" + text; },
        [](mail::WrittenMail& mail, std::string const& text) { mail.list_unsubscribe = "https://a" + text; },
        [](mail::WrittenMail& mail, std::string const& text) {
            mail.calendar = {"REQUEST" + text, "BEGIN"};
        },
        [](mail::WrittenMail& mail, std::string const& text) {
            mail.attachments = {{"a.ics" + text, "text/plain", ""}};
        },
    };
    mail::Session session(settings_);
    for (auto const change : places)
        for (std::string const& text :
             {std::string("\r\nBcc: evil@example.org"), std::string("\nBcc: evil@example.org"), std::string("\r"),
              std::string("\0", 1), std::string("\x7F"), std::string("\u2028"), std::string("\u0085"),
              std::string("\xFF")}) {
            auto mail = a_mail();
            change(mail, text);
            EXPECT_EQ(session.send(mail), Outcome::content_refused) << text;
        }
    for (auto const* address :
         {"a@x>\r\nRCPT TO:<evil@x", "a b@example.org", "\"a b\"@example.org", "a@", "@b", "a", "a@[127.0.0.1]",
          "a@b c.example", "ü@example.org", "a@b\n.example", "a,b@example.org", "a@example.org>", "a..b@example.org"}) {
        auto mail = a_mail();
        mail.to.address = address;
        EXPECT_EQ(session.send(mail), Outcome::recipient_refused) << address;
        mail = a_mail();
        mail.from.address = address;
        EXPECT_EQ(session.send(mail), Outcome::sender_refused) << address;
    }
    EXPECT_EQ(server_.connections(), 0) << "nothing of it was said to anybody";
}

TEST_F(AMailThatLeaves, reaches_a_domain_beyond_ascii) {
    auto mail = a_mail();
    mail.to.address = "ana@bücher.example";
    auto const received = sent(mail);
    EXPECT_EQ(received.recipient, "ana@xn--bcher-kva.example");
    EXPECT_THAT(received.octets, HasSubstr("<ana@xn--bcher-kva.example>"));
    EXPECT_EQ(mail::wire_address("ana@" + std::string(300, 'a') + ".example"), std::nullopt);
}

TEST_F(AMailThatLeaves, shares_a_connection_with_the_next) {
    mail::Session session(settings_);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(session.send(a_mail()), Outcome::accepted);
    EXPECT_EQ(server_.mails().size(), 3U);
    EXPECT_EQ(server_.connections(), 1);
}

TEST_F(AMailThatLeaves, is_not_delivered_when_withheld_and_nobody_can_tell_before) {
    mail::Session session(settings_);
    EXPECT_EQ(session.send(a_mail(), Extent::withheld), Outcome::accepted);
    EXPECT_EQ(session.send(a_mail()), Outcome::accepted) << "the next one goes";
    EXPECT_EQ(server_.mails().size(), 1U);
    server_.answer("RCPT", "550 5.1.1 nobody here");
    EXPECT_EQ(session.send(a_mail(), Extent::withheld), Outcome::recipient_refused);
    server_.answer("RCPT", "451 4.7.1 later");
    EXPECT_EQ(session.send(a_mail(), Extent::withheld), Outcome::try_later);
    for (auto const& mail : server_.mails()) EXPECT_TRUE(mail.has("something waits."));
}

TEST_F(AMailThatLeaves, says_what_the_server_said) {
    struct Case {
        char const* verb;
        char const* line;
        Outcome outcome;
    };
    for (auto const& [verb, line, outcome] : {
             Case{"CONNECT", "421 4.3.2 too busy", Outcome::try_later},
             Case{"CONNECT", "554 no SMTP here", Outcome::broken_answer},
             Case{"CONNECT", "", Outcome::broken_answer},
             Case{"MAIL", "550 5.7.1 not from there", Outcome::sender_refused},
             Case{"MAIL", "451 4.3.0 later", Outcome::try_later},
             Case{"MAIL", "", Outcome::broken_answer},
             Case{"RCPT", "550 5.1.1 no such mailbox", Outcome::recipient_refused},
             Case{"RCPT", "450 4.2.0 greylisted", Outcome::try_later},
             Case{"RCPT", "421 4.7.0 too many", Outcome::try_later},
             Case{"RCPT", "", Outcome::broken_answer},
             Case{"DATA", "554 5.5.1 no", Outcome::content_refused},
             Case{"DATA", "", Outcome::broken_answer},
             Case{".", "554 5.7.1 looks like spam", Outcome::content_refused},
             Case{".", "452 4.3.1 disk full", Outcome::try_later},
             Case{".", "", Outcome::broken_answer},
         }) {
        server_.answer(verb, line);
        mail::Session session(settings_);
        EXPECT_EQ(session.send(a_mail()), outcome) << verb << ": " << line;
        server_.answer_as_usual();
    }
    EXPECT_THAT(server_.mails(), IsEmpty());
}

TEST_F(AMailThatLeaves, does_not_wait_for_ever) {
    settings_.connects_within = std::chrono::milliseconds(200);
    settings_.answers_within = std::chrono::milliseconds(200);
    for (auto const* line : {"HANG", "SSH-2.0-OpenSSH_9.2"})
        for (auto const* verb : {"CONNECT", "RCPT", "."}) {
            server_.answer(verb, line);
            mail::Session session(settings_);
            EXPECT_EQ(session.send(a_mail()), Outcome::unreachable) << verb << ": " << line;
            server_.answer_as_usual();
        }
}

TEST(AMailServer, that_is_not_there_is_unreachable) {
    mail::Server nowhere;
    {
        SmtpServer const gone;
        nowhere = gone.settings();
    }
    mail::Session session(nowhere);
    EXPECT_EQ(session.send(a_mail()), Outcome::unreachable);
    EXPECT_EQ(session.greet(), Outcome::unreachable);
    nowhere.host = "no-such-host.invalid";
    mail::Session unnamed(nowhere);
    EXPECT_EQ(unnamed.send(a_mail()), Outcome::unreachable);
}

TEST(AMailServer, is_believed_by_its_certificate_alone) {
    for (auto const encryption : {Encryption::starttls, Encryption::implicit}) {
        SmtpServer server({encryption});
        mail::Session trusting(server.settings());
        EXPECT_EQ(trusting.send(a_mail()), Outcome::accepted);
        ASSERT_EQ(server.mails().size(), 1U);
        EXPECT_TRUE(server.mails()[0].is_encrypted);

        auto stranger = server.settings();
        stranger.authorities.clear();
        mail::Session wary(stranger);
        EXPECT_EQ(wary.send(a_mail()), Outcome::tls_refused) << "nobody vouches for it";
        auto other_name = server.settings();
        other_name.host = "localhost";
        mail::Session misled(other_name);
        EXPECT_EQ(misled.send(a_mail()), Outcome::tls_refused) << "the certificate is 127.0.0.1's";
        EXPECT_EQ(server.mails().size(), 1U);
    }
}

TEST(AMailServer, that_offers_no_TLS_hears_nothing) {
    SmtpServer plain;
    auto settings = plain.settings();
    settings.encryption = Encryption::starttls;
    mail::Session session(settings);
    EXPECT_EQ(session.send(a_mail()), Outcome::tls_refused);
    for (auto const& command : plain.commands()) EXPECT_FALSE(command.starts_with("MAIL")) << command;

    SmtpServer stripped({Encryption::starttls});
    stripped.answer("STARTTLS", "454 4.7.0 not now");
    mail::Session other(stripped.settings());
    EXPECT_EQ(other.send(a_mail()), Outcome::tls_refused) << "there is no way back to plain text";
    EXPECT_THAT(stripped.mails(), IsEmpty());
}

TEST(AMailServer, asks_who_is_there) {
    SmtpServer server({Encryption::starttls, "a long and quiet evening"});
    mail::Session right(server.settings());
    EXPECT_EQ(right.greet(), Outcome::accepted);
    EXPECT_EQ(right.send(a_mail()), Outcome::accepted);
    ASSERT_EQ(server.mails().size(), 1U);
    EXPECT_EQ(server.mails()[0].user, "obverse");

    auto wrong = server.settings();
    wrong.password = "wrong";
    mail::Session stranger(wrong);
    EXPECT_EQ(stranger.send(a_mail()), Outcome::login_refused);
    EXPECT_EQ(stranger.greet(), Outcome::login_refused);
    server.answer("AUTH", "454 4.7.0 temporary");
    EXPECT_EQ(stranger.greet(), Outcome::try_later);
    wrong.user.clear();
    mail::Session silent(wrong);
    EXPECT_EQ(silent.send(a_mail()), Outcome::sender_refused) << "it takes mails from those it knows";
}

TEST(AMailServer, that_is_greeted_is_told_nothing) {
    SmtpServer server;
    mail::Session session(server.settings());
    EXPECT_EQ(session.greet(), Outcome::accepted);
    EXPECT_THAT(server.commands(), ElementsAre("EHLO obverse.test"));
}

TEST(AMailServer, is_named_as_people_write_it) {
    mail::Server server;
    server.host = "mail.example";
    EXPECT_EQ(mail::address_of(server), "smtp://mail.example:587");
    server.encryption = Encryption::implicit;
    server.host = "::1";
    server.port = 465;
    EXPECT_EQ(mail::address_of(server), "smtps://[::1]:465");
}
