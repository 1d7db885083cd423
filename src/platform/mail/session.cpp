#include "platform/mail/session.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <curl/curl.h>

#include "platform/curl.hpp"

namespace mail {

// What was said last, as far as outcomes depend on it.
enum class Stage { greeting, login, sender, recipient, content };
struct Heard {
    Stage stage = Stage::greeting;
    int answer = 0;        // 250, 451; 0 before the first
    bool is_over = false;  // what is answered to a goodbye says nothing
};

namespace {

struct Lists {
    curl_slist* head = nullptr;
    curl_slist* recipients = nullptr;
    Lists() = default;
    Lists(Lists const&) = delete;
    Lists& operator=(Lists const&) = delete;
    ~Lists() {
        curl_slist_free_all(head);
        curl_slist_free_all(recipients);
    }
};
using Long = long;  // NOLINT(google-runtime-int): what libcurl's options are
using Parts = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;

void must(CURLcode code) {
    if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
    if (code != CURLE_OK) throw std::logic_error(std::string("libcurl: ") + curl_easy_strerror(code));
}

void append(curl_slist*& list, std::string const& text) {
    auto* longer = curl_slist_append(list, text.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    list = longer;
}

// Only CRLF is a line end to the encoder; a bare CR or LF would be written as an octet of the text.
std::string with_crlf(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' && text[i] != '\n') {
            out += text[i];
            continue;
        }
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
        out += "\r\n";
    }
    return out;
}

curl_mimepart* add_part(curl_mime* parts) {
    auto* part = curl_mime_addpart(parts);
    if (part == nullptr) throw std::bad_alloc();
    return part;
}

void fill(curl_mimepart* part, std::string const& octets, char const* type, char const* encoder) {
    must(curl_mime_data(part, octets.data(), octets.size()));
    must(curl_mime_type(part, type));
    must(curl_mime_encoder(part, encoder));
}

std::size_t stop_here(char* /*buffer*/, std::size_t /*size*/, std::size_t /*count*/, void* /*context*/) {
    return CURL_READFUNC_ABORT;
}

std::size_t forget(char* /*octets*/, std::size_t size, std::size_t count, void* /*context*/) {
    return size * count;
}

void hear_command(std::string_view said, Heard& heard) {
    if (said.starts_with("AUTH")) heard.stage = Stage::login;
    if (said.starts_with("MAIL")) heard.stage = Stage::sender;
    if (said.starts_with("RCPT")) heard.stage = Stage::recipient;
    if (said.starts_with("DATA")) heard.stage = Stage::content;
    if (said.starts_with("QUIT")) heard.is_over = true;
}

// libcurl keeps the answer to a command, and not one that ends a connection being made.
void hear_answer(std::string_view said, Heard& heard) {
    int code = 0;
    auto const [end, error] = std::from_chars(said.data(), said.data() + std::min<std::size_t>(said.size(), 3), code);
    if (!heard.is_over && error == std::errc{} && end == said.data() + 3) heard.answer = code;
}

int hear(CURL* /*handle*/, curl_infotype kind, char* octets, std::size_t size, void* context) {
    auto& heard = *static_cast<Heard*>(context);
    if (kind == CURLINFO_HEADER_OUT) hear_command({octets, size}, heard);
    if (kind == CURLINFO_HEADER_IN) hear_answer({octets, size}, heard);
    return 0;
}

bool is_about_tls(CURLcode code) {
    switch (code) {
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_INVALIDCERTSTATUS:
            return true;
        default:
            return false;
    }
}

bool is_about_reaching(CURLcode code) {
    return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT || code == CURLE_OPERATION_TIMEDOUT ||
           code == CURLE_INTERFACE_FAILED;
}

Outcome refused_at(Stage stage) {
    switch (stage) {
        case Stage::greeting:
            return Outcome::broken_answer;
        case Stage::login:
            return Outcome::login_refused;
        case Stage::sender:
            return Outcome::sender_refused;
        case Stage::recipient:
            return Outcome::recipient_refused;
        case Stage::content:
            return Outcome::content_refused;
    }
    return Outcome::broken_answer;
}

Outcome outcome_of(CURLcode code, Heard const& heard) {
    if (code == CURLE_OK) return Outcome::accepted;
    if (code == CURLE_OUT_OF_MEMORY || code == CURLE_FAILED_INIT) must(code);
    if (is_about_tls(code)) return Outcome::tls_refused;
    if (is_about_reaching(code)) return Outcome::unreachable;
    if (heard.answer / 100 == 4) return Outcome::try_later;
    if (code == CURLE_LOGIN_DENIED) return Outcome::login_refused;
    if (heard.answer / 100 == 5) return refused_at(heard.stage);
    return Outcome::broken_answer;
}

}  // namespace

std::string address_of(Server const& server) {
    auto const host = server.host.find(':') == std::string::npos ? server.host : "[" + server.host + "]";
    return (server.encryption == Encryption::implicit ? "smtps://" : "smtp://") + host + ":" +
           std::to_string(server.port);
}

