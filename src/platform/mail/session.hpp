#pragma once
// Mails leave by libcurl to one configured server (RFC 5321). TLS is required everywhere but on this machine and its
// certificate is verified; there is no way back to plain text. Whatever goes wrong is a value: the caller decides
// whether to try again.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include <boost/describe.hpp>

#include "platform/mail/written_mail.hpp"

namespace mail {

enum class Encryption {
    implicit,  // smtps://: TLS from the first octet
    starttls,  // smtp:// elsewhere: asked for, and nothing is said without it
    none,      // smtp:// on this machine
};
BOOST_DESCRIBE_ENUM(Encryption, implicit, starttls, none)

struct Server {
    std::string host;
    std::uint16_t port = 587;
    Encryption encryption = Encryption::starttls;
    std::string user;  // empty: no login
    std::string password;
    std::string from;         // the address every mail comes from
    std::string hello;        // the name this house gives itself (EHLO): the host of its public address
    std::string authorities;  // PEM file of whose certificates are believed; empty: the system's
    std::chrono::milliseconds connects_within{10'000};
    std::chrono::milliseconds answers_within{60'000};  // for one mail, with its connection
};

// "smtp://mail.example:587", for people.
std::string address_of(Server const& server);

enum class Outcome {
    accepted,
    unreachable,        // no connection, or no answer in time
    tls_refused,        // no TLS offered, or a certificate that is not believed
    login_refused,      // name or password
    sender_refused,     // 5xx after MAIL FROM
    recipient_refused,  // 5xx after RCPT TO, or an address that no envelope can carry
    content_refused,    // 5xx after the words, or words that no head can carry
    try_later,          // 4xx, wherever
    broken_answer,      // the connection broke off, or what came was not SMTP
};
BOOST_DESCRIBE_ENUM(Outcome, accepted, unreachable, tls_refused, login_refused, sender_refused, recipient_refused,
                    content_refused, try_later, broken_answer)

// The next mail would fare no better.
bool is_of_server(Outcome outcome);

// How far a mail goes. `withheld` stops before its words: the server has taken sender and recipient, and delivers
// nothing.
enum class Extent { whole, withheld };

// One conversation: its connection is kept from mail to mail. For one thread.
class Session {
  public:
    explicit Session(Server server);
    ~Session();
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    Outcome send(WrittenMail const& mail, Extent extent = Extent::whole);
    // Connection, TLS and login, and not a word more.
    Outcome greet();

  private:
    class Curl;
    std::unique_ptr<Curl> curl_;
};

}  // namespace mail
