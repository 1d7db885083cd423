#include "platform/outbound/fetch.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>

#include <curl/curl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/curl.hpp"
#include "platform/outbound/public_address.hpp"

namespace outbound {
namespace {

constexpr std::size_t kLongestAddress = 2000;
using Long = long;  // NOLINT(google-runtime-int): what libcurl's options are
using Parsed = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void must(CURLcode code) {
    if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
    if (code != CURLE_OK) throw std::logic_error(std::string("libcurl: ") + curl_easy_strerror(code));
}

std::optional<std::string> part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, part == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0) != CURLUE_OK)
        return std::nullopt;
    std::string copy(text);
    curl_free(text);
    return copy;
}

std::string in_small_letters(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; });
    return text;
}

// A calendar program's own name for the same address.
std::string with_https(std::string_view text) {
    constexpr std::string_view kWebcal = "webcal://";
    if (!in_small_letters(std::string(text.substr(0, kWebcal.size()))).starts_with(kWebcal)) return std::string(text);
    return "https://" + std::string(text.substr(kWebcal.size()));
}

bool has_control_or_space(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
}

struct LookedAt {
    Address address;
    std::string scheme;
};

std::optional<LookedAt> parse(std::string_view text) {
    if (text.size() > kLongestAddress || has_control_or_space(text)) return std::nullopt;
    Parsed url(curl_url(), &curl_url_cleanup);
    if (!url) throw std::bad_alloc();
    auto const whole = with_https(text);
    constexpr unsigned kFlags = CURLU_NON_SUPPORT_SCHEME | CURLU_DISALLOW_USER;
    if (curl_url_set(url.get(), CURLUPART_URL, whole.c_str(), kFlags) != CURLUE_OK) return std::nullopt;
    if (part_of(url.get(), CURLUPART_USER) || part_of(url.get(), CURLUPART_PASSWORD)) return std::nullopt;
    if (curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0) != CURLUE_OK) return std::nullopt;
    auto const scheme = part_of(url.get(), CURLUPART_SCHEME);
    auto const host = part_of(url.get(), CURLUPART_HOST);
    auto const port = part_of(url.get(), CURLUPART_PORT);
    if (!scheme || !host || host->empty()) return std::nullopt;
    LookedAt looked{{}, in_small_letters(*scheme)};
    looked.address.host = in_small_letters(*host);
    if (looked.address.host.ends_with('.')) looked.address.host.pop_back();
    if (looked.address.host.empty()) return std::nullopt;
    looked.address.port = 0;
    if (port) std::from_chars(port->data(), port->data() + port->size(), looked.address.port);
    if (curl_url_set(url.get(), CURLUPART_HOST, looked.address.host.c_str(), 0) != CURLUE_OK) return std::nullopt;
    auto const normal = part_of(url.get(), CURLUPART_URL);
    if (!normal) return std::nullopt;
    looked.address.url = *normal;
    auto const usual = looked.scheme == "http" ? 80 : 443;
    looked.address.origin = looked.scheme + "://" + looked.address.host +
                            (looked.address.port == usual ? "" : ":" + std::to_string(looked.address.port));
    return looked;
}

bool is_origin(std::string_view entry) {
    return entry.starts_with("https://") || entry.starts_with("http://");
}

// Said in full by the operator: reached as it is, wherever it is.
bool is_named_origin(Address const& address, AllowList const& allowed) {
    return std::ranges::any_of(allowed, [&](std::string const& entry) {
        if (!is_origin(entry)) return false;
        auto const meant = parse(entry);
        return meant && meant->address.origin == address.origin;
    });
}

bool is_allowed_host(Address const& address, AllowList const& allowed) {
    return std::ranges::any_of(allowed, [&](std::string const& entry) {
        return entry == "*" || (!is_origin(entry) && in_small_letters(entry) == address.host);
    });
}

std::vector<std::string> ask_the_system(std::string const& host) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
    std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> const all(found, &freeaddrinfo);
    std::vector<std::string> addresses;
    for (auto const* one = found; one != nullptr; one = one->ai_next)
        if (auto text = text_of(*one->ai_addr)) addresses.push_back(*std::move(text));
    return addresses;
}

