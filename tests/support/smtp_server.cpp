#include "support/smtp_server.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <stdexcept>

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

namespace {

void add_extension(X509* certificate, int kind, char const* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    auto* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

// Made out by itself to 127.0.0.1.
std::shared_ptr<SSL_CTX> make_tls(std::string const& certificate_file) {
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    std::unique_ptr<X509, decltype(&X509_free)> const certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -86'400);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86'400);
    X509_set_pubkey(certificate.get(), key.get());
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("mail.test"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    add_extension(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1");
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    auto* file = std::fopen(certificate_file.c_str(), "w");
    PEM_write_X509(file, certificate.get());
    std::fclose(file);
    std::shared_ptr<SSL_CTX> tls(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    SSL_CTX_use_certificate(tls.get(), certificate.get());
    SSL_CTX_use_PrivateKey(tls.get(), key.get());
    return tls;
}

// "user" and "password" of AUTH PLAIN: base64 of NUL user NUL password.
std::pair<std::string, std::string> read_login(std::string const& base64) {
    std::string octets(base64.size(), '\0');
    auto const size =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(octets.data()),
                        reinterpret_cast<unsigned char const*>(base64.data()), static_cast<int>(base64.size()));
    octets.resize(static_cast<std::size_t>(std::max(size, 0)));
    auto const second = octets.find('\0', 1);
    if (second == std::string::npos) return {};
    return {octets.substr(1, second - 1), std::string(octets.substr(second + 1).c_str())};
}

// "MAIL FROM:<a@b> SIZE=3" -> "a@b".
std::string in_brackets(std::string const& line) {
    auto const begin = line.find('<');
    return begin == std::string::npos ? "" : line.substr(begin + 1, line.find('>', begin) - begin - 1);
}

}  // namespace

std::string ReceivedMail::header(std::string const& name) const {
    auto const head = "\r\n" + octets.substr(0, octets.find("\r\n\r\n") + 2);
    auto const at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    auto const begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

class SmtpServer::Conversation {
  public:
    Conversation(SmtpServer& server, int socket) : server_(server), socket_(socket) {}
    ~Conversation() {
        if (tls_) SSL_free(tls_);
        ::close(socket_);
    }
    Conversation(Conversation const&) = delete;
    Conversation& operator=(Conversation const&) = delete;

    void hold() {
        if (server_.options_.encryption == mail::Encryption::implicit && !encrypt()) return;
        if (!reply("CONNECT", "220 mail.test ready")) return;
        while (auto const line = read_line())
            if (!obey(*line)) return;
    }

  private:
    bool obey(std::string const& line) {
        auto const verb = line.substr(0, line.find(' '));
        {
            std::scoped_lock const held(server_.mutex_);
            server_.commands_.push_back(verb == "AUTH" ? verb : line);
        }
        if (verb == "EHLO") return reply(verb, greeting());
        if (verb == "STARTTLS") return reply(verb, "220 go ahead") && encrypt();
        if (verb == "AUTH") return reply(verb, log_in(line) ? "235 welcome" : "535 5.7.8 no");
        if (verb == "QUIT") return reply(verb, "221 bye") && false;
        if (!server_.options_.password.empty() && user_.empty()) return reply(verb, "530 5.7.0 log in first");
        if (verb == "MAIL") mail_ = {in_brackets(line), {}, {}, tls_ != nullptr, user_};
        if (verb == "RCPT") mail_.recipient = in_brackets(line);
        if (verb == "DATA") return take_words();
        return reply(verb, "250 fine");
    }

    [[nodiscard]] std::string greeting() const {
        std::string lines = "250-mail.test\r\n250-8BITMIME\r\n";
        if (server_.options_.encryption == mail::Encryption::starttls && tls_ == nullptr) lines += "250-STARTTLS\r\n";
        if (!server_.options_.password.empty()) lines += "250-AUTH PLAIN\r\n";
        return lines + "250 ENHANCEDSTATUSCODES";
    }

    // "AUTH PLAIN" and the login on a line of its own, or on the same.
    bool log_in(std::string const& line) {
        auto const on_same = std::count(line.begin(), line.end(), ' ') > 1;
        if (!on_same && !say("334 ")) return false;
        auto const said = on_same ? line.substr(line.rfind(' ') + 1) : read_line().value_or("");
        auto const [user, password] = read_login(said);
        if (password != server_.options_.password) return false;
        user_ = user;
        return true;
    }

    bool take_words() {
        if (!reply("DATA", "354 go on")) return false;
        if (!is_taking_words_) return true;
        for (;;) {
            auto line = read_line();
            if (!line) return false;
            if (*line == ".") break;
            if (line->starts_with('.')) line->erase(0, 1);
            mail_.octets += *line + "\r\n";
        }
        // Kept before it is said, so that whoever hears 250 finds it here.
        auto const told = server_.told_answer(".");
        auto const line = told.value_or("250 taken");
        if (line.starts_with("250") || line == "LOST") {
            std::scoped_lock const held(server_.mutex_);
            server_.mails_.push_back(mail_);
        }
        return say(line == "LOST" ? "" : line);
    }

    // False: the connection is over.
    bool reply(std::string const& verb, std::string const& usual) {
        auto const line = server_.told_answer(verb).value_or(usual);
        is_taking_words_ = verb == "DATA" && line.starts_with("354");
        return say(line);
    }

    bool say(std::string const& line) {
        if (line == "HANG") {
            while (read_line()) {
            }
            return false;
        }
        if (line.empty()) return false;
        auto const octets = line + "\r\n";
        auto const size = static_cast<int>(octets.size());
        return (tls_ != nullptr
                    ? SSL_write(tls_, octets.data(), size)
                    : static_cast<int>(::send(socket_, octets.data(), octets.size(), MSG_NOSIGNAL))) == size;
    }

    bool encrypt() {
        tls_ = SSL_new(server_.tls_.get());
        SSL_set_fd(tls_, socket_);
        received_.clear();
        return SSL_accept(tls_) == 1;
    }

    // Without its CRLF; only CRLF ends a line, so that nothing can be smuggled in.
    std::optional<std::string> read_line() {
        for (;;) {
            if (auto const end = received_.find("\r\n"); end != std::string::npos) {
                auto line = received_.substr(0, end);
                received_.erase(0, end + 2);
                return line;
            }
            std::array<char, 65'536> part{};
            auto const count = tls_ != nullptr ? SSL_read(tls_, part.data(), part.size())
                                               : static_cast<int>(::recv(socket_, part.data(), part.size(), 0));
            if (count <= 0) return std::nullopt;
            received_.append(part.data(), static_cast<std::size_t>(count));
        }
    }

    SmtpServer& server_;
    int socket_;
    SSL* tls_ = nullptr;
    std::string received_;
    std::string user_;
    ReceivedMail mail_;
    bool is_taking_words_ = false;
};

SmtpServer::SmtpServer() : SmtpServer(Options{}) {}

SmtpServer::SmtpServer(Options options) : options_(std::move(options)) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to whoever has hung up
    tls_ = make_tls(certificate_file());
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket_, reinterpret_cast<sockaddr const*>(&address), size) != 0 || ::listen(socket_, 16) != 0)
        throw std::runtime_error("no port for a mail server");
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    listener_ = std::jthread([this] { listen(); });
}