bool is_of_server(Outcome outcome) {
    switch (outcome) {
        case Outcome::unreachable:
        case Outcome::tls_refused:
        case Outcome::login_refused:
        case Outcome::sender_refused:
        case Outcome::broken_answer:
            return true;
        default:
            return false;
    }
}

class Session::Curl {
  public:
    explicit Curl(Server server) : server_(std::move(server)) {
        platform::start_curl();
        handle_.reset(curl_easy_init());
        if (!handle_) throw std::bad_alloc();
    }

    Outcome send(WrittenMail const& mail, Extent extent) {
        auto const sender = wire_address(mail.from.address);
        if (!sender) return Outcome::sender_refused;
        auto const recipient = wire_address(mail.to.address);
        if (!recipient) return Outcome::recipient_refused;
        auto const head = head_of(mail);
        if (!head) return Outcome::content_refused;
        Lists lists;
        for (auto const& line : *head) append(lists.head, line);
        append(lists.recipients, *recipient);
        auto const parts = parts_of(mail, extent);
        prepare();
        set(CURLOPT_MAIL_FROM, ("<" + *sender + ">").c_str());
        set(CURLOPT_MAIL_RCPT, lists.recipients);
        set(CURLOPT_HTTPHEADER, lists.head);
        set(CURLOPT_MIMEPOST, parts.get());
        auto const code = curl_easy_perform(handle_.get());
        if (extent == Extent::withheld && code == CURLE_ABORTED_BY_CALLBACK) return Outcome::accepted;
        return outcome_of(code, heard_);
    }

    Outcome greet() {
        prepare();
        set(CURLOPT_CONNECT_ONLY, 1L);
        return outcome_of(curl_easy_perform(handle_.get()), heard_);
    }

  private:
    template <class T>
    void set(CURLoption option, T value) {
        must(curl_easy_setopt(handle_.get(), option, value));
    }

    void prepare() {
        curl_easy_reset(handle_.get());
        heard_ = {};
        set(CURLOPT_URL, (address_of(server_) + "/" + server_.hello).c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_PROXY, "");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<Long>(server_.connects_within.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<Long>(server_.answers_within.count()));
        // Also how long a server that has gone silent may take to say goodbye.
        auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(server_.answers_within).count();
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, std::max<Long>(1, seconds));
        set(CURLOPT_USE_SSL,
            static_cast<Long>(server_.encryption == Encryption::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        set(CURLOPT_SSLVERSION, static_cast<Long>(CURL_SSLVERSION_TLSv1_2));
        if (!server_.authorities.empty()) set(CURLOPT_CAINFO, server_.authorities.c_str());
        if (!server_.user.empty()) {
            set(CURLOPT_USERNAME, server_.user.c_str());
            set(CURLOPT_PASSWORD, server_.password.c_str());
            // Over TLS there is nothing to gain from a challenge, and a Kerberos that is not set up would come first.
            set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
        }
        set(CURLOPT_WRITEFUNCTION, &forget);
        // Not to be written anywhere: it is heard for the last command and its answer.
        set(CURLOPT_VERBOSE, 1L);
        set(CURLOPT_DEBUGFUNCTION, &hear);
        set(CURLOPT_DEBUGDATA, &heard_);
    }

    // mixed(text), or mixed(alternative(text, calendar), attachments): a client that knows no calendar shows the text.
    Parts parts_of(WrittenMail const& mail, Extent extent) {
        Parts parts(curl_mime_init(handle_.get()), &curl_mime_free);
        if (!parts) throw std::bad_alloc();
        if (extent == Extent::withheld) {
            auto* nothing = add_part(parts.get());
            must(curl_mime_data_cb(nothing, -1, &stop_here, nullptr, nullptr, nullptr));
            return parts;
        }
        auto* words = parts.get();
        if (mail.calendar) {
            Parts alternatives(curl_mime_init(handle_.get()), &curl_mime_free);
            if (!alternatives) throw std::bad_alloc();
            auto* both = add_part(parts.get());
            words = alternatives.get();
            must(curl_mime_subparts(both, alternatives.release()));
            must(curl_mime_type(both, "multipart/alternative"));
        }
        fill(add_part(words), with_crlf(mail.text), "text/plain; charset=utf-8", "quoted-printable");
        if (mail.calendar)
            fill(add_part(words), mail.calendar->text,
                 ("text/calendar; charset=utf-8; method=" + mail.calendar->method).c_str(), "base64");
        for (auto const& attachment : mail.attachments) {
            auto* part = add_part(parts.get());
            fill(part, attachment.octets, attachment.content_type.c_str(), "base64");
            must(curl_mime_filename(part, attachment.file_name.c_str()));
        }
        return parts;
    }

    Server server_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_{nullptr, &curl_easy_cleanup};
    Heard heard_;
};

Session::Session(Server server) : curl_(std::make_unique<Curl>(std::move(server))) {}
Session::~Session() = default;

Outcome Session::send(WrittenMail const& mail, Extent extent) {
    return curl_->send(mail, extent);
}
Outcome Session::greet() {
    return curl_->greet();
}

}  // namespace mail