std::string without_brackets(std::string const& host) {
    return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

struct Body {
    std::string octets;
    std::size_t most = 0;
    bool is_too_large = false;
};

std::size_t take(char* octets, std::size_t size, std::size_t count, void* context) {
    auto& body = *static_cast<Body*>(context);
    body.is_too_large = body.octets.size() + size * count > body.most;
    if (body.is_too_large) return 0;
    body.octets.append(octets, size * count);
    return size * count;
}

std::size_t pass_over(char* /*octets*/, std::size_t size, std::size_t count, void* /*context*/) {
    return size * count;
}

// Whatever a name says now: the address that is really dialled is the one that is judged.
curl_socket_t dial(void* context, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto const& is_named = *static_cast<bool const*>(context);
    auto const text = text_of(address->addr);
    if (!is_named && (!text || !is_public(*text))) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// A place among those fetched at once.
class Turn {
  public:
    explicit Turn(int most) : is_mine_(under_way().fetch_add(1) < most) {}
    ~Turn() { under_way().fetch_sub(1); }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;
    [[nodiscard]] bool is_mine() const { return is_mine_; }

  private:
    static std::atomic<int>& under_way() {
        static std::atomic<int> count{0};
        return count;
    }
    bool is_mine_;
};

class Request {
  public:
    Request(Address const& address, std::vector<std::string> const& pinned, bool is_named, Limits const& limits)
        : is_named_(is_named), handle_(curl_easy_init(), &curl_easy_cleanup), pins_(nullptr, &curl_slist_free_all) {
        if (!handle_) throw std::bad_alloc();
        body_.most = limits.octets;
        set(CURLOPT_URL, address.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, is_named ? "https,http" : "https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_NETRC, static_cast<Long>(CURL_NETRC_IGNORED));
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_HTTP_VERSION, static_cast<Long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_HTTP09_ALLOWED, 0L);
        set(CURLOPT_SSLVERSION, static_cast<Long>(CURL_SSLVERSION_TLSv1_2));
        set(CURLOPT_USERAGENT, "Obverse");
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<Long>(limits.connects_within.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<Long>(limits.answers_within.count()));
        set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.octets));
        set(CURLOPT_WRITEFUNCTION, &take);
        set(CURLOPT_WRITEDATA, &body_);
        set(CURLOPT_HEADERFUNCTION, &pass_over);
        set(CURLOPT_OPENSOCKETFUNCTION, &dial);
        set(CURLOPT_OPENSOCKETDATA, &is_named_);
        pin(address, pinned);
    }

    Fetched<std::string> perform() {
        auto const code = curl_easy_perform(handle_.get());
        if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
        if (code == CURLE_FILESIZE_EXCEEDED || body_.is_too_large) return tl::unexpected(Trouble::too_large);
        if (code != CURLE_OK) return tl::unexpected(Trouble::unreachable);
        Long status = 0;
        must(curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status));
        if (status / 100 == 3) return tl::unexpected(Trouble::redirected);
        if (status != 200) return tl::unexpected(Trouble::unreachable);
        return std::move(body_.octets);
    }

  private:
    template <class T>
    void set(CURLoption option, T value) {
        must(curl_easy_setopt(handle_.get(), option, value));
    }

    void pin(Address const& address, std::vector<std::string> const& addresses) {
        auto entry = without_brackets(address.host) + ":" + std::to_string(address.port) + ":";
        for (std::size_t i = 0; i < addresses.size(); ++i) {
            auto const& one = addresses[i];
            entry += (i == 0 ? "" : ",") + (one.find(':') == std::string::npos ? one : "[" + one + "]");
        }
        pins_.reset(curl_slist_append(nullptr, entry.c_str()));
        if (!pins_) throw std::bad_alloc();
        set(CURLOPT_RESOLVE, pins_.get());
    }

    bool is_named_;
    Body body_;
    Handle handle_;
    List pins_;
};

}  // namespace

std::string malformed_entry(AllowList const& allowed) {
    for (auto const& entry : allowed) {
        if (entry == "*") continue;
        auto const looked = parse(is_origin(entry) ? entry : "https://" + entry);
        auto const is_well = looked && (is_origin(entry) ? looked->address.url == looked->address.origin + "/"
                                                         : looked->address.host == in_small_letters(entry));
        if (!is_well) return entry.empty() ? "\"\"" : entry;
    }
    return {};
}

Fetched<Address> look_at(std::string_view text, AllowList const& allowed) {
    auto const looked = parse(text);
    if (!looked) return tl::unexpected(Trouble::malformed);
    if (is_named_origin(looked->address, allowed)) return looked->address;
    if (looked->scheme != "https" || looked->address.port != 443) return tl::unexpected(Trouble::not_https);
    if (!is_allowed_host(looked->address, allowed)) return tl::unexpected(Trouble::not_allowed);
    return looked->address;
}

Fetched<std::string> fetch(std::string_view text, AllowList const& allowed, Limits const& limits,
                           Resolve const& resolve) {
    auto const address = look_at(text, allowed);
    if (!address) return tl::unexpected(address.error());
    platform::start_curl();
    Turn const turn(limits.at_once);
    if (!turn.is_mine()) return tl::unexpected(Trouble::too_busy);
    auto const host = without_brackets(address->host);
    auto const found = resolve ? resolve(host) : ask_the_system(host);
    if (found.empty()) return tl::unexpected(Trouble::unreachable);
    auto const is_named = is_named_origin(*address, allowed);
    if (!is_named && !std::ranges::all_of(found, [](std::string const& one) { return is_public(one); }))
        return tl::unexpected(Trouble::not_allowed);
    return Request(*address, found, is_named, limits).perform();
}

}  // namespace outbound