SmtpServer::~SmtpServer() {
    {
        std::scoped_lock const held(mutex_);
        is_stopping_ = true;
        for (auto const socket : open_) ::shutdown(socket, SHUT_RDWR);
    }
    listener_.join();
    conversations_.clear();
    ::close(socket_);
}

mail::Server SmtpServer::settings() const {
    mail::Server server;
    server.host = "127.0.0.1";
    server.port = port_;
    server.encryption = options_.encryption;
    if (!options_.password.empty()) {
        server.user = "obverse";
        server.password = options_.password;
    }
    server.from = "obverse@nordlys.test";
    server.hello = "obverse.test";
    server.authorities = certificate_file();
    return server;
}

void SmtpServer::answer(std::string const& verb, std::string line, int times) {
    std::scoped_lock const held(mutex_);
    told_[verb].insert(told_[verb].end(), static_cast<std::size_t>(times), std::move(line));
}

void SmtpServer::answer_as_usual() {
    std::scoped_lock const held(mutex_);
    told_.clear();
}

std::vector<ReceivedMail> SmtpServer::mails() {
    std::scoped_lock const held(mutex_);
    return mails_;
}

int SmtpServer::connections() {
    std::scoped_lock const held(mutex_);
    return connections_;
}

std::vector<std::string> SmtpServer::commands() {
    std::scoped_lock const held(mutex_);
    return commands_;
}

void SmtpServer::listen() {
    for (;;) {
        pollfd waiting{socket_, POLLIN, 0};
        auto const is_there = ::poll(&waiting, 1, 50) > 0;
        std::scoped_lock const held(mutex_);
        if (is_stopping_) return;
        if (!is_there) continue;
        auto const socket = ::accept(socket_, nullptr, nullptr);
        if (socket < 0) continue;
        ++connections_;
        open_.push_back(socket);
        conversations_.emplace_back([this, socket] {
            Conversation(*this, socket).hold();
            std::scoped_lock const over(mutex_);
            std::erase(open_, socket);
        });
    }
}

std::optional<std::string> SmtpServer::told_answer(std::string const& verb) {
    std::scoped_lock const held(mutex_);
    auto& lines = told_[verb];
    if (lines.empty()) return std::nullopt;
    auto line = lines.front();
    lines.erase(lines.begin());
    return line;
}

}  // namespace support
