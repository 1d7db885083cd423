#pragma once
// A real SMTP server on this machine that keeps what it is given and answers as it is told: to try mail against, and
// to try what a mail server may do wrong.
//
//   support::SmtpServer server;
//   server.answer("RCPT", "451 4.7.1 come back");       // the next one; the one after is taken
//   server.answer("MAIL", "");                          // an empty answer hangs up
//   mail::Session session(server.settings());

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "platform/mail/session.hpp"
#include "support/temporary_folder.hpp"

struct ssl_ctx_st;

namespace support {

struct ReceivedMail {
    std::string sender;
    std::string recipient;
    std::string octets;  // as its writer meant them: the dots of the transport are taken off
    bool is_encrypted = false;
    std::string user;  // who had logged in

    [[nodiscard]] bool has(std::string_view part) const { return octets.find(part) != std::string::npos; }
    // Of the head; "" when it is not there.
    [[nodiscard]] std::string header(std::string const& name) const;
};

class SmtpServer {
  public:
    struct Options {
        mail::Encryption encryption = mail::Encryption::none;
        std::string password = {};  // not empty: nobody sends without AUTH PLAIN and it
    };

    SmtpServer();
    explicit SmtpServer(Options options);
    ~SmtpServer();
    SmtpServer(SmtpServer const&) = delete;
    SmtpServer& operator=(SmtpServer const&) = delete;

    // How to reach it. Its certificate is made out by itself to 127.0.0.1, and believed where `authorities` names it.
    [[nodiscard]] mail::Server settings() const;
    [[nodiscard]] std::string certificate_file() const { return folder_.at("certificate.pem"); }

    // Instead of the usual answer to the next `times` commands that begin with `verb`; "." stands for the end of the
    // words, "CONNECT" for the greeting. Empty: hangs up. "HANG": says nothing until the other side gives up. "LOST",
    // of ".": the mail is kept, and nobody hears of it.
    void answer(std::string const& verb, std::string line, int times = 1);
    void answer_as_usual();

    [[nodiscard]] std::vector<ReceivedMail> mails();
    [[nodiscard]] int connections();
    // Every command, without what follows AUTH.
    [[nodiscard]] std::vector<std::string> commands();

  private:
    class Conversation;
    void listen();
    std::optional<std::string> told_answer(std::string const& verb);

    Options options_;
    TemporaryFolder folder_;
    std::shared_ptr<ssl_ctx_st> tls_;
    int socket_ = -1;
    std::uint16_t port_ = 0;
    std::mutex mutex_;
    bool is_stopping_ = false;
    std::map<std::string, std::vector<std::string>> told_;
    std::vector<ReceivedMail> mails_;
    std::vector<std::string> commands_;
    std::vector<int> open_;
    int connections_ = 0;
    std::vector<std::jthread> conversations_;
    std::jthread listener_;
};

}  // namespace support
